//! The whole story of an address, for people and as JSON.

use std::borrow::Cow;
use std::fmt;

use super::event::{Event, What};
use super::history::History;
use super::policy::{Decision, SuppressionPolicy, Surroundings};
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
    /// What happened, oldest first.
    pub chapters: Vec<Chapter>,
}

/// One event of a [`Story`].
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Chapter {
    /// What happened.
    pub event: Event,
    /// The rules that counted it, such as `standard/user-unknown`.
    pub counted_by: Vec<Cow<'static, str>>,
    /// A window takes it out of the count.
    pub discounted: bool,
    /// The event in words.
    pub words: String,
}

impl Story {
    /// Tells it.
    #[must_use]
    pub fn new(
        policy: &(impl SuppressionPolicy + ?Sized),
        history: &History,
        surroundings: &Surroundings,
        now: Timestamp,
    ) -> Self {
        let decision = policy.decide(history, surroundings, now);
        Self::of(policy.name(), history, surroundings.windows(), decision, now)
    }

    pub(crate) fn of(
        policy: &str,
        history: &History,
        windows: &[super::Window],
        decision: Decision,
        now: Timestamp,
    ) -> Self {
        let chapter = |event: &Event| Chapter {
            counted_by: decision
                .why()
                .iter()
                .filter(|w| w.events.contains(&event.id()))
                .map(|w| w.rule.clone())
                .collect(),
            discounted: windows.iter().any(|w| w.covers(event)),
            words: words(event),
            event: event.clone(),
        };
        let chapters = history.events().iter().map(chapter).collect();
        Self { mailbox: history.mailbox().clone(), now, policy: policy.to_owned(), decision, chapters }
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
            write!(f, "  {} {}", chapter.event.at(), chapter.words)?;
            if chapter.discounted {
                f.write_str(" [not counted: an outage]")?;
            }
            for rule in &chapter.counted_by {
                write!(f, " [counted by {rule}]")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// An event in words, on one line.
fn words(event: &Event) -> String {
    let of = event.message().map(|m| format!(" of message {m}")).unwrap_or_default();
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
