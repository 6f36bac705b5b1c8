//! Finds which rows stand in a text.
//!
//! A phrase matches only where a word begins. So instead of running an automaton over every byte (an Aho-Corasick NFA
//! over a few thousand phrases costs about 7 ns a byte, a DFA of them takes 57 MB), the eight bytes at the start of each
//! word are looked up in a hash table that leads to the few rows which begin so. A text costs one look-up per word,
//! however many rows there are. It also keeps `unavailable` from matching in `available` and the like.

use memchr::memmem;

/// How far behind the end of its predecessor a further phrase may begin, in bytes.
const REACH: usize = 600;

/// The shortest phrase that the index takes, in bytes.
pub(crate) const SHORTEST: usize = 4;

/// Which positions (of rows, in their order) begin with which bytes.
#[derive(Debug, Default)]
pub(crate) struct Index {
    long: Buckets,
    short: Buckets,
}

impl Index {
    /// An index of phrases; their position is their place here. Phrases under [`SHORTEST`] are never found.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let (mut long, mut short) = (Vec::new(), Vec::new());
        for (position, phrase) in (0..).zip(phrases) {
            let bytes = phrase.as_bytes();
            if let Some(key) = key8(bytes) {
                long.push((key, position));
            } else if let Some(key) = key4(bytes) {
                short.push((key, position));
            }
        }
        Self { long: Buckets::new(long), short: Buckets::new(short) }
    }

    /// The lowest position for which `holds(position, place)` is true, asked only for rows whose first eight bytes
    /// (four if it is short) stand at `place`.
    pub(crate) fn find(&self, text: &str, mut holds: impl FnMut(usize, usize) -> bool) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut best = usize::MAX;
        let mut inside = false;
        for (place, &byte) in bytes.iter().enumerate() {
            let starts = !inside && (byte & 0xC0) != 0x80;
            inside = byte.is_ascii_alphanumeric();
            if !starts {
                continue;
            }
            let rest = &bytes[place..];
            if let Some(key) = key8(rest) {
                best = self.long.lowest(key, best, |position| holds(position, place));
            }
            if !self.short.is_empty()
                && let Some(key) = key4(rest)
            {
                best = self.short.lowest(key, best, |position| holds(position, place));
            }
        }
        (best != usize::MAX).then_some(best)
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
        match memmem::find(window, next) {
            Some(found) => end += found + next.len(),
            None => return false,
        }
    }
    true
}

fn key8(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<8>().map(|chunk| u64::from_le_bytes(*chunk))
}

fn key4(bytes: &[u8]) -> Option<u64> {
    bytes.first_chunk::<4>().map(|chunk| u64::from(u32::from_le_bytes(*chunk)))
}

/// An open-addressing table from a key to a run of positions in ascending order.
#[derive(Debug, Default)]
struct Buckets {
    slots: Vec<Slot>,
    positions: Vec<u32>,
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
    fn new(mut keys: Vec<(u64, u32)>) -> Self {
        if keys.is_empty() {
            return Self::default();
        }
        keys.sort_unstable();
        let size = (keys.len() * 4).next_power_of_two().max(16);
        let mut table = Self {
            slots: vec![Slot::default(); size],
            positions: keys.iter().map(|&(_, position)| position).collect(),
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

    fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    fn home(&self, key: u64) -> usize {
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift) as usize
    }

    fn get(&self, key: u64) -> &[u32] {
        if self.slots.is_empty() {
            return &[];
        }
        let mut at = self.home(key);
        loop {
            let slot = self.slots[at];
            if slot.count == 0 {
                return &[];
            }
            if slot.key == key {
                let start = slot.start as usize;
                return &self.positions[start..start + slot.count as usize];
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The lowest position under `best` that is of this key and holds; else `best`.
    fn lowest(&self, key: u64, best: usize, mut holds: impl FnMut(usize) -> bool) -> usize {
        for &position in self.get(key) {
            let position = position as usize;
            if position >= best {
                break;
            }
            if holds(position) {
                return position;
            }
        }
        best
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
        self.index.find(text, |position, place| stands_at::<&str>(text, place, self.phrases[position], &[])).is_some()
    }
}
