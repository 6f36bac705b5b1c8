//! Read receipts: RFC 8098. They hold a `Final-Recipient` field, so they must be told from delivery reports by their type.

use crate::fields::Fields;

/// Whether a media type is a receipt's, also in the form without its subtype that old clients send.
pub(crate) fn is_report_media(media: &str) -> bool {
    matches!(media, "message/disposition-notification" | "message/global-disposition-notification")
}

/// Whether fields are a receipt's (RFC 8098 s3.1), whatever part they stand in.
pub(crate) fn is_report(fields: &Fields<'_>) -> bool {
    fields.has("disposition") && fields.has("final-recipient")
}

/// Whether the fields in a body are a receipt's: for receipts whose part has another type.
pub(crate) fn has_disposition(body: &[u8]) -> bool {
    let starts = std::iter::once(0).chain(memchr::memchr_iter(b'\n', body).map(|end| end + 1));
    starts.take(40).any(|start| {
        body[start..].split_at_checked(b"disposition:".len()).is_some_and(|(name, value)| {
            name.eq_ignore_ascii_case(b"disposition:") && !matches!(value, [] | [b'\n', ..])
        })
    })
}
