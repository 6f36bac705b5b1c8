//! The entry points, and the builder for what a caller adds of its own.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::attribution::Ours;
use crate::bounce::{Bounce, Verdict};
use crate::error::RuleError;
use crate::limits::Limits;
use crate::mailbox::Mailbox;
use crate::pipeline::Context;
use crate::reply::Reply;
use crate::return_path::VerpShape;
use crate::rule::{Rule, RuleSet};
use crate::time::Timestamp;

static DEFAULT: Lazy<Classifier> = Lazy::new(Classifier::default);

/// Reads a mail: what it is, whom it speaks of, why, and whom we wrote to.
///
/// It never fails and never panics: what is odd about a mail is in [`Bounce::anomalies`]. The time is linear in the bytes
/// looked at, and those are capped by [`Limits`].
///
/// # Example: ordinary mail
///
/// ```
/// use mailbounce::{Kind, classify};
///
/// assert_eq!(classify(b"Subject: Lunch?\r\n\r\nAt noon.\r\n").kind, Kind::NotABounce);
/// assert_eq!(classify(b"").kind, Kind::NotABounce);
/// ```
#[must_use]
pub fn classify(mail: &[u8]) -> Bounce {
    DEFAULT.classify(mail)
}

/// Reads a mail whose own envelope recipient is known, as in LMTP, a pipe or a webhook: the bytes may not hold it.
///
/// A webhook may give the JSON of Amazon SES's notification by itself, in SNS's envelope or not, to this or to [`classify`].
///
/// # Example: a variable envelope return path
///
/// ```
/// use mailbounce::{Attribution, classify_addressed};
///
/// let mail = b"From: MAILER-DAEMON@y.example\r\nSubject: failure notice\r\n\r\n\
///     Hi. This is the qmail-send program at y.example.\r\n\r\n<neko@y.example>:\r\nNo such user.\r\n";
/// let to = "bounces+kijitora=x.example@news.example".parse().unwrap();
/// let bounce = classify_addressed(mail, &to);
/// let recipient = &bounce.recipients[0];
/// assert_eq!(recipient.mailed_to.as_ref().unwrap().as_str(), "kijitora@x.example");
/// assert_eq!(recipient.attribution, Attribution::Verp);
/// assert!(recipient.forwarded);
/// ```
#[must_use]
pub fn classify_addressed(mail: &[u8], envelope_recipient: &Mailbox) -> Bounce {
    DEFAULT.classify_addressed(mail, envelope_recipient)
}

/// Reads one refusal seen in an SMTP session, with the same rules as a bounce.
///
/// # Example: a mailbox that is full
///
/// ```
/// use mailbounce::{Persistence, Reason, Reply, SmtpCommand, classify_reply};
///
/// let verdict = classify_reply(&Reply::new(b"452 4.2.2 Mailbox full").command(SmtpCommand::Rcpt));
/// assert_eq!(verdict.reason, Reason::MailboxFull);
/// assert_eq!(verdict.persistence, Persistence::Transient);
/// ```
#[must_use]
pub fn classify_reply(reply: &Reply<'_>) -> Verdict {
    DEFAULT.classify_reply(reply)
}

/// [`classify`] with rules, limits and return paths of the caller's own. Build it once, share it between threads.
///
/// # Example: a rule for one's own relay
///
/// ```
/// use mailbounce::{Classifier, Reason, Reply, Rule};
///
/// let classifier = Classifier::builder()
///     .rule_before(Rule::phrase("acme/held", "message held by acme shield", Reason::SpamContent))
///     .build()?;
/// let verdict = classifier.classify_reply(&Reply::new(b"554 Message held by ACME Shield"));
/// assert_eq!(verdict.evidence.rule.as_deref(), Some("acme/held"));
/// # Ok::<(), mailbounce::RuleError>(())
/// ```
#[derive(Debug, Default)]
pub struct Classifier {
    /// None: the built-in ones alone.
    rules: Option<RuleSet>,
    limits: Limits,
    ours: Ours,
    signed_at: Option<SignedAt>,
    kept: Vec<String>,
}

type VerifyAt = dyn Fn(&str, Timestamp) -> Option<Mailbox> + Send + Sync;

/// Verifies a return path as of a time.
struct SignedAt(Arc<VerifyAt>);

impl fmt::Debug for SignedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SignedAt")
    }
}

impl Classifier {
    /// A builder with the defaults.
    pub fn builder() -> ClassifierBuilder {
        ClassifierBuilder::default()
    }

    fn context(&self) -> Context<'_> {
        Context {
            rules: self.rules.as_ref().unwrap_or_else(|| RuleSet::builtin()),
            limits: &self.limits,
            ours: &self.ours,
            kept: &self.kept,
        }
    }

    /// As the function [`classify`].
    #[must_use]
    pub fn classify(&self, mail: &[u8]) -> Bounce {
        self.context().classify(&self.with_header(mail), None)
    }

    /// As the function [`classify_addressed`].
    #[must_use]
    pub fn classify_addressed(&self, mail: &[u8], envelope_recipient: &Mailbox) -> Bounce {
        self.context().classify(&self.with_header(mail), Some(envelope_recipient))
    }

    /// JSON, as a webhook gets it, as a mail that holds nothing else; any other mail as it is.
    fn with_header<'m>(&self, mail: &'m [u8]) -> Cow<'m, [u8]> {
        const JSON: &[u8] = b"Content-Type: application/json\r\n\r\n";
        let text = mail.strip_prefix(b"\xef\xbb\xbf").unwrap_or(mail).trim_ascii_start();
        if text.first() != Some(&b'{') {
            return Cow::Borrowed(mail);
        }
        // One octet more than is read shows that there is more.
        let read = text.get(..=self.limits.bytes).unwrap_or(text);
        Cow::Owned([JSON, read].concat())
    }

    /// As [`classify`](Self::classify) or [`classify_addressed`](Self::classify_addressed), of a mail that was received at `received_at`:
    /// what [`signed_return_path_at`](ClassifierBuilder::signed_return_path_at) verifies is as old as it was then.
    #[must_use]
    pub fn classify_at(&self, mail: &[u8], envelope_recipient: Option<&Mailbox>, received_at: Timestamp) -> Bounce {
        let mail = self.with_header(mail);
        let Some(SignedAt(verify)) = &self.signed_at else { return self.context().classify(&mail, envelope_recipient) };
        let verify = Arc::clone(verify);
        let ours = Ours { signed: Some(Arc::new(move |path| verify(path, received_at))), ..self.ours.clone() };
        Context { ours: &ours, ..self.context() }.classify(&mail, envelope_recipient)
    }

    /// As the function [`classify_reply`].
    #[must_use]
    pub fn classify_reply(&self, reply: &Reply<'_>) -> Verdict {
        self.context().classify_reply(reply)
    }
}

/// Collects what a [`Classifier`] is made of.
#[derive(Debug, Default)]
#[must_use]
pub struct ClassifierBuilder {
    before: Vec<Rule>,
    after: Vec<Rule>,
    classifier: Classifier,
}

impl ClassifierBuilder {
    /// Adds a rule that is asked before the built-in ones.
    pub fn rule_before(mut self, rule: Rule) -> Self {
        self.before.push(rule);
        self
    }

    /// Adds a rule that is asked only where no built-in one holds.
    pub fn rule_after(mut self, rule: Rule) -> Self {
        self.after.push(rule);
        self
    }

    /// Sets the caps on the work of one mail.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.classifier.limits = limits;
        self
    }

    /// Declares a shape of our own return paths: `prefix`, then `local=domain` of the recipient, at `domain` (any, if `None`).
    ///
    /// Without it, VERP is read where its shape is plain or something else in the mail confirms the reading.
    pub fn verp(mut self, prefix: &str, domain: Option<&str>) -> Self {
        self.classifier
            .ours
            .shapes
            .push(VerpShape { prefix: prefix.to_ascii_lowercase(), domain: domain.map(str::to_ascii_lowercase) });
        self
    }

    /// Sets what verifies a signed return path of ours: given the bounce's whole envelope recipient, the recipient it was made for.
    ///
    /// What it vouches for has [`Trust::Signed`](crate::Trust::Signed). It must refuse what is forged or expired, for which it needs
    /// a clock of its own; [`signed_return_path_at`](Self::signed_return_path_at) is given the time.
    ///
    /// This says which bounces are genuine, and ignores none: that takes a policy that counts nothing less. See
    /// [forged bounces](crate::suppression#forged-bounces).
    pub fn signed_return_path(mut self, verify: impl Fn(&str) -> Option<Mailbox> + Send + Sync + 'static) -> Self {
        self.classifier.ours.signed = Some(Arc::new(verify));
        self
    }

    /// As [`signed_return_path`](Self::signed_return_path), for [`Classifier::classify_at`]: given the time as well at which the bounce
    /// was received, so that a backlog is read as it came in. Without a time, as in [`Classifier::classify`], it is not asked.
    ///
    /// ```
    /// # #[cfg(feature = "signed-return-path")] {
    /// use std::collections::HashMap;
    /// use mailbounce::{Classifier, Mailbox, RecipientId, ReturnPathKey, SignedReturnPath, Timestamp, Trust};
    ///
    /// let key = ReturnPathKey::new(1, b"32 octets from a random generator")?;
    /// let paths = SignedReturnPath::new("b", "bounce.shop.example", vec![key])?;
    /// let to: Mailbox = "somebody.with.a.long.name@department.example.com".parse()?;
    /// let written = Timestamp(1_772_325_000);
    /// let mail_from = paths.encode(&to, 4711, written);
    ///
    /// // Only an id of this address fits into a return path: the table of recipients has it.
    /// let by_id = HashMap::from([(RecipientId::of(&to), to.clone())]);
    /// let classifier = Classifier::builder()
    ///     .signed_return_path_at(move |path, received_at| {
    ///         paths.decode(path, received_at, |id| by_id.get(&id).cloned()).ok().map(|token| token.recipient)
    ///     })
    ///     .build()?;
    /// let mail = b"From: MAILER-DAEMON@y.example\r\nSubject: failure notice\r\n\r\n\
    ///     Hi. This is the qmail-send program at y.example.\r\n\r\n<neko@y.example>:\r\nNo such user.\r\n";
    /// let bounce = classifier.classify_at(mail, Some(&mail_from), written.plus(Timestamp::DAY));
    /// assert_eq!(bounce.recipients[0].mailed_to, Some(to));
    /// assert_eq!(bounce.recipients[0].trust, Trust::Signed);
    /// let late = classifier.classify_at(mail, Some(&mail_from), written.plus(40 * Timestamp::DAY));
    /// assert_eq!(late.recipients[0].trust, Trust::Unverified);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn signed_return_path_at(
        mut self,
        verify: impl Fn(&str, Timestamp) -> Option<Mailbox> + Send + Sync + 'static,
    ) -> Self {
        self.classifier.signed_at = Some(SignedAt(Arc::new(verify)));
        self
    }

    /// Sets what looks up a token of ours: given the local part of a return path, or an envelope id (RFC 3461 s4.4).
    pub fn token(mut self, look_up: impl Fn(&str) -> Option<Mailbox> + Send + Sync + 'static) -> Self {
        self.classifier.ours.token = Some(Arc::new(look_up));
        self
    }

    /// Sets what knows the one recipient of a Message-ID of ours; `None` for ids that went to several or that are not ours.
    ///
    /// What it knows has [`Trust::Correlated`](crate::Trust::Correlated).
    pub fn issued_to(mut self, recipient_of: impl Fn(&str) -> Option<Mailbox> + Send + Sync + 'static) -> Self {
        self.classifier.ours.issued = Some(Arc::new(recipient_of));
        self
    }

    /// Names a header of our messages that holds the recipient's address, such as `X-Recipient`.
    pub fn recipient_header(mut self, name: &str) -> Self {
        self.classifier.ours.recipient_headers.push(name.to_ascii_lowercase());
        self
    }

    /// Names a mail system of ours: its reports have [`Trust::OwnMta`](crate::Trust::OwnMta), if `Reporting-MTA` names it.
    ///
    /// **It is not proved**: the field stands in the mail, and anybody can write there the name of your server, which every mail of
    /// yours shows. So name it only where a stranger's mail can't get into what is classified: the server must take mail for your
    /// return paths from itself alone, or hand its own reports to you another way. If bounces of other servers come to the same
    /// address, leave it out, and let [signatures](Self::signed_return_path) or [Message-IDs](Self::issued_to) tell what is genuine.
    pub fn own_mta(mut self, host: &str) -> Self {
        self.classifier.ours.own_mtas.push(host.to_ascii_lowercase());
        self
    }

    /// Keeps a header of the returned message in [`Original::headers`](crate::Original::headers).
    pub fn keep_header(mut self, name: &str) -> Self {
        self.classifier.kept.push(name.to_ascii_lowercase());
        self
    }

    /// The classifier.
    ///
    /// # Errors
    ///
    /// A rule whose phrase is empty or too short, whose regex does not compile, whose sample it does not match, or whose id is
    /// used twice. The error names it.
    pub fn build(self) -> Result<Classifier, RuleError> {
        let rules = if self.before.is_empty() && self.after.is_empty() {
            None
        } else {
            Some(RuleSet::new(self.before, self.after)?)
        };
        Ok(Classifier { rules, ..self.classifier })
    }
}
