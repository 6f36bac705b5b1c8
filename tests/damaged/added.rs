//! Where something is added.

use mailbounce::{Bounce, Kind};
use memchr::memmem;

use crate::compare::{check_same, differs, judge, problems, worse};
use crate::mail::{field, first_text, without_fields, wrapped};

#[test]
fn with_a_warning_before_its_text() {
    let warning = "CAUTION: This email originated from outside of the organization. Do not click links or open attachments\n\
        unless you know the content is safe. Report suspicious mail to phishing@gateway.example.\n\n";
    let warned = |mail: &[u8]| {
        let (start, _) = first_text(mail)?;
        Some([&mail[..start], warning.as_bytes(), &mail[start..]].concat())
    };
    check_same(warned, &[]);
}

#[test]
fn with_a_disclaimer_behind_its_text() {
    let disclaimer = "\n--\nThis message and any attachment are confidential. If you are not the intended recipient please delete it\n\
        and inform desk@gateway.example at once. Scanned for viruses and spam by guard.gateway.example.\n";
    let disclaimed = |mail: &[u8]| {
        // Behind the only part of a mail it would stand in the returned message.
        let (_, end) = first_text(mail).filter(|(_, end)| *end < mail.len())?;
        Some([&mail[..end], disclaimer.as_bytes(), &mail[end..]].concat())
    };
    check_same(disclaimed, &[]);
}

/// A gateway that puts what it has to say into a part of its own.
#[test]
fn beside_a_part_of_a_gateway() {
    // What is a receipt by the type of the whole mail only is none as a part.
    let excepted = [
        "negatives/disposition/10-disposition-without-subtype.eml",
        "negatives/disposition/16-smime-signed-receipt.eml",
        // It writes as the person whom it guards.
        "hand-built/boxbe/01-action-required.eml",
    ];
    let warning = "CAUTION: This email originated from outside of the organization.\nReport suspicious mail to phishing@gateway.example.\n";
    check_same(|mail| wrapped(mail, warning, ""), &excepted);
    check_same(|mail| wrapped(mail, "", "This message has been scanned for viruses.\n"), &excepted);
}

/// What the hosts that it passed put before its header.
#[test]
fn with_the_fields_of_its_way() {
    let fields = "Delivered-To: bounces@shop.example\nX-Original-To: bounces@shop.example\nEnvelope-To: bounces@shop.example\n\
        Received: by mail.shop.example with SMTP id y1csp1234567pxv; Tue, 24 Nov 2026 01:02:03 -0800 (PST)\n\
        ARC-Seal: i=1; a=rsa-sha256; t=1637744523; cv=none;\n d=gateway.example; s=arc-20160816; b=abc\n\
        Authentication-Results: mx.shop.example; spf=fail (550 5.7.1 not permitted) smtp.helo=mx.relay.example; dkim=none\n\
        X-Spam-Status: No, score=-1.9 required=5.0 tests=BAYES_00,URIBL_BLOCKED\n\tautolearn=ham version=3.4.2\n";
    check_same(|mail| Some([fields.as_bytes(), mail].concat()), &[]);
}

#[test]
fn with_a_tag_before_its_subject() {
    let place = |mail: &[u8]| field(mail, "subject", "").map(|at| at + "subject:".len());
    let tagged = |mail: &[u8]| place(mail).map(|at| [&mail[..at], b" [EXT]", &mail[at..]].concat());
    // This one answers under the subject of the bounce that it was opened by.
    check_same(tagged, &["negatives/auto-reply/45-ticket-zendesk-bounce-subject.eml"]);
}

/// Where bounces come back to a group, which puts itself into `From` and keeps the writer elsewhere. Nothing becomes a bounce by that, and
/// bounces stay what they are.
#[test]
fn through_a_group() {
    // LISTSERV's name alone is no mark of a mail system.
    let excepted = ["hand-built/listserv/01-delivery-error.eml"];
    for (group, keeps) in [
        ("returns@shop.example", "X-Original-From"),
        ("bounces@shop.example", "X-Original-From"),
        ("bounces@shop.example", "Reply-To"),
        ("postmaster@shop.example", "Reply-To"),
    ] {
        let compare = |whole: &Bounce, damaged: &Bounce| match whole.kind {
            Kind::Failure | Kind::Delay | Kind::Complaint => differs(whole, damaged),
            _ => worse(whole, damaged),
        };
        judge(&problems(|mail| sent_on(mail, group, keeps), compare), &excepted);
    }
}

/// What those who send to many put into the header of their mails, and what hosts on its way add, says nothing of the bounce.
#[test]
fn with_the_fields_of_a_newsletter_in_the_returned_message() {
    let fields = "DKIM-Signature: v=1; a=rsa-sha256; d=brand.example; s=m1;\n h=from:to:subject; bh=StjnvvTNtAO7tkhvlEvUS=;\n b=Hr3DfSmVbBlo\n\
        List-Id: News <news.brand.example>\nList-Unsubscribe: <mailto:leave@brand.example>,\n <https://brand.example/u/1>\n\
        List-Unsubscribe-Post: List-Unsubscribe=One-Click\nList-Post: NO\nFeedback-ID: 7:news:brand\nPrecedence: bulk\n\
        Auto-Submitted: auto-generated\nX-Auto-Response-Suppress: All\nReply-To: hello@brand.example\nSender: bulk@brand.example\n\
        Errors-To: errors@brand.example\nDisposition-Notification-To: receipts@brand.example\nX-Spam-Flag: YES\n\
        Authentication-Results: mx.relay.example; spf=fail (550 5.7.1 not permitted) smtp.mailfrom=bulk@brand.example; dkim=fail\n";
    let dressed = |mail: &[u8]| {
        let at = last_subject(mail)?;
        Some([&mail[..at], fields.as_bytes(), &mail[at..]].concat())
    };
    check_same(dressed, &[]);
}

/// The mail as a group of this address sends it to its members, with the writer kept in this field.
fn sent_on(mail: &[u8], group: &str, keeps: &str) -> Option<Vec<u8>> {
    let at =
        field(mail, "from", "").filter(|at| *at < memmem::find(mail, b"\n\n").unwrap_or_default())? + "from:".len();
    let ends = |end: &usize| !matches!(mail.get(end + 1), Some(b' ' | b'\t'));
    let end = memchr::memchr_iter(b'\n', &mail[at..]).map(|feed| at + feed).find(ends)?;
    let from = String::from_utf8_lossy(&mail[at..end]);
    let name = from.split(['<', '(']).next().unwrap_or_default().trim().replace('"', "");
    let fields = format!(
        "Return-Path: <group+bncBDZ2L@shop.example>\nX-BeenThere: {group}\nFrom: \"'{name}' via Group\" <{group}>\n\
        {keeps}:{from}\nPrecedence: list\nList-ID: <group.shop.example>\n\
        List-Post: <mailto:{group}>\nMailing-list: list {group}; contact group+owners@shop.example\n"
    );
    let rest = without_fields(mail, &["return-path", "precedence", "reply-to", "from"])?;
    Some([fields.as_bytes(), &rest].concat())
}

/// Where the last `Subject` of a mail stands that is not its own, if `From` stands near it.
pub(crate) fn last_subject(mail: &[u8]) -> Option<usize> {
    let header = memmem::find(mail, b"\n\n")?;
    let lower = mail.to_ascii_lowercase();
    let at = memmem::rfind(&lower, b"\nsubject:").filter(|at| *at > header)? + 1;
    let near = &lower[at.saturating_sub(1500).max(header)..lower.len().min(at + 1500)];
    memmem::find(near, b"\nfrom:").map(|_| at)
}
