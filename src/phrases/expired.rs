//! Giving up after the retry time. A cause that is stated beside it wins.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("yahoo-japan/expired-domain", "message expired for domain", R::Expired,
        "Message expired for domain example.com. Remote host said: 550 no [RCPT_TO]", "net-trouble.portal.jp.net")
            .unmistakable(),
    Row::new("microsoft/expired", "message expired ->", R::Expired,
        "550 5.4.300 Message expired -> no", "learn.microsoft.com, NDRs in Exchange Online"),
    Row::new("filter/delivery-expired-too-old", "delivery expired (message too old)", R::Expired,
        "5.4.7 - Delivery expired (message too old) 'timeout' (delivery attempts: 68)", "from memory")
            .medium(),
    Row::new("sendmail/could-not-delivered-days", "message could not be delivered for", R::Expired,
        "Message could not be delivered for 25 days", "sendmail default wording")
            .then(&["days"]),
    Row::new("sendmail/not-collected-after", "it has not been collected after", R::Expired,
        "Sorry, it has not been collected after 5 days", "sendmail default wording"),
    Row::new("sendmail/queue-too-long", "this message has been in the queue too long", R::Expired,
        "Sorry, this message has been in the queue too long 5 days", "sendmail default wording"),
    Row::new("sendmail/queue-too-long-2", "message has been in the queue too long", R::Expired,
        "Sorry, message has been in the queue too long 5 days", "sendmail default wording"),
    Row::new("sendmail/delivery-time-expired", "delivery time expired", R::Expired,
        "Sorry, delivery time expired 5 days", "sendmail default wording"),
    Row::new("sendmail/timed-out", "message timed out", R::Expired,
        "Sorry, message timed out 5 days", "sendmail default wording"),
    Row::new("sendmail/unable-deliver-after-multiple", "unable to deliver message after multiple retries", R::Expired,
        "Sorry, unable to deliver message after multiple retries 5 days", "sendmail default wording"),
    Row::new("sendmail/not-reachable-within-allowed", "was not reachable within the allowed queue period", R::Expired,
        "Sorry, was not reachable within the allowed queue period 5 days", "sendmail default wording"),
    Row::new("sendmail/failed-deliver-domain", "failed to deliver to domain", R::Expired,
        "Sorry, failed to deliver to domain 5 days", "sendmail default wording"),
    Row::new("sendmail/retry-time-exceeded", "retry time exceeded", R::Expired,
        "Sorry, retry time exceeded 5 days", "sendmail default wording"),
    Row::new("sendmail/giving-up-after", "giving up after", R::Expired,
        "Sorry, giving up after 5 days", "sendmail default wording"),
    Row::new("sendmail/queue-lifetime", "queue lifetime", R::Expired,
        "Sorry, queue lifetime 5 days", "sendmail default wording"),
    Row::new("sendmail/too-long-queue", "too long in queue", R::Expired,
        "Sorry, too long in queue 5 days", "sendmail default wording"),
    Row::new("sendmail/delivery-expired", "delivery expired", R::Expired,
        "Sorry, delivery expired 5 days", "sendmail default wording"),
    Row::new("esp/expired-unable-deliver", "message expired: unable to deliver in", R::Expired,
        "554 4.4.7 Message expired: unable to deliver in 840 minutes.<451 try later>", "seen in samples"),
    Row::new("sendmail/expired", "message expired", R::Expired,
        "Sorry, message expired 5 days", "sendmail default wording"),
    Row::new("sendmail/expired-queue", "expired in queue", R::Expired,
        "Sorry, expired in queue 5 days", "sendmail default wording"),
    Row::new("sendmail/cannot-send-days", "cannot send message for", R::Expired,
        "Cannot send message for 25 days", "sendmail default wording")
            .then(&["days"]),
    Row::new("sendmail/will-deleted-queue", "message will be deleted from queue", R::Expired,
        "Message will be deleted from queue", "sendmail default wording"),
    Row::new("exim/retry-timeout-exceeded", "retry timeout exceeded", R::Expired,
        "retry timeout exceeded", "Exim source"),
    Row::new("exim/retry-time-not-reached", "retry time not reached for any host", R::Expired,
        "retry time not reached for any host after a long failure period", "Exim source"),
    Row::new("exim/have-failing-long-time", "have been failing for a long time", R::Expired,
        "all hosts for 'example.com' have been failing for a long time (and retry time not reached)", "Exim source"),
    Row::new("imail/delivery-failed-attempts", "delivery failed", R::Expired,
        "Delivery failed 25 attempts: a@example.com", "sisimai lhost/via-imailserver")
            .then(&["attempts:"]),
    Row::new("imail/unreachable-too-long", "unreachable for too long", R::Expired,
        "Mail server for \"example.com\" unreachable for too long", "sisimai lhost/via-imailserver"),
    Row::new("opensmtpd/envelope-expired", "envelope expired", R::Expired,
        "Envelope expired", "from memory")
            .medium(),
    Row::new("dma/delivery-timed-out", "delivery timed out", R::Expired,
        "delivery timed out", "seen in samples"),
    Row::new("dma/could-not-deliver-last", "could not deliver for the last", R::Expired,
        "Could not deliver for the last 432000 seconds. Giving up.", "seen in samples"),
    Row::new("dma/aborted-after-hour", "was aborted after", R::Expired,
        "Delevery to the following recipients was aborted after 5.0 hour(s)", "seen in samples")
            .then(&["hour"]),
    Row::new("momentum/exceeded-max-time-without", "exceeded max time without delivery", R::Expired,
        "554 5.4.7 [internal] exceeded max time without delivery", "knowledge.broadcom.com 162445"),
    Row::new("momentum/internal-timeout", "[internal] message timeout", R::Expired,
        "[internal] message timeout (exceeded max time, last transfail: 451 try later)", "knowledge.broadcom.com 162445"),
    Row::new("esp/602-too-old", "602 too old", R::Expired,
        "602 Too old", "from memory")
            .medium(),
];
