//! The readable text of a mail, up to the message that it returns.

use std::borrow::Cow;

use super::links;
use crate::fields::{self, unescaped, within};
use crate::limits::Limits;
use crate::mime::Message;
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
            let said = !text.trim_ascii().is_empty();
            let hidden = part.alternative && said;
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
            cut |= part.exceeds(most) || more.len() > most;
            // HTML says what the plain text before it said, if that is not a gateway's.
            if part.media == "text/html" && said && !names_more(&more, &text) {
                continue;
            }
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
        let text = links::without_repeated(unescaped(text.into())).into_owned();
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
