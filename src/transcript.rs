//! What a peer said, found in free text: reply code, enhanced status, SMTP command and host. Hand-written and linear.

use crate::lanes::{Lane, beginnings, is, is_alphanumeric};
use crate::pieces;
use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;
use crate::word_list::WordList;

/// The codes that stand in one diagnostic, and the text they stand in: what else it says is looked for where it is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Said<'a> {
    pub(crate) reply: Option<ReplyCode>,
    pub(crate) status: Option<EnhancedStatus>,
    text: &'a str,
}

impl<'a> Said<'a> {
    /// The command that was answered.
    pub(crate) fn command(&self) -> Option<SmtpCommand> {
        command(self.text.as_bytes())
    }

    /// The host that answered.
    pub(crate) fn host(&self) -> Option<&'a str> {
        host(self.text)
    }
}

/// Whether what stands before a code ends a wrapper: then the code was said by the next host down the line.
fn is_wrapper(before: &str) -> bool {
    static WRAPPERS: WordList<2> =
        WordList::of_ends(&["->", "said:", "replied:", "responded with:", "<<<", "returned", "was:", ">..."]);
    let words = before.trim_end_matches([' ', '\'', '"', '[', '(', '#']);
    WRAPPERS.ends(words.as_bytes()) || before.ends_with("-'")
}

/// Codes found from one place of a text on.
#[derive(Debug, Clone, Copy, Default)]
struct Codes {
    /// Where a reply stands as replies do.
    reply: Option<ReplyCode>,
    /// A number that may be one.
    maybe: Option<ReplyCode>,
    status: Option<EnhancedStatus>,
    generic: Option<EnhancedStatus>,
}

impl Codes {
    fn reply(self) -> Option<ReplyCode> {
        self.reply.or(self.maybe)
    }

    fn status(self) -> Option<EnhancedStatus> {
        self.status.or(self.generic)
    }
}

/// Where a code may begin: each `4` and `5` behind no letter or digit.
fn classes(bytes: &[u8]) -> impl Iterator<Item = usize> {
    beginnings(bytes, |before, these| is(these & Lane::splat(!1), b'4') & !is_alphanumeric(before))
}

/// Finds the codes of a text in one pass: of the whole, and of the innermost reply where hosts quote each other.
fn codes(text: &str) -> (Codes, Option<Codes>) {
    let bytes = text.as_bytes();
    let mut whole = Codes::default();
    let mut inner: Option<Codes> = None;
    for at in classes(bytes) {
        let begins = begins(bytes, at);
        if !begins && !follows_code(bytes, at) {
            continue;
        }
        let Some(rest) = text.get(at..) else { continue };
        let status = status_at_start(rest);
        let reply = if status.is_none() && begins && !is_joined(bytes, at) { reply_at_start(rest) } else { None };
        if status.is_none() && reply.is_none() {
            continue;
        }
        let before = pieces::before(text, at);
        if is_wrapper(before) {
            inner = Some(Codes::default());
        }
        let strong = reply.is_some()
            && (at == 0
                || inner.is_some_and(|i| i.reply.is_none()) && is_wrapper(before)
                || stands_as_reply(before, rest));
        let maybe = reply.is_some() && !strong && may_be_reply(before, rest);
        for codes in [Some(&mut whole), inner.as_mut()].into_iter().flatten() {
            match status {
                Some(status) if status.is_generic() => codes.generic = codes.generic.or(Some(status)),
                status => codes.status = codes.status.or(status),
            }
            if strong {
                codes.reply = codes.reply.or(reply);
            } else if maybe {
                codes.maybe = codes.maybe.or(reply);
            }
        }
    }
    (whole, inner)
}

/// Reads one diagnostic: the innermost reply where hosts quote each other.
pub(crate) fn read(text: &str) -> Said<'_> {
    let (reply, status) = read_codes(text);
    Said { reply, status, text }
}

/// The reply code and the enhanced status that [`read`] reads.
pub(crate) fn read_codes(text: &str) -> (Option<ReplyCode>, Option<EnhancedStatus>) {
    let (whole, inner) = codes(text);
    let Some(inner) = inner else { return (whole.reply(), whole.status()) };
    let reply = inner.reply().or(whole.reply());
    (reply, inner.status().or_else(|| whole.status().filter(|s| agrees(*s, reply))))
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
        Some(b'.')
            if bytes.get(4).is_some_and(u8::is_ascii_digit) && status_at_start(pieces::from(text, 4)).is_none() =>
        {
            None
        }
        Some(c) if c.is_ascii_alphanumeric() || *c == b'_' || *c == b'/' || *c == b'@' || *c == b'%' => None,
        _ => text.get(..3)?.parse().ok(),
    }
}

/// An enhanced status at the very start: `5.1.1`, `#5.1.1`, `(5.1.1)`.
pub(crate) fn status_at_start(text: &str) -> Option<EnhancedStatus> {
    let mut bytes = text.as_bytes();
    while let [b'#' | b'[' | b'(' | b'\'' | b'"', rest @ ..] = bytes {
        bytes = rest;
    }
    let [class @ (b'2' | b'4' | b'5'), b'.', rest @ ..] = bytes else { return None };
    let (subject, rest) = number(rest)?;
    let (detail, rest) = number(rest.strip_prefix(b".")?)?;
    match rest {
        // A fourth number: an IP address or a version.
        [b'.', next, ..] if next.is_ascii_digit() => None,
        [next, ..] if next.is_ascii_alphanumeric() || *next == b'_' => None,
        rest if begins_address(rest) => None,
        _ => EnhancedStatus::new(class - b'0', subject, detail),
    }
}

/// What goes on as the address does that a number is the beginning of: `5.1.1@example.jp`, `4.10.25.neko@example.jp`.
fn begins_address(rest: &[u8]) -> bool {
    if !matches!(rest, [b'@' | b'.', b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9', ..]) {
        return false;
    }
    let local = rest.iter().take(64).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    rest.get(local.count()) == Some(&b'@')
}

/// A number of at most three digits, without leading zeros (RFC 3463 s2), and what follows.
fn number(bytes: &[u8]) -> Option<(u16, &[u8])> {
    let (&first, mut rest) = bytes.split_first().filter(|(first, _)| first.is_ascii_digit())?;
    let mut number = u16::from(first - b'0');
    while let [digit @ b'0'..=b'9', further @ ..] = rest
        && (1..100).contains(&number)
    {
        (number, rest) = (number * 10 + u16::from(digit - b'0'), further);
    }
    Some((number, rest))
}

/// Whether a number may begin at `at`: nothing before it that it could be the tail of.
fn begins(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).is_none_or(|before| {
        !bytes[before].is_ascii_alphanumeric()
            && !matches!(bytes[before], b'.' | b'_' | b'@' | b'=' | b'/' | b'%' | b'+')
    })
}

/// A number behind a dash: the tail of something, such as `X-550`.
fn is_joined(bytes: &[u8], at: usize) -> bool {
    at > 1 && bytes[at - 1] == b'-' && bytes[at - 2].is_ascii_alphanumeric()
}

/// `550.5.1.1`: the status follows a reply code and a dot.
fn follows_code(bytes: &[u8], at: usize) -> bool {
    at > 3
        && bytes[at - 1] == b'.'
        && digits(&bytes[at - 4..at - 1]) == 3
        && matches!(bytes[at - 4], b'4' | b'5')
        && begins(bytes, at - 4)
}

/// A status right behind it, or punctuation or a word for it before it: a reply.
fn stands_as_reply(before: &str, rest: &str) -> bool {
    let before = before.trim_end();
    let next = pieces::from(rest, 3).trim_start_matches([' ', '-', '.', ',', ':', '#', '(', '\'', '"']);
    before.is_empty()
        || status_at_start(next).is_some()
        || before.ends_with([':', ';', '>', '=', '[', '(', '\'', '"', '#']) && !counts(before) && !has_unit(rest)
        // SurfControl: `[192.0.2.1], 550 ...`
        || before.ends_with("],")
        || ["error", "code", "said", "reply", "response", "with", "status", "smtp", "reason"]
            .iter()
            .any(|w| pieces::ends_with(before, w))
}

/// A lone number is a reply only if text follows as after one, and no unit.
fn may_be_reply(before: &str, rest: &str) -> bool {
    let behind = pieces::from(rest, 3);
    behind.starts_with([' ', '-'])
        && !behind.trim_start().split([' ', '.', ',']).next().unwrap_or_default().is_empty()
        && !has_unit(rest)
        && !counts(before)
        // `0800 555 550` is a number of a telephone.
        && !before.trim_end().ends_with(|c: char| c == ',' || c.is_ascii_digit())
}

/// Whether a number is one of something.
fn has_unit(number: &str) -> bool {
    const UNITS: &[&str] = &[
        "kb",
        "mb",
        "bytes",
        "byte",
        "octets",
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
        "lines",
    ];
    let word = pieces::from(number, 3).trim_start().split([' ', '.', ',', ')', ';', '\n']).next().unwrap_or_default();
    pieces::is_one_of(word, UNITS)
}

/// Whether a label stands before a number that is none of a reply: `Size (in bytes): 412`.
fn counts(before: &str) -> bool {
    const LABELS: &[&str] = &[
        "size", "bytes", "octets", "length", "lines", "time", "id", "priority", "limit", "count", "port", "phone",
        "number", "ticket",
    ];
    let label = pieces::trim_end_matches(before, |c| matches!(c, ':' | ')' | '=' | ' '));
    let word = label.rsplit([' ', '(', '-', '\n']).next().unwrap_or_default();
    pieces::is_one_of(word, LABELS)
}

/// The first reply code in a text, where one stands as a reply does.
pub(crate) fn find_reply(text: &str) -> Option<ReplyCode> {
    codes(text).0.reply()
}

/// The first enhanced status in a text, one that says more than its class before one that does not.
pub(crate) fn find_status(text: &str) -> Option<EnhancedStatus> {
    // Most texts that are asked for one begin with it.
    let first = if text.starts_with(['4', '5']) { status_at_start(text) } else { None };
    first.filter(|status| !status.is_generic()).or_else(|| codes(text).0.status())
}

/// Where a text names the command that was answered, it stands behind one of these and a space; and whether such words also stand in
/// other sentences.
const COMMAND_MARKS: &[(&str, bool)] = &[
    ("in reply to", true),
    ("in response to", true),
    ("did not like our", true),
    ("sent:", true),
    ("command was:", true),
    ("while sending", true),
    (">>>", true),
    ("smtp command:", true),
    ("after", false),
    ("after pipelined", true),
    ("for", false),
    ("during", false),
    ("the", false),
];

/// Or at once behind one of these, in such sentences only.
const JOINED_MARKS: &[&str] = &["rejected command '", "smtp:", "[", "stage:"];

/// One number and bit of [`HEADS`] for three letters in any case; the fourth octet is not looked at.
const fn place_of(head: [u8; 4]) -> (usize, u64) {
    let hash = ((u32::from_le_bytes(head) | 0x20_2020) & 0xFF_FFFF).wrapping_mul(0x9E37_79B1);
    ((hash >> 27) as usize, 1 << (hash >> 21 & 0x3F))
}

/// The first three letters of all that [`command_at`] and [`refused_by_name`] know: they turn most words away.
static HEADS: [u64; 32] = {
    let mut heads: &[&[u8; 4]] = &[
        b"rcpt", b"mail", b"end ", b"send", b"text", b"body", b"data", b"bdat", b"ehlo", b"helo", b"lhlo", b"star",
        b"auth", b"init", b"conn", b"bann", b"refu", b"fina", b"was ",
    ];
    let mut table = [0; 32];
    while let [head, rest @ ..] = heads {
        let (number, bit) = place_of(**head);
        table[number] |= bit;
        heads = rest;
    }
    table
};

/// The command that a text begins with, the length of the word, and whether it names the command wherever a mark stands before it.
fn command_at(bytes: &[u8]) -> Option<(SmtpCommand, usize, bool)> {
    use SmtpCommand as C;
    let head: [u8; 4] = *bytes.first_chunk()?;
    // Lower case, by a bit: the commands are letters, and what else becomes one of these letters is no word here.
    let candidates: &[(&str, C, bool)] = match &head.map(|b| b | 0x20) {
        b"rcpt" => &[("rcpt", C::Rcpt, true)],
        b"mail" => &[("mail from", C::Mail, true), ("mail_from", C::Mail, true), ("mail", C::Mail, false)],
        [b'e', b'n', b'd', _] => &[
            ("end of data", C::EndOfData, true),
            ("end-of-data", C::EndOfData, true),
            ("end_of_data", C::EndOfData, true),
            ("end of message", C::EndOfData, true),
        ],
        b"fina" => &[("final data", C::EndOfData, true)],
        b"send" => &[("sending message", C::EndOfData, true)],
        b"text" => &[("text command", C::EndOfData, true)],
        b"body" => &[("body", C::EndOfData, false)],
        b"data" => &[("data", C::Data, true)],
        b"bdat" => &[("bdat", C::Data, true)],
        b"ehlo" => &[("ehlo", C::Helo, true)],
        b"helo" => &[("helo", C::Helo, true)],
        b"lhlo" => &[("lhlo", C::Helo, true)],
        b"star" => &[("starttls", C::StartTls, true)],
        b"auth" => &[
            ("auth login", C::Auth, true),
            ("auth plain", C::Auth, true),
            ("auth cram-md5", C::Auth, true),
            ("auth", C::Auth, false),
        ],
        b"init" => &[("initial connection", C::Connect, true), ("initial server greeting", C::Connect, true)],
        b"conn" => &[("connect", C::Connect, false)],
        b"bann" => &[("banner", C::Connect, true)],
        _ => return None,
    };
    candidates.iter().find_map(|(words, command, always)| Some((*command, begins_with(bytes, words)?, *always)))
}

/// How many bytes these words take at the beginning, in any case; a space in them is any white space, as lines are wrapped.
fn begins_with(bytes: &[u8], words: &str) -> Option<usize> {
    let mut at = 0;
    for wanted in words.bytes() {
        let byte = bytes.get(at)?;
        if wanted == b' ' {
            at += spaces(bytes[at..].iter())?;
        } else if byte.eq_ignore_ascii_case(&wanted) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(at)
}

/// [`begins_with`], from the end.
fn ends_with(bytes: &[u8], words: &str) -> bool {
    // The last octet turns most texts away.
    let (Some(last), Some(wanted)) = (bytes.last(), words.as_bytes().last()) else { return false };
    if !last.eq_ignore_ascii_case(wanted) {
        return false;
    }
    let mut end = bytes.len();
    words.bytes().rev().all(|wanted| {
        let rest = &bytes[..end];
        let taken = match rest.last() {
            Some(_) if wanted == b' ' => spaces(rest.iter().rev()).unwrap_or(0),
            Some(byte) => usize::from(byte.eq_ignore_ascii_case(&wanted)),
            None => 0,
        };
        end -= taken;
        taken > 0
    })
}

/// The length of a run of white space; a few lines at most.
fn spaces<'b>(bytes: impl Iterator<Item = &'b u8>) -> Option<usize> {
    Some(bytes.take(80).take_while(|byte| byte.is_ascii_whitespace()).count()).filter(|&count| count > 0)
}

/// What was refused, where words say so that name no command: `refused to talk to me`, and qmail's `Connected to 192.0.2.1 but sender
/// was rejected.`
fn refused_by_name(before: &[u8], words: &[u8]) -> Option<SmtpCommand> {
    let said = |said: &str| begins_with(words, said).is_some();
    let of = |name: &str| ends_with(before.trim_ascii_end(), name);
    match () {
        () if said("refused to talk to me") => Some(SmtpCommand::Connect),
        () if said("was rejected.") && of("but sender") => Some(SmtpCommand::Mail),
        () if said("was rejected.") && of("but my name") => Some(SmtpCommand::Helo),
        () => None,
    }
}

/// The SMTP command that a diagnostic says was answered: the last that it names, which is nearest to the answer.
pub(crate) fn command(bytes: &[u8]) -> Option<SmtpCommand> {
    if begins_with(bytes, "data closing ").is_some() {
        // chasquid; it says `MAIL+RCPT` of the commands before.
        return Some(SmtpCommand::EndOfData);
    }
    let mut found = None;
    // All marks end in one of these, perhaps with a quote, so the words to look at stand behind one.
    let begins = |before, byte| {
        let ends_mark = is(before, b' ') | is(before, b'[') | is(before, b':') | is(before, b'<') | is(before, b'\'');
        // All letters, and little else.
        ends_mark & is(byte & Lane::splat(0xC0), 0x40)
    };
    for at in beginnings(bytes, begins) {
        let rest = &bytes[at..];
        let Some((number, bit)) = rest.first_chunk().map(|head| place_of(*head)) else { break };
        if HEADS[number] & bit == 0 {
            continue;
        }
        let Some((command, length, always)) = command_at(rest) else {
            if let Some(refused) = refused_by_name(&bytes[..at], rest) {
                return Some(refused);
            }
            continue;
        };
        // Not the beginning of a longer word, of an address or of a host's name, but `RCPT_TO` is one.
        let goes_on = |at: usize| rest.get(at).is_some_and(u8::is_ascii_alphanumeric);
        match rest.get(length) {
            Some(b'-' | b'@') => continue,
            Some(b'.') if goes_on(length + 1) => continue,
            _ if goes_on(length) => continue,
            _ => {}
        }
        let before = bytes[..at].strip_suffix(b"<").unwrap_or(&bytes[..at]);
        let behind_space = || {
            let words = &before[..before.len() - spaces(before.iter().rev())?];
            COMMAND_MARKS.iter().find(|(mark, sure)| {
                (always || *sure)
                    && ends_with(words, mark)
                    // `TLS required for RCPT domain`
                    && (*mark != "for" || command != SmtpCommand::Rcpt || has_argument(&rest[length..]))
            })
        };
        let marked = behind_space().is_some() || JOINED_MARKS.iter().any(|mark| ends_with(before, mark));
        if marked {
            found = Some(command);
        }
    }
    // Commands were sent together (RFC 2920): the last one shown was DATA, and was refused for want of recipients, or Sendmail concludes
    // what it concludes from the answer to RCPT only.
    let holds = |words: &[u8]| memchr::memmem::find(bytes, words).is_some();
    if found == Some(SmtpCommand::Data) && (holds(b"\n<<< 503") || holds(b"\n550 5.1.1 <")) {
        return Some(SmtpCommand::Rcpt);
    }
    found
}

/// Whether `RCPT` goes on as the command does.
fn has_argument(rest: &[u8]) -> bool {
    rest.first().is_none_or(|c| !c.is_ascii_whitespace())
        || [" to", " command"].iter().any(|w| begins_with(rest, w).is_some())
}

/// The command that a line of a transcript sends (what follows `>>> `).
pub(crate) fn sent(line: &str) -> Option<SmtpCommand> {
    if line.trim_end() == "." {
        return Some(SmtpCommand::EndOfData);
    }
    command_at(line.as_bytes()).map(|(command, ..)| command)
}

const TALKING: &[u8] = b"while talking to ";
const DISLIKED: &[u8] = b"] did not like our ";

/// The host that a diagnostic says answered: `host mx.example[192.0.2.1] said`, `mx.example (192.0.2.1)`.
fn host(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    // All these words in one pass: the first two letters of each, seldom met elsewhere.
    let begins = |before: Lane, these| {
        let host = is(before | Lane::splat(0x20), b'h') & is(these, b'o');
        host | is(before, b'w') & is(these, b'h') | is(before, b']') & is(these, b' ')
    };
    let (mut talks, mut behind, mut disliked) = (0, 0, None);
    for start in beginnings(bytes, begins).map(|second| second - 1) {
        match &bytes[start..] {
            [_, b'o', b's', b't', b' ' | b':', ..] => {
                let name = pieces::from(text, start + 4).trim_start_matches([':', ' ']);
                let Some(host) = host_at_start(name) else { continue };
                // A name that was looked up in vain is nobody who answered.
                let in_vain = pieces::from(name, host.len()).trim_start_matches(['.', ' ']);
                if !["not found", "unknown"].iter().any(|words| begins_with(in_vain.as_bytes(), words).is_some()) {
                    return Some(host);
                }
            }
            here if here.starts_with(TALKING) => (talks, behind) = (talks + 1, start + TALKING.len()),
            here if here.starts_with(DISLIKED) => disliked = disliked.or(Some(start)),
            _ => {}
        }
    }
    // Sendmail; a transcript of several sessions does not say which of them a recipient belongs to.
    if talks == 1 {
        return host_at_start(pieces::from(text, behind));
    }
    // dma: `mx.example [192.0.2.1] did not like our RCPT TO:`.
    if let Some(at) = disliked {
        let (names, _) = pieces::before(text, at).rsplit_once(" [")?;
        return host_at_start(names.rsplit(char::is_whitespace).next()?);
    }
    // `mx.example.com gave this error:`, `mx.example.com #550 ...` (Exchange).
    let first = text.split([' ', '[', '(']).next().unwrap_or_default();
    let first = pieces::trimmed(first, b"<>.:;");
    let labels = first.split('.').filter(|l| !l.is_empty()).count();
    (labels >= 2
        && first.contains(|c: char| c.is_ascii_alphabetic())
        && !first.contains('@')
        && first.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_')))
    .then_some(first)
}

/// The host name that a text begins with.
fn host_at_start(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))).unwrap_or(text.len());
    let name = pieces::before(text, end).trim_matches('.');
    (name.contains('.') && name.contains(|c: char| c.is_ascii_alphabetic())).then_some(name)
}

/// Joins the lines of a multi-line reply (RFC 5321 s4.2.1): the code and status that begin each further line are dropped.
///
/// Works on lines, and on lines already joined by spaces as most reports do it.
pub(crate) fn join_reply(text: &str) -> String {
    let line = crate::fields::collapsed(text);
    let bytes = line.as_bytes();
    // The first code that a dash follows: `550-`.
    let start = classes(bytes).find(|&at| {
        bytes.get(at + 3) == Some(&b'-')
            && begins(bytes, at)
            && !is_joined(bytes, at)
            && reply_at_start(pieces::from(&line, at)).is_some()
    });
    let Some(start) = start else { return line.into_owned() };
    let (Some(code), Some(mut rest)) = (line.get(start..start + 3), line.get(start + 4..)) else {
        return line.into_owned();
    };
    let status = status_at_start(rest).map(|s| s.to_string());
    let mut out = String::with_capacity(line.len());
    out.push_str(pieces::before(&line, start + 3));
    out.push(' ');
    let mut mark = String::with_capacity(4);
    mark.push(' ');
    mark.push_str(code);
    let finder = memchr::memmem::Finder::new(mark.as_bytes());
    let mut from = 0;
    while let Some(found) = rest.as_bytes().get(from..).and_then(|tail| finder.find(tail)) {
        let at = from + found;
        let last = match rest.as_bytes().get(at + 4) {
            Some(b'-') => false,
            Some(b' ') => true,
            _ => {
                from = at + 4;
                continue;
            }
        };
        out.push_str(pieces::before(rest, at));
        out.push(' ');
        rest = pieces::from(rest, at + 5);
        from = 0;
        if let Some(status) = &status {
            // The blank stays: a line without text is followed by the next code at once.
            rest = rest.strip_prefix(status.as_str()).unwrap_or(rest);
        }
        if last {
            break;
        }
    }
    out.push_str(rest);
    crate::fields::collapsed(&out).into_owned()
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
            ("550 <5.1.1@x.example>: no such user", 550, ""),
            ("4.10.25.neko@x.example: user unknown", 0, ""),
            ("550 5.1.1: a@x.example: user unknown", 550, "5.1.1"),
        ] {
            let said = read(text);
            assert_eq!(said.reply.map_or(0, ReplyCode::get), reply, "{text}");
            assert_eq!(said.status.map(|s| s.to_string()).unwrap_or_default(), status, "{text}");
        }
    }

    #[test]
    fn commands_sent_together() {
        let refused = "... while talking to mx.example:\n>>> DATA\n<<< 550 no\n";
        for (then, answered) in [
            ("554 5.0.0 Service unavailable\n", SmtpCommand::Data),
            ("550 5.1.1 <a@x.example>... User unknown\n", SmtpCommand::Rcpt),
            ("<<< 503 5.5.1 no valid recipients\n", SmtpCommand::Rcpt),
        ] {
            assert_eq!(command(format!("{refused}{then}").as_bytes()), Some(answered), "{then}");
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
            ("x (in reply\n    to end of\r\n    DATA command)", Some(SmtpCommand::EndOfData)),
            ("after mailing you again", None),
            ("the mail was refused", None),
            ("no mailbox for data@example.jp", None),
        ] {
            assert_eq!(super::command(text.as_bytes()), command, "{text}");
        }
    }

    #[test]
    fn each_command_is_found_where_it_is_sent() {
        for word in [
            "RCPT TO",
            "mail from",
            "mail_from",
            "end of data",
            "End-Of-Data",
            "end_of_data",
            "end of message",
            "Sending message",
            "text command",
            "DATA",
            "bdat",
            "EHLO",
            "helo",
            "LHLO",
            "StartTLS",
            "initial connection",
            "initial server greeting",
            "banner",
            "body",
            "auth",
            "connect",
            "mail",
        ] {
            assert!(sent(word).is_some(), "{word}");
            assert_eq!(super::command(format!("no (in reply to {word} command)").as_bytes()), sent(word), "{word}");
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
