//! What users build on: auto traits, names in JSON, and that what was written yesterday is read tomorrow.

mod corpus;

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::hash::Hash;
use std::str::FromStr;

use mailbounce::{
    Action, Address, Anomaly, AnomalyKind, Attribution, Basis, Bounce, Candidate, Classifier, ClassifierBuilder,
    Complaint, Confidence, Detail, EnhancedStatus, Evidence, Fault, FeedbackType, Kind, Limits, Mailbox, Original,
    Outcome, ParseError, Persistence, Reason, Recipient, Reply, ReplyCode, Rule, RuleError, SmtpCommand, Source,
    StatusClass, StatusSubject, Timestamp, Trust, Verdict, classify,
};
use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

fn is_shared<T: Send + Sync + Unpin + Debug>() {}
fn is_value<T: Send + Sync + Unpin + Debug + Clone + PartialEq>() {}
fn is_result<T: Clone + Debug + Default + Eq + Serialize + DeserializeOwned + Send + Sync + Unpin>() {}
fn is_word<T: Copy + Ord + Hash + Default + Debug + Display + FromStr + Serialize + DeserializeOwned + Send + Sync>() {}
fn is_error<T: std::error::Error + Clone + Send + Sync + 'static>() {}

#[test]
fn types_have_the_traits_that_users_need() {
    is_shared::<Classifier>();
    is_shared::<ClassifierBuilder>();
    is_shared::<Reply<'_>>();
    is_shared::<Rule>();
    is_value::<Limits>();
    is_value::<Address>();
    is_value::<Mailbox>();
    is_value::<Candidate>();
    is_result::<Bounce>();
    is_result::<Recipient>();
    is_result::<Verdict>();
    is_result::<Evidence>();
    is_result::<Original>();
    is_result::<Complaint>();
    is_result::<Anomaly>();
    is_word::<Kind>();
    is_word::<Outcome>();
    is_word::<Action>();
    is_word::<Attribution>();
    is_word::<Trust>();
    is_word::<Confidence>();
    is_word::<Basis>();
    is_word::<Source>();
    is_word::<FeedbackType>();
    is_word::<AnomalyKind>();
    is_word::<Reason>();
    is_word::<Fault>();
    is_word::<Persistence>();
    is_word::<Detail>();
    is_word::<SmtpCommand>();
    is_word::<StatusSubject>();
    is_value::<StatusClass>();
    is_value::<EnhancedStatus>();
    is_value::<ReplyCode>();
    is_value::<Timestamp>();
    is_error::<ParseError>();
    is_error::<RuleError>();
}

/// Each word's names, and the neutral one; a line more may come, none may go or change.
#[test]
fn words_keep_their_names() {
    /// The names, after it was checked that they are read back, and that an unknown one gives the neutral word.
    fn names<T>(all: &[T]) -> String
    where
        T: Copy + Default + PartialEq + Debug + Display + FromStr + Serialize + DeserializeOwned,
    {
        let mut names = Vec::new();
        for &word in all {
            let name = word.to_string();
            assert_eq!(serde_json::to_value(word).unwrap(), json!(name));
            assert_eq!(serde_json::from_value::<T>(json!(name)).unwrap(), word);
            assert_eq!(name.parse::<T>().ok(), Some(word));
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{name}");
            names.push(name);
        }
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len(), "{names:?}");
        assert!("no-such-word".parse::<T>().is_err());
        assert_eq!(serde_json::from_value::<T>(json!("no-such-word")).unwrap(), T::default());
        format!("{}; neutral: {}", names.join(" "), T::default())
    }
    assert_eq!(
        names(Kind::ALL),
        "failure delay delivered auto-reply challenge complaint disposition not-a-bounce; neutral: not-a-bounce"
    );
    assert_eq!(names(Outcome::ALL), "failed delayed delivered relayed expanded; neutral: delayed");
    assert_eq!(names(Action::ALL), "failed delayed delivered relayed expanded expired other; neutral: other");
    assert_eq!(
        names(Attribution::ALL),
        "signed-return-path envelope-token verp envelope-id original-header original-recipient expanded-from \
         final-recipient failed-recipients text feedback-report original-to unknown; neutral: unknown"
    );
    assert_eq!(names(Trust::ALL), "signed own-mta correlated unverified; neutral: unverified");
    assert_eq!(names(Confidence::ALL), "high medium low; neutral: low");
    assert_eq!(
        names(Basis::ALL),
        "own-rule remote-mta reporting-mta phrase status reply action nothing; neutral: nothing"
    );
    assert_eq!(names(Source::ALL), "delivery-status text header session unknown; neutral: unknown");
    assert_eq!(names(FeedbackType::ALL), "abuse fraud virus not-spam opt-out auth-failure other; neutral: other");
    assert_eq!(
        names(AnomalyKind::ALL),
        "persistence-conflict reason-conflict status-conflict action-conflict unreadable-field no-recipient nested-report \
         broken-mime fields-in-text truncated other; neutral: other"
    );
    assert_eq!(
        names(Reason::ALL),
        "user-unknown mailbox-disabled mailbox-full has-moved recipient-restricted host-unknown dns-failure \
         network-error tls-failure expired system-error system-full mail-loop greylisted rate-limited ip-blocked \
         domain-blocked ptr-missing auth-failure relay-denied sender-rejected spam-content virus-detected \
         content-rejected message-too-large policy-rejected protocol-error suppressed undetermined; neutral: undetermined"
    );
    assert_eq!(names(Fault::ALL), "recipient destination sender message unknown; neutral: unknown");
    assert_eq!(names(Persistence::ALL), "permanent transient depends; neutral: depends");
    assert_eq!(
        names(Detail::ALL),
        "filter closed blocked-by-user challenge null-mx maybe-filter bounce complaint unsubscription mailbox-full \
         dns-failure network-error tls-failure greylisted rate-limited other; neutral: other"
    );
    assert_eq!(
        names(SmtpCommand::ALL),
        "connect helo starttls auth mail rcpt data end-of-data unknown; neutral: unknown"
    );
    assert_eq!(
        names(StatusSubject::ALL),
        "undefined addressing mailbox mail-system network protocol content security other; neutral: undefined"
    );
}

/// Absent is null, never left out: the names of all fields stand in every result.
#[test]
fn fields_keep_their_names() {
    fn names(value: &impl Serialize) -> Vec<String> {
        let value = serde_json::to_value(value).unwrap();
        value.as_object().unwrap().keys().cloned().collect()
    }
    fn are(value: &impl Serialize, expected: &str) {
        let expected: BTreeSet<&str> = expected.split_whitespace().collect();
        let names = names(value);
        assert_eq!(names.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected);
    }
    are(
        &Bounce::default(),
        "kind recipients reporting_mta received_from_mta dsn_gateway envelope_id arrival_date layout original complaint \
         anomalies truncated",
    );
    are(
        &Recipient::default(),
        "outcome final_recipient original_recipient mailed_to attribution candidates forwarded action status \
         reported_status reply command diagnostic remote_mta last_attempt will_retry_until final_log_id verdict trust",
    );
    are(&Verdict::default(), "reason detail fault persistence confidence evidence");
    are(&Evidence::default(), "basis rule text source");
    are(&Original::default(), "message_id subject from to date list_id feedback_id return_path headers");
    are(
        &Complaint::default(),
        "feedback_type user_agent original_mail_from source_ip reported_domain arrival_date incidents auth_failure",
    );
    are(&Anomaly::default(), "kind recipient said used");
    are(&Candidate::new("a@x.example".parse().unwrap(), Attribution::Verp), "mailbox attribution");
}

#[test]
fn what_was_written_is_read() {
    corpus::mails().par_iter().for_each(|mail| {
        let bounce = classify(&mail.bytes());
        let text = serde_json::to_string(&bounce).unwrap();
        let read: Bounce = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", mail.name));
        assert_eq!(read, bounce, "{}", mail.name);
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::from_value::<Bounce>(value).unwrap(), bounce, "{}", mail.name);
    });
}

#[test]
fn what_a_newer_version_wrote_is_read() {
    let bounce: Bounce = serde_json::from_value(json!({
        "kind": "kind-of-tomorrow",
        "new_field": {"a": 1},
        "recipients": [{
            "outcome": "outcome-of-tomorrow",
            "attribution": "attribution-of-tomorrow",
            "trust": "trust-of-tomorrow",
            "action": "action-of-tomorrow",
            "command": "command-of-tomorrow",
            "verdict": {
                "reason": "reason-of-tomorrow",
                "detail": "detail-of-tomorrow",
                "fault": "fault-of-tomorrow",
                "persistence": "persistence-of-tomorrow",
                "confidence": "confidence-of-tomorrow",
                "evidence": {"basis": "basis-of-tomorrow", "source": "source-of-tomorrow", "rule": "tomorrow/rule"},
            },
        }],
        "complaint": {"feedback_type": "type-of-tomorrow"},
        "anomalies": [{"kind": "anomaly-of-tomorrow"}],
    }))
    .unwrap();
    assert_eq!(bounce.kind, Kind::NotABounce);
    assert_eq!(bounce.failed().count(), 0);
    let recipient = &bounce.recipients[0];
    assert_eq!(recipient.attribution, Attribution::Unknown);
    assert_eq!(recipient.trust, Trust::Unverified);
    assert_eq!(recipient.action, Some(Action::Other));
    assert_eq!(recipient.command, Some(SmtpCommand::Unknown));
    let verdict = recipient.verdict.as_ref().unwrap();
    assert_eq!((verdict.reason, verdict.detail), (Reason::Undetermined, Some(Detail::Other)));
    assert_eq!((verdict.fault, verdict.persistence), (Fault::Unknown, Persistence::Depends));
    assert_eq!(verdict.confidence, Confidence::Low);
    assert_eq!((verdict.evidence.basis, verdict.evidence.source), (Basis::Nothing, Source::Unknown));
    assert_eq!(verdict.evidence.rule.as_deref(), Some("tomorrow/rule"));
    assert_eq!(bounce.complaint.as_ref().unwrap().feedback_type, FeedbackType::Other);
    assert_eq!(bounce.anomalies[0].kind, AnomalyKind::Other);
}

#[test]
fn absent_fields_are_read_as_null() {
    assert_eq!(serde_json::from_str::<Bounce>("{}").unwrap(), Bounce::default());
    assert_eq!(serde_json::from_str::<Recipient>("{}").unwrap(), Recipient::default());
    assert_eq!(serde_json::from_str::<Verdict>("{}").unwrap(), Verdict::default());
    assert_eq!(serde_json::from_str::<Evidence>("{}").unwrap(), Evidence::default());
    assert_eq!(serde_json::from_str::<Original>("{}").unwrap(), Original::default());
    assert_eq!(serde_json::from_str::<Complaint>("{}").unwrap(), Complaint::default());
    assert_eq!(serde_json::from_str::<Anomaly>("{}").unwrap(), Anomaly::default());
}

/// Values that are one string or number in JSON.
#[test]
fn values_have_one_form() {
    fn both_ways<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, json: &Value) {
        assert_eq!(&serde_json::to_value(value).unwrap(), json);
        assert_eq!(&serde_json::from_value::<T>(json.clone()).unwrap(), value);
    }
    both_ways(&"5.1.1".parse::<EnhancedStatus>().unwrap(), &json!("5.1.1"));
    both_ways(&ReplyCode::new(550).unwrap(), &json!(550));
    both_ways(&"Ada@X.example".parse::<Mailbox>().unwrap(), &json!("Ada@X.example"));
    both_ways(&Address::from("|/usr/bin/vacation"), &json!("|/usr/bin/vacation"));
    both_ways(&"2026-11-24T20:53:00Z".parse::<Timestamp>().unwrap(), &json!("2026-11-24T20:53:00Z"));
    assert!(serde_json::from_value::<ReplyCode>(json!(99)).is_err());
    assert!(serde_json::from_value::<EnhancedStatus>(json!("5.1")).is_err());
}

/// A user's test can build a result without naming every field.
#[test]
fn results_can_be_built() {
    let mut verdict = Verdict::default();
    verdict.reason = Reason::UserUnknown;
    let mut recipient = Recipient::default();
    recipient.outcome = Outcome::Failed;
    recipient.mailed_to = "ada@x.example".parse().ok();
    recipient.verdict = Some(verdict);
    let mut bounce = Bounce::default();
    bounce.kind = Kind::Failure;
    bounce.recipients.push(recipient);
    assert_eq!(bounce.failed().count(), 1);
}

#[test]
fn each_reason_has_a_fault_and_a_persistence() {
    for &reason in Reason::ALL {
        assert_eq!(reason.fault() == Fault::Unknown, reason == Reason::Undetermined, "{reason}");
        let _ = reason.persistence();
    }
}
