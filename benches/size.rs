//! How large an SQLite ledger gets, and whether a decision takes longer in a large one.
//!
//! `MAILBOUNCE_BENCH_MAILBOXES=10000000 cargo bench --bench size` goes on to ten million addresses (default: one hundred thousand).
//! They come in an order that jumps about, which costs a page of the tree each in a file larger than SQLite's cache; with
//! `MAILBOUNCE_BENCH_SORTED=1` in the order of their names, as an export is. Each address has one acceptance, one in ten a failure too. Asked are addresses in an order that jumps about, one in ten of them unknown.
#![allow(clippy::unwrap_used)] // A bench that can't do its work ends.

use std::time::{Duration, Instant};

use mailbounce::suppression::{Durability, Event, Failure, Ledger, SqliteLedger, SuppressionList};
use mailbounce::{Confidence, Mailbox, Persistence, Reason, Timestamp};

const START: Timestamp = Timestamp(1_772_323_200);
/// Events of one write.
const BATCH: usize = 20_000;
/// Decisions that are timed.
const ASKED: usize = 20_000;

fn mailbox(i: usize) -> Mailbox {
    format!("user{i:08}@domain{}.example", i % 1000).parse().unwrap()
}

fn events(i: usize) -> Vec<Event> {
    let mut events = vec![Event::accepted(mailbox(i), Some("20260301.4711@example.com"), START)];
    if i.is_multiple_of(10) {
        let mut failure = Failure::default();
        failure.reason = Reason::UserUnknown;
        failure.fault = failure.reason.fault();
        failure.persistence = Persistence::Permanent;
        failure.confidence = Confidence::High;
        failure.status = "5.1.1".parse().ok();
        failure.evidence.rule = Some("phrase/user-unknown".into());
        failure.evidence.text = Some("550 5.1.1 The email account that you tried to reach does not exist".to_owned());
        events.push(Event::failure(mailbox(i), Some("20260308.4712@example.com"), failure, START.plus(604_800)));
    }
    events
}

fn main() {
    let largest = std::env::var("MAILBOUNCE_BENCH_MAILBOXES").ok().and_then(|n| n.parse().ok()).unwrap_or(100_000);
    let sorted = std::env::var("MAILBOUNCE_BENCH_SORTED").is_ok_and(|v| v == "1");
    let folder = std::env::temp_dir().join(format!("mailbounce-size-{}", std::process::id()));
    println!(
        "{:>11} {:>10} {:>12} {:>13} {:>25} {:>14}",
        "addresses", "on disk", "an address", "recorded", "may_send: half, 99 %", "filter 10 000"
    );
    for size in [1000, 10_000, 100_000, 1_000_000, 10_000_000].into_iter().filter(|size| *size <= largest) {
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("ledger.sqlite");
        let list = SuppressionList::new(SqliteLedger::open_with(&path, Durability::Normal).unwrap());
        let (mut recorded, mut spent) = (0, Duration::ZERO);
        for from in (0..size).step_by(BATCH) {
            let place = |i: usize| if sorted { i } else { jump(i, size) };
            let batch: Vec<Event> = (from..(from + BATCH).min(size)).flat_map(|i| events(place(i))).collect();
            recorded += batch.len();
            let start = Instant::now();
            list.ledger().record(&batch).unwrap();
            spent += start.elapsed();
        }
        let now = START.plus(30 * Timestamp::DAY);
        let mut times: Vec<Duration> = (0..ASKED)
            .map(|i| {
                let mailbox = mailbox(jump(i, size + size / 10));
                let start = Instant::now();
                let decision = list.may_send(&mailbox, now).unwrap();
                let time = start.elapsed();
                let _ = std::hint::black_box(decision);
                time
            })
            .collect();
        times.sort();
        let campaign: Vec<Mailbox> = (0..10_000).map(|i| mailbox(jump(i, size))).collect();
        let start = Instant::now();
        std::hint::black_box(list.filter(&campaign, now).unwrap());
        let filter = start.elapsed();
        drop(list);
        let disk = std::fs::metadata(&path).unwrap().len();
        println!(
            "{size:>11} {:>7.1} MB {:>10} B {:>9.0} k/s {:>10.1} us {:>9.1} us {:>11.1} ms",
            disk as f64 / 1e6,
            disk / size as u64,
            recorded as f64 / spent.as_secs_f64() / 1e3,
            times[ASKED / 2].as_secs_f64() * 1e6,
            times[ASKED * 99 / 100].as_secs_f64() * 1e6,
            filter.as_secs_f64() * 1e3
        );
        std::fs::remove_dir_all(&folder).unwrap();
    }
}

/// A walk through all numbers below `size` that jumps about.
fn jump(i: usize, size: usize) -> usize {
    // A prime that divides none of the sizes.
    i.wrapping_mul(7_368_787) % size
}
