//! The first bytes of a word or a phrase as numbers: keys to what is known to begin so.

/// Spreads a key over all bits, the upper ones best.
pub(super) const fn spread(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The sixteen bytes from some place on, with zeros behind the end of the text: no phrase holds any.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head(u128);

impl Head {
    #[inline]
    pub(super) fn at(bytes: &[u8], place: usize) -> Self {
        let head = bytes.get(place..).and_then(|rest| rest.first_chunk());
        Self(head.map_or_else(|| Self::near_the_end(bytes, place), |head| u128::from_le_bytes(*head)))
    }

    /// Where less than sixteen bytes are left; apart, since it is rare and large.
    #[inline(never)]
    fn near_the_end(bytes: &[u8], place: usize) -> u128 {
        let rest = bytes.get(place..).unwrap_or_default();
        if let Some(last) = bytes.last_chunk() {
            return u128::from_le_bytes(*last).checked_shr(8 * (16 - rest.len() as u32)).unwrap_or(0);
        }
        let mut head = [0; 16];
        head.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        u128::from_le_bytes(head)
    }

    /// The eight bytes from some place on.
    #[inline]
    pub(super) fn eight_at(bytes: &[u8], place: usize) -> u64 {
        match bytes.get(place..).and_then(|rest| rest.first_chunk()) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => Self::at(bytes, place).key8(),
        }
    }

    #[inline]
    pub(super) fn key4(self) -> u64 {
        self.key8() & 0xFFFF_FFFF
    }

    #[inline]
    pub(super) fn key8(self) -> u64 {
        self.0 as u64
    }

    /// That two heads differ in it is likely, not certain.
    #[inline]
    pub(super) fn key16(self) -> u64 {
        spread(self.key8()).rotate_left(32) ^ self.behind8()
    }

    /// The eight bytes behind the first eight.
    #[inline]
    pub(super) fn behind8(self) -> u64 {
        (self.0 >> 64) as u64
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // Of forty bytes there are eight.
mod tests {
    use super::*;

    #[test]
    fn zeros_behind_the_end() {
        for length in [0, 3, 15, 16, 17, 40] {
            let bytes: Vec<u8> = (1..=length).collect();
            for place in 0..=bytes.len() + 20 {
                let mut padded: Vec<u8> = bytes.iter().skip(place).copied().collect();
                padded.resize(40, 0);
                let eight = |at: usize| u64::from_le_bytes(*padded[at..].first_chunk().unwrap());
                let head = Head::at(&bytes, place);
                let found = (head.key8(), head.behind8(), Head::eight_at(&bytes, place));
                assert_eq!(found, (eight(0), eight(8), eight(0)));
            }
        }
    }
}
