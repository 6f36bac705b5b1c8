//! Own rules before another policy: the first that matches a failure decides how it counts.

use std::borrow::Cow;

use super::count::{Counted, Reading, is_trusted};
use super::event::{Event, EventId, Failure, What};
use super::history::History;
use super::policy::{Advice, Decision, SuppressionPolicy, Surroundings};
use super::row::{Clock, Stand, Then, Threshold};
use crate::bounce::Trust;
use crate::mailbox::Mailbox;
use crate::reason::{Detail, Fault, Reason};
use crate::time::Timestamp;

/// A rule of one's own: which failures, and what they come to.
///
/// All its conditions must fit; a rule without any fits every failure.
///
/// ```
/// use mailbounce::{Reason, suppression::{PolicyRule, Rules, Standard, Then, Threshold}};
///
/// // Our own school's servers say "user unknown" whenever they are restarted.
/// let rule = PolicyRule::new("school/restart", Threshold::new(3, 14 * 86_400, Then::Stop))
///     .reason(Reason::UserUnknown)
///     .domain("school.example");
/// let policy = Rules::before(Standard::default()).rule(rule);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct PolicyRule {
    id: Cow<'static, str>,
    row: Threshold,
    reason: Option<Reason>,
    detail: Option<Detail>,
    fault: Option<Fault>,
    domain: Option<String>,
    trust: Option<Trust>,
    advice: Vec<Advice>,
}

impl PolicyRule {
    /// A rule that fits every failure. `id` is shown as the reason of a decision.
    pub fn new(id: impl Into<Cow<'static, str>>, row: Threshold) -> Self {
        Self {
            id: id.into(),
            row,
            reason: None,
            detail: None,
            fault: None,
            domain: None,
            trust: None,
            advice: Vec::new(),
        }
    }

    /// Only failures of this reason.
    pub const fn reason(mut self, reason: Reason) -> Self {
        self.reason = Some(reason);
        self
    }

    /// Only failures with this detail.
    pub const fn detail(mut self, detail: Detail) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Only failures of this fault.
    pub const fn fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// Only mailboxes of this domain, or of one below it.
    pub fn domain(mut self, domain: &str) -> Self {
        self.domain = Some(domain.to_lowercase());
        self
    }

    /// Only reports that are trusted at least so.
    pub const fn trust(mut self, trust: Trust) -> Self {
        self.trust = Some(trust);
        self
    }

    /// With advice.
    pub fn advise(mut self, advice: Advice) -> Self {
        self.advice.push(advice);
        self
    }

    fn fits(&self, mailbox: &Mailbox, failure: &Failure) -> bool {
        let is_within = |domain: &String| {
            let of = mailbox.domain().to_lowercase();
            of == *domain || of.strip_suffix(domain.as_str()).is_some_and(|rest| rest.ends_with('.'))
        };
        self.reason.is_none_or(|r| r == failure.reason)
            && self.detail.is_none_or(|d| Some(d) == failure.detail)
            && self.fault.is_none_or(|f| f == failure.fault)
            && self.trust.is_none_or(|t| is_trusted(failure.trust, t))
            && self.domain.as_ref().is_none_or(is_within)
    }
}

/// Own rules before another policy. Each failure goes to the first rule that fits it; those that none fits, and all that is no failure,
/// go to the other policy. The stricter answer of all holds; what was stopped or released by hand stays so.
///
/// Rules count as [`Standard`](super::Standard) does: distinct messages, at most one a day, after the last delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Rules<P> {
    rules: Vec<PolicyRule>,
    base: P,
    /// None: as the other policy.
    trust: Option<Trust>,
    stale_after: i64,
}

const SETTLE: i64 = 7 * Timestamp::DAY;
const LATE: i64 = 30 * Timestamp::DAY;

impl<P: SuppressionPolicy> Rules<P> {
    /// No rules yet, before `base`.
    pub const fn before(base: P) -> Self {
        Self { rules: Vec::new(), base, trust: None, stale_after: 180 * Timestamp::DAY }
    }

    /// One more rule, behind those there are.
    pub fn rule(mut self, rule: PolicyRule) -> Self {
        self.rules.push(rule);
        self
    }

    /// A pause as long, in seconds, ends a row of these rules. Default 180 days.
    pub const fn stale_after(mut self, seconds: i64) -> Self {
        self.stale_after = seconds;
        self
    }

    /// What is trusted less is not counted by these rules. Default: what the other policy does not count.
    pub const fn trust(mut self, trust: Trust) -> Self {
        self.trust = Some(trust);
        self
    }

    fn read(&self) -> Reading {
        Reading { trust: self.trust.unwrap_or_else(|| self.base.least_trust()), settle: SETTLE, late: LATE }
    }

    fn first(&self, mailbox: &Mailbox, failure: &Failure) -> Option<usize> {
        self.rules.iter().position(|r| r.fits(mailbox, failure))
    }

    fn stands(
        &self,
        mailbox: &Mailbox,
        counted: &[Counted<'_>],
        now: Timestamp,
    ) -> Vec<(&PolicyRule, Stand, Vec<EventId>)> {
        let clock = Clock { period: Timestamp::DAY, jitter: Timestamp::HOUR, stale_after: self.stale_after };
        let mut stands = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let own = |c: &&Counted<'_>| self.first(mailbox, c.failure) == Some(index);
            let members: Vec<Counted<'_>> = counted.iter().filter(own).copied().collect();
            let (stand, ids) = rule.row.stand(&members, clock, now);
            if stand > Stand::Open {
                stands.push((rule, stand, ids));
            }
        }
        stands
    }

    /// The history without the failures that a rule takes, and without the acceptances that they undo.
    fn rest(&self, history: &History) -> History {
        let mut rest = History::new(history.mailbox().clone());
        let taken = |f: &Failure| self.first(history.mailbox(), f).is_some();
        let undone = |e: &Event| *e.what() == What::Accepted && self.read().is_undone(e, history);
        let left = history.events().iter().filter(|e| !e.as_failure().is_some_and(taken) && !undone(e));
        rest.extend(left.cloned());
        rest
    }
}

impl<P: SuppressionPolicy> SuppressionPolicy for Rules<P> {
    fn name(&self) -> &str {
        "rules"
    }

    fn least_trust(&self) -> Trust {
        // The weaker of the two: what either counts.
        self.read().trust.max(self.base.least_trust())
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if self.rules.is_empty() || history.failures().next().is_none() {
            return self.base.decide(history, surroundings, now);
        }
        let mut decision = self.base.decide(&self.rest(history), surroundings, now);
        if history.by_hand().is_some_and(|(_, stopped)| stopped) {
            return decision;
        }
        let delivered = self.read().delivered_at(history, now);
        let counted = self.read().messages(history, surroundings, now, delivered);
        for (rule, stand, ids) in self.stands(history.mailbox(), &counted, now) {
            let row = match stand {
                Stand::Open => continue,
                Stand::Probe { .. } => Decision::probe(),
                Stand::Hold { until } => Decision::hold(until),
                Stand::Stop => Decision::stop(),
            };
            decision = decision.and(row.because(rule.id.clone(), ids, rule.row.count));
            decision = rule.advice.iter().copied().fold(decision, Decision::advise);
        }
        decision
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        let mine = super::presets::spent(self.read(), self.stale_after, history, horizon, now, |run| {
            self.rules.iter().any(|r| r.row.then != Then::Nothing)
                && !self.stands(history.mailbox(), run, now).is_empty()
        });
        // Both must agree on what the base sees too.
        let base = self.base.spent(&self.rest(history), horizon, now);
        let taken = |id: &EventId| {
            let failure = history.get(*id).and_then(|e| e.as_failure());
            failure.is_some_and(|f| self.first(history.mailbox(), f).is_some())
        };
        let undone = |id: &EventId| history.get(*id).is_some_and(|e| self.read().is_acceptance_spent(e, history, None));
        mine.into_iter().filter(|id| taken(id) || base.contains(id) || undone(id)).collect()
    }
}
