//! `ses`: the suppression lists of Amazon SES.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Amazon SES: one hard bounce or complaint puts the address on the account's list, until it is taken off by hand; the older global list keeps it
/// for up to 14 days.
///
/// Source: Amazon SES developer guide, "Using the account-level suppression list" and "Using the global suppression list".
///
/// ```
/// use mailbounce::suppression::presets::Ses;
///
/// let policy = Ses::global();
/// assert_eq!(policy.lives, Some(14 * 86_400));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ses {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Whether a hard bounce lists. Account list: `SuppressedReasons` BOUNCE, on.
    pub bounce: bool,
    /// Whether a complaint lists. Account list: `SuppressedReasons` COMPLAINT, on.
    pub complaint: bool,
    /// How long an entry for a bounce lives, in seconds; none: until it is taken off by hand.
    pub lives: Option<i64>,
}

impl Default for Ses {
    /// The account-level list.
    fn default() -> Self {
        Self { trust: Trust::Unverified, bounce: true, complaint: true, lives: None }
    }
}

impl Ses {
    /// The global list: hard bounces only, for 14 days.
    #[must_use]
    pub fn global() -> Self {
        Self { complaint: false, lives: Some(14 * DAY), ..Self::default() }
    }
}

impl SuppressionPolicy for Ses {
    fn name(&self) -> &str {
        "ses"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let reading = shared::reading(self.trust, 0);
        if let Some(stop) = shared::complained(history, reading, "ses/complaint").filter(|_| self.complaint) {
            return stop;
        }
        let mut hard = shared::failures(history, reading, surroundings, now, None);
        hard.retain(|c| shared::is_hard(c.failure));
        let Some(last) = hard.last().filter(|_| self.bounce) else { return Decision::send() };
        let ids = vec![last.event.id()];
        match self.lives.map(|lives| last.at.plus(lives)) {
            None => Decision::stop().because("ses/bounce", ids, 1),
            Some(until) if until > now => Decision::hold(until).because("ses/bounce", ids, 1),
            Some(_) => Decision::send(),
        }
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        let Some(lives) = self.lives else { return Vec::new() };
        let horizon = horizon.min(now);
        let is_over = |at: Timestamp| horizon.since(at) > lives.saturating_add(30 * DAY);
        let listed = |f: &crate::suppression::Failure| crate::suppression::count::is_listed_for_complaint(f);
        history.failures().filter(|(e, f)| is_over(e.at()) && !listed(f)).map(|(e, _)| e.id()).collect()
    }
}
