//! Who refused: hosts, mail domains and words of each provider, one file a provider.
//!
//! Adding one: a file with a [`Provider`] and a [`Table`](crate::rule::Table) of rows, `mod` and a line in [`PROVIDERS`]
//! here, a line in [`phrases::ORDER`](crate::phrases::ORDER).

use once_cell::sync::Lazy;

pub(crate) mod amazon;
pub(crate) mod aol;
pub(crate) mod apple;
pub(crate) mod att;
pub(crate) mod barracuda;
pub(crate) mod benelux_uk;
pub(crate) mod boutique;
pub(crate) mod chinese_hosts;
pub(crate) mod cisco;
pub(crate) mod cloudflare;
pub(crate) mod comcast;
pub(crate) mod coremail;
pub(crate) mod cox;
pub(crate) mod docomo;
pub(crate) mod facebook;
pub(crate) mod french_hosts;
pub(crate) mod gateways;
pub(crate) mod german_hosts;
pub(crate) mod godaddy;
pub(crate) mod google;
pub(crate) mod italian_hosts;
pub(crate) mod japanese_isps;
pub(crate) mod kddi;
pub(crate) mod korean_hosts;
pub(crate) mod microsoft;
pub(crate) mod mimecast;
pub(crate) mod netease;
pub(crate) mod orange;
pub(crate) mod polish_hosts;
pub(crate) mod proofpoint;
pub(crate) mod rackspace;
pub(crate) mod russian_hosts;
pub(crate) mod softbank;
pub(crate) mod spectrum;
pub(crate) mod symantec;
pub(crate) mod t_online;
pub(crate) mod telecoms;
pub(crate) mod tencent;
pub(crate) mod trellix;
pub(crate) mod trend_micro;
pub(crate) mod united_internet;
pub(crate) mod verizon;
pub(crate) mod yahoo;
pub(crate) mod yahoo_japan;
pub(crate) mod zoho;

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
pub(crate) static PROVIDERS: &[&[Provider]] = &[
    google::PROVIDERS,
    cloudflare::PROVIDERS,
    yahoo::PROVIDERS,
    aol::PROVIDERS,
    yahoo_japan::PROVIDERS,
    microsoft::PROVIDERS,
    apple::PROVIDERS,
    comcast::PROVIDERS,
    cox::PROVIDERS,
    spectrum::PROVIDERS,
    att::PROVIDERS,
    verizon::PROVIDERS,
    godaddy::PROVIDERS,
    rackspace::PROVIDERS,
    facebook::PROVIDERS,
    boutique::PROVIDERS,
    united_internet::PROVIDERS,
    t_online::PROVIDERS,
    german_hosts::PROVIDERS,
    orange::PROVIDERS,
    french_hosts::PROVIDERS,
    benelux_uk::PROVIDERS,
    italian_hosts::PROVIDERS,
    polish_hosts::PROVIDERS,
    russian_hosts::PROVIDERS,
    docomo::PROVIDERS,
    kddi::PROVIDERS,
    softbank::PROVIDERS,
    japanese_isps::PROVIDERS,
    tencent::PROVIDERS,
    netease::PROVIDERS,
    coremail::PROVIDERS,
    chinese_hosts::PROVIDERS,
    korean_hosts::PROVIDERS,
    zoho::PROVIDERS,
    telecoms::PROVIDERS,
    mimecast::PROVIDERS,
    proofpoint::PROVIDERS,
    barracuda::PROVIDERS,
    cisco::PROVIDERS,
    symantec::PROVIDERS,
    trend_micro::PROVIDERS,
    trellix::PROVIDERS,
    gateways::PROVIDERS,
    amazon::PROVIDERS,
];

/// Names of one sort, and whose they are.
struct Names {
    /// In alphabetical order.
    all: Vec<(&'static str, &'static str)>,
    /// One bit for each name: most that are asked for are not there.
    seen: [u64; 128],
}

impl Names {
    fn new(names: fn(&Provider) -> &'static [&'static str]) -> Self {
        let providers = PROVIDERS.iter().flat_map(|providers| providers.iter());
        let mut all: Vec<_> = providers.flat_map(|p| names(p).iter().map(|name| (*name, p.name))).collect();
        // Of equal names the first in the list wins, as in the list itself: the sort is stable.
        all.sort_by_key(|(name, _)| *name);
        all.dedup_by_key(|(name, _)| *name);
        let mut seen = [0; 128];
        for (name, _) in &all {
            let (word, bit) = Self::place(name.as_bytes());
            seen[word] |= bit;
        }
        Self { all, seen }
    }

    /// Where the bit of a name is: by its first four bytes, its last four and its length.
    fn place(name: &[u8]) -> (usize, u64) {
        let word = |bytes: Option<&[u8; 4]>| bytes.map_or(0, |four| u64::from(u32::from_le_bytes(*four)));
        let key = word(name.first_chunk()) << 32 ^ word(name.last_chunk()) ^ (name.len() as u64) << 24;
        let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 51;
        ((hash >> 6) as usize, 1 << (hash & 63))
    }

    fn get(&self, name: &[u8]) -> Option<&'static str> {
        let (word, bit) = Self::place(name);
        if self.seen[word] & bit == 0 {
            return None;
        }
        let found = self.all.binary_search_by_key(&name, |(name, _)| name.as_bytes()).ok()?;
        self.all.get(found).map(|(_, provider)| *provider)
    }
}

/// The provider of an MX host or banner name.
pub(crate) fn provider_of(host: &str) -> Option<&'static str> {
    static HOSTS: Lazy<Names> = Lazy::new(|| Names::new(|provider| provider.hosts));
    by_suffix(&HOSTS, host)
}

/// The provider of a mail domain, such as `gmail.com`.
pub(crate) fn provider_of_mail_domain(domain: &str) -> Option<&'static str> {
    static DOMAINS: Lazy<Names> = Lazy::new(|| Names::new(|provider| provider.mail_domains));
    by_suffix(&DOMAINS, domain)
}

/// By the longest suffix of `name` on a label boundary.
fn by_suffix(names: &Names, name: &str) -> Option<&'static str> {
    let name = name.trim_end_matches('.').as_bytes();
    // A name has 255 octets (RFC 1035 s2.3.4); what is longer is no host, and its end is enough.
    let name = &name[name.len().saturating_sub(255)..];
    let mut lower = [0; 255];
    let mut rest = lower.get_mut(..name.len())?;
    rest.copy_from_slice(name);
    rest.make_ascii_lowercase();
    // No name of the table is a whole top-level domain.
    while let Some(dot) = memchr::memchr(b'.', rest) {
        if let Some(provider) = names.get(rest) {
            return Some(provider);
        }
        rest = &mut rest[dot + 1..];
    }
    None
}
