//! Complaints: feedback reports (RFC 5965, 6591, 6650) and Microsoft's older form without report fields.

use crate::bounce::{Complaint, FeedbackType};
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

/// Reads the body of a `message/feedback-report` part.
pub(crate) fn read(body: &[u8], limits: &Limits) -> Report {
    let (fields, _) = Fields::read(body, limits.field_bytes);
    let text = |name: &str| fields.text(name).map(|t| t.into_owned());
    let address = |name: &str| fields.texts(name).filter_map(|t| Address::read_field(&t)).collect::<Vec<_>>();
    let feedback_type = match text("feedback-type").unwrap_or_default().to_ascii_lowercase().as_str() {
        "opt-out-list" => FeedbackType::OptOut,
        word => word.parse().unwrap_or_default(),
    };
    let mut recipients = address("original-rcpt-to")
        .iter()
        .chain(&address("removal-recipient"))
        .filter_map(|a| a.mailbox().cloned())
        .filter(|m| !is_redacted(m))
        .take(limits.recipients + 1)
        .fold(Vec::new(), |mut all, m| {
            if !all.contains(&m) {
                all.push(m);
            }
            all
        });
    let truncated = recipients.len() > limits.recipients;
    recipients.truncate(limits.recipients);
    Report {
        truncated,
        complaint: Complaint {
            feedback_type,
            user_agent: text("user-agent"),
            original_mail_from: address("original-mail-from").first().map(|a| a.as_str().to_owned()),
            source_ip: text("source-ip").or_else(|| text("source")),
            reported_domain: text("reported-domain"),
            arrival_date: text("arrival-date").or_else(|| text("received-date")).and_then(|d| mime::date(&d)),
            incidents: text("incidents").and_then(|n| n.parse().ok()).unwrap_or(1),
            auth_failure: text("auth-failure"),
        },
        recipients,
        reporting_mta: text("reporting-mta").and_then(|v| v.rsplit(';').next().map(|h| h.trim().to_owned())),
        envelope_id: text("original-envelope-id"),
    }
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
