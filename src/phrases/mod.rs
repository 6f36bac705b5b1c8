//! Wording that no single provider owns, and the one order of all rows.

mod auto_reply;
mod central_european;
mod challenge;
mod chinese;
mod dutch;
mod english;
mod english_weak;
mod esp;
mod exchange;
mod exim;
mod expired;
mod filters;
mod french;
mod german;
mod greylisting;
mod has_moved;
mod italian;
mod japanese;
mod korean;
mod last;
mod network;
mod nordic;
mod other_languages;
mod other_mtas;
mod polish;
mod portuguese;
mod postfix;
mod qmail;
mod rbl;
mod receipt;
mod russian;
mod sender;
mod sendmail;
mod spanish;

use std::slice::from_ref;

use crate::remote_mta;
use crate::rule::Table;

/// The order of all rows: the first that stands in a text, and whose conditions hold, wins.
///
/// A provider's own words come first (they count only if the provider said them, or are unmistakable), then the words of
/// programs, then the wording of languages, specific before general, then giving up and its causes, then words that tell
/// nothing by themselves. Never grouped by reason.
pub(crate) static ORDER: &[&[Table]] = &[
    remote_mta::google::TABLES,
    remote_mta::cloudflare::TABLES,
    remote_mta::yahoo::TABLES,
    remote_mta::aol::TABLES,
    remote_mta::yahoo_japan::TABLES,
    remote_mta::microsoft::TABLES,
    remote_mta::apple::TABLES,
    remote_mta::comcast::TABLES,
    remote_mta::cox::TABLES,
    remote_mta::spectrum::TABLES,
    remote_mta::att::TABLES,
    remote_mta::verizon::TABLES,
    remote_mta::godaddy::TABLES,
    remote_mta::rackspace::TABLES,
    remote_mta::facebook::TABLES,
    remote_mta::boutique::TABLES,
    remote_mta::united_internet::TABLES,
    remote_mta::t_online::TABLES,
    remote_mta::german_hosts::TABLES,
    remote_mta::orange::TABLES,
    remote_mta::french_hosts::TABLES,
    remote_mta::benelux_uk::TABLES,
    remote_mta::italian_hosts::TABLES,
    remote_mta::polish_hosts::TABLES,
    remote_mta::russian_hosts::TABLES,
    remote_mta::docomo::TABLES,
    remote_mta::kddi::TABLES,
    remote_mta::softbank::TABLES,
    remote_mta::japanese_isps::TABLES,
    remote_mta::tencent::TABLES,
    remote_mta::netease::TABLES,
    remote_mta::coremail::TABLES,
    remote_mta::chinese_hosts::TABLES,
    remote_mta::korean_hosts::TABLES,
    remote_mta::zoho::TABLES,
    remote_mta::telecoms::TABLES,
    remote_mta::mimecast::TABLES,
    remote_mta::proofpoint::TABLES,
    remote_mta::barracuda::TABLES,
    remote_mta::cisco::TABLES,
    remote_mta::symantec::TABLES,
    remote_mta::trend_micro::TABLES,
    remote_mta::trellix::TABLES,
    remote_mta::gateways::TABLES,
    remote_mta::amazon::TABLES,
    // What speaks of the sender, in words that also speak of recipients.
    from_ref(&sender::TABLE),
    // Programs.
    from_ref(&exchange::TABLE),
    from_ref(&postfix::TABLE),
    from_ref(&sendmail::TABLE),
    from_ref(&qmail::TABLE),
    from_ref(&exim::TABLE),
    from_ref(&other_mtas::TABLE),
    from_ref(&filters::TABLE),
    from_ref(&esp::TABLE),
    from_ref(&has_moved::TABLE),
    from_ref(&rbl::TABLE),
    from_ref(&greylisting::TABLE),
    // Languages.
    from_ref(&german::TABLE),
    from_ref(&french::TABLE),
    from_ref(&spanish::TABLE),
    from_ref(&italian::TABLE),
    from_ref(&portuguese::TABLE),
    from_ref(&polish::TABLE),
    from_ref(&russian::TABLE),
    from_ref(&japanese::TABLE),
    from_ref(&chinese::TABLE),
    from_ref(&korean::TABLE),
    from_ref(&dutch::TABLE),
    from_ref(&nordic::TABLE),
    from_ref(&central_european::TABLE),
    from_ref(&other_languages::TABLE),
    english::TABLES,
    from_ref(&expired::TABLE),
    from_ref(&network::TABLE),
    from_ref(&english_weak::CAUSES),
    from_ref(&remote_mta::united_internet::LEAD_INS),
    from_ref(&english_weak::TABLE),
    last::TABLES,
];

/// What a Subject says of the whole mail.
pub(crate) static SUBJECTS: &[&[Table]] =
    &[from_ref(&receipt::SUBJECTS), from_ref(&challenge::SUBJECTS), from_ref(&auto_reply::SUBJECTS)];

/// What the readable text says of the whole mail.
pub(crate) static BODIES: &[&[Table]] =
    &[from_ref(&receipt::BODIES), from_ref(&challenge::BODIES), from_ref(&auto_reply::BODIES)];
