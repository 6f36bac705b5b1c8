//! Delivery reports: RFC 3464 and RFC 1894, RFC 6533, and what mail systems make of them.
//!
//! Field by field and recipient by recipient: one that is odd never costs another.

use std::borrow::Cow;

use crate::bounce::{Action, Anomaly, AnomalyKind, Outcome, Recipient};
use crate::field_name::{Name, Names};
use crate::fields::{Fields, Value, append, cut, unescaped};
use crate::lanes::{self, is};
use crate::limits::Limits;
use crate::mailbox::{Address, Mailbox, decode_xtext};
use crate::mime;
use crate::pieces;
use crate::reply::ReplyCode;
use crate::status::{EnhancedStatus, StatusClass};
use crate::time::Timestamp;
use crate::transcript;

/// A delivery report's own words.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) reporting_mta: Option<String>,
    pub(crate) received_from_mta: Option<String>,
    pub(crate) dsn_gateway: Option<String>,
    pub(crate) envelope_id: Option<String>,
    pub(crate) arrival_date: Option<Timestamp>,
    /// The envelope sender of the returned message, where the report names it (`X-Postfix-Sender` and its like).
    pub(crate) sender: Option<Mailbox>,
    pub(crate) recipients: Vec<Recipient>,
    /// One for each of the recipients.
    pub(crate) notes: Vec<Note>,
    /// It ends before it says what became of its last recipient, who is left out.
    pub(crate) ends_early: bool,
    /// It names more than are read.
    full: bool,
    /// A cap was met.
    pub(crate) truncated: bool,
}

/// What else the fields of a recipient say.
#[derive(Debug, Default)]
pub(crate) struct Note {
    /// The address that the report says delivery was asked for, where `X-Actual-Recipient` says where it failed.
    pub(crate) asked_for: Option<Address>,
    /// Where it failed, by `X-Actual-Recipient` (sendmail).
    actual: Option<Address>,
    pub(crate) diagnostic_type: DiagnosticType,
    /// The reporting MTA made the status of the reply code alone.
    pub(crate) guesses_status: bool,
    /// What was odd about these fields; the place among all recipients is not known yet.
    pub(crate) anomalies: Vec<Anomaly>,
    /// More is said of it than is kept.
    cut: bool,
}

/// The types of diagnostics (RFC 3464 s2.1.1) that say more than their words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum DiagnosticType {
    /// Postfix's own words, not a server's.
    Postfix,
    /// A challenge by Boxbe.
    Boxbe,
    /// `SMTP`, as Sendmail alone writes it.
    Sendmail,
    #[default]
    Other,
}

impl DiagnosticType {
    fn of(name: &str) -> Self {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if name == "SMTP" {
            Self::Sendmail
        } else if is("x-postfix") {
            Self::Postfix
        } else if is("x-boxbe-notice") {
            Self::Boxbe
        } else {
            Self::Other
        }
    }
}

/// Whether a media type is a delivery report's (also with the names that old and odd systems give it).
pub(crate) fn is_report_media(media: &str) -> bool {
    matches!(
        media,
        "message/delivery-status"
            | "message/global-delivery-status"
            | "message/xdelivery-status"
            | "text/delivery-status"
            | "delivery-status"
    )
}

/// What stands before the `;` of `type; value`, and after it; the type may be missing.
fn typed(value: &str) -> (Option<&str>, &str) {
    let value = value.trim_ascii();
    let Some(at) = value.bytes().take(80).position(|b| b == b';') else { return (None, value) };
    let (kind, rest) = (pieces::before(value, at).trim_ascii(), pieces::from(value, at + 1).trim_ascii());
    if kind.is_empty() {
        (None, rest)
    } else if kind.len() <= 40 && !kind.bytes().any(|b| b == b' ') {
        (Some(kind), rest)
    } else {
        (None, value)
    }
}

/// A host field (RFC 3464 s2.1.2) without its type, comment and brackets.
fn host(value: &str) -> Option<String> {
    let (_, name) = typed(value);
    let name = pieces::trim_start_matches(name, |c| matches!(c, ' ' | '(' | '['));
    let ends = |lane| is(lane, b' ') | is(lane, b'(') | is(lane, b'[');
    let name = pieces::before(name, lanes::find(name.as_bytes(), ends).unwrap_or(name.len()));
    let name = name.trim_matches(|c| matches!(c, '<' | '>' | '.' | ';' | ',' | ']' | ')' | '"'));
    (!name.is_empty()).then(|| cut(name, 255).to_owned())
}

fn action(value: &str) -> Action {
    let word = value.trim_ascii_start();
    let word =
        pieces::before(word, word.bytes().position(|b| matches!(b, b' ' | b'(' | b';' | b'\t')).unwrap_or(word.len()));
    let is = |known: &[&str]| pieces::is_one_of(word, known);
    if is(&["failed", "error", "undeliverable", "fail", "failure"]) {
        Action::Failed
    } else if is(&["delivered", "deliverable"]) {
        Action::Delivered
    } else if is(&["delayed", "delay"]) {
        Action::Delayed
    } else {
        word.to_ascii_lowercase().parse().unwrap_or(Action::Other)
    }
}

/// The diagnostic's words, decoded; RFC 3464 s2.3.6 wants US-ASCII, RFC 6533 allows UTF-8, some encode as RFC 2047.
fn diagnostic_text(value: Value<'_>) -> Cow<'_, str> {
    if mime::is_encoded(value.raw) { mime::unstructured(value).into() } else { unescaped(value.unfolded()) }
}

/// The fields of RFC 3464 s2.2 and s2.3, and what mail systems add.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    ReportingMta,
    ReceivedFromMta,
    DsnGateway,
    OriginalEnvelopeId,
    ArrivalDate,
    Sender,
    FinalRecipient,
    OriginalRecipient,
    ActualRecipient,
    Action,
    Status,
    RemoteMta,
    DiagnosticCode,
    SupplementaryInfo,
    LastAttemptDate,
    WillRetryUntil,
    FinalLogId,
    Other,
}

static FIELDS: Names<Field> = Names::new(&[
    (Name::of("reporting-mta"), Field::ReportingMta),
    (Name::of("received-from-mta"), Field::ReceivedFromMta),
    (Name::of("dsn-gateway"), Field::DsnGateway),
    (Name::of("original-envelope-id"), Field::OriginalEnvelopeId),
    (Name::of("arrival-date"), Field::ArrivalDate),
    (Name::of("final-recipient"), Field::FinalRecipient),
    (Name::of("original-recipient"), Field::OriginalRecipient),
    (Name::of("x-actual-recipient"), Field::ActualRecipient),
    (Name::of("action"), Field::Action),
    (Name::of("status"), Field::Status),
    (Name::of("remote-mta"), Field::RemoteMta),
    (Name::of("diagnostic-code"), Field::DiagnosticCode),
    (Name::of("x-supplementary-info"), Field::SupplementaryInfo),
    (Name::of("x-supplementary-infos"), Field::SupplementaryInfo),
    (Name::of("last-attempt-date"), Field::LastAttemptDate),
    (Name::of("will-retry-until"), Field::WillRetryUntil),
    (Name::of("final-log-id"), Field::FinalLogId),
]);

impl Field {
    fn of(name: Name<'_>) -> Self {
        if let Some(field) = FIELDS.find(name) {
            return field;
        }
        // `X-Postfix-Sender` and its like.
        let name = name.bytes();
        let starts = name.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(b"x-"));
        let ends = name.len().checked_sub(7).is_some_and(|at| name[at..].eq_ignore_ascii_case(b"-sender"));
        if starts && ends { Self::Sender } else { Self::Other }
    }
}

/// Reads the body of a delivery report. Where that may be cut, a recipient at its end of whom it is not said what became of it is none.
pub(crate) fn read(body: &[u8], may_be_cut: bool, limits: &Limits) -> Report {
    let mut report = Report::default();
    let mut rest = body;
    // Whether the fields that follow belong to the last of the recipients.
    let mut open = false;
    let mut block = Fields::new(limits.field_bytes);
    while !rest.is_empty() && !report.full {
        rest = block.reread(rest);
        let names_one =
            block.has("final-recipient") || block.has("original-recipient") || block.has("x-actual-recipient");
        if names_one && open && report.awaits_name() {
            report.prefer(&block);
        } else if names_one || !open && (block.has("action") || block.has("status")) {
            report.close(open, limits);
            report.open();
            open = true;
        }
        for (name, value) in block.iter() {
            let field = Field::of(name);
            if per_message(&mut report, field, value) {
                continue;
            }
            if open && report.recipients.last().is_some_and(|recipient| begins_another(recipient, field, &block)) {
                report.close(open, limits);
                open = false;
            }
            if !open {
                report.open();
                open = true;
            }
            let (Some(recipient), Some(note)) = (report.recipients.last_mut(), report.notes.last_mut()) else { break };
            if let Err(said) = per_recipient(recipient, note, field, value, limits) {
                note.anomalies.push(Anomaly {
                    kind: AnomalyKind::UnreadableField,
                    said: Some(format!("{}: {said}", String::from_utf8_lossy(name.bytes()).to_ascii_lowercase())),
                    ..Anomaly::default()
                });
            }
        }
        report.truncated |= block.was_cut();
    }
    let untold = |r: &Recipient| r.action.is_none() && r.reported_status.is_none();
    report.ends_early = open && may_be_cut && report.recipients.last().is_some_and(untold);
    if report.ends_early {
        report.forget();
    } else {
        report.close(open, limits);
    }
    report.truncated |= report.full || report.notes.iter().any(|note| note.cut);
    report
}

/// A second naming of a recipient within one block: the blank line between two recipients is missing.
fn begins_another(r: &Recipient, field: Field, block: &Fields<'_>) -> bool {
    let names_several = || block.all("final-recipient").nth(1).is_some();
    match field {
        Field::FinalRecipient => r.final_recipient.is_some(),
        // It comes first of the fields that MTAs write; but not all keep that order, so it must look like the next in a row.
        Field::OriginalRecipient => {
            r.original_recipient.is_some()
                || r.final_recipient.is_some() && r.action.is_some() && r.reported_status.is_some() && names_several()
        }
        _ => false,
    }
}

impl Report {
    /// Begins a recipient.
    fn open(&mut self) {
        if self.recipients.is_empty() {
            // Most reports are on one.
            self.recipients = Vec::with_capacity(1);
            self.notes = Vec::with_capacity(1);
        }
        self.recipients.push(Recipient::default());
        self.notes.push(Note::default());
    }

    /// Whether the last recipient has no name yet: its fields stood among those of the message (Boxbe).
    fn awaits_name(&self) -> bool {
        let named = |(r, note): (&Recipient, &Note)| {
            r.final_recipient.is_some() || r.original_recipient.is_some() || note.actual.is_some()
        };
        !self.recipients.last().zip(self.notes.last()).is_some_and(named)
    }

    /// Lets the fields of this block, which names the last recipient, stand for those before it.
    fn prefer(&mut self, block: &Fields<'_>) {
        let Some(r) = self.recipients.last_mut() else { return };
        r.action = r.action.filter(|_| !block.has("action"));
        r.reported_status = r.reported_status.filter(|_| !block.has("status"));
        r.diagnostic = r.diagnostic.take().filter(|_| !block.has("diagnostic-code"));
    }

    /// Takes the last recipient back.
    fn forget(&mut self) {
        self.recipients.pop();
        self.notes.pop();
    }

    /// Ends the last recipient, if it is `open`; one of whom nothing is said is none.
    fn close(&mut self, open: bool, limits: &Limits) {
        let count = self.recipients.len();
        let (true, Some(r), Some(note)) = (open, self.recipients.last_mut(), self.notes.last_mut()) else { return };
        if let Some(actual) = note.actual.take() {
            // The final recipient is then the address that was asked for.
            note.asked_for = r.final_recipient.replace(actual);
        }
        let says_nothing = r.final_recipient.is_none()
            && r.original_recipient.is_none()
            && r.action.is_none()
            && r.reported_status.is_none()
            && r.diagnostic.is_none();
        if says_nothing || count > limits.recipients {
            self.full |= !says_nothing;
            self.forget();
            return;
        }
        finish(r);
        note.guesses_status = note.diagnostic_type == DiagnosticType::Sendmail && is_guessed(r);
        note.anomalies.extend(conflict(r));
    }
}

/// Whether a status is the one that Sendmail gives a reply without any: whatever the words of a 550 are, nobody is there.
fn is_guessed(r: &Recipient) -> bool {
    let condition = r.reported_status.map(EnhancedStatus::condition);
    let guess = matches!(
        (r.reply.map(ReplyCode::get), condition),
        (Some(550), Some((1, 1))) | (Some(551), Some((1, 6))) | (Some(553), Some((1, 3)))
    );
    guess && r.diagnostic.as_deref().is_some_and(|said| transcript::find_status(said).is_none())
}

/// An action and a status that contradict each other.
fn conflict(r: &Recipient) -> Option<Anomaly> {
    let (action, status) = (r.action?, r.reported_status?);
    let contradicts = match action {
        Action::Failed => status.class() == StatusClass::Success,
        Action::Delayed => status.class() != StatusClass::PersistentTransient,
        Action::Delivered | Action::Relayed | Action::Expanded => status.class() != StatusClass::Success,
        _ => false,
    };
    contradicts.then(|| Anomaly {
        kind: AnomalyKind::ActionConflict,
        said: Some(status.to_string()),
        used: Some(action.to_string()),
        ..Anomaly::default()
    })
}

/// Reads a field of the message (RFC 3464 s2.2); false if it is none.
fn per_message(report: &mut Report, field: Field, value: Value<'_>) -> bool {
    let text = || value.unfolded();
    match field {
        Field::ReportingMta => report.reporting_mta = report.reporting_mta.take().or_else(|| host(&text())),
        Field::ReceivedFromMta => report.received_from_mta = host(&text()),
        Field::DsnGateway => report.dsn_gateway = host(&text()),
        Field::OriginalEnvelopeId => report.envelope_id = Some(decode_xtext(text().trim())).filter(|id| !id.is_empty()),
        Field::ArrivalDate => report.arrival_date = mime::date(&text()),
        Field::Sender => report.sender = Address::read_field(&text()).and_then(Address::into_mailbox),
        _ => return false,
    }
    true
}

/// Reads a field of one recipient (RFC 3464 s2.3). The error is the text of a field that could not be read.
fn per_recipient(
    r: &mut Recipient,
    note: &mut Note,
    field: Field,
    value: Value<'_>,
    limits: &Limits,
) -> Result<(), String> {
    let text = || value.unfolded();
    let unreadable = |text: &str| cut(text, 200).to_owned();
    match field {
        Field::FinalRecipient => r.final_recipient = Address::read_field(&text()),
        Field::OriginalRecipient => r.original_recipient = Address::read_field(&text()),
        Field::ActualRecipient => {
            note.actual = Address::read_field(&text()).filter(|a| a.mailbox().is_some());
        }
        Field::Action => r.action = r.action.or_else(|| Some(action(&text()))),
        Field::Status => {
            let text = text();
            let status = |text: &str| transcript::find_status(text).or_else(|| two_class(text));
            let found = status(&text).or_else(|| status(&text.replace(". ", ".")));
            match found {
                Some(status) if r.reported_status.is_none() => r.reported_status = Some(status),
                Some(_) => {}
                None if text.is_empty() => {}
                None => return Err(unreadable(&text)),
            }
        }
        Field::RemoteMta => r.remote_mta = host(&text()),
        Field::DiagnosticCode => {
            let text = diagnostic_text(value);
            let (kind, words) = typed(&text);
            let words = if words.eq_ignore_ascii_case("(null)") { "" } else { words };
            if r.diagnostic.as_deref().is_none_or(str::is_empty) && !words.is_empty() {
                note.diagnostic_type = kind.map_or(DiagnosticType::Other, DiagnosticType::of);
                r.diagnostic = Some(transcript::join_reply(words));
            }
        }
        Field::SupplementaryInfo => {
            note.cut |= !append(r.diagnostic.get_or_insert_default(), ' ', &text(), limits.field_bytes);
        }
        Field::LastAttemptDate => {
            let text = text();
            r.last_attempt = mime::date(&text);
            if r.last_attempt.is_none() && !text.is_empty() {
                return Err(unreadable(&text));
            }
        }
        Field::WillRetryUntil => r.will_retry_until = mime::date(&text()),
        Field::FinalLogId => r.final_log_id = Some(text().into_owned()).filter(|t| !t.is_empty()),
        _ => {}
    }
    Ok(())
}

/// `2.x.x` in a Status field: [`transcript`] looks for refusals only.
fn two_class(text: &str) -> Option<EnhancedStatus> {
    text.split([' ', '(', ';']).next().unwrap_or_default().trim_matches(['#', '.']).parse().ok()
}

/// Fills what follows from the fields of one recipient.
fn finish(r: &mut Recipient) {
    if let Some(diagnostic) = r.diagnostic.as_deref() {
        let said = transcript::read(diagnostic);
        // A success report quotes the reply that took the message.
        let done = matches!(r.action, Some(Action::Delivered | Action::Relayed | Action::Expanded));
        let taken = diagnostic
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .filter(|code| done && code.starts_with('2') && code.len() == 3)
            .and_then(|code| code.parse().ok());
        r.reply = said.reply.or(taken);
        r.command = said.command();
        r.status = match (said.status, r.reported_status) {
            (Some(said), Some(field)) if said.specificity() < field.specificity() => Some(field),
            (said, field) => said.or(field),
        };
        if r.remote_mta.is_none() {
            r.remote_mta = said.host().filter(|host| host.contains('.')).map(str::to_owned);
        }
    } else {
        r.status = r.reported_status;
    }
    r.outcome = match (r.action, r.reported_status.map(EnhancedStatus::class)) {
        (Some(Action::Failed | Action::Expired), _) => Outcome::Failed,
        (Some(Action::Delayed), _) => Outcome::Delayed,
        (Some(Action::Delivered), _) => Outcome::Delivered,
        (Some(Action::Relayed), _) => Outcome::Relayed,
        (Some(Action::Expanded), _) => Outcome::Expanded,
        (_, Some(StatusClass::Success)) => Outcome::Delivered,
        (_, Some(StatusClass::PersistentTransient)) if r.will_retry_until.is_some() => Outcome::Delayed,
        (_, Some(StatusClass::PersistentTransient)) => Outcome::Delayed,
        (_, Some(StatusClass::Permanent)) => Outcome::Failed,
        (_, None) => match r.reply {
            Some(reply) if reply.is_transient() => Outcome::Delayed,
            _ => Outcome::Failed,
        },
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(body: &str) -> Report {
        read(body.as_bytes(), false, &Limits::default())
    }

    #[test]
    fn odd_fields_cost_nothing_else() {
        let r = report(
            "Reporting-MTA:dns;mx.example.jp\nArrival-Date: yesterday\n\nFINAL-RECIPIENT: RFC822; <A@example.jp>\nAction: FAILED (bad destination mailbox)\nStatus: 5.1.1 (unknown)\nLast-Attempt-Date: never\nDiagnostic-Code: smtp; 550-5.1.1 no\n 550 5.1.1 such user\n\n\nStatus: nonsense\nFinal-Recipient: b@example.jp\n",
        );
        assert_eq!(r.reporting_mta.as_deref(), Some("mx.example.jp"));
        assert_eq!(r.recipients.len(), 2);
        let a = &r.recipients[0];
        assert_eq!(a.final_recipient.as_ref().unwrap().as_str(), "A@example.jp");
        assert_eq!((a.outcome, a.action), (Outcome::Failed, Some(Action::Failed)));
        assert_eq!(a.diagnostic.as_deref(), Some("550 5.1.1 no such user"));
        assert_eq!(a.reply.unwrap().get(), 550);
        assert_eq!(r.recipients[1].final_recipient.as_ref().unwrap().as_str(), "b@example.jp");
        assert_eq!(r.notes.iter().map(|note| note.anomalies.len()).collect::<Vec<_>>(), [1, 1]);
    }

    #[test]
    fn one_block_of_two_recipients() {
        let r = report(
            "Reporting-MTA: dns; x\nOriginal-Recipient: rfc822;o@a.example\nFinal-Recipient: rfc822; a@a.example\nAction: failed\nStatus: 5.0.0\nOriginal-Recipient: rfc822;p@a.example\nFinal-Recipient: rfc822; b@a.example\nAction: delayed\nStatus: 4.4.1\n",
        );
        let got: Vec<_> =
            r.recipients.iter().map(|r| (r.original_recipient.as_ref().unwrap().as_str(), r.outcome)).collect();
        assert_eq!(got, [("o@a.example", Outcome::Failed), ("p@a.example", Outcome::Delayed)]);
    }

    #[test]
    fn fields_before_the_name() {
        let r = report(
            "Reporting-MTA: dns; x\nRemote-MTA: dns; mx.a.example\nAction: failed\nStatus: 5.0.0\n\nFinal-Recipient: rfc822; a@a.example\nStatus: 5.7.1\n\nFinal-Recipient: rfc822; b@a.example\nAction: delayed\n",
        );
        let got: Vec<_> = r.recipients.iter().map(|r| (r.outcome, r.status.map(|s| s.to_string()))).collect();
        assert_eq!(got, [(Outcome::Failed, Some("5.7.1".into())), (Outcome::Delayed, None)]);
        assert_eq!(r.recipients[0].remote_mta.as_deref(), Some("mx.a.example"));
    }

    #[test]
    fn fields_in_any_order() {
        let r = report(
            "Status: 5.1.1\nX-Actual-Recipient: rfc822; real@a.example\nAction: failed\nFinal-Recipient: rfc822; a@a.example\nOriginal-Recipient: rfc822; o@a.example\n",
        );
        assert_eq!(r.recipients.len(), 1);
        assert_eq!(r.recipients[0].final_recipient.as_ref().unwrap().as_str(), "real@a.example");
        assert_eq!(r.notes[0].asked_for.as_ref().unwrap().as_str(), "a@a.example");
    }

    #[test]
    fn odd_statuses() {
        for odd in ["5. 1. 1", "#5.1.1.", "5.1.1 (unknown)"] {
            let r = report(&format!("Final-Recipient: rfc822; a@a.example\nStatus: {odd}\n"));
            assert_eq!(r.recipients[0].status.unwrap().to_string(), "5.1.1", "{odd}");
        }
    }

    #[test]
    fn a_status_made_of_a_code() {
        let guesses = |kind: &str, status: &str, said: &str| {
            let fields =
                format!("Final-Recipient: RFC822; a@a.example\nStatus: {status}\nDiagnostic-Code: {kind}; {said}\n");
            report(&fields).notes[0].guesses_status
        };
        assert!(guesses("SMTP", "5.1.1", "550 Rejected") && guesses("SMTP", "5.1.3", "553 Rejected"));
        assert!(!guesses("smtp", "5.1.1", "550 Rejected"));
        assert!(!guesses("SMTP", "5.1.1", "550 5.1.1 Rejected"));
        assert!(!guesses("SMTP", "5.7.1", "550 Rejected"));
        assert!(!guesses("SMTP", "5.1.1", "554 Rejected"));
    }

    #[test]
    fn one_that_is_cut() {
        let whole = "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@a.example\nAction: failed\nStatus: 5.1.1\n\nFinal-Recipient: rfc822; b@a.example\nStatus: 5.2.2\n";
        let cut_behind = |line: &str, may_be_cut| {
            let end = whole.find(line).unwrap() + line.len();
            let r = read(&whole.as_bytes()[..end], may_be_cut, &Limits::default());
            (r.recipients.len(), r.ends_early)
        };
        assert_eq!(cut_behind("Status: 5.1.1\n\n", true), (1, false));
        assert_eq!(cut_behind("b@a.example\n", true), (1, true));
        assert_eq!(cut_behind("b@a.example\n", false), (2, false));
        assert_eq!(cut_behind("Status: 5.2.2\n", true), (2, false));
    }

    #[test]
    fn a_blank_line_inside_a_recipient() {
        let r =
            report("Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; a@a.example\n\nAction: failed\nStatus: 5.1.1\n");
        assert_eq!(r.recipients.len(), 1);
        assert_eq!(r.recipients[0].status.unwrap().to_string(), "5.1.1");
    }

    #[test]
    fn the_diagnostic_says_it_better() {
        let r = report(
            "Final-Recipient: rfc822; a@a.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.1 x\n",
        );
        let a = &r.recipients[0];
        assert_eq!(a.status.unwrap().to_string(), "5.1.1");
        assert_eq!(a.reported_status.unwrap().to_string(), "5.0.0");
    }
}
