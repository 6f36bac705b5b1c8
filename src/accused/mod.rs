//! What a refusal says beside its reason. Whom it is about: the words and codes of recipients speak of the sender where they answer a
//! command that tells who sends, refuse a login, or name nobody else; of the message, where they name a piece of it. And whether it passes.

mod times;
mod words;

use once_cell::sync::Lazy;

use crate::reason::Reason;
use crate::reply::{ReplyCode, SmtpCommand};
use crate::rule::PhraseSet;
use crate::status::EnhancedStatus;
use times::{CHECKS, LASTING, PASSING, RETRIES, UNSURE};
use words::{
    DOMAINS, KEYS, LOGINS, OF_MESSAGES, OTHER_LOGINS, PERSONS, RECIPIENTS, SENDERS, TO_SENDERS, VERIFICATIONS, YOURS,
};

/// Longest text of which the nouns are looked at, in octets: in a longer one they need not belong together.
const ONE_SENTENCE: usize = 300;

/// What a word tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hint {
    Sender,
    ToSender,
    Verification,
    Yours,
    Person,
    Login,
    OtherLogin,
    Message,
    Key,
    Domain,
    Passing,
    Retry,
    Check,
    Lasting,
    Unsure,
}

/// All words, by what they tell.
const WORDS: [(Hint, &[&str]); 15] = [
    (Hint::Sender, SENDERS),
    (Hint::ToSender, TO_SENDERS),
    (Hint::Verification, VERIFICATIONS),
    (Hint::Yours, YOURS),
    (Hint::Person, PERSONS),
    (Hint::Login, LOGINS),
    (Hint::OtherLogin, OTHER_LOGINS),
    (Hint::Message, OF_MESSAGES),
    (Hint::Key, KEYS),
    (Hint::Domain, DOMAINS),
    (Hint::Passing, PASSING),
    (Hint::Retry, RETRIES),
    (Hint::Check, CHECKS),
    (Hint::Lasting, LASTING),
    (Hint::Unsure, UNSURE),
];

/// What the words of a short refusal tell beside its reason.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Hints {
    /// Where the first word of each kind stands; none at the end of all texts.
    first: [usize; WORDS.len()],
}

impl Default for Hints {
    fn default() -> Self {
        Self { first: [usize::MAX; WORDS.len()] }
    }
}

impl Hints {
    /// What stands in a folded text.
    pub(crate) fn of(folded: &str) -> Self {
        static SET: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(&WORDS.map(|(_, words)| words).concat()));
        static HINTS: Lazy<Vec<Hint>> =
            Lazy::new(|| WORDS.iter().flat_map(|(hint, words)| words.iter().map(|_| *hint)).collect());
        let mut hints = Self::default();
        if folded.len() <= ONE_SENTENCE {
            SET.each_in(folded, |word, place| {
                if is_in_a_name(folded.as_bytes(), place) {
                    return;
                }
                let first = &mut hints.first[HINTS[word] as usize];
                *first = place.min(*first);
            });
        }
        hints
    }

    fn has(&self, hint: Hint) -> bool {
        self.first[hint as usize] != usize::MAX
    }

    /// Whether the words say that the refusal passes, or that nobody knows whom a code `alone` refuses.
    pub(crate) fn passes(&self, alone: bool) -> bool {
        let passes = self.has(Hint::Passing)
            || self.has(Hint::Retry) && !self.has(Hint::Check)
            || alone && self.has(Hint::Unsure);
        passes && !self.has(Hint::Lasting)
    }

    /// Whether a word of one kind stands before all of another.
    fn leads(&self, hint: Hint, other: Hint) -> bool {
        self.first[hint as usize] < self.first[other as usize]
    }

    /// The reason of a text that speaks of the sender, of a login, of the message or of a domain, and of no recipient.
    fn reason(&self, said: Reason, command: Option<SmtpCommand>, folded: &str) -> Option<Reason> {
        static SET: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(RECIPIENTS));
        if self.has(Hint::Verification) {
            return Some(Reason::SenderRejected);
        }
        let ends = matches!(command, Some(SmtpCommand::Data | SmtpCommand::EndOfData));
        if self.has(Hint::Key) || self.has(Hint::Message) && ends {
            return Some(Reason::PolicyRejected);
        }
        // "His account", where somebody was named before.
        let yours = self.leads(Hint::Yours, Hint::Person)
            && !self.has(Hint::Check)
            && matches!(said, Reason::UserUnknown | Reason::MailboxDisabled | Reason::HasMoved);
        let reason = match () {
            () if self.has(Hint::Login) && !self.has(Hint::OtherLogin) => Reason::RelayDenied,
            () if self.has(Hint::Sender) && !self.has(Hint::ToSender) || yours => Reason::SenderRejected,
            () if self.has(Hint::Message) => Reason::PolicyRejected,
            // "The user does not exist in the domain" is said of the user.
            () if self.leads(Hint::Domain, Hint::Person) && said == Reason::UserUnknown => Reason::HostUnknown,
            () => return None,
        };
        (!SET.is_in(folded)).then_some(reason)
    }
}

/// Whether a place is in the name of a host or in a URL, where any word may stand.
fn is_in_a_name(text: &[u8], place: usize) -> bool {
    let stops = |byte: &u8| !byte.is_ascii_graphic() || b"<>()[]\"'".contains(byte);
    let start = text[..place].iter().rposition(stops).map_or(0, |stop| stop + 1);
    let end = text[place..].iter().position(stops).map_or(text.len(), |length| place + length);
    let dotted = |three: &[u8]| matches!(three, [a, b'.', b] if a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric());
    text.get(start..end).is_some_and(|word| word.windows(3).any(|three| dotted(three) || three == b"://"))
}

/// Whether a reason is one of an address, which the words and codes of a refusal may say of the sender's.
pub(crate) fn may_be_the_senders(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::UserUnknown
            | Reason::MailboxDisabled
            | Reason::MailboxFull
            | Reason::HasMoved
            | Reason::RecipientRestricted
            | Reason::HostUnknown
            | Reason::DnsFailure
    )
}

/// The reason of a refusal that is not the recipient's, though these words or codes are: one of those that
/// [may be the sender's](may_be_the_senders). `folded` is what was said.
pub(crate) fn instead(
    reason: Reason,
    command: Option<SmtpCommand>,
    reply: Option<ReplyCode>,
    status: Option<EnhancedStatus>,
    folded: &str,
    hints: Hints,
) -> Option<Reason> {
    match (status.map(EnhancedStatus::condition), command, reply.map(ReplyCode::get)) {
        // A login that was refused (RFC 4954 s4).
        (Some((7, 8 | 9)), ..) | (_, Some(SmtpCommand::Auth), _) | (_, _, Some(530 | 534 | 535 | 538)) => {
            Some(Reason::RelayDenied)
        }
        // Of these see RFC 3463 s3.2 and s3.8, and RFC 7372.
        (Some((1, 7 | 8)), ..) => Some(Reason::SenderRejected),
        (Some((7, 5 | 10 | 11)), ..) | (_, Some(SmtpCommand::StartTls), _) => Some(Reason::TlsFailure),
        (Some((7, 20..=24 | 26)), ..) => Some(Reason::AuthFailure),
        (_, Some(SmtpCommand::Mail | SmtpCommand::Helo), _) => Some(Reason::SenderRejected),
        // The server said so before it knew for whom the mail is. Without a code it was never reached.
        (_, Some(SmtpCommand::Connect), Some(_)) => Some(Reason::PolicyRejected),
        // A command that it did not know or expect, if no status says that it was the address.
        (None | Some((0 | 5, _)), _, Some(500 | 502..=504)) => Some(Reason::ProtocolError),
        _ if reason == Reason::RecipientRestricted => None,
        _ => hints.reason(reason, command, folded),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::fold;

    #[test]
    fn nouns_are_folded() {
        let folded = |nouns: &'static [&str]| nouns.iter().all(|noun| fold(noun).trim() == noun.trim());
        assert!(WORDS.iter().map(|(_, words)| *words).chain([RECIPIENTS]).all(folded));
        assert!((0..).zip(WORDS).all(|(at, (hint, _))| hint as usize == at));
    }

    #[test]
    fn by_command_code_and_noun() {
        let of = |reason, command, reply: Option<u16>, text: &str| {
            let folded = fold(text);
            instead(reason, command, reply.and_then(ReplyCode::new), None, &folded, Hints::of(&folded))
        };
        let unknown = Reason::UserUnknown;
        assert_eq!(of(unknown, Some(SmtpCommand::Rcpt), Some(550), "user unknown"), None);
        assert_eq!(of(unknown, Some(SmtpCommand::Mail), Some(550), "user unknown"), Some(Reason::SenderRejected));
        assert_eq!(
            of(Reason::HostUnknown, Some(SmtpCommand::Helo), None, "no such host"),
            Some(Reason::SenderRejected)
        );
        assert_eq!(of(Reason::MailboxDisabled, None, Some(535), "mailbox is disabled"), Some(Reason::RelayDenied));
        assert_eq!(of(Reason::MailboxFull, Some(SmtpCommand::Mail), Some(552), "full"), Some(Reason::SenderRejected));
        assert_eq!(of(unknown, None, Some(503), "unknown user command"), Some(Reason::ProtocolError));
        assert_eq!(
            of(Reason::HostUnknown, Some(SmtpCommand::Connect), Some(554), "no such host"),
            Some(Reason::PolicyRejected)
        );
        assert_eq!(of(Reason::HostUnknown, Some(SmtpCommand::Connect), None, "no such host"), None);
        assert_eq!(of(unknown, None, Some(550), "unknown user name or bad password"), Some(Reason::RelayDenied));
        assert_eq!(of(unknown, None, Some(550), "recipient and sender unknown"), None);
        assert!(!may_be_the_senders(Reason::SystemFull));
        let by_status = |status: &str| {
            instead(Reason::HostUnknown, None, None, status.parse().ok(), "no such domain", Hints::default())
        };
        assert_eq!((by_status("5.1.2"), by_status("5.1.8")), (None, Some(Reason::SenderRejected)));
        assert_eq!(of(unknown, None, None, "Absender: Benutzer unbekannt"), Some(Reason::SenderRejected));
        assert_eq!(of(unknown, None, None, "Absender: a, Empfänger: b: Benutzer unbekannt"), None);
        assert_eq!(of(unknown, None, Some(550), "Return-Path user unknown"), Some(Reason::SenderRejected));
        assert_eq!(of(unknown, None, Some(550), "unknown user agent"), Some(Reason::PolicyRejected));
        assert_eq!(of(unknown, Some(SmtpCommand::StartTls), Some(550), "unknown user"), Some(Reason::TlsFailure));
    }
}
