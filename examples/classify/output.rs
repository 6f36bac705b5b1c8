//! What is printed: one JSON object a line, or a table and a summary for people.

use std::collections::BTreeMap;
use std::path::Path;

use console::{Alignment, Style, pad_str};
use mailbounce::{Basis, Bounce, Detail, Kind, Outcome, Recipient, Verdict};
use serde::Serialize;

/// Lines of the summary's longest list.
const TOP: usize = 12;

#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    index: usize,
    bounce: &'a Bounce,
}

/// One line of JSON, with its line end.
pub(crate) fn json(path: &Path, index: usize, bounce: &Bounce) -> Vec<u8> {
    json_line(&Line { path: &path.to_string_lossy(), index, bounce })
}

/// Any value as one line of JSON, with its line end.
pub(crate) fn json_line(value: &impl Serialize) -> Vec<u8> {
    let mut line = Vec::with_capacity(2048);
    // Neither a result nor a Vec can fail to be written.
    let _ = serde_json::to_writer(&mut line, value);
    line.push(b'\n');
    line
}

/// One line of the table: a recipient, or a mail that names none.
#[derive(Debug)]
pub(crate) struct Row {
    outcome: &'static str,
    reason: String,
    code: String,
    recipient: String,
    file: String,
    /// Under what the summary counts it: the provider that refused, or the domain.
    party: Option<String>,
    /// The first of its mail.
    first: bool,
    kind: Kind,
}

/// The lines of one mail.
pub(crate) fn rows(path: &Path, index: usize, bounce: &Bounce) -> Vec<Row> {
    let file = match index {
        0 => path.to_string_lossy().into_owned(),
        _ => format!("{} #{index}", path.to_string_lossy()),
    };
    let row = |outcome, first| Row {
        outcome,
        reason: String::new(),
        code: String::new(),
        recipient: String::new(),
        file: file.clone(),
        party: None,
        first,
        kind: bounce.kind,
    };
    if bounce.recipients.is_empty() {
        return vec![row(bounce.kind.as_str(), true)];
    }
    let of_recipient = |(at, recipient): (usize, &Recipient)| {
        // A complaint or a challenge says more than that the mail was delivered or not.
        let outcome = match bounce.kind {
            Kind::Failure | Kind::Delay | Kind::Delivered => recipient.outcome.as_str(),
            kind => kind.as_str(),
        };
        Row {
            reason: recipient.verdict.as_ref().map(in_words).unwrap_or_default(),
            code: code(recipient),
            recipient: address(recipient),
            party: party(recipient),
            ..row(outcome, at == 0)
        }
    };
    bounce.recipients.iter().enumerate().map(of_recipient).collect()
}

fn in_words(verdict: &Verdict) -> String {
    match verdict.detail {
        Some(detail) if detail != Detail::Other => format!("{} ({detail})", verdict.reason),
        _ => verdict.reason.to_string(),
    }
}

fn code(recipient: &Recipient) -> String {
    let reply = recipient.reply.map(|reply| reply.to_string());
    let status = recipient.status.map(|status| status.to_string());
    [reply, status].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// `mailed to`, and where it failed if that is another address.
fn address(recipient: &Recipient) -> String {
    let mailed_to = recipient.mailed_to.as_ref().map(ToString::to_string);
    let failed_at = recipient.final_recipient.as_ref().map(ToString::to_string);
    match (mailed_to, failed_at) {
        (Some(to), Some(at)) if recipient.forwarded && to != at => format!("{to} -> {at}"),
        (to, at) => to.or(at).unwrap_or_default(),
    }
}

/// The provider whose known words decided, or else the domain where it failed.
fn party(recipient: &Recipient) -> Option<String> {
    let evidence = recipient.verdict.as_ref().map(|verdict| &verdict.evidence)?;
    if evidence.basis == Basis::RemoteMta
        && let Some((provider, _)) = evidence.rule.as_deref().and_then(|rule| rule.split_once('/'))
    {
        return Some(provider.to_owned());
    }
    let failed_at = recipient.final_recipient.as_ref().map(ToString::to_string);
    let address = failed_at.or_else(|| recipient.mailed_to.as_ref().map(ToString::to_string))?;
    address.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase())
}

/// The verdict on one live reply, for a person.
pub(crate) fn reply(verdict: &Verdict) -> String {
    let evidence = &verdict.evidence;
    let because = match &evidence.rule {
        Some(rule) => format!("{} {rule}", evidence.basis),
        None => evidence.basis.to_string(),
    };
    let lines = [
        ("reason", bold(&in_words(verdict))),
        ("fault", verdict.fault.to_string()),
        ("persistence", verdict.persistence.to_string()),
        ("confidence", verdict.confidence.to_string()),
        ("because of", because),
    ];
    lines.iter().map(|(name, value)| format!("{} {value}\n", pad(name, 12))).collect()
}

/// The table: its columns are as wide as the first mails need, and stay so.
#[derive(Debug, Default)]
pub(crate) struct Table {
    widths: Option<[usize; 4]>,
    kinds: BTreeMap<Kind, u64>,
    reasons: BTreeMap<String, u64>,
    parties: BTreeMap<String, (u64, BTreeMap<String, u64>)>,
}

impl Table {
    /// The lines of some mails, ready to be printed.
    pub(crate) fn lines(&mut self, rows: &[Row]) -> String {
        let mut out = String::new();
        if rows.is_empty() {
            return out;
        }
        let widths = *self.widths.get_or_insert_with(|| {
            let widths = widths(rows);
            out.push_str(&bold(&line(["OUTCOME", "REASON", "CODE", "RECIPIENT"], "FILE", widths)));
            out.push('\n');
            widths
        });
        for row in rows {
            self.count(row);
            let text = line([row.outcome, &row.reason, &row.code, &row.recipient], &row.file, widths);
            out.push_str(&style(row.kind, row.outcome).apply_to(text).to_string());
            out.push('\n');
        }
        out
    }

    fn count(&mut self, row: &Row) {
        if row.first {
            *self.kinds.entry(row.kind).or_default() += 1;
        }
        if row.kind == Kind::Failure && row.outcome == Outcome::Failed.as_str() {
            *self.reasons.entry(row.reason.clone()).or_default() += 1;
            if let Some(party) = &row.party {
                let (all, reasons) = self.parties.entry(party.clone()).or_default();
                *all += 1;
                *reasons.entry(row.reason.clone()).or_default() += 1;
            }
        }
    }

    /// What there was, by kind, by reason, and by provider or domain.
    pub(crate) fn summary(&self) -> String {
        let mails: u64 = self.kinds.values().sum();
        let mut out = format!("\n{}\n", bold(&format!("{mails} {}", if mails == 1 { "mail" } else { "mails" })));
        for (kind, count) in ranked(&self.kinds) {
            out.push_str(&format!("{count:>9}  {}\n", style(*kind, kind.as_str()).apply_to(kind)));
        }
        if self.reasons.is_empty() {
            return out;
        }
        out.push_str(&format!("\n{}\n", bold("Failed recipients, by reason")));
        for (reason, count) in ranked(&self.reasons) {
            out.push_str(&format!("{count:>9}  {reason}\n"));
        }
        out.push_str(&format!("\n{}\n", bold("Failed recipients, by provider or domain")));
        let counts = self.parties.iter().map(|(party, (all, _))| (party, *all)).collect();
        let parties = ranked(&counts);
        for (party, count) in parties.iter().take(TOP) {
            let reasons = ranked(&self.parties[**party].1);
            let reasons: Vec<_> = reasons.iter().take(3).map(|(reason, n)| format!("{reason} {n}")).collect();
            out.push_str(&format!("{count:>9}  {}  {}\n", pad(party, 28), reasons.join(", ")));
        }
        if let Some(rest) = parties.get(TOP..).filter(|rest| !rest.is_empty()) {
            let count: u64 = rest.iter().map(|(_, count)| count).sum();
            out.push_str(&format!("{count:>9}  {} others\n", rest.len()));
        }
        out
    }
}

/// The most frequent first; those that are as frequent by name.
fn ranked<K: Ord>(counts: &BTreeMap<K, u64>) -> Vec<(&K, u64)> {
    let mut ranked: Vec<_> = counts.iter().map(|(key, &count)| (key, count)).collect();
    ranked.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    ranked
}

fn widths(rows: &[Row]) -> [usize; 4] {
    let mut widths = [12, 18, 9, 24];
    for row in rows {
        for (width, text) in widths.iter_mut().zip([row.outcome, &row.reason, &row.code, &row.recipient]) {
            *width = (*width).max(console::measure_text_width(text)).min(48);
        }
    }
    widths
}

fn line(columns: [&str; 4], file: &str, widths: [usize; 4]) -> String {
    let columns = columns.iter().zip(widths).map(|(text, width)| pad(text, width) + "  ");
    columns.collect::<String>() + &printable(file)
}

/// A column: what is too long for it is cut.
fn pad(text: &str, width: usize) -> String {
    pad_str(&printable(text), width, Alignment::Left, Some("…")).into_owned()
}

/// Text of a stranger, without what would control a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

fn bold(text: &str) -> String {
    Style::new().bold().apply_to(text).to_string()
}

fn style(kind: Kind, outcome: &str) -> Style {
    match (kind, outcome) {
        (Kind::Failure, "failed") => Style::new().red(),
        (_, "delayed" | "delay") => Style::new().yellow(),
        (_, "delivered" | "relayed" | "expanded") => Style::new().green(),
        (Kind::Complaint, _) => Style::new().magenta(),
        (Kind::Failure, _) => Style::new(),
        _ => Style::new().dim(),
    }
}
