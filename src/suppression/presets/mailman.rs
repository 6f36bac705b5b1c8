//! `mailman2` and `mailman3`: the bounce scores of GNU Mailman.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::suppression::count::Counted;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Mailman 2.1: a score a member, at most one bounce a day; above the threshold the delivery is disabled.
///
/// Source: Mailman 2.1 list administration manual, "Bounce detection sensitivity" (`bounce_score_threshold`, `bounce_info_stale_after`).
/// The three reminders and the removal after them are mails of the list, not a decision on delivery.
///
/// ```
/// let policy = mailbounce::suppression::presets::Mailman2::default();
/// assert_eq!(policy.hard, 10);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mailman2 {
    /// What is trusted less is not counted. Mailman asks nothing.
    pub trust: Trust,
    /// Tenths of a point for a hard bounce. Mailman: 1 point.
    pub hard: u32,
    /// Tenths of a point for a soft bounce. Mailman: half a point.
    pub soft: u32,
    /// Tenths of a point that the score must exceed. Mailman: 5 points (unverified).
    pub threshold: u32,
    /// Seconds without a bounce after which the score is dropped. Mailman: 7 days (unverified).
    pub stale_after: i64,
}

impl Default for Mailman2 {
    fn default() -> Self {
        Self { trust: Trust::Unverified, hard: 10, soft: 5, threshold: 50, stale_after: 7 * DAY }
    }
}

/// Mailman 3: as Mailman 2, but temporary failures are ignored, and the threshold is reached, not exceeded.
///
/// Source: mailman `src/mailman/model/bounce.py` (`BounceProcessor.register`, `_apply_probe_bounce`); defaults of `process_bounces`, `bounce_score_threshold`,
/// `bounce_info_stale_after` in its list styles.
///
/// ```
/// let policy = mailbounce::suppression::presets::Mailman3::default();
/// assert_eq!(policy.threshold, 5);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mailman3 {
    /// What is trusted less is not counted. Mailman asks nothing.
    pub trust: Trust,
    /// The score, one a calendar day (UTC), at which delivery is disabled. Mailman: 5.
    pub threshold: u32,
    /// Seconds after which an earlier bounce is stale: the score begins again at 1. Mailman: 7 days.
    pub stale_after: i64,
}

impl Default for Mailman3 {
    fn default() -> Self {
        Self { trust: Trust::Unverified, threshold: 5, stale_after: 7 * DAY }
    }
}

/// The first of each calendar day; the order of time is kept.
fn one_a_day(mut counted: Vec<Counted<'_>>, weight: impl Fn(&Counted<'_>) -> u32) -> Vec<Counted<'_>> {
    let day = |c: &Counted<'_>| c.at.0.div_euclid(DAY);
    let mut days: Vec<Counted<'_>> = Vec::new();
    for c in counted.drain(..) {
        match days.last_mut() {
            // The worst bounce of the day stands for it.
            Some(last) if day(last) == day(&c) => {
                if weight(&c) > weight(last) {
                    *last = c;
                }
            }
            _ => days.push(c),
        }
    }
    days
}

/// The events of the score as it stood when it first passed; a pause as long as `stale_after` begins a new one.
fn score(
    counted: &[Counted<'_>],
    stale_after: i64,
    weight: impl Fn(&Counted<'_>) -> u32,
    passes: impl Fn(u32) -> bool,
) -> Option<Vec<EventId>> {
    for run in counted.chunk_by(|a, b| b.at.since(a.at) <= stale_after) {
        let mut sum = 0;
        for (i, c) in run.iter().enumerate() {
            sum += weight(c);
            if passes(sum) {
                // Bounces of a member whose delivery is disabled are ignored: what is reached stays.
                return Some(run.iter().take(i + 1).map(|c| c.event.id()).collect());
            }
        }
    }
    None
}

impl SuppressionPolicy for Mailman2 {
    fn name(&self) -> &str {
        "mailman2"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let weight = |c: &Counted<'_>| if shared::is_hard(c.failure) { self.hard } else { self.soft };
        let counted = shared::failures(history, shared::reading(self.trust, 0), surroundings, now, None);
        let days = one_a_day(counted, weight);
        match score(&days, self.stale_after, weight, |sum| sum > self.threshold) {
            Some(ids) => Decision::stop().because("mailman2/score", ids, self.threshold / 10 + 1),
            None => Decision::send(),
        }
    }

    fn spent(&self, _: &History, _: Timestamp, _: Timestamp) -> Vec<EventId> {
        Vec::new()
    }
}

impl SuppressionPolicy for Mailman3 {
    fn name(&self) -> &str {
        "mailman3"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let mut counted = shared::failures(history, shared::reading(self.trust, 0), surroundings, now, None);
        counted.retain(|c| shared::is_hard(c.failure));
        let days = one_a_day(counted, |_| 1);
        match score(&days, self.stale_after, |_| 1, |sum| sum >= self.threshold) {
            Some(ids) => Decision::stop().because("mailman3/score", ids, self.threshold),
            None => Decision::send(),
        }
    }

    fn spent(&self, _: &History, _: Timestamp, _: Timestamp) -> Vec<EventId> {
        Vec::new()
    }
}
