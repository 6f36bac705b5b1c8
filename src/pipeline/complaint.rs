//! Complaints: RFC 5965 reports, Microsoft's form without report fields, and unsubscriptions by a mail program.

use super::{Beside, Context, Draft, Mail, conclude, is_original};
use crate::attribution::Named;
use crate::bounce::{Attribution, Complaint, FeedbackType, Kind, Outcome, Recipient};
use crate::envelope;
use crate::fields::Fields;
use crate::mailbox::Address;
use crate::mime::Part;
use crate::report::arf;

/// How much of a part is looked at to find a report's fields, in octets.
const LOOKED_AT: usize = 1 << 10;

pub(super) fn read(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) -> bool {
    let limits = context.limits;
    let parts = &mail.message.parts;
    let report =
        parts.iter().find(|part| arf::is_report_media(&part.media)).or_else(|| parts.iter().skip(1).find(as_text));
    let only_enclosed = parts.len() <= 2 && parts.iter().any(|p| p.media == "message/rfc822");
    let unsubscribing = mail.message.header.text("x-apple-unsubscribe").is_some_and(|v| v.eq_ignore_ascii_case("true"));
    if report.is_none() && !only_enclosed && !unsubscribing {
        return false;
    }
    let hotmail = || {
        let enclosed = parts.iter().find(|p| is_original(&p.media))?;
        let bytes = enclosed.decoded(limits.header_bytes);
        let (header, rest) = Fields::read(&bytes, limits.field_bytes);
        let recipient = arf::hotmail_recipient(&header);
        mail.note_cut(header.was_cut() || rest.is_empty() && enclosed.exceeds(limits.header_bytes));
        recipient
    };
    let mut read = match report {
        Some(part) => {
            mail.note_cut(part.exceeds(limits.text_bytes));
            arf::read(&part.decoded(limits.text_bytes), limits)
        }
        // A mail program's answer to List-Unsubscribe (RFC 2369), in the name of the one who asked for it.
        None if unsubscribing => {
            let complaint = Complaint { feedback_type: FeedbackType::OptOut, incidents: 1, ..Complaint::default() };
            let from = Address::read_field(&envelope::author(&mail.message.header)).and_then(Address::into_mailbox);
            arf::Report { complaint, recipients: from.into_iter().collect(), ..arf::Report::default() }
        }
        None => {
            let Some(mailbox) = hotmail() else { return false };
            let complaint = Complaint { feedback_type: FeedbackType::Abuse, incidents: 1, ..Complaint::default() };
            arf::Report { complaint, recipients: vec![mailbox], ..arf::Report::default() }
        }
    };
    if read.recipients.is_empty() {
        read.recipients.extend(hotmail());
    }
    let bounce = &mut draft.bounce;
    bounce.reporting_mta = read.reporting_mta;
    bounce.envelope_id = read.envelope_id;
    mail.note_cut(read.truncated);
    draft.senders.extend(read.complaint.original_mail_from.as_deref().and_then(|m| m.parse().ok()));
    bounce.complaint = Some(read.complaint);
    let mut named: Vec<_> = read.recipients.into_iter().map(Some).collect();
    if named.is_empty() {
        // Blanked out: a return path of ours may still tell.
        named.push(None);
    }
    for mailbox in named {
        bounce.recipients.push(Recipient {
            outcome: Outcome::Delivered,
            final_recipient: mailbox.map(Into::into),
            ..Recipient::default()
        });
        draft.beside.push(Beside {
            named: Named { found_by: Attribution::FeedbackReport, ..Named::default() },
            ..Beside::default()
        });
    }
    conclude::attribute(context, mail, draft);
    draft.bounce.recipients.retain(|r| r.mailed_to.is_some() || r.final_recipient.is_some());
    draft.bounce.kind = Kind::Complaint;
    true
}

/// Whether a part holds the fields of a report as text.
fn as_text(part: &&Part<'_>) -> bool {
    part.media == "text/plain" && arf::is_report(part.decoded(LOOKED_AT).trim_ascii_start())
}
