//! A built-in row: what a server writes, and what it means. Const data, so that a table costs nothing to start.

use crate::bounce::{Basis, Confidence, Kind};
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;

/// What a row concludes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Says {
    /// Why a recipient was refused.
    Reason(Reason),
    /// What the whole mail is.
    Kind(Kind),
}

/// An enhanced status of which each number may be open: `5.1.1`, `5.1.x`, `x.7.26`, `5.7.606-649`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StatusPattern {
    class: Option<u16>,
    subject: Option<u16>,
    detail: Option<(u16, u16)>,
}

impl StatusPattern {
    /// Reads a pattern; `None` if it is none.
    pub(crate) const fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let (class, at) = match number(bytes, 0) {
            Some(found) => found,
            None => return None,
        };
        if at >= bytes.len() || bytes[at] != b'.' {
            return None;
        }
        let (subject, at) = match number(bytes, at + 1) {
            Some(found) => found,
            None => return None,
        };
        if at >= bytes.len() || bytes[at] != b'.' {
            return None;
        }
        let (detail, at) = match number(bytes, at + 1) {
            Some(found) => found,
            None => return None,
        };
        let (detail, at) = match detail {
            Some(low) if at < bytes.len() && bytes[at] == b'-' => match number(bytes, at + 1) {
                Some((Some(high), at)) if high >= low => (Some((low, high)), at),
                _ => return None,
            },
            Some(low) => (Some((low, low)), at),
            None => (None, at),
        };
        if at != bytes.len() || matches!(class, Some(class) if class != 2 && class != 4 && class != 5) {
            return None;
        }
        Some(Self { class, subject, detail })
    }

    pub(crate) fn holds(self, status: EnhancedStatus) -> bool {
        let (class, subject, detail) = status.numbers();
        self.class.is_none_or(|it| it == u16::from(class))
            && self.subject.is_none_or(|it| it == subject)
            && self.detail.is_none_or(|(low, high)| (low..=high).contains(&detail))
    }
}

/// A number of one to three digits, or `x` for any; with the place after it.
const fn number(bytes: &[u8], start: usize) -> Option<(Option<u16>, usize)> {
    if start < bytes.len() && bytes[start] == b'x' {
        return Some((None, start + 1));
    }
    let (mut value, mut at) = (0, start);
    while at < bytes.len() && at < start + 3 && bytes[at].is_ascii_digit() {
        value = value * 10 + (bytes[at] - b'0') as u16;
        at += 1;
    }
    if at == start { None } else { Some((Some(value), at)) }
}

/// What must hold beside the words. A condition on something that is not known does not hold.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Conditions {
    /// From the first to the last, both included.
    pub(crate) reply: Option<(u16, u16)>,
    pub(crate) status: Option<StatusPattern>,
    pub(crate) command: Option<SmtpCommand>,
}

impl Conditions {
    pub(crate) fn hold(
        &self,
        reply: Option<ReplyCode>,
        status: Option<EnhancedStatus>,
        command: Option<SmtpCommand>,
    ) -> bool {
        self.reply.is_none_or(|(first, last)| reply.is_some_and(|it| (first..=last).contains(&it.get())))
            && self.status.is_none_or(|it| status.is_some_and(|status| it.holds(status)))
            && self.command.is_none_or(|it| command.is_some_and(|command| same_stage(it, command)))
    }
}

/// Reports do not tell DATA from the end of the message, so a condition on one holds for both.
fn same_stage(one: SmtpCommand, other: SmtpCommand) -> bool {
    use SmtpCommand::{Data, EndOfData};
    one == other || matches!((one, other), (Data, EndOfData) | (EndOfData, Data))
}

/// One row of a table. Phrases are written folded, see [`fold`](super::fold).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) id: &'static str,
    /// The words it begins with.
    pub(crate) phrase: &'static str,
    /// Words that follow, in this order, not too far away.
    pub(crate) then: &'static [&'static str],
    pub(crate) says: Says,
    /// A text that this row wins; its test. For tests and for those who read the tables: programs need not carry it.
    #[cfg(test)]
    pub(crate) sample: &'static str,
    /// Where it was seen.
    #[cfg(test)]
    pub(crate) source: &'static str,
    pub(crate) conditions: Conditions,
    pub(crate) detail: Option<Detail>,
    pub(crate) fault: Option<Fault>,
    pub(crate) persistence: Option<Persistence>,
    pub(crate) confidence: Confidence,
    /// Counts whoever said it: the provider's own tag or URL.
    pub(crate) unmistakable: bool,
    /// Counts only at the start of the text.
    pub(crate) at_start: bool,
    /// Its words end where a word ends, and the name of a host: `unknown user`, not `unknown users`; `antispam`, not `antispam.example`.
    pub(crate) whole: bool,
}

impl Row {
    /// A row that names a reason.
    pub(crate) const fn new(
        id: &'static str,
        phrase: &'static str,
        reason: Reason,
        sample: &'static str,
        source: &'static str,
    ) -> Self {
        Self::says(id, phrase, Says::Reason(reason), sample, source)
    }

    /// A row that says what the whole mail is.
    pub(crate) const fn kind(
        id: &'static str,
        phrase: &'static str,
        kind: Kind,
        sample: &'static str,
        source: &'static str,
    ) -> Self {
        Self::says(id, phrase, Says::Kind(kind), sample, source)
    }

    const fn says(
        id: &'static str,
        phrase: &'static str,
        says: Says,
        #[cfg_attr(not(test), allow(unused_variables))] sample: &'static str,
        #[cfg_attr(not(test), allow(unused_variables))] source: &'static str,
    ) -> Self {
        Self {
            id,
            phrase,
            then: &[],
            says,
            #[cfg(test)]
            sample,
            #[cfg(test)]
            source,
            conditions: Conditions { reply: None, status: None, command: None },
            detail: None,
            fault: None,
            persistence: None,
            confidence: Confidence::High,
            unmistakable: false,
            at_start: false,
            whole: false,
        }
    }

    pub(crate) const fn then(mut self, phrases: &'static [&'static str]) -> Self {
        self.then = phrases;
        self
    }

    pub(crate) const fn reply(self, code: u16) -> Self {
        self.replies(code, code)
    }

    pub(crate) const fn replies(mut self, first: u16, last: u16) -> Self {
        assert!(
            ReplyCode::new(first).is_some() && ReplyCode::new(last).is_some() && first <= last,
            "no such reply codes"
        );
        self.conditions.reply = Some((first, last));
        self
    }

    pub(crate) const fn status(mut self, pattern: &str) -> Self {
        self.conditions.status = StatusPattern::parse(pattern);
        assert!(self.conditions.status.is_some(), "no status pattern");
        self
    }

    pub(crate) const fn command(mut self, command: SmtpCommand) -> Self {
        self.conditions.command = Some(command);
        self
    }

    pub(crate) const fn detail(mut self, detail: Detail) -> Self {
        self.detail = Some(detail);
        self
    }

    pub(crate) const fn fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    pub(crate) const fn persistence(mut self, persistence: Persistence) -> Self {
        self.persistence = Some(persistence);
        self
    }

    pub(crate) const fn permanent(self) -> Self {
        self.persistence(Persistence::Permanent)
    }

    pub(crate) const fn transient(self) -> Self {
        self.persistence(Persistence::Transient)
    }

    pub(crate) const fn medium(mut self) -> Self {
        self.confidence = Confidence::Medium;
        self
    }

    pub(crate) const fn low(mut self) -> Self {
        self.confidence = Confidence::Low;
        self
    }

    pub(crate) const fn unmistakable(mut self) -> Self {
        self.unmistakable = true;
        self
    }

    pub(crate) const fn whole(mut self) -> Self {
        self.whole = true;
        self
    }

    pub(crate) const fn at_start(mut self) -> Self {
        self.at_start = true;
        self
    }
}

/// Rows that belong together, in their order: specific before general.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Table {
    /// The provider whose words these are; none if they count whoever said them.
    pub(crate) remote: Option<&'static str>,
    pub(crate) basis: Basis,
    pub(crate) rows: &'static [Row],
}

impl Table {
    /// Words of one provider.
    pub(crate) const fn of_provider(name: &'static str, rows: &'static [Row]) -> Self {
        Self { remote: Some(name), basis: Basis::RemoteMta, rows }
    }

    /// Words of programs that write reports, whoever runs them.
    pub(crate) const fn of_program(rows: &'static [Row]) -> Self {
        Self { remote: None, basis: Basis::ReportingMta, rows }
    }

    /// Words that nobody owns.
    pub(crate) const fn of_phrases(rows: &'static [Row]) -> Self {
        Self { remote: None, basis: Basis::Phrase, rows }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // A wrong status here is a wrong test.
mod tests {
    use super::*;

    #[test]
    fn status_patterns() {
        let holds = |pattern: &str, status: &str| {
            StatusPattern::parse(pattern).is_some_and(|it| it.holds(status.parse().unwrap()))
        };
        assert!(holds("5.1.1", "5.1.1") && !holds("5.1.1", "5.1.10") && !holds("5.1.1", "4.1.1"));
        assert!(holds("x.1.1", "4.1.1") && holds("5.1.x", "5.1.10") && holds("5.7.606-649", "5.7.606"));
        assert!(!holds("5.7.606-649", "5.7.650"));
        for bad in ["", "5", "5.1", "5.1.", "5.1.1.1", "3.1.1", "5.1.1000", "5.7.649-606", "5.1.x-2", "a.b.c", "5.1.1 "]
        {
            assert!(StatusPattern::parse(bad).is_none(), "{bad}");
        }
    }
}
