//! A ledger in memory: for tests, small programs, and as the model that the others are compared with.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};
use std::ops::Bound;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

use super::event::Event;
use super::history::History;
use super::ledger::{Ledger, LedgerError, Spent};
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

type Shard = RwLock<BTreeMap<Box<str>, History>>;

/// A [`Ledger`] in memory. What it knows ends with the program; see [`exchange`](super::exchange) to carry it over.
///
/// ```
/// use mailbounce::suppression::{Ledger, MemoryLedger};
///
/// let ledger = MemoryLedger::new();
/// assert!(ledger.mailboxes(None, 10)?.is_empty());
/// # Ok::<(), mailbounce::suppression::LedgerError>(())
/// ```
#[derive(Debug)]
pub struct MemoryLedger {
    /// By a hash of the key, so that writers seldom wait for each other.
    shards: [Shard; 64],
    hasher: RandomState,
    horizon: AtomicI64,
}

impl MemoryLedger {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self {
            shards: std::array::from_fn(|_| Shard::default()),
            hasher: RandomState::new(),
            horizon: AtomicI64::new(i64::MIN),
        }
    }

    fn index(&self, key: &str) -> usize {
        usize::try_from(self.hasher.hash_one(key) % 64).unwrap_or_default()
    }

    fn shard(&self, key: &str) -> &Shard {
        &self.shards[self.index(key)]
    }

    // A panic while a lock was held can't leave a history half merged: poison is no news here.
    fn read(shard: &Shard) -> RwLockReadGuard<'_, BTreeMap<Box<str>, History>> {
        shard.read().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn write(shard: &Shard) -> RwLockWriteGuard<'_, BTreeMap<Box<str>, History>> {
        shard.write().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Default for MemoryLedger {
    fn default() -> Self {
        Self::new()
    }
}

impl Ledger for MemoryLedger {
    fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
        for event in events {
            let key = event.recipient.key();
            let mut shard = Self::write(self.shard(&key));
            // Read under the lock: a prune at the same time either is seen here, or has yet to come to this shard.
            if event.at.0 < self.horizon.load(Ordering::Acquire) && !event.is_ageless() {
                continue;
            }
            let history = shard.entry(key.into_boxed_str()).or_insert_with(|| History::new(event.recipient.clone()));
            history.merge(event.clone());
        }
        Ok(())
    }

    fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        let history = |mailbox: &Mailbox| {
            let key = mailbox.key();
            Self::read(self.shard(&key)).get(key.as_str()).cloned().unwrap_or_else(|| History::new(mailbox.clone()))
        };
        Ok(mailboxes.iter().map(history).collect())
    }

    fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
        let after = after.map(Mailbox::key);
        let first = after.as_deref().map_or(0, |key| self.index(key));
        let mut page = Vec::new();
        for (index, shard) in self.shards.iter().enumerate().skip(first) {
            let from = after.as_deref().filter(|_| index == first).map_or(Bound::Unbounded, Bound::Excluded);
            let shard = Self::read(shard);
            let range = shard.range::<str, _>((from, Bound::Unbounded));
            page.extend(range.take(limit - page.len()).map(|(_, history)| history.mailbox().clone()));
            if page.len() == limit {
                break;
            }
        }
        Ok(page)
    }

    fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        self.horizon.fetch_max(before.0, Ordering::AcqRel);
        let mut dropped = 0;
        for shard in &self.shards {
            Self::write(shard).retain(|_, history| {
                if history.events().iter().any(|e| e.at < before) {
                    let ids = spent(history);
                    dropped += history.remove(&ids, before) as u64;
                }
                !history.is_empty()
            });
        }
        Ok(dropped)
    }

    fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        let key = mailbox.key();
        Self::write(self.shard(&key)).remove(key.as_str());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::thread::sleep;
    use std::time::Duration;

    use super::*;
    use crate::reason::Reason;
    use crate::suppression::event::Failure;

    /// An old event whose recording began before a prune and ends behind it is refused or dropped: it never stays.
    #[test]
    fn nothing_old_slips_past_a_prune() {
        let horizon = Timestamp(1_000_000);
        let mailbox: Mailbox = "user@a.example".parse().unwrap();
        let failure = Failure { reason: Reason::MailboxFull, ..Failure::default() };
        let old = [Event::failure(mailbox.clone(), Some("m"), failure, horizon.plus(-1))];
        let all: &Spent<'_> = &|history| history.events().iter().map(Event::id).collect();
        for _ in 0..20 {
            let ledger = MemoryLedger::new();
            std::thread::scope(|scope| {
                // Both wait for the shard, and come to it in either order.
                let held = MemoryLedger::read(ledger.shard(&mailbox.key()));
                scope.spawn(|| ledger.record(&old).unwrap());
                sleep(Duration::from_millis(2));
                scope.spawn(|| ledger.prune(horizon, all).unwrap());
                sleep(Duration::from_millis(2));
                drop(held);
            });
            assert!(ledger.mailboxes(None, 1).unwrap().is_empty());
        }
    }
}
