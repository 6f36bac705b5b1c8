//! `guide`: an operator's guide to bounce mails, to the letter.

use super::DAY;
use crate::bounce::Trust;
use crate::reason::{Fault, Persistence, Reason};
use crate::suppression::count::{self, Counted, Reading};
use crate::suppression::event::EventId;
use crate::suppression::{Advice, Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// The rules that a mailing system's operators give their customers, each number an option.
///
/// | cause | what to do |
/// | --- | --- |
/// | destination host not found | stop at once, or after 2 to 3 in a row |
/// | name server timeout | stop after 2 to 3 in a row |
/// | refused: too fast, blocked IP, blocked domain | never stop: get delisted, slow down, change server or domain |
/// | account does not exist | stop |
/// | mailbox over quota | 2 to 3 in a row: reach the person another way; once mail arrives again only the log is deleted |
/// | forwarded on, and the target does not exist | find the registered address that was mailed, treat *it* by the cause; have the forwarding removed |
///
/// In a row means: distinct messages, with no delivery between them. Everything else that is refused is not in the guide, and never stops anybody.
///
/// ```
/// let mut policy = mailbounce::suppression::Guide::default();
/// policy.host_unknown = 1; // at once
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Guide {
    /// What is trusted less is not counted. Default [`Trust::Unverified`]: everything counts.
    pub trust: Trust,
    /// `host-unknown` in a row until the stop. The guide: "at once, or 2 to 3 in a row". Default 2.
    pub host_unknown: u32,
    /// `dns-failure` in a row until the stop. The guide: "2 to 3 in a row". Default 3.
    pub dns_failure: u32,
    /// `user-unknown` until the stop. The guide: stop. Default 1.
    pub user_unknown: u32,
    /// Whether an account that is disabled for good, or has moved, is one that does not exist: the guide's wording is "no account that
    /// would receive". Default true.
    pub disabled_is_unknown: bool,
    /// `mailbox-full` in a row until the person should be reached another way. The guide: "2 to 3 in a row". Default 3.
    pub mailbox_full: u32,
    /// How long no mail is written to a full mailbox then, in seconds, before one to see whether it arrives again. Not in the guide. Default 30 days.
    pub look_again: i64,
    /// Whether a complaint stops. Not in the guide. Default true.
    pub complaint: bool,
    /// Age from which an SMTP 250 without a bounce breaks a row, in seconds. Not in the guide. Default 7 days.
    pub settle: i64,
}

impl Default for Guide {
    fn default() -> Self {
        Self {
            trust: Trust::Unverified,
            host_unknown: 2,
            dns_failure: 3,
            user_unknown: 1,
            disabled_is_unknown: true,
            mailbox_full: 3,
            look_again: 30 * DAY,
            complaint: true,
            settle: 7 * DAY,
        }
    }
}

impl Guide {
    const fn reading(&self) -> Reading {
        Reading { trust: self.trust, settle: self.settle, late: 30 * DAY }
    }

    fn is_unknown(&self, c: &Counted<'_>) -> bool {
        let failure = c.failure;
        failure.reason == Reason::UserUnknown
            || (self.disabled_is_unknown
                && (failure.reason == Reason::HasMoved
                    || (failure.reason == Reason::MailboxDisabled && failure.persistence == Persistence::Permanent)))
    }
}

type Cause<'a> = &'a dyn Fn(&Counted<'_>) -> bool;

impl SuppressionPolicy for Guide {
    fn name(&self) -> &str {
        "guide"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some((event, true)) = history.by_hand() {
            return Decision::stop().because("by-hand", vec![event.id()], 1);
        }
        if let Some(event) = self.reading().complaint(history).filter(|_| self.complaint) {
            return Decision::stop().because("guide/complaint", vec![event.id()], 1);
        }
        let delivered = self.reading().delivered_at(history, now);
        let mut counted = self.reading().messages(history, surroundings, now, delivered);
        let mut decision = Decision::send();
        // "Refused": never stopped, but told what to do.
        for c in &counted {
            if count::is_senders(c.failure) || c.failure.forwarded {
                decision = count::advice(c.failure).into_iter().fold(decision, Decision::advise);
            }
        }
        counted.retain(|c| !matches!(c.failure.fault, Fault::Sender | Fault::Message));
        let row = |is_cause: Cause<'_>| -> Vec<&Counted<'_>> { counted.iter().filter(|c| is_cause(c)).collect() };
        let ids = |row: &[&Counted<'_>]| row.iter().map(|c| c.event.id()).collect::<Vec<_>>();
        let reached = |row: &[&Counted<'_>], count: u32| u32::try_from(row.len()).is_ok_and(|n| n > 0 && n >= count);
        let causes: [(&'static str, u32, Cause<'_>); 3] = [
            ("guide/user-unknown", self.user_unknown, &|c| self.is_unknown(c)),
            ("guide/host-unknown", self.host_unknown, &|c| c.failure.reason == Reason::HostUnknown),
            ("guide/dns-failure", self.dns_failure, &|c| count::cause(c.failure) == Reason::DnsFailure),
        ];
        for (rule, needed, is_cause) in causes {
            let row = row(is_cause);
            if reached(&row, needed) {
                decision = decision.and(Decision::stop().because(rule, ids(&row), needed));
            }
        }
        let full = row(&|c| count::cause(c.failure) == Reason::MailboxFull);
        if let Some(last) = full.last().filter(|_| reached(&full, self.mailbox_full)) {
            let until = last.at.plus(self.look_again);
            let hold = if until > now { Decision::hold(until) } else { Decision::probe() };
            decision = decision
                .and(hold.because("guide/mailbox-full", ids(&full), self.mailbox_full))
                .advise(Advice::ReachAnotherWay);
        }
        decision
    }

    /// The guide's rows have no length: nothing grows old but by a delivery or a release.
    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        super::spent(self.reading(), i64::MAX, history, horizon, now, |_| true)
    }
}
