//! The embedded ledger: one SQLite file.
//!
//! Schema 1: `event(mailbox, id, rank, body)`, clustered by mailbox and id, so that a history is one descent of one tree and one run of
//! rows; `meta` holds the prune horizon. The version is `PRAGMA user_version`; older files are migrated when they are opened.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, Transaction, TransactionBehavior, params};

use super::event::{Event, EventId};
use super::history::History;
use super::ledger::{Ledger, LedgerError, Spent};
use crate::mailbox::Mailbox;
use crate::time::Timestamp;
use crate::word::words;

/// `mbnc`, in the file's header: it is one of ours.
const APPLICATION_ID: i32 = 0x6d62_6e63;

/// What turns each version into the next, from an empty file on. Rows are only ever appended here.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE event (
        mailbox TEXT NOT NULL,
        id BLOB NOT NULL,
        rank INTEGER NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (mailbox, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
"];

const RECORD: &str = "
    INSERT INTO event (mailbox, id, rank, body) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT (mailbox, id) DO UPDATE SET rank = excluded.rank, body = excluded.body
    WHERE excluded.rank > event.rank OR (excluded.rank = event.rank AND excluded.body > event.body)";
const HISTORY: &str = "SELECT id, rank, body FROM event WHERE mailbox = ?1";
const MAILBOXES: &str = "SELECT DISTINCT mailbox FROM event WHERE mailbox > ?1 ORDER BY mailbox LIMIT ?2";
const HORIZON: &str = "SELECT value FROM meta WHERE name = 'horizon'";
const SNAPSHOT: &str = "SELECT count(*) FROM meta";
const SET_HORIZON: &str = "
    INSERT INTO meta (name, value) VALUES ('horizon', ?1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE excluded.value > meta.value";

words! {
    /// What survives when the power fails. A killed process loses nothing that was recorded, either way.
    Durability, neutral Full {
        /// What `record` returned for is on the disk: SQLite's `synchronous = FULL`, one sync a call.
        Full = "full",
        /// The last records may be lost, the file stays sound: `synchronous = NORMAL`. For logs that can be read again.
        Normal = "normal",
    }
}

/// A [`Ledger`] in one SQLite file, in WAL mode: any number of readers beside one writer, in any number of processes on one machine.
///
/// What is [forgotten](Ledger::forget) is overwritten, in the file and in the log beside it, unless somebody reads at that moment: then
/// in the log as soon as it begins anew. Backups and the file system's own copies are yours.
///
/// The file must be on a local disk. It is read through a memory map: where the disk can't be read any more, or another program cuts the
/// file short, the operating system ends the process (SIGBUS). Back it up by SQLite's own means, not by writing over it.
///
/// ```
/// use mailbounce::suppression::{Ledger, SqliteLedger};
///
/// let ledger = SqliteLedger::in_memory()?;
/// assert!(ledger.mailboxes(None, 10)?.is_empty());
/// # Ok::<(), mailbounce::suppression::LedgerError>(())
/// ```
#[derive(Debug)]
pub struct SqliteLedger {
    writer: Mutex<Connection>,
    /// None where the database is in memory: then the writer reads too.
    readers: Vec<Mutex<Connection>>,
    next: AtomicUsize,
}

impl SqliteLedger {
    /// How long a writer of another process is waited for.
    pub const BUSY: Duration = Duration::from_secs(10);

    /// Opens or makes a file, and migrates an older one.
    ///
    /// # Errors
    ///
    /// The file can't be opened or written, is no SQLite file, is another program's, or was written by a newer version.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, LedgerError> {
        Self::open_with(path, Durability::Full)
    }

    /// As [`open`](Self::open), with what shall survive a power failure.
    ///
    /// # Errors
    ///
    /// As [`open`](Self::open).
    pub fn open_with(path: impl AsRef<Path>, durability: Durability) -> Result<Self, LedgerError> {
        let path = path.as_ref();
        let mut writer = Connection::open(path).map_err(failed("opening"))?;
        setup(&writer, durability).map_err(failed("opening"))?;
        migrate(&mut writer)?;
        let threads = std::thread::available_parallelism().map_or(2, |n| n.get().min(8));
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let reader = |_| {
            let reader = Connection::open_with_flags(path, flags)?;
            setup(&reader, durability)?;
            reader.pragma_update(None, "query_only", true)?;
            reader.pragma_update_and_check(None, "mmap_size", MAP, |_| Ok(()))?;
            Ok(Mutex::new(reader))
        };
        let readers = (0..threads).map(reader).collect::<Result<_, _>>().map_err(failed("opening"))?;
        Ok(Self { writer: Mutex::new(writer), readers, next: AtomicUsize::new(0) })
    }

    /// A database in memory, gone with this value.
    ///
    /// # Errors
    ///
    /// No memory.
    pub fn in_memory() -> Result<Self, LedgerError> {
        let mut writer = Connection::open_in_memory().map_err(failed("opening"))?;
        setup(&writer, Durability::Normal).map_err(failed("opening"))?;
        migrate(&mut writer)?;
        Ok(Self { writer: Mutex::new(writer), readers: Vec::new(), next: AtomicUsize::new(0) })
    }

    // A panic while the lock was held rolled its transaction back: poison is no news here.
    fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn reader(&self) -> MutexGuard<'_, Connection> {
        if let Some(free) = self.readers.iter().find_map(|r| r.try_lock().ok()) {
            return free;
        }
        let next = self.next.fetch_add(1, Ordering::Relaxed) % self.readers.len().max(1);
        let reader = self.readers.get(next).unwrap_or(&self.writer);
        reader.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn failed(doing: &'static str) -> impl Fn(rusqlite::Error) -> LedgerError {
    move |error| match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => LedgerError::retryable(doing, error),
        _ => LedgerError::permanent(doing, error),
    }
}

fn setup(connection: &Connection, durability: Durability) -> rusqlite::Result<()> {
    connection.busy_timeout(SqliteLedger::BUSY)?;
    connection.set_prepared_statement_cache_capacity(16);
    // A database in memory answers "memory"; that is as well.
    patiently(|| connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())))?;
    let synchronous = if durability == Durability::Full { "FULL" } else { "NORMAL" };
    connection.pragma_update(None, "synchronous", synchronous)?;
    // What is deleted is overwritten: the addresses of those who are forgotten stay in no free page.
    connection.pragma_update_and_check(None, "secure_delete", true, |_| Ok(()))?;
    // In KiB: the upper levels of the tree of some ten million rows.
    connection.pragma_update(None, "cache_size", -32_768)
}

/// Waits as `busy_timeout` does. SQLite does not ask it where two switch a file to WAL at once.
fn patiently(mut run: impl FnMut() -> rusqlite::Result<()>) -> rusqlite::Result<()> {
    let start = Instant::now();
    loop {
        match run() {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && start.elapsed() < SqliteLedger::BUSY =>
            {
                std::thread::sleep(Duration::from_millis(2));
            }
            done => return done,
        }
    }
}

fn migrate(connection: &mut Connection) -> Result<(), LedgerError> {
    let failed = failed("migrating");
    let number = |c: &Connection, name| c.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    // The lock comes first, so that of two processes that open a new file one makes the tables and the other finds them.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&failed)?;
    let version = usize::try_from(number(&transaction, "user_version").map_err(&failed)?).unwrap_or(usize::MAX);
    let owner = number(&transaction, "application_id").map_err(&failed)?;
    if owner != APPLICATION_ID && (owner != 0 || version != 0) {
        return Err(LedgerError::permanent("opening", "the file is another program's"));
    }
    let Some(missing) = MIGRATIONS.get(version..) else {
        return Err(LedgerError::permanent("opening", "the file was written by a newer version"));
    };
    for step in missing {
        transaction.execute_batch(step).map_err(&failed)?;
    }
    if !missing.is_empty() {
        transaction.pragma_update(None, "application_id", APPLICATION_ID).map_err(&failed)?;
        transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64).map_err(&failed)?;
    }
    transaction.commit().map_err(&failed)
}

fn horizon(connection: &Connection) -> rusqlite::Result<Timestamp> {
    let horizon = connection.prepare_cached(HORIZON)?.query_row([], |row| row.get(0)).optional()?;
    Ok(Timestamp(horizon.unwrap_or(i64::MIN)))
}

fn history(connection: &Connection, mailbox: &Mailbox) -> Result<History, LedgerError> {
    let failed = failed("reading");
    let mut history = History::new(mailbox.clone());
    let mut statement = connection.prepare_cached(HISTORY).map_err(&failed)?;
    let mut rows = statement.query([mailbox.key()]).map_err(&failed)?;
    while let Some(row) = rows.next().map_err(&failed)? {
        let (id, rank): ([u8; 16], i64) = (row.get(0).map_err(&failed)?, row.get(1).map_err(&failed)?);
        let body = row.get_ref(2).and_then(|b| b.as_str().map_err(Into::into)).map_err(&failed)?;
        let event = Event::from_row(mailbox.clone(), EventId::from_bytes(id), rank, body)
            .map_err(|e| LedgerError::permanent("reading", e))?;
        history.merge(event);
    }
    Ok(history)
}

impl Ledger for SqliteLedger {
    fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
        if events.is_empty() {
            return Ok(());
        }
        let failed = failed("recording");
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&failed)?;
        let horizon = horizon(&transaction).map_err(&failed)?;
        {
            let mut statement = transaction.prepare_cached(RECORD).map_err(&failed)?;
            for event in events.iter().filter(|e| e.at() >= horizon || e.is_ageless()) {
                let (key, id) = (event.recipient().key(), event.id());
                statement.execute(params![key, id.as_bytes(), event.rank(), event.body()]).map_err(&failed)?;
            }
        }
        transaction.commit().map_err(&failed)
    }

    fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        let reader = self.reader();
        if let [mailbox] = mailboxes {
            return Ok(vec![history(&reader, mailbox)?]);
        }
        // One snapshot for all, and one lock in place of one a statement: a statement that is not at its end keeps both.
        let failed = failed("reading");
        let mut snapshot = reader.prepare_cached(SNAPSHOT).map_err(&failed)?;
        let mut open = snapshot.query([]).map_err(&failed)?;
        open.next().map_err(&failed)?;
        mailboxes.iter().map(|m| history(&reader, m)).collect()
    }

    fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
        page(&self.reader(), after, limit)
    }

    fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        let failed = failed("pruning");
        self.writer().execute(SET_HORIZON, [before.0]).map_err(&failed)?;
        let (mut dropped, mut after) = (0, None);
        loop {
            // A page a transaction, so that writers get their turn.
            let mut writer = self.writer();
            let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&failed)?;
            let mailboxes = page(&transaction, after.as_ref(), PAGE)?;
            for mailbox in &mailboxes {
                dropped += prune_one(&transaction, mailbox, before, spent)?;
            }
            transaction.commit().map_err(&failed)?;
            if mailboxes.len() < PAGE {
                return Ok(dropped);
            }
            after = mailboxes.into_iter().last();
        }
    }

    fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        let failed = failed("forgetting");
        let writer = self.writer();
        writer.execute("DELETE FROM event WHERE mailbox = ?1", [mailbox.key()]).map_err(&failed)?;
        // The log before the file still has it. Where somebody is just reading, that takes until a later checkpoint.
        writer.busy_timeout(Duration::ZERO).map_err(&failed)?;
        let emptied = writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        writer.busy_timeout(Self::BUSY).map_err(&failed)?;
        match emptied.map_err(&failed) {
            Err(error) if !error.is_retryable() => Err(error),
            _ => Ok(()),
        }
    }
}

/// How much of the file readers map into memory: as much as SQLite allows. A decision among ten million addresses takes a quarter less.
const MAP: i64 = 0x7fff_0000;
/// Mailboxes that are pruned in one transaction.
const PAGE: usize = 1000;

fn page(connection: &Connection, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
    let failed = failed("listing");
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut statement = connection.prepare_cached(MAILBOXES).map_err(&failed)?;
    let mut rows = statement.query(params![after.map(Mailbox::key).unwrap_or_default(), limit]).map_err(&failed)?;
    let mut mailboxes = Vec::new();
    while let Some(row) = rows.next().map_err(&failed)? {
        let key = row.get_ref(0).and_then(|k| k.as_str().map_err(Into::into)).map_err(&failed)?;
        mailboxes.push(key.parse().map_err(|e: crate::ParseError| LedgerError::permanent("listing", e))?);
    }
    Ok(mailboxes)
}

fn prune_one(
    transaction: &Transaction<'_>,
    mailbox: &Mailbox,
    before: Timestamp,
    spent: &Spent<'_>,
) -> Result<u64, LedgerError> {
    let history = history(transaction, mailbox)?;
    if history.events().iter().all(|e| e.at() >= before) {
        return Ok(0);
    }
    let ids = spent(&history);
    let mut left = history.clone();
    left.remove(&ids, before);
    let mut statement =
        transaction.prepare_cached("DELETE FROM event WHERE mailbox = ?1 AND id = ?2").map_err(failed("pruning"))?;
    let mut dropped = 0;
    for event in history.events().iter().filter(|e| left.get(e.id()).is_none()) {
        dropped += statement.execute(params![mailbox.key(), event.id().as_bytes()]).map_err(failed("pruning"))?;
    }
    Ok(dropped as u64)
}
