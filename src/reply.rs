//! SMTP replies and commands: RFC 5321.

use std::{fmt, str::FromStr};

use crate::error::ParseError;
use crate::word::words;

words! {
    /// The SMTP command that was answered (RFC 5321 s4.1); the same words mean other things at another stage.
    SmtpCommand, neutral Unknown {
        /// The greeting of a new connection.
        Connect = "connect",
        /// HELO, EHLO or LHLO.
        Helo = "helo",
        /// STARTTLS (RFC 3207).
        StartTls = "starttls",
        /// AUTH (RFC 4954).
        Auth = "auth",
        /// MAIL FROM: the sender's address is on the table.
        Mail = "mail",
        /// RCPT TO: the recipient's address is.
        Rcpt = "rcpt",
        /// DATA or BDAT, before the message.
        Data = "data",
        /// The end of the message: its content is on the table.
        EndOfData = "end-of-data",
        /// Any other, or a word that this version does not know.
        Unknown = "unknown",
    }
}

/// A three-digit SMTP reply code, RFC 5321 s4.2: 200 to 699 (services also invent codes from 600 on).
///
/// ```
/// use mailbounce::ReplyCode;
///
/// let code = ReplyCode::new(550).unwrap();
/// assert!(code.is_permanent());
/// assert_eq!(ReplyCode::new(99), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplyCode(u16);

impl ReplyCode {
    /// A code, if it is one.
    #[must_use]
    pub const fn new(code: u16) -> Option<Self> {
        if code >= 200 && code <= 699 { Some(Self(code)) } else { None }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// 4yz: transient negative completion (RFC 5321 s4.2.1).
    #[must_use]
    pub const fn is_transient(self) -> bool {
        self.0 / 100 == 4
    }

    /// 5yz: permanent negative completion (RFC 5321 s4.2.1).
    #[must_use]
    pub const fn is_permanent(self) -> bool {
        self.0 / 100 == 5
    }
}

impl fmt::Display for ReplyCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

impl FromStr for ReplyCode {
    type Err = ParseError;

    /// Reads exactly three digits.
    ///
    /// # Errors
    ///
    /// `55` (two digits), `199` and `700` (out of range), `550 ` (anything after it).
    fn from_str(text: &str) -> Result<Self, ParseError> {
        (text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()))
            .then(|| text.parse().ok().and_then(Self::new))
            .flatten()
            .ok_or_else(|| ParseError::new("reply code", "not three digits from 200 to 699", text))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for ReplyCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.0)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for ReplyCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = u16::deserialize(deserializer)?;
        Self::new(code).ok_or_else(|| serde::de::Error::custom("a reply code is a number from 200 to 699"))
    }
}

/// One refusal seen in an SMTP session, as [`classify_reply`](crate::classify_reply) reads it.
///
/// ```
/// use mailbounce::{Reply, SmtpCommand};
///
/// let reply = Reply::new(b"550 5.1.1 No such user").remote_mta("mx.example.com").command(SmtpCommand::Rcpt);
/// # let _ = reply;
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Reply<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) remote_mta: Option<&'a str>,
    pub(crate) command: Option<SmtpCommand>,
}

impl<'a> Reply<'a> {
    /// The reply as it came, code and all lines (`550-...` and the last `550 ...`), with or without line ends. A client that has the
    /// code and the text apart puts them together by [`SmtpReply`]: from a text without its code no code is known.
    pub const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, remote_mta: None, command: None }
    }

    /// The name of the host that said it (its MX name): the same words mean other things at another provider.
    pub const fn remote_mta(mut self, host: &'a str) -> Self {
        self.remote_mta = Some(host);
        self
    }

    /// The command that it answers.
    pub const fn command(mut self, command: SmtpCommand) -> Self {
        self.command = Some(command);
        self
    }
}

/// A reply that is put together from its code and lines, as SMTP clients hand it over: the text alone does not tell the code.
///
/// ```
/// use mailbounce::{Reason, SmtpCommand, SmtpReply, classify_reply};
///
/// let refused = SmtpReply::new(550, ["5.1.1 No such user", "5.1.1 here"]);
/// assert_eq!(refused.as_str(), "550-5.1.1 No such user\r\n550 5.1.1 here");
/// let reply = refused.reply().remote_mta("mx.example.com").command(SmtpCommand::Rcpt);
/// assert_eq!(classify_reply(&reply).reason, Reason::UserUnknown);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct SmtpReply(String);

impl SmtpReply {
    /// From the code and the text of each line; a text of several lines counts as these. Without a line it is the code alone.
    pub fn new<S: AsRef<str>>(code: u16, lines: impl IntoIterator<Item = S>) -> Self {
        let texts: Vec<S> = lines.into_iter().collect();
        let mut lines: Vec<&str> = texts.iter().flat_map(|t| t.as_ref().lines()).collect();
        let last = lines.pop().unwrap_or_default();
        let before: String = lines.into_iter().map(|line| format!("{code:03}-{line}\r\n")).collect();
        Self(format!("{before}{code:03} {last}").trim_end().to_owned())
    }

    /// As it stands on the wire, without the last line end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// To classify and observe it.
    pub const fn reply(&self) -> Reply<'_> {
        Reply::new(self.0.as_bytes())
    }
}
