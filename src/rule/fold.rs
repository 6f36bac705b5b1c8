//! One spelling for texts and phrases alike, made once before matching.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::lanes::{Lane, beginnings, is, is_between};
use crate::pieces;

/// Folds a text: lower case in all scripts, white space collapsed to one space and trimmed, quotes and dashes unified,
/// full-width ASCII as ASCII, `email` and `e-mail` as `mail` (servers change between them), invisible characters left out.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::new();
    fold_into(text, &mut out);
    out
}

/// [`fold`] into a buffer of the caller's, which is emptied first.
///
/// What stays as it is, but for the case of ASCII letters, is copied in runs from one odd place to the next.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    if out.capacity() < text.len() {
        // Nothing in it is to be kept.
        *out = String::with_capacity(text.len());
    }
    let mut copied = 0;
    let mut may_say_email = false;
    let bytes = text.as_bytes();
    for at in beginnings(bytes, is_odd) {
        match bytes[at] {
            b'm' | b'M' => {
                let word: Option<&[u8; 4]> = bytes[at..].first_chunk();
                may_say_email |= word.is_some_and(|word| word.eq_ignore_ascii_case(b"mail"));
            }
            ascii @ ..0x80 => {
                out.push_str(pieces::between(text, copied, at));
                copied = at + 1;
                if ascii == b'`' { out.push('\'') } else { pieces::push_space(out) }
            }
            // Chinese characters and Hangul have no case.
            0xE4..=0xE9 | 0xEB | 0xEC => {}
            _ => {
                let Some(c) = pieces::from(text, at).chars().next() else { continue };
                if !is_folded(c) {
                    out.push_str(pieces::between(text, copied, at));
                    copied = at + c.len_utf8();
                    push_folded(c, out);
                    may_say_email = true;
                }
            }
        }
    }
    out.push_str(pieces::from(text, copied));
    out.make_ascii_lowercase();
    if out.ends_with(' ') {
        out.pop();
    }
    if may_say_email {
        say_mail(out);
    }
}

/// Where there is more to do than to change the case: control characters, all spaces but single ones within ASCII, backticks,
/// characters beyond ASCII, and the `m` of what may be `email` or `e-mail`.
#[inline(always)]
fn is_odd(before: Lane, these: Lane) -> Lane {
    let lower = |lane| lane | Lane::splat(0x20);
    let space = is(these, b' ') & !is_between(before, b'!', b'~');
    let email = (is(lower(before), b'e') | is(before, b'-')) & is(lower(these), b'm');
    // First octets of characters beyond ASCII end at 255, and control characters begin at 0: one range.
    let odd = is_between(these - Lane::splat(0xC0), 0, 0x5F) | is(these, 0x7F) | is(these, b'`');
    space | email | odd
}

/// Kana and CJK punctuation, which have no case, and Cyrillic and Latin-1 in lower case: most of what else is beyond ASCII in mail.
fn is_folded(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30FF}' | 'а'..='џ' | 'ß'..='ÿ')
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
        'А'..='Я' | 'À'..='Ö' | 'Ø'..='Þ' => out.push(char::from_u32(u32::from(c) + 0x20).unwrap_or(c)),
        '\u{A0}'
        | '\u{85}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => {
            pieces::push_space(out);
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
        // Not with a dot of its own.
        'İ' => out.push('i'),
        '\u{307}' => {}
        _ => c.to_lowercase().for_each(|c| out.push(c)),
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
            ("İLETİLEMEDİ", "iletilemedi"),
            ("", ""),
            (" \u{3000} ", ""),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(fold(folded), folded);
        }
    }
}
