//! Who refused: hosts, mail domains and words of each provider, one file a provider.
//!
//! Adding one: a file with a [`Provider`] and a [`Table`](crate::rule::Table), a line in [`PROVIDERS`], a line in
//! [`phrases::ORDER`](crate::phrases::ORDER).

pub(crate) mod google;

/// A provider of mailboxes or of a filter before them.
#[derive(Debug)]
pub(crate) struct Provider {
    /// The name that rule ids begin with.
    pub(crate) name: &'static str,
    /// Its MX hosts and banners: these names, and all below them.
    pub(crate) hosts: &'static [&'static str],
    /// The domains of its mailboxes.
    pub(crate) mail_domains: &'static [&'static str],
    /// Marks in a folded reply that nobody else writes.
    pub(crate) marks: &'static [&'static str],
}

/// Every provider.
pub(crate) static PROVIDERS: &[&Provider] = &[&google::PROVIDER];

/// The provider of an MX host or banner name.
pub(crate) fn provider_of(host: &str) -> Option<&'static str> {
    provider_by(host, |provider| provider.hosts)
}

/// The provider of a mail domain, such as `gmail.com`.
pub(crate) fn provider_of_mail_domain(domain: &str) -> Option<&'static str> {
    provider_by(domain, |provider| provider.mail_domains)
}

/// The provider that a mark inside a folded reply gives away.
pub(crate) fn signature(folded_text: &str) -> Option<&'static str> {
    PROVIDERS
        .iter()
        .find(|provider| provider.marks.iter().any(|mark| folded_text.contains(mark)))
        .map(|provider| provider.name)
}

/// By the longest suffix of `name` on a label boundary.
fn provider_by(name: &str, names: fn(&Provider) -> &'static [&'static str]) -> Option<&'static str> {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let mut rest = name.as_str();
    loop {
        if let Some(provider) = PROVIDERS.iter().find(|provider| names(provider).contains(&rest)) {
            return Some(provider.name);
        }
        rest = rest.split_once('.')?.1;
    }
}
