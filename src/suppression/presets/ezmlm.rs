//! `ezmlm`: no counter, a ladder of two messages.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// ezmlm: when a bounce is older than a step the subscriber is sent a list of what was missed; when that bounces, a step later a probe; when the
/// probe bounces the address is removed. Any message that arrives ends the ladder.
///
/// The warning and the probe are messages to see by: [`Decision::is_probe`] is set when one is due.
/// Source: ezmlm-idx manual pages ezmlm-warn(1) (bounce timeout 1,000,000 seconds, about 11.6 days) and ezmlm-return(1).
///
/// ```
/// let policy = mailbounce::suppression::presets::Ezmlm::default();
/// assert_eq!(policy.step, 1_000_000);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ezmlm {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Seconds between the steps. ezmlm: 1,000,000.
    pub step: i64,
    /// Steps: the warning and the probe. ezmlm: 2.
    pub steps: u32,
    /// Age from which an SMTP 250 without a bounce is a delivery, in seconds. ezmlm takes silence for success; here it is 7 days.
    pub settle: i64,
}

impl Default for Ezmlm {
    fn default() -> Self {
        Self { trust: Trust::Unverified, step: 1_000_000, steps: 2, settle: 7 * DAY }
    }
}

impl SuppressionPolicy for Ezmlm {
    fn name(&self) -> &str {
        "ezmlm"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let reading = shared::reading(self.trust, self.settle);
        let delivered = reading.delivered_at(history, now);
        let counted = shared::failures(history, reading, surroundings, now, delivered);
        // The first bounce, then the first that is a step later, and so on.
        let mut ladder = Vec::new();
        for c in counted {
            if ladder
                .last()
                .is_none_or(|last: &crate::suppression::count::Counted<'_>| c.at.since(last.at) >= self.step)
            {
                ladder.push(c);
            }
        }
        let ids = shared::ids(&ladder);
        match ladder.last() {
            Some(_) if shared::reached(ladder.len(), self.steps.saturating_add(1)) => {
                Decision::stop().because("ezmlm/probe", ids, self.steps + 1)
            }
            Some(last) if now.since(last.at) >= self.step => {
                Decision::probe().because("ezmlm/step", ids, self.steps + 1)
            }
            _ => Decision::send(),
        }
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        super::spent(shared::reading(self.trust, self.settle), i64::MAX, history, horizon, now, |_| true)
    }
}
