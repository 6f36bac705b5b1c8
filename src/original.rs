//! The message that bounced: what its returned copy says, from full, header-only and cut returns.

use std::borrow::Cow;

use crate::bounce::Original;
use crate::fields::{Fields, cut};
use crate::lanes::{self, is};
use crate::mailbox::Mailbox;
use crate::mime;
use crate::pieces;

/// Whether a part holds the returned message or its header (RFC 3462, RFC 6533).
pub(crate) fn is_original_media(media: &str) -> bool {
    matches!(
        media,
        "message/rfc822"
            | "message/global"
            | "text/rfc822-headers"
            | "text/rfc822-header"
            | "message/rfc822-headers"
            | "message/global-headers"
            | "text/rfc822"
            | "message/partial"
            | "message/news"
    )
}

/// Addresses of `To:` that are kept.
const MAX_TO: usize = 50;

/// Reads what is known of the message from its header. `kept` are the fields that the caller asked for by name.
pub(crate) fn read(header: &Fields<'_>, kept: &[String]) -> Original {
    Original {
        message_id: header.text("message-id").and_then(|v| message_id(&v)),
        subject: header.get("subject").map(mime::unstructured),
        from: header.get("from").and_then(mime::address),
        to: addresses(header),
        date: header.text("date").and_then(|d| mime::date(&d)),
        list_id: header.text("list-id").map(|v| match (v.rfind('<'), v.rfind('>')) {
            (Some(open), Some(close)) if open < close => pieces::between(&v, open + 1, close).to_owned(),
            _ => v.into_owned(),
        }),
        feedback_id: header.text("feedback-id").map(Cow::into_owned),
        return_path: header
            .text("return-path")
            .map(|v| pieces::trimmed(&v, b"<> ").to_owned())
            .filter(|path| !path.is_empty()),
        headers: kept
            .iter()
            .flat_map(|name| header.texts(name.as_str()).map(move |value| (name.clone(), value.into_owned())))
            .take(MAX_TO)
            .collect(),
    }
}

/// Whether an address is that of the list itself: ids are made of them (RFC 2919 s2), `news@shop.example` of `news.shop.example`.
pub(crate) fn is_list(id: &str, mailbox: &Mailbox) -> bool {
    let (local, domain) = (mailbox.local_part(), mailbox.domain());
    let parts = id.split_at_checked(local.len());
    parts.is_some_and(|(name, host)| {
        name.eq_ignore_ascii_case(local) && host.strip_prefix('.').is_some_and(|host| host.eq_ignore_ascii_case(domain))
    })
}

/// The addresses of `To`.
fn addresses(header: &Fields<'_>) -> Vec<String> {
    let mut fields = header.all("to");
    let mut to = fields.next().map(|to| mime::addresses(to, MAX_TO)).unwrap_or_default();
    for more in fields {
        to.extend(mime::addresses(more, MAX_TO - to.len()));
    }
    to
}

/// A message id without its brackets (RFC 5322 s3.6.4).
pub(crate) fn message_id(value: &str) -> Option<String> {
    let value = value.trim();
    let place = |byte| lanes::find(value.as_bytes(), |lane| is(lane, byte));
    let id = match (place(b'<'), place(b'>')) {
        (Some(open), Some(close)) if open < close => pieces::between(value, open + 1, close),
        _ => value.split_whitespace().next()?,
    };
    (!id.is_empty()).then(|| cut(id, 998).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_itself() {
        let is_list = |mailbox: &str| is_list("news.shop.example", &mailbox.parse().unwrap());
        assert!(is_list("news@shop.example") && is_list("News@Shop.example"));
        for other in ["reader@shop.example", "news@shop.example.org", "ne@ws.shop.example", "newsreader@shop.example"] {
            assert!(!is_list(other), "{other}");
        }
    }
}
