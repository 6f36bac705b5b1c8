//! `discourse`: a score that soft bounces fill slowly.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Discourse: soft 1, hard 2, at 4 no more mail; the score is reset 30 days after the last bounce.
///
/// Source: Discourse site settings `soft_bounce_score`, `hard_bounce_score`, `bounce_score_threshold`, `reset_bounce_score_after_days`.
/// What was stopped and is not written to has no later bounce: it is free again after those 30 days.
///
/// ```
/// let policy = mailbounce::suppression::presets::Discourse::default();
/// assert_eq!((policy.soft, policy.hard, policy.threshold), (1, 2, 4));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Discourse {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Points for a soft bounce. Discourse: 1.
    pub soft: u32,
    /// Points for a hard bounce. Discourse: 2.
    pub hard: u32,
    /// Points at which mail stops. Discourse: 4.
    pub threshold: u32,
    /// Seconds after the last bounce until the score is reset. Discourse: 30 days.
    pub reset_after: i64,
}

impl Default for Discourse {
    fn default() -> Self {
        Self { trust: Trust::Unverified, soft: 1, hard: 2, threshold: 4, reset_after: 30 * DAY }
    }
}

impl SuppressionPolicy for Discourse {
    fn name(&self) -> &str {
        "discourse"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let counted = shared::failures(history, shared::reading(self.trust, 0), surroundings, now, None);
        let last_run = counted.chunk_by(|a, b| b.at.since(a.at) <= self.reset_after).last().unwrap_or_default();
        let Some(last) = last_run.last().filter(|last| now.since(last.at) <= self.reset_after) else {
            return Decision::send();
        };
        let weight = |failure| if shared::is_hard(failure) { self.hard } else { self.soft };
        let score: u32 = last_run.iter().map(|c| weight(c.failure)).fold(0, u32::saturating_add);
        if score < self.threshold {
            return Decision::send();
        }
        let until = last.at.plus(self.reset_after).plus(1);
        Decision::hold(until).because("discourse/score", shared::ids(last_run), self.threshold)
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        let horizon = horizon.min(now);
        let failures: Vec<_> = history.failures().map(|(e, _)| e).collect();
        let runs = failures.chunk_by(|a, b| b.at().since(a.at()) <= self.reset_after);
        let kept = self.reset_after.max(30 * DAY);
        let over = runs.filter(|run| run.last().is_some_and(|e| horizon.since(e.at()) > kept));
        over.flatten().map(|e| e.id()).collect()
    }
}
