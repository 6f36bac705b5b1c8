//! Complaints: feedback reports (RFC 5965, 6591, 6650) and Microsoft's older form without report fields.

use core::net::IpAddr;
use std::collections::HashSet;

use crate::bounce::{Complaint, FeedbackType};
use crate::field_name::Name;
use crate::fields::Fields;
use crate::limits::Limits;
use crate::mailbox::{Address, Mailbox};
use crate::mime;

/// A complaint and the addresses that it names as the complaining ones.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) complaint: Complaint,
    pub(crate) recipients: Vec<Mailbox>,
    pub(crate) reporting_mta: Option<String>,
    pub(crate) envelope_id: Option<String>,
    pub(crate) truncated: bool,
}

pub(crate) fn is_report_media(media: &str) -> bool {
    matches!(media, "message/feedback-report" | "message/x-feedback-report")
}

/// Whether a part of another type holds a report's fields (RFC 5965 s3.1), as gateways leave it.
pub(crate) fn is_report(body: &[u8]) -> bool {
    let begins = |name: &[u8]| body.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name));
    (begins(b"feedback-type:") || begins(b"user-agent:") || begins(b"version:"))
        && Fields::read(body, body.len()).0.has("feedback-type")
}

/// Reads the body of a `message/feedback-report` part.
pub(crate) fn read(body: &[u8], limits: &Limits) -> Report {
    let (fields, _) = Fields::read(body, limits.field_bytes);
    let text = |name: Name<'_>| fields.text(name).map(|t| t.into_owned());
    let address = |name: Name<'_>| fields.texts(name).filter_map(|t| Address::read_field(&t)).collect::<Vec<_>>();
    let feedback_type = match text(Name::of("feedback-type")).unwrap_or_default().to_ascii_lowercase().as_str() {
        "opt-out-list" => FeedbackType::OptOut,
        word => word.parse().unwrap_or_default(),
    };
    let mut known = HashSet::new();
    let mut recipients: Vec<Mailbox> = address(Name::of("original-rcpt-to"))
        .into_iter()
        .chain(address(Name::of("removal-recipient")))
        .filter_map(Address::into_mailbox)
        .filter(|mailbox| !is_redacted(mailbox) && known.insert(mailbox.clone()))
        .take(limits.recipients.saturating_add(1))
        .collect();
    let truncated = recipients.len() > limits.recipients;
    recipients.truncate(limits.recipients);
    let mut report = Report {
        truncated,
        complaint: Complaint {
            feedback_type,
            user_agent: text(Name::of("user-agent")),
            original_mail_from: address(Name::of("original-mail-from")).first().map(|a| a.as_str().to_owned()),
            // Some name the reporter in `Source`.
            source_ip: text(Name::of("source-ip"))
                .or_else(|| text(Name::of("source")).filter(|source| source.parse::<IpAddr>().is_ok())),
            reported_domain: text(Name::of("reported-domain")),
            arrival_date: text(Name::of("arrival-date"))
                .or_else(|| text(Name::of("received-date")))
                .and_then(|d| mime::date(&d)),
            incidents: text(Name::of("incidents")).and_then(|n| n.parse().ok()).unwrap_or(1),
            auth_failure: text(Name::of("auth-failure")),
        },
        recipients,
        reporting_mta: text(Name::of("reporting-mta")).and_then(|v| v.rsplit(';').next().map(|h| h.trim().to_owned())),
        envelope_id: text(Name::of("original-envelope-id")),
    };
    report.truncated |= fields.was_cut();
    report
}

/// An address that the reporter blanked out (RFC 6590) names nobody.
fn is_redacted(mailbox: &Mailbox) -> bool {
    let local = mailbox.local_part().to_ascii_lowercase();
    local.contains("redacted")
        || local.contains("undisclosed")
        || (local.len() >= 32 && local.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Microsoft's junk mail report of the old form: the complaining address is a header of the enclosed mail.
pub(crate) fn hotmail_recipient(enclosed: &Fields<'_>) -> Option<Mailbox> {
    let value = enclosed.text("x-hmxmroriginalrecipient")?;
    Address::read_field(&value)?.mailbox().cloned()
}
