//! The contract of [`Ledger`] as tests: for authors of ledgers, who run it on their own (feature `conformance`).
//!
//! One function a clause, each given a closure that makes an empty ledger; it panics where the clause is broken.
//! [`ledger_conformance!`](crate::ledger_conformance) makes one `#[test]` of each. An [`AsyncLedger`] is tested as [`Driven`].
//!
//! ```
//! mailbounce::ledger_conformance!(memory, || mailbounce::suppression::MemoryLedger::new());
//! # fn main() {}
//! ```

use std::collections::BTreeSet;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

use super::event::{Event, Failure};
use super::history::History;
use super::ledger::{AsyncLedger, Ledger, LedgerError, Spent};
use super::list::SuppressionList;
use crate::bounce::{Evidence, FeedbackType, Trust, Verdict};
use crate::mailbox::Mailbox;
use crate::reason::{Persistence, Reason};
use crate::reply::Reply;
use crate::time::Timestamp;

/// Makes a module of one test a clause: a name, and an expression that is called once a test and gives an empty ledger.
#[macro_export]
macro_rules! ledger_conformance {
    ($name:ident, $make:expr) => {
        mod $name {
            $crate::ledger_conformance!(@tests $make,
                record_is_idempotent, record_is_commutative, record_merges_by_rank, record_merges_ties_by_body,
                record_of_nothing_does_nothing, histories_keep_their_order, histories_of_the_unknown_are_empty,
                histories_keep_every_word, mailboxes_are_told_apart_by_key, mailboxes_are_walked_once,
                what_was_recorded_is_seen, prune_drops_only_what_is_spent_and_old, prune_spares_the_ageless,
                prune_refuses_what_is_older, prune_horizon_never_goes_back, forget_erases_one,
                forget_leaves_no_address,
                concurrent_writers_lose_and_double_nothing, concurrent_merges_keep_the_greater
            );
        }
    };
    (@tests $make:expr, $($clause:ident),+) => {
        $(
            #[test]
            fn $clause() {
                #[allow(unused_imports)]
                use super::*;
                $crate::suppression::conformance::$clause($make);
            }
        )+
    };
}

const DAY: i64 = Timestamp::DAY;
const START: Timestamp = Timestamp(1_772_325_000);

fn mailbox(name: &str) -> Mailbox {
    Mailbox::from_parts(name, "example.jp").expect("a mailbox")
}

fn failure(name: &str, message: &str, reason: Reason, at: Timestamp) -> Event {
    let text = "550 5.1.1 <kijitora>:\tno such user\\\r\n here, 猫".to_owned();
    let failure = Failure {
        reason,
        fault: reason.fault(),
        persistence: Persistence::Permanent,
        reply: crate::ReplyCode::new(550),
        evidence: Evidence { text: Some(text), ..Evidence::default() },
        ..Failure::default()
    };
    Event::failure(mailbox(name), Some(message), failure, at)
}

/// One event of every kind, and several of some.
fn sample(name: &str) -> Vec<Event> {
    let at = |days: i64| START.plus(days * DAY);
    let m = || mailbox(name);
    vec![
        failure(name, "m1", Reason::MailboxFull, at(0)),
        failure(name, "m2", Reason::UserUnknown, at(3)),
        failure(name, "m2", Reason::UserUnknown, at(4)),
        Event::complaint(m(), Some("m3"), FeedbackType::Abuse, Trust::Correlated, at(5)),
        Event::delivered(m(), Some("m4"), Trust::OwnMta, at(6)),
        Event::delivered(m(), Some("m5"), Trust::OwnMta, at(2)),
        Event::accepted(m(), Some("m6"), at(8)),
        Event::accepted(m(), Some("m7"), at(8).plus(5)),
        Event::sent(m(), Some("m8"), at(9)),
        Event::stopped(m(), "by\tphone", "support", at(10)),
        Event::released(m(), "by mail\n", "support", at(11)),
    ]
}

fn history(ledger: &impl Ledger, name: &str) -> History {
    let histories = ledger.histories(&[mailbox(name)]).expect("histories");
    histories.into_iter().next().expect("one history for one mailbox")
}

fn model(name: &str, events: &[Event]) -> History {
    let mut history = History::new(mailbox(name));
    history.extend(events.iter().filter(|e| *e.recipient() == mailbox(name)).cloned());
    history
}

/// The same events again change nothing, in one batch or in many.
pub fn record_is_idempotent<L: Ledger>(make: impl Fn() -> L) {
    let (ledger, events) = (make(), sample("a"));
    ledger.record(&events).expect("record");
    ledger.record(&events).expect("record");
    events.iter().for_each(|e| ledger.record(&[e.clone(), e.clone()]).expect("record"));
    assert_eq!(history(&ledger, "a"), model("a", &events));
}

/// Every order ends in the same state: all rotations, forwards and backwards.
pub fn record_is_commutative<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let len = sample("a").len();
    for turn in 0..len * 2 {
        let name = format!("a{turn}");
        let mut events = sample(&name);
        events.rotate_left(turn % len);
        if turn >= len {
            events.reverse();
        }
        events.iter().for_each(|e| ledger.record(std::slice::from_ref(e)).expect("record"));
        assert_eq!(history(&ledger, &name), model(&name, &sample(&name)), "turn {turn}");
    }
}

/// Of two reports the first stays, of two deliveries the latest, whichever is recorded first.
pub fn record_merges_by_rank<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let (early, late) = (START, START.plus(3600));
    for (name, first, second) in [("a", early, late), ("b", late, early)] {
        for at in [first, second] {
            ledger.record(&[failure(name, "m", Reason::UserUnknown, at)]).expect("record");
            ledger.record(&[Event::delivered(mailbox(name), None, Trust::OwnMta, at)]).expect("record");
        }
        let history = history(&ledger, name);
        assert_eq!(history.events().len(), 2, "{name}");
        assert_eq!(history.failures().next().map(|(e, _)| e.at()), Some(early), "{name}");
        assert_eq!(history.events().last().map(Event::at), Some(late), "{name}");
    }
}

/// At the same rank the greater body stays, compared by octets.
pub fn record_merges_ties_by_body<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let event = |name: &str, text: &str| {
        let mut failure = Failure::default();
        failure.evidence.text = Some(text.to_owned());
        Event::failure(mailbox(name), Some("m"), failure, START)
    };
    // The last two differ in the order of locales: é sorts behind z by octets.
    for (name, a, b) in [("a", "x", "y"), ("b", "Z", "a"), ("c", "z", "é"), ("d", "10", "9")] {
        let (first, second) = (event(name, a), event(name, b));
        assert_eq!(first.id(), second.id());
        for order in [[&first, &second], [&second, &first]] {
            order.into_iter().for_each(|e| ledger.record(std::slice::from_ref(e)).expect("record"));
            assert_eq!(history(&ledger, name).events(), std::slice::from_ref(&second), "{name}");
            ledger.forget(&mailbox(name)).expect("forget");
        }
    }
}

/// An empty batch is no error.
pub fn record_of_nothing_does_nothing<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    ledger.record(&[]).expect("record");
    assert!(ledger.mailboxes(None, 10).expect("mailboxes").is_empty());
    assert!(ledger.histories(&[]).expect("histories").is_empty());
}

/// One history for each mailbox asked for, in that order, also where one is asked for twice.
pub fn histories_keep_their_order<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let names = ["c", "a", "nobody", "b", "a"];
    for name in ["a", "b", "c"] {
        ledger.record(&sample(name)).expect("record");
    }
    let asked: Vec<Mailbox> = names.iter().map(|n| mailbox(n)).collect();
    let histories = ledger.histories(&asked).expect("histories");
    assert_eq!(
        histories.iter().map(|h| h.mailbox().key()).collect::<Vec<_>>(),
        asked.iter().map(Mailbox::key).collect::<Vec<_>>()
    );
    for (name, history) in names.iter().zip(&histories) {
        let expected = if *name == "nobody" { vec![] } else { sample(name) };
        assert_eq!(*history, model(name, &expected), "{name}");
    }
}

/// Of a mailbox that was never recorded there is an empty history, and asking does not make it known.
pub fn histories_of_the_unknown_are_empty<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    assert!(history(&ledger, "nobody").is_empty());
    assert!(ledger.mailboxes(None, 10).expect("mailboxes").is_empty());
}

/// Events come back as they went in: all kinds, control characters, UTF-8, long texts.
pub fn histories_keep_every_word<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let mut events = sample("猫");
    let mut long = Failure::default();
    long.evidence.text = Some("é\u{0}\u{1}'\";--".repeat(500));
    long.provider = Some("example.com".to_owned());
    events.push(Event::failure(mailbox("猫"), None, long, START));
    ledger.record(&events).expect("record");
    assert_eq!(history(&ledger, "猫"), model("猫", &events));
}

/// Upper and lower case are one mailbox; tags and dots are not folded; `_`, `%` and `*` match nothing but themselves.
pub fn mailboxes_are_told_apart_by_key<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    for name in ["Neko", "neko+tag", "ne.ko", "n_ko", "n%ko", "n*ko"] {
        ledger.record(&[Event::sent(mailbox(name), Some(name), START)]).expect("record");
    }
    ledger.record(&[Event::sent(mailbox("nEKO"), Some("second"), START)]).expect("record");
    assert_eq!(history(&ledger, "NEKO").events().len(), 2);
    for name in ["neko+tag", "ne.ko", "n_ko", "n%ko", "n*ko"] {
        assert_eq!(history(&ledger, name).events().len(), 1, "{name}");
    }
    assert_eq!(ledger.mailboxes(None, 100).expect("mailboxes").len(), 6);
}

/// Walking page by page meets every mailbox once, whatever the size of the page.
pub fn mailboxes_are_walked_once<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let names: Vec<String> = (0..57).map(|i| format!("user{i}")).collect();
    let events: Vec<Event> = names.iter().flat_map(|n| sample(n)).collect();
    ledger.record(&events).expect("record");
    let all: BTreeSet<String> = names.iter().map(|n| mailbox(n).key()).collect();
    for limit in [1, 2, 7, 56, 57, 58, 1000] {
        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = ledger.mailboxes(after.as_ref(), limit).expect("mailboxes");
            assert!(page.len() <= limit);
            seen.extend(page.iter().map(Mailbox::key));
            if page.len() < limit {
                break;
            }
            after = page.into_iter().last();
        }
        assert_eq!(seen.len(), all.len(), "limit {limit}: none twice");
        assert_eq!(seen.into_iter().collect::<BTreeSet<_>>(), all, "limit {limit}: none missing");
    }
}

/// What a returned `record` wrote is seen by every thread from then on.
pub fn what_was_recorded_is_seen<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    for turn in 0..20 {
        let name = format!("a{turn}");
        ledger.record(&sample(&name)).expect("record");
        thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| assert_eq!(history(&ledger, &name), model(&name, &sample(&name))));
            }
        });
    }
}

/// Only events that are both named as spent and older than the horizon go.
pub fn prune_drops_only_what_is_spent_and_old<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let events: Vec<Event> =
        (0..6).map(|i| failure("a", &format!("m{i}"), Reason::MailboxFull, START.plus(i * DAY))).collect();
    ledger.record(&events).expect("record");
    ledger.record(&sample("b")).expect("record");
    let first =
        events.first().map(Event::id).into_iter().chain(events.iter().skip(2).map(Event::id)).collect::<Vec<_>>();
    let dropped = ledger.prune(START.plus(4 * DAY), &|h| {
        assert_eq!(*h, model(h.mailbox().local_part(), &[events.clone(), sample("b")].concat()), "the whole history");
        if h.mailbox().local_part() == "a" { first.clone() } else { Vec::new() }
    });
    assert_eq!(dropped.expect("prune"), 3);
    let left: Vec<_> = history(&ledger, "a").events().iter().filter_map(|e| e.message().map(str::to_owned)).collect();
    assert_eq!(left, ["m1", "m4", "m5"]);
    assert_eq!(history(&ledger, "b"), model("b", &sample("b")));
}

/// What was done by hand, and complaints, are neither dropped nor refused.
pub fn prune_spares_the_ageless<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    ledger.record(&sample("a")).expect("record");
    let all: &Spent<'_> = &|h| h.events().iter().map(Event::id).collect();
    ledger.prune(START.plus(400 * DAY), all).expect("prune");
    let ageless: Vec<Event> = sample("a").into_iter().filter(Event::is_ageless).collect();
    assert_eq!(history(&ledger, "a"), model("a", &ageless));
    let old = Event::stopped(mailbox("b"), "imported", "list", START);
    ledger.record(std::slice::from_ref(&old)).expect("record");
    assert_eq!(history(&ledger, "b").events(), [old]);
}

/// After a prune, what is older than its horizon is a repetition: it is refused without an error.
pub fn prune_refuses_what_is_older<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    ledger.prune(START, &|_| Vec::new()).expect("prune");
    let (old, new) =
        (failure("a", "m1", Reason::MailboxFull, START.plus(-1)), failure("a", "m2", Reason::MailboxFull, START));
    ledger.record(&[old, new.clone()]).expect("record");
    assert_eq!(history(&ledger, "a").events(), [new]);
}

/// A prune with an earlier horizon does not open what a later one closed.
pub fn prune_horizon_never_goes_back<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    ledger.prune(START, &|_| Vec::new()).expect("prune");
    ledger.prune(START.plus(-100 * DAY), &|_| Vec::new()).expect("prune");
    ledger.record(&[failure("a", "m1", Reason::MailboxFull, START.plus(-1))]).expect("record");
    assert!(history(&ledger, "a").is_empty());
}

/// A mailbox that is forgotten leaves nothing, the others stay, and it may come back.
pub fn forget_erases_one<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    ledger.record(&sample("a")).expect("record");
    ledger.record(&sample("b")).expect("record");
    ledger.forget(&mailbox("A")).expect("forget");
    ledger.forget(&mailbox("nobody")).expect("forget");
    assert!(history(&ledger, "a").is_empty());
    assert_eq!(ledger.mailboxes(None, 10).expect("mailboxes").len(), 1);
    assert_eq!(history(&ledger, "b"), model("b", &sample("b")));
    ledger.record(&sample("a")).expect("record");
    assert_eq!(history(&ledger, "a"), model("a", &sample("a")));
}

/// After a mailbox is forgotten its address stands nowhere: not in what was kept for its domain and provider either.
pub fn forget_leaves_no_address<L: Ledger>(make: impl Fn() -> L) {
    let list = SuppressionList::new(make()).provider(|_| Some("provider.example".to_owned()));
    let gone = mailbox("Mike.Neko");
    for text in ["550 5.1.2 <mike.neko@example.jp>: host unknown", "421 4.7.0 too many for mike.neko@example.jp"] {
        let reply = Reply::new(text.as_bytes());
        let mut verdict = Verdict::default();
        let slow = text.starts_with("421");
        verdict.reason = if slow { Reason::RateLimited } else { Reason::HostUnknown };
        verdict.fault = verdict.reason.fault();
        list.observe_reply(&gone, Some("m"), &reply, &verdict, START).expect("observe_reply");
    }
    list.forget(&gone).expect("forget");
    let left = list.ledger().mailboxes(None, 100).expect("mailboxes");
    assert_eq!(left.len(), 2, "the domain and the provider: {left:?}");
    for history in list.ledger().histories(&left).expect("histories") {
        for event in history.events() {
            assert!(!event.body().to_lowercase().contains("neko"), "{}", event.body());
        }
    }
}

/// Eight writers record overlapping halves of the same events, each event from two of them: none is lost, none is twice.
pub fn concurrent_writers_lose_and_double_nothing<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    let events: Vec<Event> = (0..40).flat_map(|i| sample(&format!("user{}", i % 10))).collect();
    let events: Vec<Event> = events
        .into_iter()
        .chain((0..200).map(|i| failure("hot", &format!("m{i}"), Reason::MailboxFull, START.plus(i))))
        .collect();
    thread::scope(|scope| {
        for worker in 0..8 {
            let mine = events.iter().enumerate().filter(move |(i, _)| i % 4 == worker % 4).map(|(_, e)| e.clone());
            let mut mine: Vec<Event> = mine.collect();
            if worker >= 4 {
                mine.reverse();
            }
            let ledger = &ledger;
            scope.spawn(move || mine.chunks(7).for_each(|batch| ledger.record(batch).expect("record")));
        }
    });
    assert_eq!(history(&ledger, "hot").events().len(), 200);
    for name in (0..10).map(|i| format!("user{i}")).chain(["hot".to_owned()]) {
        assert_eq!(history(&ledger, &name), model(&name, &events), "{name}");
    }
}

/// Writers that merge into the same event at once end with the greater one.
pub fn concurrent_merges_keep_the_greater<L: Ledger>(make: impl Fn() -> L) {
    let ledger = make();
    thread::scope(|scope| {
        for worker in 0..8_i64 {
            let ledger = &ledger;
            scope.spawn(move || {
                for i in 0..25 {
                    let at = START.plus((i * 8 + worker) % 97);
                    let delivered = Event::delivered(mailbox("a"), None, Trust::OwnMta, at);
                    let failed = failure("a", "m", Reason::UserUnknown, at);
                    ledger.record(&[delivered, failed]).expect("record");
                }
            });
        }
    });
    let history = history(&ledger, "a");
    assert_eq!(history.events().iter().map(Event::at).collect::<Vec<_>>(), [START, START.plus(96)]);
}

/// One poll of a future, whatever it gives: what a [`Driven`] ledger's executor has to repeat until it is ready.
pub type Step<'a> = dyn FnMut(&mut Context<'_>) -> Poll<()> + Send + 'a;

/// An [`AsyncLedger`] as a [`Ledger`] that waits for each call on the calling thread: so the same suite tests both.
///
/// A ledger that needs its own executor is given one by `block_on`.
pub struct Driven<L> {
    ledger: L,
    block_on: Box<dyn Fn(&mut Step<'_>) + Send + Sync>,
}

impl<L> std::fmt::Debug for Driven<L> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Driven").finish_non_exhaustive()
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

impl<L: AsyncLedger> Driven<L> {
    /// Polls on the calling thread, and sleeps between.
    pub fn new(ledger: L) -> Self {
        Self::with(ledger, |poll| {
            let waker = Waker::from(Arc::new(Unpark(thread::current())));
            while poll(&mut Context::from_waker(&waker)).is_pending() {
                thread::park();
            }
        })
    }

    /// With an executor's own way of waiting: `|poll| runtime.block_on(std::future::poll_fn(|cx| poll(cx)))`.
    pub fn with(ledger: L, block_on: impl Fn(&mut Step<'_>) + Send + Sync + 'static) -> Self {
        Self { ledger, block_on: Box::new(block_on) }
    }

    fn wait<T: Send>(&self, future: super::LedgerFuture<'_, T>) -> Result<T, LedgerError> {
        let mut future = pin!(future);
        let mut result = None;
        (self.block_on)(&mut |context| match future.as_mut().poll(context) {
            Poll::Ready(value) => {
                result = Some(value);
                Poll::Ready(())
            }
            Poll::Pending => Poll::Pending,
        });
        result.expect("the executor returned before the future was done")
    }
}

impl<L: AsyncLedger> Ledger for Driven<L> {
    fn record(&self, events: &[Event]) -> Result<(), LedgerError> {
        self.wait(self.ledger.record(events))
    }
    fn histories(&self, mailboxes: &[Mailbox]) -> Result<Vec<History>, LedgerError> {
        self.wait(self.ledger.histories(mailboxes))
    }
    fn mailboxes(&self, after: Option<&Mailbox>, limit: usize) -> Result<Vec<Mailbox>, LedgerError> {
        self.wait(self.ledger.mailboxes(after, limit))
    }
    fn prune(&self, before: Timestamp, spent: &Spent<'_>) -> Result<u64, LedgerError> {
        self.wait(self.ledger.prune(before, spent))
    }
    fn forget(&self, mailbox: &Mailbox) -> Result<(), LedgerError> {
        self.wait(self.ledger.forget(mailbox))
    }
}
