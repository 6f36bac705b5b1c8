//! Who refused: hosts, mail domains and words of each provider, one file a provider.
//!
//! Adding one: a file with a [`Provider`] and a [`Table`](crate::rule::Table) of rows, `mod` and a line in [`PROVIDERS`]
//! here, a line in [`phrases::ORDER`](crate::phrases::ORDER).

use std::cmp::Reverse;

use once_cell::sync::Lazy;

use crate::rule::is_host_or_under;

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
    /// In the order of their endings, those that end alike together, the longest first.
    all: Vec<Name>,
    /// Where in `all` those begin whose endings have these uppermost bits.
    begin: Vec<u16>,
}

struct Name {
    ending: u64,
    name: &'static str,
    provider: &'static str,
}

impl Names {
    const BITS: u32 = 10;

    fn new(names: fn(&Provider) -> &'static [&'static str]) -> Self {
        let providers = PROVIDERS.iter().flat_map(|providers| providers.iter());
        let named = |p: &'static Provider| {
            names(p).iter().map(|&name| Name { ending: ending(name.as_bytes()), name, provider: p.name })
        };
        let mut all: Vec<Name> = providers.flat_map(named).collect();
        // Of equal names the first in the list wins, as in the list itself: the sort is stable.
        all.sort_by_key(|it| (it.ending, Reverse(it.name.len())));
        let begin = |bits: u64| all.partition_point(|it| it.ending >> (64 - Self::BITS) < bits);
        let begin = (0..=1 << Self::BITS).map(|bits| u16::try_from(begin(bits)).unwrap_or(u16::MAX)).collect();
        Self { all, begin }
    }

    /// By the longest name that `name` is or is below of.
    fn find(&self, name: &str) -> Option<&'static str> {
        let mut bytes = name.as_bytes();
        while let [rest @ .., b'.'] = bytes {
            bytes = rest;
        }
        let ending = ending(bytes);
        let bits = (ending >> (64 - Self::BITS)) as usize;
        let (first, end) = (*self.begin.get(bits)?, *self.begin.get(bits + 1)?);
        let alike = self.all.get(usize::from(first)..usize::from(end))?;
        let found = alike.iter().find(|it| it.ending == ending && is_host_or_under(name, it.name))?;
        Some(found.provider)
    }
}

/// A number for the last two labels of a name (of them the last sixteen octets, in any case): a name and all below it have the same,
/// as no name of the tables is a whole top-level domain.
fn ending(name: &[u8]) -> u64 {
    const fn each(octet: u8) -> u128 {
        u128::from_le_bytes([octet; 16])
    }
    let octets = |octets: &[u8; 8]| u128::from(u64::from_le_bytes(*octets));
    // The last octet is the uppermost; before the name, dots.
    let missing = 16_usize.saturating_sub(name.len());
    let dots_before = each(b'.').checked_shr(8 * (16 - missing as u32)).unwrap_or(0);
    let last = match (name.last_chunk::<16>(), name.first_chunk(), name.last_chunk()) {
        (Some(last), ..) => u128::from_le_bytes(*last),
        // What stands in both is the same.
        (None, Some(first), Some(last)) => octets(first) << (8 * missing) | octets(last) << 64,
        _ => name.iter().fold(0, |all, &octet| all >> 8 | u128::from(octet) << 120),
    };
    let last = last | dots_before | each(0x20);
    // The uppermost bit of each octet that is a dot; then without the last dot, and what stands behind the one before it.
    let others = last ^ each(b'.');
    let dots = !(((others & each(0x7F)) + each(0x7F)) | others) & each(0x80);
    let before_last = dots & (u128::MAX >> 1).checked_shr(dots.leading_zeros()).unwrap_or(0);
    let labels = last >> (128 - before_last.leading_zeros());
    (labels as u64 ^ ((labels >> 64) as u64).rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// The provider of an MX host or banner name.
pub(crate) fn provider_of(host: &str) -> Option<&'static str> {
    static HOSTS: Lazy<Names> = Lazy::new(|| Names::new(|provider| provider.hosts));
    HOSTS.find(host)
}

/// The provider of a mail domain, such as `gmail.com`.
pub(crate) fn provider_of_mail_domain(domain: &str) -> Option<&'static str> {
    static DOMAINS: Lazy<Names> = Lazy::new(|| Names::new(|provider| provider.mail_domains));
    DOMAINS.find(domain)
}
