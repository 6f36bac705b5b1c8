//! Every row's sample is its test.
#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use std::collections::{BTreeMap, HashSet};

use super::fold::fold;
use super::own::Rule;
use super::row::{Row, Says, Table};
use super::set::{Query, RuleSet};
use crate::phrases;
use crate::reason::{Detail, Fault, Reason};
use crate::reply::{ReplyCode, SmtpCommand};
use crate::status::EnhancedStatus;

fn all_rows() -> impl Iterator<Item = (&'static Table, &'static Row)> {
    [phrases::ORDER, phrases::SUBJECTS, phrases::BODIES]
        .into_iter()
        .flat_map(|order| order.iter())
        .flat_map(|tables| tables.iter())
        .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
}

fn reason_rows() -> impl Iterator<Item = (&'static Table, &'static Row, Reason)> {
    phrases::ORDER.iter().flat_map(|tables| tables.iter()).flat_map(|table| {
        table.rows.iter().filter_map(move |row| match row.says {
            Says::Reason(reason) => Some((table, row, reason)),
            Says::Kind(_) => None,
        })
    })
}

/// The first three-digit reply and the first enhanced status that a sample holds.
fn codes(sample: &str) -> (Option<ReplyCode>, Option<EnhancedStatus>) {
    let words = || sample.split([' ', '(', ')', ',', ';', ':', '#', '[', ']']).filter(|word| !word.is_empty());
    let reply = words().take(2).find(|word| word.len() == 3).and_then(|word| word.parse().ok());
    (reply, words().find_map(|word| word.parse().ok()))
}

fn query<'a>(text: &'a str, remote: Option<&'static str>, row: &Row) -> Query<'a> {
    let (reply, status) = codes(row.sample);
    Query { text, remote, host: None, reply, status, command: row.conditions.command }
}

#[test]
fn each_sample_is_won_by_its_own_row() {
    let mut lost = Vec::new();
    for (table, row, _) in reason_rows() {
        let text = fold(row.sample);
        match RuleSet::builtin().find(&query(&text, table.remote, row)) {
            Some(found) if found.rule == row.id => {}
            found => lost.push(format!("{}: {:?}: {text}", row.id, found.map(|found| found.rule))),
        }
    }
    assert!(lost.is_empty(), "{} rows lost:\n{}", lost.len(), lost.join("\n"));
}

/// Whether a fault says something about the address that was written to.
fn of_the_address(fault: Fault) -> Option<bool> {
    match fault {
        Fault::Recipient | Fault::Destination => Some(true),
        Fault::Sender | Fault::Message => Some(false),
        _ => None,
    }
}

/// Samples that read otherwise, and as another's fault, when nobody knows who said them: each with the cause.
const READS_OTHERWISE: &[(&str, &str)] = &[
    ("yahoo/relaying-denied", "sendmail says it of the sender, Yahoo of a domain that it does not host"),
    ("zoho/relaying-disallowed", "others say it of the sender, Zoho of a domain that it does not host"),
    ("microsoft/delivery-not-authorized-refused", "the name of 5.7.1 in RFC 3463, which others write for any policy"),
];

#[test]
fn an_unknown_host_never_turns_the_fault() {
    let mut turned = Vec::new();
    let mut expected: BTreeMap<_, _> = READS_OTHERWISE.iter().copied().collect();
    for (table, row, reason) in reason_rows() {
        if table.remote.is_none() {
            continue;
        }
        let text = fold(row.sample);
        let Some(found) = RuleSet::builtin().find(&query(&text, None, row)) else { continue };
        let Says::Reason(other) = found.says else { continue };
        let mine = of_the_address(row.fault.unwrap_or(reason.fault()));
        let theirs = of_the_address(found.fault.unwrap_or(other.fault()));
        if mine.is_some() && theirs.is_some() && mine != theirs && expected.remove(row.id).is_none() {
            turned.push(format!("{} ({reason}) reads as {} ({other}): {text}", row.id, found.rule));
        }
    }
    assert!(turned.is_empty(), "{} turned:\n{}", turned.len(), turned.join("\n"));
    assert!(expected.is_empty(), "these read well now, take them off the list: {expected:?}");
}

#[test]
fn ids_are_unique_and_well_formed() {
    let mut ids = HashSet::new();
    for (_, row) in all_rows() {
        assert!(ids.insert(row.id), "{} is there twice", row.id);
        let well = row.id.split('/').count() == 2
            && row.id.split(['/', '-']).all(|word| {
                !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            });
        assert!(well, "{}", row.id);
    }
}

#[test]
fn phrases_are_folded_and_samples_and_sources_there() {
    for (_, row) in all_rows() {
        for phrase in std::iter::once(&row.phrase).chain(row.then) {
            assert_eq!(fold(phrase), phrase.trim_end(), "{}", row.id);
        }
        assert!(row.phrase.len() >= super::index::SHORTEST, "{}: {:?} is too short", row.id, row.phrase);
        assert!(!row.sample.is_empty() && !row.source.is_empty(), "{}", row.id);
    }
}

#[test]
fn each_subject_and_text_is_won_by_its_own_row() {
    let set = RuleSet::builtin();
    let mut lost = Vec::new();
    let mut check = |order: &'static [&'static [Table]], find: &dyn Fn(&str) -> Option<super::Found>| {
        for row in order.iter().flat_map(|tables| tables.iter()).flat_map(|table| table.rows) {
            let text = fold(row.sample);
            match find(&text) {
                Some(found) if found.rule == row.id => {}
                found => lost.push(format!("{}: {:?}: {text}", row.id, found.map(|found| found.rule))),
            }
        }
    };
    check(phrases::SUBJECTS, &|text| set.subject_kind(text));
    check(phrases::BODIES, &|text| set.body_kind(text));
    assert!(lost.is_empty(), "{} rows lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn providers_by_host_domain_and_mark() {
    use crate::remote_mta::{provider_of, provider_of_mail_domain};
    use crate::rule::set::marked;
    assert_eq!(provider_of("gmail-smtp-in.l.google.com"), Some("google"));
    assert_eq!(provider_of("MTA7.AM0.YahooDNS.net."), Some("yahoo"));
    assert_eq!(provider_of("example-com.mail.protection.outlook.com"), Some("microsoft"));
    assert_eq!(provider_of("mfsmax.docomo.ne.jp"), Some("docomo"));
    assert_eq!(provider_of("notgoogle.com"), None);
    assert_eq!(provider_of("google.com.example"), None);
    assert_eq!(provider_of(""), None);
    assert_eq!(provider_of("com"), None);
    assert_eq!(provider_of_mail_domain("gmail.com"), Some("google"));
    assert_eq!(provider_of_mail_domain("docomo.ne.jp"), Some("docomo"));
    assert_eq!(provider_of_mail_domain("hotmail.co.jp"), Some("microsoft"));
    assert_eq!(provider_of_mail_domain("example.com"), None);
    assert_eq!(marked("550 5.1.1 no such user k3x9 - gsmtp"), Some("google"));
    assert_eq!(marked("550 no such user"), None);
}

#[test]
fn provider_names_are_unique_and_tables_name_providers() {
    let mut names = HashSet::new();
    let mut hosts = HashSet::new();
    for provider in crate::remote_mta::PROVIDERS.iter().flat_map(|providers| providers.iter()) {
        assert!(names.insert(provider.name), "{} is there twice", provider.name);
        for host in provider.hosts {
            assert!(hosts.insert(host), "{host} is there twice");
        }
        for name in provider.hosts.iter().chain(provider.mail_domains) {
            assert!(name.contains('.'), "{name} would be a whole top-level domain");
            assert_eq!(name.to_ascii_lowercase(), *name);
        }
        for mark in provider.marks {
            assert_eq!(fold(mark), *mark);
        }
    }
    for (table, row) in all_rows() {
        if let Some(name) = table.remote {
            assert!(names.contains(name), "{name} is no provider");
            assert!(row.id.starts_with(&format!("{name}/")), "{} in the table of {name}", row.id);
        }
    }
}

fn error(rule: Rule) -> crate::error::RuleError {
    RuleSet::new(vec![rule], Vec::new()).unwrap_err()
}

#[test]
fn bad_rules_are_refused_by_name() {
    let phrase = |text: &str| Rule::phrase("acme/bad", text, Reason::PolicyRejected);
    for bad in [
        phrase(""),
        phrase("  "),
        phrase("abc"),
        Rule::phrases("acme/bad", &[], Reason::PolicyRejected),
        Rule::phrases("acme/bad", &["blocked", ""], Reason::PolicyRejected),
        phrase("blocked").with_reply(99),
        phrase("blocked").with_status("5.1"),
        phrase("blocked").with_status("5.1.y"),
    ] {
        let error = error(bad);
        assert_eq!(error.rule(), "acme/bad");
        assert!(!error.is_regex() && !error.is_sample() && !error.is_duplicate(), "{error}");
    }
    assert!(error(Rule::regex("acme/bad", "(", Reason::PolicyRejected)).is_regex());
    assert!(error(Rule::regex("acme/bad", r"(\w{50}){500}", Reason::PolicyRejected)).is_regex());
    assert!(!error(Rule::regex("acme/bad", "x*", Reason::PolicyRejected)).is_regex());
    assert!(error(phrase("blocked").with_sample("unblocked")).is_sample());
    let twice = RuleSet::new(vec![phrase("blocked")], vec![phrase("stopped")]);
    assert!(twice.unwrap_err().is_duplicate());
    let ours = Rule::phrase("en/unknown-user", "user unknown", Reason::UserUnknown);
    assert!(error(ours).is_duplicate());
}

#[test]
fn own_rules_come_before_and_after() {
    let find = |set: &RuleSet, text: &str, host: Option<&str>, reply: Option<u16>| {
        let text = fold(text);
        let reply = reply.and_then(ReplyCode::new);
        set.find(&Query { text: &text, host, reply, ..Query::default() }).map(|found| found.rule.into_owned())
    };
    let set = RuleSet::new(
        vec![
            Rule::phrase("acme/gone", "User Unknown", Reason::MailboxDisabled)
                .with_remote("acme.example")
                .with_reply(550),
            Rule::phrases("acme/two", &["e-mail", "stopped"], Reason::PolicyRejected)
                .with_sample("Your Email was stopped"),
            Rule::regex("acme/code", r"\bacme-4\d\d\b", Reason::SpamContent).with_sample("554 ACME-417"),
        ],
        vec![Rule::phrase("acme/last", "user", Reason::SystemError).with_command(SmtpCommand::Data)],
    )
    .unwrap();
    assert_eq!(find(&set, "550 user unknown", Some("mx1.acme.example"), Some(550)).unwrap(), "acme/gone");
    assert_eq!(find(&set, "550 user unknown", Some("mx1.acme.example"), Some(551)).unwrap(), "en/unknown-user");
    assert_eq!(find(&set, "550 user unknown", Some("mx1.notacme.example"), Some(550)).unwrap(), "en/unknown-user");
    assert_eq!(find(&set, "your e-mail was stopped: user unknown", None, None).unwrap(), "acme/two");
    assert_eq!(find(&set, "Acme-417 user unknown", None, None).unwrap(), "acme/code");
    assert_eq!(find(&set, "some user", None, None), None);
    let text = fold("some user");
    let query = Query { text: &text, command: Some(SmtpCommand::EndOfData), ..Query::default() };
    assert_eq!(set.find(&query).unwrap().rule, "acme/last");
}

#[test]
fn words_match_where_a_word_begins() {
    let rule = |text: &str| {
        let set = RuleSet::new(vec![Rule::phrase("acme/x", "blocked", Reason::PolicyRejected)], Vec::new()).unwrap();
        set.find(&Query { text: &fold(text), ..Query::default() }).is_some_and(|found| found.rule == "acme/x")
    };
    assert!(rule("blocked") && rule("was blocked") && rule("(blocked)") && rule("不blocked") && rule("blockedness"));
    assert!(!rule("unblocked") && !rule("block") && !rule("9blocked"));
    let reason = |text: &str| RuleSet::builtin().find(&Query { text, ..Query::default() }).map(|found| found.says);
    assert_eq!(reason("550 unknown user."), Some(Says::Reason(Reason::UserUnknown)));
    assert_ne!(reason("550 unknown users are refused"), Some(Says::Reason(Reason::UserUnknown)));
}

#[test]
fn a_list_of_all_rules_tells_none() {
    let rules =
        "Rule 1: unknown users are refused. Rule 2: senders must publish an SPF record. Rule 3: greylisting applies.";
    let find = |text: &str| RuleSet::builtin().find(&Query { text: &fold(text), ..Query::default() });
    // Short, it may be an answer in which each word counts.
    assert!(find(rules).is_some());
    let padded = format!("{rules} {}", "This rule is reserved. ".repeat(30));
    assert_eq!(find(&padded), None);
    // One cause in many words is a cause.
    assert!(find(&format!("SPF record missing. {}", "See our pages. ".repeat(50))).is_some());
}

#[test]
fn an_expired_message_keeps_its_last_cause() {
    let found = |text: &str| RuleSet::builtin().find(&Query { text: &fold(text), ..Query::default() }).unwrap();
    let expired = found("host mx.example.net [192.0.2.1]: Connection timed out: retry timeout exceeded");
    assert_eq!((expired.says, expired.detail), (Says::Reason(Reason::Expired), Some(Detail::NetworkError)));
    assert_eq!(found("retry timeout exceeded").detail, None);
    assert_eq!(found("452 4.2.2 mailbox full: retry timeout exceeded").says, Says::Reason(Reason::MailboxFull));
}

/// Who is known, and how many of them have words of their own.
#[test]
fn every_provider_met_has_a_table() {
    let tables: HashSet<_> = all_rows().filter_map(|(table, _)| table.remote).collect();
    for name in [
        "google",
        "cloudflare",
        "yahoo",
        "aol",
        "yahoo-japan",
        "microsoft",
        "apple",
        "comcast",
        "cox",
        "spectrum",
        "att",
        "verizon",
        "godaddy",
        "rackspace",
        "facebook",
        "infomaniak",
        "hostpoint",
        "hey",
        "proton",
        "improvmx",
        "forwardemail",
        "fastmail",
        "tuta",
        "united-internet",
        "t-online",
        "strato",
        "bytecamp",
        "orange",
        "free",
        "sfr",
        "ziggo",
        "kpn",
        "telenet",
        "freeuk",
        "libero",
        "wp",
        "konto",
        "mail-ru",
        "yandex",
        "rambler",
        "nic-ru",
        "i-ua",
        "docomo",
        "kddi",
        "softbank",
        "ymobile",
        "biglobe",
        "ocn",
        "megaegg",
        "tencent",
        "netease",
        "coremail",
        "aliyun",
        "sina",
        "sohu",
        "naver",
        "daum",
        "zoho",
        "bigpond",
        "uol",
        "mimecast",
        "proofpoint",
        "barracuda",
        "cisco",
        "symantec",
        "trend-micro",
        "trellix",
        "mxlogic",
        "sophos",
        "fortinet",
        "hornetsecurity",
        "spamexperts",
        "mailchannels",
        "zerospam",
        "postini",
        "amazon",
    ] {
        assert!(tables.contains(name), "{name} has no table");
    }
}

#[test]
fn marks_are_found_where_they_stand() {
    for provider in crate::remote_mta::PROVIDERS.iter().flat_map(|providers| providers.iter()) {
        for mark in provider.marks {
            let text = format!("550 see mx.{mark} for more");
            assert!(crate::rule::set::marked(&text).is_some(), "{mark}");
        }
    }
}
