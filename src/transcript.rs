//! What a peer said, found in free text: reply code, enhanced status, SMTP command and host. Hand-written and linear.

use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;

/// The codes that stand in one diagnostic, and the text they stand in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Said<'a> {
    pub(crate) reply: Option<ReplyCode>,
    pub(crate) status: Option<EnhancedStatus>,
    pub(crate) command: Option<SmtpCommand>,
    pub(crate) host: Option<&'a str>,
}

/// Words that end a wrapper: what follows was said by the next host down the line.
const WRAPPERS: &[&str] =
    &[" -> ", "said: ", "said:", "replied: ", "responded with: ", "<<< ", "returned '", "error 550-'", "was: "];

/// Reads one diagnostic: the innermost reply where hosts quote each other.
pub(crate) fn read(text: &str) -> Said<'_> {
    let mut inner = text;
    for wrapper in WRAPPERS {
        if let Some(at) = inner.rfind(wrapper) {
            let tail = &inner[at + wrapper.len()..];
            if reply_at_start(tail).is_some() || status_at_start(tail.trim_start()).is_some() {
                inner = tail;
            }
        }
    }
    let mut reply = find_reply(inner);
    let mut status = find_status(inner);
    if inner.len() < text.len() {
        reply = reply.or_else(|| find_reply(text));
        status = status.or_else(|| find_status(text).filter(|s| agrees(*s, reply)));
    }
    Said { reply, status, command: command(text), host: host(text) }
}

/// A status and a reply of the same answer have the same first digit.
pub(crate) fn agrees(status: EnhancedStatus, reply: Option<ReplyCode>) -> bool {
    reply.is_none_or(|r| u16::from(status.numbers().0) == r.get() / 100)
}

fn digits(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// A reply code at the very start: `550 `, `550-`, `550,`, `550.`, `[550]`, `#550` ...
pub(crate) fn reply_at_start(text: &str) -> Option<ReplyCode> {
    let text = text.trim_start_matches([' ', '#', '[', '(', '\'', '"', '<']);
    let bytes = text.as_bytes();
    if digits(bytes) != 3 || !matches!(bytes[0], b'4' | b'5') {
        return None;
    }
    match bytes.get(3) {
        // `550.5.1.1` is met; `550.12.3.4` is the tail of something else.
        Some(b'.') if bytes.get(4).is_some_and(u8::is_ascii_digit) && status_at_start(&text[4..]).is_none() => None,
        Some(c) if c.is_ascii_alphanumeric() || *c == b'_' || *c == b'/' || *c == b'@' || *c == b'%' => None,
        _ => text.get(..3)?.parse().ok(),
    }
}

/// An enhanced status at the very start: `5.1.1`, `#5.1.1`, `(5.1.1)`.
pub(crate) fn status_at_start(text: &str) -> Option<EnhancedStatus> {
    let text = text.trim_start_matches(['#', '[', '(', '\'', '"']);
    let bytes = text.as_bytes();
    if !matches!(bytes.first(), Some(b'2' | b'4' | b'5')) || bytes.get(1) != Some(&b'.') {
        return None;
    }
    let subject = digits(&bytes[2..]);
    let detail_at = 2 + subject + 1;
    if subject == 0 || bytes.get(detail_at - 1) != Some(&b'.') {
        return None;
    }
    let detail = digits(&bytes[detail_at..]);
    let end = detail_at + detail;
    match bytes.get(end) {
        // A fourth number: an IP address or a version.
        Some(b'.') if bytes.get(end + 1).is_some_and(u8::is_ascii_digit) => return None,
        Some(c) if c.is_ascii_alphanumeric() || *c == b'_' => return None,
        _ => {}
    }
    text.get(..end)?.parse().ok()
}

/// Whether a number may begin at `at`: nothing before it that it could be the tail of.
fn begins(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| {
        !bytes[before].is_ascii_alphanumeric()
            && !matches!(bytes[before], b'.' | b'_' | b'@' | b'=' | b'/' | b'%' | b'+')
    })
}

/// The first reply code in a text, where one stands as a reply does.
pub(crate) fn find_reply(text: &str) -> Option<ReplyCode> {
    if let Some(reply) = reply_at_start(text) {
        return Some(reply);
    }
    let bytes = text.as_bytes();
    let mut second_best = None;
    for (at, b) in bytes.iter().enumerate() {
        if !matches!(b, b'4' | b'5')
            || !begins(bytes, at)
            || (at > 0 && bytes[at - 1] == b'-' && at > 1 && bytes[at - 2].is_ascii_alphanumeric())
        {
            continue;
        }
        let Some(reply) = reply_at_start(&text[at..]) else { continue };
        let before = text[..at].trim_end();
        let rest = &text[at + 3..];
        // A status right behind it, a colon, bracket or arrow before it, or a word for it: a reply.
        let next = rest.trim_start_matches([' ', '-', '.', ',', ':', '#', '(', '\'', '"']);
        let strong = status_at_start(next).is_some()
            || before.is_empty()
            || before.ends_with([':', ';', '>', '=', '[', '(', '\'', '"', '#'])
            || ["error", "code", "said", "reply", "response", "with", "status", "smtp", "reason", "error:"]
                .iter()
                .any(|w| ends_with_word(before, w));
        if strong {
            return Some(reply);
        }
        // A lone number: only if text follows as after a reply, and no unit.
        let word = rest.trim_start().split([' ', '.', ',']).next().unwrap_or_default();
        let unit = [
            "kb",
            "mb",
            "bytes",
            "byte",
            "k",
            "characters",
            "messages",
            "hours",
            "days",
            "minutes",
            "seconds",
            "times",
            "of",
            "recipients",
        ];
        if second_best.is_none()
            && rest.starts_with([' ', '-'])
            && !word.is_empty()
            && !unit.iter().any(|u| word.eq_ignore_ascii_case(u))
            && !before.ends_with(',')
        {
            second_best = Some(reply);
        }
    }
    second_best
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    text.get(start..).is_some_and(|w| w.eq_ignore_ascii_case(word))
}

/// The first enhanced status in a text.
pub(crate) fn find_status(text: &str) -> Option<EnhancedStatus> {
    let bytes = text.as_bytes();
    let mut generic = None;
    for at in memchr::memchr2_iter(b'4', b'5', bytes) {
        if !begins(bytes, at)
            && !(at > 3 && bytes[at - 1] == b'.' && reply_at_start(&text[at.saturating_sub(4)..]).is_some())
        {
            continue;
        }
        match text.get(at..).and_then(status_at_start) {
            Some(status) if status.is_generic() => generic = generic.or(Some(status)),
            Some(status) => return Some(status),
            None => {}
        }
    }
    generic
}

/// Where a text names the command that was answered, it stands after one of these.
const COMMAND_MARKS: &[&str] = &[
    "in reply to ",
    "in response to ",
    "after ",
    "rejected command '",
    "smtp:",
    "sent: ",
    "for ",
    "during ",
    "command was: ",
    "while sending ",
    "the ",
    "[",
    ">>> ",
    "stage:",
    "smtp command: ",
];

/// The SMTP command that a diagnostic says was answered.
pub(crate) fn command(text: &str) -> Option<SmtpCommand> {
    let lower;
    let text = if text.bytes().any(|b| b.is_ascii_uppercase()) {
        lower = text.to_ascii_lowercase();
        lower.as_str()
    } else {
        text
    };
    if memchr::memmem::find(text.as_bytes(), b"refused to talk to me").is_some() {
        return Some(SmtpCommand::Connect);
    }
    let mut found: Option<(usize, SmtpCommand)> = None;
    for mark in COMMAND_MARKS {
        // The last mention is nearest to the answer.
        for at in memchr::memmem::rfind_iter(text.as_bytes(), mark.as_bytes()).take(4) {
            if let Some(command) = text.get(at + mark.len()..).and_then(|rest| command_word(rest, mark)) {
                if found.is_none_or(|(best, _)| at > best) {
                    found = Some((at, command));
                }
                break;
            }
        }
    }
    found.map(|(_, command)| command)
}

/// The command that a text begins with.
pub(crate) fn command_word(text: &str, mark: &str) -> Option<SmtpCommand> {
    let sure = !matches!(mark, "the " | "for " | "during " | "after ");
    let commands: &[(&str, SmtpCommand, bool)] = &[
        ("rcpt to", SmtpCommand::Rcpt, true),
        ("rcpt_to", SmtpCommand::Rcpt, true),
        ("rcpt", SmtpCommand::Rcpt, true),
        ("mail from", SmtpCommand::Mail, true),
        ("mail_from", SmtpCommand::Mail, true),
        ("mail", SmtpCommand::Mail, false),
        ("end of data", SmtpCommand::EndOfData, true),
        ("end-of-data", SmtpCommand::EndOfData, true),
        ("end_of_data", SmtpCommand::EndOfData, true),
        ("end of message", SmtpCommand::EndOfData, true),
        ("sending message", SmtpCommand::EndOfData, true),
        ("text command", SmtpCommand::EndOfData, true),
        ("body", SmtpCommand::EndOfData, false),
        (".", SmtpCommand::EndOfData, false),
        ("data", SmtpCommand::Data, true),
        ("bdat", SmtpCommand::Data, true),
        ("ehlo", SmtpCommand::Helo, true),
        ("helo", SmtpCommand::Helo, true),
        ("lhlo", SmtpCommand::Helo, true),
        ("starttls", SmtpCommand::StartTls, true),
        ("auth", SmtpCommand::Auth, false),
        ("initial connection", SmtpCommand::Connect, true),
        ("initial server greeting", SmtpCommand::Connect, true),
        ("connect", SmtpCommand::Connect, false),
        ("banner", SmtpCommand::Connect, true),
    ];
    let text = text.trim_start_matches(['<', '"', '\'']);
    commands
        .iter()
        .find(|(word, _, always)| {
            text.strip_prefix(word).is_some_and(|rest| {
                (*always || sure)
                    && (word.len() == 1 || !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-'))
            })
        })
        .filter(|(word, _, _)| *word != "." || mark == ">>> ")
        .map(|(_, command, _)| *command)
}

/// The host that a diagnostic says answered: `host mx.example[192.0.2.1] said`, `mx.example (192.0.2.1)`.
pub(crate) fn host(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(at) = rest.find("host ").or_else(|| rest.find("Host ")) {
        let name = rest[at + 5..].trim_start_matches([':', ' ']);
        let end =
            name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))).unwrap_or(name.len());
        let name_only = name[..end].trim_matches('.');
        if name_only.contains('.') && name_only.contains(|c: char| c.is_ascii_alphabetic()) {
            return Some(name_only);
        }
        rest = &rest[at + 5..];
    }
    // `mx.example.com gave this error:`, `mx.example.com #550 ...` (Exchange).
    let first = text.split([' ', '[', '(']).next().unwrap_or_default().trim_matches(['<', '>', '.', ':', ';']);
    let labels = first.split('.').filter(|l| !l.is_empty()).count();
    (labels >= 2
        && first.contains(|c: char| c.is_ascii_alphabetic())
        && !first.contains('@')
        && first.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')))
    .then_some(first)
}

/// Joins the lines of a multi-line reply (RFC 5321 s4.2.1): the code and status that begin each further line are dropped.
///
/// Works on lines, and on lines already joined by spaces as most reports do it.
pub(crate) fn join_reply(text: &str) -> String {
    let line = crate::fields::collapse(text);
    let start = line.find(|c: char| c.is_ascii_digit()).unwrap_or(line.len());
    let head = &line[start..];
    let Some(code) = head.get(..3).filter(|_| reply_at_start(head).is_some()) else { return line };
    if head.as_bytes().get(3) != Some(&b'-') {
        return line;
    }
    let mut out = String::with_capacity(line.len());
    out.push_str(&line[..start + 3]);
    out.push(' ');
    let mut rest = &head[4..];
    let status_text = status_at_start(rest).map(|s| s.to_string());
    loop {
        let next = [format!(" {code}-"), format!(" {code} ")].iter().filter_map(|mark| rest.find(mark.as_str())).min();
        let Some(at) = next else { break };
        out.push_str(&rest[..at]);
        out.push(' ');
        let last = rest.as_bytes().get(at + 4) == Some(&b' ');
        rest = &rest[at + 5..];
        if let Some(status) = &status_text {
            rest = rest.strip_prefix(status.as_str()).map_or(rest, str::trim_start);
        }
        if last {
            break;
        }
    }
    out.push_str(rest);
    crate::fields::collapse(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_in_the_forms_met() {
        for (text, reply, status) in [
            ("550 5.1.1 user unknown", 550, "5.1.1"),
            ("550-5.1.1 The account 550 5.1.1 does not exist", 550, "5.1.1"),
            ("host mx.example.com[192.0.2.1] said: 550 5.7.1 no (in reply to RCPT TO command)", 550, "5.7.1"),
            ("550 550 5.1.1 x", 550, "5.1.1"),
            ("Sorry, no mailbox here by that name. (#5.1.1)", 0, "5.1.1"),
            ("550 5.0.350 Remote server returned an error -> 554 5.7.1 spam", 554, "5.7.1"),
            ("5.1.0 - Unknown address error 550-'5.1.1 no such user'", 550, "5.1.1"),
            ("mx.example.com #5.1.1 smtp;550 5.1.1 x", 550, "5.1.1"),
            ("connect to 192.0.2.55[192.0.2.55]: Connection timed out", 0, ""),
            ("message size 550 kb exceeds limit", 0, ""),
            ("Exchange 5.5.2653.13 was here", 0, ""),
            ("550.5.1.1 gone", 550, "5.1.1"),
            ("queued as 5.5.5.5", 0, ""),
        ] {
            let said = read(text);
            assert_eq!(said.reply.map_or(0, ReplyCode::get), reply, "{text}");
            assert_eq!(said.status.map(|s| s.to_string()).unwrap_or_default(), status, "{text}");
        }
    }

    #[test]
    fn commands() {
        for (text, command) in [
            ("x (in reply to RCPT TO command)", Some(SmtpCommand::Rcpt)),
            ("x (in reply to end of DATA command)", Some(SmtpCommand::EndOfData)),
            ("SMTP error from remote mail server after MAIL FROM:<a@b> SIZE=1:", Some(SmtpCommand::Mail)),
            ("host x refused to talk to me: 554", Some(SmtpCommand::Connect)),
            ("550 unknown [RCPT_TO]", Some(SmtpCommand::Rcpt)),
            (">>> DATA <<< 550", Some(SmtpCommand::Data)),
            ("after mailing you again", None),
            ("the mail was refused", None),
        ] {
            assert_eq!(super::command(text), command, "{text}");
        }
    }

    #[test]
    fn replies_are_joined() {
        assert_eq!(
            join_reply("550-5.1.1 The account\n550-5.1.1 that you\n550 5.1.1 tried"),
            "550 5.1.1 The account that you tried"
        );
        assert_eq!(join_reply("550 5.1.1 x 550 y"), "550 5.1.1 x 550 y");
        assert_eq!(join_reply("550-a 550-b"), "550 a b");
    }
}
