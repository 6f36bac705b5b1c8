//! What users rely on without writing it down: object safety, auto traits, stable names.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

use mailbounce::suppression::presets::*;
use mailbounce::suppression::*;

fn is_shareable<T: Send + Sync + Unpin + std::panic::UnwindSafe + std::panic::RefUnwindSafe>() {}
fn is_send_sync<T: Send + Sync>() {}

#[test]
fn traits_are_object_safe() {
    fn ledger(_: &dyn Ledger, _: Box<dyn Ledger>, _: std::sync::Arc<dyn Ledger>) {}
    fn asynchronous(_: &dyn AsyncLedger, _: Box<dyn AsyncLedger>, _: std::sync::Arc<dyn AsyncLedger>) {}
    fn policy(_: &dyn SuppressionPolicy, _: Box<dyn SuppressionPolicy>, _: std::sync::Arc<dyn SuppressionPolicy>) {}
    let _ = (ledger, asynchronous, policy);
}

#[test]
fn forwarders_are_themselves() {
    fn is_ledger<T: Ledger>() {}
    fn is_async<T: AsyncLedger>() {}
    fn is_policy<T: SuppressionPolicy>() {}
    is_ledger::<&MemoryLedger>();
    is_ledger::<Box<dyn Ledger>>();
    is_ledger::<std::sync::Arc<SqliteLedger>>();
    is_async::<&Blocking<MemoryLedger>>();
    is_async::<Box<dyn AsyncLedger>>();
    is_async::<std::sync::Arc<dyn AsyncLedger>>();
    is_policy::<&Standard>();
    is_policy::<Box<dyn SuppressionPolicy>>();
    is_policy::<std::sync::Arc<dyn SuppressionPolicy>>();
    is_policy::<Rules<Box<dyn SuppressionPolicy>>>();
}

#[test]
fn auto_traits() {
    is_shareable::<Event>();
    is_shareable::<EventId>();
    is_shareable::<History>();
    is_shareable::<Decision>();
    is_shareable::<Surroundings>();
    is_shareable::<Standard>();
    is_shareable::<Guide>();
    is_shareable::<Rules<Standard>>();
    is_shareable::<Guard>();
    is_shareable::<MemoryLedger>();
    is_shareable::<Story>();
    is_shareable::<mailbounce::SignedReturnPath>();
    is_send_sync::<SqliteLedger>();
    is_send_sync::<LedgerError>();
    is_send_sync::<SuppressionList<SqliteLedger>>();
    is_send_sync::<AsyncSuppressionList<Blocking<SqliteLedger>>>();
    is_send_sync::<Ses>();
}

#[test]
fn futures_of_the_async_list_are_send() {
    fn is_send<T: Send>(_: T) {}
    let list = AsyncSuppressionList::new(Blocking(MemoryLedger::new()));
    let (mailbox, bounce) = ("a@example.jp".parse().unwrap(), mailbounce::Bounce::default());
    let now = mailbounce::Timestamp(0);
    is_send(list.observe(&bounce, now));
    is_send(list.may_send(&mailbox, now));
    is_send(list.prune(now, now));
    is_send(list.explain(&mailbox, now));
}

#[test]
fn names_are_stable() {
    let words = |all: &[&str]| all.join(" ");
    let answers: Vec<&str> = Answer::ALL.iter().map(|w| w.as_str()).collect();
    assert_eq!(words(&answers), "send later hold stop");
    let scopes: Vec<&str> = Scope::ALL.iter().map(|w| w.as_str()).collect();
    assert_eq!(words(&scopes), "address domain provider");
    let places: Vec<&str> = Place::ALL.iter().map(|w| w.as_str()).collect();
    assert_eq!(words(&places), "provider server");
    let advice: Vec<&str> = Advice::ALL.iter().map(|w| w.as_str()).collect();
    assert_eq!(
        words(&advice),
        "slow-down delist-ip delist-domain fix-authentication fix-reverse-dns fix-sender fix-relay fix-content reduce-size \
         find-virus fix-protocol review-service-list reach-another-way ask-new-address remove-forwarding permit-our-domain \
         answer-challenge wait other"
    );
    let decision = Decision::hold(mailbounce::Timestamp(0)).because("a/b", vec![], 2).advise(Advice::SlowDown);
    assert_eq!(
        serde_json::to_string(&decision).unwrap(),
        r#"{"answer":"hold","until":"1970-01-01T00:00:00Z","scope":"address","probe":false,"why":[{"rule":"a/b","events":[],"needed":2}],"advice":["slow-down"]}"#
    );
    let newer = r#"{"answer":"hesitate","advice":["pray"]}"#;
    let read: Decision = serde_json::from_str(newer).unwrap();
    assert_eq!((read.answer(), read.advice()), (Answer::Send, &[Advice::Other][..]));
}

#[test]
fn errors_say_whether_to_try_again_and_keep_their_source() {
    use std::error::Error;
    let error = LedgerError::retryable("recording", std::io::Error::other("locked"));
    assert!(error.is_retryable() && error.source().is_some());
    assert_eq!(error.to_string(), "ledger: recording: locked");
    assert!(!LedgerError::permanent("opening", "no such file").is_retryable());
}
