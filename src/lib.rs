//! Reads bounce mails.
