//! Notices in free text: they need marks of a mail system, known words, and a recipient.

use std::borrow::Cow;

use once_cell::unsync::OnceCell;

use super::evidence::Evidence;
use super::{Beside, Context, Draft, Mail, conclude, outcome};
use crate::attribution::Named;
use crate::bounce::{Attribution, Outcome, Recipient};
use crate::envelope;
use crate::fields::cut;
use crate::mailbox::{Address, Mailbox};
use crate::reply::ReplyCode;
use crate::reporting_mta::{self, Heard, Letter, Notice, without_additions};
use crate::return_path;
use crate::rule::{Query, fold};
use crate::transcript;

/// Fields of a notice that say why, where its text may not.
const TELLING: [&str; 1] = ["x-spasign"];

pub(super) fn read(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) -> bool {
    let Some(evidence) = Evidence::of(context, mail) else { return false };
    let Some((notice, found_by)) = named(context, mail, &evidence) else { return false };
    let outcome = outcome::of(&evidence.wording, evidence.said_in_subject(mail), || is_refused(&notice));
    write(context, mail, draft, notice, found_by, outcome);
    true
}

/// Whom a notice names and what it says of them, and where that stands; `None` where it names nobody, or nothing tells that it is one.
fn named(context: &Context<'_>, mail: &Mail<'_>, evidence: &Evidence<'_>) -> Option<(Notice, Attribution)> {
    let (limits, marks, header) = (context.limits, &mail.marks, &mail.message.header);
    let (wording, sure, announced) = (&evidence.wording, evidence.sure, evidence.announced());
    let mut not_recipients = envelope::addressees(header);
    if !marks.daemon_from {
        not_recipients.extend(Address::read_field(&envelope::author(header)).and_then(Address::into_mailbox));
    }
    let readable = mail.readable(limits);
    let kept = without_additions(readable.text(), wording);
    let (text, lower) = (&*kept, &*readable.lower_of(&kept));
    let letter = Letter { text, lower, not_recipients: &not_recipients, home: mail.home(), limits };
    let mut notice = reporting_mta::read(&letter, wording);
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
            name_only(&mut notice, address);
            notice.strong |= wording.layout.is_some();
            found_by = Attribution::OriginalTo;
        }
    }
    if notice.recipients.is_empty()
        && (sure || announced && marks.is_daemon())
        && let Some(address) = summarized_to(text, &not_recipients)
    {
        name_only(&mut notice, address);
    }
    if notice.recipients.is_empty() && announced && marks.is_daemon() && is_refusal(context, &notice) {
        // The return path of ours that it was sent to may.
        let verp = |path| return_path::verp(path, &context.ours.shapes)?.plain();
        if let Some(mailbox) = envelope::addressees(header).iter().find_map(verp) {
            name_only(&mut notice, mailbox.into());
            found_by = Attribution::Verp;
        }
    }
    if names_only(&notice, &not_recipients)
        && names_only(&notice, &envelope::to(header))
        && !repeats_code(&notice)
        && conclude::original(context, mail).is_none()
    {
        // "Your mailbox is full": whoever writes so to the address that it names returns nothing, and nobody refused anything.
        return None;
    }
    // The only one whom the returned message went to was not named by chance.
    let confirmed = || match (notice.recipients.as_slice(), conclude::original(context, mail)) {
        ([heard], Some(original)) => {
            matches!(original.to.as_slice(), [only] if heard.address == Address::from(only.as_str()))
        }
        _ => false,
    };
    let enough =
        sure || announced && (notice.strong || marks.is_daemon() && confirmed()) || is_refusal(context, &notice);
    (!notice.recipients.is_empty() && enough).then_some((notice, found_by))
}

fn write(
    context: &Context<'_>,
    mail: &Mail<'_>,
    draft: &mut Draft,
    notice: Notice,
    found_by: Attribution,
    outcome: Outcome,
) {
    let limits = context.limits;
    draft.bounce.layout = notice.layout.map(Cow::Borrowed);
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
            ..Beside::default()
        });
    }
}

/// All of a notice is said of the only recipient.
fn name_only(notice: &mut Notice, address: Address) {
    let text = std::mem::take(&mut notice.preamble);
    notice.recipients.push(Heard { text: transcript::join_reply(&text), ..Heard::new(address) });
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

/// The first texts of a notice: what is said of each recipient, and of all.
fn said(notice: &Notice) -> impl Iterator<Item = &str> {
    notice.recipients.iter().map(|heard| heard.text.as_str()).chain([notice.preamble.as_str()]).take(20)
}

/// Whether all whom a notice names are among these.
fn names_only(notice: &Notice, mailboxes: &[Mailbox]) -> bool {
    let among = |heard: &Heard| heard.address.mailbox().is_some_and(|mailbox| mailboxes.contains(mailbox));
    !notice.recipients.is_empty() && notice.recipients.iter().all(among)
}

/// Whether a notice repeats the code of a reply, or a status.
fn repeats_code(notice: &Notice) -> bool {
    said(notice).any(|text| transcript::find_reply(text).is_some() || transcript::find_status(text).is_some())
}

/// Whether the reply that a notice repeats says that the mail is refused for good.
fn is_refused(notice: &Notice) -> bool {
    said(notice).any(|text| transcript::find_reply(text).is_some_and(ReplyCode::is_permanent))
}

/// Whether any text of a notice is a refusal that a code or a rule knows.
fn is_refusal(context: &Context<'_>, notice: &Notice) -> bool {
    let known =
        |text: &str| context.rules.find(&Query { text: &fold(cut(text, 4 << 10)), ..Query::default() }).is_some();
    repeats_code(notice) || said(notice).any(known)
}
