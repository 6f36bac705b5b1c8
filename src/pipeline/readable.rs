//! The readable text of a mail, up to the message that it returns.

use crate::fields::cut;
use crate::limits::Limits;
use crate::mime::Message;
use crate::report::{arf, dsn, mdn};
use crate::reporting_mta::split::{original_header, split};

/// What a person would read, and what of the returned message follows in the same text.
#[derive(Debug, Default)]
pub(super) struct Readable {
    pub(super) text: String,
    /// The returned message, header first, where it stands in the text.
    pub(super) original: Option<String>,
}

impl Readable {
    pub(super) fn of(message: &Message<'_>, limits: &Limits) -> Self {
        let mut text = String::new();
        for part in &message.parts {
            if super::is_original(&part.media) {
                break;
            }
            let readable = part.media.starts_with("text/") && !part.alternative && !dsn::is_report_media(&part.media)
                || part.media == "application/octet-stream" && text.is_empty() && message.parts.len() == 1;
            let report = arf::is_report_media(&part.media) || mdn::is_report_media(&part.media);
            // HTML says what the plain text before it said.
            let again = part.media == "text/html" && !text.trim_ascii().is_empty();
            if !readable || report || again || text.len() >= limits.text_bytes {
                continue;
            }
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            text.push_str(cut(&part.text(limits.text_bytes), limits.text_bytes));
        }
        let (notice, original) = split(&text);
        let original = original.map(|o| original_header(o).unwrap_or_else(|| o.to_owned()));
        Self { text: notice.to_owned(), original }
    }
}
