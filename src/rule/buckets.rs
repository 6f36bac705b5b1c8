//! A hash table from the first bytes of phrases to the phrases that begin so.

use std::ops::Range;

use super::head::spread;

/// A run of phrases: they stand one behind another from `start` on, up to where the next run starts.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    start: u32,
    /// A bit for each key of the run: of the keys that lead here by chance nearly all have none.
    keys: u32,
}

/// A table from keys to runs of phrases. Keys that share a slot share its run, so that a look-up is one step, without a search.
#[derive(Debug)]
pub(super) struct Buckets {
    slots: Vec<Slot>,
    shift: u32,
}

impl Buckets {
    /// A table of these keys. The phrases of each run go to `entries` in their order. No sort: it would take most of the time of a
    /// first call.
    pub(super) fn new<T: Copy + Default>(phrases: &[(u64, T)], entries: &mut Vec<T>) -> Self {
        let size = phrases.len().next_power_of_two().max(16);
        let mut table = Self { slots: vec![Slot::default(); size + 1], shift: 64 - size.trailing_zeros() };
        // How long each run is, then where it ends, then what is in it from the end on: then the end is the start.
        for (key, _) in phrases {
            let (at, bit) = table.place(*key);
            table.slots[at].start += 1;
            table.slots[at].keys |= bit;
        }
        let mut end = entries.len() as u32;
        for slot in &mut table.slots {
            end += slot.start;
            slot.start = end;
        }
        entries.resize(end as usize, T::default());
        for &(key, phrase) in phrases.iter().rev() {
            let (at, _) = table.place(key);
            table.slots[at].start -= 1;
            entries[table.slots[at].start as usize] = phrase;
        }
        table
    }

    #[inline(always)]
    fn place(&self, key: u64) -> (usize, u32) {
        let hash = spread(key);
        ((hash >> self.shift) as usize, 1 << (hash >> (self.shift - 5) & 31))
    }

    /// Whether the run of a key may hold it.
    #[inline(always)]
    pub(super) fn may_hold(&self, key: u64) -> bool {
        let (at, bit) = self.place(key);
        self.slots.get(at).is_some_and(|slot| slot.keys & bit != 0)
    }

    /// Where the run of a key starts and ends.
    #[inline(always)]
    pub(super) fn run(&self, key: u64) -> Range<usize> {
        let (at, _) = self.place(key);
        match self.slots.get(at..).and_then(|slots| slots.first_chunk()) {
            Some([slot, next]) => slot.start as usize..next.start as usize,
            None => 0..0,
        }
    }
}

impl Default for Buckets {
    fn default() -> Self {
        Self::new::<u8>(&[], &mut Vec::new())
    }
}
