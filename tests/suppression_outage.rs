//! Bad days that are not the addresses' fault, and dead domains that are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::field_reassign_with_default)]

mod suppression_util;

use mailbounce::suppression::{Answer, Event, Failure, Guard, MemoryLedger, Standard, SuppressionList, replay};
use mailbounce::{FeedbackType, Mailbox, Reason, Timestamp, Trust};
use suppression_util::*;

type List = SuppressionList<MemoryLedger>;

fn people(domain: &str, n: usize) -> Vec<Mailbox> {
    (0..n).map(|i| mailbox(&format!("user{i}@{domain}"))).collect()
}

fn answers(list: &List, people: &[Mailbox], now: Timestamp) -> Vec<Answer> {
    list.filter(people, now).unwrap().iter().map(|d| d.answer()).collect()
}

fn stopped(list: &List, people: &[Mailbox], now: Timestamp) -> usize {
    answers(list, people, now).iter().filter(|a| matches!(a, Answer::Stop | Answer::Hold)).count()
}

/// Days of mailing where all goes well but for a few who really don't exist.
fn good_days(list: &List, people: &[Mailbox], days: std::ops::Range<i64>) {
    for day in days {
        let message = format!("day{day}");
        for (i, to) in people.iter().enumerate() {
            let when = at(day).plus(9 * HOUR + i as i64);
            list.record(vec![Event::accepted(to.clone(), Some(&message), when)], when).unwrap();
        }
    }
}

fn says_unknown(list: &List, to: &Mailbox, message: &str, when: Timestamp) {
    list.observe(&bounce(to.as_str(), message, &failure(Reason::UserUnknown)), when).unwrap();
}

#[test]
fn a_provider_that_says_no_such_user_to_everybody_for_four_hours_stops_nobody() {
    let (list, people) = (list(), people("big.example", 400));
    good_days(&list, &people, 0..3);
    // A message to everybody, refused for four hours on end; no delivery within 30 days has settled.
    for (i, to) in people.iter().enumerate() {
        let when = at(3).plus(9 * HOUR + i as i64 * 36);
        list.record(vec![Event::sent(to.clone(), Some("day3"), when)], when).unwrap();
        says_unknown(&list, to, "day3", when.plus(5));
    }
    let now = at(3).plus(14 * HOUR);
    assert_eq!(stopped(&list, &people, now), 0);
    // Those who fail on another day still count.
    let dead = &people[7];
    says_unknown(&list, dead, "day9", at(9));
    assert_eq!(list.may_send(dead, at(9)).unwrap().answer(), Answer::Stop);
    assert_eq!(stopped(&list, &people, at(9)), 1);
}

#[test]
fn those_whom_the_bad_hour_stopped_first_are_free_again_once_it_is_known() {
    let (list, people) = (list(), people("big.example", 100));
    good_days(&list, &people[..40], 0..1);
    let mut ever_stopped = 0;
    for (i, to) in people.iter().enumerate() {
        let when = at(3).plus(i as i64 * 10);
        list.record(vec![Event::sent(to.clone(), Some("day3"), when)], when).unwrap();
        says_unknown(&list, to, "day3", when);
        ever_stopped = ever_stopped.max(stopped(&list, &people, when));
    }
    assert!((1..=20).contains(&ever_stopped), "{ever_stopped} were stopped before it was known");
    assert_eq!(stopped(&list, &people, at(3).plus(HOUR)), 0);
}

#[test]
fn our_own_relay_down_stops_nobody() {
    let list = list();
    let everywhere: Vec<Mailbox> = (0..40).flat_map(|d| people(&format!("domain{d}.example"), 10)).collect();
    let down = with(Reason::HostUnknown, |f| f.server = Some("relay.ours.example".to_owned()));
    // A broken resolver of the relay: on two days it says of all domains that they do not exist.
    for day in [0, 2] {
        let message = format!("day{day}");
        list.sent(&everywhere, Some(&message), at(day)).unwrap();
        for (i, to) in everywhere.iter().enumerate() {
            let report = bounce(to.as_str(), &message, &down);
            list.observe(&report, at(day).plus(600 + i as i64)).unwrap();
        }
        // The second time it is as bad as the first: it is not taken for an outage again ...
        let n = stopped(&list, &everywhere, at(day).plus(2 * HOUR));
        assert_eq!(n, 0, "... but one day counts once, and takes two");
    }
}

#[test]
fn without_notes_of_what_was_sent_ten_times_the_usual_hour_is_a_burst() {
    let (list, people) = (list(), people("big.example", 200));
    // A week of usual trouble: one or two an hour.
    for hour in 0..24 * 8 {
        let to = mailbox(&format!("gone{hour}@big.example"));
        says_unknown(&list, &to, &format!("h{hour}"), hours(hour));
    }
    for (i, to) in people.iter().enumerate() {
        says_unknown(&list, to, "bad", hours(24 * 8).plus(i as i64));
    }
    assert_eq!(stopped(&list, &people, hours(24 * 8).plus(HOUR)), 0);
    let usual = [mailbox("gone3@big.example"), mailbox("gone100@big.example")];
    assert_eq!(stopped(&list, &usual, hours(24 * 8).plus(HOUR)), 2, "the usual trouble counts");
}

#[test]
fn before_anything_is_usual_a_first_backlog_is_taken_as_it_is() {
    let (list, people) = (list(), people("big.example", 50));
    people.iter().for_each(|to| says_unknown(&list, to, "m", at(0)));
    assert_eq!(stopped(&list, &people, at(1)), 50);
}

#[test]
fn a_truly_dead_domain_is_stopped_in_spite_of_the_guard() {
    let (list, people, living) = (list(), people("dead.example", 60), people("living.example", 500));
    good_days(&list, &living, 0..1);
    let dead = failure(Reason::HostUnknown);
    let mail = |day: i64| {
        let message = format!("day{day}");
        for to in &people {
            list.record(vec![Event::sent(to.clone(), Some(&message), at(day))], at(day)).unwrap();
            list.observe(&bounce(to.as_str(), &message, &dead), at(day).plus(60)).unwrap();
        }
    };
    mail(1);
    assert_eq!(stopped(&list, &people, at(1).plus(HOUR)), 0, "the first mailing may be an outage");
    mail(2);
    mail(3);
    assert_eq!(stopped(&list, &people, at(3).plus(HOUR)), 60, "the third mailing ends it");
    assert_eq!(stopped(&list, &living, at(3)), 0);
}

#[test]
fn usual_mailings_with_many_dead_addresses_are_no_outage() {
    // 60 of 300 are dead: a fifth of the attempts.
    let (list, people) = (list(), people("big.example", 300));
    for to in &people {
        list.record(vec![Event::sent(to.clone(), Some("m"), at(0))], at(0)).unwrap();
    }
    people[..60].iter().for_each(|to| says_unknown(&list, to, "m", at(0).plus(60)));
    assert_eq!(stopped(&list, &people, at(0).plus(HOUR)), 60);
}

#[test]
fn bounces_that_trail_behind_their_mailing_are_measured_by_it() {
    let (list, people) = (list(), people("big.example", 1000));
    list.sent(&people, Some("m"), at(0)).unwrap();
    // Ninety minutes later, when nothing is being sent, thirty bounces come within minutes.
    people[..30].iter().for_each(|to| says_unknown(&list, to, "m", at(0).plus(5400)));
    assert_eq!(stopped(&list, &people, at(0).plus(3 * HOUR)), 30);
}

#[test]
fn complaints_and_stops_by_hand_survive_an_outage() {
    let (list, people) = (list(), people("big.example", 100));
    list.sent(&people, Some("m"), at(0)).unwrap();
    people.iter().for_each(|to| says_unknown(&list, to, "m", at(0).plus(60)));
    list.observe(&complaint(people[0].as_str(), FeedbackType::Abuse), at(0).plus(70)).unwrap();
    list.stop(&people[1], "asked", "us", at(0).plus(80)).unwrap();
    assert_eq!(stopped(&list, &people, at(0).plus(HOUR)), 2);
}

#[test]
fn what_is_not_trusted_makes_no_window() {
    let mut guard = Guard::default();
    guard.trust = Trust::Correlated;
    let list = list().guard(guard);
    let people = people("big.example", 100);
    list.sent(&people, Some("m"), at(0)).unwrap();
    people.iter().for_each(|to| says_unknown(&list, to, "m", at(0).plus(60)));
    assert_eq!(stopped(&list, &people, at(0).plus(HOUR)), 100);
}

#[test]
fn the_same_reports_again_change_nothing() {
    let people = people("big.example", 100);
    let run = |times: usize| {
        let list = list();
        list.sent(&people, Some("m"), at(0)).unwrap();
        for _ in 0..times {
            people.iter().for_each(|to| says_unknown(&list, to, "m", at(0).plus(60)));
        }
        let windows = list.explain(&people[0], at(1)).unwrap().chapters.iter().filter(|c| c.discounted).count();
        (answers(&list, &people, at(1)), windows)
    };
    assert_eq!(run(1), run(3));
}

#[test]
fn replayed_without_and_with_the_guard() {
    let people = people("big.example", 100);
    let gone: Failure = failure(Reason::UserUnknown);
    let log: Vec<Event> = people
        .iter()
        .flat_map(|to| {
            [
                Event::sent(to.clone(), Some("m"), at(0)),
                Event::failure(to.clone(), Some("m"), gone.clone(), at(0).plus(60)),
            ]
        })
        .collect();
    let policy = Standard::default();
    assert_eq!(replay::replay(log.clone(), &policy, None, at(1)).stopped, 100);
    let guarded = replay::replay(log, &policy, Some(Guard::default()), at(1));
    assert_eq!((guarded.stopped, guarded.held), (0, 0));
}
