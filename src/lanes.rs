//! Many bytes at a time, without a branch that depends on them.

use wide::u8x16;

const BLOCK: usize = 64;

/// One bit for each byte of a block that `is` what is asked for.
#[inline(always)]
fn bits(block: &[u8; BLOCK], is: impl Fn(u8x16) -> u8x16) -> u64 {
    let (lanes, _) = block.as_chunks::<16>();
    lanes.iter().rev().fold(0, |bits, &lane| bits << 16 | u64::from(is(u8x16::new(lane)).to_bitmask()))
}

/// The places, in order, of the bytes that are what is asked for.
#[derive(Debug, Clone)]
pub(crate) struct Places<'a, F> {
    bytes: &'a [u8],
    is: F,
    /// Where the block of `found` begins, and the next one.
    block: usize,
    next: usize,
    found: u64,
}

/// All places of one byte.
#[inline(always)]
pub(crate) fn places_of(byte: u8, bytes: &[u8]) -> Places<'_, impl Fn(u8x16) -> u8x16 + use<>> {
    let wanted = u8x16::splat(byte);
    Places { bytes, is: move |lane: u8x16| lane.simd_eq(wanted), block: 0, next: 0, found: 0 }
}

impl<F: Fn(u8x16) -> u8x16> Iterator for Places<'_, F> {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            let rest = self.bytes.get(self.next..).filter(|rest| !rest.is_empty())?;
            self.block = self.next;
            self.found = match rest.first_chunk() {
                Some(block) => bits(block, &self.is),
                None => last_bits(self.bytes, rest.len(), &self.is),
            };
            self.next += BLOCK;
        }
        let at = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// The bits of the last `count` bytes, fewer than a block.
#[inline(always)]
fn last_bits(bytes: &[u8], count: usize, is: impl Fn(u8x16) -> u8x16) -> u64 {
    match bytes.last_chunk::<BLOCK>() {
        Some(block) => bits(block, is) >> (BLOCK - count),
        None => {
            let mut block = [0; BLOCK];
            block[..count].copy_from_slice(&bytes[bytes.len() - count..]);
            bits(&block, is) & ((1 << count) - 1)
        }
    }
}

/// How many bytes the text begins with before the first that `ends` it.
#[inline(always)]
pub(crate) fn run(bytes: &[u8], ends_lane: impl Fn(u8x16) -> u8x16, ends: impl Fn(u8) -> bool) -> usize {
    let mut done = 0;
    while let Some(lane) = bytes.get(done..).and_then(|rest| rest.first_chunk::<16>()) {
        let found = ends_lane(u8x16::new(*lane)).to_bitmask();
        if found != 0 {
            return done + found.trailing_zeros() as usize;
        }
        done += 16;
    }
    bytes[done..].iter().position(|&byte| ends(byte)).map_or(bytes.len(), |at| done + at)
}
