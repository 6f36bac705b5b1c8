//! Errors: opaque, with predicates. Reading a mail never makes one; see [`Anomaly`](crate::Anomaly).

use std::fmt;

/// A text that is not what it should be: an address, a status, a reply code, a time, or one of the crate's words.
#[derive(Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}: {why}: {text:?}")]
pub struct ParseError {
    what: &'static str,
    why: &'static str,
    text: String,
}

impl ParseError {
    /// Longest piece of the bad input that an error repeats, in characters.
    const SHOWN: usize = 80;

    pub(crate) fn new(what: &'static str, why: &'static str, text: &str) -> Self {
        Self { what, why, text: text.chars().take(Self::SHOWN).collect() }
    }

    pub(crate) fn unknown_word(what: &'static str, text: &str) -> Self {
        Self::new(what, "unknown word", text)
    }
}

impl fmt::Debug for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ParseError({self})")
    }
}

/// A rule that can't be used, named by its id.
#[derive(Debug, Clone, thiserror::Error)]
#[error("rule {id:?}: {kind}")]
pub struct RuleError {
    id: String,
    kind: RuleErrorKind,
}

#[derive(Debug, Clone, thiserror::Error)]
pub(crate) enum RuleErrorKind {
    #[error("the id is empty")]
    EmptyId,
    #[error("the pattern is empty")]
    EmptyPattern,
    #[error("the pattern is shorter than {0} bytes, ordinary mail would match it")]
    TooShort(usize),
    #[error("the regex is wrong: {0}")]
    Regex(String),
    #[error("the regex matches an empty text, so it would match every mail")]
    MatchesAll,
    #[error("{0} is no reply code (200 to 699)")]
    Reply(u16),
    #[error("{0:?} is no enhanced status (three numbers, `x` for any)")]
    Status(String),
    #[error("its sample is not matched by it: {0:?}")]
    Sample(String),
    #[error("the id is used twice")]
    Duplicate,
}

impl RuleError {
    pub(crate) fn new(id: &str, kind: RuleErrorKind) -> Self {
        Self { id: id.to_owned(), kind }
    }

    /// The id of the rule that is wrong.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.id
    }

    /// The rule's regular expression does not compile, or is too large.
    #[must_use]
    pub fn is_regex(&self) -> bool {
        matches!(self.kind, RuleErrorKind::Regex(_))
    }

    /// The rule does not match the sample it was given.
    #[must_use]
    pub fn is_sample(&self) -> bool {
        matches!(self.kind, RuleErrorKind::Sample(_))
    }

    /// Two rules have the same id.
    #[must_use]
    pub fn is_duplicate(&self) -> bool {
        matches!(self.kind, RuleErrorKind::Duplicate)
    }
}
