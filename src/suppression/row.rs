//! A row of a policy's table: how many, over how long, and then what.

use super::count::Counted;
use super::event::EventId;
use crate::time::Timestamp;

/// What a row of a table comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Then {
    /// Write no more.
    Stop,
    /// Write no more until as many seconds have passed, then one message to see. If it fails the next hold begins.
    Hold {
        /// Length of a hold, in seconds.
        seconds: i64,
        /// The hold that would be the so-manieth is a stop; 0: never.
        stop_at: u32,
    },
    /// Nothing.
    Nothing,
}

/// A row of a policy's table.
///
/// ```
/// use mailbounce::suppression::{Then, Threshold};
///
/// let row = Threshold::new(3, 7 * 86_400, Then::Hold { seconds: 30 * 86_400, stop_at: 4 });
/// assert_eq!(row.count, 3);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Threshold {
    /// So many failures must count; see the policy for what counts.
    pub count: u32,
    /// So long, in seconds, from the first to the last.
    pub span: i64,
    /// What then.
    pub then: Then,
}

impl Threshold {
    /// A row.
    #[must_use]
    pub const fn new(count: u32, span: i64, then: Then) -> Self {
        Self { count, span, then }
    }

    /// A row that never comes to anything.
    #[must_use]
    pub const fn never() -> Self {
        Self { count: u32::MAX, span: 0, then: Then::Nothing }
    }
}

/// The lengths by which rows are counted, in seconds.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// At most one counts in it.
    pub(crate) period: i64,
    /// How much early a period or span may end.
    pub(crate) jitter: i64,
    /// A pause as long ends a row.
    pub(crate) stale_after: i64,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stand {
    /// Not reached.
    Open,
    /// A hold that is over: the next message is the one to see by.
    Probe { since: Timestamp },
    /// A hold.
    Hold { until: Timestamp },
    /// A stop.
    Stop,
}

impl Threshold {
    /// Where the row stands at `now`, and the events that it counted. `members` are sorted by time.
    ///
    /// More failures never make it milder. A stop stands until what it rests on is taken away.
    pub(crate) fn stand(&self, members: &[Counted<'_>], clock: Clock, now: Timestamp) -> (Stand, Vec<EventId>) {
        let mut run = Run::default();
        let mut best = (Stand::Open, Vec::new());
        for member in members {
            if run.last.is_some_and(|last| member.at.since(last) > clock.stale_after) {
                best = best.max(run.end(now, clock));
                run = Run::default();
            }
            run.add(member, self, clock);
        }
        best.max(run.end(now, clock))
    }
}

/// Failures without a long pause between them.
#[derive(Default)]
struct Run {
    first: Timestamp,
    last: Option<Timestamp>,
    counted_at: Option<Timestamp>,
    counted: Vec<EventId>,
    /// Holds so far, and the end of the last.
    holds: u32,
    until: Timestamp,
    stopped: bool,
}

impl Run {
    fn add(&mut self, member: &Counted<'_>, row: &Threshold, clock: Clock) {
        let at = member.at;
        if self.last.is_none() {
            self.first = at;
        }
        self.last = Some(at);
        if self.stopped {
            return;
        }
        if self.counted_at.is_none_or(|last| at.since(last) >= clock.period - clock.jitter) {
            self.counted_at = Some(at);
            self.counted.push(member.event.id());
        }
        let reached = u32::try_from(self.counted.len()).unwrap_or(u32::MAX) >= row.count
            && at.since(self.first) >= row.span.saturating_sub(if row.span > 0 { clock.jitter } else { 0 });
        match row.then {
            _ if !reached => {}
            Then::Stop => self.stopped = true,
            Then::Hold { seconds, stop_at } if self.holds == 0 || at >= self.until => {
                self.holds += 1;
                self.until = at.plus(seconds);
                self.stopped = stop_at > 0 && self.holds >= stop_at;
            }
            Then::Hold { .. } | Then::Nothing => {}
        }
    }

    fn end(self, now: Timestamp, clock: Clock) -> (Stand, Vec<EventId>) {
        let live = self.last.is_some_and(|last| now.since(last) <= clock.stale_after.max(self.until.since(last)));
        let stand = match (self.stopped, self.holds) {
            (true, _) => Stand::Stop,
            (_, 0) => Stand::Open,
            _ if self.until > now => Stand::Hold { until: self.until },
            _ if live => Stand::Probe { since: self.until },
            _ => Stand::Open,
        };
        (stand, self.counted)
    }
}
