//! What remembering and deciding cost: `cargo bench --bench ledger`.
//!
//! `MAILBOUNCE_BENCH_MAILBOXES` (default 1,000,000) is the size of the largest ledger that one decision is measured in.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

use std::hint::black_box;

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mailbounce::suppression::{
    Durability, Event, Failure, Guide, History, Ledger, MemoryLedger, SqliteLedger, Standard, SuppressionList,
    SuppressionPolicy, Surroundings,
};
use mailbounce::{Confidence, Mailbox, Persistence, Reason, Timestamp, Trust};

const START: Timestamp = Timestamp(1_772_323_200);
const DAY: i64 = 86_400;

fn mailbox(i: usize) -> Mailbox {
    format!("user{i:08}@domain{}.example", i % 1000).parse().unwrap()
}

fn failure(reason: Reason) -> Failure {
    let mut failure = Failure::default();
    failure.reason = reason;
    failure.fault = reason.fault();
    failure.persistence = Persistence::Permanent;
    failure.confidence = Confidence::High;
    failure.status = "5.1.1".parse().ok();
    failure.evidence.rule = Some("phrase/user-unknown".into());
    failure.evidence.text = Some("550 5.1.1 The email account that you tried to reach does not exist".to_owned());
    failure
}

/// One failure for each mailbox from `from` on.
fn failures(from: usize, n: usize) -> Vec<Event> {
    (from..from + n)
        .map(|i| Event::failure(mailbox(i), Some("20260301.4711@example.com"), failure(Reason::UserUnknown), START))
        .collect()
}

/// A ledger as it is in use: mostly one acceptance a mailbox, a failure for one in ten.
fn fill(ledger: &impl Ledger, mailboxes: usize) {
    for from in (0..mailboxes).step_by(10_000) {
        let mut events = Vec::with_capacity(11_000);
        for i in from..(from + 10_000).min(mailboxes) {
            events.push(Event::accepted(mailbox(i), Some("4711"), START));
            if i % 10 == 0 {
                events.push(Event::failure(mailbox(i), Some("4712"), failure(Reason::MailboxFull), START.plus(DAY)));
            }
        }
        ledger.record(&events).unwrap();
    }
}

struct Temporary(std::path::PathBuf);

impl Temporary {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("mailbounce-bench-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn open(&self, durability: Durability) -> SqliteLedger {
        SqliteLedger::open_with(self.0.join("ledger.db"), durability).unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn record(c: &mut Criterion) {
    let mut group = c.benchmark_group("record");
    let n = 10_000;
    group.throughput(Throughput::Elements(n as u64)).sample_size(20);
    let ledger = MemoryLedger::new();
    let mut next = 0;
    let mut batch = move || {
        next += n;
        failures(next, n)
    };
    group.bench_function("memory", |b| {
        b.iter_batched_ref(&mut batch, |events| ledger.record(black_box(events)).unwrap(), BatchSize::LargeInput);
    });
    for durability in [Durability::Full, Durability::Normal] {
        let folder = Temporary::new(durability.as_str());
        let ledger = folder.open(durability);
        let mut next = 0;
        let mut batch = move || {
            next += n;
            failures(next, n)
        };
        group.bench_function(BenchmarkId::new("sqlite", durability), |b| {
            b.iter_batched_ref(&mut batch, |events| ledger.record(black_box(events)).unwrap(), BatchSize::LargeInput);
        });
    }
    group.finish();
}

fn decide(c: &mut Criterion) {
    let largest = std::env::var("MAILBOUNCE_BENCH_MAILBOXES").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000_000);
    let now = START.plus(20 * DAY);
    for size in [1_000, 10_000, 100_000, 1_000_000, 10_000_000].into_iter().filter(|n| *n <= largest) {
        let memory = SuppressionList::new(MemoryLedger::new());
        fill(memory.ledger(), size);
        one(c, "may_send/memory", &memory, size, now);
        drop(memory);
        let folder = Temporary::new("decide");
        let sqlite = SuppressionList::new(folder.open(Durability::Normal));
        fill(sqlite.ledger(), size);
        one(c, "may_send/sqlite", &sqlite, size, now);
    }
}

fn one<L: Ledger>(c: &mut Criterion, name: &str, list: &SuppressionList<L>, size: usize, now: Timestamp) {
    let mut group = c.benchmark_group(name);
    group.sample_size(20);
    // A fixed walk that jumps about, so that caches see what a campaign in random order does.
    let mut i = 0_usize;
    group.bench_function(BenchmarkId::from_parameter(size), |b| {
        b.iter_batched(
            || {
                i = (i + 7_368_787) % size;
                mailbox(i)
            },
            |mailbox| list.may_send(&mailbox, now).unwrap(),
            BatchSize::SmallInput,
        );
    });
    group.finish();
    let batch: Vec<Mailbox> = (0..10_000).map(|i| mailbox((i * 7_368_787) % size)).collect();
    let mut group = c.benchmark_group(format!("filter/{}", name.rsplit('/').next().unwrap_or_default()));
    group.throughput(Throughput::Elements(10_000)).sample_size(10);
    group
        .bench_function(BenchmarkId::from_parameter(size), |b| b.iter(|| list.filter(black_box(&batch), now).unwrap()));
    group.finish();
}

fn policy(c: &mut Criterion) {
    let mut group = c.benchmark_group("policy");
    let now = START.plus(100 * DAY);
    let history = |n: i64| {
        let mut history = History::new(mailbox(1));
        for day in 0..n {
            let message = format!("m{day}");
            let at = START.plus(day * DAY);
            history.merge(Event::failure(mailbox(1), Some(&message), failure(Reason::MailboxFull), at));
        }
        history.merge(Event::delivered(mailbox(1), None, Trust::OwnMta, START.plus(-DAY)));
        history
    };
    let policies: [&dyn SuppressionPolicy; 2] = [&Standard::default(), &Guide::default()];
    for events in [0, 1, 3, 30, 300] {
        let history = history(events);
        for policy in policies {
            group.bench_function(BenchmarkId::new(policy.name(), events), |b| {
                b.iter(|| policy.decide(black_box(&history), &Surroundings::default(), now));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, record, decide, policy);
criterion_main!(benches);
