//! The own-outage guard: a burst of failures of one cause at one place is that place's fault, not the addresses'.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use super::count::{self, is_trusted};
use super::event::{Event, Place, What, Window};
use crate::bounce::{Source, Trust};
use crate::mailbox::Mailbox;
use crate::reason::Reason;
use crate::time::Timestamp;

/// Half an hour: bursts are looked for in hours that begin at each.
const STEP: i64 = 1800;
/// Addresses that are told apart in one step at one place; more are estimated.
const SKETCH: usize = 4096;

/// Watches the stream of events and names the [windows](Window) in which failures don't count.
///
/// A burst is an hour in which failures of one cause, at one provider or from one reporting server, touch at least `addresses`
/// addresses, and are at least `share` per cent of what was attempted there; where attempts are not recorded (see
/// [`Event::sent`], [`Event::accepted`]), at least `times_usual` times the usual hour. It must also be `times_before` times greater than any hour of the
/// last `memory`: what comes again in the same size is the truth, so that a dead domain is stopped from its second
/// mailing on. Hours that follow a burst within `gap` belong to it, for at most `longest`.
///
/// It keeps its counts in memory, some 100 octets a failing place and half hour. After a restart without attempts it needs
/// [`learning`](Self::learning) to know what is usual; feed it the log of the last weeks to spare it that.
///
/// ```
/// use mailbounce::suppression::Guard;
///
/// let mut guard = Guard::default();
/// guard.addresses = 50;
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Guard {
    /// Addresses that a burst touches at least. Default 20.
    pub addresses: usize,
    /// Per cent of the attempts that fail in a burst. Default 30.
    pub share: usize,
    /// Times the usual hour (the median of those with failures) that a burst is, where attempts are not known. Default 10.
    pub times_usual: usize,
    /// Times the worst hour so far that a burst is. Default 2.
    pub times_before: usize,
    /// Seconds of recording from which on the usual hour is known. Default 7 days.
    pub learning: i64,
    /// Seconds that a burst may pause. Default 6 hours.
    pub gap: i64,
    /// Longest burst, in seconds; what lasts longer is no outage. Default 72 hours.
    pub longest: i64,
    /// How long hours are remembered, in seconds. Default 70 days: a monthly sender's last mailing and the one before.
    pub memory: i64,
    /// What is trusted less is not looked at. Default [`Trust::Unverified`]; the guard that a list has by itself takes what its
    /// [policy](crate::suppression::SuppressionPolicy::least_trust) counts.
    pub trust: Trust,
    first_seen: Option<Timestamp>,
    series: BTreeMap<(Reason, Place, String), Series>,
    attempts: BTreeMap<(Place, String), BTreeMap<i64, Sketch>>,
}

impl Default for Guard {
    fn default() -> Self {
        Self {
            addresses: 20,
            share: 30,
            times_usual: 10,
            times_before: 2,
            learning: 7 * Timestamp::DAY,
            gap: 6 * Timestamp::HOUR,
            longest: 72 * Timestamp::HOUR,
            memory: 70 * Timestamp::DAY,
            trust: Trust::Unverified,
            first_seen: None,
            series: BTreeMap::new(),
            attempts: BTreeMap::new(),
        }
    }
}

/// Failures of one cause at one place, a sketch of their addresses a step.
#[derive(Debug, Clone, Default)]
struct Series {
    steps: BTreeMap<i64, Sketch>,
    /// First and last step of the burst that is on, or was last.
    burst: Option<(i64, i64)>,
}

/// How many different addresses: the smallest hashes of them, so that order and repetition don't matter and memory is bounded.
#[derive(Debug, Clone, Default)]
struct Sketch(BTreeSet<u64>);

impl Sketch {
    fn add(&mut self, mailbox: &Mailbox) {
        let mut hasher = DefaultHasher::new();
        mailbox.hash(&mut hasher);
        self.0.insert(hasher.finish());
        if self.0.len() > SKETCH {
            self.0.pop_last();
        }
    }

    fn merge(mut self, other: &Self) -> Self {
        self.0.extend(&other.0);
        while self.0.len() > SKETCH {
            self.0.pop_last();
        }
        self
    }

    fn count(&self) -> usize {
        match self.0.last() {
            Some(last) if self.0.len() == SKETCH && *last > 0 => {
                let count = (SKETCH as u128 - 1) * (1 << 64) / u128::from(*last);
                usize::try_from(count).unwrap_or(usize::MAX)
            }
            _ => self.0.len(),
        }
    }
}

fn between(steps: &BTreeMap<i64, Sketch>, from: i64, to: i64) -> Sketch {
    if from > to {
        return Sketch::default();
    }
    steps.range(from..=to).fold(Sketch::default(), |sum, (_, step)| sum.merge(step))
}

impl Guard {
    /// Takes note of an event, and names the windows that it makes known. The same window may be named more than once.
    pub fn observe(&mut self, event: &Event) -> Vec<Window> {
        if super::subject::is_reserved(event.recipient()) {
            return Vec::new();
        }
        let step = event.at().0.div_euclid(STEP);
        self.first_seen = Some(self.first_seen.map_or(event.at(), |first| first.min(event.at())));
        let provider = event.provider().to_lowercase();
        match event.what() {
            What::Sent | What::Accepted => {
                self.attempt(&provider, step, event.recipient());
                Vec::new()
            }
            What::Failure(failure) if is_trusted(failure.trust, self.trust) => {
                if failure.evidence.source == Source::Session {
                    self.attempt(&provider, step, event.recipient());
                }
                if count::is_senders(failure) {
                    return Vec::new();
                }
                let server = failure.server.as_ref().map(|s| (Place::Server, s.to_lowercase()));
                [Some((Place::Provider, provider)), server]
                    .into_iter()
                    .flatten()
                    .flat_map(|(place, name)| self.failed(failure.reason, place, name, step, event.recipient()))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Servers carry mail to all providers: their attempts are all there are, under the empty name.
    fn attempt(&mut self, provider: &str, step: i64, mailbox: &Mailbox) {
        let oldest = step - 2 * Timestamp::DAY / STEP;
        for key in [(Place::Provider, provider.to_owned()), (Place::Server, String::new())] {
            let steps = self.attempts.entry(key).or_default();
            steps.entry(step).or_default().add(mailbox);
            if steps.first_key_value().is_some_and(|(first, _)| *first < oldest) {
                *steps = steps.split_off(&oldest);
            }
        }
    }

    fn failed(&mut self, reason: Reason, place: Place, name: String, step: i64, mailbox: &Mailbox) -> Vec<Window> {
        let key = (reason, place, name);
        let mut series = self.series.remove(&key).unwrap_or_default();
        series.steps.entry(step).or_default().add(mailbox);
        let oldest = step - self.memory / STEP;
        if series.steps.first_key_value().is_some_and(|(first, _)| *first < oldest) {
            series.steps = series.steps.split_off(&oldest);
        }
        let mut windows = Vec::new();
        for from in [step - 1, step] {
            if let Some(start) = self.burst(&series, place, &key.2, from) {
                let last = series.burst.filter(|(s, _)| *s == start).map_or(from + 1, |(_, last)| last.max(from + 1));
                series.burst = Some((start, last));
                let (from, until) = (Timestamp(from * STEP), Timestamp((from + 2) * STEP));
                windows.push(Window::new(reason, place, &key.2, from, until));
            }
        }
        self.series.insert(key, series);
        windows
    }

    /// Whether the hour from this step on is a burst or part of one: the step at which that began.
    fn burst(&self, series: &Series, place: Place, name: &str, from: i64) -> Option<i64> {
        let failing = between(&series.steps, from, from + 1).count();
        if failing < self.addresses {
            return None;
        }
        let on = series.burst.filter(|(start, last)| {
            from >= *start && from - last <= self.gap / STEP && (from - start) * STEP <= self.longest
        });
        let start = on.map_or(from, |(start, _)| start);
        // The hours before, each beginning at a step that has failures.
        let mut hours: Vec<usize> = series
            .steps
            .range(..start - 1)
            .map(|(step, _)| between(&series.steps, *step, (*step + 1).min(start - 1)).count())
            .collect();
        hours.sort_unstable();
        if failing < self.times_before.saturating_mul(hours.last().copied().unwrap_or(0)) {
            return None;
        }
        let attempts = self.attempts_for(place, name, from, failing);
        let is_burst = match attempts {
            Some(attempts) => failing * 100 >= self.share * attempts,
            None => {
                let usual = hours.get(hours.len() / 2).copied().unwrap_or(0);
                let known = self.first_seen.is_some_and(|f| Timestamp(from * STEP).since(f) >= self.learning);
                known && failing >= self.times_usual.saturating_mul(usual)
            }
        };
        is_burst.then_some(start)
    }

    /// Addresses that were attempted there in the hour, or up to a day longer where bounces come later than what they answer.
    fn attempts_for(&self, place: Place, name: &str, from: i64, failing: usize) -> Option<usize> {
        let name = if place == Place::Server { "" } else { name };
        let steps = self.attempts.get(&(place, name.to_owned()))?;
        (0..=24).map(|hours| between(steps, from - 2 * hours, from + 1).count()).find(|attempts| *attempts >= failing)
    }
}
