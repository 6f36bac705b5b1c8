//! The rules, through the public API: what providers say, and rules of the caller's own.

#![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

use mailbounce::{
    Basis, Classifier, Confidence, Detail, Fault, Persistence, Reason, Reply, Rule, SmtpCommand, Verdict,
};

#[track_caller]
fn verdict(host: &str, command: Option<SmtpCommand>, reply: &str) -> Verdict {
    let mut it = Reply::new(reply.as_bytes());
    if !host.is_empty() {
        it = it.remote_mta(host);
    }
    if let Some(command) = command {
        it = it.command(command);
    }
    mailbounce::classify_reply(&it)
}

#[track_caller]
fn says(host: &str, reply: &str, reason: Reason, fault: Fault, persistence: Persistence) {
    let it = verdict(host, None, reply);
    assert_eq!((it.reason, it.fault, it.persistence), (reason, fault, persistence), "{reply}: {:?}", it.evidence);
}

#[test]
fn words_beat_codes_that_lie() {
    use {Fault as F, Persistence as P, Reason as R};
    let godaddy = "mx.secureserver.net";
    says(
        godaddy,
        "550 5.1.1 <a@example.com> - 192.0.2.1 has sent to too many recipients this hour. IB607",
        R::RateLimited,
        F::Sender,
        P::Transient,
    );
    says(
        "mta7.am0.yahoodns.net",
        "552 1 Requested mail action aborted, mailbox not found",
        R::UserUnknown,
        F::Recipient,
        P::Permanent,
    );
    says(
        "mta7.am0.yahoodns.net",
        "421 4.7.1 [TS03] All messages from 192.0.2.1 will be permanently deferred",
        R::IpBlocked,
        F::Sender,
        P::Permanent,
    );
    says(
        "example-com.mail.protection.outlook.com",
        "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)",
        R::UserUnknown,
        F::Recipient,
        P::Permanent,
    );
    says(
        "gmail-smtp-in.l.google.com",
        "550 5.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages",
        R::RateLimited,
        F::Recipient,
        P::Transient,
    );
    says("mx.comcast.net", "452 4.1.1 <a@comcast.net> user over quota", R::MailboxFull, F::Recipient, P::Transient);
}

#[test]
fn lines_of_one_reply_are_one_text() {
    let gmail = "550-5.1.1 The email account that you tried to reach does not exist. Please try\r\n\
                 550-5.1.1 double-checking the recipient's email address for typos or\r\n\
                 550 5.1.1 unnecessary spaces. k3x9 - gsmtp\r\n";
    let it = verdict("", None, gmail);
    assert_eq!(
        (it.reason, it.confidence, it.evidence.basis),
        (Reason::UserUnknown, Confidence::High, Basis::RemoteMta)
    );
}

#[test]
fn the_same_words_at_another_stage_mean_another_thing() {
    let docomo = "mfsmax.docomo.ne.jp";
    let at = |command| verdict(docomo, Some(command), "550 Unknown user a@docomo.ne.jp");
    assert_eq!(at(SmtpCommand::Rcpt).reason, Reason::UserUnknown);
    assert_eq!(
        (at(SmtpCommand::EndOfData).reason, at(SmtpCommand::EndOfData).detail),
        (Reason::RecipientRestricted, Some(Detail::Filter))
    );
    let unsure = verdict(docomo, None, "550 Unknown user a@docomo.ne.jp");
    assert_eq!((unsure.reason, unsure.detail), (Reason::UserUnknown, Some(Detail::MaybeFilter)));
    assert_eq!(verdict("", Some(SmtpCommand::Mail), "550 5.1.8 No such domain").reason, Reason::SenderRejected);
}

#[test]
fn a_sender_or_a_message_never_costs_the_address() {
    for reply in [
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org",
        "550 5.7.1 Unauthenticated email from example.org is not accepted due to domain's DMARC policy",
        "550 5.1.8 Sender address rejected: User unknown in virtual alias table",
        "451 VS1-MF Excessive unknown recipients - possible Open Relay (#4.1.8)",
        "550 message looks like spam",
        "552 5.3.4 Message size exceeds fixed limit",
        "554 rejected - no rDNS",
        "421 too many invalid recipients",
    ] {
        let it = verdict("", None, reply);
        assert!(matches!(it.fault, Fault::Sender | Fault::Message), "{reply}: {it:?}");
    }
}

#[test]
fn languages_are_read() {
    for (reply, reason) in [
        ("550 Empfänger unbekannt", Reason::UserUnknown),
        ("550 Boîte aux lettres pleine", Reason::MailboxFull),
        ("550 Usuario desconocido", Reason::UserUnknown),
        ("552 Casella piena", Reason::MailboxFull),
        ("550 Usuário desconhecido", Reason::UserUnknown),
        ("550 Odbiorca nie istnieje", Reason::UserUnknown),
        ("550 Почтовый ящик переполнен", Reason::MailboxFull),
        ("550 Postbus vol", Reason::MailboxFull),
        ("550 Okänd användare", Reason::UserUnknown),
        ("550 宛先のメールアドレスが見つかりません", Reason::UserUnknown),
        ("550 该用户不存在", Reason::UserUnknown),
        ("550 信箱已滿", Reason::MailboxFull),
    ] {
        assert_eq!(verdict("", None, reply).reason, reason, "{reply}");
    }
}

#[test]
fn own_rules_decide_first_or_last() {
    let classifier = Classifier::builder()
        .rule_before(
            Rule::phrase("acme/gone", "user unknown", Reason::MailboxDisabled)
                .with_remote("acme.example")
                .with_status("5.1.x")
                .with_sample("550 5.1.1 User unknown"),
        )
        .rule_before(Rule::regex("acme/held", r"\bheld-\d{4}\b", Reason::SpamContent).with_fault(Fault::Message))
        .rule_after(Rule::phrases("acme/zone", &["zone", "is closed"], Reason::PolicyRejected))
        .build()
        .unwrap();
    let of = |host: &'static str, reply: &'static str| {
        let it = classifier.classify_reply(&Reply::new(reply.as_bytes()).remote_mta(host));
        (it.reason, it.evidence.basis, it.evidence.rule.unwrap_or_default().into_owned())
    };
    assert_eq!(
        of("mx1.acme.example", "550 5.1.1 User unknown"),
        (Reason::MailboxDisabled, Basis::OwnRule, "acme/gone".into())
    );
    assert_eq!(of("mx1.other.example", "550 5.1.1 User unknown").0, Reason::UserUnknown);
    assert_eq!(of("mx1.acme.example", "450 4.1.1 User unknown").0, Reason::UserUnknown);
    assert_eq!(of("mx.example", "554 HELD-1234 user unknown").2, "acme/held");
    assert_eq!(of("mx.example", "554 this zone is closed").2, "acme/zone");
}

#[test]
fn a_wrong_rule_is_refused_by_its_name() {
    let refused = |rule: Rule| Classifier::builder().rule_before(rule).build().unwrap_err();
    let phrase = |text| Rule::phrase("acme/bad", text, Reason::PolicyRejected);
    for rule in [
        phrase(""),
        phrase("no"),
        phrase("blocked").with_reply(42),
        phrase("blocked").with_status("5.x"),
        phrase("blocked").with_sample("nothing of the kind"),
        Rule::regex("acme/bad", "(", Reason::PolicyRejected),
        Rule::regex("acme/bad", ".*", Reason::PolicyRejected),
    ] {
        let error = refused(rule);
        assert_eq!(error.rule(), "acme/bad");
        assert!(error.to_string().starts_with("rule \"acme/bad\": "), "{error}");
    }
    let twice = Classifier::builder().rule_before(phrase("blocked")).rule_after(phrase("refused")).build();
    assert!(twice.unwrap_err().is_duplicate());
}
