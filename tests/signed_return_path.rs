//! Signed return paths: what is forged, expired, truncated or of another key is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

use mailbounce::{Mailbox, RecipientId, ReturnPathKey, SignedReturnPath, Timestamp};
use proptest::prelude::*;

const NOW: Timestamp = Timestamp(1_772_325_000);
const DAY: i64 = 86_400;

fn key(id: u8) -> ReturnPathKey {
    ReturnPathKey::new(id, format!("secret number {id} of the tests").as_bytes()).unwrap()
}

fn paths() -> SignedReturnPath {
    SignedReturnPath::new("b", "bounce.example.com", vec![key(1)]).unwrap()
}

fn mailbox(text: &str) -> Mailbox {
    text.parse().unwrap()
}

#[test]
fn test_vectors_of_layout_1() {
    let long = "a-very-long-local-part-that-does-not-fit@a-long-domain.example.jp";
    let made: Vec<String> =
        [("Kijitora@Example.JP", 0), ("kijitora@example.jp", 4711), ("猫@example.jp", 4711), (long, u64::MAX)]
            .into_iter()
            .map(|(recipient, message)| paths().encode(&mailbox(recipient), message, NOW).to_string())
            .collect();
    let expected = include_str!("signed_return_path_1.txt");
    assert_eq!(made.join("\n"), expected.trim_end(), "\n{}\n", made.join("\n"));
}

#[test]
fn long_and_odd_recipients_stand_by_their_id() {
    for recipient in [
        "a-very-long-local-part-that-does-not-fit@a-long-domain.example.jp",
        "猫@example.jp",
        "\"john doe\"@example.jp",
        "a!b%c@example.jp",
        "a..b@example.jp",
        ".a@example.jp",
        "a@[192.0.2.1]",
    ] {
        let recipient = mailbox(recipient);
        let path = paths().encode(&recipient, 7, NOW);
        assert!(path.local_part().len() <= 64 && !path.local_part().contains('='), "{path}");
        let mut asked = None;
        let token = paths().decode(path.as_str(), NOW, |id| {
            asked = Some(id);
            Some(recipient.clone())
        });
        assert_eq!(token.unwrap().recipient, recipient);
        assert_eq!(asked, Some(RecipientId::of(&recipient)));
        assert!(paths().decode(path.as_str(), NOW, |_| None).unwrap_err().is_unknown_recipient());
        let wrong = |_| Some(mailbox("other@example.jp"));
        assert!(paths().decode(path.as_str(), NOW, wrong).unwrap_err().is_unknown_recipient());
    }
}

#[test]
fn lookup_is_not_asked_for_a_forgery() {
    let path = paths().encode(&mailbox("猫@example.jp"), 7, NOW);
    let forged = path.as_str().replacen("b-", "b-a", 1);
    assert!(paths().decode(&forged, NOW, |_| panic!("asked")).unwrap_err().is_forged());
}

#[test]
fn every_change_of_one_character_is_refused() {
    for recipient in ["kijitora@example.jp", "猫@example.jp"] {
        let path = paths().encode(&mailbox(recipient), 4711, NOW);
        let text = path.as_str();
        let end = path.local_part().len();
        for at in 2..end {
            for to in ['a', 'z', '2', '7', '0', '-', '=', 'x'] {
                let mut forged: Vec<char> = text.chars().collect();
                if forged[at] == to {
                    continue;
                }
                forged[at] = to;
                let forged: String = forged.into_iter().collect();
                assert!(paths().decode(&forged, NOW, |_| Some(mailbox(recipient))).is_err(), "{forged}");
            }
        }
    }
}

#[test]
fn every_truncation_is_refused() {
    let path = paths().encode(&mailbox("kijitora@example.jp"), 4711, NOW);
    let local = path.local_part();
    for len in 0..local.len() {
        let cut = format!("{}@{}", &local[..len], path.domain());
        assert!(paths().decode(&cut, NOW, |_| None).is_err(), "{cut}");
        let front = format!("b-{}@{}", &local[local.len() - len..], path.domain());
        assert!(front == path.as_str() || paths().decode(&front, NOW, |_| None).is_err(), "{front}");
    }
    for longer in [format!("{local}a"), format!("{local}-a"), format!("a{local}")] {
        assert!(paths().decode(&format!("{longer}@{}", path.domain()), NOW, |_| None).is_err());
    }
}

#[test]
fn another_domain_prefix_or_key_is_refused() {
    let path = paths().encode(&mailbox("kijitora@example.jp"), 4711, NOW);
    let text = path.as_str();
    assert!(
        paths()
            .decode(&text.replace("bounce.example.com", "bounce.example.org"), NOW, |_| None)
            .unwrap_err()
            .is_foreign()
    );
    assert!(paths().decode(&text.replacen("b-", "c-", 1), NOW, |_| None).unwrap_err().is_foreign());
    assert!(paths().decode("kijitora@example.jp", NOW, |_| None).unwrap_err().is_foreign());
    let same_number = ReturnPathKey::new(1, b"another secret of the same number").unwrap();
    let stranger = SignedReturnPath::new("b", "bounce.example.com", vec![same_number]).unwrap();
    assert!(stranger.decode(text, NOW, |_| None).unwrap_err().is_forged());
    // A signature for one domain of ours is none for another.
    let elsewhere = SignedReturnPath::new("b", "bounce.example.org", vec![key(1)]).unwrap();
    let moved = text.replace("bounce.example.com", "bounce.example.org");
    assert!(elsewhere.decode(&moved, NOW, |_| None).unwrap_err().is_forged());
    assert!(paths().is_ours(text) && !elsewhere.is_ours(text));
}

#[test]
fn keys_are_rotated() {
    let old = paths().encode(&mailbox("kijitora@example.jp"), 1, NOW);
    let both = SignedReturnPath::new("b", "bounce.example.com", vec![key(2), key(1)]).unwrap();
    let new = both.encode(&mailbox("kijitora@example.jp"), 1, NOW);
    assert_ne!(old, new);
    assert!(both.decode(old.as_str(), NOW, |_| None).is_ok());
    assert!(both.decode(new.as_str(), NOW, |_| None).is_ok());
    let only_new = SignedReturnPath::new("b", "bounce.example.com", vec![key(2)]).unwrap();
    assert!(only_new.decode(old.as_str(), NOW, |_| None).unwrap_err().is_forged());
}

#[test]
fn old_ones_and_those_of_the_future_have_expired() {
    let path = paths().encode(&mailbox("kijitora@example.jp"), 1, NOW);
    let decode = |days: i64| paths().decode(path.as_str(), NOW.plus(days * DAY), |_| None);
    assert!(decode(30).is_ok());
    assert!(decode(31).unwrap_err().is_expired());
    assert!(decode(-1).is_ok(), "the clocks of two servers");
    assert!(decode(-2).unwrap_err().is_expired());
    let short = paths().max_age_days(5);
    assert!(short.decode(path.as_str(), NOW.plus(6 * DAY), |_| None).unwrap_err().is_expired());
}

#[test]
fn case_and_brackets_are_forgiven_and_separators_chosen() {
    let plus = SignedReturnPath::new("Bounces", "Bounce.Example.COM", vec![key(1)]).unwrap().separator('+').unwrap();
    let path = plus.encode(&mailbox("kijitora+tag@example.jp"), 9, NOW);
    assert!(path.as_str().starts_with("bounces+"), "{path}");
    for text in [path.as_str().to_uppercase(), format!("<{path}>"), format!(" {path} ")] {
        assert_eq!(plus.decode(&text, NOW, |_| None).unwrap().recipient, mailbox("kijitora+tag@example.jp"));
    }
}

#[test]
fn bad_setups_are_refused() {
    assert!(ReturnPathKey::new(1, b"short").is_err());
    for (prefix, domain, keys) in [
        ("", "example.com", vec![key(1)]),
        ("a-b", "example.com", vec![key(1)]),
        ("seventeen-letters", "example.com", vec![key(1)]),
        ("b", "exa mple", vec![key(1)]),
        ("b", "[192.0.2.1]", vec![key(1)]),
        ("b", "example.com", vec![]),
        ("b", "example.com", vec![key(1), key(1)]),
    ] {
        assert!(SignedReturnPath::new(prefix, domain, keys).is_err(), "{prefix} {domain}");
    }
    assert!(paths().separator('!').is_err());
}

proptest! {
    #[test]
    fn what_is_encoded_is_decoded(local in "[a-zA-Z0-9._+=-]{1,40}", label in "[a-z0-9]{1,30}", message: u64, days in 0..20_000_i64) {
        let recipient = Mailbox::from_parts(&local, &format!("{label}.example")).unwrap();
        let now = Timestamp(days * DAY);
        let path = paths().encode(&recipient, message, now);
        prop_assert!(path.local_part().len() <= 64);
        let token = paths().decode(&path.as_str().to_uppercase(), now, |_| Some(recipient.clone())).unwrap();
        prop_assert_eq!((token.recipient, token.message, token.signed_on), (recipient, message, now));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,80}") {
        let _ = paths().decode(&text, NOW, |_| None);
        let _ = paths().decode(&format!("b-{text}@bounce.example.com"), NOW, |_| None);
    }
}
