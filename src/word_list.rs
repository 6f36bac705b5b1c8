//! Fixed lists of words that a text may begin or end with. One look tells most texts from all of them.

const HASHES: usize = 8192;

/// How many hashes lead to the same words.
const ALIKE: usize = 8;

/// Most words of a list.
const MOST: usize = 96;

/// The words of a list, found by their first `K` octets, or by their last ones.
#[derive(Debug)]
pub(crate) struct WordList<const K: usize> {
    words: &'static [&'static str],
    /// A bit for the hash of these octets of each word: few texts get further.
    known: [u64; HASHES / 64],
    /// By the hash one of the words, counted from 1.
    first: [u8; HASHES / ALIKE],
    /// For each word the next one of the same hash.
    next: [u8; MOST],
}

impl<const K: usize> WordList<K> {
    /// Words of at least `K` octets, to be found at the beginning of a text.
    pub(crate) const fn of_beginnings(words: &'static [&'static str]) -> Self {
        let mut list = Self::empty(words);
        let mut at = 0;
        while at < words.len() {
            list.add(at, words[at].as_bytes().first_chunk());
            at += 1;
        }
        list
    }

    /// Words of at least `K` octets, to be found at the end of a text.
    pub(crate) const fn of_ends(words: &'static [&'static str]) -> Self {
        let mut list = Self::empty(words);
        let mut at = 0;
        while at < words.len() {
            list.add(at, words[at].as_bytes().last_chunk());
            at += 1;
        }
        list
    }

    const fn empty(words: &'static [&'static str]) -> Self {
        assert!(words.len() <= MOST);
        Self { words, known: [0; HASHES / 64], first: [0; HASHES / ALIKE], next: [0; MOST] }
    }

    const fn add(&mut self, at: usize, octets: Option<&[u8; K]>) {
        assert!(octets.is_some(), "a word is too short");
        if let Some(octets) = octets {
            let hash = Self::hash(octets);
            self.known[hash / 64] |= 1 << (hash % 64);
            self.next[at] = self.first[hash / ALIKE];
            self.first[hash / ALIKE] = at as u8 + 1;
        }
    }

    const fn hash(octets: &[u8; K]) -> usize {
        let mut key = 0;
        let mut at = 0;
        while at < K {
            key |= (octets[at] as u64) << (8 * at);
            at += 1;
        }
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51) as usize
    }

    /// Whether a text begins with one of these.
    #[inline]
    pub(crate) fn begins(&self, text: &[u8]) -> bool {
        text.first_chunk().is_some_and(|octets| self.any(octets, |word| text.starts_with(word)))
    }

    /// Whether a text ends with one of these.
    #[inline]
    pub(crate) fn ends(&self, text: &[u8]) -> bool {
        text.last_chunk().is_some_and(|octets| self.any(octets, |word| text.ends_with(word)))
    }

    #[inline]
    fn any(&self, octets: &[u8; K], stands: impl Fn(&[u8]) -> bool) -> bool {
        let hash = Self::hash(octets);
        if self.known[hash / 64] >> (hash % 64) & 1 == 0 {
            return false;
        }
        let mut next = self.first[hash / ALIKE];
        while let Some(at) = usize::from(next).checked_sub(1) {
            if stands(self.words[at].as_bytes()) {
                return true;
            }
            next = self.next[at];
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::WordList;

    #[test]
    fn at_both_ends() {
        static WORDS: [&str; 4] = ["from", "from:", "by", "bye"];
        static BEGINNINGS: WordList<2> = WordList::of_beginnings(&WORDS);
        static ENDS: WordList<2> = WordList::of_ends(&WORDS);
        for word in WORDS {
            assert!(BEGINNINGS.begins(word.as_bytes()) && ENDS.ends(word.as_bytes()));
            assert!(BEGINNINGS.begins(format!("{word} x").as_bytes()));
            assert!(ENDS.ends(format!("x {word}").as_bytes()));
        }
        for text in ["", "b", "fro", "xy"] {
            assert!(!BEGINNINGS.begins(text.as_bytes()) && !ENDS.ends(text.as_bytes()));
        }
    }
}
