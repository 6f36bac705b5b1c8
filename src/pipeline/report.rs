//! Delivery reports: the fields of RFC 3464, completed from the readable text beside them.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::{Beside, Context, Draft, Mail, anomaly, conclude, is_original};
use crate::attribution::Named;
use crate::bounce::{Anomaly, AnomalyKind, Attribution, Confidence, Outcome, Recipient, Source};
use crate::fields::{cut, lines};
use crate::limits::Limits;
use crate::mailbox::{Address, Mailbox};
use crate::mime::Part;
use crate::report::{dsn, mdn};
use crate::reporting_mta::{
    self, ByMailbox, Heard, Letter, Notice, Wording, may_be_over, may_hold_additions, without_additions,
};
use crate::rule::fold;
use crate::transcript;

/// Reads a delivery report that is a part of this mail, or whose fields stand in the text of one that a mail system wrote.
pub(super) fn read(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) -> bool {
    let limits = context.limits;
    if mail.marks.listed && !mail.marks.is_machine() {
        // People discuss reports on lists, and attach them.
        return false;
    }
    let parts = || mail.message.parts.iter().filter(|part| dsn::is_report_media(&part.media));
    let marks = &mail.marks;
    let forwarded = || marks.answerable && !marks.report || marks.is_no_system(&mail.message.header);
    if parts().next().is_some() && !mail.enclosed && forwarded() {
        // Or forward them, as mail programs do it that don't enclose the whole mail.
        draft.bounce.anomalies.push(anomaly(AnomalyKind::NestedReport));
        return false;
    }
    let mut report = dsn::Report::default();
    let mut ends_early = false;
    for part in parts() {
        let more = dsn::read(&part.decoded(limits.bytes), part.open, limits);
        ends_early |= more.ends_early;
        if report.recipients.is_empty() {
            report = more;
        } else {
            report.truncated |= more.truncated;
            report.recipients.extend(more.recipients);
            report.notes.extend(more.notes);
        }
    }
    let system = marks.is_daemon() || !marks.person && marks.is_like_a_report();
    if report.recipients.is_empty() && system {
        let readable = mail.readable(limits);
        // Read receipts name a recipient too.
        if let Some(fields) = fields_in_text(readable.text(), readable.lower())
            && !mdn::has_disposition(fields.as_bytes())
        {
            let may_be_cut = mail.message.parts.last().is_some_and(|p| p.open && p.media == "text/plain");
            let mut found = dsn::read(fields.as_bytes(), may_be_cut, limits);
            mail.note_cut(found.truncated);
            ends_early |= found.ends_early;
            if !found.recipients.iter().all(names_nobody) {
                let told = std::mem::take(&mut found.recipients).into_iter().zip(std::mem::take(&mut found.notes));
                (found.recipients, found.notes) = told.filter(|(recipient, _)| !names_nobody(recipient)).unzip();
                report = found;
                draft.bounce.anomalies.push(anomaly(AnomalyKind::FieldsInText));
            }
        }
    }
    if ends_early && !mail.message.broken {
        draft.bounce.anomalies.push(anomaly(AnomalyKind::BrokenMime));
    }
    let bounce = &mut draft.bounce;
    bounce.reporting_mta = report.reporting_mta;
    bounce.received_from_mta = report.received_from_mta;
    bounce.dsn_gateway = report.dsn_gateway;
    bounce.envelope_id = report.envelope_id;
    bounce.arrival_date = report.arrival_date;
    mail.note_cut(report.truncated || report.recipients.len() > limits.recipients);
    if report.recipients.is_empty() {
        return false;
    }
    bounce.recipients = report.recipients;
    bounce.recipients.truncate(limits.recipients);
    let mut notes = report.notes;
    let notice = if wants_text(context, mail, &mut bounce.recipients, &mut notes) {
        let readable = mail.readable(limits);
        let added = may_hold_additions(readable.lower());
        let wording = if added { Wording::of(&fold(readable.text())) } else { Wording::default() };
        let kept = without_additions(readable.text(), &wording);
        let (text, lower) = (&*kept, &*readable.lower_of(&kept));
        let letter = Letter { text, lower, not_recipients: &[], home: None, limits };
        let notice = reporting_mta::read(&letter, &Wording::default());
        mail.note_cut(notice.truncated);
        notice
    } else {
        Notice::default()
    };
    let mut by_mailbox = ByMailbox::new(&notice.recipients);
    draft.senders.extend(report.sender);
    let single = bounce.recipients.len() == 1;
    draft.beside.reserve_exact(bounce.recipients.len());
    for (at, (recipient, note)) in bounce.recipients.iter_mut().zip(notes).enumerate() {
        let asked_for = note.asked_for.as_ref().and_then(|a| a.mailbox().cloned());
        let heard = heard_of(recipient, asked_for.as_ref(), &mut by_mailbox)
            .or(notice.recipients.first().filter(|_| single && names_nobody(recipient)));
        let in_text = recipient.diagnostic.is_none();
        if let Some(heard) = heard {
            complete(recipient, heard);
        }
        if single && recipient.reply.is_none() && !notice.preamble.is_empty() {
            let class = recipient.status.map(|s| u16::from(s.numbers().0));
            let before = transcript::read(&notice.preamble);
            if before.reply.is_some_and(|r| class == Some(r.get() / 100)) {
                complete(recipient, &Heard { text: notice.preamble.clone(), ..Heard::new(Address::from("")) });
            }
        }
        if recipient.outcome == Outcome::Delayed && recipient.will_retry_until.is_none() && is_over(&notice, heard) {
            recipient.outcome = Outcome::Failed;
            bounce.anomalies.push(Anomaly {
                recipient: Some(at),
                said: recipient.action.map(|action| action.to_string()),
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
            texts.extend(Some(notice.preamble.clone()).filter(|t| !t.is_empty()));
        }
        draft.beside.push(Beside {
            named: Named {
                asked_for,
                expanded_from: heard.and_then(|h| h.expanded_from.clone()),
                found_by: Attribution::FinalRecipient,
            },
            in_text,
            guesses_status: note.guesses_status,
            texts,
        });
        draft.challenge |= note.diagnostic_type == dsn::DiagnosticType::Boxbe;
        bounce.anomalies.extend(note.anomalies.into_iter().map(|a| Anomaly { recipient: Some(at), ..a }));
    }
    true
}

/// Whether the text says that the trying is over: of this recipient, or by a writer that writes only then. Some call the last report
/// a delay as they did those before it.
fn is_over(notice: &Notice, heard: Option<&Heard>) -> bool {
    let said = |text: &str| Wording::of(&fold(cut(text, 1 << 10))).is_over;
    heard.is_some_and(|heard| said(&heard.text)) || said(&notice.preamble)
}

fn names_nobody(recipient: &Recipient) -> bool {
    recipient.final_recipient.is_none() && recipient.original_recipient.is_none()
}

/// What stands before a command that was answered, or around it; most texts have the first.
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
fn wants_text(context: &Context<'_>, mail: &Mail<'_>, recipients: &mut [Recipient], notes: &mut [dsn::Note]) -> bool {
    let text = &*beside(mail, context.limits);
    if let [only] = recipients
        && only.command.is_none()
    {
        let behind = |hint: usize| transcript::command(&text[line_before(text, hint)..]);
        let [first, others @ ..] = &*COMMAND_HINTS;
        // The last command counts, and that is the same behind each hint: one look from where the earliest stands.
        let earliest = || others.iter().filter_map(|hint| hint.find(text)).min();
        only.command = first.find(text).and_then(behind).or_else(|| earliest().and_then(behind));
    }
    let any = |open: &dyn Fn(&Recipient) -> bool| recipients.iter().any(open);
    if recipients.iter().zip(&*notes).any(|(recipient, note)| leaves_open(recipient, note, text))
        || recipients.len() > 1
            && any(&|r| r.command.is_none())
            && COMMANDS_OF_EACH.iter().any(|hint| hint.find(text).is_some())
        || any(&|r| r.original_recipient.is_none()) && has_expansions(text)
    {
        return true;
    }
    match (recipients, notes) {
        ([only], [note]) => !is_explained(context, mail, only, note),
        _ => false,
    }
}

/// The text beside the fields, as it stands in its part where that can be read as it is.
fn beside<'m>(mail: &'m Mail<'_>, limits: &Limits) -> Cow<'m, [u8]> {
    let mut texts = mail.message.parts.iter().take_while(|part| !is_original(&part.media)).filter(|part| is_text(part));
    match (texts.next(), texts.next()) {
        (Some(plain), None) if plain.media == "text/plain" => {
            mail.note_cut(plain.exceeds(limits.text_bytes));
            plain.decoded(limits.text_bytes)
        }
        (Some(_), _) => Cow::Borrowed(mail.readable(limits).text().as_bytes()),
        (None, _) => Cow::Borrowed(&[]),
    }
}

/// Whether a part is one that a person reads.
fn is_text(part: &Part<'_>) -> bool {
    matches!(&*part.media, "text/plain" | "text/html") && !part.alternative
}

/// Whether the fields of one recipient leave open what its text may say.
fn leaves_open(r: &Recipient, note: &dsn::Note, text: &[u8]) -> bool {
    r.diagnostic.is_none()
        || r.outcome == Outcome::Delayed && r.will_retry_until.is_none() && may_be_over(text)
        || r.reply.is_none() && note.diagnostic_type != dsn::DiagnosticType::Postfix
        || r.final_recipient.is_none()
}

/// Where the line before that of `at` begins. By lines, not octets: those are more where lines end in CRLF.
fn line_before(text: &[u8], at: usize) -> usize {
    memchr::memrchr_iter(b'\n', &text[..at]).nth(1).map_or(0, |end| end + 1)
}

/// Whether a rule knows the diagnostic's words well: then the verdict on it is the verdict on the only recipient. A success needs none.
fn is_explained(context: &Context<'_>, mail: &Mail<'_>, recipient: &mut Recipient, note: &mut dsn::Note) -> bool {
    if !matches!(recipient.outcome, Outcome::Failed | Outcome::Delayed) {
        return true;
    }
    let said = recipient.diagnostic.as_deref().unwrap_or_default();
    let (verdict, found) =
        conclude::verdict(context, mail, recipient, note.guesses_status, &[(said, Source::DeliveryStatus)], 1);
    let explained = verdict.evidence.rule.is_some() && verdict.confidence != Confidence::Low;
    if explained {
        recipient.verdict = Some(verdict);
        note.anomalies.extend(found);
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
