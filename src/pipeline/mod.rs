//! The pipeline, top to bottom: what is this mail, whom does it speak of, what was said, why, and whom did we write to.

mod complaint;
mod conclude;
mod notice;
mod readable;
mod report;

use std::borrow::Cow;

use crate::attribution::{Named, Ours};
use crate::auto_reply;
use crate::bounce::{Anomaly, AnomalyKind, Bounce, Kind, Outcome, Verdict};
use crate::envelope::Marks;
use crate::limits::Limits;
use crate::mailbox::Mailbox;
use crate::mime::{self, Message};
use crate::original;
use crate::remote_mta;
use crate::reply::Reply;
use crate::report::{dsn, mdn};
use crate::rule::{Found, RuleSet, Says, fold};
use crate::transcript;
use crate::verdict::{self, Facts};
use readable::Readable;

/// Enclosed messages that are looked into, one inside another.
const MAX_NESTING: usize = 3;

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
    readable: once_cell::unsync::OnceCell<Readable>,
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
    /// Texts that may hold the cause where the diagnostic does not, best first.
    texts: Vec<String>,
}

impl<'m> Mail<'m> {
    fn new(bytes: &'m [u8], envelope: Option<&'m Mailbox>, limits: &Limits) -> Self {
        let message = Message::read(bytes, limits);
        let marks = Marks::of(&message.header);
        Self { message, marks, envelope, readable: once_cell::unsync::OnceCell::new() }
    }

    /// The readable text, decoded once and only where something asks for it.
    fn readable(&self, limits: &Limits) -> &Readable {
        self.readable.get_or_init(|| Readable::of(&self.message, limits))
    }

    fn subject(&self) -> String {
        fold(&self.message.header.raw("subject").map(mime::unstructured).unwrap_or_default())
    }
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
        let said = transcript::read(&text);
        let facts = Facts {
            texts: &[(&text, crate::bounce::Source::Session)],
            remote: reply.remote_mta.and_then(remote_mta::provider_of),
            host: reply.remote_mta,
            reply: said.reply,
            status: said.status,
            command: reply.command.or(said.command),
            outcome: Outcome::Delayed,
        };
        verdict::decide(self.rules, &facts, &mut Vec::new())
    }

    fn read(&self, bytes: &[u8], envelope: Option<&Mailbox>, depth: usize) -> Bounce {
        let mail = Mail::new(bytes, envelope, self.limits);
        let mut draft = Draft::default();
        draft.bounce.truncated = mail.message.truncated;
        if mail.message.broken {
            draft.bounce.anomalies.push(anomaly(AnomalyKind::BrokenMime));
        }
        if complaint::read(self, &mail, &mut draft) {
            return draft.bounce;
        }
        if is_receipt(&mail, self.limits) {
            draft.bounce.kind = Kind::Disposition;
            return draft.bounce;
        }
        if report::read(self, &mail, &mut draft) || notice::read(self, &mail, &mut draft) {
            conclude::conclude(self, &mail, &mut draft);
            return draft.bounce;
        }
        if let Some(enclosed) = self.read_enclosed(&mail, &mut draft, depth) {
            return enclosed;
        }
        draft.bounce.kind = self.other_kind(&mail);
        draft.bounce
    }

    /// A report or notice inside another mail: read only if a mail system or list manager wrapped it, not a person.
    fn read_enclosed(&self, mail: &Mail<'_>, draft: &mut Draft, depth: usize) -> Option<Bounce> {
        if depth >= MAX_NESTING {
            return None;
        }
        let parts = mail.message.parts.iter().filter(|p| p.media == "message/rfc822" || p.media == "message/global");
        let parts = parts.take(4).map(|part| part.decoded(self.limits.bytes));
        let machine = mail.marks.is_machine() || mail.marks.administrivia;
        let in_text = machine.then(|| mail.readable(self.limits).original.as_ref()).flatten();
        for bytes in parts.chain(in_text.map(|text| Cow::Borrowed(text.as_bytes()))) {
            let inner = self.read(&bytes, mail.envelope, depth + 1);
            if !matches!(inner.kind, Kind::Failure | Kind::Delay) {
                continue;
            }
            if machine {
                return Some(inner);
            }
            draft.bounce.anomalies.push(anomaly(AnomalyKind::NestedReport));
        }
        None
    }

    /// What a mail is that is neither complaint, receipt, report nor notice.
    fn other_kind(&self, mail: &Mail<'_>) -> Kind {
        let header = &mail.message.header;
        let kind_of = |found: Option<Found>| match found?.says {
            Says::Kind(kind) => Some(kind),
            Says::Reason(_) => None,
        };
        let subject = kind_of(self.rules.subject_kind(&mail.subject()));
        let listed = mail.marks.listed;
        if subject == Some(Kind::Challenge) && !listed {
            return Kind::Challenge;
        }
        if auto_reply::is_marked(header) {
            let body = kind_of(self.rules.body_kind(&self.opening(mail)));
            return if body == Some(Kind::Challenge) { Kind::Challenge } else { Kind::AutoReply };
        }
        let machine = mail.marks.null_sender || mail.marks.automatic || auto_reply::suppresses_replies(header);
        match subject {
            // A newsletter may be called "Vacation: ..."; a list's mail is never an answer to ours.
            Some(kind) if !listed && !mail.marks.person => return kind,
            _ => {}
        }
        if machine || header.has("in-reply-to") && !listed && !mail.marks.person {
            // What a robot of the recipient says is in its first lines.
            if let Some(kind) = kind_of(self.rules.body_kind(&self.opening(mail))).filter(|_| machine) {
                return kind;
            }
        }
        Kind::NotABounce
    }

    fn opening(&self, mail: &Mail<'_>) -> String {
        fold(crate::fields::cut(&mail.readable(self.limits).text, 2 << 10))
    }
}

fn anomaly(kind: AnomalyKind) -> Anomaly {
    Anomaly { kind, ..Anomaly::default() }
}

/// A read receipt (RFC 8098), also without its subtype.
fn is_receipt(mail: &Mail<'_>, limits: &Limits) -> bool {
    let header = &mail.message.header;
    let content_type = header.text("content-type").unwrap_or_default();
    let stated = mime::parameter(&content_type, "report-type")
        .is_some_and(|t| t.eq_ignore_ascii_case("disposition-notification"));
    if stated || mail.message.parts.iter().any(|p| mdn::is_report_media(&p.media)) {
        return true;
    }
    let report_parts =
        mail.message.parts.iter().filter(|p| {
            dsn::is_report_media(&p.media) || p.media == "application/octet-stream" || p.media == "text/plain"
        });
    (mail.marks.automatic || content_type.len() > 15 && content_type[..15].eq_ignore_ascii_case("multipart/repor"))
        && report_parts.take(4).any(|p| mdn::has_disposition(&p.decoded(limits.text_bytes)))
}

/// Whether a part holds the returned message or its header.
fn is_original(media: &str) -> bool {
    original::is_original_media(media)
}
