//! Italian.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("it/utente-sconosciuto", "utente sconosciuto", R::UserUnknown,
        "Utente sconosciuto", "common localised wording"),
    Row::new("it/utente-inesistente", "utente inesistente", R::UserUnknown,
        "utente inesistente", "common localised wording"),
    Row::new("it/destinatario-sconosciuto", "destinatario sconosciuto", R::UserUnknown,
        "destinatario sconosciuto", "common localised wording"),
    Row::new("it/indirizzo-non-trovato", "indirizzo non trovato", R::UserUnknown,
        "indirizzo non trovato", "common localised wording"),
    Row::new("it/casella-inesistente", "casella inesistente", R::UserUnknown,
        "casella inesistente", "common localised wording"),
    Row::new("it/indirizzo-inesistente", "indirizzo inesistente", R::UserUnknown,
        "indirizzo inesistente", "common localised wording"),
    Row::new("it/casella-piena", "casella piena", R::MailboxFull,
        "Casella piena", "common localised wording"),
    Row::new("it/casella-di-posta-piena", "casella di posta piena", R::MailboxFull,
        "casella di posta piena", "common localised wording"),
    Row::new("it/quota-superata", "quota superata", R::MailboxFull,
        "quota superata", "common localised wording"),
    Row::new("it/spazio-esaurito", "spazio esaurito", R::MailboxFull,
        "spazio esaurito", "common localised wording"),
    Row::new("it/mailbox-piena", "mailbox piena", R::MailboxFull,
        "mailbox piena", "common localised wording"),
    Row::new("it/mancata-consegna-per-superamento", "mancata consegna per superamento tempo massimo", R::Expired,
        "mancata consegna per superamento tempo massimo", "common localised wording")
            .medium(),
    Row::new("it/mancata-consegna-per-virus", "mancata consegna per virus informatico", R::VirusDetected,
        "mancata consegna per virus informatico", "common localised wording")
            .medium(),
];
