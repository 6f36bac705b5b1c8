//! What the page tells, counted in one walk through the ledger.

use std::collections::BTreeMap;

use mailbounce::suppression::{Advice, Answer, Decision, Event, Failure, History, Ledger, LedgerError, What, Window};
use mailbounce::{Basis, Fault, Kind, Mailbox, Reason, Timestamp};

use crate::List;
use crate::output::{decisive, is_for_sender, said};
use crate::progress::Mail;

/// Rows that are kept of those who are stopped; `--list-stopped` shows all.
const ROWS: usize = 500;

/// One failure.
pub(crate) struct Failed {
    pub(crate) at: Timestamp,
    pub(crate) reason: Reason,
    pub(crate) fault: Fault,
    /// Index of [`Collected::providers`].
    pub(crate) provider: usize,
}

/// A mailbox that is not written to.
pub(crate) struct Stopped {
    pub(crate) mailbox: Mailbox,
    pub(crate) decision: Decision,
    pub(crate) since: Option<Timestamp>,
    pub(crate) said: String,
}

/// What one piece of advice is about.
#[derive(Default)]
pub(crate) struct Concerned {
    pub(crate) mailboxes: u64,
    pub(crate) providers: BTreeMap<String, u64>,
    pub(crate) example: String,
}

/// All that the page tells.
#[derive(Default)]
pub(crate) struct Collected {
    pub(crate) mails: Vec<Mail>,
    pub(crate) mailboxes: u64,
    pub(crate) failures: Vec<Failed>,
    pub(crate) providers: Vec<String>,
    pub(crate) answers: BTreeMap<Answer, u64>,
    pub(crate) stopped: Vec<Stopped>,
    pub(crate) advice: BTreeMap<Advice, Concerned>,
    windows: Vec<Window>,
    numbers: BTreeMap<String, usize>,
}

impl Collected {
    pub(crate) fn of(list: &List, mails: Vec<Mail>, now: Timestamp) -> Result<Self, LedgerError> {
        let mut all = Self { mails, ..Self::default() };
        let mut after = None;
        loop {
            let page = list.ledger().mailboxes(after.as_ref(), 1000)?;
            let histories = list.ledger().histories(&page)?;
            let decisions = list.filter(&page, now)?;
            for (history, decision) in histories.iter().zip(decisions) {
                // What is known of a whole domain or provider stands under names that begin with a star.
                if history.mailbox().local_part().starts_with('*') {
                    all.windows.extend(history.events().iter().filter_map(window));
                } else {
                    all.add(history, decision);
                }
            }
            if page.len() < 1000 {
                break;
            }
            after = page.into_iter().last();
        }
        all.stopped.sort_by_key(|row| std::cmp::Reverse((row.decision.answer(), row.since)));
        all.stopped.truncate(ROWS);
        Ok(all)
    }

    fn add(&mut self, history: &History, decision: Decision) {
        self.mailboxes += 1;
        *self.answers.entry(decision.answer()).or_default() += 1;
        for (event, failure) in history.failures() {
            let name = provider(event, failure);
            let next = self.numbers.len();
            let provider = *self.numbers.entry(name).or_insert_with_key(|name| {
                self.providers.push(name.clone());
                next
            });
            self.failures.push(Failed { at: event.at(), reason: failure.reason, fault: failure.fault, provider });
        }
        let senders = |failure: &Failure| matches!(failure.fault, Fault::Sender | Fault::Message);
        let about = history.failures().rev().find(|(_, failure)| senders(failure));
        for advice in decision.advice().iter().copied().filter(|a| is_for_sender(*a)) {
            let concerned = self.advice.entry(advice).or_default();
            concerned.mailboxes += 1;
            let name = about.map_or_else(|| history.mailbox().domain().to_lowercase(), |(e, f)| provider(e, f));
            *concerned.providers.entry(name).or_default() += 1;
            if let (Some((event, _)), true) = (about, concerned.example.is_empty()) {
                concerned.example = said(event);
            }
        }
        if matches!(decision.answer(), Answer::Stop | Answer::Hold) {
            let event = decisive(&decision, history.events());
            let (since, said) = (event.map(Event::at), event.map(said).unwrap_or_default());
            self.stopped.push(Stopped { mailbox: history.mailbox().clone(), decision, since, said });
            // Only now and then, so that it costs little.
            if self.stopped.len() > ROWS * 4 {
                self.stopped.sort_by_key(|row| std::cmp::Reverse((row.decision.answer(), row.since)));
                self.stopped.truncate(ROWS);
            }
        }
    }

    /// How many mails there are of each kind, the most frequent first.
    pub(crate) fn kinds(&self) -> Vec<(Kind, u64)> {
        let mut kinds: BTreeMap<Kind, u64> = BTreeMap::new();
        self.mails.iter().for_each(|mail| *kinds.entry(mail.kind).or_default() += 1);
        ranked(kinds)
    }

    /// The hours that don't count, those that follow each other as one.
    pub(crate) fn windows(&self) -> Vec<String> {
        let mut windows = self.windows.clone();
        windows.sort();
        windows.dedup_by(|next, last| {
            let goes_on = (next.reason, next.place, &next.name) == (last.reason, last.place, &last.name)
                && next.from <= last.until;
            if goes_on {
                last.until = last.until.max(next.until);
            }
            goes_on
        });
        let words = |w: &Window| {
            format!("{} at {} {}, from {} to {}", w.reason, w.place, w.name, minute(w.from), minute(w.until))
        };
        windows.iter().map(words).collect()
    }

    /// What was odd, with the mails that are so.
    pub(crate) fn oddities(&self) -> Vec<(&str, Vec<&Mail>)> {
        let mut odd: BTreeMap<&str, Vec<&Mail>> = BTreeMap::new();
        for mail in &self.mails {
            mail.odd.iter().for_each(|what| odd.entry(what).or_default().push(mail));
        }
        let mut odd: Vec<_> = odd.into_iter().collect();
        odd.sort_by_key(|(_, mails)| std::cmp::Reverse(mails.len()));
        odd
    }
}

/// A time without its seconds.
fn minute(at: Timestamp) -> String {
    at.to_string().get(..16).unwrap_or_default().replace('T', " ")
}

/// The most frequent first.
pub(crate) fn ranked<K: Ord>(counts: BTreeMap<K, u64>) -> Vec<(K, u64)> {
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    ranked
}

/// The provider whose known words decided, else whose servers answer for the mailbox.
fn provider(event: &Event, failure: &Failure) -> String {
    let known = failure.evidence.rule.as_deref().and_then(|rule| rule.split_once('/'));
    match known {
        Some((provider, _)) if failure.evidence.basis == Basis::RemoteMta => provider.to_owned(),
        _ => event.provider().into_owned(),
    }
}

fn window(event: &Event) -> Option<Window> {
    match event.what() {
        What::Discounted(window) => Some(window.clone()),
        _ => None,
    }
}
