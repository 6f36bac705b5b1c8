//! A hash table from the first bytes of phrases to their rows.

use super::head::{Head, spread};

/// A row of a bucket. Many begin alike (`account disabled`, `account is`), so the bytes behind the key are compared here
/// before the row itself is touched.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    position: u32,
    next: u64,
    mask: u64,
}

impl Entry {
    /// An entry of the phrase at this position, of which the first `key` bytes are the key.
    pub(super) fn new(position: u32, phrase: &[u8], key: usize) -> Self {
        let behind = phrase.len() - key;
        let mask = if behind >= 8 { u64::MAX } else { (1 << (8 * behind)) - 1 };
        Self { position, next: Head::eight_at(phrase, key), mask }
    }
}

/// An open-addressing table from a key to a run of rows in ascending order.
#[derive(Debug, Default)]
pub(super) struct Buckets {
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
    pub(super) fn new(keys: &[(u64, Option<Entry>)]) -> Self {
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
    pub(super) fn get(&self, key: u64) -> Option<&[Entry]> {
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

/// The lowest position under `best` that agrees with the bytes behind its key and holds.
pub(super) fn lowest(
    entries: &[Entry],
    behind: u64,
    best: usize,
    mut holds: impl FnMut(usize) -> bool,
) -> Option<usize> {
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
