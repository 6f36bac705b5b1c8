//! Finds the few places of a text that are worth a look.

use std::ops::ControlFlow;

/// Goes to each place whose byte `begins` something behind the byte before it (a space at the beginning), until `visit` breaks.
///
/// Block by block, and in each first all places without a branch that depends on the text: the processor would guess half of those
/// wrong, at some 15 instructions' time each.
#[inline]
pub(crate) fn places(
    bytes: &[u8],
    begins: impl Fn(u8, u8) -> bool,
    mut visit: impl FnMut(usize) -> ControlFlow<()>,
) -> ControlFlow<()> {
    const BLOCK: usize = 64;
    let mut found = [0_u8; BLOCK];
    let mut before = b' ';
    for (block, chunk) in bytes.chunks(BLOCK).enumerate() {
        let mut count = 0;
        for (at, &byte) in (0..).zip(chunk) {
            found[count % BLOCK] = at;
            count += usize::from(begins(before, byte));
            before = byte;
        }
        for &at in &found[..count] {
            visit(block * BLOCK + usize::from(at))?;
        }
    }
    ControlFlow::Continue(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_in_order_until_enough() {
        let text = "a b  c".repeat(50);
        let mut seen = Vec::new();
        let wanted: Vec<usize> = (0..text.len())
            .filter(|&at| text.as_bytes()[at] != b' ' && (at == 0 || text.as_bytes()[at - 1] == b' '))
            .collect();
        let begins = |before: u8, byte: u8| (before == b' ') & (byte != b' ');
        let all = places(text.as_bytes(), begins, |at| {
            seen.push(at);
            ControlFlow::Continue(())
        });
        assert!(all.is_continue());
        assert_eq!(seen, wanted);
        let third = places(text.as_bytes(), begins, |at| {
            if at == wanted[2] { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert!(third.is_break());
    }
}
