//! Notifications of sending services: a bounce or complaint as JSON.

use super::{Beside, Context, Draft, Mail, conclude};
use crate::attribution::Named;
use crate::bounce::{Attribution, Kind};
use crate::mime::{Encoding, Part};
use crate::pieces;
use crate::report::sns;

pub(super) fn read(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) -> bool {
    // Only where SNS itself says that this is its own may a gateway have put something before it, in the text or as a part.
    let own = mail.message.header.has("x-amz-sns-message-id");
    let parts = mail.message.parts.iter().take(if own { 2 } else { 1 });
    let mut texts = parts.filter(|p| p.media == "text/plain" || p.media == "application/json");
    let json = texts.clone().find(|part| begins_as_json(part));
    let Some(part) = json.or_else(|| texts.next().filter(|_| own)) else { return false };
    mail.note_cut(part.exceeds(context.limits.text_bytes));
    let text = part.text(context.limits.text_bytes);
    let json = if json.is_some() { Some(&*text) } else { text.find("\n{").map(|end| pieces::from(&text, end + 1)) };
    let Some(found) = json.and_then(|json| sns::read(json, context.limits)) else { return false };
    mail.note_cut(found.truncated);
    draft.bounce.reporting_mta = found.reporting_mta;
    for recipient in found.recipients {
        draft.bounce.recipients.push(recipient);
        draft.beside.push(Beside {
            named: Named { found_by: Attribution::FinalRecipient, ..Named::default() },
            ..Beside::default()
        });
    }
    conclude::conclude(context, mail, draft);
    draft.bounce.original = Some(found.original);
    if found.complaint.is_some() {
        draft.bounce.kind = Kind::Complaint;
        draft.bounce.complaint = found.complaint;
    }
    true
}

/// A cheap look before anything is decoded: the JSON is all there is, and `{` is `e` in base64 with what may follow it.
fn begins_as_json(part: &Part<'_>) -> bool {
    let first = if part.encoding == Encoding::Base64 { b'e' } else { b'{' };
    part.body.trim_ascii_start().first() == Some(&first)
}
