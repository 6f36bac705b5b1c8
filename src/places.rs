//! Finds the few places of a text that are worth a look.

use std::ops::ControlFlow;

/// How many bytes are looked at together: as many as a number has bits.
const BLOCK: usize = 64;

/// Goes to each place whose byte `begins` something behind the byte before it (a space at the beginning), until `visit` breaks.
///
/// Block by block: what `begins` is worked out for each byte of one at a time, without a branch that depends on the text, so that
/// the compiler takes many bytes in one step. For that, `begins` has to be arithmetic: comparisons joined by `&` and `|`, no tables.
#[inline]
pub(crate) fn places(
    bytes: &[u8],
    begins: impl Fn(u8, u8) -> bool,
    mut visit: impl FnMut(usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    for start in (0..bytes.len()).step_by(BLOCK) {
        let end = bytes.len().min(start + BLOCK);
        let mut front = [b' '; 1 + BLOCK];
        // The block that ends here, with the byte before it; at the beginning spaces stand for what is not there.
        let block = bytes[..end].last_chunk().unwrap_or_else(|| {
            front[1 + BLOCK - end..].copy_from_slice(&bytes[..end]);
            &front
        });
        let mut found = bits(block, &begins) >> (BLOCK - (end - start));
        while found != 0 {
            visit(start + found.trailing_zeros() as usize)?;
            found &= found - 1;
        }
    }
    ControlFlow::Continue(())
}

/// A bit for each byte of a block, the first the lowest.
#[inline]
fn bits(block: &[u8; 1 + BLOCK], begins: impl Fn(u8, u8) -> bool) -> u64 {
    let mut flags = [0_u8; BLOCK];
    for (flag, pair) in flags.iter_mut().zip(block.windows(2)) {
        *flag = u8::from(begins(pair[0], pair[1]));
    }
    // Moves the lowest bits of eight bytes into the uppermost byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    const UPPERMOST: u64 = 0xFF << 56;
    let eights = flags.as_chunks::<8>().0.iter();
    eights.fold(0, |bits, eight| bits >> 8 | u64::from_le_bytes(*eight).wrapping_mul(GATHER) & UPPERMOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_in_order_until_enough() {
        let begins = |before: u8, byte: u8| (before == b' ') & (byte != b' ');
        for length in [0, 1, 5, 63, 64, 65, 127, 128, 129, 300] {
            let text: Vec<u8> = b"a b  c".iter().copied().cycle().take(length).collect();
            let wanted: Vec<usize> =
                (0..length).filter(|&at| begins(if at == 0 { b' ' } else { text[at - 1] }, text[at])).collect();
            let mut seen = Vec::new();
            let all = places(&text, begins, |at| {
                seen.push(at);
                ControlFlow::Continue(())
            });
            assert!(all.is_continue());
            assert_eq!(seen, wanted);
            let third = places(&text, begins, |at| {
                if Some(&at) == wanted.get(2) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            });
            assert_eq!(third.is_break(), wanted.len() > 2);
        }
    }
}
