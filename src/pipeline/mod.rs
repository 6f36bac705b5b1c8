//! The pipeline, top to bottom: what is this mail, whom does it speak of, what was said, why, and whom did we write to.

mod complaint;
mod conclude;
mod evidence;
mod links;
mod notice;
mod notification;
mod outcome;
mod readable;
mod report;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::Cell;

use once_cell::unsync::OnceCell;

use crate::attribution::{Named, Ours};
use crate::auto_reply;
use crate::bounce::{Anomaly, AnomalyKind, Bounce, Kind, Outcome, Verdict};
use crate::envelope::Marks;
use crate::fields::{Fields, cut};
use crate::header_value::{parameter, untagged};
use crate::limits::Limits;
use crate::mailbox::Mailbox;
use crate::mime::{self, Message};
use crate::original;
use crate::pieces;
use crate::reason::Fault;
use crate::remote_mta;
use crate::reply::Reply;
use crate::report::{dsn, mdn};
use crate::rule::{Found, Query, RuleSet, Says, fold};
use crate::transcript;
use crate::verdict::{self, Facts};
use readable::Readable;

/// Enclosed messages that are looked into, one inside another.
const MAX_NESTING: usize = 3;

/// Enclosed messages of one mail that are looked into.
const MAX_ENCLOSED: usize = 4;

/// Charsets that programs write without saying so.
const GUESSES: [&str; 7] = ["gb18030", "big5", "shift_jis", "euc-jp", "euc-kr", "windows-1251", "koi8-r"];

/// What classification is made with: rules, limits, and what the caller told us of its own mail.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'c> {
    pub(crate) rules: &'c RuleSet,
    pub(crate) limits: &'c Limits,
    pub(crate) ours: &'c Ours,
    /// Headers of the returned message to keep.
    pub(crate) kept: &'c [String],
}

/// A mail being read.
struct Mail<'m> {
    message: Message<'m>,
    marks: Marks,
    /// The mail's own envelope recipient, where the caller knows it.
    envelope: Option<&'m Mailbox>,
    readable: OnceCell<Readable>,
    subject: OnceCell<String>,
    /// It stands in another mail.
    enclosed: bool,
    /// A cap was met in something that was asked of it.
    cut: Cell<bool>,
}

/// What has been read so far.
#[derive(Default)]
struct Draft {
    bounce: Bounce,
    /// For each recipient of `bounce`: what else names it, and what else is said of it.
    beside: Vec<Beside>,
    /// Envelope senders of the returned message that the report names.
    senders: Vec<Mailbox>,
    /// It asks the sender to prove to be a person, in the form of a report.
    challenge: bool,
}

#[derive(Default)]
struct Beside {
    named: Named,
    /// Its diagnostic stands in the text, not in its fields.
    in_text: bool,
    /// Its status was made of the reply code alone.
    guesses_status: bool,
    /// Texts that may hold the cause where the diagnostic does not, best first.
    texts: Vec<String>,
}

impl<'m> Mail<'m> {
    fn new(bytes: &'m [u8], envelope: Option<&'m Mailbox>, enclosed: bool, limits: &Limits) -> Self {
        let message = Message::read(bytes, enclosed, limits);
        let marks = Marks::of(&message.header, limits.recipients);
        Self {
            message,
            marks,
            envelope,
            readable: OnceCell::new(),
            subject: OnceCell::new(),
            enclosed,
            cut: Cell::default(),
        }
    }

    /// The readable text, decoded once and only where something asks for it.
    fn readable(&self, limits: &Limits) -> &Readable {
        self.readable.get_or_init(|| {
            let readable = Readable::of(&self.message, limits);
            self.note_cut(readable.cut);
            readable
        })
    }

    /// A cap was met, if `cut`.
    fn note_cut(&self, cut: bool) {
        self.cut.set(self.cut.get() || cut);
    }

    /// Whether a cap was met in what has been asked of this mail.
    fn was_cut(&self) -> bool {
        self.cut.get() || self.message.truncated || self.message.header.was_cut()
    }

    /// The provider that wrote this, by its From.
    fn writer(&self) -> Option<&'static str> {
        let domain = self.marks.from_domain.as_deref()?;
        remote_mta::provider_of_mail_domain(domain).or_else(|| remote_mta::provider_of(domain))
    }

    /// The mail domain of the provider of mailboxes that wrote this.
    fn home(&self) -> Option<&str> {
        let domain = self.marks.from_domain.as_deref().filter(|_| self.marks.daemon_from)?;
        remote_mta::provider_of_mail_domain(domain).map(|_| domain)
    }

    /// The subject, folded for rules.
    fn subject(&self) -> &str {
        self.subject.get_or_init(|| self.folded_subject())
    }

    fn folded_subject(&self) -> String {
        let Some(value) = self.message.header.get("subject") else { return String::new() };
        let raw = value.raw;
        // Raw octets in a header are in the charset of the text, if in any.
        let part = if is_raw(raw) { self.message.parts.first() } else { None };
        match part.and_then(|part| parameter(&part.content_type, "charset")) {
            Some(charset) => fold(&mime::decode_text(raw, Some(&charset))),
            None => fold(&mime::unstructured(value)),
        }
    }

    /// The subject in each charset that raw octets may be in: known words are found in the right one only.
    fn subject_guesses(&self) -> impl Iterator<Item = String> {
        let raw = self.message.header.raw("subject").filter(|raw| is_raw(raw));
        raw.into_iter().flat_map(|raw| GUESSES.iter().map(|charset| fold(&mime::decode_text(raw, Some(charset)))))
    }
}

/// Whether a header's octets are text in a charset that they don't name.
fn is_raw(value: &[u8]) -> bool {
    !value.is_ascii() && std::str::from_utf8(value).is_err()
}

impl Context<'_> {
    /// Reads a whole mail.
    pub(crate) fn classify(&self, mail: &[u8], envelope: Option<&Mailbox>) -> Bounce {
        let bytes = mime::normalize(mail, self.limits);
        let mut bounce = self.read(&bytes, envelope, 0);
        bounce.truncated |= mail.len() > self.limits.bytes;
        if bounce.truncated {
            bounce.anomalies.push(anomaly(AnomalyKind::Truncated));
        }
        bounce
    }

    /// Reads one refusal of an SMTP session.
    pub(crate) fn classify_reply(&self, reply: &Reply<'_>) -> Verdict {
        let bytes = &reply.bytes[..reply.bytes.len().min(self.limits.field_bytes)];
        let text = transcript::join_reply(&mime::decode_text(bytes, None));
        let (code, status) = transcript::read_codes(&text);
        let facts = Facts {
            texts: &[(&text, crate::bounce::Source::Session)],
            own: 1,
            remote: reply.remote_mta.and_then(remote_mta::provider_of),
            host: reply.remote_mta,
            by_relay: false,
            reply: code,
            status,
            stated: false,
            command: reply.command.or_else(|| transcript::command(text.as_bytes())),
            outcome: Outcome::Delayed,
        };
        verdict::decide(self.rules, &facts, &mut Vec::new())
    }

    fn read(&self, bytes: &[u8], envelope: Option<&Mailbox>, depth: usize) -> Bounce {
        let mail = Mail::new(bytes, envelope, depth > 0, self.limits);
        let mut draft = Draft::default();
        self.read_into(&mut draft, &mail, depth);
        draft.bounce.truncated |= mail.was_cut();
        draft.bounce
    }

    fn read_into(&self, draft: &mut Draft, mail: &Mail<'_>, depth: usize) {
        if mail.message.broken {
            draft.bounce.anomalies.push(anomaly(AnomalyKind::BrokenMime));
        }
        if complaint::read(self, mail, draft) || notification::read(self, mail, draft) {
            return;
        }
        if is_receipt(mail, self.limits) && !self.is_rejection(mail) {
            draft.bounce.kind = Kind::Disposition;
        } else if report::read(self, mail, draft) || notice::read(self, mail, draft) {
            conclude::conclude(self, mail, draft);
        } else if !self.read_enclosed(draft, mail, depth) {
            draft.bounce.kind = self.other_kind(mail);
        }
    }

    /// A report or notice inside another mail, if there is one: read only if a mail system or list manager wrapped it, not a person.
    fn read_enclosed(&self, draft: &mut Draft, mail: &Mail<'_>, depth: usize) -> bool {
        let is_message = |p: &&mime::Part<'_>| p.media == "message/rfc822" || p.media == "message/global";
        let enclosed = mail.message.parts.iter().filter(is_message).count();
        mail.note_cut(enclosed > MAX_ENCLOSED || enclosed > 0 && depth >= MAX_NESTING);
        if depth >= MAX_NESTING {
            return false;
        }
        let parts = mail.message.parts.iter().filter(is_message).take(MAX_ENCLOSED);
        let parts = parts.map(|part| part.decoded(self.limits.bytes));
        let machine = mail.marks.is_daemon() || mail.marks.uncaught || mail.marks.report && !mail.marks.listed;
        let returned = machine && mail.readable(self.limits).original().is_some();
        let whole = returned.then(|| Readable::whole(&mail.message, self.limits));
        mail.note_cut(whole.as_ref().is_some_and(|whole| whole.cut));
        let in_text = whole.as_ref().and_then(Readable::original);
        for bytes in parts.chain(in_text.map(|text| Cow::Borrowed(text.as_bytes()))) {
            let mut inner = self.read(&bytes, mail.envelope, depth + 1);
            mail.note_cut(inner.truncated);
            if !matches!(inner.kind, Kind::Failure | Kind::Delay) {
                continue;
            }
            if machine {
                inner.anomalies.append(&mut draft.bounce.anomalies);
                draft.bounce = inner;
                return true;
            }
            draft.bounce.anomalies.push(anomaly(AnomalyKind::NestedReport));
        }
        false
    }

    /// Whether a receipt says that the mailbox could not take the mail, as Dovecot's delivery agent had it say; where the reader refuses it
    /// in words of their own (Sieve, RFC 5429 s2.1), it is a receipt.
    fn is_rejection(&self, mail: &Mail<'_>) -> bool {
        let submitted = mail.message.header.text("auto-submitted").unwrap_or_default();
        if !submitted.to_ascii_lowercase().contains("(rejected)") {
            return false;
        }
        let text = fold(cut(mail.readable(self.limits).text(), 1 << 10));
        let found = self.rules.find(&Query { text: &text, ..Query::default() });
        found.is_some_and(|found| matches!(found.says, Says::Reason(reason) if reason.fault() == Fault::Recipient))
    }

    /// What kind of mail is called so, with or without the tags before it.
    fn subject_kind(&self, subject: &str) -> Option<Found> {
        let whole = self.rules.subject_kind(subject);
        let rest = untagged(subject);
        if whole.is_none() && rest.len() < subject.len() { self.rules.subject_kind(rest) } else { whole }
    }

    /// What a mail is that is neither complaint, receipt, report nor notice.
    fn other_kind(&self, mail: &Mail<'_>) -> Kind {
        let header = &mail.message.header;
        let subject = kind_of(self.subject_kind(mail.subject()))
            .or_else(|| mail.subject_guesses().find_map(|guess| kind_of(self.subject_kind(&guess))));
        let listed = mail.marks.listed;
        // "Please confirm your ..." is also what shops write to those who sign up.
        let answers = mail.marks.null_sender || mail.marks.automatic || header.has("in-reply-to") || is_bulk(header);
        // An answer repeats our subject, which may be that.
        let repeats = || has_reply_label(header) && self.body_kind(mail) != Some(Kind::Challenge);
        if subject == Some(Kind::Challenge) && !listed && answers && !mail.marks.person && !repeats() {
            return Kind::Challenge;
        }
        if auto_reply::is_marked(header) && !mail.marks.robot {
            let body = self.body_kind(mail);
            return if body == Some(Kind::Challenge) { Kind::Challenge } else { Kind::AutoReply };
        }
        let machine = mail.marks.null_sender || mail.marks.automatic || auto_reply::suppresses_replies(header);
        match subject {
            // A newsletter may be called "Vacation: ..."; a list's mail is never an answer to ours.
            Some(kind) if kind != Kind::Challenge && !listed && !mail.marks.person => return kind,
            _ => {}
        }
        // A mail filter of the recipient's answers, and marks its answer against loops.
        let junk = header.text("precedence").is_some_and(|p| p.eq_ignore_ascii_case("junk"));
        if junk && header.has("x-loop") && header.has("in-reply-to") && !listed {
            return Kind::AutoReply;
        }
        // A ticket system acknowledges: generated, and an answer to ours.
        if auto_reply::auto_submitted(header).is_some() && answers_ours(header) && !listed && !mail.marks.robot {
            return Kind::AutoReply;
        }
        // What a robot of the recipient says is in its first lines; what a receipt says of itself nobody else says.
        let receipt = header.text("subject").is_some_and(|s| has_label(untagged(&s)));
        if !listed && !mail.marks.person && (machine || receipt || is_bulk(header)) {
            match self.body_kind(mail) {
                Some(kind) if machine || kind == Kind::Disposition || kind == Kind::Challenge && is_bulk(header) => {
                    return kind;
                }
                _ => {}
            }
        }
        Kind::NotABounce
    }

    /// What kind of mail a robot says this is, in the first lines of its text or, where a gateway put one before that, of the next.
    fn body_kind(&self, mail: &Mail<'_>) -> Option<Kind> {
        const LOOKED_AT: usize = 2 << 10;
        let texts = mail.message.parts.iter().filter(|p| p.media.starts_with("text/") && !p.alternative).take(2);
        let mut openings = texts.map(|p| fold(cut(&p.text(2 * LOOKED_AT), LOOKED_AT)));
        openings.find_map(|opening| kind_of(self.rules.body_kind(&opening)))
    }
}

fn kind_of(found: Option<Found>) -> Option<Kind> {
    match found?.says {
        Says::Kind(kind) => Some(kind),
        Says::Reason(_) => None,
    }
}

/// Whether a subject begins with a label of one word, as receipts' do (`Read: ...`).
fn has_label(subject: &str) -> bool {
    subject.split_once(':').is_some_and(|(label, _)| label.len() < 24 && !label.contains(' '))
}

/// `Precedence: bulk` and its like: written by machine.
fn is_bulk(header: &Fields<'_>) -> bool {
    header.text("precedence").is_some_and(|precedence| pieces::is_one_of(&precedence, &["bulk", "junk"]))
}

/// Whether the header says that this answers a message.
fn answers_ours(header: &Fields<'_>) -> bool {
    header.has("in-reply-to") || has_reply_label(header)
}

fn has_reply_label(header: &Fields<'_>) -> bool {
    header.text("subject").is_some_and(|subject| pieces::begins_with(untagged(&subject), "re:"))
}

fn anomaly(kind: AnomalyKind) -> Anomaly {
    Anomaly { kind, ..Anomaly::default() }
}

/// A read receipt (RFC 8098), also without its subtype.
fn is_receipt(mail: &Mail<'_>, limits: &Limits) -> bool {
    // A receipt's fields stand at the beginning of a part, or nowhere.
    const LOOKED_AT: usize = 8 << 10;
    let content_type = &mail.message.content_type;
    let report = parameter(content_type, "report-type");
    let reports = |what| report.as_deref().is_some_and(|t| t.eq_ignore_ascii_case(what));
    // S/MIME's receipts (RFC 8551 s3.2.2) are no multipart.
    let signed = || {
        pieces::begins_with(content_type, "application/")
            && parameter(content_type, "smime-type").is_some_and(|t| t.eq_ignore_ascii_case("signed-receipt"))
    };
    let fields = |p: &mime::Part<'_>| {
        p.media == "text/plain" && mdn::is_report(&Fields::read(&p.decoded(LOOKED_AT), limits.field_bytes).0)
    };
    if reports("disposition-notification")
        || signed()
        || mail.message.parts.iter().any(|p| mdn::is_report_media(&p.media))
        || mail.message.parts.iter().skip(1).take(2).any(fields)
    {
        return true;
    }
    if reports("delivery-status") {
        return false;
    }
    let report_parts =
        mail.message.parts.iter().filter(|p| {
            dsn::is_report_media(&p.media) || p.media == "application/octet-stream" || p.media == "text/plain"
        });
    (mail.marks.automatic || mail.marks.report)
        && report_parts.take(4).any(|p| mdn::has_disposition(&p.decoded(limits.text_bytes)))
}

/// Whether a part holds the returned message or its header.
fn is_original(media: &str) -> bool {
    original::is_original_media(media)
}
