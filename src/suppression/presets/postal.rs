//! `postal`: a list whose entries live thirty days.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::reason::Reason;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Postal: a hard failure while there is an earlier one to the same address in the last 24 hours, or a message whose attempts are exhausted, puts the
/// address on the suppression list for 30 days. A message that is accepted takes it off.
///
/// Source: postal `app/lib/message_dequeuer/outgoing_message_processor.rb` and `lib/postal/message_db/suppression_list.rb`
/// (`default_suppression_list_automatic_removal_days`). Its own note: mail to a suppressed address is held, not lost.
///
/// ```
/// let policy = mailbounce::suppression::presets::Postal::default();
/// assert_eq!(policy.lives, 30 * 86_400);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Postal {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Seconds in which an earlier hard failure is looked for. Postal: 24 hours.
    pub within: i64,
    /// Earlier hard failures in that time. Postal: 1.
    pub earlier: u32,
    /// Whether a message whose attempts are exhausted is enough. Postal: it is, after 18 attempts.
    pub exhausted: bool,
    /// How long an entry lives, in seconds. Postal: 30 days.
    pub lives: i64,
}

impl Default for Postal {
    fn default() -> Self {
        Self { trust: Trust::Unverified, within: DAY, earlier: 1, exhausted: true, lives: 30 * DAY }
    }
}

impl SuppressionPolicy for Postal {
    fn name(&self) -> &str {
        "postal"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let reading = shared::reading(self.trust, 0);
        let delivered = reading.delivered_at(history, now);
        let counted = shared::failures(history, reading, surroundings, now, None);
        let hard: Vec<_> = counted.iter().filter(|c| shared::is_hard(c.failure)).copied().collect();
        let mut decision = Decision::send();
        for c in counted.iter().filter(|c| delivered.is_none_or(|d| c.at > d)) {
            let until = c.at.plus(self.lives);
            if until <= now {
                continue;
            }
            let earlier: Vec<_> = hard
                .iter()
                .filter(|e| (e.at, e.event.id()) < (c.at, c.event.id()) && c.at.since(e.at) <= self.within)
                .copied()
                .collect();
            if shared::is_hard(c.failure) && shared::reached(earlier.len(), self.earlier) {
                let mut ids = shared::ids(&earlier);
                ids.push(c.event.id());
                decision = decision.and(Decision::hold(until).because("postal/hard-fail", ids, self.earlier + 1));
            }
            if self.exhausted && c.failure.reason == Reason::Expired {
                let hold = Decision::hold(until).because("postal/exhausted", vec![c.event.id()], 1);
                decision = decision.and(hold);
            }
        }
        decision
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        let horizon = horizon.min(now);
        let kept = self.lives.saturating_add(self.within).saturating_add(30 * DAY);
        history.failures().filter(|(e, _)| horizon.since(e.at()) > kept).map(|(e, _)| e.id()).collect()
    }
}
