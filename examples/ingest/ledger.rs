//! Where it is remembered: the ledger that `--ledger` names, as one that waits.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use mailbounce::suppression::{Event, History, Ledger, LedgerError, Spent};
use mailbounce::{Mailbox, Timestamp};

use crate::Failed;

fn is_postgres(place: &str) -> bool {
    place.starts_with("postgres:") || place.starts_with("postgresql:")
}

fn is_redis(place: &str) -> bool {
    place.starts_with("redis:") || place.starts_with("rediss:")
}

/// Opens the ledger.
pub(crate) fn open(place: &str) -> Result<Box<dyn Ledger>, Failed> {
    if is_postgres(place) {
        return postgres(place);
    }
    if is_redis(place) {
        return redis(place);
    }
    if place.contains("://") {
        return Err(format!("--ledger {place}: a file, postgres://... or redis://...").into());
    }
    sqlite(place)
}

#[cfg(feature = "sqlite")]
fn sqlite(place: &str) -> Result<Box<dyn Ledger>, Failed> {
    Ok(Box::new(mailbounce::suppression::SqliteLedger::open(place)?))
}

#[cfg(not(feature = "sqlite"))]
fn sqlite(_: &str) -> Result<Box<dyn Ledger>, Failed> {
    Err("an SQLite file needs: cargo run --features sqlite".into())
}

#[cfg(feature = "postgres")]
fn postgres(place: &str) -> Result<Box<dyn Ledger>, Failed> {
    waiting(mailbounce::suppression::PostgresLedger::connect(place))
}

#[cfg(not(feature = "postgres"))]
fn postgres(_: &str) -> Result<Box<dyn Ledger>, Failed> {
    Err("PostgreSQL needs: cargo run --features postgres".into())
}

#[cfg(feature = "redis")]
fn redis(place: &str) -> Result<Box<dyn Ledger>, Failed> {
    waiting(mailbounce::suppression::RedisLedger::connect(place))
}

#[cfg(not(feature = "redis"))]
fn redis(_: &str) -> Result<Box<dyn Ledger>, Failed> {
    Err("Redis needs: cargo run --features redis".into())
}

/// An async ledger, with a runtime of its own.
#[cfg(any(feature = "postgres", feature = "redis"))]
fn waiting<L: mailbounce::suppression::AsyncLedger + 'static>(
    connect: impl Future<Output = Result<L, LedgerError>>,
) -> Result<Box<dyn Ledger>, Failed> {
    use mailbounce::suppression::AsyncLedger;

    struct Waiting<L>(tokio::runtime::Runtime, L);

    impl<L: AsyncLedger> Ledger for Waiting<L> {
        fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
            self.0.block_on(self.1.record(events))
        }
        fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
            self.0.block_on(self.1.histories(mailboxes))
        }
        fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
            self.0.block_on(self.1.mailboxes(after, limit))
        }
        fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
            self.0.block_on(self.1.prune(before, spent))
        }
        fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
            self.0.block_on(self.1.forget(mailbox))
        }
    }

    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let ledger = runtime.block_on(connect)?;
    Ok(Box::new(Waiting(runtime, ledger)))
}

/// The ledger's name for people: without user and password.
pub(crate) fn name(place: &str) -> String {
    match place.split_once("://") {
        Some((scheme, rest)) => {
            let rest = rest.split(['?', '#']).next().unwrap_or_default();
            let hosts: Vec<&str> = rest.split(',').map(|part| part.rsplit('@').next().unwrap_or_default()).collect();
            format!("{scheme}://{}", hosts.join(","))
        }
        None => place.to_owned(),
    }
}

/// The file that notes what was read into a ledger: beside an SQLite file, else here.
pub(crate) fn progress_of(place: &str) -> PathBuf {
    if !is_postgres(place) && !is_redis(place) {
        return PathBuf::from(format!("{place}.ingested.jsonl"));
    }
    let mut hasher = DefaultHasher::new();
    place.hash(&mut hasher);
    PathBuf::from(format!("mailbounce-{:016x}.ingested.jsonl", hasher.finish()))
}

/// Gathers what is recorded, and records it at once when it is flushed or anything is asked: so many mails cost one write.
pub(crate) struct Gathering {
    ledger: Box<dyn Ledger>,
    events: Mutex<Vec<Event>>,
}

impl Gathering {
    /// Seconds that are waited between tries, where the ledger says that it may pass.
    const WAITS: [u64; 5] = [1, 1, 2, 4, 8];

    pub(crate) fn new(ledger: Box<dyn Ledger>) -> Self {
        Self { ledger, events: Mutex::default() }
    }

    pub(crate) fn flush(&self) -> Result<(), LedgerError> {
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        let mut waits = Self::WAITS.into_iter();
        loop {
            match self.ledger.record(&events) {
                Ok(()) => {
                    events.clear();
                    return Ok(());
                }
                Err(error) if error.is_retryable() => match waits.next() {
                    Some(seconds) => std::thread::sleep(Duration::from_secs(seconds)),
                    None => return Err(error),
                },
                Err(error) => return Err(error),
            }
        }
    }
}

impl Ledger for Gathering {
    fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
        self.events.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(events);
        Ok(())
    }
    fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        self.flush()?;
        self.ledger.histories(mailboxes)
    }
    fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
        self.flush()?;
        self.ledger.mailboxes(after, limit)
    }
    fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        self.flush()?;
        self.ledger.prune(before, spent)
    }
    fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        self.flush()?;
        self.ledger.forget(mailbox)
    }
}
