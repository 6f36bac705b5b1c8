//! The whole story of an address, for people and as JSON.

use std::borrow::Cow;
use std::fmt;

use super::event::{Event, What};
use super::history::History;
use super::policy::{Decision, Scope, SuppressionPolicy, Surroundings};
use crate::mailbox::Mailbox;
use crate::time::Timestamp;

/// Why a mailbox is written to, or not: the decision, and every event with what the policy made of it.
///
/// `Display` tells it in words; serde gives the same as an object.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Story {
    /// Whose.
    pub mailbox: Mailbox,
    /// As of when.
    pub now: Timestamp,
    /// The policy that decided.
    pub policy: String,
    /// What it decided.
    pub decision: Decision,
    /// What happened to the mailbox, oldest first; then what the decision counted of its domain and of its provider.
    pub chapters: Vec<Chapter>,
}

/// One event of a [`Story`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Chapter {
    /// What happened.
    pub event: Event,
    /// Whether it is the mailbox's own, or kept for its whole domain or provider.
    pub scope: Scope,
    /// The rules that counted it, such as `standard/user-unknown`.
    pub counted_by: Vec<Cow<'static, str>>,
    /// A window takes it out of the count.
    pub discounted: bool,
    /// The event in words.
    pub words: String,
}

impl Story {
    /// Tells it: all that happened to the mailbox, and what else the decision counted of its domain and provider.
    #[must_use]
    pub fn new(
        policy: &(impl SuppressionPolicy + ?Sized),
        history: &History,
        surroundings: &Surroundings,
        now: Timestamp,
    ) -> Self {
        let decision = policy.decide(history, surroundings, now);
        let chapter = |event: &Event, scope| Chapter {
            scope,
            counted_by: decision
                .why()
                .iter()
                .filter(|w| w.events.contains(&event.id()))
                .map(|w| w.rule.clone())
                .collect(),
            discounted: surroundings.is_discounted(event),
            words: words(event, scope),
            event: event.clone(),
        };
        let mut chapters: Vec<Chapter> = history.events().iter().map(|e| chapter(e, Scope::Address)).collect();
        // Where the domain is its own provider both are one history.
        for (shared, scope) in [(surroundings.domain(), Scope::Domain), (surroundings.provider(), Scope::Provider)] {
            for event in shared.into_iter().flat_map(History::events) {
                let told = chapter(event, scope);
                if !told.counted_by.is_empty() && !chapters.iter().any(|c| c.event == *event) {
                    chapters.push(told);
                }
            }
        }
        Self { mailbox: history.mailbox().clone(), now, policy: policy.name().to_owned(), decision, chapters }
    }

    /// The mailbox under which is kept what the decision rests on, where that is the whole domain's or provider's.
    fn kept_under(&self) -> Option<&Mailbox> {
        let scope = self.decision.scope();
        let shared = |c: &&Chapter| scope != Scope::Address && c.scope != Scope::Address;
        self.chapters.iter().find(shared).map(|c| c.event.recipient())
    }
}

impl fmt::Display for Story {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} at {}: {}", self.mailbox, self.now, self.decision)?;
        for advice in self.decision.advice() {
            writeln!(f, "  advice: {advice}")?;
        }
        if self.chapters.is_empty() {
            writeln!(f, "  nothing is known")?;
        }
        for chapter in &self.chapters {
            write!(f, "  {} ", chapter.event.at())?;
            if chapter.scope != Scope::Address {
                write!(f, "at the {}: ", chapter.scope)?;
            }
            f.write_str(&chapter.words)?;
            if chapter.discounted {
                f.write_str(" [not counted: an outage]")?;
            }
            for rule in &chapter.counted_by {
                write!(f, " [counted by {rule}]")?;
            }
            writeln!(f)?;
        }
        if let Some(kept) = self.kept_under() {
            writeln!(f, "  to release {} does not lift this; to release {kept} does", self.mailbox)?;
        }
        Ok(())
    }
}

/// An event in words, on one line.
fn words(event: &Event, scope: Scope) -> String {
    // What is kept for many tells by it which address it was, and names none.
    let message = event.message().filter(|_| scope == Scope::Address);
    let of = message.map(|m| format!(" of message {m}")).unwrap_or_default();
    let words = match event.what() {
        What::Failure(f) => {
            let mut text = format!("failed{of}: {}", f.reason);
            if let Some(detail) = f.detail {
                text += &format!(" ({detail})");
            }
            text += &format!(", {}, fault of the {}, {} confidence, {}", f.persistence, f.fault, f.confidence, f.trust);
            if f.forwarded {
                text += ", behind a forwarding";
            }
            if let Some(rule) = &f.evidence.rule {
                text += &format!(", by {rule}");
            }
            if let Some(said) = &f.evidence.text {
                text += &format!(": {said:?}");
            }
            text
        }
        What::Complaint { feedback_type, trust } => format!("complaint{of}: {feedback_type}, {trust}"),
        What::Delivered { trust } => format!("arrived for certain{of}, {trust}"),
        What::Accepted => format!("accepted by the next server{of}"),
        What::Sent => format!("sent{of}"),
        What::Stopped { reason, by } => format!("stopped by {by}: {reason}"),
        What::Released { reason, by } => format!("released by {by}: {reason}"),
        What::Discounted(w) => {
            format!("{} at {} {} does not count from {} to {}", w.reason, w.place, w.name, w.from, w.until)
        }
        What::Unknown(_) => "something that a newer version wrote".to_owned(),
    };
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
