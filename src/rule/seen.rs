//! Tells of most words of a text that no phrase begins so.

use super::head::{Head, spread};

/// Turns most words away without a cache miss: their first four bytes lead to a number, the next four to a bit in it, which is set
/// where a phrase begins so. It is small enough (16 KiB at most) to stay in the first cache, where the tables behind it do not.
#[derive(Debug)]
pub(super) struct Seen(Vec<u64>);

impl Seen {
    const MOST: usize = 2048;

    /// All bits: a phrase may end anywhere behind its first four bytes.
    const SHORT: u64 = u64::MAX;

    /// Nothing yet, with room for so many phrases.
    pub(super) fn for_count(phrases: usize) -> Self {
        Self(vec![0; (phrases * 2).next_power_of_two().clamp(2, Self::MOST)])
    }

    fn number(&self, head: Head) -> usize {
        (spread(head.key4()) >> 40) as usize & (self.0.len() - 1)
    }

    fn bit(head: Head) -> u64 {
        1 << (spread(head.key8()) >> 58)
    }

    pub(super) fn add_short(&mut self, head: Head) {
        let number = self.number(head);
        self.0[number] = Self::SHORT;
    }

    pub(super) fn add(&mut self, head: Head) {
        let number = self.number(head);
        self.0[number] |= Self::bit(head);
    }

    #[inline]
    pub(super) fn may_hold(&self, head: Head) -> bool {
        self.0[self.number(head)] & Self::bit(head) != 0
    }
}

impl Default for Seen {
    fn default() -> Self {
        Self::for_count(0)
    }
}
