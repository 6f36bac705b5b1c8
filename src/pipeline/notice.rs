//! Notices in free text: they need marks of a mail system, known words, and a recipient.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use once_cell::unsync::OnceCell;

use super::{Beside, Context, Draft, Mail, conclude};
use crate::attribution::Named;
use crate::bounce::{Attribution, Outcome, Recipient};
use crate::envelope;
use crate::fields::cut;
use crate::mailbox::{Address, Mailbox};
use crate::reporting_mta::{self, Heard, Letter, Notice, Wording, without_additions};
use crate::rule::{Query, fold};
use crate::transcript;

/// Fields of a notice that say why, where its text may not.
const TELLING: [&str; 1] = ["x-spasign"];

/// A text from a mail system that is shorter than this has no room for anything but its notice, in octets.
const SHORT: usize = 400;

pub(super) fn read(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) -> bool {
    let limits = context.limits;
    let marks = &mail.marks;
    let subject = mail.subject();
    let announced = reporting_mta::is_failure_subject(subject);
    // From a mail system, or from nobody knows whom but with all the rest: an announcing subject, known words, a returned message.
    let system = marks.is_daemon() || marks.is_machine() && (marks.report || !marks.failed_recipients.is_empty());
    let stranger = announced && !marks.person && !marks.listed && !mail.enclosed;
    if !system && !stranger && !marks.automatic {
        return false;
    }
    let readable = mail.readable(limits);
    let text = readable.text();
    let wording = Wording::of(&fold(text));
    let sure =
        wording.is_known() || !marks.failed_recipients.is_empty() || wording.delayed && announced && marks.is_daemon();
    let plausible = system && (sure || announced || wording.layout.is_some())
        || marks.null_sender && marks.robot && text.len() < SHORT
        || wording.layout == Some("fml") && marks.automatic
        || stranger && wording.layout.is_some() && (text.len() < SHORT || conclude::original(context, mail).is_some());
    if !plausible {
        return false;
    }
    // An absence notice or a challenge is none, whatever words it quotes.
    if !announced && context.subject_kind(subject).is_some() {
        return false;
    }
    let not_recipients = envelope::addressees(&mail.message.header);
    let kept = without_additions(text, &wording);
    let (text, lower) = (&*kept, &*readable.lower_of(&kept));
    let letter = Letter { text, lower, not_recipients: &not_recipients, home: mail.home(), limits };
    let mut notice = reporting_mta::read(&letter, &wording);
    mail.note_cut(notice.truncated);
    let mut found_by = Attribution::Text;
    if !marks.failed_recipients.is_empty() {
        mail.note_cut(marks.failed_recipients.len() > limits.recipients);
        list_by_header(&mut notice, &marks.failed_recipients, limits.recipients);
        found_by = Attribution::FailedRecipients;
    }
    if notice.recipients.is_empty() && (sure || announced) {
        // The notice names nobody: the returned message may, if it went to one only.
        let original = conclude::original(context, mail).filter(|o| !is_mail_system(o.from.as_deref()));
        if let Some([only]) = original.as_ref().map(|o| o.to.as_slice())
            && let Some(address) = Address::read(only)
        {
            let text = std::mem::take(&mut notice.preamble);
            notice.recipients.push(Heard { text: transcript::join_reply(&text), ..Heard::new(address) });
            notice.strong |= wording.layout.is_some();
            found_by = Attribution::OriginalTo;
        }
    }
    if notice.recipients.is_empty()
        && sure
        && let Some(address) = summarized_to(text, &not_recipients)
    {
        let text = std::mem::take(&mut notice.preamble);
        notice.recipients.push(Heard { text: transcript::join_reply(&text), ..Heard::new(address) });
    }
    if notice.recipients.is_empty() || !(sure || notice.strong && announced || is_refusal(context, &notice)) {
        return false;
    }
    draft.bounce.layout = notice.layout.map(Cow::Borrowed);
    let outcome = outcome(&wording, subject);
    let preamble = transcript::join_reply(&notice.preamble);
    // What stands before all recipients is said of those of whom nothing else is.
    let (codes, command) = (OnceCell::new(), OnceCell::new());
    let codes_before = || *codes.get_or_init(|| transcript::read_codes(&preamble));
    let command_before = || *command.get_or_init(|| transcript::command(preamble.as_bytes()));
    let field = |name: &&str| mail.message.header.text(*name).map(|value| format!("{name}: {value}"));
    let told: Vec<String> = TELLING.iter().filter_map(field).collect();
    draft.bounce.recipients.reserve_exact(notice.recipients.len());
    draft.beside.reserve_exact(notice.recipients.len());
    for heard in notice.recipients {
        mail.note_cut(heard.text.len() > limits.field_bytes);
        let said = transcript::read(&heard.text);
        let alone = said.reply.is_none() && said.status.is_none();
        let (reply, status) = if alone { codes_before() } else { (said.reply, said.status) };
        let command = heard.command.or_else(|| said.command());
        draft.bounce.recipients.push(Recipient {
            outcome: heard.outcome.unwrap_or(outcome),
            final_recipient: Some(heard.address),
            status,
            reply,
            command: if alone { command.or_else(command_before) } else { command },
            remote_mta: said.host().map(str::to_owned),
            diagnostic: Some(cut(&heard.text, limits.field_bytes).to_owned()).filter(|t| !t.is_empty()),
            ..Recipient::default()
        });
        draft.beside.push(Beside {
            named: Named { asked_for: None, expanded_from: heard.expanded_from, found_by },
            in_text: true,
            texts: std::iter::once(preamble.clone()).chain(told.iter().cloned()).collect(),
        });
    }
    true
}

/// The one address of the only `To:` line, where a notice sums the message up instead of returning it.
fn summarized_to(text: &str, not_recipients: &[Mailbox]) -> Option<Address> {
    let to = |line: &str| {
        let line = line.trim();
        line.split_at_checked(3)
            .filter(|(name, _)| name.eq_ignore_ascii_case("to:"))
            .map(|(_, value)| value.trim().to_owned())
    };
    let mut lines = text.lines().filter_map(to);
    let only = lines.next().filter(|_| lines.next().is_none())?;
    let address = Address::read(&only).filter(|_| !only.contains([',', ' ']))?;
    let ours = address.mailbox().is_none_or(|mailbox| not_recipients.contains(mailbox));
    (!ours).then_some(address)
}

/// Whether the returned message is itself a mail system's: then it is what there is to read.
fn is_mail_system(from: Option<&str>) -> bool {
    from.is_some_and(|f| f.parse().is_ok_and(|m| reporting_mta::is_daemon(&m)))
}

/// `X-Failed-Recipients` lists them all; the text says what happened to each.
fn list_by_header(notice: &mut Notice, listed: &[Address], most: usize) {
    let heard = std::mem::take(&mut notice.recipients);
    let single = listed.len() == 1;
    notice.recipients = listed
        .iter()
        .take(most)
        .map(|address| {
            let same = |h: &&Heard| {
                h.address == *address || h.expanded_from.as_ref().is_some_and(|e| address.mailbox() == Some(e))
            };
            heard.iter().find(same).cloned().unwrap_or_else(|| {
                let mut texts: Vec<&str> = heard.iter().filter(|_| single).map(|h| h.text.as_str()).collect();
                // Those who were listed together share one text.
                texts.dedup();
                let text = texts.join(" ");
                Heard { text, ..Heard::new(address.clone()) }
            })
        })
        .collect();
    notice.strong = true;
}

/// Delayed, delivered or failed, by the wording of the whole; failed in doubt, as nearly all notices are.
fn outcome(wording: &Wording, subject: &str) -> Outcome {
    if !wording.delayed && !wording.is_final && (wording.delivered || is_success(subject)) {
        Outcome::Delivered
    } else if !wording.is_final && (wording.delayed || is_warning(subject)) {
        Outcome::Delayed
    } else {
        Outcome::Failed
    }
}

/// Whether a subject says that the mail is still being tried.
fn is_warning(subject: &str) -> bool {
    static HINTS: Lazy<[Finder<'static>; 3]> =
        Lazy::new(|| ["warning: message", "could not send m", "delay"].map(Finder::new));
    let words = [
        "warning: message",
        "could not send mail for",
        "could not send message for",
        "delayed",
        "(delay)",
        "delivery delay",
    ];
    says(subject, &*HINTS, &words)
}

/// Whether a subject says that the mail has arrived.
fn is_success(subject: &str) -> bool {
    static HINTS: Lazy<[Finder<'static>; 1]> = Lazy::new(|| [Finder::new("success")]);
    says(subject, &*HINTS, &["delivery has been successful", "successful mail delivery", "(success)"])
}

/// Whether one of the words stands in a subject. What stands in all of them comes first: nearly all subjects hold none.
fn says(subject: &str, hints: &[Finder<'_>], words: &[&str]) -> bool {
    hints.iter().any(|hint| hint.find(subject.as_bytes()).is_some()) && words.iter().any(|w| subject.contains(w))
}

/// Whether any text of a notice is a refusal that a code or a rule knows.
fn is_refusal(context: &Context<'_>, notice: &Notice) -> bool {
    let texts = notice.recipients.iter().map(|h| h.text.as_str()).chain([notice.preamble.as_str()]);
    texts.take(20).any(|text| {
        transcript::find_reply(text).is_some()
            || transcript::find_status(text).is_some()
            || context.rules.find(&Query { text: &fold(cut(text, 4 << 10)), ..Query::default() }).is_some()
    })
}
