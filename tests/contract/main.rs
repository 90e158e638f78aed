//! The contract of error pages: every rule is a row of one table, which says what a client
//! sends, what the application answers, and what the client gets. The rows are driven
//! through the layer inside a `Router`, around it, and over a real connection; what is
//! axum's own has rows of its own. No framework's type is in the table, so that others can
//! be held to it.

#![cfg(all(feature = "axum", feature = "actix-web", feature = "poem", feature = "rocket"))]

mod answer;
#[cfg(unix)]
mod behind_nginx;
mod case;
mod cases;
mod connection;
mod exceptions;
mod expect;
mod frameworks;
mod given;
mod heads;
mod judge;
mod rules;

use std::collections::BTreeSet;

use crate::answer::Answer;
use crate::case::{Case, Way};
use crate::cases::cases;
use crate::exceptions::{attach, unused};
use crate::frameworks::axum::driver::{PLACINGS, Placing, answers, answers_of_shared, routes_to};
use crate::frameworks::axum::own::{routes, stacks};
use crate::frameworks::exceptions::EXCEPTIONS;
use crate::frameworks::{ACTIX_WEB, POEM, ROCKET, actix_web, poem, rocket};
use crate::judge::{assert_none, judge, report};
use crate::rules::{Fate, RULES, RULES_OF_ACTIX_WEB, RULES_OF_AXUM, RULES_OF_POEM, RULES_OF_ROCKET, fate};
use http_status_info::page::FieldName;

/// The placing of this name.
fn placing(name: &str) -> &'static Placing {
    PLACINGS.iter().find(|placing| placing.way.name == name).unwrap()
}

/// The ways in which the table is driven.
fn ways_of_table() -> Vec<&'static Way> {
    PLACINGS.iter().map(|placing| &placing.way).chain([&ACTIX_WEB, &POEM, &ROCKET]).collect()
}

async fn answers_to_table(placing: &Placing, cases: &[Case]) -> Vec<Answer> {
    let app = |case: &Case| (placing.place)((case.options)(), routes_to(&case.given));
    let answers = answers(&placing.way, cases, app).await;
    assert_eq!(answers.len(), cases.len(), "{}: not every row was answered", placing.way.name);
    answers
}

#[tokio::test]
async fn every_row_holds_in_every_way() {
    let cases = cases();
    let mut faults = Vec::new();
    for placing in &PLACINGS {
        faults.extend(judge(&cases, &placing.way, &answers_to_table(placing, &cases).await));
    }
    assert_none(&faults);
}

#[tokio::test]
async fn what_was_answered_before_changes_no_answer() {
    let mut cases = cases();
    let of_get = cases.iter().filter(|case| case.request.method == "GET");
    let of_head: Vec<Case> = of_get.map(Case::with_head).collect();
    cases.extend(of_head);
    let placing = placing("around a Router, same body");
    let of_new: Vec<Answer> =
        answers_to_table(placing, &cases).await.into_iter().map(Answer::sorted).collect();
    let mut faults = Vec::new();
    let of_shared = answers_of_shared(&cases).await;
    assert_eq!(of_shared.len(), 2 * cases.len(), "not every row was answered there and back again");
    for ((case, answer), new) in of_shared.into_iter().zip(of_new.iter().chain(of_new.iter().rev())) {
        let answer = answer.sorted();
        if answer != *new {
            faults.extend(report(
                case,
                &placing.way,
                &[format!("at first {new:?}"), format!("then {answer:?}")],
            ));
        }
    }
    assert_none(&faults);
}

#[tokio::test]
async fn every_way_sends_the_same_bytes() {
    let cases = cases();
    let mut faults = Vec::new();
    let [first_placing, placings @ ..] = &PLACINGS;
    let first = answers_to_table(first_placing, &cases).await;
    for placing in placings {
        let others = answers_to_table(placing, &cases).await;
        for ((case, one), other) in cases.iter().zip(&first).zip(&others) {
            if (&one.content, &one.broken) != (&other.content, &other.broken) {
                let fault = format!("other bytes than {}", first_placing.way.name);
                faults.extend(report(case, &placing.way, &[fault]));
            }
        }
    }
    assert_none(&faults);
}

/// The table for another framework: the bytes of axum's answers are expected too, and what
/// the framework cannot meet is excepted.
fn cases_of_framework(cases: &[Case], of_axum: &Placing, answers: &[Answer]) -> Vec<Case> {
    let rows = cases.iter().zip(answers);
    let with_bytes = rows.map(|(case, answer)| Case {
        expect: case.expect.clone().same_as(&of_axum.way, &answer.content),
        ..case.clone()
    });
    let mut cases: Vec<Case> = with_bytes.collect();
    attach(&mut cases, EXCEPTIONS);
    cases
}

#[tokio::test]
async fn every_row_holds_on_actix_web_with_the_same_bytes() {
    let cases = cases();
    let of_axum = placing("around a Router, over a connection");
    let expected = cases_of_framework(&cases, of_axum, &answers_to_table(of_axum, &cases).await);
    assert_none(&judge(&expected, &ACTIX_WEB, &actix_web::driver::answers(&cases).await));
}

#[tokio::test]
async fn every_row_holds_on_poem_with_the_same_bytes() {
    let cases = cases();
    let of_axum = placing("around a Router, over a connection");
    let expected = cases_of_framework(&cases, of_axum, &answers_to_table(of_axum, &cases).await);
    assert_none(&judge(&expected, &POEM, &poem::driver::answers(&cases).await));
}

#[tokio::test]
async fn every_row_holds_on_rocket_with_the_same_bytes() {
    let cases = cases();
    let of_axum = placing("around a Router, over a connection");
    let expected = cases_of_framework(&cases, of_axum, &answers_to_table(of_axum, &cases).await);
    assert_none(&judge(&expected, &ROCKET, &rocket::driver::answers(&cases).await));
}

#[tokio::test]
async fn head_gets_the_fields_of_get_in_every_way() {
    // What becomes of other statuses is up to the server.
    let is_error = |case: &Case| case.request.method == "GET" && (400..=599).contains(&case.given.status);
    let cases: Vec<Case> = cases().into_iter().filter(is_error).collect();
    let mut faults = Vec::new();
    for placing in &PLACINGS {
        let with_head = heads::cases(&cases, &answers_to_table(placing, &cases).await);
        faults.extend(judge(&with_head, &placing.way, &answers_to_table(placing, &with_head).await));
    }
    let with_head = heads::cases(&cases, &actix_web::driver::answers(&cases).await);
    faults.extend(judge(&with_head, &ACTIX_WEB, &actix_web::driver::answers(&with_head).await));
    let with_head = heads::cases(&cases, &poem::driver::answers(&cases).await);
    faults.extend(judge(&with_head, &POEM, &poem::driver::answers(&with_head).await));
    let with_head = heads::cases(&cases, &rocket::driver::answers(&cases).await);
    faults.extend(judge(&with_head, &ROCKET, &rocket::driver::answers(&with_head).await));
    faults.extend(unused(&with_head, &ways_of_table()));
    assert_none(&faults);
}

#[tokio::test]
async fn every_row_of_axum_s_routing_holds_in_every_way() {
    let cases = routes::cases();
    let mut faults = Vec::new();
    for placing in &PLACINGS {
        let app = |case: &Case<routes::Routes>| (placing.place)((case.options)(), (case.given)());
        faults.extend(judge(&cases, &placing.way, &answers(&placing.way, &cases, app).await));
    }
    assert_none(&faults);
}

#[tokio::test]
async fn every_row_of_a_stack_of_layers_holds() {
    let cases = stacks::cases();
    let mut faults = Vec::new();
    for way in &stacks::WAYS {
        faults.extend(judge(&cases, way, &answers(way, &cases, |case| (case.given)()).await));
    }
    assert_none(&faults);
}

#[tokio::test]
async fn every_row_of_actix_web_s_own_holds() {
    let cases = actix_web::own::cases();
    assert_none(&judge(&cases, &ACTIX_WEB, &actix_web::own::answers(&cases).await));
}

#[tokio::test]
async fn every_row_of_poem_s_own_holds() {
    let cases = poem::own::cases();
    assert_none(&judge(&cases, &POEM, &poem::own::answers(&cases).await));
}

#[tokio::test]
async fn every_row_of_rocket_s_own_holds() {
    let cases = rocket::own::cases();
    assert_none(&judge(&cases, &ROCKET, &rocket::own::answers(&cases).await));
}

#[test]
fn every_exception_is_for_a_way_in_which_its_row_is_driven() {
    let of_axum = PLACINGS.each_ref().map(|placing| &placing.way);
    let mut cases = cases();
    attach(&mut cases, EXCEPTIONS);
    let found = [
        unused(&cases, &ways_of_table()),
        unused(&routes::cases(), &of_axum),
        unused(&stacks::cases(), &stacks::WAYS.each_ref()),
        unused(&actix_web::own::cases(), &[&ACTIX_WEB]),
        unused(&poem::own::cases(), &[&POEM]),
        unused(&rocket::own::cases(), &[&ROCKET]),
    ];
    assert_none(&found.concat());
}

/// The rules and names of rows, which tell one row from all others.
fn names<G>(cases: &[Case<G>]) -> Vec<(&'static str, String)> {
    cases.iter().map(|case| (case.rule, case.name.clone())).collect()
}

#[test]
fn every_rule_has_a_row_and_every_row_a_rule_and_a_name_of_its_own() {
    let of_all = names(&cases());
    let of_axum = [names(&routes::cases()), names(&stacks::cases())].concat();
    let of_actix_web = names(&actix_web::own::cases());
    let of_poem = names(&poem::own::cases());
    let of_rocket = names(&rocket::own::cases());
    let lists = [
        (RULES, of_all),
        (RULES_OF_AXUM, of_axum),
        (RULES_OF_ACTIX_WEB, of_actix_web),
        (RULES_OF_POEM, of_poem),
        (RULES_OF_ROCKET, of_rocket),
    ];
    for (rules, names) in lists {
        let known: BTreeSet<&str> = rules.iter().copied().collect();
        let shown: BTreeSet<&str> = names.iter().map(|(rule, _)| *rule).collect();
        assert_eq!(known.len(), rules.len(), "a rule stands there twice");
        let apart: Vec<_> = known.symmetric_difference(&shown).collect();
        assert!(apart.is_empty(), "rules without a row, or rows without a rule: {apart:#?}");
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len(), "two rows have one name");
    }
}

#[test]
fn every_field_that_error_pages_know_has_a_row_that_shows_what_becomes_of_it() {
    let cases = cases();
    for &field in FieldName::ALL {
        let name = field.as_str();
        let is_shown = |case: &Case| {
            let is_sent = case.request.fields.iter().any(|(sent, _)| sent == name);
            let is_given = case.given.fields.iter().any(|(given, _)| given == name);
            let is_present =
                case.expect.names(name) && !case.expect.absent.iter().any(|absent| absent == name);
            match fate(field) {
                Fate::Asked => is_sent,
                Fate::Kept => is_given && is_present,
                // Every page is compared with the length that is said.
                Fate::Rewritten => is_given && case.expect.content.has_length() && !case.given.has_content(),
                Fate::Removed => is_given && case.expect.absent.iter().any(|absent| absent == name),
                Fate::Added => !is_given && is_present,
            }
        };
        assert!(cases.iter().any(is_shown), "no row shows what becomes of {name}: {:?}", fate(field));
    }
}
