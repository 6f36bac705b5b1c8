//! Names of fields (RFC 5322 s2.2), which are the same in any case of their letters.

/// The first letters of a name, in lower case: all of most names, and enough to tell nearly all apart.
pub(crate) type Letters = u128;

const LETTERS: usize = size_of::<Letters>();

/// The bit that makes letters lower case. It takes `[` for `{` too, and four more pairs that stand in no name.
const LOWER: u8 = 0x20;

/// A name, ready to be compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'n> {
    letters: Letters,
    bytes: &'n [u8],
}

impl<'n> Name<'n> {
    /// A name, of which the compiler puts the letters together where it is written in the program.
    #[inline(always)]
    pub(crate) const fn of(name: &'n str) -> Self {
        Self::of_bytes(name.as_bytes())
    }

    #[inline(always)]
    pub(crate) const fn of_bytes(bytes: &'n [u8]) -> Self {
        let mut letters = 0;
        let mut at = 0;
        while at < bytes.len() && at < LETTERS {
            letters |= ((bytes[at] | LOWER) as Letters) << (8 * at);
            at += 1;
        }
        Self { letters, bytes }
    }

    /// A name of `length` bytes at the beginning of a text of which these are the first bytes.
    #[inline(always)]
    pub(crate) fn in_text(text: &'n [u8], length: usize, first: [u8; LETTERS]) -> Self {
        let letters = Letters::from_le_bytes(first) | Letters::from_ne_bytes([LOWER; LETTERS]);
        let unused = 8 * LETTERS.saturating_sub(length) as u32;
        Self { letters: letters.checked_shl(unused).map_or(0, |letters| letters >> unused), bytes: &text[..length] }
    }

    /// The name of these bytes, whose letters are known.
    #[inline(always)]
    pub(crate) fn of_letters(letters: Letters, bytes: &'n [u8]) -> Self {
        Self { letters, bytes }
    }

    pub(crate) fn letters(self) -> Letters {
        self.letters
    }

    pub(crate) fn bytes(self) -> &'n [u8] {
        self.bytes
    }

    /// One of few numbers, the same for the same names.
    #[inline(always)]
    pub(crate) const fn slot(self) -> usize {
        let mixed = self.letters as u64 ^ ((self.letters >> 64) as u64).rotate_left(29);
        (mixed.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (u64::BITS - SLOTS.ilog2())) as usize % SLOTS
    }
}

impl PartialEq for Name<'_> {
    #[inline(always)]
    fn eq(&self, other: &Self) -> bool {
        let length = self.bytes.len();
        self.letters == other.letters
            && length == other.bytes.len()
            && (length <= LETTERS || same_name(&self.bytes[LETTERS..], &other.bytes[LETTERS..]))
    }
}

impl<'n> From<&'n str> for Name<'n> {
    #[inline(always)]
    fn from(name: &'n str) -> Self {
        Self::of(name)
    }
}

/// Slots of a table of names, a power of two.
pub(crate) const SLOTS: usize = 128;

/// Known names and what each stands for.
#[derive(Debug)]
pub(crate) struct Names<T: 'static> {
    names: &'static [(Name<'static>, T)],
    /// The number of a name, from 1, in its slot or in the next that was free.
    slots: [u8; SLOTS],
}

impl<T: Copy> Names<T> {
    pub(crate) const fn new(names: &'static [(Name<'static>, T)]) -> Self {
        // The search for a name ends at a free slot.
        assert!(names.len() < SLOTS);
        let mut slots = [0; SLOTS];
        let mut at = 0;
        while at < names.len() {
            let mut slot = names[at].0.slot();
            while slots[slot] != 0 {
                slot = (slot + 1) % SLOTS;
            }
            at += 1;
            slots[slot] = at as u8;
        }
        Self { names, slots }
    }

    pub(crate) fn find(&self, name: Name<'_>) -> Option<T> {
        let mut slot = name.slot();
        while let Some(at) = usize::from(self.slots[slot]).checked_sub(1) {
            let (known, found) = self.names[at];
            if known == name {
                return Some(found);
            }
            slot = (slot + 1) % SLOTS;
        }
        None
    }
}

/// Whether two names of one length are the same, in any case: by pieces, of which the last may overlap the one before it.
#[inline(always)]
pub(crate) fn same_name(name: &[u8], wanted: &[u8]) -> bool {
    let eight = |bytes: &[u8; 8]| u64::from_ne_bytes(*bytes) | u64::from_ne_bytes([LOWER; 8]);
    let four = |bytes: &[u8; 4]| u32::from_ne_bytes(*bytes) | u32::from_ne_bytes([LOWER; 4]);
    if let (Some(a), Some(b)) = (name.last_chunk(), wanted.last_chunk()) {
        let pieces = name.as_chunks().0.iter().zip(wanted.as_chunks().0);
        return pieces.fold(eight(a) ^ eight(b), |found, (a, b)| found | eight(a) ^ eight(b)) == 0;
    }
    if let (Some(a), Some(b)) = (name.last_chunk(), wanted.last_chunk()) {
        let pieces = name.as_chunks().0.iter().zip(wanted.as_chunks().0);
        return pieces.fold(four(a) ^ four(b), |found, (a, b)| found | four(a) ^ four(b)) == 0;
    }
    name.iter().zip(wanted).all(|(a, b)| a | LOWER == b | LOWER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_same_in_any_case() {
        for (a, b, same) in [
            ("From", "from", true),
            ("to", "date", false),
            ("x-actual-recipient", "X-Actual-Recipient", true),
            ("x-actual-recipienu", "X-Actual-Recipient", false),
            ("x-supplementary-info", "x-supplementary-infos", false),
            ("received-from-mt", "received-from-mta", false),
            ("", "", true),
        ] {
            assert_eq!(Name::of(a) == Name::of(b), same, "{a} {b}");
            let text = format!("{a}: a value of a field");
            let first = text.as_bytes().first_chunk().unwrap();
            assert_eq!(Name::in_text(text.as_bytes(), a.len(), *first) == Name::of(b), same, "{a} {b}");
        }
    }

    #[test]
    fn each_known_name_is_found() {
        static NAMES: [(Name<'_>, u8); 4] =
            [(Name::of("a"), 0), (Name::of("b"), 1), (Name::of("subject"), 2), (Name::of("x-failed-recipients"), 3)];
        const KNOWN: Names<u8> = Names::new(&NAMES);
        for (name, found) in NAMES {
            assert_eq!(KNOWN.find(name), Some(found));
        }
        assert_eq!(KNOWN.find(Name::of("x-failed-recipient")), None);
    }
}
