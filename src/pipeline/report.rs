//! Delivery reports: the fields of RFC 3464, completed from the readable text beside them.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::{Beside, Context, Draft, Mail, anomaly, conclude};
use crate::attribution::Named;
use crate::bounce::{Anomaly, AnomalyKind, Attribution, Confidence, Outcome, Recipient, Source};
use crate::fields::{cut, lines};
use crate::mailbox::{Address, Mailbox};
use crate::report::dsn;
use crate::reporting_mta::{self, ByMailbox, Heard, Letter, Notice, Wording};
use crate::rule::fold;
use crate::transcript;

/// Reads a delivery report that is a part of this mail, or whose fields stand in the text of one that a mail system wrote.
pub(super) fn read(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) -> bool {
    let limits = context.limits;
    if mail.marks.listed && !mail.marks.is_machine() {
        // People discuss reports on lists, and attach them.
        return false;
    }
    let mut report = dsn::Report::default();
    for part in mail.message.parts.iter().filter(|p| dsn::is_report_media(&p.media)) {
        let more = dsn::read(&part.decoded(limits.bytes), limits);
        if report.recipients.is_empty() {
            report = more;
        } else {
            report.recipients.extend(more.recipients);
        }
    }
    if report.recipients.is_empty() && mail.marks.is_machine() {
        let readable = mail.readable(limits);
        if let Some(fields) = fields_in_text(readable.text(), readable.lower()) {
            let found = dsn::read(fields.as_bytes(), limits);
            if found.recipients.iter().any(names_somebody) {
                report = found;
                report.recipients.retain(names_somebody);
                draft.bounce.anomalies.push(anomaly(AnomalyKind::FieldsInText));
            }
        }
    }
    let bounce = &mut draft.bounce;
    bounce.reporting_mta = report.reporting_mta.take();
    bounce.received_from_mta = report.received_from_mta.take();
    bounce.dsn_gateway = report.dsn_gateway.take();
    bounce.envelope_id = report.envelope_id.take();
    bounce.arrival_date = report.arrival_date.take();
    if report.recipients.is_empty() {
        return false;
    }
    report.truncated |= report.recipients.len() > limits.recipients;
    report.recipients.truncate(limits.recipients);
    let notice = if wants_text(context, mail, &mut report.recipients) {
        let readable = mail.readable(limits);
        let (text, lower) = (readable.text(), readable.lower());
        let letter = Letter { text, lower, not_recipients: &[], home: None, cap: limits.recipients };
        reporting_mta::read(&letter, &Wording::default())
    } else {
        Notice::default()
    };
    let mut by_mailbox = ByMailbox::new(&notice.recipients);
    let bounce = &mut draft.bounce;
    bounce.truncated |= report.truncated;
    draft.senders.extend(report.sender.and_then(|s| s.parse::<Mailbox>().ok()));
    let single = report.recipients.len() == 1;
    bounce.recipients.reserve_exact(report.recipients.len());
    draft.beside.reserve_exact(report.recipients.len());
    for mut entry in report.recipients {
        let asked_for = entry.asked_for.as_ref().and_then(|a| a.mailbox().cloned());
        let heard = heard_of(&entry.recipient, asked_for.as_ref(), &mut by_mailbox)
            .or(notice.recipients.first().filter(|_| single && names_nobody(&entry)));
        if let Some(heard) = heard {
            complete(&mut entry.recipient, heard);
        }
        if single && entry.recipient.reply.is_none() && !notice.preamble.is_empty() {
            let class = entry.recipient.status.map(|s| u16::from(s.numbers().0));
            let before = transcript::read(&notice.preamble);
            if before.reply.is_some_and(|r| class == Some(r.get() / 100)) {
                complete(
                    &mut entry.recipient,
                    &Heard { text: notice.preamble.clone(), ..Heard::new(Address::from("")) },
                );
            }
        }
        if entry.recipient.outcome == Outcome::Delayed
            && entry.recipient.will_retry_until.is_none()
            && is_over(&notice, heard)
        {
            entry.recipient.outcome = Outcome::Failed;
            draft.bounce.anomalies.push(Anomaly {
                recipient: Some(draft.bounce.recipients.len()),
                said: entry.recipient.action.map(|action| action.to_string()),
                used: Some(Outcome::Failed.to_string()),
                ..anomaly(AnomalyKind::ActionConflict)
            });
        }
        let mut texts: Vec<String> = heard.iter().map(|h| h.text.clone()).filter(|t| !t.is_empty()).collect();
        if single {
            // One recipient: all of the text is about it.
            texts.extend(
                notice
                    .recipients
                    .iter()
                    .map(|h| h.text.clone())
                    .filter(|t| !t.is_empty() && !texts.contains(t))
                    .take(2)
                    .collect::<Vec<_>>(),
            );
            texts.extend(Some(cut(&notice.preamble, limits.field_bytes).to_owned()).filter(|t| !t.is_empty()));
        }
        draft.beside.push(Beside {
            named: Named {
                asked_for,
                expanded_from: heard.and_then(|h| h.expanded_from.clone()),
                found_by: Attribution::FinalRecipient,
            },
            texts,
        });
        draft.challenge |= entry.diagnostic_type == dsn::DiagnosticType::Boxbe;
        let at = draft.bounce.recipients.len();
        draft.bounce.anomalies.extend(entry.anomalies.into_iter().map(|a| Anomaly { recipient: Some(at), ..a }));
        draft.bounce.recipients.push(entry.recipient);
    }
    true
}

/// Whether the text says that the trying is over: of this recipient, or by a writer that writes only then. Some call the last report
/// a delay as they did those before it.
fn is_over(notice: &Notice, heard: Option<&Heard>) -> bool {
    let said = |text: &str| Wording::of(&fold(cut(text, 1 << 10))).is_over;
    heard.is_some_and(|heard| said(&heard.text)) || said(&notice.preamble)
}

fn names_somebody(entry: &dsn::Entry) -> bool {
    !names_nobody(entry)
}

fn names_nobody(entry: &dsn::Entry) -> bool {
    entry.recipient.final_recipient.is_none() && entry.recipient.original_recipient.is_none()
}

/// What stands before a command that was answered, or around it.
static COMMAND_HINTS: Lazy<[Finder<'static>; 5]> =
    Lazy::new(|| [b"in reply".as_slice(), b">>> ", b"after ", b"ommand", b"refused"].map(Finder::new));

/// What is said of the command of each recipient.
static COMMANDS_OF_EACH: Lazy<[Finder<'static>; 3]> =
    Lazy::new(|| [b"in reply".as_slice(), b">>> ", b"mail server after "].map(Finder::new));

/// `expanded from` and `generated from`, which say what address a recipient comes from.
fn has_expansions(text: &[u8]) -> bool {
    static FROM: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"ed from"));
    FROM.find_iter(text).any(|at| text[..at].ends_with(b"expand") || text[..at].ends_with(b"generat"))
}

/// Whether the fields leave something open that the readable text may say. The SMTP command of a single recipient is taken from
/// the text as it stands, which costs less than reading it.
fn wants_text(context: &Context<'_>, mail: &Mail<'_>, entries: &mut [dsn::Entry]) -> bool {
    let text = mail.message.parts.iter().find(|p| p.media == "text/plain").map_or(&[][..], |p| p.body);
    let text = &text[..text.len().min(context.limits.field_bytes)];
    if let [entry] = entries
        && entry.recipient.command.is_none()
    {
        let near = |hint: &Finder<'_>| transcript::command(&text[line_before(text, hint.find(text)?)..]);
        entry.recipient.command = COMMAND_HINTS.iter().find_map(near);
    }
    let any = |open: &dyn Fn(&Recipient) -> bool| entries.iter().any(|entry| open(&entry.recipient));
    let several = entries.len() > 1;
    entries.iter().any(leaves_open)
        || several && any(&|r| r.command.is_none()) && COMMANDS_OF_EACH.iter().any(|hint| hint.find(text).is_some())
        || any(&|r| r.original_recipient.is_none()) && has_expansions(text)
        || !several && entries.first_mut().is_some_and(|only| !is_explained(context, mail, only))
}

/// Whether the fields of one recipient leave open what its text may say.
fn leaves_open(entry: &dsn::Entry) -> bool {
    let r = &entry.recipient;
    r.diagnostic.is_none()
        || r.outcome == Outcome::Delayed && r.will_retry_until.is_none()
        || r.reply.is_none() && entry.diagnostic_type != dsn::DiagnosticType::Postfix
        || r.final_recipient.is_none()
}

/// Where the line before that of `at` begins. By lines, not octets: those are more where lines end in CRLF.
fn line_before(text: &[u8], at: usize) -> usize {
    memchr::memrchr_iter(b'\n', &text[..at]).nth(1).map_or(0, |end| end + 1)
}

/// Whether a rule knows the diagnostic's words well: then the verdict on it is the verdict on the only recipient.
fn is_explained(context: &Context<'_>, mail: &Mail<'_>, entry: &mut dsn::Entry) -> bool {
    if !matches!(entry.recipient.outcome, Outcome::Failed | Outcome::Delayed) {
        return false;
    }
    let said = entry.recipient.diagnostic.as_deref().unwrap_or_default();
    let (verdict, found) = conclude::verdict(context, mail, &entry.recipient, &[(said, Source::DeliveryStatus)]);
    let explained = verdict.evidence.rule.is_some() && verdict.confidence != Confidence::Low;
    if explained {
        entry.recipient.verdict = Some(verdict);
        entry.anomalies.extend(found);
    }
    explained
}

/// The lines of a text from the first report field on, if there is one (a report that lost its MIME parts).
fn fields_in_text<'t>(text: &'t str, lower: &str) -> Option<&'t str> {
    static NAMING: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"l-recipient:"));
    NAMING.find(lower.as_bytes())?;
    let mut first = None;
    let mut named = false;
    for (at, line) in lines(lower) {
        let line = line.trim_start();
        let names = line.starts_with("final-recipient:") || line.starts_with("original-recipient:");
        if names || line.starts_with("reporting-mta:") {
            first = first.or(Some(at));
            named |= names;
        }
    }
    first.filter(|_| named).and_then(|at| text.get(at..))
}

/// What the text says of a recipient of the report; each piece of it is used once, however often a report names one address.
fn heard_of<'n>(recipient: &Recipient, asked_for: Option<&Mailbox>, heard: &mut ByMailbox<'n>) -> Option<&'n Heard> {
    let mailbox = |address| Option::as_ref(address).and_then(Address::mailbox);
    let names = [mailbox(&recipient.final_recipient), asked_for, mailbox(&recipient.original_recipient)];
    names.into_iter().flatten().find_map(|name| heard.take(name))
}

/// Fills what the fields leave open.
fn complete(recipient: &mut Recipient, heard: &Heard) {
    let said = transcript::read(&heard.text);
    if recipient.final_recipient.is_none() && recipient.original_recipient.is_none() {
        recipient.final_recipient = Some(heard.address.clone());
    }
    recipient.command = recipient.command.or(heard.command).or_else(|| said.command());
    let class = recipient.status.map(|s| u16::from(s.numbers().0));
    if recipient.reply.is_none() {
        recipient.reply = said.reply.filter(|r| class.is_none_or(|c| c == r.get() / 100));
    }
    // The peer's own code, where the diagnostic has one, is not bettered by what others say of it.
    let stated = |diagnostic: &String| transcript::find_status(diagnostic).is_some();
    if let Some(status) = said.status
        && recipient.status.is_none_or(|s| s.specificity() < status.specificity())
        && !recipient.diagnostic.as_ref().is_some_and(stated)
    {
        recipient.status = Some(status);
    }
    if recipient.remote_mta.is_none() {
        recipient.remote_mta = said.host().map(str::to_owned);
    }
    if recipient.diagnostic.is_none() && !heard.text.is_empty() {
        recipient.diagnostic = Some(heard.text.clone());
    }
}
