//! Finds which rows stand in a text.
//!
//! A phrase matches only where a word begins. So instead of running an automaton over every byte (an Aho-Corasick NFA
//! over a few thousand phrases costs about 7 ns a byte, a DFA of them takes 57 MB), the eight bytes at the start of each
//! word are looked up in a hash table that leads to the few rows which begin so. A text costs one look-up per word,
//! however many rows there are. It also keeps `unavailable` from matching in `available` and the like.

use std::ops::ControlFlow;

use crate::places::places;

/// How far behind the end of its predecessor a further phrase may begin, in bytes.
const REACH: usize = 256;

/// The shortest phrase that the index takes, in bytes.
pub(crate) const SHORTEST: usize = 4;

/// Whether a phrase may begin with `byte` behind `before`: where no word goes on, at no space, and not inside a character.
#[inline]
fn word_begins(before: u8, byte: u8) -> bool {
    !before.is_ascii_alphanumeric() & (byte != b' ') & (byte & 0xC0 != 0x80)
}

/// One bit for each key that is there: it turns most words away without a cache miss. With 32 bits for each key it is small enough
/// (16 KiB at most) to stay in the first cache, where the tables behind it do not.
#[derive(Debug, Default)]
struct Seen {
    words: Vec<u64>,
    shift: u32,
}

impl Seen {
    const MOST_WORDS: usize = 2048;

    fn of(keys: &[(u64, Entry)]) -> Self {
        if keys.is_empty() {
            return Self::default();
        }
        let words = (keys.len() / 2).next_power_of_two().clamp(2, Self::MOST_WORDS);
        let mut seen = Self { words: vec![0; words], shift: 58 - words.trailing_zeros() };
        for &(key, _) in keys {
            let (word, bit) = seen.place(key);
            seen.words[word] |= bit;
        }
        seen
    }

    #[inline]
    fn place(&self, key: u64) -> (usize, u64) {
        let hash = spread(key) >> self.shift;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    #[inline]
    fn may_hold(&self, key: u64) -> bool {
        let (word, bit) = self.place(key);
        self.words.get(word).is_some_and(|bits| bits & bit != 0)
    }
}

/// Spreads a key over all bits, the upper ones best.
const fn spread(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// Which positions (of rows, in their order) begin with which bytes.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// Phrases of sixteen bytes and more, by the first sixteen: many begin alike (`recipient address ...`).
    long: Buckets,
    /// Phrases of eight to fifteen bytes, by the first eight.
    middle: Buckets,
    /// Phrases of four to seven bytes, by the first four.
    short: Buckets,
}

impl Index {
    /// An index of phrases; their position is their place here. Phrases under [`SHORTEST`] are never found.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let (mut long, mut middle, mut short) = (Vec::new(), Vec::new(), Vec::new());
        for (position, phrase) in (0..).zip(phrases) {
            let bytes = phrase.as_bytes();
            if let Some(key) = key16(bytes) {
                long.push((key, Entry::new(position, &bytes[16..])));
            } else if let Some(key) = key8(bytes) {
                middle.push((key, Entry::new(position, &bytes[8..])));
            } else if let Some(key) = key4(bytes) {
                short.push((key, Entry::new(position, &bytes[4..])));
            }
        }
        Self { long: Buckets::new(long), middle: Buckets::new(middle), short: Buckets::new(short) }
    }

    /// The lowest position for which `holds(position, place)` is true, asked only for rows of which the first bytes seem to stand
    /// at `place`.
    pub(crate) fn find(&self, text: &str, mut holds: impl FnMut(usize, usize) -> bool) -> Option<usize> {
        let mut best = usize::MAX;
        self.walk(text, |place, rest, entries| {
            if let Some(found) = lowest(entries, rest, best, |position| holds(position, place)) {
                best = found;
            }
            ControlFlow::Continue(())
        });
        (best != usize::MAX).then_some(best)
    }

    /// The first place for which `take(position, place)` gives anything, and what; asked as [`find`](Self::find) asks.
    fn first<T>(&self, text: &str, mut take: impl FnMut(usize, usize) -> Option<T>) -> Option<T> {
        let mut taken = None;
        self.walk(text, |place, rest, entries| {
            let holds = |position| {
                taken = take(position, place);
                taken.is_some()
            };
            match lowest(entries, rest, usize::MAX, holds) {
                Some(_) => ControlFlow::Break(()),
                None => ControlFlow::Continue(()),
            }
        });
        taken
    }

    /// Goes to each place where a word begins as some phrases do: the place, what stands behind their key, and these phrases.
    fn walk<'s>(&'s self, text: &str, mut visit: impl FnMut(usize, u64, &'s [Entry]) -> ControlFlow<()>) {
        let bytes = text.as_bytes();
        let _stopped = places(bytes, word_begins, |place| {
            let rest = &bytes[place..];
            let Some(key) = key4(rest) else { return ControlFlow::Break(()) };
            if let Some(entries) = self.short.get(key) {
                visit(place, padded(&rest[4..]), entries)?;
            }
            let Some(key) = key8(rest) else { return ControlFlow::Continue(()) };
            if let Some(entries) = self.middle.get(key) {
                visit(place, padded(&rest[8..]), entries)?;
            }
            let Some(key) = key16(rest) else { return ControlFlow::Continue(()) };
            if let Some(entries) = self.long.get(key) {
                visit(place, padded(&rest[16..]), entries)?;
            }
            ControlFlow::Continue(())
        });
    }
}

/// Whether `phrase` stands at `place`, followed by each of `then` in order.
pub(crate) fn stands_at<S: AsRef<str>>(text: &str, place: usize, phrase: &str, then: &[S]) -> bool {
    let bytes = text.as_bytes();
    if !bytes.get(place..).is_some_and(|rest| rest.starts_with(phrase.as_bytes())) {
        return false;
    }
    let mut end = place + phrase.len();
    for next in then {
        let next = next.as_ref().as_bytes();
        let window = bytes.get(end..bytes.len().min(end + REACH + next.len())).unwrap_or_default();
        let [first, more @ ..] = next else { continue };
        let stands = |&at: &usize| {
            // The second byte turns most places away, without a call.
            let rest = &window[at + 1..];
            rest.first() == more.first() && rest.starts_with(more)
        };
        match memchr::memchr_iter(*first, window).find(stands) {
            Some(found) => end += found + next.len(),
            None => return false,
        }
    }
    true
}

/// Sixteen bytes as one number; that two of them differ in it is likely, not certain.
#[inline]
fn key16(bytes: &[u8]) -> Option<u64> {
    let [first, second] = *bytes.first_chunk::<16>()?.as_chunks::<8>().0 else { return None };
    Some(spread(u64::from_le_bytes(first)).rotate_left(32) ^ u64::from_le_bytes(second))
}

#[inline]
fn key8(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<8>().map(|chunk| u64::from_le_bytes(*chunk))
}

#[inline]
fn key4(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<4>().map(|chunk| u64::from(u32::from_le_bytes(*chunk)))
}

/// Up to eight bytes, the rest zero.
fn padded(bytes: &[u8]) -> u64 {
    key8(bytes).unwrap_or_else(|| {
        let mut chunk = [0; 8];
        chunk.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
        u64::from_le_bytes(chunk)
    })
}

/// A row of a bucket. Many begin alike (`account disabled`, `account is`), so the bytes behind the key are compared here
/// before the row itself is touched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    position: u32,
    next: u64,
    mask: u64,
}

impl Entry {
    fn new(position: u32, behind: &[u8]) -> Self {
        let mask = if behind.len() >= 8 { u64::MAX } else { (1 << (8 * behind.len())) - 1 };
        Self { position, next: padded(behind), mask }
    }
}

/// The lowest position under `best` that agrees with the bytes behind its key and holds.
fn lowest(entries: &[Entry], behind: u64, best: usize, mut holds: impl FnMut(usize) -> bool) -> Option<usize> {
    entries
        .iter()
        .map(|entry| (entry.position as usize, entry))
        .take_while(|&(position, _)| position < best)
        .find(|&(position, entry)| (entry.next ^ behind) & entry.mask == 0 && holds(position))
        .map(|(position, _)| position)
}

/// An open-addressing table from a key to a run of rows in ascending order.
#[derive(Debug, Default)]
struct Buckets {
    seen: Seen,
    slots: Vec<Slot>,
    entries: Vec<Entry>,
    shift: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    key: u64,
    start: u32,
    /// 0: the slot is free.
    count: u32,
}

impl Buckets {
    fn new(mut keys: Vec<(u64, Entry)>) -> Self {
        keys.sort_unstable();
        let size = (keys.len() * 2).next_power_of_two().max(16);
        let mut table = Self {
            seen: Seen::of(&keys),
            slots: vec![Slot::default(); size],
            entries: keys.iter().map(|&(_, entry)| entry).collect(),
            shift: 64 - size.trailing_zeros(),
        };
        let mut start = 0;
        for run in keys.chunk_by(|a, b| a.0 == b.0) {
            let key = run[0].0;
            let mut at = table.home(key);
            while table.slots[at].count != 0 {
                at = (at + 1) & (size - 1);
            }
            let count = u32::try_from(run.len()).unwrap_or(u32::MAX);
            table.slots[at] = Slot { key, start, count };
            start += count;
        }
        table
    }

    fn home(&self, key: u64) -> usize {
        (spread(key) >> self.shift) as usize
    }

    /// The rows of a key.
    #[inline]
    fn get(&self, key: u64) -> Option<&[Entry]> {
        if self.seen.may_hold(key) { self.look_up(key) } else { None }
    }

    fn look_up(&self, key: u64) -> Option<&[Entry]> {
        let mut at = self.home(key);
        loop {
            let slot = self.slots[at];
            if slot.count == 0 {
                return None;
            }
            if slot.key == key {
                let start = slot.start as usize;
                return Some(&self.entries[start..start + slot.count as usize]);
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
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
