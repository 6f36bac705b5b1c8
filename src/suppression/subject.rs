//! Mailboxes that no person has, under which a ledger keeps what is known of many: a domain, a provider, the windows.
//!
//! Their local part begins with `*`, which is allowed by RFC 5321 and used by nobody. So a ledger needs to know mailboxes only.
//!
//! No address stands in what is kept there, so that who is forgotten is forgotten here too: not in `message`, where a domain's copies
//! have 32 bits of a hash to tell addresses apart, and not in what was said, which is left out.

use crate::mailbox::Mailbox;
use crate::time::Timestamp;

use super::event::{Event, EventId, What};

/// Where the discounted windows are kept. `.invalid` is nobody's (RFC 2606 s2).
pub(crate) fn windows() -> Mailbox {
    Mailbox::reserved("*windows", "mailbounce.invalid")
}

/// What is known of a domain as a whole.
pub(crate) fn domain(mailbox: &Mailbox) -> Mailbox {
    Mailbox::reserved("*", mailbox.domain())
}

/// What is known of a provider as a whole; none if its name can't stand in an address.
pub(crate) fn provider(name: &str) -> Option<Mailbox> {
    Mailbox::from_parts("*", name).ok()
}

/// Whether the mailbox stands for many, not for a person.
pub(crate) fn is_reserved(mailbox: &Mailbox) -> bool {
    mailbox.local_part().starts_with('*')
}

/// What is kept of a failure for many: without the words, in which the address may stand.
fn without_words(event: &Event) -> What {
    let mut what = event.what.clone();
    if let What::Failure(failure) = &mut what {
        failure.evidence.text = None;
    }
    what
}

/// The copy of a failure for its domain: that an address failed, on which day. Bounded: 8 addresses by 8 days.
pub(crate) fn domain_copy(event: &Event) -> Event {
    let subject = domain(&event.recipient);
    let address = EventId::of(&["address", &event.recipient.key()]);
    let part = address.as_bytes().first().map_or(0, |b| b % 8).to_string();
    let day = event.at.0.div_euclid(Timestamp::DAY).rem_euclid(8).to_string();
    let trust = event.as_failure().map(|f| f.trust.as_str()).unwrap_or_default();
    let id = EventId::of(&["domain", &subject.key(), &part, &day, trust]);
    let address: String = address.to_string().chars().take(8).collect();
    Event::new(id, subject, Some(&address), event.at, without_words(event))
}

/// The copy of a refusal that slows a provider down: one a quarter of an hour, of the last day. Bounded: 96.
pub(crate) fn provider_copy(event: &Event, name: &str) -> Option<Event> {
    let subject = provider(name)?;
    let quarter = event.at.0.div_euclid(900).rem_euclid(96).to_string();
    let trust = event.as_failure().map(|f| f.trust.as_str()).unwrap_or_default();
    let id = EventId::of(&["provider", &subject.key(), &quarter, trust]);
    Some(Event::new(id, subject, None, event.at, without_words(event)))
}
