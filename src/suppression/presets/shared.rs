//! What the presets of other systems have in common.

use super::DAY;
use crate::bounce::Trust;
use crate::reason::Persistence;
use crate::suppression::count::{self, Counted, Reading};
use crate::suppression::event::{Event, EventId, Failure, What};
use crate::suppression::{Decision, History, Surroundings};
use crate::time::Timestamp;

/// A reading where an SMTP 250 counts after `settle` seconds.
pub(crate) const fn reading(trust: Trust, settle: i64) -> Reading {
    Reading { trust, settle, late: 30 * DAY }
}

/// What every policy asks first: whether it was stopped by hand.
pub(crate) fn by_hand(history: &History) -> Option<Decision> {
    let (event, stopped) = history.by_hand()?;
    stopped.then(|| Decision::stop().because("by-hand", vec![event.id()], 1))
}

/// A stop for a complaint.
pub(crate) fn complained(history: &History, reading: Reading, rule: &'static str) -> Option<Decision> {
    reading.complaint(history).map(|event| Decision::stop().because(rule, vec![event.id()], 1))
}

/// Failures later than `after` that may count, each message once, none that is the sender's or the message's fault.
pub(crate) fn failures<'a>(
    history: &'a History,
    reading: Reading,
    surroundings: &Surroundings,
    now: Timestamp,
    after: Option<Timestamp>,
) -> Vec<Counted<'a>> {
    let mut failures = reading.messages(history, surroundings, now, after);
    failures.retain(|c| !count::is_senders(c.failure));
    failures
}

/// Permanent.
pub(crate) fn is_hard(failure: &Failure) -> bool {
    failure.persistence == Persistence::Permanent
}

/// The ids of what was counted.
pub(crate) fn ids(counted: &[Counted<'_>]) -> Vec<EventId> {
    counted.iter().map(|c| c.event.id()).collect()
}

/// Whether it can be compared with a threshold: enough of them.
pub(crate) fn reached(count: usize, threshold: u32) -> bool {
    u32::try_from(count).unwrap_or(u32::MAX) >= threshold && count > 0
}

/// Whether the event says that a message was written: sent, or accepted by the next server.
pub(crate) const fn is_sending(event: &Event) -> bool {
    matches!(event.what(), What::Sent | What::Accepted)
}
