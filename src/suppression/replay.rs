//! What-if: what would another policy have done with this log.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::event::{Event, What, Window};
use super::guard::Guard;
use super::history::History;
use super::plan::windows_of;
use super::policy::{Answer, Decision, SuppressionPolicy, Surroundings};
use super::subject;
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

/// A change of mind about one mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Turn {
    /// When.
    pub at: Timestamp,
    /// The decision from then on.
    pub decision: Decision,
}

/// What a policy would have done with one mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Course {
    /// Whose.
    pub mailbox: Mailbox,
    /// Each change of its answer, oldest first; before the first it was written to.
    pub turns: Vec<Turn>,
    /// The decision at the end.
    pub last: Decision,
    /// Messages that bounced although it might have been stopped: failures while the answer was to send.
    pub bounced: u32,
    /// Messages that arrived while the answer was not to send: what this policy would have cost.
    pub lost: u32,
}

/// What a policy would have done with a log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Replay {
    /// The policy's name.
    pub policy: String,
    /// Each mailbox, in the order of their keys.
    pub courses: Vec<Course>,
    /// How many are stopped at the end.
    pub stopped: usize,
    /// How many are on hold at the end.
    pub held: usize,
    /// The sum of [`Course::bounced`].
    pub bounced: u64,
    /// The sum of [`Course::lost`].
    pub lost: u64,
}

/// Two policies over one log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Comparison {
    /// What the first would have done.
    pub first: Replay,
    /// What the second would have done.
    pub second: Replay,
    /// The mailboxes that end with another answer, and the reasons of both.
    pub differ: Vec<Difference>,
}

/// A mailbox that two policies treat differently.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Difference {
    /// Whose.
    pub mailbox: Mailbox,
    /// The first policy's decision.
    pub first: Decision,
    /// The second policy's decision.
    pub second: Decision,
}

/// The log by mailbox, and the windows that its bursts make.
fn read(events: impl IntoIterator<Item = Event>, guard: Option<Guard>) -> (BTreeMap<String, History>, Arc<[Window]>) {
    let mut histories: BTreeMap<String, History> = BTreeMap::new();
    for event in events {
        let key = event.recipient().key();
        let history = histories.entry(key).or_insert_with(|| History::new(event.recipient().clone()));
        history.merge(event);
    }
    let reserved = histories.remove(&subject::windows().key());
    let mut windows: Vec<Window> = reserved.iter().flat_map(|h| windows_of(h).to_vec()).collect();
    if let Some(mut guard) = guard {
        let mut log: Vec<&Event> = histories.values().flat_map(History::events).collect();
        log.sort_by_key(|e| (e.at(), e.id()));
        windows.extend(log.into_iter().flat_map(|e| guard.observe(e)));
    }
    windows.sort();
    windows.dedup();
    (histories, windows.into())
}

/// What a policy would have done with a log, as of `now`. The order of the events does not matter.
///
/// It looks at each mailbox after each of its events, with all that was known by then; windows in which failures don't count are found by
/// `guard` and known from the start, as somebody knows who looks back. What is known of whole domains and providers is used as it was recorded.
///
/// ```
/// use mailbounce::{Timestamp, suppression::{Event, Guide, replay}};
///
/// let at = Timestamp(1_772_325_000);
/// let log = vec![Event::stopped("kijitora@example.jp".parse()?, "asked by phone", "support", at)];
/// let replay = replay::replay(log, &Guide::default(), None, at.plus(60));
/// assert_eq!(replay.stopped, 1);
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
pub fn replay(
    events: impl IntoIterator<Item = Event>,
    policy: &(impl SuppressionPolicy + ?Sized),
    guard: Option<Guard>,
    now: Timestamp,
) -> Replay {
    let (histories, windows) = read(events, guard);
    run(&histories, &windows, policy, now)
}

/// Two policies over one log, as of `now`; see [`replay`].
pub fn compare(
    events: impl IntoIterator<Item = Event>,
    first: &(impl SuppressionPolicy + ?Sized),
    second: &(impl SuppressionPolicy + ?Sized),
    guard: Option<Guard>,
    now: Timestamp,
) -> Comparison {
    let (histories, windows) = read(events, guard);
    let first = run(&histories, &windows, first, now);
    let second = run(&histories, &windows, second, now);
    let pairs = first.courses.iter().zip(&second.courses);
    let differ = pairs
        .filter(|(a, b)| a.last.answer() != b.last.answer())
        .map(|(a, b)| Difference { mailbox: a.mailbox.clone(), first: a.last.clone(), second: b.last.clone() })
        .collect();
    Comparison { first, second, differ }
}

fn run(
    histories: &BTreeMap<String, History>,
    windows: &Arc<[Window]>,
    policy: &(impl SuppressionPolicy + ?Sized),
    now: Timestamp,
) -> Replay {
    let mut replay = Replay { policy: policy.name().to_owned(), ..Replay::default() };
    for history in histories.values().filter(|h| !subject::is_reserved(h.mailbox())) {
        let domain = histories.get(&subject::domain(history.mailbox()).key()).cloned().map(Arc::new);
        let course = course(history, domain, windows, policy, now);
        replay.stopped += usize::from(course.last.answer() == Answer::Stop);
        replay.held += usize::from(course.last.answer() == Answer::Hold);
        replay.bounced += u64::from(course.bounced);
        replay.lost += u64::from(course.lost);
        replay.courses.push(course);
    }
    replay
}

fn course(
    history: &History,
    domain: Option<Arc<History>>,
    windows: &Arc<[Window]>,
    policy: &(impl SuppressionPolicy + ?Sized),
    now: Timestamp,
) -> Course {
    let surroundings = |at: Timestamp| {
        let surroundings = Surroundings::default().with_windows(Arc::clone(windows));
        match &domain {
            Some(domain) => surroundings.with_domain(Arc::new(until(domain, at))),
            None => surroundings,
        }
    };
    let mut known = History::new(history.mailbox().clone());
    let mut answer = Answer::Send;
    let mut course =
        Course { mailbox: history.mailbox().clone(), turns: Vec::new(), last: Decision::send(), bounced: 0, lost: 0 };
    for event in history.events().iter().filter(|e| e.at() <= now) {
        // The answer as it stood when this happened: a hold may have ended since the last event.
        let before = policy.decide(&known, &surroundings(event.at()), event.at()).answer();
        match event.what() {
            What::Failure(_) if before == Answer::Send => course.bounced += 1,
            What::Delivered { .. } | What::Accepted if matches!(before, Answer::Stop | Answer::Hold) => {
                course.lost += 1;
            }
            _ => {}
        }
        known.merge(event.clone());
        let decision = policy.decide(&known, &surroundings(event.at()), event.at());
        if decision.answer() != answer {
            answer = decision.answer();
            course.turns.push(Turn { at: event.at(), decision });
        }
    }
    course.last = policy.decide(&known, &surroundings(now), now);
    course
}

/// What was known by then.
fn until(history: &History, at: Timestamp) -> History {
    let mut known = History::new(history.mailbox().clone());
    known.extend(history.events().iter().filter(|e| e.at() <= at).cloned());
    known
}

impl std::fmt::Display for Comparison {
    /// A table: what each would have done, and how many mailboxes it treats differently.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{:<12} {:>9} {:>9} {:>9} {:>9}", "policy", "stopped", "held", "bounced", "lost")?;
        for r in [&self.first, &self.second] {
            writeln!(f, "{:<12} {:>9} {:>9} {:>9} {:>9}", r.policy, r.stopped, r.held, r.bounced, r.lost)?;
        }
        let rule = |d: &Decision| d.why().first().map_or(Cow::Borrowed("-"), |w| w.rule.clone());
        for d in &self.differ {
            let (a, b) = (&d.first, &d.second);
            writeln!(f, "{}: {} ({}) / {} ({})", d.mailbox, a.answer(), rule(a), b.answer(), rule(b))?;
        }
        Ok(())
    }
}
