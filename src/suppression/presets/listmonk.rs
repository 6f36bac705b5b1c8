//! `listmonk`: counts a type, for ever.

use super::shared;
use crate::bounce::Trust;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// listmonk: one hard bounce or complaint puts the subscriber on the block list; soft ones do nothing until told to. Counted are all
/// of that type, ever; its users ask for a window (listmonk issue 2770), there is none.
///
/// Source: listmonk settings `bounce.actions` (soft 2 none, hard 1 blocklist, complaint 1 blocklist) and `queries.sql`, record-bounce.
///
/// ```
/// let mut policy = mailbounce::suppression::presets::Listmonk::default();
/// policy.soft = Some(5); // "soft: blocklist after 5"
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listmonk {
    /// What is trusted less is not counted. listmonk asks nothing.
    pub trust: Trust,
    /// Hard bounces until the stop. listmonk: 1.
    pub hard: u32,
    /// Soft bounces until the stop; none: never. listmonk counts to 2 and then does nothing.
    pub soft: Option<u32>,
    /// Whether a complaint stops. listmonk: one does.
    pub complaint: bool,
}

impl Default for Listmonk {
    fn default() -> Self {
        Self { trust: Trust::Unverified, hard: 1, soft: None, complaint: true }
    }
}

impl SuppressionPolicy for Listmonk {
    fn name(&self) -> &str {
        "listmonk"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        let reading = shared::reading(self.trust, 0);
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        if let Some(stop) = shared::complained(history, reading, "listmonk/complaint").filter(|_| self.complaint) {
            return stop;
        }
        let (hard, soft): (Vec<_>, Vec<_>) = shared::failures(history, reading, surroundings, now, None)
            .into_iter()
            .partition(|c| shared::is_hard(c.failure));
        if shared::reached(hard.len(), self.hard) {
            return Decision::stop().because("listmonk/hard", shared::ids(&hard), self.hard);
        }
        match self.soft {
            Some(count) if shared::reached(soft.len(), count) => {
                Decision::stop().because("listmonk/soft", shared::ids(&soft), count)
            }
            _ => Decision::send(),
        }
    }

    fn spent(&self, _: &History, _: Timestamp, _: Timestamp) -> Vec<EventId> {
        Vec::new()
    }
}
