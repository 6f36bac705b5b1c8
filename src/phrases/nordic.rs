//! Swedish, Danish, Norwegian, Finnish.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("nordic/user-unknown", "okänd användare", R::UserUnknown,
        "Okänd användare", "common localised wording"),
    Row::new("nordic/mottagaren-finns-inte", "mottagaren finns inte", R::UserUnknown,
        "mottagaren finns inte", "common localised wording"),
    Row::new("nordic/ukendt-bruger", "ukendt bruger", R::UserUnknown,
        "ukendt bruger", "common localised wording"),
    Row::new("nordic/ukjent-bruker", "ukjent bruker", R::UserUnknown,
        "ukjent bruker", "common localised wording"),
    Row::new("nordic/user-unknown-2", "tuntematon käyttäjä", R::UserUnknown,
        "tuntematon käyttäjä", "common localised wording"),
    Row::new("nordic/user-unknown-3", "osoitetta ei löytynyt", R::UserUnknown,
        "osoitetta ei löytynyt", "common localised wording"),
];
