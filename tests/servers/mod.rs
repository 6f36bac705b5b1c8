//! What the tests of the network ledgers share: where the servers are, an executor, and logs to record.

use std::env;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use mailbounce::suppression::conformance::Driven;
use mailbounce::suppression::{AsyncLedger, Event, Failure, History, Ledger, LedgerError, MemoryLedger, Spent};
use mailbounce::{FeedbackType, Mailbox, Reason, Timestamp, Trust};
use proptest::prelude::*;
use tokio::runtime::Runtime;

pub(crate) const START: Timestamp = Timestamp(1_772_325_000);

/// The URL of a test server. Without it the test that asks says so and does nothing; see `servers_are_named`.
pub(crate) fn url(variable: &str) -> Option<String> {
    let url = env::var(variable).ok().filter(|url| !url.is_empty());
    if url.is_none() {
        eprintln!("NOT TESTED: no server. Set {variable}, or run: eval \"$(.ci/services start)\"");
    }
    url
}

/// Fails where the servers have to be there: with `MAILBOUNCE_REQUIRE_SERVERS=1`.
pub(crate) fn are_named(variables: &[&str]) {
    if env::var("MAILBOUNCE_REQUIRE_SERVERS").is_ok_and(|v| v == "1") {
        let missing: Vec<_> = variables.iter().filter(|v| url(v).is_none()).collect();
        assert!(missing.is_empty(), "not set: {missing:?}");
    }
}

pub(crate) fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap())
}

/// An async ledger as the conformance suite takes it, on the shared executor.
pub(crate) fn driven<L: AsyncLedger>(ledger: L) -> Driven<L> {
    Driven::with(ledger, |poll| runtime().block_on(std::future::poll_fn(poll)))
}

/// A name that no other test uses.
pub(crate) fn unique() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

/// A ledger of a test's own: writes go to one handle and reads to the other, as of two workers; what it made is removed with it.
pub(crate) struct Fresh<L> {
    pub(crate) write: L,
    pub(crate) read: L,
    pub(crate) remove: Box<dyn Fn() + Send + Sync>,
}

impl<L> Drop for Fresh<L> {
    fn drop(&mut self) {
        (self.remove)();
    }
}

impl<L: Ledger> Ledger for Fresh<L> {
    fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
        self.write.record(events)
    }
    fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        self.read.histories(mailboxes)
    }
    fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
        self.read.mailboxes(after, limit)
    }
    fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        self.write.prune(before, spent)
    }
    fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        self.write.forget(mailbox)
    }
}

/// Everything a ledger holds.
pub(crate) fn everything(ledger: &impl Ledger) -> Vec<History> {
    let mut histories = ledger.histories(&ledger.mailboxes(None, usize::MAX).unwrap()).unwrap();
    histories.sort_by_key(|h| h.mailbox().key());
    histories
}

/// What the events end in, by the ledger that has no network.
pub(crate) fn model(events: &[Event]) -> Vec<History> {
    let ledger = MemoryLedger::new();
    ledger.record(events).unwrap();
    everything(&ledger)
}

/// `count` events on few mailboxes: many of one id, of any kind, at times that collide.
pub(crate) fn log(count: u32, mailboxes: u32) -> Vec<Event> {
    (0..count)
        .map(|i| event(i % mailboxes, i / 3 % 50, i % 7, i64::from(i.wrapping_mul(2_654_435_761) % 5000)))
        .collect()
}

fn event(mailbox: u32, message: u32, kind: u32, hour: i64) -> Event {
    let mailbox = Mailbox::from_parts(&format!("user{mailbox}"), "example.jp").unwrap();
    let (message, at) = (format!("m{message}"), START.plus(hour * 3600));
    let message = Some(message.as_str());
    match kind {
        0 => Event::delivered(mailbox, message, Trust::OwnMta, at),
        1 => Event::accepted(mailbox, message, at),
        2 => Event::complaint(mailbox, message, FeedbackType::Abuse, Trust::Correlated, at),
        3 => Event::stopped(mailbox, "by phone", "support", at),
        4 => Event::released(mailbox, "by mail", "support", at),
        _ => {
            let mut failure = Failure::default();
            failure.reason = if kind == 5 { Reason::UserUnknown } else { Reason::MailboxFull };
            failure.evidence.text = Some(format!("550 5.1.1 猫 {hour}"));
            Event::failure(mailbox, message, failure, at)
        }
    }
}

/// The same log twice, in two orders, the second with repetitions.
pub(crate) fn logs() -> impl Strategy<Value = (Vec<Event>, Vec<Event>)> {
    let event = (0..3_u32, 0..4_u32, 0..7_u32, 0..6_i64).prop_map(|(a, b, c, d)| event(a, b, c, d));
    proptest::collection::vec(event, 1..40).prop_flat_map(|log| {
        let repeated: Vec<Event> = log.iter().chain(log.iter().step_by(3)).cloned().collect();
        (Just(log), Just(repeated).prop_shuffle())
    })
}

/// Eight writers, each with its own half of the log in its own order, in batches of its own size: nothing lost, nothing doubled, and no
/// error: what passes by itself (a deadlock, a slot on its way) is the ledger's to wait for.
pub(crate) fn eight_writers_end_as_one<L: Ledger>(writers: &[L], events: &[Event]) {
    assert_eq!(writers.len(), 8);
    std::thread::scope(|scope| {
        for (worker, ledger) in writers.iter().enumerate() {
            let mut mine: Vec<Event> =
                events.iter().enumerate().filter(|(i, _)| (i / 7 + worker) % 8 < 4).map(|(_, e)| e.clone()).collect();
            if worker % 2 == 1 {
                mine.reverse();
            }
            scope.spawn(move || mine.chunks(1 + worker * 40).for_each(|batch| ledger.record(batch).unwrap()));
        }
    });
    assert_eq!(everything(&writers[0]), model(events));
}
