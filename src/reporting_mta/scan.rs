//! The general reading of a notice: which addresses stand where recipients stand, and what is said of each.

use std::collections::HashMap;
use std::mem::{swap, take};
use std::ops::Range;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::mention::{Mention, expanded_from, goes_on_from, read_mentions};
use super::{FEW, Heard, Letter, Notice, Wording};
use crate::bounce::Outcome;
use crate::fields::{self, cut, lines};
use crate::limits::Limits;
use crate::mailbox::{Address, Mailbox};
use crate::pieces;
use crate::reply::SmtpCommand;
use crate::rule::fold;
use crate::transcript;
use crate::word_list::WordList;

/// So many recipients, listed together, each get all that is said of them. Of more, copies would grow with the square.
const TOGETHER: usize = 64;

/// Reads recipients and what is said of each, line by line.
pub(crate) fn read(letter: &Letter<'_>, wording: &Wording) -> Notice {
    let mut names = bare_names(letter);
    if !names.is_empty() {
        let Limits { recipients, field_bytes, .. } = *letter.limits;
        let truncated = names.len() > recipients || letter.text.len() > field_bytes;
        names.truncate(recipients);
        let preamble = cut(letter.text, field_bytes).to_owned();
        return Notice { recipients: names, preamble, strong: true, truncated, ..Notice::default() };
    }
    let addressed = Addressed::of(letter);
    if addressed.is_strong() {
        let strong = Scan::new(letter, wording, true).run(&addressed);
        if !strong.recipients.is_empty() {
            return strong;
        }
    }
    Scan::new(letter, wording, false).run(&addressed)
}

/// The lines that hold addresses, in order.
#[derive(Default)]
struct Addressed {
    lines: Vec<AddressedLine>,
    /// Of all lines.
    mentions: Vec<Mention>,
}

struct AddressedLine {
    /// Where the line begins.
    start: usize,
    expanded_from: Option<Mailbox>,
    /// Which of the mentions are its own.
    mentions: Range<usize>,
}

impl Addressed {
    fn of(letter: &Letter<'_>) -> Self {
        let mut all = Self::default();
        let at = memchr::memchr_iter(b'@', letter.text.as_bytes());
        for (start, raw) in pieces::lines_at(letter.text, at) {
            let Some((line, lower)) = trimmed(letter, start, raw).filter(|(_, lower)| !says_nothing(lower)) else {
                continue;
            };
            let first = all.mentions.len();
            let above = pieces::before(letter.lower, start);
            let before = above.trim_end();
            // Exim leaves a line empty before the sender that it names.
            if !before.ends_with("sent by") && !goes_on_from(above, first > 0) {
                read_mentions(line, lower, letter.not_recipients, &mut all.mentions);
            }
            if before.is_empty() {
                // It begins with a greeting.
                let greeted = all.mentions.split_off(first).into_iter();
                all.mentions.extend(greeted.filter(|mention| !letter.not_recipients.contains(&mention.mailbox)));
            }
            // With their names they are listed below an announcement.
            let listed =
                before.ends_with([':', '：', '-']) || all.mentions[..first].iter().any(|it| it.displayed && it.strong);
            for mention in all.mentions[first..].iter_mut().filter(|it| listed && it.displayed) {
                (mention.strong, mention.leads) = (true, true);
            }
            let mentions = first..all.mentions.len();
            let expanded_from = expanded_from(line, lower);
            if expanded_from.is_some() || !mentions.is_empty() {
                all.lines.push(AddressedLine { start, expanded_from, mentions });
            }
        }
        all
    }

    /// Whether a recipient is named where recipients stand.
    fn is_strong(&self) -> bool {
        self.lines.iter().any(|line| line.expanded_from.is_some()) || self.mentions.iter().any(|mention| mention.strong)
    }
}

/// A line without the space and the bars around it, and the same in lower case; `None` where nothing is left.
fn trimmed<'l>(letter: &Letter<'l>, start: usize, raw: &'l str) -> Option<(&'l str, &'l str)> {
    let edge = |c: char| c.is_whitespace() || c == '|';
    let line = pieces::trim_start_matches(raw, edge);
    let start = start + raw.len() - line.len();
    let line = pieces::trim_end_matches(line, edge);
    let lower = letter.lower.get(start..start + line.len())?;
    (!lower.is_empty()).then_some((line, lower))
}

/// How far a line is indented, in columns.
fn indent(line: &str) -> usize {
    let space = line.chars().take_while(|c| c.is_whitespace());
    space.fold(0, |columns, c| if c == '\t' { (columns / 8 + 1) * 8 } else { columns + 1 })
}

/// A line that names a recipient.
#[derive(Debug, Clone, Copy)]
struct Entry {
    /// How far it is indented.
    indent: usize,
    /// There is nothing else in it.
    bare: bool,
    /// It says that what follows is about the recipient.
    opens: bool,
}

impl Entry {
    /// Whether a line behind this one belongs to the same recipient: it is indented further or announced, and not one more of a list.
    fn goes_on(self, indent: usize, lower: &str, mentions: &[Mention]) -> bool {
        let no_list = || lower.starts_with(">>> ") || lower.starts_with("<<< ") || !mentions.iter().any(|it| it.leads);
        indent > self.indent && (!self.bare || no_list()) || self.opens && no_list()
    }
}

struct Scan<'l> {
    letter: &'l Letter<'l>,
    notice: Notice,
    /// Where each recipient stands in the notice, if they are many.
    known: HashMap<Mailbox, usize>,
    /// The recipients that further lines speak of.
    current: Vec<usize>,
    /// Those that the line names.
    named: Vec<usize>,
    /// The line that named the current recipients; none behind an empty line.
    entry: Option<Entry>,
    /// The notice has several headings: what became of the recipients below the last of them.
    sections: bool,
    section: Option<Outcome>,
    /// The last line ends where the address should follow that a recipient was expanded from.
    expanding: bool,
    /// The recipients were listed; a transcript or what only administrators need follows, which names others too.
    listed: bool,
    /// The last line was an address and nothing else, so that one more of the kind joins it.
    listing: bool,
    /// Only where recipients stand, or anywhere.
    strong: bool,
    /// The last SMTP command of a transcript.
    sent: Option<SmtpCommand>,
    /// The last refusal of a transcript that no recipient was named for yet.
    answer: Option<&'l str>,
    /// The last refusal of a transcript named its recipient itself, and what the mail system concludes from it may follow.
    named_by_peer: bool,
    /// The last command that was sent has its whole answer.
    answered: bool,
    /// Recipients that seem to have been refused at DATA in this session.
    at_data: Vec<usize>,
    /// Octets that are left for what is said of more than [`TOGETHER`] at once.
    room: usize,
}

impl<'l> Scan<'l> {
    fn new(letter: &'l Letter<'l>, wording: &Wording, strong: bool) -> Self {
        Self {
            letter,
            notice: Notice { strong, ..Notice::default() },
            known: HashMap::new(),
            current: Vec::new(),
            named: Vec::new(),
            entry: None,
            sections: wording.tells_several(),
            section: None,
            expanding: false,
            listed: false,
            listing: false,
            strong,
            sent: None,
            answer: None,
            named_by_peer: false,
            answered: false,
            at_data: Vec::new(),
            room: TOGETHER.saturating_mul(letter.limits.field_bytes),
        }
    }

    fn run(mut self, addressed: &Addressed) -> Notice {
        let letter = self.letter;
        self.notice.preamble.reserve(letter.text.len().min(letter.limits.field_bytes));
        let mut rest = addressed.lines.iter().peekable();
        for (start, raw) in lines(letter.text) {
            let here = rest.next_if(|line| line.start == start);
            let expanded_from = here.and_then(|line| line.expanded_from.as_ref());
            let mentions = here.map_or(&[][..], |line| &addressed.mentions[line.mentions.clone()]);
            match trimmed(letter, start, raw) {
                Some((line, lower)) => self.line(line, raw, lower, expanded_from, mentions),
                None => self.entry = None,
            }
        }
        self.finish()
    }

    fn line(&mut self, line: &'l str, raw: &str, lower: &str, expanded_from: Option<&Mailbox>, mentions: &[Mention]) {
        match lower.as_bytes().first() {
            Some(b'>') => self.command(lower),
            Some(b'.' | b'-') => self.session(lower),
            Some(b'<') => self.reply(line, lower),
            _ => {}
        }
        if says_nothing(lower) {
            return;
        }
        if PROGRAMS.iter().any(|mark| raw.starts_with(mark)) {
            // Mail for a program or a file: whom it was for follows.
            self.current.clear();
        }
        let indent = indent(raw);
        let mut expanded_from = expanded_from;
        let goes_on = self.expanding || self.entry.is_some_and(|entry| entry.goes_on(indent, lower, mentions));
        if goes_on {
            // Long lines are broken anywhere: an address at the beginning of the next one is no recipient.
            expanded_from = expanded_from.or(mentions.first().filter(|_| self.expanding).map(|from| &from.mailbox));
            self.named.clear();
        } else {
            self.name(mentions, expanded_from);
        }
        self.expanding = lower.ends_with("expanded from");
        if self.named.is_empty() {
            if let Some(from) = expanded_from {
                self.expand(from);
            }
            self.tell(lower);
            self.listed |= !self.notice.recipients.is_empty()
                && lower.ends_with([':', '：'])
                && Wording::of(&fold(lower)).for_administrators;
            self.say(line);
            // `Action:`-like words in a table say more than the sentence around them.
            self.listing = false;
            return;
        }
        let bare = mentions.iter().map(|m| m.len).sum::<usize>() + 6 * mentions.len() >= line.len();
        if bare && self.listing && raw.len() < 400 {
            for &at in &self.named {
                if !self.current.contains(&at) {
                    self.current.push(at);
                }
            }
        } else {
            swap(&mut self.current, &mut self.named);
        }
        self.listing = bare;
        self.entry = Some(Entry { indent, bare, opens: bare && lower.ends_with(':') });
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
        if let Some(from) = expanded_from {
            self.expand(from);
        }
        if lower.starts_with("<<<") {
            self.answer = None;
            self.named_by_peer = lower.starts_with("<<< 4") || lower.starts_with("<<< 5");
        } else {
            let code = transcript::reply_at_start(line).is_some();
            // What Sendmail concludes in the line in which it names whom an answer concerns is the same whatever the answer was.
            let concludes = code && CONCLUSIONS.iter().any(|words| lower.contains(words));
            let named_by_peer = take(&mut self.named_by_peer);
            if (code || lower.contains(">... deferred"))
                && let Some(answer) = self.answer.take()
            {
                self.say(answer);
                if concludes {
                    return;
                }
            } else if named_by_peer && concludes {
                return;
            }
        }
        if !bare {
            self.say(line);
        }
    }

    /// A transcript's line with a command.
    fn command(&mut self, lower: &str) {
        if let Some(sent) = lower.strip_prefix(">>> ") {
            self.sent = transcript::sent(sent).or(self.sent);
            self.answered = false;
        }
    }

    /// A transcript's line with a reply.
    fn reply(&mut self, line: &'l str, lower: &str) {
        let Some(reply) = lower.strip_prefix("<<< ") else { return };
        if self.sent == Some(SmtpCommand::Data) {
            if self.answered || reply.starts_with("503") {
                // Commands were sent together (RFC 2920): what seems to answer DATA refused the recipients.
                for at in self.at_data.drain(..) {
                    self.notice.recipients[at].command = Some(SmtpCommand::Rcpt);
                }
                self.sent = Some(SmtpCommand::Rcpt);
            }
            self.answered = reply.as_bytes().get(3) == Some(&b' ');
        }
        if reply.starts_with(['4', '5']) && !says_nothing(lower) {
            self.answer = Some(line);
        }
    }

    /// A line that begins a transcript.
    fn session(&mut self, lower: &str) {
        let transcript = lower.starts_with('-') && lower.contains("transcript of session follows");
        if transcript || lower.starts_with("... while talking to") {
            self.at_data.clear();
            self.listed |= transcript && !self.notice.recipients.is_empty();
            if self.notice.recipients.len() > 1 {
                // What follows need not be about the last of those who were listed.
                self.current.clear();
            }
        }
    }

    /// The current recipients were expanded from this address; where the target is kept secret, it is all that is known.
    fn expand(&mut self, from: &Mailbox) {
        if self.current.is_empty() {
            self.name(&[Mention { mailbox: from.clone(), len: 0, strong: true, leads: true, displayed: false }], None);
            swap(&mut self.current, &mut self.named);
        }
        for &at in &self.current {
            self.notice.recipients[at].expanded_from.get_or_insert_with(|| from.clone());
        }
    }

    /// A line that names nobody may be a heading.
    fn tell(&mut self, lower: &str) {
        if self.sections && self.entry.is_none() {
            self.section = Wording::of(&fold(lower)).outcome().or(self.section);
        }
    }

    /// Adds a line to what is said of the current recipients, or to the preamble.
    fn say(&mut self, line: &str) {
        let sent = self.sent;
        let answered = line.starts_with("<<< ");
        let cap = self.letter.limits.field_bytes;
        if self.current.is_empty() {
            self.notice.truncated |= !append(&mut self.notice.preamble, line, cap);
            return;
        }
        let told = self.told(line);
        for &at in &self.current[..told] {
            let heard = &mut self.notice.recipients[at];
            self.notice.truncated |= !append(&mut heard.text, line, cap);
            if answered && heard.command.is_none() {
                heard.command = sent;
                if sent == Some(SmtpCommand::Data) {
                    self.at_data.push(at);
                }
            }
        }
    }

    /// To how many of the current recipients a line is added.
    fn told(&mut self, line: &str) -> usize {
        let all = self.current.len();
        if all <= TOGETHER {
            return all;
        }
        let room = self.room.checked_sub(all * (line.len() + 1));
        self.notice.truncated |= room.is_none();
        self.room = room.unwrap_or_default();
        if room.is_some() { all } else { TOGETHER }
    }

    /// The recipients that a line names: their places, made where they are new. The address that one was expanded from is none.
    fn name(&mut self, mentions: &[Mention], expanded_from: Option<&Mailbox>) {
        self.named.clear();
        for mention in mentions.iter().filter(|mention| Some(&mention.mailbox) != expanded_from) {
            let at = match self.place_of(&mention.mailbox) {
                Some(at) => at,
                None if !mention.strong && self.strong || self.listed => continue,
                None if self.notice.recipients.len() >= self.letter.limits.recipients => {
                    self.notice.truncated = true;
                    continue;
                }
                None => self.add(&mention.mailbox),
            };
            if !self.named.contains(&at) {
                self.named.push(at);
            }
        }
    }

    fn place_of(&self, mailbox: &Mailbox) -> Option<usize> {
        let all = &self.notice.recipients;
        if all.len() <= FEW {
            all.iter().position(|heard| heard.address.mailbox() == Some(mailbox))
        } else {
            self.known.get(mailbox).copied()
        }
    }

    fn add(&mut self, mailbox: &Mailbox) -> usize {
        let all = &mut self.notice.recipients;
        let at = all.len();
        all.push(Heard { outcome: self.section, ..Heard::new(Address::from(mailbox.clone())) });
        if all.len() > FEW {
            let unknown = self.known.len()..;
            let mailboxes = all[unknown.start..].iter().filter_map(|heard| heard.address.mailbox().cloned());
            self.known.extend(mailboxes.zip(unknown));
        }
        at
    }

    fn finish(mut self) -> Notice {
        for heard in &mut self.notice.recipients {
            heard.text = transcript::join_reply(&heard.text);
            if let Some(inner) = heard.address.mailbox().and_then(without_virtual_domain) {
                heard.address = inner.into();
            }
            if ["successfully delivered", "delivery successful", "relayed", "successfully relayed"]
                .into_iter()
                .any(|words| pieces::begins_with(&heard.text, words))
            {
                heard.outcome = Some(Outcome::Delivered);
            }
        }
        self.notice
    }
}

/// What Sendmail says behind a recipient of whatever answer.
const CONCLUSIONS: [&str; 2] = [">... user unknown", ">... service unavailable"];

/// Beginnings of lines in which a mail system names what is no mailbox.
const PROGRAMS: [&str; 4] = ["\"|", "|/", "|\"", "\":include:"];

/// What stands in lines that announce names, and the sentences that do.
const ANNOUNCING: [&str; 2] = ["the following", "not accepting mail from"];
const ANNOUNCEMENTS: [&str; 4] =
    ["the following recipient", "the following address", "delivered to the following", "not accepting mail from"];

/// Where the first line ends that announces recipients.
fn announcement(lower: &str) -> Option<usize> {
    static HINTS: Lazy<[Finder<'static>; 2]> = Lazy::new(|| ANNOUNCING.map(Finder::new));
    let announces = |(start, line): (usize, &str)| {
        let words = line.trim();
        (words.ends_with(':') && ANNOUNCEMENTS.iter().any(|w| words.contains(w))).then_some(start + line.len())
    };
    let first = |hint: &Finder<'_>| pieces::lines_at(lower, hint.find_iter(lower.as_bytes())).find_map(announces);
    HINTS.iter().filter_map(first).min()
}

/// Names without a domain, listed below a sentence that announces recipients: local users, in the words of their own server.
fn bare_names(letter: &Letter<'_>) -> Vec<Heard> {
    let mut found: Vec<Heard> = Vec::new();
    let Some(announced) = announcement(letter.lower) else { return found };
    for (_, line) in lines(pieces::from(letter.text, announced)) {
        let trimmed = line.trim();
        if trimmed.is_empty() && found.is_empty() {
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
        if !(plausible && apart) || found.len() > letter.limits.recipients {
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

/// Adds a line, as far as `cap` octets go; whether that is all of it.
fn append(text: &mut String, line: &str, cap: usize) -> bool {
    if text.is_empty() {
        // Room for a few lines: as many as most recipients have.
        text.reserve(line.len().max(240).min(cap));
    }
    fields::append(text, '\n', line, cap)
}

/// `example.org-user@example.org`: qmail's virtualdomains put the domain before the local part.
fn without_virtual_domain(mailbox: &Mailbox) -> Option<Mailbox> {
    let (local, domain) = (mailbox.local_part(), mailbox.domain());
    let head = local.get(..domain.len()).filter(|head| head.eq_ignore_ascii_case(domain))?;
    let user = pieces::from(local, head.len()).strip_prefix('-')?;
    Mailbox::from_parts(user, domain).ok()
}

/// What is no cause: what is said at the end of a transcript, after all recipients were refused, and the headers of parts, where
/// they were taken for text.
static NOTHING: WordList<2> = WordList::of_beginnings(&[
    "<<< 503",
    "content-type:",
    "content-disposition:",
    "content-description:",
    "content-transfer-encoding:",
]);

/// [`NOTHING`], rules and boxes.
fn says_nothing(lower: &str) -> bool {
    NOTHING.begins(lower.as_bytes()) || lower.chars().all(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reporting_mta::read as read_notice;
    use crate::rule::fold;

    fn recipients(text: &str) -> Vec<(String, Option<Outcome>)> {
        let lower = text.to_ascii_lowercase();
        let letter = Letter { text, lower: &lower, not_recipients: &[], home: None, limits: &Limits::default() };
        let heard = read_notice(&letter, &Wording::of(&fold(text))).recipients;
        heard.into_iter().map(|heard| (heard.address.as_str().to_owned(), heard.outcome)).collect()
    }

    #[test]
    fn transcripts_name_those_who_are_not_listed_before() {
        let transcript = "   ----- Transcript of session follows -----\n... while talking to mx.a.example.:\n\
            550 <a@a.example>... User unknown\n... while talking to mx.b.example.:\n550 <b@b.example>... User unknown\n";
        let names = |text: &str| recipients(text).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names(transcript), ["a@a.example", "b@b.example"]);
        let list = "   ----- The following addresses had permanent fatal errors -----\n<a@a.example>\n\n";
        assert_eq!(names(&format!("{list}{transcript}")), ["a@a.example"]);
    }

    #[test]
    fn what_sendmail_concludes_of_any_answer() {
        let said = |answer: &str| {
            let text = format!(
                "... while talking to mx.a.example.:\n>>> DATA\n<<< {answer}\n550 5.1.1 <a@a.example>... User unknown\n"
            );
            let lower = text.to_ascii_lowercase();
            let letter =
                Letter { text: &text, lower: &lower, not_recipients: &[], home: None, limits: &Limits::default() };
            read_notice(&letter, &Wording::of(&fold(&text))).recipients.swap_remove(0).text
        };
        for answer in ["550 5.7.1 <a@a.example>... Access denied", "550 Access denied"] {
            let said = said(answer);
            assert!(said.ends_with("Access denied"), "{said}");
        }
    }

    #[test]
    fn headings_say_what_became_of_those_below() {
        let text = "----- Delivery to the following addresses was successful -----\n<a@a.example>\n\n\
            ----- There was a temporary problem delivering to these addresses -----\n<b@a.example> (busy)\n\n\
            ----- Delivery to the following addresses failed -----\n<c@a.example> (unknown)\n";
        let outcomes: Vec<_> = recipients(text).into_iter().map(|(_, outcome)| outcome).collect();
        assert_eq!(outcomes, [Some(Outcome::Delivered), Some(Outcome::Delayed), Some(Outcome::Failed)]);
    }

    #[test]
    fn what_administrators_need_names_nobody_else() {
        let text = "Delivery has failed to these recipients or groups:\n\na@a.example\n\nDiagnostic information for administrators:\n\n\
            a@a.example\nmx.a.example #550 Invalid recipient: b@b.example ##\n";
        let names: Vec<_> = recipients(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a@a.example"]);
    }

    #[test]
    fn a_broken_line_names_nobody() {
        let text = "<a@a.example>: host mx.a.example said: 553\n    <me@b.example>: Sender rejected\n\n\
            <c@a.example> (expanded from\n    <d@a.example>): unknown\n";
        let names: Vec<_> = recipients(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["a@a.example", "c@a.example"]);
    }
}
