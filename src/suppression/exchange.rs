//! Carrying the log over: JSON lines (feature `json`), and the CSV suppression lists that sending services give out.
//!
//! Nothing is read or written here: the caller has the file, these functions the text.

use super::event::Event;
use super::ledger::{Ledger, LedgerError};
use super::policy::Decision;
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

/// One event as a line of JSON, without its end.
///
/// ```
/// use mailbounce::{Timestamp, suppression::{Event, exchange}};
///
/// let stop = Event::stopped("kijitora@example.jp".parse()?, "asked by phone", "support", Timestamp(0));
/// let line = exchange::to_json_line(&stop);
/// assert_eq!(exchange::from_json_line(&line)?, stop);
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[cfg(feature = "json")]
#[must_use]
pub fn to_json_line(event: &Event) -> String {
    // Strings, numbers and objects with string keys: nothing that serde_json refuses.
    serde_json::to_string(event).unwrap_or_default()
}

/// An event from a line of JSON.
///
/// # Errors
///
/// It is no JSON, an address or id can't be read, or what happened is a word of a newer version.
#[cfg(feature = "json")]
pub fn from_json_line(line: &str) -> Result<Event, crate::ParseError> {
    serde_json::from_str(line).map_err(|_| crate::ParseError::new("event", "not an event in JSON", line))
}

/// A page of a ledger's events: at most `mailboxes` mailboxes behind `after`, with what is known of domains and windows too.
/// Go on with the second value until it is none.
///
/// # Errors
///
/// The ledger fails.
pub fn page(
    ledger: &(impl Ledger + ?Sized),
    after: Option<&Mailbox>,
    mailboxes: usize,
) -> Result<(Vec<Event>, Option<Mailbox>), LedgerError> {
    let names = ledger.mailboxes(after, mailboxes)?;
    let events = ledger.histories(&names)?.iter().flat_map(|h| h.events().to_vec()).collect();
    let next = names.last().filter(|_| names.len() == mailboxes).cloned();
    Ok((events, next))
}

/// What was read of a CSV list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Imported {
    /// One event "stopped by hand" for each address.
    pub events: Vec<Event>,
    /// Lines that were not read: their number from 1, and why.
    pub skipped: Vec<(usize, &'static str)>,
}

/// Names of the column with the address, folded: lower case, letters only.
const ADDRESS: &[&str] =
    &["email", "emailaddress", "address", "recipient", "subscriber", "contact", "mail", "メールアドレス"];
/// Names of columns that say why.
const REASON: &[&str] = &[
    "reason",
    "suppressionreason",
    "type",
    "status",
    "error",
    "description",
    "bouncetype",
    "code",
    "origin",
    "source",
    "category",
    "tags",
];

/// Names of columns that say whether somebody is suppressed at all.
const STATE: &[&str] = &["answer", "status", "state", "emailstatus", "subscriptionstatus"];
/// What such a column says of those who are written to: the answers of [`to_csv`] but for "stop", and the words of audience exports.
const NOT_STOPPED: &[&str] =
    &["send", "later", "hold", "subscribed", "active", "confirmed", "enabled", "valid", "deliverable", "ok"];

/// Reads a CSV suppression list as Amazon SES, Mailgun, SendGrid, Postmark, SparkPost, Mailchimp and others export it: each address
/// becomes an event "stopped by hand" at `at`, by `by`, for the reasons that the line states.
///
/// **Suppression lists only**: whoever stands in the file is stopped until released by hand. Lines whose answer or status says that
/// somebody is written to (`send`, `later` and `hold` of [`to_csv`], `subscribed`, `active` and the like) are skipped; an export of an
/// audience that has no such column stops all of it. A hold is not carried over by CSV, but by JSON lines.
///
/// The first line names the columns; without a known name for the address it is taken for data, and the first column
/// that holds an address is it. Separators are comma, semicolon or tab; quotes are as in RFC 4180.
///
/// ```
/// use mailbounce::{Timestamp, suppression::exchange};
///
/// let csv = "email,created,reason\nkijitora@example.jp,1772325000,\"550, no such user\"\n";
/// let list = exchange::from_csv(csv, "the old service", Timestamp(1_772_325_000));
/// assert_eq!(list.events.len(), 1);
/// assert_eq!(list.events[0].recipient().as_str(), "kijitora@example.jp");
/// ```
#[must_use]
pub fn from_csv(csv: &str, by: &str, at: Timestamp) -> Imported {
    let csv = csv.strip_prefix('\u{feff}').unwrap_or(csv);
    let head = csv.lines().next().unwrap_or_default();
    let count = |separator: char| head.matches(separator).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|s| (count(*s), *s == ',')).unwrap_or(',');
    let fold =
        |name: &str| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    let mut imported = Imported::default();
    let mut address: Option<usize> = None;
    let mut reasons: Vec<usize> = Vec::new();
    let mut states: Vec<usize> = Vec::new();
    for (index, (line, fields)) in records(csv, separator).into_iter().enumerate() {
        if index == 0 {
            let names: Vec<String> = fields.iter().map(|f| fold(f)).collect();
            address = names.iter().position(|n| ADDRESS.contains(&n.as_str()));
            if address.is_some() {
                let known = REASON.iter().filter_map(|r| names.iter().position(|n| n == r));
                reasons = known.collect();
                states = (0..names.len()).filter(|n| STATE.contains(&names[*n].as_str())).collect();
                continue;
            }
        }
        let parse = |text: &String| text.trim().trim_matches(['<', '>']).parse::<Mailbox>().ok();
        let found = match address {
            Some(column) => fields.get(column).and_then(parse),
            None => fields.iter().find_map(parse),
        };
        let Some(mailbox) = found else {
            if fields.iter().any(|f| !f.trim().is_empty()) {
                imported.skipped.push((line, "no address"));
            }
            continue;
        };
        if states.iter().filter_map(|s| fields.get(*s)).any(|state| NOT_STOPPED.contains(&fold(state).as_str())) {
            imported.skipped.push((line, "not stopped"));
            continue;
        }
        let stated: Vec<&str> =
            reasons.iter().filter_map(|r| fields.get(*r)).map(|f| f.trim()).filter(|f| !f.is_empty()).collect();
        let reason = if stated.is_empty() { "on an imported list".to_owned() } else { stated.join("; ") };
        imported.events.push(Event::stopped(mailbox, &reason, by, at));
    }
    imported
}

/// A CSV list of decisions, to give to a sending service: `email,answer,until,reason`.
///
/// ```
/// use mailbounce::suppression::{Decision, exchange};
///
/// let stop = Decision::stop().because("standard/user-unknown", vec![], 1);
/// let csv = exchange::to_csv([(&"kijitora@example.jp".parse()?, &stop)]);
/// assert_eq!(csv, "email,answer,until,reason\r\nkijitora@example.jp,stop,,standard/user-unknown\r\n");
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[must_use]
pub fn to_csv<'a>(decisions: impl IntoIterator<Item = (&'a Mailbox, &'a Decision)>) -> String {
    let mut csv = String::from("email,answer,until,reason\r\n");
    for (mailbox, decision) in decisions {
        let until = decision.until().map(|u| u.to_string()).unwrap_or_default();
        let rules: Vec<&str> = decision.why().iter().map(|w| w.rule.as_ref()).collect();
        for (i, field) in [mailbox.as_str(), decision.answer().as_str(), &until, &rules.join(" ")].iter().enumerate() {
            if i > 0 {
                csv.push(',');
            }
            if field.contains([',', '"', '\r', '\n', ' ']) {
                csv.push('"');
                csv += &field.replace('"', "\"\"");
                csv.push('"');
            } else {
                csv += field;
            }
        }
        csv += "\r\n";
    }
    csv
}

/// The records of a CSV text (RFC 4180), each with the number of its first line.
fn records(csv: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    let (mut records, mut fields, mut field) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut line, mut first) = (false, 1, 1);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.trim().is_empty() => {
                field.clear();
                quoted = true;
            }
            '\n' if !quoted => {
                line += 1;
                fields.push(std::mem::take(&mut field));
                records.push((first, std::mem::take(&mut fields)));
                first = line;
            }
            '\r' if !quoted => {}
            _ if c == separator && !quoted => fields.push(std::mem::take(&mut field)),
            _ => {
                line += usize::from(c == '\n');
                field.push(c);
            }
        }
    }
    if !field.is_empty() || !fields.is_empty() {
        fields.push(field);
        records.push((first, fields));
    }
    records
}
