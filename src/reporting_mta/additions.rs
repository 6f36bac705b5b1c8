//! What gateways add to the mail that passes them: warnings at the top, disclaimers and the praise of scanners at the end. Their
//! words (spam, virus, attachment, an address to turn to) are no part of what a notice says.

use std::borrow::Cow;

use memchr::memmem::Finder;
use once_cell::sync::Lazy;

use super::Wording;
use crate::fields::lines;
use crate::pieces;
use crate::rule::fold;
use crate::transcript;

/// Sentences of additions, folded. A refusal may be made of the same words, so they are long, and speak to who reads the mail.
pub(super) static SENTENCES: &[&str] = &[
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

/// A quick look at a text in lower case: whether it may hold one of [`SENTENCES`].
pub(crate) fn may_hold_additions(lower: &str) -> bool {
    static SEEDS: Lazy<[Finder<'static>; 8]> = Lazy::new(|| SEED_WORDS.map(Finder::new));
    SEEDS.iter().any(|seed| seed.find(lower.as_bytes()).is_some())
}

/// Pieces of words of which one stands in each of [`SENTENCES`].
const SEED_WORDS: [&str; 8] =
    ["not the intended", "onfiden", "vertr", "outside", "an external", "click", "scanned", "viren"];

/// A text without the paragraphs that gateways added, if its wording says that there are any. One that also says what became of a
/// mail stays.
pub(crate) fn without_additions<'t>(text: &'t str, wording: &Wording) -> Cow<'t, str> {
    if !wording.added {
        return Cow::Borrowed(text);
    }
    let is_addition = |paragraph: &&str| {
        let folded = fold(paragraph);
        Wording::of(&folded) == Wording { added: true, ..Wording::default() }
            && transcript::read_codes(&folded) == (None, None)
    };
    Cow::Owned(paragraphs(text).filter(|paragraph| !is_addition(paragraph)).collect())
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
                let rest = without_additions(&text, &Wording::of(&fold(&text))).replace("--\n", "");
                assert_eq!(rest, notice, "{text}");
            }
        }
        for said in [
            "550 5.7.1 The message was scanned for viruses and refused\n",
            "Your message was not delivered to the following recipient because it is confidential:\n",
            "only mail from inside may reach this group\n",
        ] {
            assert_eq!(without_additions(said, &Wording::of(&fold(said))), said);
        }
    }

    #[test]
    fn sentences_are_folded() {
        for sentence in SENTENCES {
            assert_eq!(fold(sentence), *sentence);
            assert!(Wording::of(sentence).added && may_hold_additions(sentence), "{sentence}");
        }
    }

    #[test]
    fn all_of_a_text_is_in_its_paragraphs() {
        for text in ["", "\n", "a", "a\n", "a\n\nb\n--\nc", "\n\n", "a\n---"] {
            assert_eq!(paragraphs(text).collect::<String>(), text);
        }
    }
}
