//! Rules of the caller's own, checked when a set of them is built.

use std::borrow::Cow;
use std::collections::HashSet;

use regex::{Regex, RegexBuilder};

use super::fold::fold;
use super::index::{Index, SHORTEST, is_followed};
use super::row::{Conditions, StatusPattern};
use super::set::Query;
use crate::error::{RuleError, RuleErrorKind};
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::reply::{ReplyCode, SmtpCommand};
use crate::transcript;

/// The most that a compiled regular expression may take, in bytes.
const REGEX_SIZE: usize = 1 << 18;

/// A rule of your own: words of a server, and the reason they stand for.
///
/// Texts are folded before they are compared: lower case in all scripts, white space collapsed, quotes and dashes
/// unified, `email` and `e-mail` as `mail`. Phrases are folded alike, so write them as you read them. A phrase matches
/// where a word begins: `blocked` does not match in `unblocked`, yet `block` matches in `blocked`.
///
/// Mistakes are reported when the rules are put to use, by an error that names the rule.
///
/// ```
/// use mailbounce::{Reason, Rule};
///
/// let rule = Rule::phrase("acme/blocked", "blocked by ACME", Reason::PolicyRejected)
///     .with_reply(550)
///     .with_remote("acme.example")
///     .with_sample("550 5.7.1 Message blocked by Acme");
/// assert_eq!(rule.id(), "acme/blocked");
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct Rule {
    id: String,
    pattern: PatternText,
    reason: Reason,
    reply: Option<u16>,
    status: Option<String>,
    command: Option<SmtpCommand>,
    remote: Option<String>,
    detail: Option<Detail>,
    fault: Option<Fault>,
    persistence: Option<Persistence>,
    sample: Option<String>,
}

#[derive(Debug, Clone)]
enum PatternText {
    Phrases(Vec<String>),
    Regex(String),
}

impl Rule {
    fn new(id: impl Into<String>, pattern: PatternText, reason: Reason) -> Self {
        Self {
            id: id.into(),
            pattern,
            reason,
            reply: None,
            status: None,
            command: None,
            remote: None,
            detail: None,
            fault: None,
            persistence: None,
            sample: None,
        }
    }

    /// A rule for one phrase of at least four bytes.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::phrase("acme/gone", "has left Acme", Reason::MailboxDisabled);
    /// # let _ = rule;
    /// ```
    pub fn phrase(id: impl Into<String>, phrase: &str, reason: Reason) -> Self {
        Self::phrases(id, &[phrase], reason)
    }

    /// A rule for several phrases that stand in the text in this order, each within some 250 bytes of the one before.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::phrases("acme/gone", &["the account of", "was closed"], Reason::MailboxDisabled)
    ///     .with_sample("550 The account of kijitora was closed");
    /// # let _ = rule;
    /// ```
    pub fn phrases(id: impl Into<String>, phrases: &[&str], reason: Reason) -> Self {
        Self::new(id, PatternText::Phrases(phrases.iter().map(|phrase| fold(phrase)).collect()), reason)
    }

    /// A rule for a regular expression in the syntax of the `regex` crate, compared without regard to case, on the folded
    /// text: one space for any white space, and `mail` for `email` and `e-mail`.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::regex("acme/code", r"\bacme-4\d\d\b", Reason::SpamContent).with_sample("554 ACME-417 rejected");
    /// # let _ = rule;
    /// ```
    pub fn regex(id: impl Into<String>, pattern: &str, reason: Reason) -> Self {
        Self::new(id, PatternText::Regex(pattern.to_owned()), reason)
    }

    /// Only with this reply code.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::phrase("acme/no", "not here", Reason::UserUnknown).with_reply(550);
    /// # let _ = rule;
    /// ```
    pub fn with_reply(mut self, code: u16) -> Self {
        self.reply = Some(code);
        self
    }

    /// Only with this enhanced status. `x` stands for any number, and the last may be a range: `5.1.1`, `5.1.x`,
    /// `x.7.26`, `5.7.606-649`.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::phrase("acme/no", "not here", Reason::UserUnknown).with_status("5.1.x");
    /// # let _ = rule;
    /// ```
    pub fn with_status(mut self, pattern: &str) -> Self {
        self.status = Some(pattern.to_owned());
        self
    }

    /// Only in answer to this command; [`Data`](SmtpCommand::Data) and [`EndOfData`](SmtpCommand::EndOfData) hold for
    /// each other, as reports do not tell them apart.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule, SmtpCommand};
    /// let rule = Rule::phrase("acme/no", "not here", Reason::UserUnknown).with_command(SmtpCommand::Rcpt);
    /// # let _ = rule;
    /// ```
    pub fn with_command(mut self, command: SmtpCommand) -> Self {
        self.command = Some(command);
        self
    }

    /// Only when said by this provider, by the name it has in the ids of built-in rules (`google`), or by a host whose
    /// name is this or ends in it (`acme.example` holds for `mx1.acme.example`).
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::phrase("acme/no", "not here", Reason::UserUnknown).with_remote("acme.example");
    /// # let _ = rule;
    /// ```
    pub fn with_remote(mut self, provider_or_host: &str) -> Self {
        self.remote = Some(provider_or_host.trim_matches('.').to_ascii_lowercase());
        self
    }

    /// The finer word for the reason.
    ///
    /// ```
    /// # use mailbounce::{Detail, Reason, Rule};
    /// let rule = Rule::phrase("acme/staff", "staff only", Reason::RecipientRestricted).with_detail(Detail::Closed);
    /// # let _ = rule;
    /// ```
    pub fn with_detail(mut self, detail: Detail) -> Self {
        self.detail = Some(detail);
        self
    }

    /// Whose fault it is, where that differs from the reason's usual [`fault`](Reason::fault).
    ///
    /// ```
    /// # use mailbounce::{Fault, Reason, Rule};
    /// let rule = Rule::phrase("acme/url", "bad link", Reason::DomainBlocked).with_fault(Fault::Message);
    /// # let _ = rule;
    /// ```
    pub fn with_fault(mut self, fault: Fault) -> Self {
        self.fault = Some(fault);
        self
    }

    /// Whether it lasts, where that differs from what the reason and the reply code say.
    ///
    /// ```
    /// # use mailbounce::{Persistence, Reason, Rule};
    /// let rule = Rule::phrase("acme/hour", "this hour", Reason::RateLimited).with_persistence(Persistence::Transient);
    /// # let _ = rule;
    /// ```
    pub fn with_persistence(mut self, persistence: Persistence) -> Self {
        self.persistence = Some(persistence);
        self
    }

    /// A text that this rule must match; checked when the rules are put to use. A code or status that it begins with must fit
    /// [`with_reply`](Self::with_reply) and [`with_status`](Self::with_status).
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// let rule = Rule::phrase("acme/no", "not here", Reason::UserUnknown).with_sample("550 Sorry, not here");
    /// # let _ = rule;
    /// ```
    pub fn with_sample(mut self, text: &str) -> Self {
        self.sample = Some(text.to_owned());
        self
    }

    /// Its id, as evidence names it.
    ///
    /// ```
    /// # use mailbounce::{Reason, Rule};
    /// assert_eq!(Rule::phrase("acme/no", "not here", Reason::UserUnknown).id(), "acme/no");
    /// ```
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    fn checked(self) -> Result<Checked, RuleError> {
        let bad = |kind| Err(RuleError::new(&self.id, kind));
        if self.id.trim().is_empty() {
            return bad(RuleErrorKind::EmptyId);
        }
        let pattern = match &self.pattern {
            PatternText::Phrases(phrases) => {
                if phrases.is_empty() || phrases.iter().any(String::is_empty) {
                    return bad(RuleErrorKind::EmptyPattern);
                }
                if phrases.first().is_some_and(|first| first.len() < SHORTEST) {
                    return bad(RuleErrorKind::TooShort(SHORTEST));
                }
                Pattern::Phrases(phrases.clone())
            }
            PatternText::Regex(text) => {
                if text.is_empty() {
                    return bad(RuleErrorKind::EmptyPattern);
                }
                match RegexBuilder::new(text).case_insensitive(true).size_limit(REGEX_SIZE).build() {
                    Ok(regex) if regex.is_match("") => return bad(RuleErrorKind::MatchesAll),
                    Ok(regex) => Pattern::Regex(regex),
                    Err(error) => return bad(RuleErrorKind::Regex(error.to_string())),
                }
            }
        };
        let mut conditions = Conditions { command: self.command, ..Conditions::default() };
        if let Some(code) = self.reply {
            if ReplyCode::new(code).is_none() {
                return bad(RuleErrorKind::Reply(code));
            }
            conditions.reply = Some((code, code));
        }
        if let Some(status) = &self.status {
            conditions.status = StatusPattern::parse(status);
            if conditions.status.is_none() {
                return bad(RuleErrorKind::Status(status.clone()));
            }
        }
        let rule = Checked {
            id: self.id.into(),
            pattern,
            conditions,
            remote: self.remote,
            reason: self.reason,
            detail: self.detail,
            fault: self.fault,
            persistence: self.persistence,
        };
        if let Some(sample) = self.sample {
            let text = fold(&sample);
            let (reply, status) = transcript::read_codes(&sample);
            // A sample may be the words alone; only what it states can contradict the rule.
            let stated = Conditions {
                reply: rule.conditions.reply.filter(|_| reply.is_some()),
                status: rule.conditions.status.filter(|_| status.is_some()),
                command: None,
            };
            if !rule.words_stand(&text) || !stated.hold(reply, status, None) {
                return Err(RuleError::new(&rule.id, RuleErrorKind::Sample(sample)));
            }
        }
        Ok(rule)
    }
}

/// A rule that can be used.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) id: Cow<'static, str>,
    pattern: Pattern,
    conditions: Conditions,
    remote: Option<String>,
    pub(super) reason: Reason,
    pub(super) detail: Option<Detail>,
    pub(super) fault: Option<Fault>,
    pub(super) persistence: Option<Persistence>,
}

#[derive(Debug)]
enum Pattern {
    Phrases(Vec<String>),
    Regex(Regex),
}

impl Checked {
    /// Whether its words stand in a text, of which the index finds the first phrase.
    fn words_stand(&self, text: &str) -> bool {
        match &self.pattern {
            Pattern::Phrases(phrases) => {
                let first = Index::new(phrases.iter().map(String::as_str).take(1));
                first.find(text, |_, place| self.goes_on(text, place)).is_some()
            }
            Pattern::Regex(regex) => regex.is_match(text),
        }
    }

    /// Whether the further phrases follow the first, which stands at a place.
    fn goes_on(&self, text: &str, place: usize) -> bool {
        match &self.pattern {
            Pattern::Phrases(phrases) => {
                phrases.split_first().is_some_and(|(first, then)| is_followed(text, place, first, then))
            }
            Pattern::Regex(_) => false,
        }
    }

    fn conditions_hold(&self, query: &Query<'_>) -> bool {
        self.conditions.hold(query.reply, query.status, query.command)
            && self.remote.as_deref().is_none_or(|remote| {
                query.remote == Some(remote) || query.host.is_some_and(|host| is_host_or_under(host, remote))
            })
    }
}

/// Whether a host name is `suffix` or a name below it.
pub(crate) fn is_host_or_under(host: &str, suffix: &str) -> bool {
    let (mut host, suffix) = (host.as_bytes(), suffix.as_bytes());
    while let [rest @ .., b'.'] = host {
        host = rest;
    }
    let Some((above, end)) = host.len().checked_sub(suffix.len()).map(|at| host.split_at(at)) else { return false };
    // Nearly all are written in lower case.
    above.last().is_none_or(|&last| last == b'.') && (end == suffix || end.eq_ignore_ascii_case(suffix))
}

/// The caller's rules of one side, in their order.
#[derive(Debug, Default)]
pub(super) struct OwnRules {
    rules: Vec<Checked>,
    index: Index,
    regexes: Vec<usize>,
    of_providers: bool,
}

impl OwnRules {
    pub(super) fn new(rules: Vec<Rule>, ids: &mut HashSet<String>) -> Result<Self, RuleError> {
        let mut checked = Vec::with_capacity(rules.len());
        for rule in rules {
            if !ids.insert(rule.id.clone()) {
                return Err(RuleError::new(&rule.id, RuleErrorKind::Duplicate));
            }
            checked.push(rule.checked()?);
        }
        let phrase = |rule: &'_ Checked| match &rule.pattern {
            Pattern::Phrases(phrases) => phrases.first().cloned().unwrap_or_default(),
            Pattern::Regex(_) => String::new(),
        };
        let firsts: Vec<String> = checked.iter().map(phrase).collect();
        let regexes = (0..checked.len()).filter(|&at| matches!(checked[at].pattern, Pattern::Regex(_))).collect();
        let of_providers = checked.iter().any(|rule| rule.remote.is_some());
        Ok(Self { index: Index::new(firsts.iter().map(String::as_str)), rules: checked, regexes, of_providers })
    }

    /// Whether a rule is one of a certain provider's words only.
    pub(super) fn ask_who(&self) -> bool {
        self.of_providers
    }

    pub(super) fn find(&self, query: &Query<'_>) -> Option<&Checked> {
        if self.rules.is_empty() {
            return None;
        }
        let phrase = self.index.find(query.text, |position, place| {
            let rule = &self.rules[position];
            rule.conditions_hold(query) && rule.goes_on(query.text, place)
        });
        let limit = phrase.unwrap_or(usize::MAX);
        let regex = self.regexes.iter().copied().take_while(|&at| at < limit).find(|&at| {
            let rule = &self.rules[at];
            rule.conditions_hold(query) && rule.words_stand(query.text)
        });
        self.rules.get(regex.or(phrase)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_contradicts_no_condition() {
        let rule = || Rule::phrase("acme/seat", "seat has been released", Reason::UserUnknown);
        let is_taken = |rule: Rule, sample: &str| rule.with_sample(sample).checked().is_ok();
        assert!(is_taken(rule().with_reply(550), "550 5.1.1 Seat has been released"));
        assert!(is_taken(rule().with_reply(550), "Seat has been released"), "the words alone");
        assert!(!is_taken(rule().with_reply(550), "450 Seat has been released"));
        assert!(is_taken(rule().with_status("5.1.x"), "550 5.1.1 Seat has been released"));
        assert!(is_taken(rule().with_status("5.1.x"), "550 Seat has been released"));
        assert!(!is_taken(rule().with_status("5.2.x"), "550 5.1.1 Seat has been released"));
    }
}
