//! What gateways add to the mail that passes them: warnings at the top, disclaimers and the praise of scanners at the end. Their
//! words (spam, virus, attachment, an address to turn to) are no part of what a notice says.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::Wording;
use crate::fields::lines;
use crate::pieces;
use crate::rule::{PhraseSet, fold};
use crate::transcript;

/// Sentences of additions, folded. A refusal may be made of the same words, so they are long, and speak to who reads the mail.
static SENTENCES: &[&str] = &[
    // Disclaimers.
    "not the intended recipient",
    "is confidential",
    "are confidential",
    "be confidential",
    "strictly confidential",
    "confidential information",
    "confidential and",
    "confidentiality notice",
    "vertrauliche informationen",
    "est confidentiel",
    "sont confidentiel",
    "información confidencial",
    "informação confidencial",
    "informações confidenciais",
    "informazioni confidenziali",
    "vertrouwelijke informatie",
    // Warnings of mail from outside.
    "originated from outside",
    "originated outside",
    "was sent from outside",
    "comes from outside",
    "came from outside",
    "comes from an external",
    "came from an external",
    "from an external source",
    "do not click",
    "don't click",
    // Scanners.
    "scanned for virus",
    "scanned for spam",
    "scanned for malware",
    "been scanned by",
    "auf viren geprüft",
];

/// Pieces of words that stand in all [`SENTENCES`].
const SEEDS: [&str; 8] =
    ["not the intended", "onfiden", "vertr", "outside", "an external", "click", "scanned", "viren"];

/// A text without the paragraphs that gateways added. One that also says what became of a mail stays.
pub(crate) fn without_additions<'t>(text: &'t str, lower: &str) -> Cow<'t, str> {
    static HINTS: Lazy<[Finder<'static>; 8]> = Lazy::new(|| SEEDS.map(Finder::new));
    static SET: Lazy<PhraseSet> = Lazy::new(|| PhraseSet::new(SENTENCES));
    if HINTS.iter().all(|hint| hint.find(lower.as_bytes()).is_none()) {
        return Cow::Borrowed(text);
    }
    let is_addition = |paragraph: &str| {
        let folded = fold(paragraph);
        SET.is_in(&folded)
            && Wording::of(&folded) == Wording::default()
            && transcript::read_codes(&folded) == (None, None)
    };
    let mut kept = String::with_capacity(text.len());
    for paragraph in paragraphs(text) {
        if !is_addition(paragraph) {
            kept.push_str(paragraph);
        }
    }
    if kept.len() == text.len() { Cow::Borrowed(text) } else { Cow::Owned(kept) }
}

/// The paragraphs of a text, each with the empty line or the rule that ends it.
fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let mut starts = lines(text)
        .filter(|(_, line)| line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'-' | b'_' | b'=' | b'*')))
        .map(|(start, line)| (start + line.len() + 1).min(text.len()));
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        next = starts.next();
        Some(pieces::between(text, start, next.unwrap_or(text.len())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn additions_go_and_notices_stay() {
        let notice = "Delivery failed:\n\n<a@b.example>: Mailbox full\n\n";
        for addition in [
            "CAUTION: This email originated from outside of the organization. Do not click\nlinks unless you know the sender.\n\n",
            "This message is confidential. Write to desk@gateway.example\nif you got it by mistake.\n\n",
            "Scanned for viruses and spam by mailguard.example\n\n",
        ] {
            for text in [format!("{addition}{notice}"), format!("{notice}--\n{addition}")] {
                let rest = without_additions(&text, &text.to_ascii_lowercase()).replace("--\n", "");
                assert_eq!(rest, notice, "{text}");
            }
        }
        for said in [
            "550 5.7.1 The message was scanned for viruses and refused\n",
            "Your message was not delivered to the following recipient because it is confidential:\n",
            "only mail from inside may reach this group\n",
        ] {
            assert_eq!(without_additions(said, &said.to_ascii_lowercase()), said);
        }
    }

    #[test]
    fn sentences_are_folded_and_hold_a_seed() {
        for sentence in SENTENCES {
            assert_eq!(fold(sentence), *sentence);
            assert!(SEEDS.iter().any(|seed| sentence.contains(seed)), "{sentence}");
        }
    }

    #[test]
    fn all_of_a_text_is_in_its_paragraphs() {
        for text in ["", "\n", "a", "a\n", "a\n\nb\n--\nc", "\n\n", "a\n---"] {
            assert_eq!(paragraphs(text).collect::<String>(), text);
        }
    }
}
