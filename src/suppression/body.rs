//! The layout of an event as ledgers store it: one line of text, versioned.
//!
//! Fields are separated by a tab; `\`, tab, CR, LF and NUL are escaped by a backslash; an absent field is empty. The first is the
//! layout (`1`), the second the kind. A reader takes missing fields as absent and ignores those it does not know.

use std::borrow::Cow;
use std::str::FromStr;

use super::event::{Event, EventId, Failure, Place, What, Window};
use crate::bounce::Evidence;
use crate::error::ParseError;
use crate::mailbox::Mailbox;
use crate::reason::Reason;
use crate::reply::ReplyCode;
use crate::time::Timestamp;

const LAYOUT: &str = "1";

/// Writes fields.
struct Writer(String);

impl Writer {
    fn new(kind: &str, message: Option<&str>) -> Self {
        let mut writer = Self(String::with_capacity(96));
        writer.0.push_str(LAYOUT);
        writer.text(kind);
        writer.text(message.unwrap_or_default());
        writer
    }

    fn text(&mut self, field: &str) {
        self.0.push('\t');
        if !field.contains(['\\', '\t', '\r', '\n', '\0']) {
            self.0.push_str(field);
            return;
        }
        for c in field.chars() {
            match c {
                '\\' => self.0.push_str("\\\\"),
                '\t' => self.0.push_str("\\t"),
                '\r' => self.0.push_str("\\r"),
                '\n' => self.0.push_str("\\n"),
                '\0' => self.0.push_str("\\0"),
                _ => self.0.push(c),
            }
        }
    }

    fn some<T: ToString>(&mut self, field: Option<T>) {
        self.text(&field.map(|f| f.to_string()).unwrap_or_default());
    }

    fn words(&mut self, fields: &[&'static str]) {
        fields.iter().for_each(|f| self.text(f));
    }
}

/// Reads fields.
struct Reader<'a>(std::str::Split<'a, char>);

impl<'a> Reader<'a> {
    fn text(&mut self) -> Cow<'a, str> {
        let field = self.0.next().unwrap_or_default();
        if !field.contains('\\') {
            return Cow::Borrowed(field);
        }
        let mut out = String::with_capacity(field.len());
        let mut chars = field.chars();
        while let Some(c) = chars.next() {
            match (c, c == '\\') {
                (_, false) => out.push(c),
                (_, true) => match chars.next() {
                    Some('t') => out.push('\t'),
                    Some('r') => out.push('\r'),
                    Some('n') => out.push('\n'),
                    Some('0') => out.push('\0'),
                    Some(other) => out.push(other),
                    None => {}
                },
            }
        }
        Cow::Owned(out)
    }

    fn some(&mut self) -> Option<String> {
        let field = self.text();
        (!field.is_empty()).then(|| field.into_owned())
    }

    /// A word; the neutral one where it is not known.
    fn word<T: FromStr + Default>(&mut self) -> T {
        self.text().parse().unwrap_or_default()
    }

    fn parsed<T: FromStr>(&mut self) -> Option<T> {
        self.text().parse().ok()
    }

    /// A word that may be absent.
    fn optional_word<T: FromStr + Default>(&mut self) -> Option<T> {
        let field = self.text();
        (!field.is_empty()).then(|| field.parse().unwrap_or_default())
    }
}

impl Event {
    /// The event as one line of text without mailbox, id and time: what a ledger stores beside them.
    ///
    /// The layout is versioned and part of the stable API; an event with a body from a newer version keeps it as it is.
    #[must_use]
    pub fn body(&self) -> String {
        let message = self.message.as_deref();
        match &self.what {
            What::Failure(failure) => {
                let mut w = Writer::new("failure", message);
                w.text(failure.reason.as_str());
                w.some(failure.detail);
                w.words(&[
                    failure.fault.as_str(),
                    failure.persistence.as_str(),
                    failure.confidence.as_str(),
                    failure.trust.as_str(),
                    failure.attribution.as_str(),
                    if failure.forwarded { "forwarded" } else { "" },
                ]);
                w.some(failure.status);
                w.some(failure.reply);
                w.some(failure.command);
                w.text(failure.provider.as_deref().unwrap_or_default());
                w.text(failure.server.as_deref().unwrap_or_default());
                w.words(&[failure.evidence.basis.as_str(), failure.evidence.source.as_str()]);
                w.text(failure.evidence.rule.as_deref().unwrap_or_default());
                w.text(failure.evidence.text.as_deref().unwrap_or_default());
                w.0
            }
            What::Complaint { feedback_type, trust } => {
                let mut w = Writer::new("complaint", message);
                w.words(&[feedback_type.as_str(), trust.as_str()]);
                w.0
            }
            What::Delivered { trust } => {
                let mut w = Writer::new("delivered", message);
                w.text(trust.as_str());
                w.0
            }
            What::Accepted => Writer::new("accepted", message).0,
            What::Sent => Writer::new("sent", message).0,
            What::Stopped { reason, by } => hand("stopped", reason, by),
            What::Released { reason, by } => hand("released", reason, by),
            What::Discounted(window) => {
                let mut w = Writer::new("discounted", None);
                w.words(&[window.reason.as_str(), window.place.as_str()]);
                w.text(&window.name);
                w.some(Some(window.from.0));
                w.some(Some(window.until.0));
                w.0
            }
            What::Unknown(body) => body.clone(),
        }
    }

    /// An event from what a ledger stored of it; see [`body`](Event::body) and [`rank`](Event::rank).
    ///
    /// # Errors
    ///
    /// An empty body. A body of an unknown layout or kind is an event that nothing is concluded from, an unknown word in a known one
    /// the neutral word: an older worker reads what a newer one wrote.
    pub fn from_row(recipient: Mailbox, id: EventId, rank: i64, body: &str) -> Result<Self, ParseError> {
        if body.is_empty() {
            return Err(ParseError::new("event", "empty body", body));
        }
        let at = Timestamp(rank.saturating_abs());
        let mut r = Reader(body.split('\t'));
        let (layout, kind) = (r.text(), r.text());
        let message = r.some();
        let what = match (layout.as_ref(), kind.as_ref()) {
            (LAYOUT, "failure") => What::Failure(Box::new(Failure {
                reason: r.word(),
                detail: r.optional_word(),
                fault: r.word(),
                persistence: r.word(),
                confidence: r.word(),
                trust: r.word(),
                attribution: r.word(),
                forwarded: !r.text().is_empty(),
                status: r.parsed(),
                reply: r.parsed::<ReplyCode>(),
                command: r.optional_word(),
                provider: r.some(),
                server: r.some(),
                evidence: Evidence {
                    basis: r.word(),
                    source: r.word(),
                    rule: r.some().map(Cow::Owned),
                    text: r.some(),
                },
            })),
            (LAYOUT, "complaint") => What::Complaint { feedback_type: r.word(), trust: r.word() },
            (LAYOUT, "delivered") => What::Delivered { trust: r.word() },
            (LAYOUT, "accepted") => What::Accepted,
            (LAYOUT, "sent") => What::Sent,
            (LAYOUT, "stopped") => What::Stopped { reason: r.text().into_owned(), by: r.text().into_owned() },
            (LAYOUT, "released") => What::Released { reason: r.text().into_owned(), by: r.text().into_owned() },
            (LAYOUT, "discounted") => What::Discounted(Window {
                reason: r.word::<Reason>(),
                place: r.word::<Place>(),
                name: r.text().into_owned(),
                from: Timestamp(r.parsed().unwrap_or_default()),
                until: Timestamp(r.parsed().unwrap_or_default()),
            }),
            _ => What::Unknown(body.to_owned()),
        };
        Ok(Self { id, recipient, message, at, what })
    }
}

fn hand(kind: &str, reason: &str, by: &str) -> String {
    let mut w = Writer::new(kind, None);
    w.text(reason);
    w.text(by);
    w.0
}

#[cfg(feature = "serde")]
mod json {
    //! An event as an object: id, recipient, message, at, what; the same names as the accessors.

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::{Event, EventId, Mailbox, Timestamp, What};

    #[derive(Serialize)]
    struct Out<'a> {
        id: EventId,
        recipient: &'a Mailbox,
        message: Option<&'a str>,
        at: Timestamp,
        what: &'a What,
    }

    #[derive(Deserialize)]
    struct In {
        id: EventId,
        recipient: Mailbox,
        #[serde(default)]
        message: Option<String>,
        at: Timestamp,
        what: What,
    }

    impl Serialize for Event {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Event { id, recipient, message, at, what } = self;
            Out { id: *id, recipient, message: message.as_deref(), at: *at, what }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Event {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let In { id, recipient, message, at, what } = In::deserialize(deserializer)?;
            Ok(Self { id, recipient, message, at: Timestamp(at.0.max(0)), what })
        }
    }
}
