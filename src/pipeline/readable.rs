//! The readable text of a mail, up to the message that it returns.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::fields::{self, unescaped, within};
use crate::limits::Limits;
use crate::mailbox::Mailbox;
use crate::mime::Message;
use crate::pieces;
use crate::report::{arf, dsn, mdn};
use crate::reporting_mta::split::{original_header, split};

/// What a person would read, and what of the returned message follows in the same text.
#[derive(Debug, Default)]
pub(super) struct Readable {
    whole: String,
    /// In ASCII lower case: each letter where it is in `whole`.
    lower: String,
    /// Where the notice ends.
    end: usize,
    /// It goes on beyond what is read of it.
    pub(super) cut: bool,
    original: Option<Returned>,
}

/// The returned message in a text, header first.
#[derive(Debug)]
enum Returned {
    /// From here on.
    At(usize),
    /// Its quotes and indents were taken off.
    Unquoted(String),
}

/// Octets of a plain text that are read first: where the header of the returned message ends in them, nothing behind it is asked for.
const FIRST: usize = 8 << 10;

impl Readable {
    /// All of the notice, and the header of the returned message.
    pub(super) fn of(message: &Message<'_>, limits: &Limits) -> Self {
        let text = message.parts.iter().find(|part| part.media.starts_with("text/"));
        if limits.text_bytes > FIRST && text.is_some_and(|text| text.media != "text/html" && text.exceeds(FIRST)) {
            let first = Self::up_to(message, FIRST);
            if first.original().is_some_and(|original| original.contains("\n\n")) {
                return Self { cut: false, ..first };
            }
        }
        Self::whole(message, limits)
    }

    /// All of the returned message, too.
    pub(super) fn whole(message: &Message<'_>, limits: &Limits) -> Self {
        Self::up_to(message, limits.text_bytes)
    }

    /// Reads so many octets.
    fn up_to(message: &Message<'_>, most: usize) -> Self {
        let mut text = String::new();
        let mut cut = false;
        for part in &message.parts {
            if super::is_original(&part.media) {
                break;
            }
            let hidden = part.alternative && !text.trim_ascii().is_empty();
            let readable = part.media.starts_with("text/") && !hidden && !dsn::is_report_media(&part.media)
                || part.media == "application/octet-stream" && text.is_empty() && message.parts.len() == 1;
            let report = arf::is_report_media(&part.media) || mdn::is_report_media(&part.media);
            if !readable || report {
                continue;
            }
            if cut || text.len() >= most {
                cut = true;
                break;
            }
            let mut more = part.text(most);
            // HTML says what the plain text before it said, if that is not a gateway's.
            if part.media == "text/html" && !text.trim_ascii().is_empty() && !names_more(&more, &text) {
                continue;
            }
            cut = part.exceeds(most) || more.len() > most;
            if cut {
                let most = most.min(more.len().saturating_sub(1));
                let kept = fields::cut(&more, within(more.as_bytes(), most).len()).len();
                more.truncate(kept);
            }
            if text.is_empty() {
                text = more;
            } else {
                text.push_str("\n\n");
                text.push_str(&more);
            }
        }
        let text = without_links(unescaped(text.into())).into_owned();
        let lower = text.to_ascii_lowercase();
        let (end, original) = split(&text, &lower);
        let original = original
            .map(|at| original_header(text.get(at..).unwrap_or_default()).map_or(Returned::At(at), Returned::Unquoted));
        Self { whole: text, lower, end, cut, original }
    }

    /// The notice: what stands before the returned message.
    pub(super) fn text(&self) -> &str {
        self.whole.get(..self.end).unwrap_or_default()
    }

    /// [`text`](Self::text) in ASCII lower case.
    pub(super) fn lower(&self) -> &str {
        self.lower.get(..self.end).unwrap_or_default()
    }

    /// What was kept of [`text`](Self::text), in ASCII lower case.
    pub(super) fn lower_of(&self, kept: &str) -> Cow<'_, str> {
        if kept.len() == self.text().len() { self.lower().into() } else { kept.to_ascii_lowercase().into() }
    }

    /// The returned message, header first, where it stands in the text.
    pub(super) fn original(&self) -> Option<&str> {
        match self.original.as_ref()? {
            Returned::At(at) => self.whole.get(*at..),
            Returned::Unquoted(text) => Some(text),
        }
    }
}

/// Whether a text names an address that the other does not; the first few are compared.
fn names_more(text: &str, other: &str) -> bool {
    let addresses =
        text.split(|c: char| c.is_whitespace() || "<>()[]\"',;:".contains(c)).filter(|word| word.contains('@'));
    addresses.take(8).any(|address| !other.contains(address.trim_end_matches('.')))
}

/// Text without the links of addresses that stand beside them, as programs write HTML in text: `a@example.jp<mailto:a@example.jp>`.
fn without_links(text: Cow<'_, str>) -> Cow<'_, str> {
    static LINK: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"mailto:"));
    let mut links = LINK.find_iter(text.as_bytes()).filter_map(|at| link(&text, at)).peekable();
    if links.peek().is_none() {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in links {
        out.push_str(pieces::between(&text, from, start));
        from = end;
    }
    out.push_str(pieces::from(&text, from));
    Cow::Owned(out)
}

/// Where a link begins and ends that has `mailto:` here and repeats the address before it.
fn link(text: &str, at: usize) -> Option<(usize, usize)> {
    let start = at.checked_sub(1)?;
    let close = match text.as_bytes().get(start)? {
        b'<' => b'>',
        b'(' => b')',
        b'[' => b']',
        _ => return None,
    };
    let target = text.get(at + "mailto:".len()..)?;
    let length = target.bytes().take(Mailbox::MAX_OCTETS).position(|b| b == close)?;
    let target = pieces::before(target, length);
    let before = pieces::trim_end_matches(pieces::before(text, start), |c| matches!(c, ' ' | ']'));
    let same = before.len().checked_sub(target.len()).and_then(|from| before.get(from..));
    let end = at + "mailto:".len() + length + 1;
    same.filter(|same| !target.is_empty() && same.eq_ignore_ascii_case(target)).map(|_| (start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_repeat_an_address() {
        let read = |text: &'static str| without_links(text.into()).into_owned();
        assert_eq!(read("To a@x.example<mailto:A@x.example>, b@x.example."), "To a@x.example, b@x.example.");
        assert_eq!(read("[a@x.example](mailto:a@x.example)"), "[a@x.example]");
        for other in
            ["write us<mailto:help@x.example>", "mailto:a@x.example", "a@x.example<mailto:a@x.example", "<mailto:>"]
        {
            assert_eq!(read(other), other);
        }
    }
}
