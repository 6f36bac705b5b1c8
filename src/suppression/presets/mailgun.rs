//! `mailgun`: one permanent failure for an invalid recipient.

use super::shared;
use crate::bounce::Trust;
use crate::reason::Reason;
use crate::suppression::event::EventId;
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Mailgun: one permanent failure because the recipient is invalid puts the address on the bounces list; soft failures never do. Complaints and
/// unsubscriptions have lists of their own, which stop as well.
///
/// Source: Mailgun documentation, "Suppressions: bounces, unsubscribes, complaints".
///
/// ```
/// let policy = mailbounce::suppression::presets::Mailgun::default();
/// assert_eq!(policy.permanent, 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mailgun {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Permanent failures for an invalid recipient until the stop. Mailgun: 1.
    pub permanent: u32,
    /// Whether a complaint or unsubscription stops. Mailgun: it does.
    pub complaint: bool,
}

impl Default for Mailgun {
    fn default() -> Self {
        Self { trust: Trust::Unverified, permanent: 1, complaint: true }
    }
}

/// The address can't be written to: no such local part, domain, or not any more.
const fn is_invalid(reason: Reason) -> bool {
    matches!(reason, Reason::UserUnknown | Reason::MailboxDisabled | Reason::HasMoved | Reason::HostUnknown)
}

impl SuppressionPolicy for Mailgun {
    fn name(&self) -> &str {
        "mailgun"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let reading = shared::reading(self.trust, 0);
        if let Some(stop) = shared::complained(history, reading, "mailgun/complaint").filter(|_| self.complaint) {
            return stop;
        }
        let mut counted = shared::failures(history, reading, surroundings, now, None);
        counted.retain(|c| shared::is_hard(c.failure) && is_invalid(c.failure.reason));
        if shared::reached(counted.len(), self.permanent) {
            return Decision::stop().because("mailgun/bounce", shared::ids(&counted), self.permanent);
        }
        Decision::send()
    }

    fn spent(&self, _: &History, _: Timestamp, _: Timestamp) -> Vec<EventId> {
        Vec::new()
    }
}
