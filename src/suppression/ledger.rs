//! Where the log is kept: the contract of every store.

use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use super::event::{Event, EventId};
use super::history::History;
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

/// A ledger could not do what it was asked. The cause is kept as [`source`](Error::source).
pub struct LedgerError {
    doing: &'static str,
    retryable: bool,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl LedgerError {
    /// A failure that trying again will not mend: a broken file, a wrong password, a row that can't be read.
    #[must_use]
    pub fn permanent(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { doing, retryable: false, source: Some(source.into()) }
    }

    /// A failure that may pass: a lock held too long, a server that is away.
    #[must_use]
    pub fn retryable(doing: &'static str, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { doing, retryable: true, source: Some(source.into()) }
    }

    /// Whether the same call may pass later. Every call may be repeated without harm, also one that was done and then reported as failed.
    #[must_use]
    pub const fn is_retryable(&self) -> bool {
        self.retryable
    }
}

impl fmt::Debug for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LedgerError")
            .field("doing", &self.doing)
            .field("retryable", &self.retryable)
            .field("source", &self.source)
            .finish()
    }
}

impl fmt::Display for LedgerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Some(source) => write!(f, "ledger: {}: {source}", self.doing),
            None => write!(f, "ledger: {}", self.doing),
        }
    }
}

impl Error for LedgerError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|s| &**s as &(dyn Error + 'static))
    }
}

/// What a prune asks about each history: the ids of events that its policy will never need again.
pub type Spent<'a> = dyn Fn(&History) -> Vec<EventId> + Send + Sync + 'a;

/// A store of events, one history a mailbox. The log is the state: nothing that was decided is stored.
///
/// # Contract
///
/// - **Record is a merge.** Each event is merged by itself, atomically: of two with the same mailbox and [id](Event::id) the one with
///   the greater ([rank](Event::rank), [body](Event::body)) stays, compared as number, then as octets. So recording is commutative and idempotent: any
///   order, any repetition and any number of writers end in the same state. An error may leave a part of the batch
///   recorded; recording the whole batch again is right.
/// - **What a returned `record` wrote is seen** by every later `histories`, of any worker and any handle.
/// - **No call needs a transaction over two mailboxes**, nor a read before a write: so no retry loops on a distributed SQL
///   store, and no keys of two slots on a Redis cluster (one hash a mailbox).
/// - **Mailboxes are told apart by [`Mailbox::key`]**; the spelling need not be kept.
/// - **Prune never changes a decision** of the policies that named what is spent ([`spent_by_all`](super::spent_by_all) asks several; a
///   policy that was not asked may have needed it): it drops that, and only what is older than `before`. Thereafter events
///   older than `before` are refused, silently: they are repetitions of what was dropped. The horizon never goes back. So a mail that is
///   read again must bear the time of its first reading, else what was dropped comes back as new.
///   Events [that never age](Event::is_ageless) (by hand, complaints) are neither dropped nor refused.
/// - **Times are arguments.** A ledger reads no clock.
///
/// [`conformance`](super::conformance) (feature `conformance`) is this contract as tests.
pub trait Ledger: Send + Sync {
    /// Merges the events. An empty slice does nothing.
    ///
    /// # Errors
    ///
    /// The store is away, full, locked or broken.
    fn record(&self, events: &[Event]) -> Result<(), LedgerError>;

    /// The history of each mailbox, in the order of `mailboxes`; an empty one for a mailbox that is not known.
    ///
    /// # Errors
    ///
    /// The store is away, locked or broken, or a row can't be read.
    fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError>;

    /// At most `limit` of the mailboxes that have events, behind `after`, in an order of the ledger's own that never changes: walking on
    /// from the last of each page meets every mailbox once that was there all the time. Less than `limit` means the end.
    ///
    /// # Errors
    ///
    /// The store is away, locked or broken.
    fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError>;

    /// Drops the events that are older than `before` and that `spent` names of their mailbox's whole history, and refuses events older than
    /// `before` from now on. Returns how many were dropped.
    ///
    /// # Errors
    ///
    /// The store is away, locked or broken, or a row can't be read.
    fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError>;

    /// Erases all that is known of a mailbox, also what was done by hand: the right to erasure. It is not remembered that it was.
    ///
    /// What is kept for its domain and provider names no mailbox. A store that keeps deleted rows for a while (PostgreSQL until a
    /// vacuum, Redis in its append-only file until that is rewritten, any store in its backups) must be made to let go of them by its
    /// own means; and the report of *another* mailbox may quote this one, where it was forwarded.
    ///
    /// # Errors
    ///
    /// The store is away, locked or broken.
    fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError>;
}

/// What an [`AsyncLedger`] returns.
pub type LedgerFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, LedgerError>> + Send + 'a>>;

/// [`Ledger`] for stores that are asked over a network. The contract is the same, and each method is its namesake's twin.
///
/// A future that is dropped before its end may have been done or not, as after an error.
pub trait AsyncLedger: Send + Sync {
    /// See [`Ledger::record`].
    fn record<'a>(&'a self, events: &'a [Event]) -> LedgerFuture<'a, ()>;

    /// See [`Ledger::histories`].
    fn histories<'a>(&'a self, mailboxes: &'a [Mailbox]) -> LedgerFuture<'a, Vec<History>>;

    /// See [`Ledger::mailboxes`].
    fn mailboxes<'a>(&'a self, after: Option<&'a Mailbox>, limit: usize) -> LedgerFuture<'a, Vec<Mailbox>>;

    /// See [`Ledger::prune`].
    fn prune<'a>(&'a self, before: Timestamp, spent: &'a Spent<'a>) -> LedgerFuture<'a, u64>;

    /// See [`Ledger::forget`].
    fn forget<'a>(&'a self, mailbox: &'a Mailbox) -> LedgerFuture<'a, ()>;
}

macro_rules! forward {
    ($($for:ty),+) => {$(
        impl<L: Ledger + ?Sized> Ledger for $for {
            fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
                (**self).record(events)
            }
            fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
                (**self).histories(mailboxes)
            }
            fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
                (**self).mailboxes(after, limit)
            }
            fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
                (**self).prune(before, spent)
            }
            fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
                (**self).forget(mailbox)
            }
        }

        impl<L: AsyncLedger + ?Sized> AsyncLedger for $for {
            fn record<'a>(&'a self, events: &'a [Event]) -> LedgerFuture<'a, ()> {
                (**self).record(events)
            }
            fn histories<'a>(&'a self, mailboxes: &'a [Mailbox]) -> LedgerFuture<'a, Vec<History>> {
                (**self).histories(mailboxes)
            }
            fn mailboxes<'a>(&'a self, after: Option<&'a Mailbox>, limit: usize) -> LedgerFuture<'a, Vec<Mailbox>> {
                (**self).mailboxes(after, limit)
            }
            fn prune<'a>(&'a self, before: Timestamp, spent: &'a Spent<'a>) -> LedgerFuture<'a, u64> {
                (**self).prune(before, spent)
            }
            fn forget<'a>(&'a self, mailbox: &'a Mailbox) -> LedgerFuture<'a, ()> {
                (**self).forget(mailbox)
            }
        }
    )+};
}

forward!(&L, Box<L>, Arc<L>);

/// A [`Ledger`] as an [`AsyncLedger`] whose futures do the work when first polled: for memory, and for SQLite where a blocked
/// executor thread is no harm.
#[derive(Debug, Clone, Copy, Default)]
pub struct Blocking<L>(
    /// The ledger.
    pub L,
);

impl<L: Ledger> AsyncLedger for Blocking<L> {
    fn record<'a>(&'a self, events: &'a [Event]) -> LedgerFuture<'a, ()> {
        Box::pin(async move { self.0.record(events) })
    }
    fn histories<'a>(&'a self, mailboxes: &'a [Mailbox]) -> LedgerFuture<'a, Vec<History>> {
        Box::pin(async move { self.0.histories(mailboxes) })
    }
    fn mailboxes<'a>(&'a self, after: Option<&'a Mailbox>, limit: usize) -> LedgerFuture<'a, Vec<Mailbox>> {
        Box::pin(async move { self.0.mailboxes(after, limit) })
    }
    fn prune<'a>(&'a self, before: Timestamp, spent: &'a Spent<'a>) -> LedgerFuture<'a, u64> {
        Box::pin(async move { self.0.prune(before, spent) })
    }
    fn forget<'a>(&'a self, mailbox: &'a Mailbox) -> LedgerFuture<'a, ()> {
        Box::pin(async move { self.0.forget(mailbox) })
    }
}
