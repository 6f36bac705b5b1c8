//! Signed return paths: an envelope sender that says whom a message went to, and that nobody else can make.
//!
//! Layout 1 of the local part, all in lower case, so that a host that folds case breaks nothing:
//!
//! ```text
//! prefix SEP base32(head tag) [ "-" local "=" domain ]
//! head = form and length of token (1 octet), key id (1), day since 1970 (2), token (0 to 8), [recipient id (8)]
//! tag  = first 8 octets of HMAC-SHA-256(key, "mailbounce-return-path-1" NUL bounce domain NUL recipient NUL head)
//! ```
//!
//! The recipient stands in it readably (VERP) where it fits into the 64 octets of RFC 5321 s4.5.3.1.1 and needs no quoting, else by its
//! [`RecipientId`]. 64 bits of tag can't be tried out by mail: each try is a mail that the server takes.

use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::mailbox::{Mailbox, is_domain};
use crate::time::Timestamp;

const LAYOUT: &[u8] = b"mailbounce-return-path-1";
const LOCAL_OCTETS: usize = 64;
const PREFIX_OCTETS: usize = 16;
const TAG: usize = 8;
/// Set in the first octet of the head where the recipient stands by its id.
const BY_ID: u8 = 0x10;
const BASE32: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// A secret that return paths are signed with, and its number.
///
/// ```
/// use mailbounce::ReturnPathKey;
///
/// let key = ReturnPathKey::new(1, b"32 octets from a random generator")?;
/// assert_eq!(format!("{key:?}"), "ReturnPathKey(1)");
/// # Ok::<(), mailbounce::ReturnPathError>(())
/// ```
#[derive(Clone)]
pub struct ReturnPathKey {
    id: u8,
    mac: Hmac<Sha256>,
}

impl ReturnPathKey {
    /// Shortest secret that is taken, in octets.
    pub const MIN_OCTETS: usize = 16;

    /// A key. The number tells it from its successors; it is no secret.
    ///
    /// # Errors
    ///
    /// A secret of less than [`MIN_OCTETS`](Self::MIN_OCTETS).
    pub fn new(id: u8, secret: &[u8]) -> Result<Self, ReturnPathError> {
        if secret.len() < Self::MIN_OCTETS {
            return Err(ReturnPathError(Kind::Setup("the secret is too short")));
        }
        let mac = Hmac::new_from_slice(secret).map_err(|_| ReturnPathError(Kind::Setup("no key for HMAC")))?;
        Ok(Self { id, mac })
    }
}

impl fmt::Debug for ReturnPathKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReturnPathKey({})", self.id)
    }
}

/// What stands for a recipient whose address is too long for a return path: the first 8 octets of SHA-256 of its
/// [key](Mailbox::key). Keep it beside the address, to look it up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecipientId(
    /// The octets.
    pub [u8; 8],
);

impl RecipientId {
    /// The id of a mailbox.
    #[must_use]
    pub fn of(mailbox: &Mailbox) -> Self {
        let mut id = [0; 8];
        id.iter_mut().zip(Sha256::digest(mailbox.key().as_bytes())).for_each(|(to, from)| *to = from);
        Self(id)
    }
}

/// What a return path of ours says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReturnPathToken {
    /// Whom the message went to, in lower case.
    pub recipient: Mailbox,
    /// The sender's number for the message; 0 where none was given. [`message_name`](Self::message_name) tells the two apart.
    pub message: u64,
    /// The first second of the day (UTC) on which it was signed.
    pub signed_on: Timestamp,
}

impl ReturnPathToken {
    /// The message's number as a name, for [`SuppressionList::observe_message`](crate::suppression::SuppressionList::observe_message)
    /// and its like; none where no number was signed.
    ///
    /// ```
    /// # use mailbounce::{Mailbox, ReturnPathKey, SignedReturnPath, Timestamp};
    /// # let paths = SignedReturnPath::new("b", "bounce.example.com", vec![ReturnPathKey::new(1, &[7; 32])?])?;
    /// # let (recipient, now): (Mailbox, _) = ("kijitora@example.jp".parse()?, Timestamp(1_772_325_000));
    /// let token = paths.decode(paths.encode(&recipient, 4711, now).as_str(), now, |_| None)?;
    /// assert_eq!(token.message_name().as_deref(), Some("4711"));
    /// // list.observe_message(&bounce, token.message_name().as_deref(), received_at)?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn message_name(&self) -> Option<String> {
        (self.message > 0).then(|| self.message.to_string())
    }
}

/// Signs and verifies return paths.
///
/// An address that is longer than some 40 octets, or has other signs than letters, digits and `._+-=` (`o'hara@`), stands in the path
/// by its [`RecipientId`]: without a `lookup` that finds it, its bounces are taken for nobody's.
///
/// ```
/// use std::collections::HashMap;
/// use mailbounce::{Mailbox, RecipientId, ReturnPathKey, SignedReturnPath, Timestamp};
///
/// let key = ReturnPathKey::new(1, b"32 octets from a random generator")?;
/// let paths = SignedReturnPath::new("b", "bounce.example.com", vec![key])?;
/// let recipient: Mailbox = "Kijitora@Example.JP".parse()?;
/// let now = Timestamp(1_772_325_000);
///
/// let return_path = paths.encode(&recipient, 4711, now);
/// assert!(return_path.local_part().len() <= 64);
/// // ... it comes back as the envelope recipient of a bounce, perhaps in capitals. Your table of recipients knows the ids:
/// let other: Mailbox = "o'hara@example.jp".parse()?;
/// let by_id: HashMap<_, _> = [&recipient, &other].map(|m| (RecipientId::of(m), m.clone())).into();
/// let lookup = |id| by_id.get(&id).cloned();
/// let token = paths.decode(&return_path.as_str().to_uppercase(), now, lookup)?;
/// assert_eq!(token.recipient, recipient);
/// assert_eq!(token.message, 4711);
/// assert_eq!(paths.decode(paths.encode(&other, 4711, now).as_str(), now, lookup)?.recipient, other);
/// assert!(paths.decode("b-aaaa-kijitora=example.jp@bounce.example.com", now, lookup).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct SignedReturnPath {
    prefix: String,
    separator: char,
    domain: String,
    keys: Vec<ReturnPathKey>,
    max_age_days: u16,
}

impl SignedReturnPath {
    /// Return paths `prefix-...@domain`. The first key signs, all verify: to rotate, put a new one first, and take the old one out
    /// after [`max_age_days`](Self::max_age_days).
    ///
    /// # Errors
    ///
    /// No key, or two with the same number; a domain that is none; a prefix that is empty, longer than 16 octets, or of anything but letters and digits.
    pub fn new(prefix: &str, domain: &str, keys: Vec<ReturnPathKey>) -> Result<Self, ReturnPathError> {
        let setup = |why| Err(ReturnPathError(Kind::Setup(why)));
        let prefix_is_fit =
            (1..=PREFIX_OCTETS).contains(&prefix.len()) && prefix.bytes().all(|b| b.is_ascii_alphanumeric());
        let mut ids: Vec<u8> = keys.iter().map(|k| k.id).collect();
        ids.sort_unstable();
        ids.dedup();
        match () {
            () if !prefix_is_fit => setup("the prefix must be 1 to 16 letters and digits"),
            () if !is_domain(domain) || domain.starts_with('[') => setup("not a domain"),
            () if keys.is_empty() => setup("no key"),
            () if ids.len() != keys.len() => setup("two keys have the same number"),
            () => Ok(Self {
                prefix: prefix.to_lowercase(),
                separator: '-',
                domain: domain.to_lowercase(),
                keys,
                max_age_days: 30,
            }),
        }
    }

    /// With `+` or `=` behind the prefix in place of `-`: what the server's address extensions need.
    ///
    /// # Errors
    ///
    /// Any other character.
    pub fn separator(mut self, separator: char) -> Result<Self, ReturnPathError> {
        if !matches!(separator, '-' | '+' | '=') {
            return Err(ReturnPathError(Kind::Setup("the separator must be -, + or =")));
        }
        self.separator = separator;
        Ok(self)
    }

    /// How many days a return path is good for. Default 30: queues hold a message for 5, and some bounces come weeks later.
    pub const fn max_age_days(mut self, days: u16) -> Self {
        self.max_age_days = days;
        self
    }

    /// The return path of one message to one recipient. `message` is the sender's own number for it; small ones make short paths, and
    /// 0 is none.
    #[must_use]
    pub fn encode(&self, recipient: &Mailbox, message: u64, now: Timestamp) -> Mailbox {
        let readable = readable(recipient).map(|r| {
            let local = self.local(&self.head(0, message, now), &recipient.key());
            format!("{local}-{r}")
        });
        let local = readable.filter(|local| local.len() <= LOCAL_OCTETS).unwrap_or_else(|| {
            let mut head = self.head(BY_ID, message, now);
            head.extend(RecipientId::of(recipient).0);
            self.local(&head, "")
        });
        // Prefix, separator, base32 and readable recipients are of characters that a local part may have.
        Mailbox::from_parts(&local, &self.domain).unwrap_or_else(|_| Mailbox::reserved("postmaster", &self.domain))
    }

    /// Reads and verifies a return path of ours, such as the envelope recipient of a bounce. `lookup` finds the address of a recipient that stands by its
    /// id; it is asked only when the signature is good. `now` is when the bounce was received, for a backlog too: what was in time
    /// then is taken.
    ///
    /// # Errors
    ///
    /// Another prefix or domain, or what is no such path ([`is_foreign`](ReturnPathError::is_foreign)); a signature that is wrong, cut, or of a key that is gone
    /// ([`is_forged`](ReturnPathError::is_forged)); too old or of a day to come ([`is_expired`](ReturnPathError::is_expired)); an id that `lookup` does not know
    /// ([`is_unknown_recipient`](ReturnPathError::is_unknown_recipient)).
    pub fn decode(
        &self,
        address: &str,
        now: Timestamp,
        lookup: impl FnOnce(RecipientId) -> Option<Mailbox>,
    ) -> Result<ReturnPathToken, ReturnPathError> {
        let address = address.to_lowercase();
        let (text, recipient) = self.split(&address).ok_or(ReturnPathError(Kind::Foreign))?;
        let forged = || ReturnPathError(Kind::Forged);
        let octets = from_base32(text).ok_or_else(forged)?;
        let (head, tag) = octets.split_at_checked(octets.len().wrapping_sub(TAG)).ok_or_else(forged)?;
        let [form, key_id, day_high, day_low, rest @ ..] = head else { return Err(forged()) };
        let (token, id) = rest.split_at_checked(usize::from(form & 0x0f)).ok_or_else(forged)?;
        let by_id = form & !0x0f == BY_ID;
        if (!by_id && form & !0x0f != 0) || token.len() > 8 || id.len() != if by_id { 8 } else { 0 } {
            return Err(forged());
        }
        let mailbox = match (by_id, recipient) {
            (true, None) => None,
            (false, Some(recipient)) => {
                let (local, domain) = recipient.rsplit_once('=').ok_or_else(forged)?;
                Some(Mailbox::from_parts(local, domain).map_err(|_| forged())?)
            }
            _ => return Err(forged()),
        };
        let key = self.keys.iter().find(|k| k.id == *key_id).ok_or_else(forged)?;
        let signed = mailbox.as_ref().map(Mailbox::key).unwrap_or_default();
        self.mac(key, head, &signed).verify_truncated_left(tag).map_err(|_| forged())?;
        let day = i64::from(u16::from_be_bytes([*day_high, *day_low]));
        let age = now.0.div_euclid(Timestamp::DAY) - day;
        // One day ahead: the clocks of two servers.
        if age > i64::from(self.max_age_days) || age < -1 {
            return Err(ReturnPathError(Kind::Expired));
        }
        let recipient = match mailbox {
            Some(mailbox) => mailbox,
            None => {
                let id = RecipientId(id.try_into().map_err(|_| forged())?);
                let found = lookup(id).filter(|mailbox| RecipientId::of(mailbox) == id);
                found.ok_or(ReturnPathError(Kind::UnknownRecipient))?
            }
        };
        let message = token.iter().fold(0, |number: u64, octet| number << 8 | u64::from(*octet));
        Ok(ReturnPathToken { recipient, message, signed_on: Timestamp(day * Timestamp::DAY) })
    }

    /// Whether an address has the prefix and domain of ours; its signature is not looked at.
    #[must_use]
    pub fn is_ours(&self, address: &str) -> bool {
        self.split(&address.to_lowercase()).is_some()
    }

    /// The base32 and the readable recipient of an address in lower case.
    fn split<'a>(&self, address: &'a str) -> Option<(&'a str, Option<&'a str>)> {
        let (local, domain) = address.trim().trim_start_matches('<').trim_end_matches('>').rsplit_once('@')?;
        let rest = local.strip_prefix(&self.prefix)?.strip_prefix(self.separator)?;
        (domain == self.domain).then(|| match rest.split_once('-') {
            Some((text, recipient)) => (text, Some(recipient)),
            None => (rest, None),
        })
    }

    fn head(&self, form: u8, message: u64, now: Timestamp) -> Vec<u8> {
        let token = message.to_be_bytes();
        let zeros = usize::try_from(message.leading_zeros() / 8).unwrap_or_default();
        let token = token.get(zeros..).unwrap_or_default();
        let day = u16::try_from(now.0.div_euclid(Timestamp::DAY).clamp(0, i64::from(u16::MAX))).unwrap_or_default();
        let key = self.keys.first().map_or(0, |k| k.id);
        let [high, low] = day.to_be_bytes();
        let mut head = vec![form | u8::try_from(token.len()).unwrap_or_default(), key, high, low];
        head.extend(token);
        head
    }

    fn mac(&self, key: &ReturnPathKey, head: &[u8], recipient: &str) -> Hmac<Sha256> {
        let mut mac = key.mac.clone();
        for part in [LAYOUT, self.domain.as_bytes(), recipient.as_bytes()] {
            mac.update(part);
            mac.update(&[0]);
        }
        mac.update(head);
        mac
    }

    /// Prefix, separator, and head with its tag.
    fn local(&self, head: &[u8], recipient: &str) -> String {
        let mut octets = head.to_vec();
        if let Some(key) = self.keys.first() {
            octets.extend(self.mac(key, head, recipient).finalize().into_bytes().iter().take(TAG));
        }
        format!("{}{}{}", self.prefix, self.separator, to_base32(&octets))
    }
}

/// `local=domain`, if it needs no quoting and holds nothing that a server on the way may take for routing.
fn readable(recipient: &Mailbox) -> Option<String> {
    let is_plain = |text: &str| {
        text.bytes().all(|b| b.is_ascii_alphanumeric() || b"._+-=".contains(&b))
            && !text.contains("..")
            && !text.starts_with('.')
            && !text.ends_with('.')
    };
    let key = recipient.key();
    let (local, domain) = key.rsplit_once('@')?;
    (is_plain(local) && is_plain(domain) && !domain.contains('=')).then(|| format!("{local}={domain}"))
}

/// RFC 4648 s6 in lower case, without padding.
fn to_base32(octets: &[u8]) -> String {
    let digit = |value: u64| char::from(BASE32[usize::try_from(value & 31).unwrap_or_default()]);
    let mut text = String::with_capacity(octets.len() * 8 / 5 + 1);
    for group in octets.chunks(5) {
        let value = group.iter().fold(0_u64, |v, b| v << 8 | u64::from(*b)) << (8 * (5 - group.len()));
        let digits = (group.len() * 8).div_ceil(5);
        text.extend((0..digits).map(|i| digit(value >> (35 - 5 * i))));
    }
    text
}

/// Refuses other characters, lengths that no octets have, and bits behind the last octet: each value has one text.
fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut octets = Vec::with_capacity(text.len() * 5 / 8);
    for group in text.as_bytes().chunks(8) {
        let digit = |b: &u8| BASE32.iter().position(|d| d == b).and_then(|p| u64::try_from(p).ok());
        let value = group.iter().try_fold(0_u64, |v, b| Some(v << 5 | digit(b)?))? << (5 * (8 - group.len()));
        let len = match group.len() {
            2 => 1,
            4 => 2,
            5 => 3,
            7 => 4,
            8 => 5,
            _ => return None,
        };
        if value & ((1 << (8 * (5 - len))) - 1) != 0 {
            return None;
        }
        octets.extend(value.to_be_bytes().iter().skip(3).take(len));
    }
    Some(octets)
}

/// Why a return path was not taken, or could not be set up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("return path: {0}")]
pub struct ReturnPathError(Kind);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Kind {
    #[error("{0}")]
    Setup(&'static str),
    #[error("not one of ours")]
    Foreign,
    #[error("the signature is wrong")]
    Forged,
    #[error("too old, or of a day to come")]
    Expired,
    #[error("signed, for a recipient that is not known any more")]
    UnknownRecipient,
}

impl ReturnPathError {
    /// It is no signed return path of this prefix and domain.
    #[must_use]
    pub const fn is_foreign(&self) -> bool {
        matches!(self.0, Kind::Foreign)
    }

    /// It looks like one of ours, and its signature is wrong, cut, or of a key that is gone.
    #[must_use]
    pub const fn is_forged(&self) -> bool {
        matches!(self.0, Kind::Forged)
    }

    /// The signature is right, but it is too old, or of a day to come.
    #[must_use]
    pub const fn is_expired(&self) -> bool {
        matches!(self.0, Kind::Expired)
    }

    /// The signature is right, but nobody knows the recipient's id.
    #[must_use]
    pub const fn is_unknown_recipient(&self) -> bool {
        matches!(self.0, Kind::UnknownRecipient)
    }
}
