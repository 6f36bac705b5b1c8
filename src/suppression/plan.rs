//! What both lists share: everything but the waiting for the ledger.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use super::count::is_senders;
use super::event::{Event, EventId, Failure, What, Window};
use super::guard::Guard;
use super::history::History;
use super::policy::{Decision, SuppressionPolicy, Surroundings};
use super::story::Story;
use super::subject;
use crate::bounce::{Bounce, Outcome, Recipient, Verdict};
use crate::mailbox::Mailbox;
use crate::reason::{Persistence, Reason};
use crate::reply::Reply;
use crate::time::Timestamp;
use crate::word::words;

words! {
    /// Why nothing was booked for a recipient of a report.
    NotBooked, neutral Nothing {
        /// It was delayed, relayed or answered by a program: nothing to book.
        Nothing = "nothing",
        /// The mail does not say whom we wrote to.
        NoAddress = "no-address",
        /// None of the addresses that it may be is one of ours.
        NotKnown = "not-known",
    }
}

/// What became of one recipient of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Booked {
    /// Which of [`Bounce::recipients`].
    pub recipient: usize,
    /// On whom it was booked.
    pub mailbox: Mailbox,
    /// The event.
    pub event: EventId,
}

/// What a list did with a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(default))]
#[non_exhaustive]
pub struct Observed {
    /// What was booked.
    pub booked: Vec<Booked>,
    /// Recipients on whom nothing was booked: which of [`Bounce::recipients`], and why.
    pub not_booked: Vec<(usize, NotBooked)>,
    /// Windows that this report made known: failures in them don't count.
    pub windows: Vec<Window>,
}

type Hook<T> = Arc<dyn Fn(&Mailbox) -> T + Send + Sync>;

/// On whom a report may be booked.
#[derive(Clone)]
pub(crate) enum Known {
    /// On anybody.
    Anybody,
    /// On whom the ledger has events of.
    Ledger,
    /// On whom the caller says.
    Caller(Hook<bool>),
}

/// A list without its ledger.
pub(crate) struct Plan<P> {
    pub(crate) policy: P,
    pub(crate) guard: Option<Mutex<Guard>>,
    pub(crate) known: Known,
    pub(crate) provider: Option<Hook<Option<String>>>,
    pub(crate) known_provider: Option<Hook<bool>>,
    pub(crate) accept_every: i64,
}

impl<P: fmt::Debug> fmt::Debug for Plan<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plan").field("policy", &self.policy).finish_non_exhaustive()
    }
}

/// The methods that make a list, for both.
macro_rules! builders {
    () => {
        /// Says whose addresses are ours: a report is booked on the best candidate of a recipient that this is true for, else on none.
        /// What is booked on another than the first is no longer vouched for by a signature or a Message-ID.
        pub fn is_known(mut self, known: impl Fn(&Mailbox) -> bool + Send + Sync + 'static) -> Self {
            self.plan.known = Known::Caller(Arc::new(known));
            self
        }

        /// Takes as ours those of whom the ledger has events: for senders that record what they [send](Event::sent) or what was accepted.
        pub fn known_by_ledger(mut self) -> Self {
            self.plan.known = Known::Ledger;
            self
        }

        /// Says whose servers answer for a mailbox (`google` for all domains hosted there, say); none: its domain is its provider.
        /// The name must be one that can stand as a domain.
        pub fn provider(mut self, of: impl Fn(&Mailbox) -> Option<String> + Send + Sync + 'static) -> Self {
            self.plan.provider = Some(Arc::new(of));
            self
        }

        /// Says which mailboxes are at a provider that surely exists: there no address answers for the whole domain.
        pub fn known_provider(mut self, is: impl Fn(&Mailbox) -> bool + Send + Sync + 'static) -> Self {
            self.plan.known_provider = Some(Arc::new(is));
            self
        }

        /// With a guard of other numbers, or one that has learned.
        pub fn guard(mut self, guard: Guard) -> Self {
            self.plan.guard = Some(Mutex::new(guard));
            self
        }

        /// Without the own-outage guard.
        pub fn without_guard(mut self) -> Self {
            self.plan.guard = None;
            self
        }

        /// Writes an acceptance only where the last on file is older than this, in seconds, or a failure is on file. Default 0:
        /// always. A day spares a busy sender most of the writes, at the price of a reading each.
        pub fn accept_every(mut self, seconds: i64) -> Self {
            self.plan.accept_every = seconds;
            self
        }

        /// The policy.
        #[must_use]
        pub fn policy(&self) -> &P {
            &self.plan.policy
        }

        /// The ledger.
        #[must_use]
        pub fn ledger(&self) -> &L {
            &self.ledger
        }
    };
}

pub(crate) use builders;

impl<P: SuppressionPolicy> Plan<P> {
    pub(crate) fn new(policy: P) -> Self {
        // What does not count makes no outage either: else forged reports could take real ones out of the count.
        let mut guard = Guard::default();
        guard.trust = policy.least_trust();
        Self {
            policy,
            guard: Some(Mutex::new(guard)),
            known: Known::Anybody,
            provider: None,
            known_provider: None,
            accept_every: 0,
        }
    }

    fn provider_of(&self, mailbox: &Mailbox) -> Option<String> {
        let name = self.provider.as_ref().and_then(|of| of(mailbox))?.to_lowercase();
        (name != mailbox.domain().to_lowercase()).then_some(name)
    }

    /// The mailboxes that a report may be booked on, best first, of each recipient that something happened to.
    fn candidates(recipient: &Recipient) -> Vec<Mailbox> {
        let mut mailboxes: Vec<Mailbox> = recipient.mailed_to.iter().cloned().collect();
        for candidate in &recipient.candidates {
            if !mailboxes.contains(&candidate.mailbox) {
                mailboxes.push(candidate.mailbox.clone());
            }
        }
        mailboxes
    }

    /// Whom the ledger must be asked about before a report can be booked; nobody, mostly.
    pub(crate) fn asked(&self, bounce: &Bounce) -> Vec<Mailbox> {
        match self.known {
            Known::Ledger => bounce.recipients.iter().flat_map(Self::candidates).collect(),
            _ => Vec::new(),
        }
    }

    /// What to record of a report. `answers` are the histories of those that [`asked`](Self::asked) named.
    pub(crate) fn observe(
        &self,
        bounce: &Bounce,
        message: Option<&str>,
        received_at: Timestamp,
        answers: &[History],
    ) -> (Observed, Vec<Event>) {
        let known: HashMap<String, bool> = answers.iter().map(|h| (h.mailbox().key(), !h.is_empty())).collect();
        let is_known = |mailbox: &Mailbox| match &self.known {
            Known::Anybody => true,
            Known::Ledger => known.get(&mailbox.key()) == Some(&true),
            Known::Caller(is_known) => is_known(mailbox),
        };
        let (mut observed, mut events) = (Observed::default(), Vec::new());
        for (index, recipient) in bounce.recipients.iter().enumerate() {
            let candidates = Self::candidates(recipient);
            let Some(mailbox) = candidates.iter().find(|m| is_known(m)) else {
                let why = if candidates.is_empty() { NotBooked::NoAddress } else { NotBooked::NotKnown };
                observed.not_booked.push((index, why));
                continue;
            };
            match bounce.event_of(recipient, mailbox, message, received_at) {
                Some(event) => {
                    let booked = Booked { recipient: index, mailbox: mailbox.clone(), event: event.id() };
                    observed.booked.push(booked);
                    events.push(event);
                }
                None => {
                    events.extend(self.delay(bounce, recipient, mailbox, received_at));
                    observed.not_booked.push((index, NotBooked::Nothing));
                }
            }
        }
        let (events, windows) = self.complete(events, received_at);
        observed.windows = windows;
        (observed, events)
    }

    /// What to record of a live answer to `mailbox`.
    pub(crate) fn reply(
        &self,
        mailbox: &Mailbox,
        message: Option<&str>,
        reply: &Reply<'_>,
        verdict: &Verdict,
        at: Timestamp,
    ) -> (Observed, Vec<Event>) {
        let failure = Failure::of_reply(reply, verdict);
        let is_final =
            failure.reply.is_some_and(|code| code.is_permanent()) || failure.persistence == Persistence::Permanent;
        let mut observed = Observed::default();
        let events = if is_final {
            let event = Event::failure(mailbox.clone(), message, failure, at);
            observed.booked.push(Booked { recipient: 0, mailbox: mailbox.clone(), event: event.id() });
            vec![event]
        } else {
            observed.not_booked.push((0, NotBooked::Nothing));
            self.slowed(failure, mailbox, at).into_iter().collect()
        };
        let (events, windows) = self.complete(events, at);
        observed.windows = windows;
        (observed, events)
    }

    /// A delay for rate or reputation is no failure of the mailbox, but slows its provider.
    fn delay(&self, bounce: &Bounce, recipient: &Recipient, mailbox: &Mailbox, at: Timestamp) -> Option<Event> {
        if recipient.outcome != Outcome::Delayed || recipient.verdict.is_none() {
            return None;
        }
        self.slowed(bounce.failure_of(recipient, mailbox), mailbox, at)
    }

    fn slowed(&self, mut failure: Failure, mailbox: &Mailbox, at: Timestamp) -> Option<Event> {
        failure.provider = self.provider_of(mailbox);
        let event = Event::failure(mailbox.clone(), None, failure, at);
        slows(&event).then(|| subject::provider_copy(&event, &event.provider()))?
    }

    /// The events, with their providers named, the copies for domain and provider, and the windows they make known.
    pub(crate) fn complete(&self, events: Vec<Event>, at: Timestamp) -> (Vec<Event>, Vec<Window>) {
        let mut all = Vec::with_capacity(events.len());
        let mut windows = Vec::new();
        for mut event in events {
            if let Some(provider) = self.provider.as_ref().and_then(|_| self.provider_of(&event.recipient))
                && let What::Failure(failure) = &mut event.what
            {
                failure.provider = Some(provider);
            }
            if let Some(guard) = &self.guard {
                windows.extend(guard.lock().unwrap_or_else(PoisonError::into_inner).observe(&event));
            }
            if event.as_failure().is_some_and(|f| f.reason == Reason::HostUnknown && !f.forwarded) {
                all.push(subject::domain_copy(&event));
            }
            if slows(&event) {
                all.extend(subject::provider_copy(&event, &event.provider()));
            }
            all.push(event);
        }
        windows.sort();
        windows.dedup();
        all.extend(windows.iter().map(|w| Event::discounted(w.clone(), at)));
        (all, windows)
    }

    /// Whether an acceptance is worth writing.
    pub(crate) fn is_worth(&self, history: &History, at: Timestamp) -> bool {
        let recent = |e: &Event| {
            matches!(e.what(), What::Accepted | What::Delivered { .. }) && at.since(e.at()) < self.accept_every
        };
        history.failures().next().is_some() || !history.events().iter().any(recent)
    }

    /// What must be read to decide on these mailboxes: they, then their domains and providers, then the windows; each once.
    pub(crate) fn subjects(&self, mailboxes: &[Mailbox]) -> Vec<Mailbox> {
        let mut subjects = mailboxes.to_vec();
        let mut seen = std::collections::HashSet::new();
        let single = mailboxes.len() == 1;
        let mut add = |subject: Mailbox| {
            if single || seen.insert(subject.key()) {
                subjects.push(subject);
            }
        };
        for mailbox in mailboxes {
            add(subject::domain(mailbox));
            if let Some(provider) = self.provider_of(mailbox).and_then(|name| subject::provider(&name)) {
                add(provider);
            }
        }
        add(subject::windows());
        subjects
    }

    /// The decisions on the first `count` of these histories; the rest is what [`subjects`](Self::subjects) named besides.
    pub(crate) fn decide(&self, mut histories: Vec<History>, count: usize, now: Timestamp) -> Vec<Decision> {
        let shared = histories.split_off(count.min(histories.len()));
        let surroundings = self.all_surroundings(shared);
        let decide = |history: &History| self.policy.decide(history, &surroundings(history.mailbox()), now);
        histories.iter().map(decide).collect()
    }

    /// The story of the mailbox whose history is the first of these; the rest is what [`subjects`](Self::subjects) named besides.
    pub(crate) fn story(&self, mailbox: &Mailbox, mut histories: Vec<History>, now: Timestamp) -> Story {
        let shared = histories.split_off(1.min(histories.len()));
        let history = histories.pop().unwrap_or_else(|| History::new(mailbox.clone()));
        Story::new(&self.policy, &history, &self.all_surroundings(shared)(mailbox), now)
    }

    /// From what is shared by many to what surrounds each.
    fn all_surroundings(&self, rest: Vec<History>) -> impl Fn(&Mailbox) -> Surroundings {
        let mut shared: HashMap<String, Arc<History>> = HashMap::with_capacity(rest.len());
        let mut windows: Arc<[Window]> = Arc::new([]);
        for history in rest {
            if *history.mailbox() == subject::windows() {
                windows = windows_of(&history);
            } else if !history.is_empty() {
                shared.insert(history.mailbox().key(), Arc::new(history));
            }
        }
        move |mailbox| self.surroundings(mailbox, &windows, &shared)
    }

    fn surroundings(
        &self,
        mailbox: &Mailbox,
        windows: &Arc<[Window]>,
        shared: &HashMap<String, Arc<History>>,
    ) -> Surroundings {
        let mut surroundings = Surroundings::default();
        if !windows.is_empty() {
            surroundings = surroundings.with_windows(Arc::clone(windows));
        }
        if shared.is_empty() {
            return surroundings;
        }
        let domain = shared.get(&subject::domain(mailbox).key());
        let provider = match self.provider_of(mailbox).and_then(|name| subject::provider(&name)) {
            Some(provider) => shared.get(&provider.key()),
            None => domain,
        };
        if let Some(domain) = domain {
            let known = self.known_provider.as_ref().is_some_and(|is| is(mailbox));
            surroundings = surroundings.with_domain(Arc::clone(domain)).with_known_provider(known);
        }
        match provider {
            Some(provider) => surroundings.with_provider(Arc::clone(provider)),
            None => surroundings,
        }
    }
}

/// The windows that are booked on their reserved mailbox.
pub(crate) fn windows_of(history: &History) -> Arc<[Window]> {
    let window = |e: &Event| match e.what() {
        What::Discounted(window) => Some(window.clone()),
        _ => None,
    };
    history.events().iter().filter_map(window).collect()
}

/// A refusal for rate or reputation: 421, 4.7.x, or a word for it; it is about the sender at this provider, not about one mailbox.
fn slows(event: &Event) -> bool {
    let Some(failure) = event.as_failure() else { return false };
    let by_word = matches!(failure.reason, Reason::RateLimited | Reason::IpBlocked | Reason::DomainBlocked)
        && failure.fault != crate::Fault::Recipient;
    let by_code = is_senders(failure)
        && failure.reason != Reason::Greylisted
        && (failure.reply.is_some_and(|r| r.get() == 421)
            || failure.status.is_some_and(|s| matches!(s.numbers(), (4, 7, _))));
    by_word || by_code
}
