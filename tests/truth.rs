//! Results against what really happened: each folder's `ORIGINS.jsonl` says to whom a mail was written, where it failed, what was
//! said and in which state the receiver was. The expectations of `golden` are the library's own words; this is the outside view.
//!
//! A mail may tell something else than what happened, because its writer does not know, or does not say. `corpus/told.txt` lists these
//! mechanisms, each with what such a mail tells: there a result must agree with one or the other. A line that explains nothing fails.

mod corpus;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use corpus::Mail;
use mailbounce::{Basis, Bounce, Fault, Kind, Outcome, Recipient, SmtpCommand, Verdict, classify};
use rayon::prelude::*;
use serde::Deserialize;

/// One line of an `ORIGINS.jsonl`.
#[derive(Debug, Deserialize)]
struct Origin {
    file: String,
    kind: String,
    truth: Vec<Truth>,
}

/// What happened to one recipient.
#[derive(Debug, Deserialize)]
struct Truth {
    mailed_to: Option<String>,
    failed_at: Option<String>,
    state: String,
    stage: Option<String>,
    reply: Option<u16>,
    status: Option<String>,
    outcome: String,
}

/// Where a result differs from the truth.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Disagreement {
    name: String,
    field: &'static str,
    /// The result's value, as `corpus/told.txt` writes it.
    got: String,
    what: String,
}

/// A mechanism by which mails tell something else than what happened: one line of `corpus/told.txt`.
#[derive(Debug)]
struct Told {
    mails: String,
    /// Words that stand in such a mail, unless this is `*`.
    words: String,
    field: String,
    told: String,
}

impl Told {
    fn read() -> Vec<Self> {
        let lines = corpus::list("told.txt", 5).into_iter();
        lines
            .map(|line| {
                let [mails, words, field, told, _why] = line.try_into().expect("five fields");
                Self { mails, words, field, told }
            })
            .collect()
    }

    fn explains(&self, differs: &Disagreement, mails: &[Mail]) -> bool {
        self.field == differs.field && self.told == differs.got && fits(&self.mails, &differs.name) && {
            let at = mails.binary_search_by(|mail| mail.name.cmp(&differs.name)).expect("a mail of the corpus");
            self.words == "*" || squeezed(&mails[at].bytes()).contains(&self.words)
        }
    }
}

/// Whether a name fits a pattern, in which `*` stands for anything.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(name) = name.strip_prefix(first) else { return false };
    (0..=name.len()).filter_map(|at| name.get(at..)).any(|name| fits(rest, name))
}

/// A mail's text with each run of white space as one blank, so that it does not matter how a line was broken.
fn squeezed(mail: &[u8]) -> String {
    String::from_utf8_lossy(mail).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The reasons that are right for a receiver's state. A refusal that was given up after retries may also be `expired` with such a
/// reason as its detail. Empty: nothing was refused.
fn reasons(state: &str) -> &'static [&'static str] {
    match state {
        "no-such-user" => &["user-unknown"],
        "mailbox-full" => &["mailbox-full"],
        "mailbox-full-abandoned" => &["mailbox-full", "mailbox-disabled"],
        "mailbox-disabled" => &["mailbox-disabled"],
        "moved" => &["has-moved"],
        "accepts-few"
        | "closed-group"
        | "closed-mailbox"
        | "filtered-by-owner"
        | "filtered-by-recipient"
        | "challenge" => &["recipient-restricted"],
        // Of one mailbox or of the sender: both are too much, too fast.
        "mailbox-busy" | "rate-limited" | "too-many-recipients" => &["rate-limited"],
        "mailbox-temporarily-unavailable" => &["system-error", "undetermined"],
        "host-unknown" | "no-mail-host" | "null-mx" => &["host-unknown"],
        "mx-unknown" => &["host-unknown", "dns-failure"],
        // Seen as a loop, as a host without mail, or as a failing connection: what the sender's MTA made of it.
        "mx-broken" => &["mail-loop", "host-unknown", "network-error", "system-error"],
        "dns-timeout" | "dns-servfail" => &["dns-failure"],
        "connection-refused" | "connection-timeout" | "connection-lost" | "unreachable" => &["network-error"],
        "no-answer" => &["network-error", "expired"],
        "expired" => &["expired"],
        "host-busy" => &["system-error", "network-error"],
        "host-broken" | "server-error" => &["system-error"],
        "host-full" => &["system-full"],
        "tls-broken" | "tls-demanded" => &["tls-failure"],
        "mail-loop" => &["mail-loop"],
        "relay-denied" => &["relay-denied"],
        "greylisting" | "greylisted" => &["greylisted"],
        "no-smtputf8" => &["protocol-error"],
        "no-8bitmime" => &["protocol-error", "content-rejected"],
        "ip-blocked" => &["ip-blocked"],
        "domain-blocked" => &["domain-blocked"],
        "no-reverse-dns" | "ptr-missing" => &["ptr-missing"],
        "not-authenticated" | "auth-failed" => &["auth-failure"],
        "known-hosts-only" => &["recipient-restricted", "ip-blocked", "policy-rejected"],
        "sender-refused" | "sender-blocked" | "sender-domain-unresolved" => &["sender-rejected"],
        "spam" => &["spam-content"],
        "virus" => &["virus-detected"],
        "dangerous-content" => &["virus-detected", "content-rejected"],
        "content-or-reputation" => &["spam-content", "ip-blocked", "domain-blocked"],
        "content-refused" => &["content-rejected"],
        "too-large" => &["message-too-large"],
        "policy" => &["policy-rejected"],
        "protocol" => &["protocol-error"],
        "unclear" | "unknown" => &["undetermined"],
        "suppressed" => &["suppressed"],
        "takes-it"
        | "list"
        | "away"
        | "delivered"
        | "relayed"
        | "expanded"
        | "complained"
        | "complained-fraud"
        | "unsubscribed"
        | "auth-failure-report"
        | "not-spam" => &[],
        _ => panic!("what reasons are right for the state {state:?}? Add it to the table"),
    }
}

/// States that pass, or that a mail system may take for such: it tries until it gives up, and many then say no more than that.
fn may_be_given_up(state: &str) -> bool {
    matches!(
        state,
        "mailbox-full"
            | "mailbox-busy"
            | "mailbox-temporarily-unavailable"
            | "no-mail-host"
            | "null-mx"
            | "mx-unknown"
            | "mx-broken"
            | "dns-timeout"
            | "dns-servfail"
            | "connection-refused"
            | "connection-timeout"
            | "connection-lost"
            | "unreachable"
            | "host-busy"
            | "greylisting"
            | "rate-limited"
            | "ip-blocked"
            | "unclear"
    )
}

/// States that do not say what to think of the sender or the message. There the provider's own documented reason is as good.
fn is_vague(state: &str) -> bool {
    matches!(state, "policy" | "unclear")
}

/// Whose fault a refusal in this state is, where the state says so.
fn fault(state: &str) -> Option<Fault> {
    Some(match state {
        "no-such-user"
        | "mailbox-full"
        | "mailbox-full-abandoned"
        | "mailbox-disabled"
        | "moved"
        | "accepts-few"
        | "filtered-by-owner"
        | "filtered-by-recipient"
        | "closed-mailbox"
        | "mailbox-busy" => Fault::Recipient,
        "host-unknown"
        | "no-mail-host"
        | "null-mx"
        | "mx-unknown"
        | "mx-broken"
        | "dns-timeout"
        | "dns-servfail"
        | "connection-refused"
        | "connection-timeout"
        | "connection-lost"
        | "unreachable"
        | "host-busy"
        | "host-broken"
        | "host-full"
        | "tls-broken"
        | "mail-loop"
        | "no-smtputf8"
        | "mailbox-temporarily-unavailable" => Fault::Destination,
        "rate-limited"
        | "ip-blocked"
        | "domain-blocked"
        | "no-reverse-dns"
        | "not-authenticated"
        | "sender-refused"
        | "too-many-recipients"
        | "tls-demanded" => Fault::Sender,
        "spam" | "virus" | "content-refused" | "dangerous-content" | "too-large" => Fault::Message,
        _ => return None,
    })
}

fn is_right(verdict: &Verdict, state: &str, right: &[&str]) -> bool {
    right.contains(&verdict.reason.as_str())
        || verdict.reason.as_str() == "expired" && may_be_given_up(state)
        || verdict.evidence.basis == Basis::RemoteMta && is_vague(state)
        || verdict.reason.as_str() == "expired" && verdict.detail.is_some_and(|detail| right.contains(&detail.as_str()))
        // docomo and others: the words of the filter are those of the unknown user, and the result says so.
        || (right.contains(&"recipient-restricted") || right.contains(&"user-unknown"))
            && verdict.detail.is_some_and(|detail| detail.as_str() == "maybe-filter")
}

fn origins(folder: &str) -> BTreeMap<String, Origin> {
    let path = corpus::root().join(folder).join("ORIGINS.jsonl");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{folder}/ORIGINS.jsonl: {error}"));
    let mut origins = BTreeMap::new();
    for line in text.lines() {
        let origin: Origin = serde_json::from_str(line).unwrap_or_else(|error| panic!("{folder}: {error}: {line}"));
        let file = origin.file.clone();
        assert!(origins.insert(file.clone(), origin).is_none(), "{folder}/ORIGINS.jsonl has {file} twice");
    }
    origins
}

fn key(address: &str) -> String {
    let address = address.trim().trim_matches(['<', '>']).to_lowercase();
    match address.rsplit_once('@') {
        Some((local, domain)) => format!("{}@{domain}", local.trim_matches('"')),
        None => address,
    }
}

fn names(recipient: &Recipient) -> BTreeSet<String> {
    let failed_at = recipient.final_recipient.iter().map(ToString::to_string);
    let mailed_to = recipient.mailed_to.iter().map(ToString::to_string);
    failed_at.chain(mailed_to).map(|address| key(&address)).collect()
}

fn compare(mail: &Mail, origin: &Origin, bounce: &Bounce) -> Vec<Disagreement> {
    let mut found = Vec::new();
    let mut differs = |field, got: &str, what: String| {
        found.push(Disagreement { name: mail.name.clone(), field, got: got.to_owned(), what })
    };
    if bounce.kind.as_str() != origin.kind {
        differs("kind", bounce.kind.as_str(), format!("{}, not {}", bounce.kind, origin.kind));
    }
    if matches!(bounce.kind, Kind::AutoReply | Kind::Disposition | Kind::NotABounce) {
        // Its sender is in its From; nobody's delivery is reported.
        return found;
    }
    let mut free: Vec<&Recipient> = bounce.recipients.iter().collect();
    for truth in &origin.truth {
        let wanted: BTreeSet<String> = truth.mailed_to.iter().chain(&truth.failed_at).map(|a| key(a)).collect();
        // The one that fits both addresses before the one that fits one of them.
        let best = (0..free.len())
            .map(|at| (wanted.intersection(&names(free[at])).count(), at))
            .filter(|&(count, _)| count > 0 || wanted.is_empty())
            .max_by_key(|&(count, at)| (count, std::cmp::Reverse(at)));
        let Some((_, at)) = best else {
            if !wanted.is_empty() {
                differs("recipient", "-", format!("{wanted:?} ({}) not found", truth.state));
            }
            continue;
        };
        let recipient = free.remove(at);
        compare_recipient(truth, recipient, bounce.kind, &mut differs);
    }
    for recipient in free.iter().filter(|r| r.outcome == Outcome::Failed) {
        differs("stranger", "-", format!("{:?} failed too", names(recipient)));
    }
    found
}

fn compare_recipient(
    truth: &Truth,
    recipient: &Recipient,
    kind: Kind,
    differs: &mut impl FnMut(&'static str, &str, String),
) {
    let mailed_to = recipient.mailed_to.as_ref().map(ToString::to_string).unwrap_or_default();
    if let Some(right) = &truth.mailed_to
        && key(right) != key(&mailed_to)
    {
        let by = recipient.attribution;
        differs("mailed-to", by.as_str(), format!("{mailed_to:?} ({by}), not {right}"));
    }
    // A challenge may come as a delivery report; whether it then failed is in its kind.
    if recipient.outcome.as_str() != truth.outcome && kind != Kind::Challenge {
        let outcome = recipient.outcome;
        differs("outcome", outcome.as_str(), format!("{outcome}, not {} ({})", truth.outcome, truth.state));
    }
    // Who gives up may keep the last reply to himself, and says 4.4.7 (RFC 3463 s3.5) of his own.
    let given_up = recipient.verdict.as_ref().is_some_and(|verdict| verdict.reason.as_str() == "expired")
        || recipient.reported_status.is_some_and(|status| status.to_string().ends_with(".4.7"));
    let reply = recipient.reply.map(|reply| reply.get());
    if truth.reply.is_some() && reply != truth.reply && !(given_up && reply.is_none()) {
        let got = reply.map_or("-".to_owned(), |reply| reply.to_string());
        differs("reply", &got, format!("{reply:?}, not {:?}", truth.reply));
    }
    let status = recipient.status.map(|status| status.to_string());
    let own = status.as_deref().is_none_or(|status| matches!(status, "4.4.7" | "5.4.7" | "5.0.0"));
    if truth.status.is_some() && status != truth.status && !(given_up && own) {
        differs("status", status.as_deref().unwrap_or("-"), format!("{status:?}, not {:?}", truth.status));
    }
    // Few reports tell whether the message or the word DATA was answered.
    let stage = match truth.stage.as_deref() {
        Some("data" | "in-data" | "end-of-data") => Some("end-of-data"),
        stage => stage,
    };
    let command = recipient.command.map(|command| match command {
        SmtpCommand::Data => SmtpCommand::EndOfData,
        command => command,
    });
    if let (Some(stage), Some(command)) = (stage, command)
        && command.as_str() != stage
    {
        differs("command", command.as_str(), format!("{command}, not {stage} ({})", truth.state));
    }
    let right = reasons(&truth.state);
    match &recipient.verdict {
        Some(verdict) if right.is_empty() => {
            let reason = verdict.reason;
            differs("reason", reason.as_str(), format!("{reason} where nothing was refused ({})", truth.state));
        }
        Some(verdict) if !is_right(verdict, &truth.state, right) => {
            let evidence = &verdict.evidence;
            let by = evidence.rule.as_deref().unwrap_or(evidence.basis.as_str());
            let text = recipient.diagnostic.as_deref().or(evidence.text.as_deref()).unwrap_or_default();
            let text: String = text.chars().take(150).collect();
            let reason = verdict.reason;
            differs("reason", reason.as_str(), format!("{reason} by {by}, not {right:?} ({}): {text}", truth.state));
        }
        Some(verdict)
            if verdict.reason.as_str() != "expired"
                && verdict.fault != Fault::Unknown
                && fault(&truth.state).is_some_and(|fault| fault != verdict.fault) =>
        {
            let (fault, reason) = (verdict.fault, verdict.reason);
            differs("fault", fault.as_str(), format!("{fault} ({reason}), not as {}", truth.state));
        }
        None if !right.is_empty() => differs("reason", "-", format!("none, not {right:?} ({})", truth.state)),
        _ => {}
    }
}

#[test]
fn results_agree_with_what_happened() {
    let mails = corpus::mails();
    let folders: BTreeSet<&str> = mails.iter().map(Mail::folder).collect();
    let origins: BTreeMap<&str, _> = folders.iter().map(|folder| (*folder, origins(folder))).collect();
    let mut found: Vec<Disagreement> = mails
        .par_iter()
        .flat_map_iter(|mail| {
            let file = mail.name.rsplit('/').next().unwrap_or_default();
            match origins[mail.folder()].get(file) {
                Some(origin) => compare(mail, origin, &classify(&mail.bytes())),
                None => panic!("{} has no line in its ORIGINS.jsonl", mail.name),
            }
        })
        .collect();
    found.sort();
    let rows = Told::read();
    let mut explains = vec![0_usize; rows.len()];
    let new: Vec<&Disagreement> = found
        .iter()
        .filter(|differs| {
            let row = rows.iter().position(|row| row.explains(differs, &mails));
            row.inspect(|&row| explains[row] += 1).is_none()
        })
        .collect();
    let unused = rows.iter().zip(&explains).filter(|(_, count)| **count == 0);
    let stale =
        unused.map(|(row, _)| format!("told.txt explains nothing: {} | {} | {}", row.mails, row.words, row.field));
    let mut counts = BTreeMap::<&str, usize>::new();
    for disagreement in &new {
        *counts.entry(disagreement.field).or_default() += 1;
    }
    let lines: Vec<String> = new.iter().map(|d| format!("{} | {}: {}", d.name, d.field, d.what)).chain(stale).collect();
    println!(
        "{} mails: {} disagreements; {} values are what the mail tells and not what happened, by {} mechanisms",
        mails.len(),
        new.len(),
        explains.iter().sum::<usize>(),
        rows.len(),
    );
    assert!(lines.is_empty(), "\n\n{}\n\n{} in {} mails: {counts:?}\n", lines.join("\n"), lines.len(), mails.len());
}

#[test]
fn each_origin_has_its_mail() {
    let mails = corpus::mails();
    for folder in mails.iter().map(Mail::folder).collect::<BTreeSet<_>>() {
        for file in origins(folder).keys() {
            assert!(corpus::root().join(folder).join(file).is_file(), "{folder}/ORIGINS.jsonl: there is no {file}");
        }
    }
}
