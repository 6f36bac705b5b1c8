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

/// Turns most words away without a cache miss: their first four bytes lead to a number, the next four to a bit in it, which is set
/// where a phrase begins so. With some 32 bits for each phrase it is small enough (16 KiB at most) to stay in the first cache, where
/// the tables behind it do not.
#[derive(Debug)]
struct Seen(Vec<u64>);

impl Seen {
    const MOST: usize = 2048;

    /// All bits: a phrase may end anywhere behind its first four bytes.
    const SHORT: u64 = u64::MAX;

    /// Nothing yet, with room for so many phrases.
    fn for_count(phrases: usize) -> Self {
        Self(vec![0; (phrases / 2).next_power_of_two().clamp(2, Self::MOST)])
    }

    fn number(&self, head: Head) -> usize {
        (spread(head.key4()) >> 40) as usize & (self.0.len() - 1)
    }

    fn bit(head: Head) -> u64 {
        1 << (spread(head.key8()) >> 58)
    }

    fn add_short(&mut self, head: Head) {
        let number = self.number(head);
        self.0[number] = Self::SHORT;
    }

    fn add(&mut self, head: Head) {
        let number = self.number(head);
        self.0[number] |= Self::bit(head);
    }

    #[inline]
    fn may_hold(&self, head: Head) -> bool {
        self.0[self.number(head)] & Self::bit(head) != 0
    }

    /// Whether a phrase of less than eight bytes may begin so.
    fn may_hold_short(&self, head: Head) -> bool {
        self.0[self.number(head)] == Self::SHORT
    }
}

impl Default for Seen {
    fn default() -> Self {
        Self::for_count(0)
    }
}

/// Spreads a key over all bits, the upper ones best.
const fn spread(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The sixteen bytes from some place on, with zeros behind the end of the text: no phrase holds any.
#[derive(Debug, Clone, Copy)]
struct Head {
    first: u64,
    second: u64,
}

impl Head {
    #[inline]
    fn at(bytes: &[u8], place: usize) -> Self {
        let head = bytes.get(place..).and_then(|rest| rest.first_chunk());
        Self::of(head.map_or_else(|| Self::near_the_end(bytes, place), |head| u128::from_le_bytes(*head)))
    }

    fn of(bytes: u128) -> Self {
        Self { first: bytes as u64, second: (bytes >> 64) as u64 }
    }

    #[inline(never)]
    fn near_the_end(bytes: &[u8], place: usize) -> u128 {
        let rest = bytes.get(place..).unwrap_or_default();
        if let Some(last) = bytes.last_chunk() {
            return u128::from_le_bytes(*last) >> (8 * (16 - rest.len()));
        }
        let mut head = [0; 16];
        head.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        u128::from_le_bytes(head)
    }

    #[inline]
    fn key4(self) -> u64 {
        self.first & 0xFFFF_FFFF
    }

    #[inline]
    fn key8(self) -> u64 {
        self.first
    }

    /// That two heads differ in it is likely, not certain.
    #[inline]
    fn key16(self) -> u64 {
        spread(self.first).rotate_left(32) ^ self.second
    }

    fn behind4(self) -> u64 {
        self.first >> 32 | self.second << 32
    }
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
            let entry = |behind: &[u8]| Some(Entry::new(position, behind));
            match bytes.len() {
                16.. => {
                    seen.add(head);
                    middle.push((head.key8(), None));
                    long.push((head.key16(), entry(&bytes[16..])));
                }
                8.. => {
                    seen.add(head);
                    middle.push((head.key8(), entry(&bytes[8..])));
                }
                SHORTEST.. => {
                    seen.add_short(head);
                    short.push((head.key4(), entry(&bytes[4..])));
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
        let _stopped = places(bytes, word_begins, |place| {
            let head = Head::at(bytes, place);
            if self.seen.may_hold(head) { self.visit(bytes, place, head, visit) } else { ControlFlow::Continue(()) }
        });
    }

    /// The phrases that begin as the word at `place` does.
    #[inline(never)]
    fn visit(&self, bytes: &[u8], place: usize, head: Head, visit: &mut Visit<'_>) -> ControlFlow<()> {
        if self.seen.may_hold_short(head)
            && let Some(entries) = self.short.get(head.key4())
        {
            visit(place, head.behind4(), entries)?;
        }
        let Some(entries) = self.middle.get(head.key8()) else { return ControlFlow::Continue(()) };
        if !entries.is_empty() {
            visit(place, head.second, entries)?;
        }
        if let Some(entries) = self.long.get(head.key16()) {
            visit(place, padded(bytes.get(place + 16..).unwrap_or_default()), entries)?;
        }
        ControlFlow::Continue(())
    }
}

/// Is told a place, the eight bytes behind a key there, and the phrases that have this key.
type Visit<'v> = dyn FnMut(usize, u64, &[Entry]) -> ControlFlow<()> + 'v;

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

/// Up to eight bytes, the rest zero.
fn padded(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or_else(
        || {
            let mut chunk = [0; 8];
            chunk.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
            u64::from_le_bytes(chunk)
        },
        |chunk| u64::from_le_bytes(*chunk),
    )
}

/// A row of a bucket. Many begin alike (`account disabled`, `account is`), so the bytes behind the key are compared here
/// before the row itself is touched.
#[derive(Debug, Clone, Copy, Default)]
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
    for entry in entries {
        let position = entry.position as usize;
        if position >= best {
            return None;
        }
        if (entry.next ^ behind) & entry.mask == 0 && holds(position) {
            return Some(position);
        }
    }
    None
}

/// An open-addressing table from a key to a run of rows in ascending order.
#[derive(Debug, Default)]
struct Buckets {
    slots: Vec<Slot>,
    entries: Vec<Entry>,
    shift: u32,
}

#[derive(Debug, Clone, Copy)]
struct Slot {
    key: u64,
    start: u32,
    end: u32,
}

impl Slot {
    /// No run ends before it starts.
    const FREE: Self = Self { key: 0, start: 1, end: 0 };

    fn is_free(self) -> bool {
        self.start > self.end
    }
}

impl Buckets {
    /// A table of these keys; one without an entry is there all the same. No sort: it would take most of the time of a first call.
    fn new(keys: &[(u64, Option<Entry>)]) -> Self {
        let size = (keys.len() * 2).next_power_of_two().max(16);
        let mut table = Self { slots: vec![Slot::FREE; size], entries: Vec::new(), shift: 64 - size.trailing_zeros() };
        // How long each run is, then where it starts, then what is in it.
        for (key, entry) in keys {
            table.claim(*key).end += u32::from(entry.is_some());
        }
        let mut start = 0;
        for slot in table.slots.iter_mut().filter(|slot| !slot.is_free()) {
            let length = slot.end;
            (slot.start, slot.end) = (start, start);
            start += length;
        }
        table.entries = vec![Entry::default(); start as usize];
        for &(key, entry) in keys {
            let Some(entry) = entry else { continue };
            let slot = table.claim(key);
            let end = slot.end as usize;
            slot.end += 1;
            table.entries[end] = entry;
        }
        table
    }

    /// The slot of a key, which is its own from now on.
    fn claim(&mut self, key: u64) -> &mut Slot {
        let mut at = self.home(key);
        while !self.slots[at].is_free() && self.slots[at].key != key {
            at = (at + 1) & (self.slots.len() - 1);
        }
        let slot = &mut self.slots[at];
        if slot.is_free() {
            *slot = Slot { key, start: 0, end: 0 };
        }
        slot
    }

    fn home(&self, key: u64) -> usize {
        (spread(key) >> self.shift) as usize
    }

    /// The rows of a key.
    fn get(&self, key: u64) -> Option<&[Entry]> {
        let mut at = self.home(key);
        loop {
            let slot = self.slots.get(at)?;
            if slot.is_free() {
                return None;
            }
            if slot.key == key {
                return self.entries.get(slot.start as usize..slot.end as usize);
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
