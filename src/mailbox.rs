//! Addresses: RFC 5321 mailboxes, and what stands in their place.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::{fmt, str::FromStr};

use crate::error::ParseError;
use crate::lanes::{is, is_alphanumeric, marks};
use crate::pieces;
use crate::word::serde_as_text;

/// A mailbox, `local-part@domain` (RFC 5321 s4.1.2), also with UTF-8 in both (RFC 6531).
///
/// It is kept as written, less needless quotes and a root dot; two mailboxes are equal when they differ in case only.
///
/// ```
/// use mailbounce::Mailbox;
///
/// let mailbox: Mailbox = "Kijitora@Example.JP".parse()?;
/// assert_eq!(mailbox.as_str(), "Kijitora@Example.JP");
/// assert_eq!(mailbox.key(), "kijitora@example.jp");
/// assert_eq!(mailbox, "kijitora@example.jp".parse()?);
/// assert_eq!(mailbox, Mailbox::try_from("KIJITORA@EXAMPLE.JP")?);
/// # Ok::<(), mailbounce::ParseError>(())
/// ```
#[derive(Clone)]
pub struct Mailbox {
    /// Shared, as one mailbox stands in several places of a result.
    text: Arc<str>,
    /// Where the `@` before the domain is.
    at: u16,
    ascii: bool,
}

impl Mailbox {
    /// Longest address that is read, in octets. RFC 5321 s4.5.3.1 allows 64 + 1 + 255; some systems exceed it.
    pub const MAX_OCTETS: usize = 512;

    /// The local part, without needless quotes.
    #[must_use]
    pub fn local_part(&self) -> &str {
        self.text.get(..usize::from(self.at)).unwrap_or_default()
    }

    /// The domain, or an address literal in brackets.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.text.get(usize::from(self.at) + 1..).unwrap_or_default()
    }

    /// The whole address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The form to store and look up by: lower case. Nothing else is folded: tags and dots may tell people apart.
    #[must_use]
    pub fn key(&self) -> String {
        if self.ascii { self.text.to_ascii_lowercase() } else { self.folded().collect() }
    }

    fn folded(&self) -> impl Iterator<Item = char> + '_ {
        self.text.chars().flat_map(char::to_lowercase)
    }

    /// A mailbox of ASCII letters and digits, dots, dashes, `_` and `+`, as nearly all are.
    fn plain(text: &str) -> Option<Self> {
        let [words, dots, pluses, ats] = marks(text.as_bytes(), |lane| {
            [is_alphanumeric(lane) | is(lane, b'-') | is(lane, b'_'), is(lane, b'.'), is(lane, b'+'), is(lane, b'@')]
        })?;
        // One bit for each octet, from below: all of the text, what stands before the `@`, and what a label must follow.
        let all = 1_u64.checked_shl(text.len() as u32).unwrap_or_default().wrapping_sub(1);
        let local = ats.wrapping_sub(1);
        let before_labels = ats | dots & !local;
        let odd = !(words | dots | pluses | ats) & all | pluses & !local | before_labels & !(words >> 1);
        (odd == 0 && ats > 1 && ats.is_power_of_two()).then(|| Self {
            at: ats.trailing_zeros() as u16,
            ascii: true,
            text: text.into(),
        })
    }

    /// A mailbox from a short local part of this crate's own and the domain of another mailbox.
    pub(crate) fn reserved(local_part: &'static str, domain: &str) -> Self {
        let at = u16::try_from(local_part.len()).unwrap_or_default();
        Self { text: format!("{local_part}@{domain}").into(), at, ascii: local_part.is_ascii() && domain.is_ascii() }
    }

    /// A mailbox from its two parts.
    ///
    /// # Errors
    ///
    /// As for [`FromStr`].
    pub fn from_parts(local_part: &str, domain: &str) -> Result<Self, ParseError> {
        format!("{local_part}@{domain}").parse()
    }
}

impl FromStr for Mailbox {
    type Err = ParseError;

    /// Reads one address without display name, brackets or comments.
    ///
    /// It takes what servers take beyond RFC 5321: UTF-8, dots anywhere in the local part, and `_` in the domain.
    ///
    /// # Errors
    ///
    /// `kijitora` (no `@`), `@example.jp` (no local part), `a b@example.jp` (space), `a@b@example.jp` (a second `@` outside
    /// quotes), `a@exa mple` (domain), `a@.jp` (empty label), longer than [`Mailbox::MAX_OCTETS`].
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::plain(text).map_or_else(|| Self::read(text), Ok)
    }
}

impl Mailbox {
    /// [`FromStr`], of whatever it may be.
    fn read(text: &str) -> Result<Self, ParseError> {
        let bad = |why| ParseError::new("mailbox", why, text);
        if text.len() > Self::MAX_OCTETS {
            return Err(bad("too long"));
        }
        let (local, domain) = text.rsplit_once('@').ok_or_else(|| bad("no @"))?;
        let domain = domain.strip_suffix('.').unwrap_or(domain);
        if !is_domain(domain) {
            return Err(bad("not a domain"));
        }
        let quoted = local.strip_prefix('"').and_then(|l| l.strip_suffix('"'));
        let local = match quoted {
            Some(inner) if !inner.is_empty() && inner.chars().all(is_local_char) => inner,
            Some(inner) if !inner.is_empty() && is_quoted_content(inner) => local,
            None if !local.is_empty() && local.chars().all(is_local_char) => local,
            _ => return Err(bad("not a local part")),
        };
        let at = u16::try_from(local.len()).map_err(|_| bad("too long"))?;
        let ascii = text.is_ascii();
        let as_written = local.len() + 1 + domain.len() == text.len();
        let text = if as_written { text.into() } else { format!("{local}@{domain}").into() };
        Ok(Self { text, at, ascii })
    }
}

/// `atext` and dots (RFC 5322 s3.2.3), and anything beyond ASCII that is neither control nor space (RFC 6531 s3.3).
fn is_local_char(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => true,
        '!' | '#'..='\'' | '*' | '+' | '-'..='/' | '=' | '?' | '^'..='`' | '{'..='~' => true,
        _ if c.is_ascii() => false,
        _ => {
            !c.is_control()
                && !c.is_whitespace()
                && !"「」『』（）＜＞《》〈〉【】、。，：；！？“”‘’«»\u{fffd}".contains(c)
        }
    }
}

/// `QcontentSMTP` (RFC 5321 s4.1.2): printable, with `"` and `\` behind a backslash only.
fn is_quoted_content(inner: &str) -> bool {
    let mut escaped = false;
    for c in inner.chars() {
        match c {
            _ if c.is_control() => return false,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return false,
            _ => {}
        }
    }
    !escaped
}

/// Labels joined by dots, or an address literal (RFC 5321 s4.1.3).
pub(crate) fn is_domain(domain: &str) -> bool {
    if let Some(literal) = domain.strip_prefix('[') {
        return literal
            .strip_suffix(']')
            .is_some_and(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_hexdigit() || b".:IPv".contains(&b)));
    }
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63 * 4
            && label.chars().all(|c| match c {
                'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => true,
                _ => !c.is_ascii() && is_local_char(c),
            })
    };
    domain.len() <= 255 && domain.split('.').all(label)
}

impl TryFrom<&str> for Mailbox {
    type Error = ParseError;

    /// As [`FromStr`].
    ///
    /// # Errors
    ///
    /// As for [`FromStr`].
    fn try_from(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }
}

impl AsRef<str> for Mailbox {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Mailbox {
    fn eq(&self, other: &Self) -> bool {
        if self.ascii && other.ascii {
            return self.at == other.at && self.text.eq_ignore_ascii_case(&other.text);
        }
        self.folded().eq(other.folded())
    }
}

impl Eq for Mailbox {}

impl Hash for Mailbox {
    fn hash<H: Hasher>(&self, state: &mut H) {
        // What is not ASCII may be equal to what is: `K`, the sign for kelvin, is a `k`.
        let folded = if self.ascii { Cow::Borrowed(&*self.text) } else { Cow::Owned(self.folded().collect()) };
        let (eights, rest) = folded.as_bytes().as_chunks();
        for eight in eights {
            state.write_u64(u64::from_le_bytes(eight.map(|b| b.to_ascii_lowercase())));
        }
        let mut last = [0; 8];
        for (last, byte) in last.iter_mut().zip(rest) {
            *last = byte.to_ascii_lowercase();
        }
        state.write_u64(u64::from_le_bytes(last));
    }
}

impl PartialOrd for Mailbox {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Mailbox {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded().cmp(other.folded())
    }
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mailbox({})", self.text)
    }
}

serde_as_text!(Mailbox);

/// What stands where an address should be: mostly a mailbox, else a bare local part, a pipe or an X.400 name, as it was said.
///
/// ```
/// use mailbounce::Address;
///
/// assert!(Address::from("kijitora@example.jp").mailbox().is_some());
/// assert!(Address::from("kijitora").mailbox().is_none());
/// assert!(Address::from("|/usr/bin/vacation").is_pipe());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Address(Kind);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Kind {
    Mailbox(Mailbox),
    Other(Box<str>),
}

impl Address {
    /// The mailbox, if it is one that mail can be written to.
    ///
    /// `IMCEAEX-...@host` is not: Exchange wraps internal names so (MS-OXOABK).
    #[must_use]
    pub fn mailbox(&self) -> Option<&Mailbox> {
        match &self.0 {
            Kind::Mailbox(mailbox) => Some(mailbox),
            Kind::Other(_) => None,
        }
    }

    /// [`Address::mailbox`], out of it.
    pub(crate) fn into_mailbox(self) -> Option<Mailbox> {
        match self.0 {
            Kind::Mailbox(mailbox) => Some(mailbox),
            Kind::Other(_) => None,
        }
    }

    /// As it was said.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Kind::Mailbox(mailbox) => mailbox.as_str(),
            Kind::Other(text) => text,
        }
    }

    /// A program or file that mail is piped or written to.
    #[must_use]
    pub fn is_pipe(&self) -> bool {
        matches!(&self.0, Kind::Other(text) if text.starts_with(['|', '/']))
    }

    /// A name without a domain.
    #[must_use]
    pub fn is_local_part(&self) -> bool {
        matches!(&self.0, Kind::Other(text) if !text.contains('@') && text.chars().all(is_local_char) && !text.starts_with(['|', '/']))
    }

    /// An X.400 or X.500 name, also wrapped by Exchange as `IMCEAEX-`.
    #[must_use]
    pub fn is_x400(&self) -> bool {
        matches!(&self.0, Kind::Other(text) if pieces::begins_with(text, "IMCEA")
            || (text.starts_with('/') && text.contains("=")))
    }

    /// Reads a field such as `rfc822; <a@example.jp>` (RFC 3464 s2.1.2): type, then an address in any of the forms met in reports.
    ///
    /// `None` where nothing is left. The type may be missing; `utf-8` decodes `\x{...}` (RFC 6533 s3).
    pub(crate) fn read_field(value: &str) -> Option<Self> {
        let end = value.bytes().position(|b| matches!(b, b';' | b'@' | b'<')).unwrap_or(value.len());
        let (kind, rest) = match pieces::from(value, end).strip_prefix(';') {
            Some(rest) => (pieces::before(value, end).trim_ascii(), rest),
            None => ("rfc822", value),
        };
        if kind.eq_ignore_ascii_case("utf-8") { Self::read(&decode_unicode(rest)) } else { Self::read(rest) }
    }

    /// Reads one address in any of the forms met in reports and notices: brackets, display name, comment, source route, xtext left in.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        let bare = text.strip_prefix('<').and_then(|t| t.strip_suffix('>')).unwrap_or(text);
        if let Some(plain) = Mailbox::plain(bare).filter(|_| !is_no_mailbox(bare)) {
            return Some(plain.into());
        }
        let text = text.trim();
        let inner = match (text.rfind('<'), text.rfind('>')) {
            (Some(open), Some(close)) if open < close => pieces::between(text, open + 1, close),
            (Some(open), None) => pieces::from(text, open + 1),
            _ => strip_comment(text),
        };
        let inner = inner.trim().trim_end_matches([';', ',', '.', ':', '>']).trim_start_matches('<').trim();
        let prefix = ["mailto:", "smtp=", "smtp:", "rfc822="].iter().find(|prefix| pieces::begins_with(inner, prefix));
        let inner = prefix.map_or(inner, |p| pieces::from(inner, p.len()));
        if inner.is_empty() || inner == "@" {
            return None;
        }
        // RFC 5321 s4.1.1.3, appendix C: a source route says nothing about the mailbox.
        let inner = match inner.strip_prefix('@').and_then(|route| route.rsplit_once(':')) {
            Some((_, mailbox)) => mailbox,
            None => inner,
        };
        if is_no_mailbox(inner) {
            return Some(Self::from(inner.chars().take(Mailbox::MAX_OCTETS).collect::<String>().as_str()));
        }
        if let Ok(mailbox) = inner.parse::<Mailbox>() {
            return Some(Self(Kind::Mailbox(mailbox)));
        }
        let unwrapped = inner.trim_matches(['\'', '"', '(', ')', '[', ']', '{', '}', '*', '`']);
        if let Ok(mailbox) = unwrapped.parse::<Mailbox>() {
            return Some(Self(Kind::Mailbox(mailbox)));
        }
        if inner.contains('@')
            && let Ok(mailbox) = decode_xtext(inner).parse::<Mailbox>()
        {
            return Some(Self(Kind::Mailbox(mailbox)));
        }
        Some(Self::from(inner.chars().take(Mailbox::MAX_OCTETS).collect::<String>().as_str()))
    }
}

/// Drops a comment in parentheses (RFC 5322 s3.2.2) at the end or the start, outside quotes.
fn strip_comment(text: &str) -> &str {
    if text.starts_with('"') {
        return text;
    }
    match (text.find('('), text.find(')')) {
        (Some(0), Some(close)) => pieces::from(text, close + 1),
        (Some(open), _) => pieces::before(text, open),
        _ => text,
    }
}

impl From<Mailbox> for Address {
    fn from(mailbox: Mailbox) -> Self {
        Self(Kind::Mailbox(mailbox))
    }
}

impl From<&str> for Address {
    /// Takes a text as it is: what [`Display`](fmt::Display) wrote is read back the same.
    fn from(text: &str) -> Self {
        if is_no_mailbox(text) {
            return Self(Kind::Other(text.into()));
        }
        Self(text.parse().map_or_else(|_| Kind::Other(text.into()), Kind::Mailbox))
    }
}

/// A file or a program with arguments may hold an address, and Exchange wraps internal names into one; neither can be written to.
fn is_no_mailbox(text: &str) -> bool {
    text.starts_with('|')
        || text.strip_prefix('/').is_some_and(|path| path.contains('/'))
        || pieces::begins_with(text, "IMCEA")
}

impl FromStr for Address {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::from(text))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

serde_as_text!(Address);

/// Decodes xtext (RFC 3461 s4): `+2B` is `+`. A `+` not followed by two upper-case hex digits stays.
pub(crate) fn decode_xtext(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'A'..=b'F' => Some(b - b'A' + 10),
        _ => None,
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&b) = bytes.get(at) {
        let pair = (b == b'+').then(|| Some((hex(*bytes.get(at + 1)?)?, hex(*bytes.get(at + 2)?)?))).flatten();
        match pair {
            Some((high, low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            None => {
                out.push(b);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Decodes `\x{HEX}` (RFC 6533 s3, utf-8-addr-xtext and -unitext); what is no code point stays.
pub(crate) fn decode_unicode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\x{") {
        out.push_str(before);
        let decoded = after.get(..after.len().min(7)).and_then(|_| after.split_once('}')).and_then(|(hex, tail)| {
            (hex.len() <= 6).then_some(())?;
            Some((u32::from_str_radix(hex, 16).ok().and_then(char::from_u32)?, tail))
        });
        match decoded {
            Some((c, tail)) => {
                out.push(c);
                rest = tail;
            }
            None => {
                out.push_str("\\x{");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        Address::read_field(text).map_or_else(String::new, |a| a.to_string())
    }

    #[test]
    fn fields_in_the_forms_met() {
        for (field, address) in [
            ("rfc822; a@example.jp", "a@example.jp"),
            ("RFC822;<a@example.jp>", "a@example.jp"),
            ("a@example.jp", "a@example.jp"),
            ("rfc822; \"Neko\" <a@example.jp> ;", "a@example.jp"),
            ("rfc822; a@example.jp (Neko)", "a@example.jp"),
            ("RFC822; <@smtp.example.jp:a@example.jp>", "a@example.jp"),
            ("rfc822;@smtp.example.jp:a@example.jp", "a@example.jp"),
            ("utf-8; \\x{732B}@example.jp", "猫@example.jp"),
            ("utf-8; \\x{732B}\\x{zz}@example.jp", "\\x{732B}\\x{zz}@example.jp".replace("\\x{732B}", "猫").as_str()),
            ("rfc822; \"john doe\"@example.jp", "\"john doe\"@example.jp"),
            ("rfc822; \"john\"@example.jp", "john@example.jp"),
            ("rfc822; 'a@example.jp'", "a@example.jp"),
            ("rfc822; kijitora", "kijitora"),
            ("rfc822; <>", ""),
            ("rfc822;", ""),
        ] {
            assert_eq!(read(field), address, "{field}");
        }
        assert!(Address::from("IMCEAEX-_O=X_CN=a@example.com").is_x400());
        assert!(Address::from("kijitora").is_local_part());
    }

    #[test]
    fn the_quick_reading_says_what_the_whole_says() {
        let letters = ["a", "B", "9", ".", "-", "_", "+", "@", "\"", " ", "é"];
        let mut texts: Vec<String> = vec![String::new()];
        for _ in 0..5 {
            let longer = |text: &String| letters.map(|letter| format!("{text}{letter}"));
            texts = texts.iter().flat_map(longer).collect();
        }
        texts.extend((1..70).map(|length| format!("{}@{}.b", "a".repeat(length / 2), "c".repeat(length / 2))));
        let mut quick = 0;
        for text in texts {
            if let Some(plain) = Mailbox::plain(&text) {
                let whole = Mailbox::read(&text).unwrap();
                assert_eq!((plain.as_str(), plain.at, plain.ascii), (whole.as_str(), whole.at, whole.ascii), "{text}");
                quick += 1;
            }
        }
        assert!(quick > 1000, "{quick}");
    }

    #[test]
    fn bad_mailboxes_are_refused() {
        for text in [
            "",
            "kijitora",
            "@example.jp",
            "a b@example.jp",
            "a@b@example.jp",
            "a@exa mple",
            "a@.jp",
            "a@",
            "\"a@b",
            "a@[x]",
        ] {
            assert!(text.parse::<Mailbox>().is_err(), "{text}");
        }
        assert!("a".repeat(600).parse::<Mailbox>().is_err());
    }

    #[test]
    fn xtext_keeps_a_stray_plus() {
        assert_eq!(decode_xtext("a+2Bb@example.org"), "a+b@example.org");
        assert_eq!(decode_xtext("a+b+@x+2"), "a+b+@x+2");
        assert_eq!(decode_xtext("+FF"), "+FF");
    }
}
