//! Finds which rows stand in a text.
//!
//! A phrase matches only where a word begins. So instead of running an automaton over every byte (an Aho-Corasick NFA
//! over a few thousand phrases costs about 7 ns a byte, a DFA of them takes 57 MB), the first bytes of each
//! word are looked up in a hash table that leads to the few rows which begin so. A text costs one look-up per word,
//! however many rows there are. It also keeps `unavailable` from matching in `available` and the like.

use std::ops::{ControlFlow, RangeInclusive};

use super::buckets::Buckets;
use super::head::Head;
use super::seen::Seen;
use crate::lanes::{Lane, beginnings, is, is_alphanumeric, is_between};

/// How far behind the end of its predecessor a further phrase may begin, in bytes.
const REACH: usize = 256;

/// How many words that may be known are gathered before they are looked up.
const KNOWN: usize = 8;

/// How many phrases that stand in a text are gathered before any is asked about.
const HITS: usize = 32;

/// The shortest phrase that the index takes, in bytes.
pub(crate) const SHORTEST: usize = 4;

/// Whether a phrase may begin with `byte` behind `before`: where no word goes on, at no space, and not inside a character.
#[inline(always)]
fn word_begins(before: Lane, these: Lane) -> Lane {
    !(is_alphanumeric(before) | is(these, b' ') | is_between(these, 0x80, 0xBF))
}

/// Which positions (of rows, in their order) begin with which phrase.
#[derive(Debug, Default)]
pub(crate) struct Index {
    seen: Seen,
    /// One for each [`Length`].
    tables: [Buckets; 3],
    entries: Vec<Entry>,
    /// The long phrases, each behind its length.
    words: Vec<u8>,
}

/// A phrase, by what turns nearly all texts away at once.
#[derive(Debug, Clone, Copy, Default)]
struct Entry {
    /// The bytes of the phrase that [`Ahead`] has of a text, where there are so many.
    bytes: Ahead,
    mask: u64,
    position: u32,
    /// Where a long phrase stands in [`Index::words`]; 0 for others, of which `bytes` are all.
    start: u32,
}

/// Sixteen bytes of a text that tell which of the phrases of a run stands there: they are the first of short phrases (behind eight
/// zeros) and of middle ones, and those behind the first eight of long ones.
#[derive(Debug, Clone, Copy, Default)]
struct Ahead {
    first: u64,
    second: u64,
}

/// How long a phrase is, and so by how many of its first bytes it is found.
#[derive(Debug, Clone, Copy)]
enum Length {
    /// Four to seven bytes, found by four.
    Short,
    /// Eight to fifteen, found by eight.
    Middle,
    /// Sixteen and more, found by sixteen: many begin alike (`recipient address ...`).
    Long,
}

impl Length {
    const ALL: [Self; 3] = [Self::Short, Self::Middle, Self::Long];

    /// `None` of phrases that are never found.
    fn of(phrase: &[u8]) -> Option<Self> {
        match phrase.len() {
            16.. => Some(Self::Long),
            8.. => Some(Self::Middle),
            SHORTEST.. => Some(Self::Short),
            _ => None,
        }
    }

    #[inline(always)]
    fn key(self, head: Head) -> u64 {
        match self {
            Self::Short => head.key4(),
            Self::Middle => head.key8(),
            Self::Long => head.key16(),
        }
    }

    #[inline(always)]
    fn ahead(self, bytes: &[u8], place: usize, head: Head) -> Ahead {
        match self {
            Self::Short => Ahead { first: 0, second: head.key8() },
            Self::Middle => Ahead { first: head.key8(), second: head.behind8() },
            Self::Long => Ahead { first: head.behind8(), second: Head::eight_at(bytes, place + 16) },
        }
    }
}

impl Entry {
    /// An entry of the phrase at this position; a long one is added to `words`.
    fn new(position: u32, phrase: &[u8], length: Length, words: &mut Vec<u8>) -> Self {
        let behind = phrase.len() - [0, 8, 16][length as usize];
        let mask = if behind >= 8 { u64::MAX } else { (1 << (8 * behind)) - 1 };
        let mut start = 0;
        if let Length::Long = length {
            start = words.len() as u32;
            words.extend_from_slice(&(phrase.len() as u32).to_le_bytes());
            words.extend_from_slice(phrase);
        }
        Self { bytes: length.ahead(phrase, 0, Head::at(phrase, 0)), mask, position, start }
    }

    #[inline(always)]
    fn may_be(&self, ahead: Ahead) -> bool {
        (self.bytes.first ^ ahead.first) | ((self.bytes.second ^ ahead.second) & self.mask) == 0
    }
}

impl Index {
    /// An index of phrases; their position is their place here. Phrases shorter than [`SHORTEST`] are never found.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let phrases: Vec<&[u8]> = phrases.map(str::as_bytes).collect();
        let mut seen = Seen::for_count(phrases.len());
        let mut keys = Length::ALL.map(|_| Vec::with_capacity(phrases.len()));
        // No phrase stands at 0.
        let mut words = vec![0];
        for (position, &bytes) in (0..).zip(&phrases) {
            let Some(length) = Length::of(bytes) else { continue };
            let head = Head::at(bytes, 0);
            match length {
                Length::Short => seen.add_short(head),
                Length::Middle | Length::Long => seen.add(head),
            }
            keys[length as usize].push((length.key(head), Entry::new(position, bytes, length, &mut words)));
        }
        let mut entries = Vec::with_capacity(phrases.len());
        Self { seen, tables: keys.map(|keys| Buckets::new(&keys, &mut entries)), entries, words }
    }

    /// The lowest position whose phrase stands in the text, at a `place` for which `holds(position, place)` is true. It is asked for the
    /// lowest first, and not for positions behind one for which it was true.
    pub(crate) fn find(&self, text: &str, mut holds: impl FnMut(usize, usize) -> bool) -> Option<usize> {
        let mut best = usize::MAX;
        let mut hits = [(0, 0); HITS];
        let mut count = 0;
        let mut ask = |hits: &mut [(usize, usize)]| {
            hits.sort_unstable();
            let asked = hits.iter().take_while(|(position, _)| *position < best);
            let found = asked.copied().find(|&(position, place)| holds(position, place));
            best = found.map_or(best, |(position, _)| position);
        };
        self.walk(text, &mut |position, place| {
            if count == HITS {
                ask(&mut hits);
                count = 0;
            }
            hits[count] = (position, place);
            count += 1;
            ControlFlow::Continue(())
        });
        ask(&mut hits[..count]);
        (best != usize::MAX).then_some(best)
    }

    /// Goes to each phrase that stands in the text: its position, and the place.
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
                if self.visit(bytes, &known, visit).is_break() {
                    return;
                }
            }
        }
        let _ = self.visit(bytes, &known[..count], visit);
    }

    /// Goes to each phrase that stands at one of these places. All runs are looked up before any is read: the tables are larger than
    /// the first caches, and so the processor waits for all of them at once.
    fn visit(&self, bytes: &[u8], known: &[usize], visit: &mut Visit<'_>) -> ControlFlow<()> {
        let mut runs = [(0_u8, Length::Short); 3 * KNOWN];
        let mut count = 0;
        for (at, &place) in (0..).zip(known) {
            let head = Head::at(bytes, place);
            for length in Length::ALL {
                runs[count % (3 * KNOWN)] = (at, length);
                count += usize::from(self.tables[length as usize].may_hold(length.key(head)));
            }
        }
        for &(at, length) in &runs[..count] {
            let place = known[usize::from(at)];
            let head = Head::at(bytes, place);
            let ahead = length.ahead(bytes, place, head);
            let run = self.tables[length as usize].run(length.key(head));
            for entry in self.entries.get(run).unwrap_or_default() {
                if entry.may_be(ahead) && (entry.start == 0 || self.is_whole(bytes, place, entry.start)) {
                    visit(entry.position as usize, place)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// Whether the long phrase that begins here in `words` stands at a place.
    fn is_whole(&self, bytes: &[u8], place: usize, start: u32) -> bool {
        let words = self.words.get(start as usize..).and_then(|words| words.split_first_chunk());
        let phrase = words.and_then(|(length, words)| words.get(..u32::from_le_bytes(*length) as usize));
        phrase.is_some_and(|phrase| bytes.get(place..).is_some_and(|rest| rest.starts_with(phrase)))
    }
}

/// Is told a position and the place where its phrase stands.
type Visit<'v> = dyn FnMut(usize, usize) -> ControlFlow<()> + 'v;

/// Whether `phrase`, which stands at `place`, is followed by each of `then` in order; where it is one word only, in the same sentence.
pub(crate) fn is_followed<S: AsRef<str>>(text: &str, place: usize, phrase: &str, then: &[S]) -> bool {
    if then.is_empty() {
        return true;
    }
    let bytes = text.as_bytes();
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
    index: Index,
}

impl PhraseSet {
    pub(crate) fn new(phrases: &[&str]) -> Self {
        Self { index: Index::new(phrases.iter().copied()) }
    }

    /// Whether one of the phrases stands in a folded (or at least lower-case) text.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.place_in(text).is_some()
    }

    /// The first place where one of the phrases begins.
    pub(crate) fn place_in(&self, text: &str) -> Option<usize> {
        let mut found = None;
        self.index.walk(text, &mut |_, place| {
            found = Some(place);
            ControlFlow::Break(())
        });
        found
    }

    /// Goes to each of the phrases that stands in the text, as often as it does: its position in the list, and the place.
    pub(crate) fn each_in(&self, text: &str, mut found: impl FnMut(usize, usize)) {
        self.index.walk(text, &mut |position, place| {
            found(position, place);
            ControlFlow::Continue(())
        });
    }

    /// The first and the last place where one of the phrases begins.
    pub(crate) fn places_in(&self, text: &str) -> Option<RangeInclusive<usize>> {
        let mut found: Option<RangeInclusive<usize>> = None;
        self.index.walk(text, &mut |_, place| {
            let first = found.as_ref().map_or(place, |found| *found.start());
            found = Some(first..=place);
            ControlFlow::Continue(())
        });
        found
    }
}
