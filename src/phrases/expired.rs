//! Giving up after the retry time. A cause that is stated beside it wins.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("filter/delivery-expired-too-old", "delivery expired (message too old)", R::Expired,
        "5.4.7 - Delivery expired (message too old) 'timeout' (delivery attempts: 68)", "from memory")
            .medium(),
    Row::new("sendmail/could-not-delivered-days", "message could not be delivered for", R::Expired,
        "Message could not be delivered for 25 days", "sendmail default wording")
            .then(&["days"]),
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
    Row::new("opensmtpd/envelope-expired", "envelope expired", R::Expired,
        "Envelope expired", "from memory")
            .medium(),
    Row::new("dma/delivery-timed-out", "delivery timed out", R::Expired,
        "delivery timed out", "seen in samples"),
    Row::new("momentum/exceeded-max-time-without", "exceeded max time without delivery", R::Expired,
        "554 5.4.7 [internal] exceeded max time without delivery", "knowledge.broadcom.com 162445"),
    Row::new("esp/expired-unable-deliver", "message expired: unable to deliver in", R::Expired,
        "554 4.4.7 Message expired: unable to deliver in 840 minutes.<451 try later>", "seen in samples"),
    Row::new("esp/too-old-602", "too old", R::Expired,
        "602 Too old", "from memory")
            .reply(602).medium(),
];
