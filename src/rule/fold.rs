//! One spelling for texts and phrases alike, made once before matching.

/// Folds a text: lower case in all scripts, white space collapsed to one space and trimmed, quotes and dashes unified,
/// full-width ASCII as ASCII, `email` and `e-mail` as `mail` (servers change between them), invisible characters left out.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// What folding has to do about a byte.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Nothing but lower case.
    Plain,
    Space,
    /// `e`, which may begin `email`.
    E,
    /// A backquote, or not ASCII.
    Other,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Plain; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            0..=b' ' | 0x7F => Class::Space,
            b'e' | b'E' => Class::E,
            b'`' | 0x80.. => Class::Other,
            _ => Class::Plain,
        };
        byte += 1;
    }
    classes
};

/// [`fold`] into a buffer of the caller's, which is emptied first.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    out.clear();
    out.reserve(text.len());
    let bytes = text.as_bytes();
    // What is not copied yet: a run of bytes that only need lower case.
    let mut run = 0;
    let mut at = 0;
    let mut before = b' ';
    while let Some(&byte) = bytes.get(at) {
        let class = CLASSES[usize::from(byte)];
        let single = class == Class::Space && byte == b' ' && before > b' ' && at > 0;
        let in_word = before.is_ascii_alphanumeric() || !before.is_ascii();
        if class == Class::Plain || single || class == Class::E && (in_word || mail_follows(&bytes[at + 1..]).is_none())
        {
            before = byte;
            at += 1;
            continue;
        }
        copy(text, run, at, out);
        match class {
            Class::Space => {
                space(out);
                at += 1;
            }
            Class::E => at += 1 + mail_follows(&bytes[at + 1..]).unwrap_or(0),
            _ if byte == b'`' => {
                out.push('\'');
                at += 1;
            }
            _ => {
                let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { return };
                at += c.len_utf8();
                push_folded(c, out);
            }
        }
        // As the output ends, so goes on what follows: a space dropped or a word continued.
        before = out.as_bytes().last().copied().unwrap_or(b' ');
        run = at;
    }
    copy(text, run, at, out);
    if out.ends_with(' ') {
        out.pop();
    }
}

/// Appends a run in lower case.
fn copy(text: &str, run: usize, end: usize, out: &mut String) {
    let start = out.len();
    out.push_str(text.get(run..end).unwrap_or_default());
    if let Some(copied) = out.get_mut(start..) {
        copied.make_ascii_lowercase();
    }
}

fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// After an `e`: how much to skip so that `mail` is next.
fn mail_follows(rest: &[u8]) -> Option<usize> {
    let is_mail = |rest: &[u8]| rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case(b"mail"));
    let dash = match rest {
        [b'-', ..] => 1,
        // U+2010 to U+2015, which some notices write for the hyphen.
        [0xE2, 0x80, 0x90..=0x95, ..] => 3,
        _ => 0,
    };
    rest.get(dash..).is_some_and(is_mail).then_some(dash)
}

#[cold]
fn push_folded(c: char, out: &mut String) {
    match c {
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
