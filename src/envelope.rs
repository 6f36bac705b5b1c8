//! What a mail's own header says of who sent it: the marks of mail systems, and where it was sent.

use std::borrow::Cow;

use crate::auto_reply;
use crate::field_name::Name;
use crate::fields::Fields;
use crate::header_value::untagged;
use crate::lanes::{self, is};
use crate::mailbox::{Address, Mailbox};
use crate::mime;
use crate::original;
use crate::pieces::{self, begins_with};

/// Marks of the sender, from the header alone.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// The return path is null or a mail system's own (RFC 5321 s4.5.5).
    pub(crate) null_sender: bool,
    /// `From` is a mail system.
    pub(crate) daemon_from: bool,
    /// `Auto-Submitted` (RFC 3834) or a multipart/report.
    pub(crate) automatic: bool,
    /// It is a multipart/report (RFC 6522).
    pub(crate) report: bool,
    /// `From` is a mail system that no person writes as.
    pub(crate) robot: bool,
    /// The addresses of `X-Failed-Recipients`.
    pub(crate) failed_recipients: Vec<Address>,
    /// The return path leads to somebody who is no mail system, as does `From`.
    pub(crate) answerable: bool,
    /// `From` is an address of mail systems that others write from, too.
    shared: bool,
    /// A person wrote it with a mail program: a reply or a forward without any of the above.
    pub(crate) person: bool,
    /// A list manager hands on a bounce that it could not read (Mailman).
    pub(crate) uncaught: bool,
    /// Mail of a list (RFC 2369, RFC 2919).
    pub(crate) listed: bool,
    /// The domain of `From`.
    pub(crate) from_domain: Option<String>,
}

/// Local parts of mail systems, lower case.
const DAEMONS: &[&str] = &[
    "mailer-daemon",
    "mailerdaemon",
    "mail-daemon",
    "mailer_daemon",
    "mdaemon",
    "postmaster",
    "post_master",
    "double-bounce",
    "mail.delivery.system",
    "bounce",
    "bounces",
    "no-reply",
    "noreply",
    "sysadmin",
    "symantec_antivirus",
    "microsoftexchange329e71ec88ae4615bbc36ab6ce41109e",
    "mailer",
    "mail-system",
    "mailsystem",
    "system administrator",
    "mailer-demon",
    "administrator",
    "admin",
    "system",
];

/// Those of them that a person may also write from.
const SHARED: &[&str] =
    &["postmaster", "administrator", "admin", "sysadmin", "system", "no-reply", "noreply", "bounce", "bounces"];

/// Names of mail systems, lower case.
const NAMES: &[&str] = &[
    "mail delivery s",
    "mail deliver system",
    "mailer-daemon",
    "mailer daemon",
    "mail administrator",
    "system administrator",
    "postmaster",
    "mail system",
    "internet mail delivery",
    "mail router",
    "returned mail",
    "message delivery subsystem",
    "mmsc ndr",
];

/// Beginnings of subjects by which people answer.
const ANSWERS: &[&str] = &["re:", "aw:", "sv:", "r:"];

/// Those by which they forward.
const FORWARDS: &[&str] = &["fw:", "fwd:", "wg:", "tr:", "rv:", "i:"];

impl Marks {
    /// Reads them; of failed recipients one more than `recipients` at most, so that it shows whether there are.
    pub(crate) fn of(header: &Fields<'_>, recipients: usize) -> Self {
        let kept = kept_author(header);
        let sent_on = kept.is_some();
        let from = kept.unwrap_or_else(|| header.text("from").unwrap_or_default());
        let (name, local, domain) = mailbox_parts(&from);
        let nobody = local.is_empty() && !from.is_empty();
        let daemon = pieces::is_one_of(local, DAEMONS);
        let robot = nobody
            || daemon && !pieces::is_one_of(local, SHARED)
            || pieces::begins_with_one_of(local, &["mailer-daemon", "symantec_antivirus"]);
        let return_path = header.text("return-path");
        let path = return_path.as_deref().map(|path| pieces::trimmed(pieces::trim(path), b"<>\" "));
        let null_sender = path.is_some_and(|path| path.is_empty() || path == "@" || begins_with(path, "mailer-daemon"));
        // What a shop or a person writes from too proves nothing where an answer would reach them.
        let postmasters = || [Some(local), path].iter().flatten().all(|local| begins_with(local, "postmaster"));
        let answerable = path.is_some() && !sent_on && !null_sender && !postmasters();
        let named = names_mail_system(name);
        let daemon_from = robot || daemon && named || !answerable && (daemon || named);
        let content_type = header.raw("content-type").unwrap_or_default().trim_ascii_start();
        let report = content_type.get(..16).is_some_and(|t| t.eq_ignore_ascii_case(b"multipart/report"));
        let submitted = auto_reply::is_auto_submitted(header);
        let failed_recipients =
            if header.has("x-failed-recipients") { failed_recipients(header, recipients) } else { Vec::new() };
        let subject = || header.text("subject").unwrap_or_default();
        let personal = || {
            let subject = subject();
            [ANSWERS, FORWARDS].iter().any(|labels| pieces::begins_with_one_of(untagged(&subject), labels))
        };
        Self {
            answerable: answerable && !daemon_from,
            shared: daemon && !robot,
            null_sender,
            daemon_from,
            automatic: submitted || report || header.has("x-mlserver"),
            report,
            robot,
            person: !robot
                && !null_sender
                && !submitted
                && !report
                && failed_recipients.is_empty()
                && has_marks_of_a_mail_program(header)
                && (personal() || header.has("user-agent") && header.has("in-reply-to")),
            failed_recipients,
            listed: is_listed(header),
            uncaught: header.has("x-list-administrivia") && subject().to_ascii_lowercase().contains("uncaught bounce"),
            from_domain: (!domain.is_empty()).then(|| domain.to_ascii_lowercase()),
        }
    }

    /// A mail system may have written this, and nothing says that a person did.
    pub(crate) fn is_machine(&self) -> bool {
        !self.person && (self.null_sender || self.daemon_from || self.automatic || !self.failed_recipients.is_empty())
    }

    /// No mail system wrote this: somebody who would get the answers forwards it, or says that nobody need answer.
    pub(crate) fn is_no_system(&self, header: &Fields<'_>) -> bool {
        let forwards = || {
            let subject = header.text("subject").unwrap_or_default();
            pieces::begins_with_one_of(untagged(&subject), FORWARDS)
        };
        self.answerable && (self.shared && !self.is_like_a_report() || forwards())
    }

    /// It has the form of a report, or the field that lists who failed.
    pub(crate) fn is_like_a_report(&self) -> bool {
        self.report || !self.failed_recipients.is_empty()
    }

    /// A mail system says that it wrote this.
    pub(crate) fn is_daemon(&self) -> bool {
        !self.person && (self.null_sender || self.daemon_from)
    }
}

/// Whether a mail program is named, or an earlier message, as people's programs do it.
fn has_marks_of_a_mail_program(header: &Fields<'_>) -> bool {
    header.has("user-agent") || header.has("x-mailer") || header.has("in-reply-to") || header.has("references")
}

/// Whether it may be a mail system's though nothing says so: none that a list sent on, that a mail program wrote, or that its domain
/// signed, as shops' and people's mail is and hardly ever what odd systems write.
pub(crate) fn may_be_a_system(header: &Fields<'_>) -> bool {
    !is_listed(header) && !has_marks_of_a_mail_program(header) && !header.has("dkim-signature")
}

/// Whether a mail was sent to an address for bounces (`list-bounces@`, `bounce+anna=a.example@`).
pub(crate) fn is_to_bounces(header: &Fields<'_>) -> bool {
    addressees(header).iter().any(|mailbox| mailbox.local_part().to_ascii_lowercase().contains("bounce"))
}

/// Whether a list or a group sent it on, or one that sends to many.
fn is_listed(header: &Fields<'_>) -> bool {
    header.has("list-id")
        || header.has("list-unsubscribe")
        || header.has("list-post")
        || header.has("list-help")
        || header.has("list-owner")
        || header.has("x-mailman-version")
        || header.has("x-beenthere")
}

/// Who wrote it: `From`, but for lists and groups that put themselves there (see [`kept_author`]).
pub(crate) fn author<'h>(header: &Fields<'h>) -> Cow<'h, str> {
    kept_author(header).unwrap_or_else(|| header.text("from").unwrap_or_default())
}

/// Who wrote what a list or a group sent on as its own (`'Mail System' via Returns <returns@shop.example>`), because the writer's domain
/// lets nobody else send from it (RFC 7489): they keep the writer in another field.
fn kept_author<'h>(header: &Fields<'h>) -> Option<Cow<'h, str>> {
    if !is_listed(header) {
        return None;
    }
    let from = header.text("from").unwrap_or_default();
    let replaced = from.contains(" via ") || from.contains("(via ");
    header.text("x-original-from").or_else(|| if replaced { header.text("reply-to") } else { None })
}

/// The addresses of all `X-Failed-Recipients`, one more than `most` at most.
fn failed_recipients(header: &Fields<'_>, most: usize) -> Vec<Address> {
    let named = header.all("x-failed-recipients").flat_map(|value| mime::addresses(value, usize::MAX));
    let addresses = named.filter_map(|name| Address::read(&name).filter(|address| address.mailbox().is_some()));
    addresses.take(most.saturating_add(1)).collect()
}

/// Whether one of [`NAMES`] stands in a display name, where a word begins.
fn names_mail_system(name: &str) -> bool {
    let bytes = name.as_bytes();
    let begins = |&at: &usize| at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
    (0..bytes.len()).filter(begins).any(|at| pieces::begins_with_one_of(pieces::from(name, at), NAMES))
}

/// Display name, local part and domain of the first address.
fn mailbox_parts(from: &str) -> (&str, &str, &str) {
    let last = |text: &str, byte| lanes::find_last(text.as_bytes(), |lane| is(lane, byte));
    let (name, address) = match (last(from, b'<'), last(from, b'>')) {
        (Some(open), Some(close)) if open < close => {
            (pieces::before(from, open), pieces::between(from, open + 1, close))
        }
        _ => match from.split_once('(') {
            Some((address, comment)) => (comment, pieces::trim(address)),
            None => ("", pieces::trim(from)),
        },
    };
    let at = last(address, b'@').unwrap_or(address.len());
    let (local, domain) = (pieces::before(address, at), pieces::from(address, at + 1));
    (name, pieces::trimmed(local, b"\" "), pieces::trim(domain))
}

/// Fields in which delivery agents keep a mail's own envelope recipient (RFC 9228).
const KEPT: [Name<'_>; 6] = [
    Name::of("delivered-to"),
    Name::of("x-original-to"),
    Name::of("envelope-to"),
    Name::of("x-envelope-to"),
    Name::of("x-rcpt-to"),
    Name::of("x-delivered-to"),
];

/// Whether one of the fields that say where this mail was sent holds a byte.
pub(crate) fn addressees_hold(header: &Fields<'_>, byte: u8) -> bool {
    let holds = |name| header.has(name) && header.all(name).any(|value| lanes::any(value.raw, |lane| is(lane, byte)));
    holds(Name::of("to")) || KEPT.iter().any(|&name| holds(name))
}

/// Where this mail was sent: its envelope recipient, then `To`.
pub(crate) fn addressees(header: &Fields<'_>) -> Vec<Mailbox> {
    let mut out: Vec<Mailbox> = KEPT
        .iter()
        .flat_map(|&name| header.texts(name).take(8))
        .filter_map(|v| Address::read(&v)?.mailbox().cloned())
        .collect();
    out.extend(to(header));
    out
}

/// The first addresses of `To`.
pub(crate) fn to(header: &Fields<'_>) -> Vec<Mailbox> {
    let named = header.get("to").map(|to| mime::addresses(to, 8)).unwrap_or_default();
    named.iter().filter_map(|address| address.parse().ok()).collect()
}

/// The Message-ID that this mail answers.
pub(crate) fn answers(header: &Fields<'_>) -> Option<String> {
    let value = header
        .text("x-original-message-id")
        .or_else(|| header.text("in-reply-to"))
        .or_else(|| header.text("original-message-id"))?;
    original::message_id(&value).filter(|id| id.contains('@'))
}
