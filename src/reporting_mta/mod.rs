//! Who wrote a free-text notice, and whom it speaks of. Half of all real bounces have no report fields.
//!
//! Nearly all writers do the same thing: an opening sentence of their own, then recipients, each followed by what was said. So
//! [`layouts`] knows the sentences (a row each), and [`scan`] reads recipients the same way in all of them. Neither gives a
//! reason: that is the rules' part.

mod additions;
mod layouts;
mod mention;
mod scan;
pub(crate) mod split;

use std::collections::HashMap;

use crate::bounce::Outcome;
use crate::limits::Limits;
use crate::mailbox::{Address, Mailbox};
use crate::reply::SmtpCommand;

pub(crate) use additions::{may_hold_additions, without_additions};
pub(crate) use layouts::Wording;
pub(crate) use layouts::{Announcement, announcement, announces_delay, may_be_over, tells_of_parcels};
pub(crate) use mention::is_daemon;

/// A notice to be read: everything before the returned message.
#[derive(Debug)]
pub(crate) struct Letter<'a> {
    pub(crate) text: &'a str,
    /// The same in ASCII lower case.
    pub(crate) lower: &'a str,
    /// Addresses that are ours or the mail system's own: no recipient, unless the layout puts one where recipients stand.
    pub(crate) not_recipients: &'a [Mailbox],
    /// The domain of names without one: that of the provider of mailboxes that wrote the notice.
    pub(crate) home: Option<&'a str>,
    pub(crate) limits: &'a Limits,
}

/// One recipient that a notice speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heard {
    pub(crate) address: Address,
    /// The address that it was expanded or generated from.
    pub(crate) expanded_from: Option<Mailbox>,
    /// What the notice says of it, lines joined.
    pub(crate) text: String,
    pub(crate) outcome: Option<Outcome>,
    pub(crate) command: Option<SmtpCommand>,
}

impl Heard {
    pub(crate) fn new(address: Address) -> Self {
        Self { address, expanded_from: None, text: String::new(), outcome: None, command: None }
    }
}

/// As many recipients are compared one by one; of more there is a table.
const FEW: usize = 8;

/// Finds recipients by their mailbox, each once.
#[derive(Debug)]
pub(crate) enum ByMailbox<'n> {
    /// With a bit for each that was found.
    Few(&'n [Heard], u8),
    Many(HashMap<&'n Mailbox, &'n Heard>),
}

impl<'n> ByMailbox<'n> {
    pub(crate) fn new(all: &'n [Heard]) -> Self {
        if all.len() <= FEW {
            Self::Few(all, 0)
        } else {
            Self::Many(all.iter().rev().filter_map(|heard| Some((heard.address.mailbox()?, heard))).collect())
        }
    }

    /// The first of this mailbox, unless it was taken before.
    pub(crate) fn take(&mut self, mailbox: &Mailbox) -> Option<&'n Heard> {
        match self {
            Self::Few(all, taken) => {
                let (at, heard) = (0..).zip(*all).find(|(_, heard)| heard.address.mailbox() == Some(mailbox))?;
                let before = *taken;
                *taken |= 1 << at;
                (before != *taken).then_some(heard)
            }
            Self::Many(table) => table.remove(mailbox),
        }
    }
}

/// A notice, read.
#[derive(Debug, Default)]
pub(crate) struct Notice {
    /// Who wrote it; none where only the general reading fits.
    pub(crate) layout: Option<&'static str>,
    pub(crate) recipients: Vec<Heard>,
    /// What stands before the first recipient.
    pub(crate) preamble: String,
    /// Where the recipients stand is known, not guessed.
    pub(crate) strong: bool,
    /// A cap was met.
    pub(crate) truncated: bool,
}

/// Reads a notice whose wording is known.
pub(crate) fn read(letter: &Letter<'_>, wording: &Wording) -> Notice {
    Notice { layout: wording.layout, ..scan::read(letter, wording) }
}
