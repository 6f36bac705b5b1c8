//! Many bytes at a time, without a branch that depends on them.

/// Sixteen bytes, on which a question is put to all at once; its answer is 255 for yes and 0 for no.
pub(crate) use wide::u8x16 as Lane;

const BLOCK: usize = 64;

/// One bit for each byte of a block that `is` what is asked for.
#[inline(always)]
fn bits(block: &[u8; BLOCK], is: impl Fn(Lane) -> Lane) -> u64 {
    let lane = |at: usize| {
        let lane = block[at..].first_chunk().map_or(Lane::ZERO, |lane| Lane::new(*lane));
        u64::from(is(lane).to_bitmask()) << at
    };
    lane(0) | lane(16) | lane(32) | lane(48)
}

/// The places, in order, of the bytes that are what is asked for, block by block.
#[derive(Debug, Clone)]
pub(crate) struct Places<F> {
    length: usize,
    /// The bits of the block that begins at a place; none behind the end.
    bits_from: F,
    /// Where the block of `found` begins, and the next one.
    block: usize,
    next: usize,
    found: u64,
}

impl<F: Fn(usize) -> u64> Places<F> {
    #[inline(always)]
    fn new(length: usize, bits_from: F) -> Self {
        Self { length, bits_from, block: 0, next: 0, found: 0 }
    }
}

impl<F: Fn(usize) -> u64> Iterator for Places<F> {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            if self.next >= self.length {
                return None;
            }
            self.block = self.next;
            self.found = (self.bits_from)(self.block);
            self.next += BLOCK;
        }
        let at = self.block + self.found.trailing_zeros() as usize;
        self.found &= self.found - 1;
        Some(at)
    }
}

/// All places of one byte.
#[inline(always)]
pub(crate) fn places_of(byte: u8, bytes: &[u8]) -> Places<impl Fn(usize) -> u64> {
    places(bytes, move |lane| is(lane, byte))
}

#[inline(always)]
fn places(bytes: &[u8], is: impl Fn(Lane) -> Lane) -> Places<impl Fn(usize) -> u64> {
    Places::new(bytes.len(), move |at| match bytes[at..].first_chunk() {
        Some(block) => bits(block, &is),
        None => last_bits(bytes, bytes.len() - at, &is),
    })
}

/// The bits of the last `count` bytes, fewer than a block.
#[inline(always)]
fn last_bits(bytes: &[u8], count: usize, is: impl Fn(Lane) -> Lane) -> u64 {
    match bytes.last_chunk::<BLOCK>() {
        Some(block) => bits(block, is) >> (BLOCK - count),
        None => marks(bytes, |lane| [is(lane)]).map_or(0, |[bits]| bits),
    }
}

/// A text of sixteen bytes at most, with zeros behind it. It is put together from pieces that may overlap, as a processor waits
/// long for bytes that were written in other pieces than they are read in.
#[inline(always)]
fn short(text: &[u8]) -> u128 {
    let length = text.len();
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return u128::from(u64::from_le_bytes(*first)) | u128::from(u64::from_le_bytes(*last)) << (8 * length - 64);
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return u128::from(
            u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (8 * length - 32),
        );
    }
    let (Some(&first), Some(&last)) = (text.first(), text.last()) else { return 0 };
    u128::from(u32::from(first) | u32::from(text[length / 2]) << (length / 2 * 8) | u32::from(last) << (8 * length - 8))
}

#[inline(always)]
fn lane(bytes: u128) -> Lane {
    Lane::new(bytes.to_le_bytes())
}

/// How many bytes the text begins with before the first that `ends` it.
#[inline(always)]
pub(crate) fn run(bytes: &[u8], ends_lane: impl Fn(Lane) -> Lane, ends: impl Fn(u8) -> bool) -> usize {
    let mut done = 0;
    while let Some(lane) = bytes.get(done..).and_then(|rest| rest.first_chunk::<16>()) {
        let found = ends_lane(Lane::new(*lane)).to_bitmask();
        if found != 0 {
            return done + found.trailing_zeros() as usize;
        }
        done += 16;
    }
    bytes[done..].iter().position(|&byte| ends(byte)).map_or(bytes.len(), |at| done + at)
}

/// One bit for each byte of a short text, in each of the things that are asked for; `None` where it is longer than a block.
#[inline(always)]
pub(crate) fn marks<const N: usize>(text: &[u8], of: impl Fn(Lane) -> [Lane; N]) -> Option<[u64; N]> {
    let mut found = [0; N];
    let mut add = |lane: Lane, at: usize| {
        for (found, is) in found.iter_mut().zip(of(lane)) {
            *found |= u64::from(is.to_bitmask()) << at;
        }
    };
    if text.len() > BLOCK {
        return None;
    }
    // The last lane may overlap the one before it.
    let Some(last) = text.last_chunk() else {
        add(lane(short(text)), 0);
        return Some(found.map(|bits| bits & ((1 << text.len()) - 1)));
    };
    add(Lane::new(*last), text.len() - 16);
    text.as_chunks().0.iter().enumerate().for_each(|(at, lane)| add(Lane::new(*lane), 16 * at));
    Some(found)
}

/// The place of the first byte that is what is asked for.
#[inline(always)]
pub(crate) fn find(text: &[u8], is: impl Fn(Lane) -> Lane) -> Option<usize> {
    match marks(text, |lane| [is(lane)]) {
        Some([bits]) => (bits != 0).then(|| bits.trailing_zeros() as usize),
        None => places(text, is).next(),
    }
}

/// The place of the last byte that is what is asked for.
#[inline(always)]
pub(crate) fn find_last(text: &[u8], is: impl Fn(Lane) -> Lane) -> Option<usize> {
    match marks(text, |lane| [is(lane)]) {
        Some([bits]) => bits.checked_ilog2().map(|last| last as usize),
        None => places(text, is).last(),
    }
}

/// Whether a byte is what is asked for.
#[inline(always)]
pub(crate) fn any(text: &[u8], is: impl Fn(Lane) -> Lane) -> bool {
    match text.last_chunk() {
        Some(last) => {
            let lanes = text.as_chunks().0.iter();
            lanes.fold(is(Lane::new(*last)), |found, lane| found | is(Lane::new(*lane))).any()
        }
        None => marks(text, |lane| [is(lane)]) != Some([0]),
    }
}

/// The bytes of a lane that are this one.
#[inline(always)]
pub(crate) fn is(lane: Lane, byte: u8) -> Lane {
    lane.simd_eq(Lane::splat(byte))
}

/// The bytes of a lane from one to another.
#[inline(always)]
pub(crate) fn is_between(lane: Lane, first: u8, last: u8) -> Lane {
    let above = lane - Lane::splat(first);
    above.min(Lane::splat(last - first)).simd_eq(above)
}

/// The ASCII letters and digits of a lane.
#[inline(always)]
pub(crate) fn is_alphanumeric(lane: Lane) -> Lane {
    is_between(lane | Lane::splat(0x20), b'a', b'z') | is_between(lane, b'0', b'9')
}

/// The places whose byte `begins` something behind the byte before it, which is a space at the very beginning.
#[inline(always)]
pub(crate) fn beginnings(bytes: &[u8], begins: impl Fn(Lane, Lane) -> Lane) -> Places<impl Fn(usize) -> u64> {
    Places::new(bytes.len(), move |at| {
        let Some(last) = bytes.len().checked_sub(17) else {
            let these = short(bytes);
            return u64::from(begins(behind_a_space(these), lane(these)).to_bitmask()) & ((1 << bytes.len()) - 1);
        };
        // The last block may overlap the one before it, and so may the last lanes of a short text: always four of them.
        let block = at.min(bytes.len().saturating_sub(BLOCK));
        let bits = |before: Lane, these: Lane| u64::from(begins(before, these).to_bitmask());
        // The lane behind a byte.
        let lane_behind = |byte: usize| {
            let found = bytes.get(byte..).and_then(|rest| rest.first_chunk::<17>());
            let lanes = found.and_then(|all| Some((all.first_chunk()?, all.last_chunk()?)));
            lanes.map_or(0, |(before, these)| bits(Lane::new(*before), Lane::new(*these)))
        };
        let first = match (block.checked_sub(1), bytes.first_chunk()) {
            (None, Some(these)) => bits(behind_a_space(u128::from_le_bytes(*these)), Lane::new(*these)),
            (before, _) => lane_behind(before.unwrap_or(0)),
        };
        let further = |lane: usize| {
            let before = (block + 16 * lane - 1).min(last);
            lane_behind(before) << (before + 1 - block)
        };
        (first | further(1) | further(2) | further(3)) >> (at - block)
    })
}

/// Whether a byte is what is asked for behind the byte before it, which is a space at the very beginning: as [`beginnings`] asks,
/// but without places, which costs less.
#[inline(always)]
pub(crate) fn any_behind(bytes: &[u8], is: impl Fn(Lane, Lane) -> Lane) -> bool {
    let Some((first, rest)) = bytes.split_first_chunk() else {
        let these = short(bytes);
        return (is(behind_a_space(these), lane(these)).to_bitmask() & ((1 << bytes.len()) - 1)) != 0;
    };
    let mut found = is(behind_a_space(u128::from_le_bytes(*first)), Lane::new(*first));
    if !rest.is_empty() {
        // The last lane may overlap the one before it.
        let pairs = bytes[15..].as_chunks().0.iter().zip(rest.as_chunks().0);
        let pairs = pairs.chain(bytes[..bytes.len() - 1].last_chunk().zip(bytes.last_chunk()));
        found = pairs.fold(found, |found, (before, these)| found | is(Lane::new(*before), Lane::new(*these)));
    }
    found.any()
}

/// The bytes before those of the first lane.
#[inline(always)]
fn behind_a_space(bytes: u128) -> Lane {
    lane(bytes << 8 | u128::from(b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_in_order() {
        for length in [0, 1, 5, 63, 64, 65, 127, 128, 129, 300] {
            let text: Vec<u8> = b"ab\n\ncdefghi\n".iter().copied().cycle().take(length).collect();
            let wanted: Vec<usize> = (0..length).filter(|&at| text[at] == b'\n').collect();
            assert_eq!(places_of(b'\n', &text).collect::<Vec<_>>(), wanted);
        }
    }

    #[test]
    fn marks_of_short_texts() {
        for length in 0..=70 {
            let text: Vec<u8> = b"ab;cd@e".iter().copied().cycle().skip(length % 7).take(length).collect();
            let bits = |byte| (0..length).filter(|&at| text[at] == byte).fold(0_u64, |bits, at| bits | 1 << at);
            let found = marks(&text, |lane| [is(lane, b';'), is(lane, b'@')]);
            assert_eq!(found, (length <= 64).then(|| [bits(b';'), bits(b'@')]), "{length}");
            for byte in [b';', b'@', b'x', 0] {
                let first = text.iter().position(|&b| b == byte);
                assert_eq!(find(&text, |lane| is(lane, byte)), first, "{length}");
                let last = text.iter().rposition(|&b| b == byte);
                assert_eq!(find_last(&text, |lane| is(lane, byte)), last, "{length}");
                assert_eq!(any(&text, |lane| is(lane, byte)), first.is_some(), "{length}");
            }
        }
    }

    #[test]
    fn a_run_ends_where_it_ends() {
        for length in [0, 1, 15, 16, 17, 40] {
            for end in 0..=length {
                let mut text = vec![b'a'; length];
                if let Some(byte) = text.get_mut(end) {
                    *byte = b':';
                }
                assert_eq!(run(&text, |lane| is(lane, b':'), |byte| byte == b':'), end, "{length}");
            }
        }
    }

    #[test]
    fn every_beginning_in_order() {
        let begins = |before: u8, byte: u8| !before.is_ascii_alphanumeric() && byte.is_ascii_alphanumeric();
        for length in [0, 1, 5, 15, 16, 17, 18, 33, 63, 64, 65, 66, 127, 128, 129, 130, 300] {
            let text: Vec<u8> = b"a b  cD,9-\xE5".iter().copied().cycle().take(length).collect();
            let wanted: Vec<usize> =
                (0..length).filter(|&at| begins(if at == 0 { b' ' } else { text[at - 1] }, text[at])).collect();
            let found = beginnings(&text, |before, these| !is_alphanumeric(before) & is_alphanumeric(these));
            assert_eq!(found.collect::<Vec<_>>(), wanted);
        }
    }
}
