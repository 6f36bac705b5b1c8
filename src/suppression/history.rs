//! What is known of one mailbox: all that a policy sees of it.

use super::event::{Event, EventId, What};
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

/// The events of one mailbox, each id once, in the order of their time.
///
/// Merging is commutative, associative and idempotent: any order and any repetition of the same events gives the same history.
///
/// It stays small: deliveries are a maximum and acceptances four, whatever their number; what a policy needs no more is
/// dropped by [`Ledger::prune`](super::Ledger::prune). What remains is a row for each failure that still counts.
///
/// ```
/// use mailbounce::{Mailbox, Timestamp, suppression::{Event, History}};
///
/// let mailbox: Mailbox = "kijitora@example.jp".parse()?;
/// let event = Event::stopped(mailbox.clone(), "asked by phone", "support", Timestamp(1_772_325_000));
/// let mut history = History::new(mailbox);
/// history.merge(event.clone());
/// history.merge(event);
/// assert_eq!(history.events().len(), 1);
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    mailbox: Mailbox,
    /// Sorted by time, then id.
    events: Vec<Event>,
}

impl History {
    /// Nothing is known yet.
    #[must_use]
    pub const fn new(mailbox: Mailbox) -> Self {
        Self { mailbox, events: Vec::new() }
    }

    /// Whose it is.
    #[must_use]
    pub const fn mailbox(&self) -> &Mailbox {
        &self.mailbox
    }

    /// The events, oldest first; at the same second in the order of their ids.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Nothing is known.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The event of this id.
    #[must_use]
    pub fn get(&self, id: EventId) -> Option<&Event> {
        self.events.iter().find(|e| e.id == id)
    }

    /// Adds an event. Of two with the same id stays the one that [outranks](Event::outranks) the other; one of another mailbox is
    /// not taken. Returns whether the history changed.
    pub fn merge(&mut self, event: Event) -> bool {
        if event.recipient != self.mailbox {
            return false;
        }
        if let Some(at) = self.events.iter().position(|e| e.id == event.id) {
            if !self.events.get(at).is_some_and(|old| event.outranks(old)) {
                return false;
            }
            self.events.remove(at);
        }
        if self.events.is_empty() {
            // Most mailboxes have one event: no room is kept for more.
            self.events.reserve_exact(1);
        }
        let place = self.events.partition_point(|e| (e.at, e.id) < (event.at, event.id));
        self.events.insert(place, event);
        true
    }

    /// Drops events that are older than `before`, of those that `ids` names, [ageless](Event::is_ageless) ones excepted. Returns how many.
    pub fn remove(&mut self, ids: &[EventId], before: Timestamp) -> usize {
        let len = self.events.len();
        self.events.retain(|e| e.at >= before || e.is_ageless() || !ids.contains(&e.id));
        len - self.events.len()
    }

    /// The last decision by hand: the event, and whether it stops. At the same second a stop wins.
    #[must_use]
    pub fn by_hand(&self) -> Option<(&Event, bool)> {
        self.events
            .iter()
            .filter_map(|e| match e.what {
                What::Stopped { .. } => Some((e, true)),
                What::Released { .. } => Some((e, false)),
                _ => None,
            })
            .max_by_key(|(e, stop)| (e.at, *stop, e.id))
    }

    /// When the mailbox was last released by hand; what came at that second or before counts no more.
    #[must_use]
    pub fn released_at(&self) -> Option<Timestamp> {
        self.events.iter().filter(|e| matches!(e.what, What::Released { .. })).map(|e| e.at).max()
    }

    /// The failures, oldest first.
    pub fn failures(&self) -> impl DoubleEndedIterator<Item = (&Event, &super::Failure)> {
        self.events.iter().filter_map(|e| Some((e, e.as_failure()?)))
    }
}

impl Extend<Event> for History {
    fn extend<I: IntoIterator<Item = Event>>(&mut self, events: I) {
        for event in events {
            self.merge(event);
        }
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for History {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("History", 2)?;
        out.serialize_field("mailbox", &self.mailbox)?;
        out.serialize_field("events", &self.events)?;
        out.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for History {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(serde::Deserialize)]
        struct In {
            mailbox: Mailbox,
            events: Vec<Event>,
        }
        let In { mailbox, events } = In::deserialize(deserializer)?;
        let mut history = Self::new(mailbox);
        history.extend(events);
        Ok(history)
    }
}
