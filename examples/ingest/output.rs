//! What a person sees on the terminal.

use std::collections::BTreeMap;

use console::{Alignment, Style, measure_text_width, pad_str};
use mailbounce::suppression::{Advice, Answer, Decision, Event, Ledger, LedgerError, What};
use mailbounce::{Kind, Mailbox, Timestamp};

use crate::List;

/// Lines of the table after a run; `--list-stopped` shows all.
pub(crate) const SHOWN: usize = 25;

/// What a run read and decided, in a few lines.
pub(crate) fn summary(
    kinds: &BTreeMap<Kind, u64>,
    known: u64,
    left_out: u64,
    policy: &str,
    decisions: &[(Mailbox, Decision)],
) -> String {
    let mails: u64 = kinds.values().sum();
    let mut out = bold(&format!("{} read", count(mails, "mail")));
    if known > 0 {
        out.push_str(&format!(", {known} known already"));
    }
    if left_out > 0 {
        out.push_str(&format!(", {} left out: no mails", count(left_out, "file")));
    }
    out.push('\n');
    let mut ranked: Vec<_> = kinds.iter().collect();
    ranked.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
    let kinds: Vec<_> = ranked.iter().map(|(kind, n)| format!("{n} {kind}")).collect();
    if !kinds.is_empty() {
        out.push_str(&format!("  {}\n", kinds.join(", ")));
    }
    if decisions.is_empty() {
        return out;
    }
    let of = |answer| decisions.iter().filter(|(_, d)| d.answer() == answer).count();
    out.push_str(&bold(&format!("\n{} by `{policy}`\n", count(decisions.len() as u64, "address"))));
    for (answer, means) in [
        (Answer::Stop, "write to no more"),
        (Answer::Hold, "wait, then one message to see"),
        (Answer::Later, "not now: the provider asks for less"),
        (Answer::Send, "go on"),
    ] {
        if of(answer) > 0 {
            let line = format!("{:>8}  {:<6}{means}", of(answer), answer.to_string());
            out.push_str(&format!("{}\n", style(answer).apply_to(line)));
        }
    }
    let mut advice: BTreeMap<Advice, usize> = BTreeMap::new();
    for (_, decision) in decisions {
        decision.advice().iter().filter(|a| is_for_sender(**a)).for_each(|a| *advice.entry(*a).or_default() += 1);
    }
    if !advice.is_empty() {
        out.push_str(&bold("\nFor you, the sender\n"));
        for (advice, n) in advice {
            out.push_str(&format!("{n:>8}  {}\n", sentence(advice)));
        }
    }
    out
}

fn count(n: u64, of: &str) -> String {
    match (n, of.ends_with('s')) {
        (1, _) => format!("1 {of}"),
        (_, true) => format!("{n} {of}es"),
        _ => format!("{n} {of}s"),
    }
}

/// Who is not written to, and why.
pub(crate) fn table(
    list: &List,
    mut shown: Vec<(Mailbox, Decision)>,
    most: Option<usize>,
    _: Timestamp,
) -> Result<String, LedgerError> {
    shown.sort_by(|(a, x), (b, y)| y.answer().cmp(&x.answer()).then_with(|| a.key().cmp(&b.key())));
    let rest = shown.len().saturating_sub(most.unwrap_or(usize::MAX));
    shown.truncate(most.unwrap_or(usize::MAX));
    let mailboxes: Vec<Mailbox> = shown.iter().map(|(mailbox, _)| mailbox.clone()).collect();
    let histories = list.ledger().histories(&mailboxes)?;
    let widest = shown.iter().map(|(mailbox, _)| measure_text_width(mailbox.as_str())).max().unwrap_or(0).min(44);
    let terminal = console::Term::stdout();
    let columns = if terminal.is_term() { usize::from(terminal.size().1) } else { 160 };
    let mut out = String::new();
    if most.is_some() && !shown.is_empty() {
        out.push('\n');
    }
    for ((mailbox, decision), history) in shown.iter().zip(&histories) {
        let what = match decision.until() {
            Some(until) => format!("{} {}", decision.answer(), day(until)),
            None => decision.answer().to_string(),
        };
        let rule = decision.why().first().map(|why| why.rule.to_string()).unwrap_or_default();
        let said = decisive(decision, history.events()).map(said).unwrap_or_default();
        let line = format!("{}  {}  {}  {said}", pad(&what, 15), pad(mailbox.as_str(), widest), pad(&rule, 30));
        let line = pad_str(&line, columns.min(line.len()), Alignment::Left, Some("…")).trim_end().to_owned();
        out.push_str(&format!("{}\n", style(decision.answer()).apply_to(line)));
    }
    if rest > 0 {
        out.push_str(&format!("and {rest} more: --list-stopped\n"));
    }
    Ok(out)
}

/// The last event that a decision rests on.
pub(crate) fn decisive<'a>(decision: &Decision, events: &'a [Event]) -> Option<&'a Event> {
    events.iter().rev().find(|event| decision.why().iter().any(|why| why.events.contains(&event.id())))
}

/// What an event says, in the words of who said it.
pub(crate) fn said(event: &Event) -> String {
    let text = match event.what() {
        What::Failure(failure) => match &failure.evidence.text {
            Some(text) => text.clone(),
            None => {
                let code =
                    failure.reply.map(|r| r.to_string()).into_iter().chain(failure.status.map(|s| s.to_string()));
                code.chain([failure.reason.to_string()]).collect::<Vec<_>>().join(" ")
            }
        },
        What::Complaint { feedback_type, .. } => format!("complaint: {feedback_type}"),
        What::Stopped { reason, by } => format!("{by}: {reason}"),
        _ => String::new(),
    };
    printable(&text).replace('\n', " ")
}

/// Whether the advice is about how the sender sends, not about one recipient.
pub(crate) fn is_for_sender(advice: Advice) -> bool {
    !matches!(
        advice,
        Advice::ReachAnotherWay
            | Advice::AskNewAddress
            | Advice::RemoveForwarding
            | Advice::PermitOurDomain
            | Advice::AnswerChallenge
            | Advice::Wait
    )
}

/// What to do, in a sentence.
pub(crate) fn sentence(advice: Advice) -> &'static str {
    match advice {
        Advice::SlowDown => "Slow down: fewer messages and connections at a time to this provider.",
        Advice::DelistIp => {
            "Have the sending IP taken off the block list; if that is refused, send from another server."
        }
        Advice::DelistDomain => "Have the domain taken off the block list; if that is refused, use another domain.",
        Advice::FixAuthentication => "Mend authentication: SPF, DKIM, DMARC, ARC.",
        Advice::FixReverseDns => "Give the sending host a name that resolves both ways.",
        Advice::FixSender => "Use a sender address that exists and may send.",
        Advice::FixRelay => "Mend the own relay, or the login to it.",
        Advice::FixContent => "Change the content: it was judged spam, malformed, or against a policy.",
        Advice::ReduceSize => "Make the message smaller.",
        Advice::FindVirus => "Look for a virus in what is sent.",
        Advice::FixProtocol => "Look at the sending program: it broke the protocol, or lacks an extension.",
        Advice::ReviewServiceList => "Look through the sending service's own suppression list.",
        Advice::ReachAnotherWay => "Reach the person another way.",
        Advice::AskNewAddress => "Ask the person for the new address.",
        Advice::RemoveForwarding => "Ask to have the forwarding removed or mended.",
        Advice::PermitOurDomain => "Ask the recipient to permit our domain in the filter.",
        Advice::AnswerChallenge => "Answer the challenge, or ask to be put on the list of known senders.",
        Advice::Wait => "Wait: the destination has a fault that passes.",
        _ => "Something that a newer version advises.",
    }
}

/// The day of a time.
pub(crate) fn day(at: Timestamp) -> String {
    at.to_string().split('T').next().unwrap_or_default().to_owned()
}

/// Text of a stranger, without what would control a terminal; its lines stay.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
}

fn pad(text: &str, width: usize) -> String {
    pad_str(text, width, Alignment::Left, Some("…")).into_owned()
}

fn bold(text: &str) -> String {
    Style::new().bold().apply_to(text).to_string()
}

fn style(answer: Answer) -> Style {
    match answer {
        Answer::Stop => Style::new().red(),
        Answer::Hold => Style::new().yellow(),
        Answer::Later => Style::new().cyan(),
        _ => Style::new().green(),
    }
}
