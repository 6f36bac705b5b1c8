//! The ledger in PostgreSQL: how it grows past one machine.
//!
//! Schema 1: `mailbounce_event(mailbox, id, rank, body)`, clustered by mailbox and id; `mailbounce_meta` holds the prune horizon;
//! `mailbounce_schema_version` the versions that were applied; the view `mailbounce_log` is the log in text, for people. Octets
//! (`BYTEA`), not `TEXT`: they are compared as octets whatever the database's locale, and hold UTF-8 whatever its encoding.

mod error;
mod schema;
mod tls;

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::time::Duration;

use deadpool_postgres::{Client, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio_postgres::Row;
use tokio_postgres::types::ToSql;

use self::error::{Tries, failed};
use super::event::{Event, EventId};
use super::history::History;
use super::ledger::{AsyncLedger, LedgerError, LedgerFuture, Spent};
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

/// The horizon is read in the statement that it guards: no round trip, and no gap between.
const RECORD: &str = "
    INSERT INTO mailbounce_event AS e (mailbox, id, rank, body)
    SELECT n.mailbox, n.id, n.rank, n.body
    FROM UNNEST($1::BYTEA[], $2::BYTEA[], $3::INT8[], $4::BYTEA[], $5::BOOL[]) AS n (mailbox, id, rank, body, ageless)
    WHERE n.ageless OR abs(n.rank) >= COALESCE((SELECT value FROM mailbounce_meta WHERE name = 'horizon'), 0)
    ON CONFLICT (mailbox, id) DO UPDATE SET rank = excluded.rank, body = excluded.body
    WHERE excluded.rank > e.rank OR (excluded.rank = e.rank AND excluded.body > e.body)";
const HISTORIES: &str = "SELECT mailbox, id, rank, body FROM mailbounce_event WHERE mailbox = ANY($1::BYTEA[])";
const MAILBOXES: &str =
    "SELECT DISTINCT mailbox FROM mailbounce_event WHERE mailbox > $1::BYTEA ORDER BY mailbox LIMIT $2::INT8";
const OLD_MAILBOXES: &str = "
    SELECT DISTINCT mailbox FROM mailbounce_event WHERE mailbox > $1::BYTEA AND abs(rank) < $2::INT8
    ORDER BY mailbox LIMIT $3::INT8";
const SET_HORIZON: &str = "
    INSERT INTO mailbounce_meta AS m (name, value) VALUES ('horizon', $1::INT8)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value WHERE excluded.value > m.value";
/// The rank is compared too: an event that was replaced since it was read stays.
const DROP: &str = "
    DELETE FROM mailbounce_event
    WHERE (mailbox, id, rank) IN (SELECT * FROM UNNEST($1::BYTEA[], $2::BYTEA[], $3::INT8[]))";
const FORGET: &str = "DELETE FROM mailbounce_event WHERE mailbox = $1::BYTEA";

/// What stands for `$1`, `$2` ... of a statement.
type Values<'a> = &'a [&'a (dyn ToSql + Sync)];

/// Rows of one statement: enough that the round trip is no longer what it costs.
const BATCH: usize = 1000;

/// An [`AsyncLedger`] in PostgreSQL, for any number of workers on any number of machines.
///
/// Plain SQL, one statement a call and no lock but those of the rows: made to run on CockroachDB and YugabyteDB too (tested on
/// PostgreSQL). What `record` returned for is as durable as the server's `synchronous_commit` says: on disk by default. Reads must
/// see the writes of other workers, so the URL must name the primary, not a replica.
///
/// Connections are pooled and opened as they are needed, by the tokio runtime that the call runs on; so every call must run on one.
///
/// ```no_run
/// # async fn example() -> Result<(), mailbounce::suppression::LedgerError> {
/// use mailbounce::suppression::{AsyncLedger, PostgresLedger};
///
/// let ledger = PostgresLedger::connect("postgres://mailer@db.example/mail?sslmode=verify-full").await?;
/// assert!(ledger.mailboxes(None, 10).await?.is_empty());
/// # Ok(())
/// # }
/// ```
pub struct PostgresLedger {
    pool: Pool,
}

impl fmt::Debug for PostgresLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresLedger").field("pool", &self.pool.status()).finish_non_exhaustive()
    }
}

impl PostgresLedger {
    /// How many connections [`connect`](Self::connect) keeps at most.
    pub const CONNECTIONS: usize = 16;

    /// How long a call waits for a free connection, and a new connection for the server.
    pub const PATIENCE: Duration = Duration::from_secs(10);

    /// Connects, makes the tables where there are none, and migrates older ones; any number of workers may do so at once.
    ///
    /// The URL is libpq's: `postgres://user:password@host:port/database`, several hosts behind commas, and after `?` among others
    /// `options=-csearch_path%3Dname` (a schema other than `public`), `target_session_attrs=read-write`, `sslmode` and `sslrootcert` (a
    /// PEM file). As in libpq, `sslmode` is `prefer` unless it is said, and only `verify-full` knows whom it talks to (`verify-ca` is
    /// taken as `verify-full`); without `sslrootcert` the system's certificates are trusted.
    ///
    /// # Errors
    ///
    /// A URL that can't be read, a server that is away or refuses, tables that may not be made, or that a newer version wrote.
    pub async fn connect(url: &str) -> Result<Self, LedgerError> {
        Self::connect_pooled(url, Self::CONNECTIONS).await
    }

    /// As [`connect`](Self::connect), with at most so many connections (at least one).
    ///
    /// # Errors
    ///
    /// As [`connect`](Self::connect).
    pub async fn connect_pooled(url: &str, connections: usize) -> Result<Self, LedgerError> {
        let (mut config, tls) = tls::read_url(url)?;
        if config.get_application_name().is_none() {
            config.application_name("mailbounce");
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Self::PATIENCE);
        }
        let recycling = ManagerConfig { recycling_method: RecyclingMethod::Fast };
        let pool = Pool::builder(Manager::from_config(config, tls, recycling))
            .max_size(connections.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Self::PATIENCE))
            .create_timeout(Some(Self::PATIENCE))
            .build()
            .map_err(|e| LedgerError::permanent("connecting", e))?;
        let ledger = Self { pool };
        let mut client = ledger.client("connecting").await?;
        schema::migrate(&mut client).await?;
        drop(client);
        Ok(ledger)
    }

    async fn client(&self, doing: &'static str) -> Result<Client, LedgerError> {
        self.pool.get().await.map_err(|e| error::no_client(doing, e))
    }

    async fn execute(&self, doing: &'static str, sql: &str, values: Values<'_>) -> Result<u64, LedgerError> {
        let mut tries = Tries::default();
        loop {
            match self.try_execute(doing, sql, values).await {
                Err(error) if tries.again(&error).await => {}
                result => return result,
            }
        }
    }

    async fn try_execute(&self, doing: &'static str, sql: &str, values: Values<'_>) -> Result<u64, LedgerError> {
        let client = self.client(doing).await?;
        let statement = client.prepare_cached(sql).await.map_err(failed(doing))?;
        client.execute(&statement, values).await.map_err(failed(doing))
    }

    async fn query(&self, doing: &'static str, sql: &str, values: Values<'_>) -> Result<Vec<Row>, LedgerError> {
        let mut tries = Tries::default();
        loop {
            match self.try_query(doing, sql, values).await {
                Err(error) if tries.again(&error).await => {}
                result => return result,
            }
        }
    }

    async fn try_query(&self, doing: &'static str, sql: &str, values: Values<'_>) -> Result<Vec<Row>, LedgerError> {
        let client = self.client(doing).await?;
        let statement = client.prepare_cached(sql).await.map_err(failed(doing))?;
        client.query(&statement, values).await.map_err(failed(doing))
    }

    async fn record_all(&self, events: &[Event]) -> Result<(), LedgerError> {
        // In the order of their keys, so that two batches wait for each other's rows and never in a ring; and each id once, since one
        // statement can't merge into the same row twice.
        let mut greatest: BTreeMap<(String, EventId), Merge> = BTreeMap::new();
        for event in events {
            let merge = Merge { rank: event.rank(), body: event.body(), ageless: event.is_ageless() };
            let known = greatest.entry((event.recipient().key(), event.id())).or_default();
            if (merge.rank, &merge.body) > (known.rank, &known.body) || known.body.is_empty() {
                *known = merge;
            }
        }
        let rows: Vec<(&(String, EventId), &Merge)> = greatest.iter().collect();
        for rows in rows.chunks(BATCH) {
            let mailboxes: Vec<&[u8]> = rows.iter().map(|((key, _), _)| key.as_bytes()).collect();
            let ids: Vec<&[u8]> = rows.iter().map(|((_, id), _)| &id.as_bytes()[..]).collect();
            let ranks: Vec<i64> = rows.iter().map(|(_, merge)| merge.rank).collect();
            let bodies: Vec<&[u8]> = rows.iter().map(|(_, merge)| merge.body.as_bytes()).collect();
            let ageless: Vec<bool> = rows.iter().map(|(_, merge)| merge.ageless).collect();
            self.execute("recording", RECORD, &[&mailboxes, &ids, &ranks, &bodies, &ageless]).await?;
        }
        Ok(())
    }

    async fn read(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        let mut places: HashMap<String, Vec<usize>> = HashMap::with_capacity(mailboxes.len());
        for (place, mailbox) in mailboxes.iter().enumerate() {
            places.entry(mailbox.key()).or_default().push(place);
        }
        let mut histories: Vec<History> = mailboxes.iter().cloned().map(History::new).collect();
        let mut keys: Vec<&[u8]> = places.keys().map(String::as_bytes).collect();
        keys.sort_unstable();
        for keys in keys.chunks(BATCH) {
            for row in self.query("reading", HISTORIES, &[&keys]).await? {
                let key = std::str::from_utf8(row.get(0)).map_err(|e| LedgerError::permanent("reading", e))?;
                for place in places.get(key).into_iter().flatten() {
                    if let Some(history) = histories.get_mut(*place) {
                        history.merge(event(history.mailbox().clone(), &row)?);
                    }
                }
            }
        }
        Ok(histories)
    }

    async fn page(&self, sql: &str, values: Values<'_>) -> Result<Vec<Mailbox>, LedgerError> {
        let broken = |e: Box<dyn std::error::Error + Send + Sync>| LedgerError::permanent("listing", e);
        let mailbox = |row: &Row| {
            let key = std::str::from_utf8(row.get(0)).map_err(|e| broken(e.into()))?;
            key.parse::<Mailbox>().map_err(|e| broken(e.into()))
        };
        self.query("listing", sql, values).await?.iter().map(mailbox).collect()
    }

    async fn prune_all(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        self.execute("pruning", SET_HORIZON, &[&before.0]).await?;
        let (mut dropped, mut after) = (0, String::new());
        loop {
            let limit = BATCH as i64;
            let mailboxes = self.page(OLD_MAILBOXES, &[&after.as_bytes(), &before.0, &limit]).await?;
            let (mut keys, mut ids, mut ranks) = (Vec::new(), Vec::new(), Vec::new());
            for history in self.read(&mailboxes).await? {
                let mut left = history.clone();
                left.remove(&spent(&history), before);
                for gone in history.events().iter().filter(|e| left.get(e.id()).is_none()) {
                    keys.push(history.mailbox().key().into_bytes());
                    ids.push(gone.id().as_bytes().to_vec());
                    ranks.push(gone.rank());
                }
            }
            if !keys.is_empty() {
                dropped += self.execute("pruning", DROP, &[&keys, &ids, &ranks]).await?;
            }
            match mailboxes.last() {
                Some(last) if mailboxes.len() == BATCH => after = last.key(),
                _ => return Ok(dropped),
            }
        }
    }
}

/// What one row is to be merged with.
#[derive(Default)]
struct Merge {
    rank: i64,
    body: String,
    ageless: bool,
}

/// The event of a row of `mailbox, id, rank, body`.
fn event(mailbox: Mailbox, row: &Row) -> Result<Event, LedgerError> {
    let id = <[u8; 16]>::try_from(row.get::<_, &[u8]>(1)).map_err(|e| LedgerError::permanent("reading", e))?;
    let body = std::str::from_utf8(row.get(3)).map_err(|e| LedgerError::permanent("reading", e))?;
    Event::from_row(mailbox, EventId::from_bytes(id), row.get(2), body)
        .map_err(|e| LedgerError::permanent("reading", e))
}

impl AsyncLedger for PostgresLedger {
    fn record<'a>(&'a self, events: &'a [Event]) -> LedgerFuture<'a, ()> {
        Box::pin(self.record_all(events))
    }

    fn histories<'a>(&'a self, mailboxes: &'a [Mailbox]) -> LedgerFuture<'a, Vec<History>> {
        Box::pin(self.read(mailboxes))
    }

    fn mailboxes<'a>(&'a self, after: Option<&'a Mailbox>, limit: usize) -> LedgerFuture<'a, Vec<Mailbox>> {
        Box::pin(async move {
            let after = after.map(Mailbox::key).unwrap_or_default();
            let limit = i64::try_from(limit).unwrap_or(i64::MAX);
            self.page(MAILBOXES, &[&after.as_bytes(), &limit]).await
        })
    }

    fn prune<'a>(&'a self, before: Timestamp, spent: &'a Spent<'a>) -> LedgerFuture<'a, u64> {
        Box::pin(self.prune_all(before, spent))
    }

    fn forget<'a>(&'a self, mailbox: &'a Mailbox) -> LedgerFuture<'a, ()> {
        Box::pin(async move { self.execute("forgetting", FORGET, &[&mailbox.key().as_bytes()]).await.map(|_| ()) })
    }
}
