//! The page's text. All that a mail or a server said is escaped.

use std::collections::BTreeMap;
use std::fmt::Write;

use mailbounce::suppression::Answer;
use mailbounce::{Fault, Reason, Timestamp};

use super::chart::{Axis, Series, spark, stacked};
use super::collect::{Collected, Failed, ranked};
use crate::output::{day, sentence};

/// Rows of the lists of providers, and of mails of one oddity.
const PROVIDERS: usize = 15;
const EXAMPLES: usize = 25;

const FAULTS: [(Fault, &str); 5] = [
    (Fault::Recipient, "of the recipient: the address"),
    (Fault::Destination, "of the destination: its servers"),
    (Fault::Sender, "of the sender: you"),
    (Fault::Message, "of the message"),
    (Fault::Unknown, "not told"),
];

/// The page.
pub(crate) fn page(all: &Collected, ledger: &str, policy: &str, now: Timestamp) -> String {
    let mut out = String::from("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.push_str(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>What came back</title>",
    );
    let _ = write!(out, "<style>\n{}</style></head><body><main>", include_str!("page.css"));
    let _ = write!(
        out,
        "<h1>What came back</h1><p class=\"dim\">{} · decided by <code>{}</code> as of {}</p>",
        escaped(ledger),
        escaped(policy),
        escaped(&now.to_string().replace('T', " ").replace('Z', " UTC")),
    );
    tiles(&mut out, all);
    let axis = Axis::new(all.failures.iter().map(|f| f.at), now);
    over_time(&mut out, all, &axis);
    to_do(&mut out, all);
    by_reason(&mut out, all, &axis);
    by_provider(&mut out, all, &axis);
    stopped(&mut out, all);
    odd(&mut out, all);
    out.push_str("<footer>Made by mailbounce. Nothing of this is stored but what happened: another policy decides anew.</footer>");
    out.push_str("</main></body></html>\n");
    out
}

fn tiles(out: &mut String, all: &Collected) {
    let answer = |answer| all.answers.get(&answer).copied().unwrap_or(0);
    let senders = all.failures.iter().filter(|f| matches!(f.fault, Fault::Sender | Fault::Message)).count();
    out.push_str("<div class=\"tiles\">");
    for (class, number, name) in [
        ("", all.mails.len() as u64, "mails read"),
        ("", all.failures.len() as u64, "failed deliveries"),
        ("", all.mailboxes, "addresses known"),
        ("stop", answer(Answer::Stop), "stopped"),
        ("hold", answer(Answer::Hold), "on hold"),
        ("you", senders as u64, "not the recipient's fault"),
    ] {
        let _ = write!(out, "<div class=\"tile {class}\"><b>{}</b><span>{name}</span></div>", grouped(number));
    }
    out.push_str("</div>");
}

/// The failures that `of` picks, at each step of the axis.
fn counts(all: &Collected, axis: &Axis, of: impl Fn(&Failed) -> bool) -> Vec<u64> {
    let mut values = vec![0; axis.labels.len()];
    for failed in all.failures.iter().filter(|f| of(f)) {
        if let Some(value) = values.get_mut(axis.place(failed.at)) {
            *value += 1;
        }
    }
    values
}

fn over_time(out: &mut String, all: &Collected, axis: &Axis) {
    if all.failures.is_empty() {
        return;
    }
    let _ = write!(out, "<section><h2>Failed deliveries, by {} and by whose fault it was</h2>", axis.unit());
    let series: Vec<Series> = FAULTS
        .iter()
        .map(|(fault, _)| Series { class: fault.as_str(), values: counts(all, axis, |f| f.fault == *fault) })
        .collect();
    legend(out);
    out.push_str(&stacked(axis, &series));
    if axis.labels.len() == 1 {
        out.push_str(
            "<p class=\"note\">All were received within one hour. Files that were copied have lost the time of their mails: \
             <code>--time received</code> takes that of the topmost Received line.</p>",
        );
    }
    let windows = all.windows();
    if !windows.is_empty() {
        let _ = write!(out, "<details class=\"note\"><summary>{} not counted: outages</summary><ul>", windows.len());
        for window in windows {
            let _ = write!(out, "<li>{}</li>", escaped(&window));
        }
        out.push_str("</ul></details>");
    }
    out.push_str("</div></section>");
}

fn legend(out: &mut String) {
    out.push_str("<div class=\"legend\">");
    for (fault, name) in FAULTS {
        let _ = write!(out, "<span><i class=\"{fault}\"></i>{name}</span>");
    }
    out.push_str("</div>");
}

fn to_do(out: &mut String, all: &Collected) {
    if all.advice.is_empty() {
        return;
    }
    out.push_str("<section><h2>What you can do</h2>");
    out.push_str(
        "<p class=\"note\">These refusals were about how or what is sent. No address was stopped for them.</p><div class=\"todos\">",
    );
    let mut advice: Vec<_> = all.advice.iter().collect();
    advice.sort_by_key(|(_, concerned)| std::cmp::Reverse(concerned.mailboxes));
    for (advice, concerned) in advice {
        let providers = ranked(concerned.providers.clone());
        let mut names: Vec<String> = providers.iter().take(6).map(|(name, n)| format!("{name} {n}")).collect();
        if providers.len() > 6 {
            names.push(format!("{} others", providers.len() - 6));
        }
        let _ = write!(
            out,
            "<div class=\"todo\"><b>{}</b><p class=\"dim\">{} {}: {}</p>",
            escaped(sentence(*advice)),
            grouped(concerned.mailboxes),
            if concerned.mailboxes == 1 { "address" } else { "addresses" },
            escaped(&names.join(", "))
        );
        if !concerned.example.is_empty() {
            let _ = write!(out, "<p class=\"said\">{}</p>", escaped(&concerned.example));
        }
        out.push_str("</div>");
    }
    out.push_str("</div></section>");
}

/// A bar of the colours of `faults`, as long as their part of `most`.
fn bar(faults: &BTreeMap<Fault, u64>, most: u64) -> String {
    let all: u64 = faults.values().sum();
    let mut out = format!("<div class=\"bar\" style=\"width:{:.1}%\">", percent(all, most));
    for (fault, _) in FAULTS {
        if let Some(n) = faults.get(&fault) {
            let _ = write!(
                out,
                "<span class=\"{fault}\" style=\"width:{:.1}%\" title=\"{fault} {n}\"></span>",
                percent(*n, all)
            );
        }
    }
    out.push_str("</div>");
    out
}

fn percent(part: u64, all: u64) -> f64 {
    part as f64 * 100.0 / all.max(1) as f64
}

fn by_reason(out: &mut String, all: &Collected, axis: &Axis) {
    if all.failures.is_empty() {
        return;
    }
    let mut reasons: BTreeMap<Reason, BTreeMap<Fault, u64>> = BTreeMap::new();
    for failed in &all.failures {
        *reasons.entry(failed.reason).or_default().entry(failed.fault).or_default() += 1;
    }
    let ranked = ranked(reasons.iter().map(|(reason, faults)| (*reason, faults.values().sum())).collect());
    let most = ranked.first().map_or(1, |(_, n)| *n);
    out.push_str(
        "<section><h2>By reason</h2><table><tr><th>reason</th><th class=\"n\">failures</th><th class=\"n\">share</th>",
    );
    out.push_str("<th style=\"width:40%\">whose fault</th><th>over time</th></tr>");
    for (reason, n) in ranked {
        let _ = write!(
            out,
            "<tr><td class=\"nowrap\">{reason}</td><td class=\"n\">{}</td><td class=\"n dim\">{:.1} %</td><td>{}</td><td>{}</td></tr>",
            grouped(n),
            percent(n, all.failures.len() as u64),
            reasons.get(&reason).map(|faults| bar(faults, most)).unwrap_or_default(),
            spark(axis, &counts(all, axis, |f| f.reason == reason)),
        );
    }
    out.push_str("</table></section>");
}

fn by_provider(out: &mut String, all: &Collected, axis: &Axis) {
    let mut faults: BTreeMap<usize, BTreeMap<Fault, u64>> = BTreeMap::new();
    let mut reasons: BTreeMap<usize, BTreeMap<Reason, u64>> = BTreeMap::new();
    for failed in &all.failures {
        *faults.entry(failed.provider).or_default().entry(failed.fault).or_default() += 1;
        *reasons.entry(failed.provider).or_default().entry(failed.reason).or_default() += 1;
    }
    let ranked_all = ranked(faults.iter().map(|(provider, faults)| (*provider, faults.values().sum())).collect());
    let Some((_, most)) = ranked_all.first().copied() else { return };
    out.push_str("<section><h2>By provider</h2><table><tr><th style=\"width:19%\">provider or domain</th><th class=\"n\">failures</th>");
    out.push_str("<th style=\"width:26%\">whose fault</th><th>mostly</th><th>over time</th></tr>");
    for (provider, n) in ranked_all.iter().take(PROVIDERS) {
        let mostly = ranked(reasons.get(provider).cloned().unwrap_or_default());
        let mostly: Vec<String> = mostly.iter().take(3).map(|(reason, n)| format!("{reason} {n}")).collect();
        let _ = write!(
            out,
            "<tr><td class=\"address\">{}</td><td class=\"n\">{}</td><td>{}</td><td class=\"dim\">{}</td><td>{}</td></tr>",
            escaped(all.providers.get(*provider).map_or("", String::as_str)),
            grouped(*n),
            faults.get(provider).map(|faults| bar(faults, most)).unwrap_or_default(),
            escaped(&mostly.join(", ")),
            spark(axis, &counts(all, axis, |f| f.provider == *provider)),
        );
    }
    out.push_str("</table>");
    if let Some(rest) = ranked_all.get(PROVIDERS..).filter(|rest| !rest.is_empty()) {
        let failures: u64 = rest.iter().map(|(_, n)| n).sum();
        let _ = write!(
            out,
            "<p class=\"note\">{} others with {} failures.</p>",
            grouped(rest.len() as u64),
            grouped(failures)
        );
    }
    out.push_str("</section>");
}

fn stopped(out: &mut String, all: &Collected) {
    if all.stopped.is_empty() {
        return;
    }
    let count = |answer| all.answers.get(&answer).copied().unwrap_or(0);
    let (stops, holds) = (count(Answer::Stop), count(Answer::Hold));
    let _ = write!(
        out,
        "<section><h2>Who is not written to, and why</h2><p class=\"note\">{} stopped, {} on hold: after its \
        date one message is sent to see.</p>",
        grouped(stops),
        grouped(holds)
    );
    out.push_str(
        "<table class=\"stops\"><tr><th>address</th><th></th><th>since</th><th>rule</th><th>what was said</th></tr>",
    );
    for row in &all.stopped {
        let answer = row.decision.answer();
        let until = row.decision.until().map(|until| format!(" until {}", day(until))).unwrap_or_default();
        let rules: Vec<String> = row.decision.why().iter().map(|why| rule(&why.rule)).collect();
        let advice: Vec<&str> = row.decision.advice().iter().map(|a| sentence(*a)).collect();
        let _ = write!(
            out,
            "<tr><td class=\"address\">{}</td><td class=\"answer {answer}\">{answer}{until}</td><td class=\"nowrap dim\">{}</td>\
             <td><code>{}</code></td><td><span class=\"said\">{}</span>{}</td></tr>",
            escaped(row.mailbox.as_str()),
            row.since.map(day).unwrap_or_default(),
            escaped(&rules.join(", ")),
            escaped(&row.said),
            advice.iter().map(|a| format!("<div>{}</div>", escaped(a))).collect::<String>(),
        );
    }
    out.push_str("</table>");
    let rest = (stops + holds).saturating_sub(all.stopped.len() as u64);
    if rest > 0 {
        let _ = write!(out, "<p class=\"note\">And {} more: <code>--list-stopped</code>.</p>", grouped(rest));
    }
    out.push_str("</section>");
}

/// A rule without the name of its policy.
fn rule(rule: &str) -> String {
    rule.split_once('/').map_or(rule, |(_, rule)| rule).to_owned()
}

fn odd(out: &mut String, all: &Collected) {
    if all.mails.is_empty() {
        return;
    }
    out.push_str("<section><h2>Worth a look</h2>");
    let kinds: Vec<String> = all.kinds().iter().map(|(kind, n)| format!("{} {kind}", grouped(*n))).collect();
    let _ =
        write!(out, "<p class=\"note\">{} mails were read: {}.</p>", grouped(all.mails.len() as u64), kinds.join(", "));
    for (what, mails) in all.oddities() {
        let _ = write!(
            out,
            "<details><summary><b>{}</b> {} <span class=\"dim\">{}</span></summary><ul>",
            grouped(mails.len() as u64),
            escaped(what),
            in_words(what)
        );
        for mail in mails.iter().take(EXAMPLES) {
            let place = if mail.index > 0 { format!(" #{}", mail.index) } else { String::new() };
            let _ = write!(
                out,
                "<li>{}{place} <span class=\"dim\">{}</span></li>",
                escaped(&mail.path),
                day(mail.received)
            );
        }
        if mails.len() > EXAMPLES {
            let _ = write!(out, "<li class=\"dim\">and {} more</li>", grouped((mails.len() - EXAMPLES) as u64));
        }
        out.push_str("</ul></details>");
    }
    out.push_str("</section>");
}

/// What is odd, in a sentence.
fn in_words(odd: &str) -> &'static str {
    match odd {
        "undetermined" => "a delivery failed, and nothing tells why",
        "no-address" => "a report that does not say whom you wrote to",
        "persistence-conflict" => "code and words disagree about whether it lasts",
        "reason-conflict" => "code and words name different reasons",
        "status-conflict" => "the status field and the diagnostic state different codes",
        "action-conflict" => "action and status disagree",
        "unreadable-field" => "a field that could not be read",
        "no-recipient" => "a recipient whose address could not be found",
        "nested-report" => "a report within a mail that a person wrote: not read",
        "broken-mime" => "a multipart without its boundary",
        "fields-in-text" => "fields of a report in plain text",
        "truncated" => "longer than what is looked at",
        _ => "",
    }
}

/// A number with a space for each thousand.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

/// Text for HTML, also within quotes.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // What changes the direction of text would let a stranger's words run over ours.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => out.push('\u{fffd}'),
            c if c.is_control() && c != '\n' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, grouped};

    #[test]
    fn what_strangers_wrote_is_text() {
        assert_eq!(
            escaped("<a href=\"x\" b='y'>&\u{202e}\0"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;\u{fffd} "
        );
        assert_eq!(escaped("猫 550 5.1.1"), "猫 550 5.1.1");
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([1, 999, 1000, 1_234_567].map(grouped), ["1", "999", "1\u{202f}000", "1\u{202f}234\u{202f}567"]);
    }
}
