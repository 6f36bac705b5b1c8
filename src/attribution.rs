//! Whom did we write to? All candidates, strongest first, and whether what failed was forwarded.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::bounce::{Attribution, Candidate, Recipient, Trust};
use crate::lanes::{self, is};
use crate::mailbox::{Address, Mailbox, decode_xtext};
use crate::remote_mta;
use crate::return_path::{self, VerpShape};

/// What a caller's own hook knows of a return path, an envelope id or a Message-ID.
type Hook = Arc<dyn Fn(&str) -> Option<Mailbox> + Send + Sync>;

/// What the caller told us of its own mail.
#[derive(Clone, Default)]
pub(crate) struct Ours {
    pub(crate) shapes: Vec<VerpShape>,
    /// Decodes a verified, signed return path.
    pub(crate) signed: Option<Hook>,
    /// Looks up the local part of a return path, or an envelope id.
    pub(crate) token: Option<Hook>,
    /// The only recipient of a Message-ID of ours.
    pub(crate) issued: Option<Hook>,
    /// Headers of ours in which the recipient's address stands.
    pub(crate) recipient_headers: Vec<String>,
    /// Hosts whose reports are trusted, lower case.
    pub(crate) own_mtas: Vec<String>,
}

impl fmt::Debug for Ours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ours")
            .field("shapes", &self.shapes)
            .field("recipient_headers", &self.recipient_headers)
            .field("own_mtas", &self.own_mtas)
            .finish_non_exhaustive()
    }
}

/// What the mail holds that may name a recipient, beside the recipient's own fields.
#[derive(Debug, Default)]
pub(crate) struct Traces<'a> {
    /// Where this bounce was sent: its envelope recipient, or the headers that keep it.
    pub(crate) envelope: Vec<Mailbox>,
    /// The return path of the returned message.
    pub(crate) return_paths: Vec<Mailbox>,
    pub(crate) envelope_id: Option<&'a str>,
    pub(crate) message_id: Option<&'a str>,
    /// Values of the caller's own recipient headers in the returned message.
    pub(crate) recipient_headers: Vec<Mailbox>,
    /// Where the returned message says that it was delivered on its way, nearest to the sender first.
    pub(crate) delivered_to: Vec<Mailbox>,
    /// The address that the last hop before the failure took the returned message for.
    pub(crate) taken_for: Option<Mailbox>,
    pub(crate) original_to: Vec<Mailbox>,
    /// The host that wrote the report.
    pub(crate) reporting_mta: Option<&'a str>,
    /// Recipients in this mail.
    pub(crate) recipients: usize,
}

/// One recipient's own fields.
#[derive(Debug, Default)]
pub(crate) struct Named {
    pub(crate) asked_for: Option<Mailbox>,
    pub(crate) expanded_from: Option<Mailbox>,
    /// How the final recipient was found.
    pub(crate) found_by: Attribution,
}

/// Sets `mailed_to`, `attribution`, `candidates`, `forwarded` and `trust` of one recipient.
pub(crate) fn attribute(recipient: &mut Recipient, named: &Named, traces: &Traces<'_>, ours: &Ours) {
    let mut candidates: Vec<Candidate> = Vec::with_capacity(2);
    let mut add = |mailbox: Option<&Mailbox>, attribution| {
        if let Some(mailbox) = mailbox
            && !candidates.iter().any(|c| c.mailbox == *mailbox)
        {
            candidates.push(Candidate { mailbox: mailbox.clone(), attribution });
        }
    };
    let final_recipient = recipient.final_recipient.as_ref().and_then(Address::mailbox);
    let original_recipient = recipient.original_recipient.as_ref().and_then(Address::mailbox).map(without_xtext);
    let original_recipient = original_recipient.as_deref();
    let (expanded_from, asked_for) = (named.expanded_from.as_ref(), named.asked_for.as_ref());
    let known = || {
        [original_recipient, expanded_from, asked_for, final_recipient]
            .into_iter()
            .flatten()
            .chain(&traces.original_to)
            .chain(&traces.delivered_to)
    };
    let paths = || traces.envelope.iter().chain(&traces.return_paths);
    let mut trust = Trust::Unverified;
    let mut issued_to = None;
    // A return path names one recipient; in a report of several it can only confirm one of them.
    let alone = traces.recipients <= 1;
    let fits = |mailbox: &Mailbox| alone || known().any(|k| k == mailbox);
    if let Some(signed) = &ours.signed
        && let Some(mailbox) = paths().find_map(|p| signed(p.as_str())).filter(&fits)
    {
        trust = Trust::Signed;
        add(Some(&mailbox), Attribution::SignedReturnPath);
    }
    if let Some(token) = &ours.token {
        add(paths().find_map(|p| token(p.local_part())).filter(&fits).as_ref(), Attribution::EnvelopeToken);
    }
    // Two fields that agree are more than a reading of a return path whose shape nobody told us.
    let agreed = || {
        final_recipient.is_some_and(|failed| {
            original_recipient == Some(failed) || alone && matches!(traces.original_to.as_slice(), [to] if to == failed)
        })
    };
    let mut guessed = Vec::new();
    for path in paths() {
        let Some(verp) = return_path::verp(path, &ours.shapes) else { continue };
        let confirmed = known().find(|k| verp.may_be(k));
        let plain = || verp.plain().filter(&fits);
        match confirmed {
            Some(confirmed) => add(Some(confirmed), Attribution::Verp),
            None if !verp.is_sure() && agreed() => guessed.extend(plain()),
            None => add(plain().as_ref(), Attribution::Verp),
        }
    }
    if let (Some(token), Some(id)) = (&ours.token, traces.envelope_id) {
        add(token(id).filter(&fits).as_ref(), Attribution::EnvelopeId);
    }
    if let (Some(issued), Some(id)) = (&ours.issued, traces.message_id)
        && let Some(mailbox) = issued(id).filter(&fits)
    {
        trust = if trust == Trust::Signed { trust } else { Trust::Correlated };
        add(Some(&mailbox), Attribution::OriginalHeader);
        issued_to = Some(mailbox);
    }
    for mailbox in &traces.recipient_headers {
        add(Some(mailbox).filter(|mailbox| fits(mailbox)), Attribution::OriginalHeader);
    }
    // It went to one address only, which had it on the way: that one forwarded it. An original recipient that is the final one
    // over again was set by the last hop, and says nothing of the address before.
    let forwarder = match traces.original_to.as_slice() {
        [to] if alone && Some(to) != final_recipient => {
            let elsewhere = || final_recipient.is_some_and(|failed| !to.domain().eq_ignore_ascii_case(failed.domain()));
            let had = traces.delivered_to.contains(to) || traces.taken_for.as_ref() == Some(to) && elsewhere();
            Some(to).filter(|_| had)
        }
        _ => None,
    };
    let silent = |said: Option<&Mailbox>| said.is_none() || said == final_recipient;
    if forwarder.is_some()
        && final_recipient.is_some()
        && expanded_from.is_none()
        && silent(original_recipient)
        && silent(asked_for)
    {
        add(forwarder, Attribution::OriginalTo);
    }
    add(original_recipient, Attribution::OriginalRecipient);
    add(expanded_from, Attribution::ExpandedFrom);
    add(asked_for, Attribution::FinalRecipient);
    if let Some(failed) = final_recipient {
        let same_person = |to: &&Mailbox| to.local_part().eq_ignore_ascii_case(failed.local_part());
        let to = match traces.original_to.as_slice() {
            [to] if to == failed => None,
            // Or is the same person's at the same provider.
            [to] if alone && (forwarder.is_some() || same_person(&to) && same_provider(to, failed)) => Some(to),
            // It went to several: the one that this is another spelling of.
            several => several.iter().find(|to| same_person(to) && !is_forwarding(to, failed)),
        };
        add(to.filter(|to| *to != failed), Attribution::OriginalTo);
    }
    add(final_recipient, named.found_by);
    if let [to] = traces.original_to.as_slice()
        && alone
    {
        add(Some(to), Attribution::OriginalTo);
    }
    for mailbox in &guessed {
        add(Some(mailbox), Attribution::Verp);
    }
    if trust == Trust::Correlated && candidates.first().map(|best| &best.mailbox) != issued_to.as_ref() {
        // A message of ours vouches for whom it went to, and for nobody whom the report names otherwise.
        trust = Trust::Unverified;
    }
    if trust == Trust::Unverified
        && traces.reporting_mta.is_some_and(|host| ours.own_mtas.iter().any(|own| host.eq_ignore_ascii_case(own)))
    {
        trust = Trust::OwnMta;
    }
    if let Some(best) = candidates.first() {
        recipient.mailed_to = Some(best.mailbox.clone());
        recipient.attribution = best.attribution;
    }
    recipient.forwarded = match (&recipient.mailed_to, final_recipient) {
        (Some(mailed), Some(failed)) => is_forwarding(mailed, failed),
        _ => false,
    };
    recipient.candidates = candidates;
    recipient.trust = trust;
}

/// `Original-Recipient` holds the address decoded (RFC 3464 s2.3.1), but some leave in it what xtext must encode: `+` and `=`.
fn without_xtext(mailbox: &Mailbox) -> Cow<'_, Mailbox> {
    let text = mailbox.as_str();
    if !lanes::any(text.as_bytes(), |lane| is(lane, b'+')) || !text.contains("+2B") && !text.contains("+3D") {
        return Cow::Borrowed(mailbox);
    }
    decode_xtext(text).parse().map_or(Cow::Borrowed(mailbox), Cow::Owned)
}

fn same_provider(a: &Mailbox, b: &Mailbox) -> bool {
    let provider =
        |m: &Mailbox| remote_mta::provider_of_mail_domain(m.domain()).or_else(|| remote_mta::provider_of(m.domain()));
    provider(a).is_some() && provider(a) == provider(b)
}

/// Whether mail to the one that failed at the other was forwarded: another domain or provider. Less is mere rewriting.
fn is_forwarding(mailed: &Mailbox, failed: &Mailbox) -> bool {
    if mailed.domain().eq_ignore_ascii_case(failed.domain()) {
        return false;
    }
    let (a, b) = (mailed.domain().to_lowercase(), failed.domain().to_lowercase());
    if a == b {
        return false;
    }
    let under = |inner: &str, outer: &str| inner.strip_suffix(outer).is_some_and(|rest| rest.ends_with('.'));
    if under(&a, &b) || under(&b, &a) {
        return false;
    }
    let same_local = mailed.local_part().eq_ignore_ascii_case(failed.local_part());
    let provider = |domain: &str| remote_mta::provider_of_mail_domain(domain);
    // A tenant's internal domain, or an alias domain of one provider, with the same local part.
    !(same_local && (b.ends_with(".onmicrosoft.com") || provider(&a).is_some() && provider(&a) == provider(&b)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mailbox(text: &str) -> Mailbox {
        text.parse().unwrap()
    }

    /// Whom a report of this final and original recipient says that we wrote to.
    fn mailed_to(failed: &str, original: Option<&str>, traces: Traces<'_>) -> (String, Attribution) {
        let mut recipient = Recipient {
            final_recipient: Some(mailbox(failed).into()),
            original_recipient: original.map(|o| mailbox(o).into()),
            ..Recipient::default()
        };
        let named = Named { found_by: Attribution::FinalRecipient, ..Named::default() };
        attribute(&mut recipient, &named, &Traces { recipients: 1, ..traces }, &Ours::default());
        (recipient.mailed_to.unwrap().to_string(), recipient.attribution)
    }

    #[test]
    fn two_fields_that_agree_beat_an_unknown_shape() {
        let traces = |to: &str| Traces {
            envelope: vec![mailbox("bounce+7-b=y.example@ours.example")],
            original_to: vec![mailbox(to)],
            ..Traces::default()
        };
        let failed = "reader@y.example";
        let agreed = mailed_to(failed, Some(failed), traces("else@y.example"));
        assert_eq!(agreed, (failed.into(), Attribution::OriginalRecipient));
        assert_eq!(mailed_to(failed, None, traces(failed)), (failed.into(), Attribution::FinalRecipient));
        let alone = mailed_to(failed, None, traces("else@y.example"));
        assert_eq!(alone, ("7-b@y.example".into(), Attribution::Verp));
    }

    #[test]
    fn the_only_address_that_had_it_forwarded_it() {
        let (failed, to) = ("b@y.example", "a@x.example");
        let had = |taken_for: Option<&str>, delivered_to: &[&str]| Traces {
            original_to: vec![mailbox(to)],
            taken_for: taken_for.map(mailbox),
            delivered_to: delivered_to.iter().map(|d| mailbox(d)).collect(),
            ..Traces::default()
        };
        let forwarded = (to.to_owned(), Attribution::OriginalTo);
        assert_eq!(mailed_to(failed, Some(failed), had(None, &[to])), forwarded);
        assert_eq!(mailed_to(failed, Some(failed), had(Some(to), &[])), forwarded);
        assert_eq!(mailed_to(failed, None, had(Some(to), &[])), forwarded);
        // Nobody saw it there; or it was taken for one of the same domain, which may be a spelling.
        assert_eq!(mailed_to(failed, None, had(None, &[])).0, failed);
        assert_eq!(mailed_to("b@x.example", None, had(Some(to), &[])).0, "b@x.example");
        // An original recipient that says something is believed.
        assert_eq!(mailed_to(failed, Some("c@z.example"), had(None, &[to])).0, "c@z.example");
    }

    #[test]
    fn rewriting_is_not_forwarding() {
        let forwarded = |a: &str, b: &str| is_forwarding(&a.parse().unwrap(), &b.parse().unwrap());
        assert!(forwarded("a@x.example", "b@y.example"));
        assert!(!forwarded("a@x.example", "b@x.example"));
        assert!(!forwarded("a@x.example", "a@mail.x.example"));
        assert!(!forwarded("a@x.example", "a@tenant.onmicrosoft.com"));
    }
}
