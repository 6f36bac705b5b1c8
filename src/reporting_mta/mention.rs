//! The addresses that a line of a notice mentions, and whether they stand where recipients stand.

use memchr::memmem::Finder;
use once_cell::sync::Lazy;
use once_cell::unsync::OnceCell;

use crate::mailbox::{Address, Mailbox};
use crate::pieces::{self, first_length};
use crate::rule::PhraseSet;
use crate::status::EnhancedStatus;
use crate::transcript;
use crate::word_list::WordList;

/// Longest line that is looked at, in octets.
const LONGEST: usize = 4000;

/// An address in a line.
pub(super) struct Mention {
    pub(super) mailbox: Mailbox,
    /// What it takes of the line, in octets.
    pub(super) len: usize,
    /// It stands where recipients stand.
    pub(super) strong: bool,
    /// The line begins with it.
    pub(super) leads: bool,
    /// The line begins with the name of its owner.
    pub(super) displayed: bool,
}

/// Adds the addresses of a line to those of other lines; `lower` is the line in ASCII lower case. Those of `not_recipients` only where
/// recipients stand.
pub(super) fn read_mentions(line: &str, lower: &str, not_recipients: &[Mailbox], out: &mut Vec<Mention>) {
    if line.len() > LONGEST || NEVER.begins(lower.as_bytes()) {
        return;
    }
    let others = out.len();
    // Nothing is asked of the whole line where the place of an address says enough.
    let answer = OnceCell::new();
    let helps = || *answer.get_or_init(|| HELP.is_in(lower));
    for (start, text) in address_like(line) {
        let Some(mailbox) = Address::read(text).and_then(|a| a.mailbox().cloned()) else { continue };
        if is_daemon(&mailbox)
            || !mailbox.domain().contains('.') && !mailbox.domain().starts_with('[') && !lower.contains("unknown")
        {
            continue;
        }
        let before = pieces::before(lower, start).trim_end_matches(['<', '"', '\'', '(', ' ', '[', '“']);
        let leads = is_lead(before);
        let listed = !leads && out[others..].last().is_some_and(|m| m.strong) && before.ends_with([',', ';']);
        let end = start + text.len();
        // What is said behind the sentence is of something else.
        let help = || if helps() { HELP.places_in(pieces::before(lower, sentence_end(lower, end))) } else { None };
        // `support@` may itself be the recipient: only what stands around it tells.
        let for_help = || help().is_some_and(|places| *places.start() < start || *places.end() >= end);
        let strong = leads || listed || label(before) && !for_help();
        // Sendmail's `550 a@example.jp... Host unknown` is of nobody else.
        let stated = || pieces::from(lower, end).trim_start_matches('>').starts_with("... ");
        let excluded = || help().is_some() && !stated();
        if !strong && (not_recipients.contains(&mailbox) || AFTER.ends(before.as_bytes()) || excluded()) {
            continue;
        }
        if !out[others..].iter().any(|m| m.mailbox == mailbox) {
            let displayed = !strong && is_displayed(line, start, end);
            out.push(Mention { len: text.len(), mailbox, strong, leads, displayed });
        }
    }
}

/// Pieces of a line that may be addresses, with where they start.
fn address_like(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut last_end = 0;
    memchr::memchr_iter(b'@', line.as_bytes()).filter_map(move |at| {
        if at < last_end {
            return None;
        }
        let before = pieces::before(line, at);
        // A quoted local part may hold spaces.
        let start = match before.strip_suffix('"').and_then(|head| head.rfind('"')) {
            Some(quote) => quote,
            None => word_start(before),
        };
        let end = at + word_end(pieces::from(line, at));
        last_end = end;
        let piece = pieces::between(line, start, end);
        let piece_trimmed = piece.trim_start_matches(['\'', '*', ':', '=', '`']);
        // One dash is the address's own, more are a rule.
        let rule = piece_trimmed.starts_with("--");
        let piece_trimmed = if rule { piece_trimmed.trim_start_matches('-') } else { piece_trimmed };
        let piece_trimmed = without_reply_code(piece_trimmed);
        let start = start + piece.len() - piece_trimmed.len();
        let label = piece_trimmed.find(':').filter(|c| start + c < at).map_or(0, |c| c + 1);
        let address = without_glued_words(pieces::from(piece_trimmed, label));
        Some((start + label, address.trim_end_matches([':', '.', '\'', '*', '!', '?', '`', '。', '、'])))
    })
}

/// Where the sentence ends that goes on from here.
fn sentence_end(line: &str, from: usize) -> usize {
    let rest = pieces::from(line, from);
    // Not in `e.g. `.
    let ends = |&at: &usize| {
        matches!(rest.as_bytes().get(at + 1), Some(b' ' | b'\t'))
            && at.checked_sub(2).is_none_or(|at| rest.as_bytes()[at] != b'.')
    };
    let stop = memchr::memchr3_iter(b'.', b'!', b'?', rest.as_bytes()).find(ends);
    stop.map_or(line.len(), |stop| from + stop)
}

/// An address without the code of a line of a reply (`550-user@example.jp is ...`) that it begins.
fn without_reply_code(address: &str) -> &str {
    match address.as_bytes() {
        [b'4' | b'5', b'0'..=b'9', b'0'..=b'9', b'-', _, ..] => pieces::from(address, 4),
        _ => address,
    }
}

/// An address without the words of a script without spaces that follow it at once: no top-level domain is of two scripts.
fn without_glued_words(address: &str) -> &str {
    let top = address.rfind('.').map_or(0, |dot| dot + 1);
    let ascii = pieces::from(address, top).bytes().take_while(u8::is_ascii_alphanumeric).count();
    let follows = pieces::from(address, top + ascii).chars().next();
    if ascii > 0 && follows.is_some_and(|c| !c.is_ascii()) { pieces::before(address, top + ascii) } else { address }
}

/// What stands around an address and in none.
fn is_stop(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '<' | '>'
                | '('
                | ')'
                | '['
                | ']'
                | ','
                | ';'
                | '"'
                | '|'
                | '“'
                | '”'
                | '「'
                | '」'
                | '（'
                | '）'
                | '，'
                | '；'
                | '：'
                | '،'
        )
}

/// An octet that is no stop, nor a part of one.
fn goes_on(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+' | b'=' | b'@')
}

/// Where the last piece without stops begins.
fn word_start(text: &str) -> usize {
    let plain = text.bytes().rev().take_while(goes_on).count();
    let rest = pieces::before(text, text.len() - plain);
    rest.rfind(is_stop).map_or(0, |at| at + first_length(pieces::from(rest, at)))
}

/// Where the first piece without stops ends.
fn word_end(text: &str) -> usize {
    let plain = text.bytes().take_while(goes_on).count();
    let rest = pieces::from(text, plain);
    plain + rest.find(is_stop).unwrap_or(rest.len())
}

/// Nothing but bullets, numbers of a list, quotes and brackets stands before the address.
fn is_lead(before: &str) -> bool {
    let leading = |c: char| {
        matches!(
            c,
            '-' | '*' | '>' | '<' | '"' | '\'' | '•' | '·' | '(' | '[' | ' ' | '\t' | '#' | '=' | '.' | '|' | '　'
        ) || c.is_ascii_digit()
    };
    if !before.chars().all(leading) {
        return before == "smtp:";
    }
    let digits = before.bytes().filter(u8::is_ascii_digit).count();
    digits == 0 || digits <= 2 && before.ends_with(['.', ')', ':'])
}

/// Whether an address follows its owner's name, in brackets, at the beginning of a line of which it is the subject:
/// `Anna Roth <anna@example.jp>: mailbox full`.
fn is_displayed(line: &str, start: usize, end: usize) -> bool {
    let (before, behind) = (pieces::before(line, start), pieces::from(line, end));
    let Some(name) = before.strip_suffix(['<', '(']) else { return false };
    let name = name.trim_start_matches(['>', ' ']);
    let named = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii() || c == '"');
    let closed = behind.strip_prefix(['>', ')']).map(str::trim_start);
    name.len() <= 60
        && !name.trim().is_empty()
        && !name.contains([':', ';', '.'])
        && name.split_whitespace().all(named)
        && closed.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '-', '<', ',', ';']))
}

/// Words that an address follows when it is a recipient.
static LABELS: WordList<2> = WordList::of_ends(&[
    "recipient:",
    "recipient address:",
    "recipients:",
    "rcpt to:",
    "rcptto:",
    "final-recipient: rfc822;",
    "addressed to:",
    "delivered to:",
    "deliver to",
    "deliver to:",
    "delivering your mail to",
    "delivered to",
    "delivery to",
    "undeliverable to",
    "unknown user:",
    "user unknown:",
    "invalid final delivery userid:",
    "exceeds allowed size:",
    "attempts:",
    "intended recipient:",
    "intended recipients:",
    "failed recipient:",
    "failed to deliver to",
    "deliver message to",
    "deliver message to:",
    "your message to",
    "message to:",
    "deliver mail to",
    "deliver the message to",
    "a pas pu etre delivre a",
    "宛先:",
    "宛先：",
    "送信先:",
    "收件人:",
    "收件人：",
    "收件人 / recipient",
    "recipient",
    "empfänger:",
    "destinataire :",
    "destinatario:",
    "sent to",
    "your mail to",
    "permanent errors:",
    "message was sent to",
    "could not reach",
    "did not reach",
    "an",
    "original address:",
    "mailbox",
    "user",
    "account",
    "the following address",
    "target mail address:",
    "target address:",
    "failed address:",
    "delivery failed:",
    "address:",
    "because the address",
    "was addressed,",
    "mail for",
    "mailbox for",
    "message for",
    "account for",
    "delivery for",
    "sent mail to",
    "to the address",
]);

fn label(before: &str) -> bool {
    let before = before.trim_end_matches(['<', '"', '\'', ' ']);
    LABELS.ends(before.as_bytes())
        && !["from", "sender"].iter().any(|w| before.contains(w))
        && !(["user", "recipient", "mailbox", "account", "an"].iter().any(|w| before.ends_with(w))
            && transcript::find_reply(before).is_some())
}

/// Lines whose addresses are nobody's that failed.
static NEVER: WordList<2> = WordList::of_beginnings(&[
    "from:",
    "from ",
    "reply-to:",
    "sender:",
    "message-id:",
    "subject:",
    "references:",
    "in-reply-to:",
    "received:",
    "return-path:",
    ">>> mail from",
    "mail from:",
    "x-",
    "date:",
    "to: ",
    "cc:",
    "envelope-sender",
    "reporting-mta",
    "original message from",
    "sent by",
    "queue id",
    "message id",
]);

/// Words that make the addresses of a line somebody to turn to.
const NOT_HERE: &[&str] = &[
    "contact",
    "for help",
    "for assistance",
    "for more information",
    "please send",
    "please forward",
    "please reply",
    "please write",
    "write to",
    "forward this",
    "forwarding this",
    "send mail to",
    "send an mail to",
    "send an email to",
    "questions",
    "complain",
    "support@",
    "helpdesk",
    "postmaster@",
    "message-id",
    "if you ",
    "try ",
    "e.g. ",
    "問い合わせ",
    "mailto:",
    "http://",
    "https://",
];

static HELP: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(NOT_HERE));

/// Words after which an address is a sender.
static AFTER: WordList<2> = WordList::of_ends(&[
    "from",
    "from:",
    "sender",
    "sender:",
    "mail from:",
    "by",
    "via",
    "reply-to:",
    "id",
    "for",
    "message-id:",
    "message id:",
    "at",
    "bounce",
    "contact",
    "cc:",
    "subject:",
]);

/// Whether a text ends in the middle of a sentence or field of which the address in the next line is no recipient's: a sender, or
/// somebody to turn to. Where somebody is `named` already, it may be anyone whom a server's reply names.
pub(super) fn goes_on_from(before: &str, named: bool) -> bool {
    let Some(text) = before.strip_suffix('\n') else { return false };
    let mut feeds = memchr::memrchr_iter(b'\n', text.as_bytes());
    let above = pieces::from(text, feeds.next().map_or(0, |feed| feed + 1)).trim();
    // What it begins with may stand one line further up.
    let sentence = pieces::from(text, feeds.next().unwrap_or(0));
    let ends = |words: &[&str]| words.iter().any(|word| above.ends_with(word));
    sentence.len() <= LONGEST
        && (ends(&[" from", " sent by", " sender:", " id:"]) && !ends(&EXPANSIONS)
            || NEVER.begins(above.as_bytes()) && !above.contains('@')
            || ends(&[" to", " contact", " at", " with", " via", " or", " an", " write"]) && HELP.is_in(sentence)
            || named && is_reply_cut(above))
}

/// Whether a line ends inside a server's reply: with its status, or with `for`.
fn is_reply_cut(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    last.len() < line.len() && last.parse::<EnhancedStatus>().is_ok()
        || line.starts_with(['4', '5']) && line.ends_with(" for")
}

/// Addresses of mail systems, not of people.
pub(crate) fn is_daemon(mailbox: &Mailbox) -> bool {
    let local = mailbox.local_part();
    pieces::is_one_of(local, &["mailer-daemon", "mailerdaemon", "mail-daemon", "double-bounce"])
        || local.starts_with("MicrosoftExchange329e")
}

/// What an address follows that a recipient stands for.
const EXPANSIONS: [&str; 3] = ["expanded from", "generated from", "forwarded from"];

/// `(expanded from <a>)`, `(generated from a)`: the address that was asked for. `lower` is the line in ASCII lower case.
pub(super) fn expanded_from(line: &str, lower: &str) -> Option<Mailbox> {
    // What all of the words hold comes first: nearly all lines hold none of them.
    static HINTS: Lazy<[Finder<'static>; 2]> = Lazy::new(|| [b"ed from".as_slice(), b"address:"].map(Finder::new));
    if HINTS.iter().all(|hint| hint.find(lower.as_bytes()).is_none()) {
        return None;
    }
    let at =
        EXPANSIONS.iter().chain(&["original address:"]).find_map(|mark| lower.find(mark).map(|at| at + mark.len()))?;
    let rest = pieces::from(line, at).trim_start_matches([':', ' ', '<']);
    let end = rest.find([')', '>', ' ', ';']).unwrap_or(rest.len());
    Address::read(pieces::before(rest, end))?.mailbox().cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_without_what_stands_close_to_them() {
        for (line, address) in [
            ("550-user@example.jp is not an active address", "user@example.jp"),
            ("user@example.jp您好，", "user@example.jp"),
            ("kijitora@例え.jp、", "kijitora@例え.jp"),
            ("سلام user@example.jp، غرض", "user@example.jp"),
            ("smtp:user@example.jp.", "user@example.jp"),
            ("-neko-@example.jp: unknown", "-neko-@example.jp"),
            ("---user@example.jp", "user@example.jp"),
        ] {
            assert_eq!(address_like(line).map(|(_, text)| text).collect::<Vec<_>>(), [address], "{line}");
        }
    }
}
