//! What the network ledgers cost: `eval "$(.ci/services start)"; cargo bench --features postgres,redis --bench stores`.
//!
//! Each server is measured where its variable names one; what is written goes into a schema or under a prefix of its own.
#![allow(clippy::unwrap_used)] // A bench that can't do its work ends.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mailbounce::suppression::{AsyncLedger, AsyncSuppressionList, Event, Failure};
use mailbounce::{Confidence, Mailbox, Persistence, Reason, Timestamp};
use tokio::runtime::Runtime;

const START: Timestamp = Timestamp(1_772_323_200);
/// Mailboxes that the ledger knows when decisions are measured.
const KNOWN: usize = 100_000;
const WRITERS: usize = 8;

fn mailbox(i: usize) -> Mailbox {
    format!("user{i:08}@domain{}.example", i % 1000).parse().unwrap()
}

fn failure(i: usize, message: &str) -> Event {
    let mut failure = Failure::default();
    failure.reason = Reason::UserUnknown;
    failure.fault = failure.reason.fault();
    failure.persistence = Persistence::Permanent;
    failure.confidence = Confidence::High;
    failure.status = "5.1.1".parse().ok();
    failure.evidence.rule = Some("phrase/user-unknown".into());
    failure.evidence.text = Some("550 5.1.1 The email account that you tried to reach does not exist".to_owned());
    Event::failure(mailbox(i), Some(message), failure, START)
}

/// Eight writers, each with a handle of its own, on new mailboxes: so many events a call.
fn record<L: AsyncLedger>(c: &mut Criterion, runtime: &Runtime, server: &str, writers: &[L]) {
    let mut group = c.benchmark_group(format!("record by 8 writers/{server}"));
    group.sample_size(10).warm_up_time(Duration::from_secs(1)).measurement_time(Duration::from_secs(4));
    let mut next = 0;
    for batch in [1, 10, 100, 1000] {
        group.throughput(Throughput::Elements((batch * WRITERS) as u64));
        group.bench_function(BenchmarkId::from_parameter(batch), |b| {
            b.iter_custom(|calls| {
                let calls = calls as usize;
                let events: Vec<Event> =
                    (next..next + calls * batch * WRITERS).map(|i| failure(i, "20260301.4711@example.com")).collect();
                next += events.len();
                let start = Instant::now();
                runtime.block_on(async {
                    let write = |(writer, events)| record_all(writer, events, batch);
                    futures_util::future::join_all(writers.iter().zip(events.chunks(calls * batch)).map(write)).await;
                });
                start.elapsed()
            });
        });
    }
    group.finish();
}

async fn record_all<L: AsyncLedger>(writer: &L, events: &[Event], batch: usize) {
    for events in events.chunks(batch) {
        writer.record(events).await.unwrap();
    }
}

/// One decision, and ten thousand, in a ledger that knows many.
fn decide<L: AsyncLedger>(c: &mut Criterion, runtime: &Runtime, server: &str, ledger: L) {
    let events: Vec<Event> = (0..KNOWN).map(|i| failure(i * 10, "20260302.4712@example.com")).collect();
    runtime.block_on(ledger.record(&events)).unwrap();
    let list = AsyncSuppressionList::new(ledger);
    let now = START.plus(10 * Timestamp::DAY);
    let mut group = c.benchmark_group(format!("may_send/{server}"));
    group.sample_size(20).measurement_time(Duration::from_secs(3));
    let mut i = 0_usize;
    group.bench_function("one", |b| {
        b.iter(|| {
            i = (i + 7_368_787) % KNOWN;
            runtime.block_on(list.may_send(black_box(&mailbox(i * 10)), now)).unwrap()
        });
    });
    group.finish();
    let batch: Vec<Mailbox> = (0..10_000).map(|i| mailbox((i * 7_368_787) % (KNOWN * 10))).collect();
    let mut group = c.benchmark_group(format!("filter of 10 000/{server}"));
    group.throughput(Throughput::Elements(10_000)).sample_size(10).measurement_time(Duration::from_secs(3));
    group.bench_function("all", |b| b.iter(|| runtime.block_on(list.filter(black_box(&batch), now)).unwrap()));
    group.finish();
}

fn postgres(c: &mut Criterion, runtime: &Runtime) {
    use mailbounce::suppression::PostgresLedger;
    let Some(server) = url("MAILBOUNCE_TEST_POSTGRES") else { return };
    let schema = format!("bench_{}", std::process::id());
    let sql = |text: String| {
        runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client.batch_execute(&text).await.unwrap();
        });
    };
    sql(format!("CREATE SCHEMA {schema}"));
    let url = format!("{server}?sslmode=disable&options=-csearch_path%3D{schema}");
    let connect = || runtime.block_on(PostgresLedger::connect(&url)).unwrap();
    record(c, runtime, "postgres", &std::array::from_fn::<_, WRITERS, _>(|_| connect()));
    sql(format!("TRUNCATE {schema}.mailbounce_event"));
    decide(c, runtime, "postgres", connect());
    sql(format!("DROP SCHEMA {schema} CASCADE"));
}

fn redis(c: &mut Criterion, runtime: &Runtime) {
    use mailbounce::suppression::RedisLedger;
    for (variable, name) in [("MAILBOUNCE_TEST_REDIS", "redis"), ("MAILBOUNCE_TEST_REDIS_CLUSTER", "redis-cluster")] {
        let Some(url) = url(variable) else { continue };
        let prefixes = ["record", "decide"].map(|part| format!("bench-{part}-{}", std::process::id()));
        let connect = |prefix: &str| runtime.block_on(RedisLedger::connect_with_prefix(&url, prefix)).unwrap();
        record(c, runtime, name, &std::array::from_fn::<_, WRITERS, _>(|_| connect(&prefixes[0])));
        decide(c, runtime, name, connect(&prefixes[1]));
        for prefix in &prefixes {
            let ledger = connect(prefix);
            runtime.block_on(async {
                for mailboxes in ledger.mailboxes(None, usize::MAX).await.unwrap().chunks(1000) {
                    futures_util::future::join_all(mailboxes.iter().map(|m| ledger.forget(m))).await;
                }
            });
        }
    }
}

fn url(variable: &str) -> Option<String> {
    let url = std::env::var(variable).ok().filter(|url| !url.is_empty());
    if url.is_none() {
        eprintln!("not measured: {variable} is not set");
    }
    url
}

fn stores(c: &mut Criterion) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    postgres(c, &runtime);
    redis(c, &runtime);
}

criterion_group!(benches, stores);
criterion_main!(benches);
