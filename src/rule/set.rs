//! All rules in their order: the caller's before ours, ours, the caller's after ours.

use std::borrow::Cow;
use std::collections::HashSet;

use once_cell::sync::Lazy;

use super::index::{Index, is_followed};
use super::own::{OwnRules, Rule};
use super::row::{Conditions, Row, Says, Table};
use crate::bounce::{Basis, Confidence};
use crate::error::{RuleError, RuleErrorKind};
use crate::phrases;
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::remote_mta::PROVIDERS;
use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;

/// One text that a server said, and what is known about it.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Query<'a> {
    /// Folded, see [`fold`](super::fold).
    pub(crate) text: &'a str,
    /// The provider that said it, as [`provider_of`](crate::remote_mta::provider_of) names it, if it is known.
    pub(crate) remote: Option<&'static str>,
    /// The host that said it: only rules of the caller's own look at it.
    pub(crate) host: Option<&'a str>,
    pub(crate) reply: Option<ReplyCode>,
    pub(crate) status: Option<EnhancedStatus>,
    pub(crate) command: Option<SmtpCommand>,
}

/// The row or rule that won, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) rule: Cow<'static, str>,
    pub(crate) basis: Basis,
    pub(crate) says: Says,
    pub(crate) detail: Option<Detail>,
    /// Only where it differs from the reason's usual one.
    pub(crate) fault: Option<Fault>,
    /// Only where the words tell.
    pub(crate) persistence: Option<Persistence>,
    pub(crate) confidence: Confidence,
}

/// A row, whose words it is, and what it is based on.
type Owned = (&'static Row, Option<&'static str>, Basis);

/// What is asked of a row whose phrase stands in the text, side by side: the rows are large, and stand where the linker put them.
struct Check {
    remote: Option<&'static str>,
    then: &'static [&'static str],
    conditions: Conditions,
    unmistakable: bool,
    at_start: bool,
    whole: bool,
}

impl Check {
    fn of((row, remote, _): &Owned) -> Self {
        Self {
            remote: *remote,
            then: row.then,
            conditions: row.conditions,
            unmistakable: row.unmistakable,
            at_start: row.at_start,
            whole: row.whole,
        }
    }
}

/// Rows of one purpose, indexed.
struct Rows {
    /// Words that give a provider away, and which.
    marks: Vec<(&'static str, &'static str)>,
    rows: Vec<Owned>,
    /// For each of the rows.
    checks: Vec<Check>,
    /// The marks, then the rows.
    index: Index,
}

impl Rows {
    fn new(tables: &[&'static [Table]], marks: Vec<(&'static str, &'static str)>) -> Self {
        let rows: Vec<_> = tables
            .iter()
            .flat_map(|tables| tables.iter())
            .flat_map(|table| table.rows.iter().map(|row| (row, table.remote, table.basis)))
            .collect();
        let phrases = marks.iter().map(|(mark, _)| *mark).chain(rows.iter().map(|(row, ..)| row.phrase));
        Self { index: Index::new(phrases), marks, checks: rows.iter().map(Check::of).collect(), rows }
    }

    /// The provider that a mark in the text gives away.
    fn marked(&self, text: &str) -> Option<&'static str> {
        let mark = self.index.find(text, |at, _| at < self.marks.len())?;
        self.marks.get(mark).map(|(_, provider)| *provider)
    }

    /// The lowest row that stands somewhere in the text and for which `holds(position, row, place)` is true.
    fn lowest(&self, text: &str, mut holds: impl FnMut(usize, &Owned, usize) -> bool) -> Option<usize> {
        let position = |at: usize| at.checked_sub(self.marks.len());
        let found = self.index.find(text, |at, place| {
            position(at)
                .and_then(|at| Some((at, self.rows.get(at)?)))
                .is_some_and(|(at, row)| is_followed(text, place, row.0.phrase, row.0.then) && holds(at, row, place))
        });
        found.and_then(position)
    }

    fn find(&self, query: &Query<'_>) -> Option<Found> {
        // What another provider would say unmistakably stands behind the words of the provider that did say it.
        let mut foreign: Option<usize> = None;
        let mut marked: Option<usize> = None;
        let unknown = query.remote.is_none();
        let found = self.index.find(query.text, |at, place| {
            let Some(position) = at.checked_sub(self.marks.len()) else {
                // A mark is looked for in the same pass, and found in few texts.
                if unknown {
                    marked = Some(marked.map_or(at, |best| best.min(at)));
                }
                return false;
            };
            let check = &self.checks[position];
            let elsewhere = check.remote.is_some() && check.remote != query.remote;
            if elsewhere && (!check.unmistakable || foreign.is_some_and(|best| best <= position)) {
                return false;
            }
            let phrase = || self.rows[position].0.phrase;
            let holds = (place == 0 || !check.at_start)
                && (!check.whole || word_ends(query.text, place + phrase().len()))
                && check.conditions.hold(query.reply, query.status, query.command)
                && (check.then.is_empty() || is_followed(query.text, place, phrase(), check.then));
            if holds && elsewhere {
                foreign = Some(position);
            }
            holds && !elsewhere
        });
        if let Some((_, provider)) = marked.and_then(|at| self.marks.get(at)) {
            return self.find(&Query { remote: Some(provider), ..*query });
        }
        let own = found.and_then(|at| at.checked_sub(self.marks.len()));
        let of_the_provider = own.is_some_and(|position| self.rows[position].1.is_some());
        let position = if of_the_provider { own } else { foreign.or(own) }?;
        if self.rows[position].1.is_none() && self.names_many(query) {
            return None;
        }
        let (row, _, basis) = self.rows[position];
        let cause = || self.cause_behind(position, query);
        Some(Found {
            rule: Cow::Borrowed(row.id),
            basis,
            says: row.says,
            detail: row.detail.or_else(|| if row.says == Says::Reason(Reason::Expired) { cause() } else { None }),
            fault: row.fault,
            persistence: row.persistence,
            confidence: row.confidence,
        })
    }

    /// Whether a long text names so many causes that it tells none: a list of all rules, or of all that may have gone wrong.
    fn names_many(&self, query: &Query<'_>) -> bool {
        const LONG: usize = 600;
        const MANY: usize = 3;
        if query.text.len() < LONG {
            return false;
        }
        let mut named: Vec<Reason> = Vec::new();
        self.lowest(query.text, |_, (row, remote, _), _| {
            if let Says::Reason(reason) = row.says
                && remote.is_none()
                && row.confidence == Confidence::High
                && !named.contains(&reason)
            {
                named.push(reason);
            }
            // None wins, so that all are seen.
            false
        });
        named.len() >= MANY
    }

    /// Why a message expired: the best of the rows behind the one that says so.
    fn cause_behind(&self, expired: usize, query: &Query<'_>) -> Option<Detail> {
        let cause = |row: &Row| match row.says {
            Says::Reason(Reason::MailboxFull) => Some(Detail::MailboxFull),
            Says::Reason(Reason::DnsFailure) => Some(Detail::DnsFailure),
            Says::Reason(Reason::NetworkError) => Some(Detail::NetworkError),
            Says::Reason(Reason::TlsFailure) => Some(Detail::TlsFailure),
            Says::Reason(Reason::Greylisted) => Some(Detail::Greylisted),
            Says::Reason(Reason::RateLimited) => Some(Detail::RateLimited),
            _ => None,
        };
        let position = self.lowest(query.text, |position, (row, remote, _), _| {
            position > expired
                && remote.is_none()
                && row.confidence == Confidence::High
                && cause(row).is_some()
                && row.conditions.hold(query.reply, query.status, query.command)
        })?;
        cause(self.rows[position].0)
    }
}

static BUILTIN: Lazy<Rows> = Lazy::new(|| {
    let providers = PROVIDERS.iter().flat_map(|providers| providers.iter());
    Rows::new(phrases::ORDER, providers.flat_map(|p| p.marks.iter().map(|mark| (*mark, p.name))).collect())
});
static SUBJECTS: Lazy<Rows> = Lazy::new(|| Rows::new(phrases::SUBJECTS, Vec::new()));
static BODIES: Lazy<Rows> = Lazy::new(|| Rows::new(phrases::BODIES, Vec::new()));

/// The provider that a mark in a folded text gives away.
pub(super) fn marked(text: &str) -> Option<&'static str> {
    BUILTIN.marked(text)
}

/// Every rule, in order.
#[derive(Debug, Default)]
pub(crate) struct RuleSet {
    before: OwnRules,
    after: OwnRules,
}

impl RuleSet {
    /// The built-in rows alone.
    pub(crate) fn builtin() -> &'static Self {
        static SET: Lazy<RuleSet> = Lazy::new(RuleSet::default);
        &SET
    }

    /// The built-in rows between rules of the caller's.
    ///
    /// # Errors
    ///
    /// An empty or doubled id, an empty or too short phrase, a wrong or too large regex, a regex that matches everything, a
    /// reply or status that is none, a sample that its own rule does not match.
    pub(crate) fn new(before: Vec<Rule>, after: Vec<Rule>) -> Result<Self, RuleError> {
        let mut ids = HashSet::new();
        if let Some(rule) =
            before.iter().chain(&after).find(|rule| BUILTIN.rows.iter().any(|(row, ..)| row.id == rule.id()))
        {
            return Err(RuleError::new(rule.id(), RuleErrorKind::Duplicate));
        }
        Ok(Self { before: OwnRules::new(before, &mut ids)?, after: OwnRules::new(after, &mut ids)? })
    }

    /// The winner for a text that a server said. Where the query does not know which, a mark in the text may.
    pub(crate) fn find(&self, query: &Query<'_>) -> Option<Found> {
        let asked = self.before.ask_who() || self.after.ask_who();
        let query = &Query { remote: query.remote.or_else(|| if asked { marked(query.text) } else { None }), ..*query };
        let own = |rules: &OwnRules| {
            rules.find(query).map(|rule| Found {
                rule: rule.id.clone(),
                basis: Basis::OwnRule,
                says: Says::Reason(rule.reason),
                detail: rule.detail,
                fault: rule.fault,
                persistence: rule.persistence,
                confidence: Confidence::High,
            })
        };
        own(&self.before).or_else(|| BUILTIN.find(query)).or_else(|| own(&self.after))
    }

    /// What a folded Subject says of the whole mail: auto-reply, challenge.
    #[allow(clippy::unused_self)] // So that rules of the caller's can take part later.
    pub(crate) fn subject_kind(&self, subject: &str) -> Option<Found> {
        let mut text = subject;
        while let Some(rest) = REPLY_MARKS.iter().find_map(|mark| text.strip_prefix(mark)) {
            text = rest.trim_start();
        }
        let kind = |text| SUBJECTS.find(&Query { text, ..Query::default() });
        let bare = text.trim_start_matches(['[', '(', '【', '*', '"', '\'', '<', '-', ' ']);
        kind(text).or_else(|| if bare.len() < text.len() { kind(bare) } else { None })
    }

    /// What a folded piece of the readable text says of the whole mail: vacation, challenge.
    #[allow(clippy::unused_self)] // As above.
    pub(crate) fn body_kind(&self, text: &str) -> Option<Found> {
        BODIES.find(&Query { text, ..Query::default() })
    }
}

/// Whether no word goes on at `place`, nor the name of a host.
fn word_ends(text: &str, place: usize) -> bool {
    let goes_on = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_alphanumeric);
    let joined = matches!(text.as_bytes().get(place), Some(b'.' | b'-'));
    !(goes_on(place) || joined && goes_on(place + 1))
}

/// What mail programs put before the subject of a reply.
const REPLY_MARKS: &[&str] =
    &["re:", "aw:", "sv:", "vs:", "antw:", "odp:", "ynt:", "res:", "r:", "回复:", "回覆:", "答复:", "fwd:", "fw:"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_one_provider_says_comes_first() {
        // Once what anybody may say holds, nothing behind it is asked about.
        let anybody = BUILTIN.rows.iter().position(|(_, remote, _)| remote.is_none());
        let unmistakable = BUILTIN.rows.iter().rposition(|(row, remote, _)| remote.is_some() && row.unmistakable);
        assert!(unmistakable < anybody);
    }
}
