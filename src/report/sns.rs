//! Amazon SES's notifications: JSON in a mail that SNS sends, alone or in SNS's own envelope.

use std::borrow::Cow;

use serde_json::Value;

use crate::bounce::{
    Action, Basis, Complaint, Confidence, Evidence, FeedbackType, Original, Outcome, Recipient, Source, Verdict,
};
use crate::fields::cut;
use crate::limits::Limits;
use crate::mailbox::Address;
use crate::reason::{Detail, Persistence, Reason};
use crate::transcript;

/// A notification, read.
#[derive(Debug, Default)]
pub(crate) struct Notification {
    pub(crate) recipients: Vec<Recipient>,
    pub(crate) complaint: Option<Complaint>,
    pub(crate) original: Original,
    pub(crate) reporting_mta: Option<String>,
    /// A cap was met.
    pub(crate) truncated: bool,
}

/// Reads the notification that a text begins with; what follows the JSON (SNS's footer) does not matter.
pub(crate) fn read(text: &str, limits: &Limits) -> Option<Notification> {
    let mut value = first_value(text)?;
    if let Some(message) = value.get("Message").and_then(Value::as_str) {
        value = first_value(message)?;
    }
    let kind = value.get("notificationType").or_else(|| value.get("eventType"))?.as_str()?.to_owned();
    let (section, list, outcome) = match kind.as_str() {
        "Bounce" => ("bounce", "bouncedRecipients", Outcome::Failed),
        "Complaint" => ("complaint", "complainedRecipients", Outcome::Delivered),
        "Delivery" => ("delivery", "recipients", Outcome::Delivered),
        "DeliveryDelay" => ("deliveryDelay", "delayedRecipients", Outcome::Delayed),
        _ => return None,
    };
    let section = value.get(section)?;
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let mut found = Notification {
        reporting_mta: text(section, "reportingMTA").map(|m| m.trim_start_matches("dns;").trim().to_owned()),
        ..Notification::default()
    };
    let of_type = text(section, "bounceType").and_then(|kind| by_type(&kind, &text(section, "bounceSubType")?));
    let listed = section.get(list)?.as_array()?;
    found.truncated = listed.len() > limits.recipients;
    for entry in listed.iter().take(limits.recipients) {
        let address = entry.as_str().map(str::to_owned).or_else(|| text(entry, "emailAddress"))?;
        let mut recipient = Recipient { outcome, final_recipient: Address::read(&address), ..Recipient::default() };
        recipient.action = text(entry, "action").map(|a| a.parse::<Action>().unwrap_or_default());
        recipient.reported_status = text(entry, "status").and_then(|s| s.parse().ok());
        recipient.diagnostic = text(entry, "diagnosticCode").map(|d| {
            let words = d.strip_prefix("smtp;").unwrap_or(&d);
            let words = transcript::join_reply(words);
            found.truncated |= words.len() > limits.field_bytes;
            cut(&words, limits.field_bytes).to_owned()
        });
        let said = recipient.diagnostic.as_deref().map(transcript::read).unwrap_or_default();
        recipient.status = said.status.or(recipient.reported_status);
        recipient.reply = said.reply;
        recipient.command = said.command();
        // The words of the server that refused say more than SES's sorting of them; a status says more than "general".
        if recipient.diagnostic.is_none() {
            let names_a_cause = |v: &Verdict| recipient.status.is_none() || v.evidence.rule != Some(GENERAL);
            recipient.verdict = of_type.clone().filter(names_a_cause);
        }
        found.recipients.push(recipient);
    }
    if kind == "Complaint" {
        found.complaint = Some(Complaint {
            // Many providers do not say what kind, and none of them passes on anything but "this is spam".
            feedback_type: text(section, "complaintFeedbackType")
                .map_or(FeedbackType::Abuse, |t| t.parse().unwrap_or_default()),
            user_agent: text(section, "userAgent"),
            incidents: 1,
            arrival_date: text(section, "arrivalDate").and_then(|d| d.parse().ok()),
            ..Complaint::default()
        });
    }
    if let Some(mail) = value.get("mail") {
        found.original.return_path = text(mail, "source");
        found.original.date = text(mail, "timestamp").and_then(|d| d.parse().ok());
        let common = mail.get("commonHeaders").unwrap_or(&Value::Null);
        found.original.message_id = text(common, "messageId")
            .or_else(|| text(mail, "messageId"))
            .map(|id| id.trim_matches(['<', '>']).to_owned());
        found.original.subject = text(common, "subject");
        let list = |value: &Value, name: &str| -> Vec<String> {
            let all = value.get(name).and_then(Value::as_array);
            all.into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .filter_map(Address::read)
                .take(50)
                .map(|a| a.to_string())
                .collect()
        };
        found.original.from = list(common, "from").into_iter().next();
        found.original.to = list(common, "to");
    }
    (!found.recipients.is_empty()).then_some(found)
}

const GENERAL: Cow<'static, str> = Cow::Borrowed("amazon-ses/general");

/// What SES's own sorting of bounces says ("Bounce object" in its documentation of SNS notifications). Its documentation asks to remove
/// an address at once for a permanent general bounce, and does not say why: a hint that nobody is there, no more.
fn by_type(bounce_type: &str, sub_type: &str) -> Option<Verdict> {
    use Confidence::{High, Low, Medium};
    use Reason as R;
    let rule = |id| Some(Cow::Borrowed(id));
    let (reason, detail, confidence, rule) = match (bounce_type, sub_type) {
        ("Permanent", "General") => (R::UserUnknown, None, Low, Some(GENERAL)),
        ("Transient", "General") => (R::Undetermined, None, Low, Some(GENERAL)),
        (_, "NoEmail") => (R::UserUnknown, None, Medium, rule("amazon-ses/no-email")),
        (_, "Suppressed") => (R::Suppressed, Some(Detail::Bounce), High, rule("amazon-ses/suppressed")),
        (_, "OnAccountSuppressionList") => (R::Suppressed, None, High, rule("amazon-ses/on-account-suppression-list")),
        (_, "UnsubscribedRecipient") => {
            (R::Suppressed, Some(Detail::Unsubscription), High, rule("amazon-ses/unsubscribed-recipient"))
        }
        (_, "MailboxFull") => (R::MailboxFull, None, Medium, rule("amazon-ses/mailbox-full")),
        (_, "MessageTooLarge") => (R::MessageTooLarge, None, Medium, rule("amazon-ses/message-too-large")),
        (_, "ContentRejected") => (R::ContentRejected, None, Medium, rule("amazon-ses/content-rejected")),
        (_, "AttachmentRejected") => (R::ContentRejected, None, Medium, rule("amazon-ses/attachment-rejected")),
        (_, "CustomTimeoutExceeded") => (R::Expired, None, Medium, rule("amazon-ses/custom-timeout-exceeded")),
        _ => return None,
    };
    let persistence = match (bounce_type, sub_type) {
        ("Transient", "General") => Persistence::Transient,
        _ => reason.persistence(),
    };
    let text = Some(format!("{bounce_type}/{sub_type}"));
    let evidence = Evidence { basis: Basis::ReportingMta, rule, text, source: Source::Text };
    Some(Verdict { reason, detail, fault: reason.fault(), persistence, confidence, evidence })
}

/// The JSON object that a text begins with (serde_json bounds its depth).
fn first_value(text: &str) -> Option<Value> {
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if !text.starts_with('{') {
        return None;
    }
    serde_json::Deserializer::from_str(text).into_iter::<Value>().next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounce_in_an_envelope() {
        let inner = r#"{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"a@x.example","status":"5.1.1","action":"failed","diagnosticCode":"smtp; 550-5.1.1 no\n550 5.1.1 such user"}]},"mail":{"source":"b@y.example","messageId":"1"}}"#;
        let outer = serde_json::json!({"Type": "Notification", "Message": inner}).to_string();
        for text in [inner.to_owned(), format!("{outer}\n--\nIf you wish to stop")] {
            let found = read(&text, &Limits::default()).unwrap();
            assert_eq!(found.recipients[0].diagnostic.as_deref(), Some("550 5.1.1 no such user"));
            assert_eq!(found.original.return_path.as_deref(), Some("b@y.example"));
        }
        assert!(read("{}", &Limits::default()).is_none());
        assert!(read("{\"notificationType\":", &Limits::default()).is_none());
    }

    #[test]
    fn a_type_tells_where_the_diagnostic_is_missing() {
        let bounce = |kind: &str, sub: &str, said: &str| {
            let text = format!(
                r#"{{"notificationType":"Bounce","bounce":{{"bounceType":"{kind}","bounceSubType":"{sub}","bouncedRecipients":[{{"emailAddress":"a@x.example"{said}}}]}}}}"#
            );
            let verdict = read(&text, &Limits::default()).unwrap().recipients.remove(0).verdict;
            verdict.map(|v| (v.reason, v.persistence, v.confidence))
        };
        use Confidence as C;
        use Persistence as P;
        use Reason as R;
        for (kind, sub, verdict) in [
            ("Permanent", "General", (R::UserUnknown, P::Permanent, C::Low)),
            ("Permanent", "NoEmail", (R::UserUnknown, P::Permanent, C::Medium)),
            ("Permanent", "Suppressed", (R::Suppressed, P::Permanent, C::High)),
            ("Permanent", "OnAccountSuppressionList", (R::Suppressed, P::Permanent, C::High)),
            ("Transient", "General", (R::Undetermined, P::Transient, C::Low)),
            ("Transient", "MailboxFull", (R::MailboxFull, P::Transient, C::Medium)),
            ("Transient", "MessageTooLarge", (R::MessageTooLarge, P::Permanent, C::Medium)),
            ("Transient", "ContentRejected", (R::ContentRejected, P::Permanent, C::Medium)),
            ("Transient", "AttachmentRejected", (R::ContentRejected, P::Permanent, C::Medium)),
        ] {
            assert_eq!(bounce(kind, sub, ""), Some(verdict), "{kind}/{sub}");
            let diagnostic = r#","diagnosticCode":"smtp; 550 5.7.1 refused""#;
            assert_eq!(bounce(kind, sub, diagnostic), None, "the server's words are judged, in place of {kind}/{sub}");
        }
        assert_eq!(bounce("Undetermined", "Undetermined", ""), None);
        let status = r#","status":"5.1.1""#;
        assert_eq!(bounce("Permanent", "General", status), None, "a status says more");
        assert_eq!(bounce("Permanent", "Suppressed", status).map(|v| v.0), Some(R::Suppressed));
    }
}
