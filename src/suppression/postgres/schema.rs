//! The tables, and how older ones become today's.

use std::time::Duration;

use deadpool_postgres::Client;
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

use super::error::failed;
use crate::suppression::LedgerError;

/// What turns each version into the next, from nothing on. Rows are only ever appended here. Each can be done twice: not every
/// server takes back the tables of a transaction that failed.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE IF NOT EXISTS mailbounce_event (
        mailbox BYTEA NOT NULL,
        id BYTEA NOT NULL,
        rank INT8 NOT NULL,
        body BYTEA NOT NULL,
        PRIMARY KEY (mailbox, id)
    );
    CREATE TABLE IF NOT EXISTS mailbounce_meta (name TEXT NOT NULL PRIMARY KEY, value INT8 NOT NULL);
    CREATE OR REPLACE VIEW mailbounce_log AS
        SELECT convert_from(mailbox, 'UTF8') AS mailbox, encode(id, 'hex') AS id, abs(rank) AS at,
            convert_from(body, 'UTF8') AS body
        FROM mailbounce_event;
"];

const VERSIONS: &str = "CREATE TABLE IF NOT EXISTS mailbounce_schema_version (version INT8 NOT NULL PRIMARY KEY);";
const VERSION: &str = "SELECT COALESCE(max(version), 0) FROM mailbounce_schema_version";
const SET_VERSION: &str = "INSERT INTO mailbounce_schema_version (version) VALUES ($1::INT8)";

/// Brings the tables up to date. Workers that do so at once collide on the primary key of the version: one wins, and the others look
/// again. So no lock is needed that another database may lack.
pub(super) async fn migrate(client: &mut Client) -> Result<(), LedgerError> {
    let mut collisions = 0;
    loop {
        let version = version(client).await.map_err(failed("migrating"))?;
        let Some(missing) = usize::try_from(version).ok().and_then(|done| MIGRATIONS.get(done..)) else {
            return Err(LedgerError::permanent("migrating", "the tables were written by a newer version"));
        };
        let Some(step) = missing.first() else { return Ok(()) };
        match apply(client, step, version + 1).await {
            Ok(()) => {}
            Err(error) if is_collision(&error) && collisions < 50 => {
                collisions += 1;
                tokio::time::sleep(Duration::from_millis(20 * collisions)).await;
            }
            Err(error) => return Err(failed("migrating")(error)),
        }
    }
}

async fn version(client: &Client) -> Result<i64, Error> {
    match client.query_one(VERSION, &[]).await {
        Ok(row) => Ok(row.get(0)),
        Err(error) if error.code() == Some(&SqlState::UNDEFINED_TABLE) => Ok(0),
        Err(error) => Err(error),
    }
}

async fn apply(client: &mut Client, step: &str, version: i64) -> Result<(), Error> {
    // Outside of the transaction: a table of this moment can't be written to in it everywhere.
    client.batch_execute(VERSIONS).await?;
    let transaction = client.transaction().await?;
    transaction.batch_execute(step).await?;
    transaction.execute(SET_VERSION, &[&version]).await?;
    transaction.commit().await
}

/// Another worker was at it: the same row, the same table, the same catalogue entry ("tuple concurrently updated").
fn is_collision(error: &Error) -> bool {
    error.code().is_some_and(|state| {
        matches!(state.code(), "23505" | "42P07" | "42710" | "42723" | "XX000" | "40001" | "40P01")
    })
}
