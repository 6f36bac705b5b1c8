//! `sympa`: a score that weighs bounces by what was sent.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::status::StatusClass;
use crate::suppression::event::{Event, EventId};
use crate::suppression::{Advice, Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Sympa: score = bounces x (bounces / messages sent in the same time) x (half for 4.x.x), from 10 bounces over 10 days on. From level 1 on the
/// subscriber is notified, from level 2 on removed. Bounces expire when none came for 10 days.
///
/// What was sent is known from [`Event::sent`] and [`Event::accepted`]; without them every message bounced, and the score is the number of bounces.
/// Source: Sympa `task_manager`, `eval_bouncers` (`minimum_bouncing_count`, `minimum_bouncing_period`), list parameters
/// `bouncers_level1.rate` and `bouncers_level2.rate`, `expire_bounce_task`.
///
/// ```
/// let policy = mailbounce::suppression::presets::Sympa::default();
/// assert_eq!((policy.level1, policy.level2), (45, 75));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sympa {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Bounces from which on there is a score. Sympa: 10.
    pub minimum_count: u32,
    /// Seconds from the first bounce to the last from which on there is a score. Sympa: 10 days.
    pub minimum_period: i64,
    /// Score at which the person is notified. Sympa: 45.
    pub level1: u32,
    /// Score at which the address is removed. Sympa: 75.
    pub level2: u32,
    /// Seconds without a bounce after which bounces expire. Sympa: 10 days.
    pub expire: i64,
}

impl Default for Sympa {
    fn default() -> Self {
        Self {
            trust: Trust::Unverified,
            minimum_count: 10,
            minimum_period: 10 * DAY,
            level1: 45,
            level2: 75,
            expire: 10 * DAY,
        }
    }
}

impl SuppressionPolicy for Sympa {
    fn name(&self) -> &str {
        "sympa"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let counted = shared::failures(history, shared::reading(self.trust, 0), surroundings, now, None);
        // Bounces expire when none came for so long although something was sent: from there on it begins anew.
        let sent: Vec<&Event> = history.events().iter().filter(|e| shared::is_sending(e)).collect();
        let quiet = |from: Timestamp, to: Timestamp| {
            to.since(from) > self.expire && sent.iter().any(|e| e.at() > from && e.at() <= to)
        };
        let run = counted.chunk_by(|a, b| !quiet(a.at, b.at)).last().unwrap_or_default();
        let (Some(first), Some(last)) = (run.first(), run.last()) else { return Decision::send() };
        let bounces = u64::try_from(run.len()).unwrap_or(u64::MAX);
        let period = last.at.since(first.at);
        if bounces < u64::from(self.minimum_count) || period < self.minimum_period || quiet(last.at, now) {
            return Decision::send();
        }
        // Messages in that time: those sent, and those that bounced without a note of their sending.
        let mut messages: Vec<&str> = sent
            .iter()
            .filter(|e| e.at() >= first.at.plus(-DAY) && e.at() <= last.at)
            .copied()
            .chain(run.iter().map(|c| c.event))
            .filter_map(Event::message)
            .collect();
        messages.sort_unstable();
        messages.dedup();
        let sent = u64::try_from(messages.len()).unwrap_or(u64::MAX).max(bounces);
        let soft = last.failure.status.is_some_and(|s| s.class() == StatusClass::PersistentTransient);
        let score = bounces.saturating_mul(bounces) / sent / if soft { 2 } else { 1 };
        let ids = shared::ids(run);
        if score >= u64::from(self.level2) {
            Decision::stop().because("sympa/level2", ids, self.level2)
        } else if score >= u64::from(self.level1) {
            Decision::send().because("sympa/level1", ids, self.level1).advise(Advice::ReachAnotherWay)
        } else {
            Decision::send()
        }
    }

    fn spent(&self, _: &History, _: Timestamp, _: Timestamp) -> Vec<EventId> {
        Vec::new()
    }
}
