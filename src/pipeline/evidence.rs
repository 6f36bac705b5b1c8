//! Whether a mail in free text may be a notice: its marks, its subject and its words.

use super::{Context, Mail, conclude, outcome};
use crate::auto_reply;
use crate::envelope;
use crate::fields::Fields;
use crate::reporting_mta::{self, Announcement, Wording};
use crate::rule::fold;
use crate::transcript;

/// A text from a mail system that is shorter than this has no room for anything but its notice, in octets.
const SHORT: usize = 400;

/// What the subjects of ticket systems begin with, folded: people paste bounces into tickets.
const TICKETS: [&str; 5] = ["[ticket", "[rt #", "[jira]", "[case", "[#"];

/// Whether a subject is a ticket's: `[Ticket#2026...]`, `INC0012345`.
fn is_of_a_ticket(subject: &str) -> bool {
    let number = subject.strip_prefix("inc").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    number || TICKETS.iter().any(|tag| subject.starts_with(tag))
}

/// Whether Exchange says that it is a report, of failure or not.
fn is_ndr(header: &Fields<'_>) -> bool {
    header.has("x-ms-exchange-message-is-ndr")
}

/// What speaks for a notice.
pub(super) struct Evidence<'m> {
    pub(super) wording: Wording,
    announcement: Option<Announcement<'m>>,
    /// Nothing else writes so.
    pub(super) sure: bool,
}

impl<'m> Evidence<'m> {
    /// What there is of it in a mail, if that may be a notice.
    pub(super) fn of(context: &Context<'_>, mail: &'m Mail<'_>) -> Option<Self> {
        let (marks, header) = (&mail.marks, &mail.message.header);
        let announcement = reporting_mta::announcement(mail.subject());
        let announced = announcement.is_some();
        // From a mail system, or from nobody knows whom but with all the rest: an announcing subject, known words, a returned message.
        let system = marks.is_daemon() || marks.is_machine() && marks.is_like_a_report();
        let stranger = announced && !marks.person && !mail.enclosed && envelope::may_be_a_system(header);
        if !system && !stranger && !marks.automatic || marks.is_no_system(header) {
            return None;
        }
        if !announced && !marks.daemon_from && !marks.is_like_a_report() && is_of_a_ticket(mail.subject()) {
            return None;
        }
        let readable = mail.readable(context.limits);
        let text = readable.text();
        let folded = fold(text);
        let wording = outcome::own_wording(Wording::of(&folded), text, readable.lower());
        if wording.is_log {
            return None;
        }
        // A list manager that marks all that it sends; posts don't return anything.
        let list = header.has("x-mlserver") && (wording.layout == Some("fml") || readable.original().is_some());
        let sure = wording.is_known
            || list
            || !marks.failed_recipients.is_empty()
            || is_ndr(header) && transcript::find_reply(text).is_some()
            || wording.delayed && announced && marks.is_daemon();
        let short = text.len() < SHORT;
        let plausible = list
            || system && (sure || announced || wording.layout.is_some())
            || marks.null_sender && marks.robot && short
            || stranger
                && wording.layout.is_some()
                && (short && envelope::is_to_bounces(header) || conclude::original(context, mail).is_some());
        // Couriers fail to deliver, too, and return nothing by mail.
        let of_a_parcel = || {
            !wording.is_known
                && !marks.robot
                && readable.original().is_none()
                && transcript::find_reply(text).is_none()
                && reporting_mta::tells_of_parcels(&folded)
        };
        if !plausible || of_a_parcel() {
            return None;
        }
        let evidence = Self { wording, announcement, sure };
        (!evidence.is_outweighed(context, mail, text)).then_some(evidence)
    }

    /// Whether the subject announces a notice.
    pub(super) fn announced(&self) -> bool {
        self.announcement.is_some()
    }

    /// What the mail system says in the subject.
    pub(super) fn said_in_subject(&self, mail: &'m Mail<'_>) -> &'m str {
        self.announcement.map_or_else(|| mail.subject(), |announcement| announcement.said)
    }

    /// Whether more tells that it is an absence notice, a receipt or a challenge, whatever words that quotes.
    fn is_outweighed(&self, context: &Context<'_>, mail: &Mail<'_>, text: &str) -> bool {
        let marks = &mail.marks;
        let by_system = marks.daemon_from || is_ndr(&mail.message.header) || marks.is_like_a_report();
        // A mail system repeats a subject of ours that looks like one.
        let refuses = || marks.robot && (self.wording.is_known || transcript::find_reply(text).is_some());
        let label = self.announcement.map_or_else(|| mail.subject(), |announcement| announcement.before);
        !by_system && auto_reply::is_marked(&mail.message.header)
            || context.subject_kind(label).is_some() && !refuses()
            || !self.wording.is_known && !marks.daemon_from && context.body_kind(mail).is_some()
    }
}
