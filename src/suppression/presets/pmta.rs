//! `pmta`: a threshold a reason, as users of PowerMTA set them.

use super::{DAY, shared};
use crate::bounce::Trust;
use crate::reason::Reason;
use crate::suppression::count;
use crate::suppression::event::{EventId, Failure};
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// Per-reason thresholds over PowerMTA's bounce categories, as Engaging Networks publishes its own.
///
/// Source: Engaging Networks help, "Bounce handling": inactive-mailbox, bad-mailbox and bad-domain 1; no-answer-from-host and quota-issues 3;
/// routing-errors and relaying-issues 4; all other categories 99999, which is never.
///
/// ```
/// let policy = mailbounce::suppression::presets::PowerMta::default();
/// assert_eq!(policy.quota_issues, 3);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PowerMta {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// `bad-mailbox`: `user-unknown`, `has-moved`. Published: 1.
    pub bad_mailbox: u32,
    /// `inactive-mailbox`: `mailbox-disabled`. Published: 1.
    pub inactive_mailbox: u32,
    /// `bad-domain`: `host-unknown`. Published: 1.
    pub bad_domain: u32,
    /// `no-answer-from-host`: `network-error`. Published: 3.
    pub no_answer_from_host: u32,
    /// `quota-issues`: `mailbox-full`. Published: 3.
    pub quota_issues: u32,
    /// `routing-errors`: `dns-failure`, `mail-loop`. Published: 4.
    pub routing_errors: u32,
    /// `relaying-issues`: `relay-denied` by the recipient's own servers. Published: 4.
    pub relaying_issues: u32,
    /// Every other category. Published: 99999.
    pub other: u32,
    /// Whether a delivery ends the count. Not published; default true.
    pub reset_on_delivery: bool,
    /// Age from which an SMTP 250 without a bounce is a delivery, in seconds. Not published; default 7 days.
    pub settle: i64,
}

impl PowerMta {
    /// The number that means never.
    pub const NEVER: u32 = 99_999;

    fn category(&self, failure: &Failure) -> (&'static str, u32) {
        match count::cause(failure) {
            Reason::UserUnknown | Reason::HasMoved => ("pmta/bad-mailbox", self.bad_mailbox),
            Reason::MailboxDisabled => ("pmta/inactive-mailbox", self.inactive_mailbox),
            Reason::HostUnknown => ("pmta/bad-domain", self.bad_domain),
            Reason::NetworkError => ("pmta/no-answer-from-host", self.no_answer_from_host),
            Reason::MailboxFull => ("pmta/quota-issues", self.quota_issues),
            Reason::DnsFailure | Reason::MailLoop => ("pmta/routing-errors", self.routing_errors),
            Reason::RelayDenied => ("pmta/relaying-issues", self.relaying_issues),
            _ => ("pmta/other", self.other),
        }
    }
}

impl Default for PowerMta {
    fn default() -> Self {
        Self {
            trust: Trust::Unverified,
            bad_mailbox: 1,
            inactive_mailbox: 1,
            bad_domain: 1,
            no_answer_from_host: 3,
            quota_issues: 3,
            routing_errors: 4,
            relaying_issues: 4,
            other: Self::NEVER,
            reset_on_delivery: true,
            settle: 7 * DAY,
        }
    }
}

impl SuppressionPolicy for PowerMta {
    fn name(&self) -> &str {
        "pmta"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let reading = shared::reading(self.trust, self.settle);
        let delivered = if self.reset_on_delivery { reading.delivered_at(history, now) } else { None };
        let counted = shared::failures(history, reading, surroundings, now, delivered);
        for c in &counted {
            let (rule, threshold) = self.category(c.failure);
            let same: Vec<_> = counted.iter().filter(|o| self.category(o.failure).0 == rule).copied().collect();
            if threshold < Self::NEVER && shared::reached(same.len(), threshold) {
                return Decision::stop().because(rule, shared::ids(&same), threshold);
            }
        }
        Decision::send()
    }

    fn spent(&self, history: &History, horizon: Timestamp, now: Timestamp) -> Vec<EventId> {
        if !self.reset_on_delivery {
            return Vec::new();
        }
        super::spent(shared::reading(self.trust, self.settle), i64::MAX, history, horizon, now, |_| true)
    }
}
