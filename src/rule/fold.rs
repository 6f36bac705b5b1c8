//! One spelling for texts and phrases alike, made once before matching.

use std::ops::ControlFlow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::pieces;
use crate::places::places;

/// Folds a text: lower case in all scripts, white space collapsed to one space and trimmed, quotes and dashes unified,
/// full-width ASCII as ASCII, `email` and `e-mail` as `mail` (servers change between them), invisible characters left out.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// [`fold`] into a buffer of the caller's, which is emptied first.
///
/// What stays as it is, but for the case of ASCII letters, is copied in runs from one odd place to the next.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    out.reserve(text.len());
    let mut copied = 0;
    let mut may_say_email = false;
    let _all = places(text.as_bytes(), is_odd, |at| {
        let rest = pieces::from(text, at);
        let Some(c) = rest.chars().next() else { return ControlFlow::Continue(()) };
        if matches!(c, 'm' | 'M') {
            may_say_email |=
                rest.as_bytes().first_chunk().is_some_and(|word: &[u8; 4]| word.eq_ignore_ascii_case(b"mail"));
        } else if !is_folded(c) {
            out.push_str(pieces::between(text, copied, at));
            copied = at + c.len_utf8();
            match c {
                '`' => out.push('\''),
                '\0'..='\x7F' => space(out),
                _ => {
                    push_folded(c, out);
                    may_say_email = true;
                }
            }
        }
        ControlFlow::Continue(())
    });
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
#[inline]
fn is_odd(before: u8, byte: u8) -> bool {
    let space = (byte == b' ') & !before.is_ascii_graphic();
    let email = ((before | 0x20 == b'e') | (before == b'-')) & (byte | 0x20 == b'm');
    space | email | byte.is_ascii_control() | (byte == b'`') | (byte >= 0xC0)
}

/// Kana, Chinese characters and their punctuation and Hangul, which have no case, and Cyrillic and Latin-1 in lower case: most of what
/// is beyond ASCII in mail, and folded as it is.
fn is_folded(c: char) -> bool {
    matches!(c, '\u{3001}'..='\u{30FF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | 'а'..='џ' | 'ß'..='ÿ')
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
        'А'..='Я' | 'À'..='Ö' | 'Ø'..='Þ' => out.extend(char::from_u32(u32::from(c) + 0x20)),
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
