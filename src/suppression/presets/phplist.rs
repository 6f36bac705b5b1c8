//! `phplist`: so many messages in a row.

use super::shared;
use crate::bounce::Trust;
use crate::suppression::event::{Event, EventId};
use crate::suppression::{Decision, History, SuppressionPolicy, Surroundings};
use crate::time::Timestamp;

/// phpList: walks the messages sent to a subscriber from the newest on; as many in a row that bounced make the address unconfirmed. The first
/// that did not bounce ends the count. It needs to be told what was sent, by [`Event::sent`] or [`Event::accepted`]; else all that is known are bounces.
///
/// Source: phpList `public_html/lists/admin/processbounces.php` (`$bounce_unsubscribe_threshold`), `config_extended.php`.
///
/// ```
/// let mut policy = mailbounce::suppression::presets::PhpList::default();
/// policy.consecutive = 5; // the shipped config file; 3 is the code's own default
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PhpList {
    /// What is trusted less is not counted.
    pub trust: Trust,
    /// Messages in a row that bounced. phpList: 3 in its code, 5 in its shipped config.
    pub consecutive: u32,
    /// Bounces after which an address is black-listed whatever arrived between; 0: never. phpList: `BLACKLIST_EMAIL_ON_BOUNCE`, 50.
    pub blacklist: u32,
    /// The message identity of mails of the system (confirmations), of which one bounce is enough. phpList: `systemmessage`.
    pub system_message: String,
}

impl Default for PhpList {
    fn default() -> Self {
        Self { trust: Trust::Unverified, consecutive: 3, blacklist: 50, system_message: "systemmessage".to_owned() }
    }
}

impl SuppressionPolicy for PhpList {
    fn name(&self) -> &str {
        "phplist"
    }

    fn least_trust(&self) -> Trust {
        self.trust
    }

    fn decide(&self, history: &History, surroundings: &Surroundings, now: Timestamp) -> Decision {
        if let Some(stop) = shared::by_hand(history) {
            return stop;
        }
        let reading = shared::reading(self.trust, 0);
        let bounced = shared::failures(history, reading, surroundings, now, None);
        if let Some(c) = bounced.iter().find(|c| c.event.message() == Some(self.system_message.as_str())) {
            return Decision::stop().because("phplist/system-message", vec![c.event.id()], 1);
        }
        if self.blacklist > 0 && shared::reached(bounced.len(), self.blacklist) {
            return Decision::stop().because("phplist/blacklist", shared::ids(&bounced), self.blacklist);
        }
        // A message that was sent and of which no bounce came, the newest.
        let has_bounced =
            |e: &Event| e.message().is_some() && history.failures().any(|(f, _)| f.message() == e.message());
        let good = history.events().iter().filter(|e| shared::is_sending(e) && !has_bounced(e)).map(Event::at).max();
        // A bounce answers a message that was sent before it: what was sent later and came through ends the row.
        let sent_at = |message: Option<&str>| {
            history.events().iter().find(|e| shared::is_sending(e) && message.is_some() && e.message() == message)
        };
        let row: Vec<_> = bounced
            .into_iter()
            .filter(|c| {
                let at = sent_at(c.event.message()).map_or(c.at, Event::at);
                good.is_none_or(|good| at > good)
            })
            .collect();
        if shared::reached(row.len(), self.consecutive) {
            return Decision::stop().because("phplist/consecutive", shared::ids(&row), self.consecutive);
        }
        Decision::send()
    }

    fn spent(&self, _: &History, _: Timestamp, _: Timestamp) -> Vec<EventId> {
        Vec::new()
    }
}
