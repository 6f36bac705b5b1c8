//! Finds which rows stand in a text.
//!
//! A phrase matches only where a word begins. So instead of running an automaton over every byte (an Aho-Corasick NFA
//! over a few thousand phrases costs about 7 ns a byte, a DFA of them takes 57 MB), the first bytes of each
//! word are looked up in a hash table that leads to the few rows which begin so. A text costs one look-up per word,
//! however many rows there are. It also keeps `unavailable` from matching in `available` and the like.

use std::ops::ControlFlow;

use super::buckets::{Buckets, Entry, lowest};
use super::head::Head;
use super::seen::Seen;
use crate::lanes::{Lane, beginnings, is, is_alphanumeric, is_between};

/// How far behind the end of its predecessor a further phrase may begin, in bytes.
const REACH: usize = 256;

/// How many words that may be known are gathered before they are looked up.
const KNOWN: usize = 32;

/// The shortest phrase that the index takes, in bytes.
pub(crate) const SHORTEST: usize = 4;

/// Whether a phrase may begin with `byte` behind `before`: where no word goes on, at no space, and not inside a character.
#[inline(always)]
fn word_begins(before: Lane, these: Lane) -> Lane {
    !(is_alphanumeric(before) | is(these, b' ') | is_between(these, 0x80, 0xBF))
}

/// Which positions (of rows, in their order) begin with which bytes.
#[derive(Debug, Default)]
pub(crate) struct Index {
    seen: Seen,
    /// Phrases of four to seven bytes, by the first four.
    short: Buckets,
    /// Phrases of eight to fifteen bytes, by the first eight; empty runs where longer ones begin so.
    middle: Buckets,
    /// Phrases of sixteen bytes and more, by the first sixteen: many begin alike (`recipient address ...`).
    long: Buckets,
}

impl Index {
    /// An index of phrases; their position is their place here. Phrases under [`SHORTEST`] are never found.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let phrases: Vec<&[u8]> = phrases.map(str::as_bytes).collect();
        let mut seen = Seen::for_count(phrases.len());
        let room = || Vec::with_capacity(phrases.len());
        let (mut short, mut middle, mut long) = (room(), room(), room());
        for (position, &bytes) in (0..).zip(&phrases) {
            let head = Head::at(bytes, 0);
            let entry = |key| Some(Entry::new(position, bytes, key));
            match bytes.len() {
                16.. => {
                    seen.add(head);
                    middle.push((head.key8(), None));
                    long.push((head.key16(), entry(16)));
                }
                8.. => {
                    seen.add(head);
                    middle.push((head.key8(), entry(8)));
                }
                SHORTEST.. => {
                    seen.add_short(head);
                    short.push((head.key4(), entry(4)));
                }
                _ => {}
            }
        }
        Self { seen, short: Buckets::new(&short), middle: Buckets::new(&middle), long: Buckets::new(&long) }
    }

    /// The lowest position for which `holds(position, place)` is true, asked only for rows of which the first bytes seem to stand
    /// at `place`.
    pub(crate) fn find(&self, text: &str, mut holds: impl FnMut(usize, usize) -> bool) -> Option<usize> {
        let mut best = usize::MAX;
        self.walk(text, &mut |place, behind, entries| {
            if let Some(found) = lowest(entries, behind, best, |position| holds(position, place)) {
                best = found;
            }
            ControlFlow::Continue(())
        });
        (best != usize::MAX).then_some(best)
    }

    /// The first place for which `take(position, place)` gives anything, and what; asked as [`find`](Self::find) asks.
    fn first<T>(&self, text: &str, mut take: impl FnMut(usize, usize) -> Option<T>) -> Option<T> {
        let mut taken = None;
        self.walk(text, &mut |place, behind, entries| {
            let holds = |position| {
                taken = take(position, place);
                taken.is_some()
            };
            match lowest(entries, behind, usize::MAX, holds) {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        });
        taken
    }

    /// Goes to each place where a word begins as some phrases do: the place, what stands behind their key, and these phrases.
    ///
    /// One piece of machine code for all that ask, since few words get as far as to be visited.
    fn walk(&self, text: &str, visit: &mut Visit<'_>) {
        let bytes = text.as_bytes();
        // Which words are known cannot be foreseen, so they are gathered without a branch, and looked up afterwards.
        let mut known = [0; KNOWN];
        let mut count = 0;
        for place in beginnings(bytes, word_begins) {
            known[count % KNOWN] = place;
            count += usize::from(self.seen.may_hold(Head::at(bytes, place)));
            if count == KNOWN {
                count = 0;
                if known.iter().any(|&place| self.visit(bytes, place, visit).is_break()) {
                    return;
                }
            }
        }
        known[..count].iter().any(|&place| self.visit(bytes, place, visit).is_break());
    }

    /// The phrases that begin as the word at `place` does.
    #[inline(never)]
    fn visit(&self, bytes: &[u8], place: usize, visit: &mut Visit<'_>) -> ControlFlow<()> {
        let head = Head::at(bytes, place);
        if self.seen.may_hold_short(head)
            && let Some(entries) = self.short.get(head.key4())
        {
            visit(place, head.behind4(), entries)?;
        }
        let Some(entries) = self.middle.get(head.key8()) else { return ControlFlow::Continue(()) };
        if !entries.is_empty() {
            visit(place, head.behind8(), entries)?;
        }
        if let Some(entries) = self.long.get(head.key16()) {
            visit(place, Head::eight_at(bytes, place + 16), entries)?;
        }
        ControlFlow::Continue(())
    }
}

/// Is told a place, the eight bytes behind a key there, and the phrases that have this key.
type Visit<'v> = dyn FnMut(usize, u64, &[Entry]) -> ControlFlow<()> + 'v;

/// Whether `phrase` stands at `place`, followed by each of `then` in order; where it is one word only, in the same sentence.
pub(crate) fn stands_at<S: AsRef<str>>(text: &str, place: usize, phrase: &str, then: &[S]) -> bool {
    let bytes = text.as_bytes();
    if !bytes.get(place..).is_some_and(|rest| rest.starts_with(phrase.as_bytes())) {
        return false;
    }
    let mut end = place + phrase.len();
    for next in then {
        let next = next.as_ref().as_bytes();
        let window = bytes.get(end..bytes.len().min(end + REACH + next.len())).unwrap_or_default();
        let reach = if phrase.contains(' ') { window.len() } else { sentence(window) };
        let window = &window[..reach];
        let found = match next {
            [] => continue,
            &[only] => memchr::memchr(only, window),
            // Two bytes are seldom found anywhere else.
            &[first, second, ref more @ ..] => {
                let pairs = beginnings(window, |before, these| is(before, first) & is(these, second));
                let mut starts = pairs.filter_map(|second| second.checked_sub(1));
                starts.find(|&at| window[at + 2..].starts_with(more))
            }
        };
        match found {
            Some(found) => end += found + next.len(),
            None => return false,
        }
    }
    true
}

/// How far the first sentence of a text goes.
fn sentence(text: &[u8]) -> usize {
    let space = beginnings(text, |before, these| is(before, b'.') & is(these, b' ')).next();
    space.map_or(text.len(), |space| space - 1)
}

/// A fixed list of folded phrases, to ask whether any of them stands in a text.
#[derive(Debug)]
pub(crate) struct PhraseSet {
    phrases: &'static [&'static str],
    index: Index,
}

impl PhraseSet {
    pub(crate) fn new(phrases: &'static [&'static str]) -> Self {
        Self { phrases, index: Index::new(phrases.iter().copied()) }
    }

    /// Whether one of the phrases stands in a folded (or at least lower-case) text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.first_in(text, |_| Some(())).is_some()
    }

    /// What `take` makes of the first place where a phrase stands and `take` makes anything.
    pub(crate) fn first_in<T>(&self, text: &str, mut take: impl FnMut(usize) -> Option<T>) -> Option<T> {
        self.index.first(text, |position, place| {
            if stands_at::<&str>(text, place, self.phrases[position], &[]) { take(place) } else { None }
        })
    }
}
