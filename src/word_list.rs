//! Fixed lists of words that a text may begin or end with. One look tells most texts from all of them.

const HASHES: usize = 1024;

/// Most words of a list.
const MOST: usize = 64;

/// The words of a list, found by their first `K` octets, or by their last ones.
#[derive(Debug)]
pub(crate) struct WordList<const K: usize> {
    words: &'static [&'static str],
    /// By the hash of these octets one of the words, counted from 1.
    first: [u8; HASHES],
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
        Self { words, first: [0; HASHES], next: [0; MOST] }
    }

    const fn add(&mut self, at: usize, octets: Option<&[u8; K]>) {
        assert!(octets.is_some(), "a word is too short");
        if let Some(octets) = octets {
            let hash = Self::hash(octets);
            self.next[at] = self.first[hash];
            self.first[hash] = at as u8 + 1;
        }
    }

    const fn hash(octets: &[u8; K]) -> usize {
        let mut key = 0;
        let mut at = 0;
        while at < K {
            key |= (octets[at] as u64) << (8 * at);
            at += 1;
        }
        (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize
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
        let mut next = self.first[Self::hash(octets)];
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
