//! The end of the pipeline: verdicts, whom we wrote to, and what kind of mail it all makes.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::{Context, Draft, Mail, anomaly, is_original};
use crate::attribution::{self, Named, Traces};
use crate::bounce::{Anomaly, AnomalyKind, Basis, Kind, Original, Outcome, Recipient, Source, Verdict};
use crate::envelope;
use crate::field_name::Name;
use crate::fields::{Fields, cut};
use crate::mailbox::{Address, Mailbox};
use crate::original;
use crate::pieces;
use crate::reason::{Fault, Reason};
use crate::remote_mta;
use crate::reporting_mta::split::is_mail_header;
use crate::verdict::{self, Facts};

pub(super) fn conclude(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) {
    for at in 0..draft.bounce.recipients.len() {
        judge(context, mail, draft, at);
    }
    attribute(context, mail, draft);
    let bounce = &mut draft.bounce;
    for (at, recipient) in bounce.recipients.iter().enumerate() {
        if recipient.mailed_to.is_none() && recipient.final_recipient.is_none() {
            bounce.anomalies.push(Anomaly { recipient: Some(at), ..anomaly(AnomalyKind::NoRecipient) });
        }
    }
    bounce.kind = if draft.challenge { Kind::Challenge } else { kind_of(&bounce.recipients) };
}

/// The kind of a report, by what became of its recipients.
fn kind_of(recipients: &[Recipient]) -> Kind {
    let any = |outcome| recipients.iter().any(|r| r.outcome == outcome);
    if any(Outcome::Failed) {
        Kind::Failure
    } else if any(Outcome::Delayed) {
        Kind::Delay
    } else {
        Kind::Delivered
    }
}

/// Recipients of which all that is said is judged; of those behind them the first octets are, for only hostile mail says much of many.
const MANY: usize = 64;
const SHOWN_OF_MANY: usize = 1 << 10;

/// The verdict on one recipient, if there is none yet.
fn judge(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft, at: usize) {
    let recipient = &draft.bounce.recipients[at];
    if recipient.verdict.is_some() || !matches!(recipient.outcome, Outcome::Failed | Outcome::Delayed) {
        return;
    }
    let beside = draft.beside.get(at);
    let source = if beside.is_some_and(|b| b.in_text) { Source::Text } else { Source::DeliveryStatus };
    let beside = beside.map(|b| b.texts.as_slice()).unwrap_or_default();
    let shown = if at < MANY { usize::MAX } else { SHOWN_OF_MANY };
    let mut texts: Vec<(&str, Source)> = Vec::with_capacity(2 + beside.len());
    if let Some(diagnostic) = &recipient.diagnostic {
        let (peers, own) = voices(cut(diagnostic, shown));
        texts.extend(peers.into_iter().chain([own]).map(|said| (said, source)));
    }
    let own = texts.len();
    texts.extend(beside.iter().map(|text| (cut(text, shown), Source::Text)));
    let guesses = draft.beside.get(at).is_some_and(|beside| beside.guesses_status);
    let (verdict, found) = verdict(context, mail, recipient, guesses, &texts, own);
    draft.bounce.recipients[at].verdict = Some(verdict);
    draft.bounce.anomalies.extend(found.into_iter().map(|a| Anomaly { recipient: Some(at), ..a }));
}

/// What the peer said, where a mail system says something of its own before that (qmail), and what the system said.
fn voices(diagnostic: &str) -> (Option<&str>, &str) {
    static SAID: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"emote host said: "));
    let Some(at) = SAID.find(diagnostic.as_bytes()) else { return (None, diagnostic) };
    (Some(pieces::from(diagnostic, at + SAID.needle().len())), pieces::before(diagnostic, at))
}

/// The verdict on what is known of a recipient and what these texts say, the first of them (`own`) of it alone, and what contradicts
/// itself in it. A status that the reporting MTA only guesses tells nothing.
pub(super) fn verdict(
    context: &Context<'_>,
    mail: &Mail<'_>,
    recipient: &Recipient,
    guesses_status: bool,
    texts: &[(&str, Source)],
    own: usize,
) -> (Verdict, Vec<Anomaly>) {
    let host = recipient.remote_mta.as_deref();
    let domain = recipient.final_recipient.as_ref().and_then(Address::mailbox).map(Mailbox::domain);
    let by_host = host.and_then(remote_mta::provider_of);
    // Without a host that answered, the recipient's own domain tells whose words these are, then who wrote the notice.
    let by_domain = if by_host.is_none() { domain.and_then(remote_mta::provider_of_mail_domain) } else { None };
    let facts = Facts {
        texts,
        own,
        remote: by_host.or(by_domain).or_else(|| mail.writer()),
        host,
        by_relay: host.is_some() && by_domain.is_some(),
        reply: recipient.reply,
        status: recipient.status.filter(|_| !guesses_status),
        stated: !guesses_status && recipient.reported_status.is_some() && recipient.reported_status == recipient.status,
        command: recipient.command,
        outcome: recipient.outcome,
    };
    let mut found = Vec::new();
    let mut verdict = verdict::decide(context.rules, &facts, &mut found);
    if names_sender(mail, recipient, &verdict) {
        verdict = Verdict { reason: Reason::SenderRejected, detail: None, fault: Fault::Sender, ..verdict };
    }
    if let (Some(field), Some(said)) = (recipient.reported_status, recipient.status)
        && field != said
        && !field.is_generic()
    {
        found.push(Anomaly {
            said: Some(field.to_string()),
            used: Some(said.to_string()),
            ..anomaly(AnomalyKind::StatusConflict)
        });
    }
    (verdict, found)
}

/// Whether a peer's words that blame a recipient name the address that this mail went to, which is our sender's, and not the recipient's.
fn names_sender(mail: &Mail<'_>, recipient: &Recipient, verdict: &Verdict) -> bool {
    let Some(said) = verdict.evidence.text.as_deref() else { return false };
    // In the text beside the fields others may be named, too.
    let blames = verdict.fault == Fault::Recipient
        && verdict.evidence.source == Source::DeliveryStatus
        && verdict.evidence.basis != Basis::OwnRule;
    if !blames || memchr::memchr(b'@', said.as_bytes()).is_none() {
        return false;
    }
    let names = |mailbox: &Mailbox| {
        let (said, name) = (said.as_bytes(), mailbox.as_str().as_bytes());
        memchr::memmem::find(said, name).is_some()
            || memchr::memmem::find(&said.to_ascii_lowercase(), &name.to_ascii_lowercase()).is_some()
    };
    let failed = [&recipient.final_recipient, &recipient.original_recipient].into_iter().flatten();
    failed.filter_map(Address::mailbox).all(|mailbox| !names(mailbox))
        && envelope::addressees(&mail.message.header).iter().any(names)
}

/// Fields of the returned message in which those keep its envelope recipient who had it before the one that refused it.
const DELIVERED: [Name<'_>; 6] = [
    Name::of("delivered-to"),
    Name::of("x-original-to"),
    Name::of("x-forwarded-to"),
    Name::of("x-delivered-to"),
    Name::of("envelope-to"),
    Name::of("x-envelope-to"),
];

/// Reads the returned message, and says of each recipient whom we wrote to.
pub(super) fn attribute(context: &Context<'_>, mail: &Mail<'_>, draft: &mut Draft) {
    let mut traces = Traces {
        envelope: mail.envelope.cloned().into_iter().chain(envelope_recipients(context, mail)).collect(),
        return_paths: std::mem::take(&mut draft.senders),
        recipients: draft.bounce.recipients.len(),
        ..Traces::default()
    };
    let Draft { bounce, beside, .. } = draft;
    with_original_header(context, mail, |header| {
        let read = &*bounce.original.insert(original::read(header, context.kept));
        let mailbox = |text: &str| Address::read(text).and_then(Address::into_mailbox);
        traces.return_paths.extend(read.return_path.as_deref().and_then(mailbox));
        traces.original_to = read.to.iter().filter_map(|to| mailbox(to)).collect();
        for &name in &DELIVERED {
            traces.delivered_to.extend(header.texts(name).filter_map(|v| mailbox(&v)).take(8));
        }
        // It tells something only where the returned message did not go to the one that failed.
        let elsewhere = match (traces.original_to.as_slice(), bounce.recipients.as_slice()) {
            ([to], [only]) => only.final_recipient.as_ref().and_then(Address::mailbox) != Some(to),
            _ => false,
        };
        traces.taken_for = if elsewhere { header.raw("received").and_then(received_for) } else { None };
        if let Some(list) = &read.list_id {
            // A list's own address had it before each member, and is no member; where people post to the list, any may be that.
            let posts = header.text("list-post").is_some_and(|post| post.contains("mailto:"));
            let no_reader = |mailbox: &Mailbox| posts || original::is_list(list, mailbox);
            traces.delivered_to.retain(|mailbox| !no_reader(mailbox));
            traces.taken_for = traces.taken_for.take().filter(|mailbox| !no_reader(mailbox));
        }
        traces.recipient_headers = context
            .ours
            .recipient_headers
            .iter()
            .filter_map(|name| header.text(name.as_str()))
            .filter_map(|v| mailbox(&v))
            .collect();
    });
    let answers = envelope::answers(&mail.message.header);
    if bounce.original.is_none() && answers.is_some() {
        bounce.original = Some(Original::default());
    }
    if let Some(original) = &mut bounce.original {
        original.message_id = original.message_id.take().or(answers);
    }
    traces.message_id = bounce.original.as_ref().and_then(|original| original.message_id.as_deref());
    traces.envelope_id = bounce.envelope_id.as_deref();
    traces.reporting_mta = bounce.reporting_mta.as_deref();
    let unnamed = Named::default();
    for (at, recipient) in bounce.recipients.iter_mut().enumerate() {
        let named = beside.get(at).map_or(&unnamed, |b| &b.named);
        attribution::attribute(recipient, named, &traces, context.ours);
    }
}

/// The `for` clause of a `Received` field (RFC 5321 s4.4), in brackets or, as Exim writes it, without.
fn received_for(raw: &[u8]) -> Option<Mailbox> {
    static FOR: Lazy<Finder<'static>> = Lazy::new(|| Finder::new(b"for "));
    let clause = |at: usize| {
        let named = &raw[at + FOR.needle().len()..];
        let bare = named.strip_prefix(b"<").unwrap_or(named);
        let end = bare.iter().position(|&byte| byte == b'>' || byte == b';' || byte.is_ascii_whitespace());
        let address = std::str::from_utf8(&bare[..end.unwrap_or(bare.len())]).ok()?;
        Some(address).filter(|address| address.contains('@'))?.parse().ok()
    };
    let begins = |&at: &usize| at > 0 && raw[at - 1].is_ascii_whitespace();
    FOR.find_iter(raw).filter(begins).find_map(clause)
}

/// Where this mail was sent, if that can tell anything: a token of the caller's, or an address behind a `=`.
fn envelope_recipients(context: &Context<'_>, mail: &Mail<'_>) -> Vec<Mailbox> {
    let header = &mail.message.header;
    let asked = context.ours.signed.is_some() || context.ours.token.is_some();
    if asked || envelope::addressees_hold(header, b'=') { envelope::addressees(header) } else { Vec::new() }
}

/// What is known of the returned message.
pub(super) fn original(context: &Context<'_>, mail: &Mail<'_>) -> Option<Original> {
    let mut found = None;
    with_original_header(context, mail, |header| found = Some(original::read(header, &[])));
    found
}

/// Octets of a part of an unusual type in which the header of a returned message is looked for.
const UNANNOUNCED: usize = 16 << 10;

/// Finds the returned message's header: a part of its own, else what follows the notice in the text.
fn with_original_header(context: &Context<'_>, mail: &Mail<'_>, mut read: impl FnMut(&Fields<'_>)) {
    let limits = context.limits;
    let mut read = |header: &Fields<'_>, goes_on: bool| {
        read(header);
        mail.note_cut(goes_on || header.was_cut());
    };
    for part in mail.message.parts.iter().filter(|p| is_original(&p.media)) {
        let bytes = part.decoded(limits.header_bytes);
        let (header, rest) = Fields::read(&bytes, limits.field_bytes);
        let goes_on = rest.is_empty() && part.exceeds(limits.header_bytes);
        if goes_on || is_mail_header(&header) {
            return read(&header, goes_on);
        }
    }
    if let Some(text) = mail.readable(limits).original() {
        let (header, _) = Fields::read(text.as_bytes(), limits.field_bytes);
        if is_mail_header(&header) {
            return read(&header, false);
        }
    }
    // A returned message attached as a file, or in a part of an unusual type.
    for part in mail.message.parts.iter().skip(1).filter(|p| !p.alternative) {
        let bytes = part.decoded(UNANNOUNCED);
        let (header, rest) = Fields::read(&bytes, limits.field_bytes);
        if header.has("message-id") && is_mail_header(&header) || header.has("received") && header.has("from") {
            return read(&header, rest.is_empty() && part.exceeds(UNANNOUNCED));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn for_whom_a_hop_took_it() {
        let read = |raw: &str| received_for(raw.as_bytes()).map(|mailbox| mailbox.to_string());
        let found = Some("a@x.example".to_owned());
        assert_eq!(read("from m by mx.x.example with ESMTP id 1 for <a@x.example>; Mon"), found);
        assert_eq!(
            read(
                "from m by mx.x.example (Exim 4.98)\r\n\t(envelope-from <n@y.example>) id 1\r\n\tfor a@x.example; Mon"
            ),
            found
        );
        assert_eq!(read("from m by mx.x.example (waiting for input) id 1 for a@x.example;\r\n Mon"), found);
        assert_eq!(read("from m by mx.x.example id 1 (for 2 recipients); Mon"), None);
    }
}
