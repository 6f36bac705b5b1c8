//! English words of no program in particular that can only mean one thing. Within a reason's part the order is free; between
//! them, what speaks of the sender or the message comes before what speaks of the recipient.

mod destination;
mod mailbox;
mod message;
mod sender;
mod unknown_user;

use crate::rule::Table;

/// The rows, part by part.
pub(crate) static TABLES: &[Table] = &[
    Table::of_phrases(sender::ROWS),
    Table::of_phrases(message::ROWS),
    Table::of_phrases(mailbox::ROWS),
    Table::of_phrases(unknown_user::ROWS),
    Table::of_phrases(destination::ROWS),
];
