//! Whom a refusal is about: the words and codes of recipients speak of the sender where they answer a command that tells who sends, refuse
//! a login, or name nobody else.

use once_cell::sync::Lazy;

use crate::reason::Reason;
use crate::reply::{ReplyCode, SmtpCommand};
use crate::rule::PhraseSet;
use crate::status::EnhancedStatus;

/// Longest text of which the nouns are looked at, in octets: in a longer one they need not belong together.
const ONE_SENTENCE: usize = 300;

/// What the sender is called, folded.
const SENDERS: &[&str] = &[
    "sender",
    "sending address",
    "sending domain",
    "mail from address",
    "outgoing mail",
    "absender",
    "expéditeur",
    "remitente",
    "remetente",
    "mittente",
    "afzender",
    "avsändare",
    "avsender",
    "afsender",
    "nadawc",
    "odesílatel",
    "отправител",
    "送信元",
    "送信者",
    "差出人",
    "发件人",
    "发信人",
    "发送方",
    "发件域名",
    "寄件人",
    "寄件者",
    "발신자",
    "보낸 사람",
];

/// What the recipient is called.
const RECIPIENTS: &[&str] = &[
    "empfänger",
    "destinat",
    "ontvanger",
    "geadresseerde",
    "mottaker",
    "mottagare",
    "modtager",
    "odbiorc",
    "adresat",
    "příjemce",
    "получател",
    "адресат",
    "宛先",
    "受信者",
    "送信先",
    "收件人",
    "收信人",
    "收件者",
    "수신자",
    "받는 사람",
    "recipient",
    "rcpt",
];

/// What a login is called.
const LOGINS: &[&str] = &[
    "password",
    "login",
    "logon",
    "log in",
    "authenticat",
    "credential",
    "passwort",
    "anmeldung",
    "autentica",
    "authentif",
    "mot de passe",
    "contraseña",
    "senha",
];

/// The reason of a refusal that is not the recipient's, though these words or codes are; `folded` is what was said.
pub(crate) fn instead(
    reason: Reason,
    command: Option<SmtpCommand>,
    reply: Option<ReplyCode>,
    status: Option<EnhancedStatus>,
    folded: &str,
) -> Option<Reason> {
    let of_an_address = matches!(
        reason,
        Reason::UserUnknown
            | Reason::MailboxDisabled
            | Reason::MailboxFull
            | Reason::HasMoved
            | Reason::RecipientRestricted
            | Reason::HostUnknown
            | Reason::DnsFailure
    );
    if !of_an_address {
        return None;
    }
    match (status.map(EnhancedStatus::condition), command, reply.map(ReplyCode::get)) {
        // A login that was refused (RFC 4954 s4).
        (Some((7, 8 | 9)), ..) | (_, Some(SmtpCommand::Auth), _) | (_, _, Some(530 | 534 | 535 | 538)) => {
            Some(Reason::RelayDenied)
        }
        // Of these see RFC 3463 s3.2 and s3.8, and RFC 7372.
        (Some((1, 7 | 8)), ..) => Some(Reason::SenderRejected),
        (Some((7, 5 | 10 | 11)), ..) => Some(Reason::TlsFailure),
        (Some((7, 20..=24 | 26)), ..) => Some(Reason::AuthFailure),
        (_, Some(SmtpCommand::Mail | SmtpCommand::Helo), _) => Some(Reason::SenderRejected),
        // The server said so before it knew for whom the mail is. Without a code it was never reached.
        (_, Some(SmtpCommand::Connect), Some(_)) => Some(Reason::PolicyRejected),
        // A command that it did not know or expect.
        (_, _, Some(500 | 502..=504)) => Some(Reason::ProtocolError),
        _ if reason == Reason::RecipientRestricted => None,
        _ => by_nouns(folded),
    }
}

/// The reason of a short text that speaks of the sender, or of a login, and of no recipient.
fn by_nouns(folded: &str) -> Option<Reason> {
    static SET: Lazy<[PhraseSet; 3]> =
        Lazy::new(|| [&[SENDERS, LOGINS].concat(), LOGINS, RECIPIENTS].map(PhraseSet::new));
    let [others, logins, recipients] = &*SET;
    if folded.len() > ONE_SENTENCE || !others.is_in(folded) {
        return None;
    }
    let reason = if logins.is_in(folded) { Reason::RelayDenied } else { Reason::SenderRejected };
    (!recipients.is_in(folded)).then_some(reason)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::fold;

    #[test]
    fn nouns_are_folded() {
        let folded = |nouns: &'static [&str]| nouns.iter().all(|noun| fold(noun).trim() == noun.trim());
        assert!(folded(SENDERS) && folded(LOGINS) && folded(RECIPIENTS));
    }

    #[test]
    fn by_command_code_and_noun() {
        let of = |reason, command, reply: Option<u16>, text: &str| {
            instead(reason, command, reply.and_then(ReplyCode::new), None, &fold(text))
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
        assert_eq!(of(Reason::SystemFull, Some(SmtpCommand::Mail), Some(452), "disk full"), None);
        let by_status = |status: &str| instead(Reason::HostUnknown, None, None, status.parse().ok(), "no such domain");
        assert_eq!((by_status("5.1.2"), by_status("5.1.8")), (None, Some(Reason::SenderRejected)));
        assert_eq!(of(unknown, None, None, "Absender: Benutzer unbekannt"), Some(Reason::SenderRejected));
        assert_eq!(of(unknown, None, None, "Absender: a, Empfänger: b: Benutzer unbekannt"), None);
    }
}
