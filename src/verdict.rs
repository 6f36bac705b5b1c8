//! The one precedence: how rule, status, reply, command and action decide. Wording beats codes, because codes lie.

use std::borrow::Cow;

use crate::accused::{self, Hints};
use crate::bounce::{Anomaly, AnomalyKind, Basis, Confidence, Evidence, Outcome, Source, Verdict};
use crate::fields::cut;
use crate::lanes::{is, is_alphanumeric, run};
use crate::pieces::{self, first_length};
use crate::reason::{Detail, Fault, Persistence, Reason};
use crate::reply::{ReplyCode, SmtpCommand};
use crate::rule::{Query, RuleSet, Says, fold_into};
use crate::status::{EnhancedStatus, StatusClass};

/// What is known of one refusal.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Facts<'a> {
    /// Texts that may hold the cause, best first, and where each stood.
    pub(crate) texts: &'a [(&'a str, Source)],
    /// How many of them are said of this recipient alone.
    pub(crate) own: usize,
    /// The provider that refused.
    pub(crate) remote: Option<&'static str>,
    /// The host that refused.
    pub(crate) host: Option<&'a str>,
    /// The recipient's domain is a provider's, and the host that refused is not: a relay on our side.
    pub(crate) by_relay: bool,
    pub(crate) reply: Option<ReplyCode>,
    pub(crate) status: Option<EnhancedStatus>,
    /// The status is the report's own field, not one that stands in its words.
    pub(crate) stated: bool,
    pub(crate) command: Option<SmtpCommand>,
    pub(crate) outcome: Outcome,
}

impl Facts<'_> {
    /// The report's own field names the condition. That the time is over is true of any condition.
    fn is_certain(&self, code: &Answer) -> bool {
        self.stated && code.confidence != Confidence::Low && code.reason != Reason::Expired
    }

    /// The words stand in the text beside the fields and are not said of this recipient: others may have added them.
    fn is_beside(&self, words: &Answer) -> bool {
        words.text >= self.own && self.texts.get(words.text).is_some_and(|(_, source)| *source == Source::Text)
    }
}

/// Longest piece of a text that is kept as evidence, in octets.
const EVIDENCE: usize = 500;

/// Longest piece of one text that rules are asked about, in octets.
const ASKED: usize = 4 << 10;

/// One step's answer.
#[derive(Debug)]
struct Answer {
    reason: Reason,
    detail: Option<Detail>,
    fault: Option<Fault>,
    persistence: Option<Persistence>,
    confidence: Confidence,
    basis: Basis,
    rule: Option<Cow<'static, str>>,
    text: usize,
}

impl Answer {
    fn of(reason: Reason, detail: Option<Detail>, confidence: Confidence, basis: Basis) -> Self {
        Self { reason, detail, fault: None, persistence: None, confidence, basis, rule: None, text: 0 }
    }

    /// Whether a code gave it, as no rule knew the words.
    fn is_by_code(&self) -> bool {
        matches!(self.basis, Basis::Status | Basis::Reply)
    }
}

/// Decides one refusal; conflicts are added to `anomalies`, without their recipient.
pub(crate) fn decide(rules: &RuleSet, facts: &Facts<'_>, anomalies: &mut Vec<Anomaly>) -> Verdict {
    let mut folded = String::new();
    let worded = wording(rules, facts, &mut folded);
    let of_codes = |answer| heard(answer, facts, "");
    let coded = facts.status.and_then(|status| by_status(status, facts.remote)).map(of_codes);
    let replied = || facts.reply.and_then(|reply| by_reply(reply, facts.command)).map(of_codes);
    let tells_nothing = |words: &Answer| words.confidence == Confidence::Low && words.reason == Reason::Undetermined;
    let answer = match (worded, coded) {
        // Words of low weight are a hint; a code that names the condition says more.
        (Some(words), Some(code)) if words.confidence == Confidence::Low && code.confidence != Confidence::Low => code,
        (Some(words), code) if tells_nothing(&words) => code.or_else(replied).unwrap_or(words),
        (Some(words), Some(code))
            if facts.is_certain(&code) && facts.is_beside(&words) && code.reason != words.reason =>
        {
            code
        }
        (Some(words), code) => {
            if let Some(code) = code
                && code.confidence != Confidence::Low
                && blames_address(code.reason) != blames_address(words.reason)
            {
                anomalies.push(conflict(AnomalyKind::ReasonConflict, code.reason.as_str(), words.reason.as_str()));
            }
            words
        }
        (None, Some(code)) => code,
        (None, None) => {
            replied().unwrap_or_else(|| Answer::of(Reason::Undetermined, None, Confidence::Low, Basis::Action))
        }
    };
    // Words that no rule knows may tell more than the code.
    let answer = if answer.is_by_code() { heard(answer, facts, &folded) } else { answer };
    let persistence = persistence(&answer, facts, anomalies);
    let fault = match answer.reason {
        Reason::RelayDenied if facts.by_relay => Fault::Sender,
        reason => answer.fault.unwrap_or_else(|| usual_fault(reason, facts)),
    };
    let (text, source) = facts.texts.get(answer.text).copied().unwrap_or(("", Source::Unknown));
    Verdict {
        reason: answer.reason,
        detail: answer.detail,
        fault,
        persistence,
        confidence: answer.confidence,
        evidence: Evidence {
            basis: answer.basis,
            rule: answer.rule,
            text: (!text.is_empty()).then(|| cut(text, EVIDENCE).to_owned()),
            source,
        },
    }
}

/// An answer in the words and codes of recipients, with what else was said: it may be about the sender or the message, or pass. The
/// caller's own rules know what they say.
fn heard(answer: Answer, facts: &Facts<'_>, folded: &str) -> Answer {
    if answer.basis == Basis::OwnRule || !accused::may_be_the_senders(answer.reason) {
        return answer;
    }
    // A provider's own words are of whom it says; only codes and commands may tell otherwise.
    let hints = if answer.basis == Basis::RemoteMta { Hints::default() } else { Hints::of(folded) };
    let other = accused::instead(answer.reason, facts.command, facts.reply, facts.status, folded, hints);
    let Some(reason) = other else {
        let lasting = matches!(
            answer.reason,
            Reason::UserUnknown | Reason::MailboxDisabled | Reason::HasMoved | Reason::RecipientRestricted
        );
        let passes = lasting && hints.passes(answer.is_by_code());
        let persistence = answer.persistence.or(passes.then_some(Persistence::Transient));
        return Answer { persistence, ..answer };
    };
    let passes = answer.reason == Reason::DnsFailure;
    let persistence = if passes { Some(Persistence::Transient) } else { answer.persistence };
    let fault = (reason == Reason::RelayDenied).then_some(Fault::Sender);
    Answer { reason, detail: None, fault, persistence, ..answer }
}

fn conflict(kind: AnomalyKind, said: &str, used: &str) -> Anomaly {
    Anomaly { kind, recipient: None, said: Some(said.to_owned()), used: Some(used.to_owned()) }
}

/// Whether a reason speaks of the address and its destination, not of the sender or the message.
fn blames_address(reason: Reason) -> bool {
    matches!(reason.fault(), Fault::Recipient | Fault::Destination)
}

/// The best rule over all texts: the first text that one holds for; a text with a hint only gives way to a later one with more. `folded`
/// is then the last that was looked at.
fn wording(rules: &RuleSet, facts: &Facts<'_>, folded: &mut String) -> Option<Answer> {
    let mut best: Option<Answer> = None;
    for (at, (text, _)) in facts.texts.iter().enumerate() {
        let text = without_addresses(cut(text, ASKED));
        fold_into(&text, folded);
        let query = Query {
            text: folded,
            remote: facts.remote,
            host: facts.host,
            reply: facts.reply,
            status: facts.status,
            command: facts.command,
        };
        let Some(found) = rules.find(&query) else { continue };
        let Says::Reason(reason) = found.says else { continue };
        let answer = Answer {
            reason,
            detail: found.detail,
            fault: found.fault,
            persistence: found.persistence,
            confidence: found.confidence,
            basis: found.basis,
            rule: Some(found.rule),
            text: at,
        };
        let answer = heard(answer, facts, folded);
        if answer.confidence != Confidence::Low {
            return Some(answer);
        }
        best = best.or(Some(answer));
    }
    best
}

/// Takes addresses out: `greylist@example.org` is not greylisting.
fn without_addresses(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'@', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let stops = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '\'' | ',' | ';' | '（' | '）' | '，' | '：')
    };
    // What most addresses consist of is no stop, nor a part of one.
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'=' | b'@');
    let ends_plain = |lane| {
        let other = is(lane, b'.') | is(lane, b'-') | is(lane, b'_') | is(lane, b'=') | is(lane, b'@');
        !(is_alphanumeric(lane) | other)
    };
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr(b'@', rest.as_bytes()) {
        let first = rest.as_bytes()[..at].iter().rposition(|&byte| !plain(byte)).map_or(0, |other| other + 1);
        let start = pieces::before(rest, first).rfind(stops).map_or(0, |s| s + first_length(pieces::from(rest, s)));
        let behind = at + run(&rest.as_bytes()[at..], ends_plain, |byte| !plain(byte));
        let end =
            pieces::from(rest, behind).find(|c: char| stops(c) || c == ':').map_or(rest.len(), |end| behind + end);
        // No domain has two dots in a row: `a@b.example...User unknown` ends at them.
        let end = memchr::memmem::find(&rest.as_bytes()[at..end], b"..").map_or(end, |dots| {
            at + dots + run(&rest.as_bytes()[at + dots..end], |lane| !is(lane, b'.'), |byte| byte != b'.')
        });
        out.push_str(pieces::before(rest, start));
        rest = pieces::from(rest, end);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether this refusal lasts: what the words say, else what the server said, else what the reason usually does.
fn persistence(answer: &Answer, facts: &Facts<'_>, anomalies: &mut Vec<Anomaly>) -> Persistence {
    let said = match (facts.reply, facts.status.map(EnhancedStatus::class)) {
        (Some(reply), _) if reply.is_transient() => Some(Persistence::Transient),
        (Some(reply), _) if reply.is_permanent() => Some(Persistence::Permanent),
        (_, Some(StatusClass::PersistentTransient)) => Some(Persistence::Transient),
        (_, Some(StatusClass::Permanent)) => Some(Persistence::Permanent),
        _ => None,
    };
    let usual = answer.reason.persistence();
    let sure = answer.confidence == Confidence::High;
    let used =
        match (answer.persistence, usual, said) {
            (Some(stated), ..) => stated,
            (None, Persistence::Depends, Some(said)) => said,
            (None, Persistence::Depends, None) => usual,
            // Said to last, but the cause passes: full, busy, unreachable.
            (None, Persistence::Transient, _) => Persistence::Transient,
            // Said to pass, but the words are sure that it won't, and the mail system has given up.
            (None, Persistence::Permanent, Some(Persistence::Transient)) => {
                if sure && facts.outcome == Outcome::Failed { Persistence::Permanent } else { Persistence::Transient }
            }
            (None, Persistence::Permanent, _) => Persistence::Permanent,
        };
    if let Some(said) = said
        && said != used
        && used != Persistence::Depends
    {
        anomalies.push(conflict(AnomalyKind::PersistenceConflict, said.as_str(), used.as_str()));
    }
    used
}

/// Whose fault a reason is where the row does not say: only relaying depends on who speaks.
fn usual_fault(reason: Reason, facts: &Facts<'_>) -> Fault {
    match reason {
        // The MX of the recipient's domain says that the domain is not hosted there; a relay of ours would say it of us.
        Reason::RelayDenied if facts.host.is_some() && matches!(facts.command, None | Some(SmtpCommand::Rcpt)) => {
            Fault::Destination
        }
        reason => reason.fault(),
    }
}

/// What an enhanced status names (RFC 3463, RFC 5248). Low confidence where it is said of everything.
fn by_status(status: EnhancedStatus, remote: Option<&'static str>) -> Option<Answer> {
    use Confidence::{Low, Medium};
    let transient = status.class() == StatusClass::PersistentTransient;
    let (reason, detail, confidence) = match status.condition() {
        (1, 1) | (1, 3) => (Reason::UserUnknown, None, Medium),
        (1, 2) if transient => (Reason::DnsFailure, None, Medium),
        (1, 2) => (Reason::HostUnknown, None, Medium),
        (1, 4) => (Reason::SystemError, None, Medium),
        (1, 6) => (Reason::HasMoved, None, Medium),
        (1, 7 | 8) => (Reason::SenderRejected, None, Medium),
        // Exchange Online says 5.1.10 of recipients it can't find; elsewhere it is a null MX (RFC 7505).
        (1, 10) if remote == Some("microsoft") => (Reason::UserUnknown, None, Medium),
        (1, 10) => (Reason::HostUnknown, Some(Detail::NullMx), Medium),
        (2, 1) => (Reason::MailboxDisabled, None, Medium),
        (2, 2) => (Reason::MailboxFull, None, Medium),
        (2, 3) | (3, 4) | (7, 16) => (Reason::MessageTooLarge, None, Medium),
        (2, 4) | (3, 2 | 5) => (Reason::SystemError, None, Medium),
        (3, 0) => (Reason::SystemError, None, Low),
        (3, 1) => (Reason::SystemFull, None, Medium),
        // 5.5.0 is said of everything.
        (5, 0) => return None,
        (3, 3) | (5, _) | (7, 4) => (Reason::ProtocolError, None, Medium),
        (4, 0) => (Reason::NetworkError, None, Low),
        (4, 1 | 2) => (Reason::NetworkError, None, Medium),
        (4, 3) => (Reason::DnsFailure, None, Medium),
        (4, 4) if transient => (Reason::DnsFailure, None, Medium),
        (4, 4) => (Reason::HostUnknown, None, Medium),
        (4, 5) | (7, 28) => (Reason::RateLimited, None, Medium),
        (4, 6) => (Reason::MailLoop, None, Medium),
        (4, 7) => (Reason::Expired, None, Medium),
        (4, 8) | (7, 5 | 10 | 11 | 30) => (Reason::TlsFailure, None, Medium),
        (6, 7..=10) => (Reason::ProtocolError, None, Medium),
        (6, _) => (Reason::ContentRejected, None, if status.is_generic() { Low } else { Medium }),
        (7, 0 | 1) => (Reason::PolicyRejected, None, Low),
        (7, 2) => (Reason::RecipientRestricted, Some(Detail::Closed), Medium),
        (7, 7 | 20..=24 | 26 | 29 | 31 | 32 | 40) => (Reason::AuthFailure, None, Medium),
        (7, 8 | 9 | 12 | 14) => (Reason::RelayDenied, None, Medium),
        (7, 13) => (Reason::MailboxDisabled, None, Medium),
        (7, 17 | 18) => (Reason::HasMoved, None, Medium),
        (7, 25) => (Reason::PtrMissing, None, Medium),
        (7, 27) => (Reason::SenderRejected, None, Medium),
        (7, _) => (Reason::PolicyRejected, None, Low),
        _ => return None,
    };
    let mut answer = Answer::of(reason, detail, confidence, Basis::Status);
    if matches!(status.condition(), (6, 7..=10)) {
        // The extension is not offered there (RFC 6531 s3.7.4.2).
        answer.fault = Some(Fault::Destination);
    }
    Some(answer)
}

/// What a reply code means by itself (RFC 5321 s4.2.3); 550 at RCPT is not 550 at DATA, so most say nothing.
fn by_reply(reply: ReplyCode, command: Option<SmtpCommand>) -> Option<Answer> {
    let at_end = matches!(command, Some(SmtpCommand::EndOfData | SmtpCommand::Data));
    let reason = match reply.get() {
        521 | 556 => Reason::HostUnknown,
        522 => Reason::MailboxFull,
        552 if !at_end => Reason::MailboxFull,
        552 => Reason::MessageTooLarge,
        523 | 524 | 538 | 454 => Reason::TlsFailure,
        525 => Reason::MailboxDisabled,
        530 | 533 | 534 | 535 => Reason::RelayDenied,
        500..=504 | 555 => Reason::ProtocolError,
        441 | 426 => Reason::NetworkError,
        431 => Reason::SystemFull,
        _ => return None,
    };
    Some(Answer::of(reason, None, Confidence::Low, Basis::Reply))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_to_mail_from_speaks_of_the_sender() {
        let reason = |text: &str, command, status: &str| {
            let texts = &[(text, Source::Session)];
            let facts = Facts { texts, own: 1, command, status: status.parse().ok(), ..Facts::default() };
            decide(RuleSet::builtin(), &facts, &mut Vec::new()).reason
        };
        let (user, sender) = (Reason::UserUnknown, Reason::SenderRejected);
        assert_eq!(reason("550 no such user", Some(SmtpCommand::Rcpt), ""), user);
        assert_eq!(reason("550 no such user", Some(SmtpCommand::Mail), ""), sender);
        assert_eq!(reason("550 5.1.8 no such domain", None, "5.1.8"), sender);
        assert_eq!(reason("550 5.1.2 no such domain", None, "5.1.2"), Reason::HostUnknown);
    }

    #[test]
    fn words_say_more_of_an_address_than_its_code() {
        let verdict = |text: &str, status: &str| {
            let texts = &[(text, Source::Session)];
            let (reply, status) = ("550".parse().ok(), status.parse().ok());
            let facts = Facts { texts, own: 1, reply, status, ..Facts::default() };
            let verdict = decide(RuleSet::builtin(), &facts, &mut Vec::new());
            (verdict.reason, verdict.persistence)
        };
        let (permanent, transient) = (Persistence::Permanent, Persistence::Transient);
        for (text, status, read) in [
            ("550 5.1.1 no", "5.1.1", (Reason::UserUnknown, permanent)),
            ("550 5.1.1 Directory not reachable", "5.1.1", (Reason::UserUnknown, transient)),
            ("550 5.2.1 Postfach vorübergehend nicht erreichbar", "5.2.1", (Reason::MailboxDisabled, transient)),
            ("550 5.2.1 Mailbox disabled during maintenance", "5.2.1", (Reason::MailboxDisabled, transient)),
            ("550 5.1.1 Remitente no válido", "5.1.1", (Reason::SenderRejected, permanent)),
            ("550 5.1.1 Recipient unknown, sender verified", "5.1.1", (Reason::UserUnknown, permanent)),
        ] {
            assert_eq!(verdict(text, status), read, "{text}");
        }
    }

    #[test]
    fn addresses_are_taken_out() {
        assert_eq!(without_addresses("550 <spam-report@x.example>: no"), "550 <>: no");
        assert_eq!(without_addresses("a@b: c@d e"), ":  e");
        assert_eq!(without_addresses("550 a@x.example...User unknown"), "550 User unknown");
        assert_eq!(without_addresses("550 <a@x.example>... No. a@x.example.."), "550 <>... No. ");
        assert_eq!(without_addresses("收件人邮件地址（a@x.example）不存在"), "收件人邮件地址（）不存在");
        assert_eq!(without_addresses("no address"), "no address");
    }
}
