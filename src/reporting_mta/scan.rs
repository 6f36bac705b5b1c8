//! The general reading of a notice: which addresses stand where recipients stand, and what is said of each.

use std::collections::HashMap;

use super::mention::{Mention, expanded_from, mentions};
use super::{Heard, Letter, Notice};
use crate::bounce::Outcome;
use crate::fields::lines;
use crate::mailbox::{Address, Mailbox};
use crate::pieces;
use crate::reply::SmtpCommand;
use crate::transcript;

/// Octets of what is said of one recipient that are kept.
const MAX_SAID: usize = 8 << 10;

/// Reads recipients and what is said of each, line by line.
pub(crate) fn read(letter: &Letter<'_>) -> Notice {
    let names = bare_names(letter);
    if !names.is_empty() {
        return Notice { recipients: names, preamble: letter.text.to_owned(), strong: true, ..Notice::default() };
    }
    let mut strong = Scan::new(letter, true);
    strong.run();
    if !strong.notice.recipients.is_empty() {
        return strong.finish(true);
    }
    let mut weak = Scan::new(letter, false);
    weak.run();
    weak.finish(false)
}

struct Scan<'l> {
    letter: &'l Letter<'l>,
    notice: Notice,
    known: HashMap<String, usize>,
    /// The recipients that further lines speak of.
    current: Vec<usize>,
    /// The last line was an address and nothing else, so that one more of the kind joins it.
    listing: bool,
    /// Only where recipients stand, or anywhere.
    strong: bool,
    /// The last SMTP command of a transcript.
    sent: Option<SmtpCommand>,
    /// The last refusal of a transcript that no recipient was named for yet.
    answer: Option<String>,
    /// The last command that was sent has its whole answer.
    answered: bool,
    /// Recipients that seem to have been refused at DATA in this session.
    at_data: Vec<usize>,
}

impl<'l> Scan<'l> {
    fn new(letter: &'l Letter<'l>, strong: bool) -> Self {
        Self {
            letter,
            notice: Notice::default(),
            known: HashMap::new(),
            current: Vec::new(),
            listing: false,
            strong,
            sent: None,
            answer: None,
            answered: false,
            at_data: Vec::new(),
        }
    }

    fn run(&mut self) {
        let edge = |c: char| c.is_whitespace() || c == '|';
        for (start, raw) in lines(self.letter.text) {
            let line = raw.trim_start_matches(edge);
            let start = start + raw.len() - line.len();
            let line = line.trim_end_matches(edge);
            if let Some(lower) = self.letter.lower.get(start..start + line.len()).filter(|lower| !lower.is_empty()) {
                self.line(line, raw, lower);
            }
        }
    }

    fn line(&mut self, line: &str, raw: &str, lower: &str) {
        if let Some(sent) = lower.strip_prefix(">>> ") {
            self.sent = transcript::sent(sent).or(self.sent);
            self.answered = false;
        }
        if lower.starts_with("... while talking to")
            || lower.starts_with('-') && lower.contains("transcript of session follows")
        {
            self.at_data.clear();
            if self.notice.recipients.len() > 1 {
                // What follows need not be about the last of those who were listed.
                self.current.clear();
            }
        }
        if lower.starts_with("<<< ") && self.sent == Some(SmtpCommand::Data) {
            if self.answered || lower.starts_with("<<< 503") {
                // Commands were sent together (RFC 2920): what seems to answer DATA refused the recipients.
                for at in self.at_data.drain(..) {
                    self.notice.recipients[at].command = Some(SmtpCommand::Rcpt);
                }
                self.sent = Some(SmtpCommand::Rcpt);
            }
            self.answered = lower.as_bytes().get(7) == Some(&b' ');
        }
        // Said of a transcript's end, after all recipients were refused: never a cause.
        if lower.starts_with("<<< 503") || is_noise(lower) {
            return;
        }
        let addressed = memchr::memchr(b'@', line.as_bytes()).is_some();
        let expanded = if addressed { expanded_from(line) } else { None };
        if let Some(from) = &expanded {
            self.expand(from);
        }
        if lower.starts_with("<<< 4") || lower.starts_with("<<< 5") {
            self.answer = Some(line.to_owned());
        }
        let mentions = if addressed { mentions(line, lower, self.letter.not_recipients) } else { Vec::new() };
        let named: Vec<usize> = if mentions.is_empty() { Vec::new() } else { self.name(&mentions) };
        if named.is_empty() {
            self.say(line);
            // `Action:`-like words in a table say more than the sentence around them.
            self.listing = false;
            return;
        }
        let bare = mentions.iter().map(|m| m.len).sum::<usize>() + 6 * mentions.len() >= line.len();
        if bare && self.listing && raw.len() < 400 {
            for at in named {
                if !self.current.contains(&at) {
                    self.current.push(at);
                }
            }
        } else {
            self.current = named;
        }
        self.listing = bare;
        if bare {
            // The transcripts of this recipient follow.
            self.sent = None;
            self.at_data.clear();
        }
        if self.sent == Some(SmtpCommand::Data) && !lower.starts_with("<<<") && lower.contains(">... user unknown") {
            // As Sendmail concludes from the answer to RCPT only.
            for &at in &self.current {
                self.notice.recipients[at].command = Some(SmtpCommand::Rcpt);
            }
        }
        if let Some(from) = &expanded {
            self.expand(from);
        }
        if lower.starts_with("<<<") {
            // It names whom it concerns itself.
            self.answer = None;
        }
        if self.answer.is_some()
            && (transcript::reply_at_start(line).is_some() || lower.contains(">... deferred"))
            && let Some(answer) = self.answer.take()
        {
            // The peer's answer stands before the line in which the mail system names whom it concerns.
            self.say(&answer);
        }
        if !bare {
            self.say(line);
        }
    }

    /// The current recipients were expanded from this address; where the target is kept secret, it is all that is known.
    fn expand(&mut self, from: &Mailbox) {
        if self.current.is_empty() && self.notice.recipients.len() < self.letter.cap {
            self.current = self.name(&[Mention { mailbox: from.clone(), len: 0, strong: true }]);
        }
        for &at in &self.current {
            self.notice.recipients[at].expanded_from = Some(from.clone());
        }
    }

    /// Adds a line to what is said of the current recipients, or to the preamble.
    fn say(&mut self, line: &str) {
        let sent = self.sent;
        let answered = line.starts_with("<<< ");
        if self.current.is_empty() {
            append(&mut self.notice.preamble, line);
            return;
        }
        // Listed together, they share one text; further copies of a long one would grow with the square.
        for &at in self.current.iter().take(64) {
            let heard = &mut self.notice.recipients[at];
            append(&mut heard.text, line);
            if answered && heard.command.is_none() {
                heard.command = sent;
                if sent == Some(SmtpCommand::Data) {
                    self.at_data.push(at);
                }
            }
        }
    }

    /// The recipients that a line names: their places, made where they are new.
    fn name(&mut self, mentions: &[Mention]) -> Vec<usize> {
        let mut named = Vec::new();
        for mention in mentions {
            let key = mention.mailbox.key();
            let at = match self.known.get(&key) {
                Some(&at) => at,
                None if !mention.strong && self.strong => continue,
                None if self.notice.recipients.len() >= self.letter.cap => {
                    self.notice.truncated = true;
                    continue;
                }
                None => {
                    let at = self.notice.recipients.len();
                    self.notice.recipients.push(Heard::new(Address::from(mention.mailbox.clone())));
                    self.known.insert(key, at);
                    at
                }
            };
            if !named.contains(&at) {
                named.push(at);
            }
        }
        named
    }

    fn finish(mut self, strong: bool) -> Notice {
        for heard in &mut self.notice.recipients {
            heard.text = transcript::join_reply(&heard.text);
            if let Some(inner) = heard.address.mailbox().and_then(without_virtual_domain) {
                heard.address = inner.into();
            }
            let lower = heard.text.to_ascii_lowercase();
            if ["successfully delivered", "delivery successful", "relayed", "successfully relayed"]
                .iter()
                .any(|w| lower.starts_with(w))
            {
                heard.outcome = Some(Outcome::Delivered);
            }
        }
        self.notice.strong = strong;
        self.notice
    }
}

/// Names without a domain, listed below a sentence that announces recipients: local users, in the words of their own server.
fn bare_names(letter: &Letter<'_>) -> Vec<Heard> {
    let mut found: Vec<Heard> = Vec::new();
    let mut announced = false;
    for (_, line) in lines(letter.text) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            announced &= found.is_empty();
            continue;
        }
        if !announced {
            if !trimmed.ends_with(':') || !found.is_empty() {
                continue;
            }
            let lower = trimmed.to_ascii_lowercase();
            announced = [
                "the following recipient",
                "the following address",
                "delivered to the following",
                "not accepting mail from",
            ]
            .iter()
            .any(|w| lower.contains(w));
            continue;
        }
        let (word, rest) = trimmed.split_at(trimmed.find(['\t', ' ', '"', '(']).unwrap_or(trimmed.len()));
        let name = word.trim_matches(['<', '>', ':']);
        let apart = !trimmed.contains('@')
            && (rest.is_empty()
                || rest.starts_with("  ")
                || rest.starts_with('\t')
                || rest.trim_start().starts_with(['"', '(']));
        let plausible = name.len() >= 2
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'))
            && name.bytes().any(|b| b.is_ascii_alphabetic());
        if !(plausible && apart) || found.len() >= letter.cap {
            break;
        }
        let address = match letter.home {
            Some(domain) => Address::from(format!("{name}@{domain}").as_str()),
            None => Address::from(name),
        };
        found.push(Heard { text: trimmed.to_owned(), ..Heard::new(address) });
    }
    found
}

fn append(text: &mut String, line: &str) {
    if text.len() + line.len() < MAX_SAID {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line);
    }
}

/// `example.org-user@example.org`: qmail's virtualdomains put the domain before the local part.
fn without_virtual_domain(mailbox: &Mailbox) -> Option<Mailbox> {
    let (local, domain) = (mailbox.local_part(), mailbox.domain());
    let head = local.get(..domain.len()).filter(|head| head.eq_ignore_ascii_case(domain))?;
    let user = pieces::from(local, head.len()).strip_prefix('-')?;
    Mailbox::from_parts(user, domain).ok()
}

/// Rules and boxes.
fn is_noise(lower: &str) -> bool {
    !lower.bytes().any(|b| b.is_ascii_alphanumeric()) && lower.chars().all(|c| !c.is_alphanumeric())
}
