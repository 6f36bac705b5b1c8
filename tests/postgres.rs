//! The ledger in PostgreSQL, against a real server: `MAILBOUNCE_TEST_POSTGRES` is its URL.
#![cfg(feature = "postgres")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod servers;

use std::time::{Duration, Instant};

use mailbounce::ledger_conformance;
use mailbounce::suppression::conformance::Driven;
use mailbounce::suppression::{Event, Ledger, PostgresLedger};
use proptest::prelude::*;
use servers::{Fresh, START, driven, eight_writers_end_as_one, everything, log, logs, model, runtime};
use tokio_postgres::NoTls;

const SERVER: &str = "MAILBOUNCE_TEST_POSTGRES";

#[test]
fn servers_are_named() {
    servers::are_named(&[SERVER]);
}

/// What makes empty ledgers; ends the test where there is no server.
macro_rules! make {
    () => {
        match servers::url(SERVER) {
            Some(url) => move || fresh(&url),
            None => return,
        }
    };
}
ledger_conformance!(postgres, make!());

/// Runs SQL on a connection of its own.
fn sql(url: &str, text: &str) -> Vec<String> {
    runtime().block_on(async {
        let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
        tokio::spawn(connection);
        let rows = client.simple_query(text).await.unwrap();
        let text = rows.iter().filter_map(|m| match m {
            tokio_postgres::SimpleQueryMessage::Row(row) => Some(row.get(0).unwrap_or_default().to_owned()),
            _ => None,
        });
        text.collect()
    })
}

/// An empty schema, as the URL that leads into it.
struct Schema {
    server: String,
    name: String,
}

impl Schema {
    fn new(server: &str) -> Self {
        let name = servers::unique();
        sql(server, &format!("DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}"));
        Self { server: server.to_owned(), name }
    }

    fn url(&self) -> String {
        let and = if self.server.contains('?') { '&' } else { '?' };
        format!("{}{and}options=-csearch_path%3D{}&application_name={}", self.server, self.name, self.name)
    }
}

impl Drop for Schema {
    fn drop(&mut self) {
        sql(&self.server, &format!("DROP SCHEMA IF EXISTS {} CASCADE", self.name));
    }
}

fn connect(url: &str) -> Driven<PostgresLedger> {
    driven(runtime().block_on(PostgresLedger::connect(url)).unwrap())
}

fn fresh(server: &str) -> Fresh<Driven<PostgresLedger>> {
    let schema = Schema::new(server);
    let (write, read) = (connect(&schema.url()), connect(&schema.url()));
    Fresh {
        write,
        read,
        remove: Box::new(move || drop(Schema { server: schema.server.clone(), name: schema.name.clone() })),
    }
}

#[test]
fn eight_writers_lose_and_double_nothing() {
    let Some(server) = servers::url(SERVER) else { return };
    let schema = Schema::new(&server);
    let writers: Vec<_> = (0..8).map(|_| connect(&schema.url())).collect();
    eight_writers_end_as_one(&writers, &log(20_000, 500));
}

#[test]
fn eight_writers_on_a_hot_mailbox_lose_and_double_nothing() {
    let Some(server) = servers::url(SERVER) else { return };
    let schema = Schema::new(&server);
    let writers: Vec<_> = (0..8).map(|_| connect(&schema.url())).collect();
    eight_writers_end_as_one(&writers, &log(2000, 2));
}

#[test]
fn any_order_and_any_repetition_end_in_the_same_state() {
    let Some(server) = servers::url(SERVER) else { return };
    let schema = Schema::new(&server);
    let ledger = connect(&schema.url());
    proptest!(ProptestConfig::with_cases(24), |((log, shuffled) in logs(), batch in 1..20_usize)| {
        sql(&schema.url(), "DELETE FROM mailbounce_event");
        shuffled.chunks(batch).for_each(|events| ledger.record(events).unwrap());
        prop_assert_eq!(everything(&ledger), model(&log));
    });
}

#[test]
fn workers_that_start_at_once_make_the_tables_once() {
    let Some(server) = servers::url(SERVER) else { return };
    for _ in 0..5 {
        let schema = Schema::new(&server);
        std::thread::scope(|scope| {
            (0..8).for_each(|_| drop(scope.spawn(|| connect(&schema.url()))));
        });
        assert_eq!(sql(&schema.url(), "SELECT version FROM mailbounce_schema_version"), ["1"]);
    }
}

#[test]
fn tables_of_a_newer_version_are_refused() {
    let Some(server) = servers::url(SERVER) else { return };
    let schema = Schema::new(&server);
    drop(connect(&schema.url()));
    sql(&schema.url(), "INSERT INTO mailbounce_schema_version VALUES (1000)");
    let error = runtime().block_on(PostgresLedger::connect(&schema.url())).unwrap_err();
    assert!(!error.is_retryable() && error.to_string().contains("newer version"), "{error}");
}

#[test]
fn the_log_can_be_read_by_people() {
    let Some(server) = servers::url(SERVER) else { return };
    let schema = Schema::new(&server);
    let stop = Event::stopped("猫@example.jp".parse().unwrap(), "by phone", "support", START);
    connect(&schema.url()).record(&[stop]).unwrap();
    let line = sql(&schema.url(), "SELECT mailbox || ' ' || at || ' ' || body FROM mailbounce_log");
    assert_eq!(line.len(), 1);
    assert!(line[0].starts_with(&format!("猫@example.jp {} 1\tstopped", START.0)), "{line:?}");
}

#[test]
fn connections_that_broke_are_replaced() {
    let Some(server) = servers::url(SERVER) else { return };
    let schema = Schema::new(&server);
    let ledger = connect(&schema.url());
    for i in 0..10 {
        let event = Event::sent("neko@example.jp".parse().unwrap(), Some(&i.to_string()), START);
        ledger.record(&[event]).unwrap();
        let end = format!(
            "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE application_name = '{}' AND pid <> pg_backend_pid()",
            schema.name
        );
        assert_eq!(sql(&server, &end), ["true"]);
    }
    assert_eq!(everything(&ledger)[0].events().len(), 10);
}

#[test]
fn a_server_that_is_away_may_come_back() {
    let Some(server) = servers::url(SERVER) else { return };
    let start = Instant::now();
    let error = runtime().block_on(PostgresLedger::connect("postgres://nobody@127.0.0.1:1/none")).unwrap_err();
    assert!(error.is_retryable(), "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(20));
    // What is said of a database that is not there won't change by itself.
    let (base, _) = server.rsplit_once('/').unwrap();
    let error = runtime().block_on(PostgresLedger::connect(&format!("{base}/no_such_database"))).unwrap_err();
    assert!(!error.is_retryable(), "{error:?}");
    assert!(error.to_string().contains("no_such_database"), "what the server said is told: {error}");
}

/// The certificate that the server of `.ci/services` shows is named by `MAILBOUNCE_TEST_POSTGRES_CA`.
#[test]
fn encryption_is_what_the_url_says() {
    let (Some(server), Some(ca)) = (servers::url(SERVER), servers::url("MAILBOUNCE_TEST_POSTGRES_CA")) else { return };
    let schema = Schema::new(&server);
    let encrypted = |mode: &str| {
        let url = format!("{}&{mode}", schema.url());
        let ledger = runtime().block_on(PostgresLedger::connect(&url))?;
        let query = format!(
            "SELECT ssl::text FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = '{}'",
            schema.name
        );
        let answer = sql(&server, &query);
        drop(ledger);
        Ok::<_, mailbounce::suppression::LedgerError>(answer.iter().any(|a| a == "true"))
    };
    assert!(encrypted("sslmode=prefer").unwrap());
    assert!(encrypted("sslmode=require").unwrap());
    assert!(encrypted(&format!("sslmode=verify-full&sslrootcert={ca}")).unwrap());
    // Nobody whom the system trusts has signed it.
    let error = encrypted("sslmode=verify-full").unwrap_err();
    assert!(!error.is_retryable(), "{error:?}");
}
