//! Amazon SES's notifications: JSON in a mail that SNS sends, alone or in SNS's own envelope.

use serde_json::Value;

use crate::bounce::{Action, Complaint, FeedbackType, Original, Outcome, Recipient};
use crate::fields::cut;
use crate::limits::Limits;
use crate::mailbox::Address;
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
        found.recipients.push(recipient);
    }
    if kind == "Complaint" {
        found.complaint = Some(Complaint {
            feedback_type: text(section, "complaintFeedbackType")
                .and_then(|t| t.parse().ok())
                .unwrap_or(FeedbackType::Other),
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
}
