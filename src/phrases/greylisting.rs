//! Greylisting programs.

use crate::reason::{Fault, Reason as R};
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("greylist/recipient-address-rejected-greylisted", "recipient address rejected: greylisted", R::Greylisted,
        "450 4.2.0 a@example.com: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.com.html", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/greylisting-action-come-back", "greylisting in action, please come back in 00:05:00", R::Greylisted,
        "450 4.7.1 Greylisting in action, please come back in 00:05:00", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/policy-rejection-try-later", "policy rejection- please try later", R::Greylisted,
        "451 4.7.1 Policy Rejection- Please try later.", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/greylisting-effect-come-back", "greylisting in effect, please come back later", R::Greylisted,
        "451 4.7.1 Greylisting in effect, please come back later", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/service-temporarily-unavailable-try", "service temporarily unavailable, please try later", R::Greylisted,
        "451 4.7.1 Service temporarily unavailable, please try later", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/temporarily-rejected-try-again", "temporarily rejected, try again later", R::Greylisted,
        "451 Temporarily rejected, try again later", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/greylisted-try-again", "greylisted - please try again", R::Greylisted,
        "451 Greylisted - please try again", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/temporary-local-problem-try", "temporary local problem - please try later", R::SystemError,
        "451 Temporary local problem - please try later", "default of the greylisting software"),
    Row::new("greylist/temporary-failure-try-again-451", "temporary failure, please try again later", R::Greylisted,
        "451 Temporary failure, please try again later.", "default of the greylisting software")
            .reply(451).fault(Fault::Sender),
    Row::new("greylist/greylisted-try-again-later", "greylisted, please try again later", R::Greylisted,
        "451 4.7.1 Greylisted, please try again later", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/greylisting-enabled-try-again", "greylisting enabled, try again in 15 minutes", R::Greylisted,
        "451 4.7.1 Greylisting enabled, try again in 15 minutes", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/greylisted-try-again-2", "greylisted, please try again in", R::Greylisted,
        "451 Greylisted, please try again in 180 seconds", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/service-currently-unavailable-4-3-2", "service currently unavailable", R::Greylisted,
        "450 4.3.2 Service currently unavailable", "default of the greylisting software")
            .status("4.3.2").fault(Fault::Sender),
    Row::new("greylist/protocol-error-521", "protocol error", R::IpBlocked,
        "521 5.3.2 Protocol error", "default of the greylisting software")
            .reply(521).permanent(),
    Row::new("greylist/greylisted", "you are greylisted for", R::Greylisted,
        "451 You dont seem to have a reverse dns entry. Come back later. You are greylisted for 20 minutes. See http://www.fsf.org/about/systems/greylisting", "public logs")
            .fault(Fault::Sender),
    Row::new("greylist/unknown-triplet", "unknown triplet", R::Greylisted,
        "451 4.7.1 Temporarily deferred, please retry in 300 seconds (unknown triplet)", "common")
            .fault(Fault::Sender),
    Row::new("greylist/first-time-sender", "first time sender", R::Greylisted,
        "450 4.7.0 First time sender, try again later", "common")
            .replies(400, 499).fault(Fault::Sender),
    Row::new("greylist/graylist", "graylist", R::Greylisted,
        "450 4.7.1 graylist", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/grey-listed", "grey listed", R::Greylisted,
        "450 4.7.1 grey listed", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/gray-listed", "gray-listed", R::Greylisted,
        "450 4.7.1 gray-listed", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/temporarily-deferred-due-new", "temporarily deferred due to new sender", R::Greylisted,
        "450 4.7.1 temporarily deferred due to new sender", "default of the greylisting software")
            .fault(Fault::Sender),
    Row::new("greylist/greylist", "greylist", R::Greylisted,
        "450 4.7.1 greylist", "default of the greylisting software")
            .replies(400, 499).fault(Fault::Sender),
    Row::new("greylist/grey-listed-2", "grey-listed", R::Greylisted,
        "450 4.7.1 grey-listed", "default of the greylisting software")
            .replies(400, 499).fault(Fault::Sender),
    Row::new("greylist/gray-listed-2", "gray listed", R::Greylisted,
        "450 4.7.1 gray listed", "default of the greylisting software")
            .replies(400, 499).fault(Fault::Sender),
];
