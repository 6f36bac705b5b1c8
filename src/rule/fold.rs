//! One spelling for texts and phrases alike, made once before matching.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::fields::is_collapsed;

/// Folds a text: lower case in all scripts, white space collapsed to one space and trimmed, quotes and dashes unified,
/// full-width ASCII as ASCII, `email` and `e-mail` as `mail` (servers change between them), invisible characters left out.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// [`fold`] into a buffer of the caller's, which is emptied first.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    if text.is_ascii() {
        fold_ascii(text.as_bytes(), out);
    } else {
        out.reserve(text.len());
        for c in text.chars() {
            match u8::try_from(c).ok().filter(u8::is_ascii).map(|byte| ASCII[usize::from(byte)]) {
                Some(b' ') => space(out),
                Some(byte) => out.push(char::from(byte)),
                None => push_folded(c, out),
            }
        }
        if out.ends_with(' ') {
            out.pop();
        }
    }
    say_mail(out);
}

/// What each ASCII byte becomes: lower case, one kind of quote, a space for control characters.
const ASCII: [u8; 128] = {
    let mut table = [b' '; 128];
    let mut byte = b'!';
    while byte <= b'~' {
        table[byte as usize] = if byte == b'`' { b'\'' } else { byte.to_ascii_lowercase() };
        byte += 1;
    }
    table
};

fn fold_ascii(bytes: &[u8], out: &mut String) {
    let mut folded = std::mem::take(out).into_bytes();
    if is_collapsed(bytes) && memchr::memchr(b'`', bytes).is_none() {
        // Most replies: only the case to change, which takes many bytes at a time.
        folded.extend_from_slice(bytes.trim_ascii());
        folded.make_ascii_lowercase();
        *out = String::from_utf8(folded).unwrap_or_default();
        return;
    }
    folded.resize(bytes.len(), 0);
    let (mut length, mut after_space) = (0, true);
    for &byte in bytes {
        let byte = ASCII[usize::from(byte & 0x7F)];
        let is_space = byte == b' ';
        // Written in any case, kept unless it is a space after a space: no branch for the processor to guess.
        folded[length] = byte;
        length += usize::from(!(is_space && after_space));
        after_space = is_space;
    }
    folded.truncate(length - usize::from(after_space && length > 0));
    *out = String::from_utf8(folded).unwrap_or_default();
}

fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// `email` and `e-mail` to `mail`, where a word begins so.
fn say_mail(out: &mut String) {
    static MAIL: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"mail"));
    let ends = |text: &str, end: &str| {
        text.strip_suffix(end).is_some_and(|before| {
            before.as_bytes().last().is_none_or(|byte| byte.is_ascii() && !byte.is_ascii_alphanumeric())
        })
    };
    let cut = |before: &str| match () {
        () if ends(before, "e-") => 2,
        () if ends(before, "e") => 1,
        () => 0,
    };
    let hits: Vec<(usize, usize)> = MAIL
        .find_iter(out.as_bytes())
        .filter_map(|at| out.get(..at).map(|before| (at, cut(before))).filter(|&(_, length)| length > 0))
        .collect();
    if hits.is_empty() {
        return;
    }
    let mut said = String::with_capacity(out.len());
    let mut from = 0;
    for (at, length) in hits {
        said.push_str(out.get(from..at - length).unwrap_or_default());
        from = at;
    }
    said.push_str(out.get(from..).unwrap_or_default());
    *out = said;
}

/// Folds a character beyond ASCII.
fn push_folded(c: char, out: &mut String) {
    match c {
        // Kana, Chinese characters and Hangul, which have no case, and Cyrillic: most of what is beyond ASCII in mail.
        '\u{3041}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | 'а'..='я' => out.push(c),
        'А'..='Я' => out.extend(char::from_u32(u32::from(c) + 0x20)),
        '\u{A0}'
        | '\u{85}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => {
            space(out);
        }
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' => {}
        '‘' | '’' | '‚' | '‛' | '′' | '´' => out.push('\''),
        '“' | '”' | '„' | '‟' | '″' => out.push('"'),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
        '\u{FF01}'..='\u{FF5E}' => {
            let ascii = u32::from(c) - 0xFEE0;
            out.extend(char::from_u32(ascii).map(|c| c.to_ascii_lowercase()));
        }
        'ς' => out.push('σ'),
        _ => out.extend(c.to_lowercase()),
    }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn one_spelling() {
        for (text, folded) in [
            ("  User \t Unknown\r\n ", "user unknown"),
            ("The E-Mail account, this email; your e‑mail", "the mail account, this mail; your mail"),
            ("gmail femail", "gmail femail"),
            ("`x' ‘y’ “z” – —", "'x' 'y' \"z\" - -"),
            ("ＵＮＫＮＯＷＮ　ｕｓｅｒ", "unknown user"),
            ("ПОЛЬЗОВАТЕЛЬ НЕ НАЙДЕН", "пользователь не найден"),
            ("EMPFÄNGER\u{A0}UNBEKANNT\u{200B}", "empfänger unbekannt"),
            ("", ""),
            (" \u{3000} ", ""),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(fold(folded), folded);
        }
    }
}
