//! French.

use crate::reason::Reason as R;
use crate::rule::{Row, Table};

/// The rows.
pub(crate) static TABLE: Table = Table::of_phrases(ROWS);

#[rustfmt::skip] // A row is two or three lines.
const ROWS: &[Row] = &[
    Row::new("fr/utilisateur-inconnu", "utilisateur inconnu", R::UserUnknown,
        "550 Utilisateur inconnu", "KumoMTA community rules"),
    Row::new("fr/recipient-address-rejected-mailbox", "recipient address rejected: this mailbox is inactive", R::MailboxDisabled,
        "450 4.2.1 a@example.com: Recipient address rejected: this mailbox is inactive", "public logs")
            .transient(),
    Row::new("fr/destinataire-inconnu", "destinataire inconnu", R::UserUnknown,
        "Destinataire inconnu", "common localised wording"),
    Row::new("fr/adresse-d-au-moins", "adresse d'au moins un destinataire invalide", R::UserUnknown,
        "Adresse d'au moins un destinataire invalide", "common localised wording"),
    Row::new("fr/user-unknown", "boîte aux lettres inexistante", R::UserUnknown,
        "boîte aux lettres inexistante", "common localised wording"),
    Row::new("fr/l-adresse-n-existe", "l'adresse n'existe pas", R::UserUnknown,
        "L'adresse n'existe pas", "common localised wording"),
    Row::new("fr/adresse-introuvable", "adresse introuvable", R::UserUnknown,
        "adresse introuvable", "common localised wording"),
    Row::new("fr/mailbox-full", "boîte pleine", R::MailboxFull,
        "Boîte pleine", "common localised wording"),
    Row::new("fr/mailbox-full-2", "boîte aux lettres pleine", R::MailboxFull,
        "boîte aux lettres pleine", "common localised wording"),
    Row::new("fr/mailbox-full-3", "quota dépassé", R::MailboxFull,
        "quota dépassé", "common localised wording"),
    Row::new("fr/espace-disque-insuffisant", "espace disque insuffisant", R::MailboxFull,
        "espace disque insuffisant", "common localised wording"),
    Row::new("fr/mailbox-disabled", "compte bloqué", R::MailboxDisabled,
        "Compte bloqué", "common localised wording"),
    Row::new("fr/mailbox-disabled-2", "compte désactivé", R::MailboxDisabled,
        "compte désactivé", "common localised wording"),
    Row::new("fr/compte-suspendu", "compte suspendu", R::MailboxDisabled,
        "compte suspendu", "common localised wording"),
    Row::new("fr/mailbox-disabled-3", "boîte archivée", R::MailboxDisabled,
        "boîte archivée", "common localised wording"),
    Row::new("fr/compte-du-destinataire-est", "compte du destinataire est bloque", R::MailboxDisabled,
        "compte du destinataire est bloque", "common localised wording"),
    Row::new("fr/trop-de-connexions", "trop de connexions", R::RateLimited,
        "Trop de connexions", "common localised wording")
            .medium(),
    Row::new("fr/veuillez-essayer-plus-tard", "veuillez essayer plus tard", R::RateLimited,
        "Veuillez essayer plus tard", "common localised wording")
            .medium(),
    Row::new("fr/service-refuse", "service refuse", R::RateLimited,
        "Service refuse", "common localised wording")
            .medium(),
];
