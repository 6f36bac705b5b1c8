//! What became of a mail, by the words of a notice.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use crate::bounce::Outcome;
use crate::fields::lines;
use crate::pieces;
use crate::reporting_mta::{self, Wording};
use crate::rule::fold;
use crate::word_list::WordList;

/// Delayed, delivered or failed, by the wording of the whole; failed in doubt, as nearly all notices are. `said` is what the mail system
/// says in the subject. That somebody `refused` it for good counts for more, for some call any notice a warning.
pub(super) fn of(wording: &Wording, said: &str, refused: impl Fn() -> bool) -> Outcome {
    if !wording.delayed && !wording.is_final && (wording.delivered || is_success(said) && !refused()) {
        Outcome::Delivered
    } else if !wording.is_final && (wording.delayed || reporting_mta::announces_delay(said)) && !refused() {
        Outcome::Delayed
    } else {
        Outcome::Failed
    }
}

/// The wording of a text without what it repeats of the message: "delayed" may stand there.
pub(super) fn own_wording(wording: Wording, text: &str, lower: &str) -> Wording {
    if !wording.delayed && !wording.delivered {
        return wording;
    }
    match without_repeated(text, lower) {
        Cow::Borrowed(_) => wording,
        Cow::Owned(own) => {
            let own = Wording::of(&fold(&own));
            Wording { delayed: own.delayed, delivered: own.delivered, ..wording }
        }
    }
}

/// How the subject of the message is named where a notice repeats it, before a colon and in ASCII lower case.
static SUBJECT: WordList<4> = WordList::of_ends(&[
    "subject",
    "betreff",
    "objet",
    "asunto",
    "oggetto",
    "assunto",
    "onderwerp",
    "temat",
    "ämne",
    "emne",
    "件名",
]);

/// Whether a line names the subject of the message: `Subject: Delayed`, `件名：Delayed`.
fn names_subject(line: &str) -> bool {
    let named = |colon: usize| SUBJECT.ends(line.as_bytes()[..colon].trim_ascii_end());
    memchr::memchr_iter(b':', line.as_bytes()).any(named)
        || !line.is_ascii() && (line.match_indices('：').any(|(colon, _)| named(colon)) || line.contains("主题"))
}

/// A text without the lines that repeat the subject of the message, or quote it.
fn without_repeated<'t>(text: &'t str, lower: &str) -> Cow<'t, str> {
    let repeats = |line: &str| line.trim_start().starts_with('>') || names_subject(line);
    if !lines(lower).any(|(_, line)| repeats(line)) {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    for (at, line) in lines(lower).filter(|(_, line)| !repeats(line)) {
        out.push_str(pieces::between(text, at, at + line.len()));
        out.push('\n');
    }
    out.into()
}

/// Whether a subject says that the mail has arrived.
fn is_success(subject: &str) -> bool {
    // What stands in all of the words: nearly all subjects hold none.
    static HINT: Lazy<Finder<'static>> = Lazy::new(|| Finder::new("success"));
    HINT.find(subject.as_bytes()).is_some()
        && ["delivery has been successful", "successful mail delivery", "(success)"].iter().any(|w| subject.contains(w))
}
