//! The contract of error pages: each row of one table shows a rule by a request, the response of the
//! application, and the expected answer. Several setups run the rows: the layer inside a `Router`, the
//! layer around it, and real connections. Each framework also has rows of its own. The table has no type
//! of a framework, so that every framework can run it.

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
use crate::case::{Case, Setup};
use crate::cases::cases;
use crate::exceptions::{attach, unused};
use crate::frameworks::axum::driver::{TOWER_SETUPS, TowerSetup, answers, answers_of_shared, routes_to};
use crate::frameworks::axum::own::{routes, stacks};
use crate::frameworks::exceptions::EXCEPTIONS;
use crate::frameworks::{ACTIX_WEB, POEM, ROCKET, actix_web, poem, rocket};
use crate::judge::{assert_none, judge, report};
use crate::rules::{
    RULES, RULES_OF_ACTIX_WEB, RULES_OF_AXUM, RULES_OF_POEM, RULES_OF_ROCKET, Treatment, treatment,
};
use http_status_info::page::FieldName;

/// The setup with a name.
fn tower_setup(name: &str) -> &'static TowerSetup {
    TOWER_SETUPS.iter().find(|tower| tower.setup.name == name).unwrap()
}

/// The setups that run the table.
fn setups_of_table() -> Vec<&'static Setup> {
    TOWER_SETUPS.iter().map(|tower| &tower.setup).chain([&ACTIX_WEB, &POEM, &ROCKET]).collect()
}

async fn answers_to_table(tower: &TowerSetup, cases: &[Case]) -> Vec<Answer> {
    let app = |case: &Case| (tower.add_pages)((case.options)(), routes_to(&case.given));
    let answers = answers(&tower.setup, cases, app).await;
    assert_eq!(answers.len(), cases.len(), "{}: not every row was answered", tower.setup.name);
    answers
}

#[tokio::test]
async fn every_row_holds_in_every_setup() {
    let cases = cases();
    let mut faults = Vec::new();
    for tower in &TOWER_SETUPS {
        faults.extend(judge(&cases, &tower.setup, &answers_to_table(tower, &cases).await));
    }
    assert_none(&faults);
}

#[tokio::test]
async fn earlier_answers_change_no_later_answer() {
    let mut cases = cases();
    let of_get = cases.iter().filter(|case| case.request.method == "GET");
    let of_head: Vec<Case> = of_get.map(Case::with_head).collect();
    cases.extend(of_head);
    let tower = tower_setup("around a Router, same body");
    let of_new: Vec<Answer> = answers_to_table(tower, &cases).await.into_iter().map(Answer::sorted).collect();
    let mut faults = Vec::new();
    let of_shared = answers_of_shared(&cases).await;
    assert_eq!(of_shared.len(), 2 * cases.len(), "not every row was answered in both orders");
    for ((case, answer), new) in of_shared.into_iter().zip(of_new.iter().chain(of_new.iter().rev())) {
        let answer = answer.sorted();
        if answer != *new {
            faults.extend(report(
                case,
                &tower.setup,
                &[format!("at first {new:?}"), format!("then {answer:?}")],
            ));
        }
    }
    assert_none(&faults);
}

#[tokio::test]
async fn every_setup_sends_the_same_bytes() {
    let cases = cases();
    let mut faults = Vec::new();
    let [first_setup, other_setups @ ..] = &TOWER_SETUPS;
    let first = answers_to_table(first_setup, &cases).await;
    for tower in other_setups {
        let others = answers_to_table(tower, &cases).await;
        for ((case, one), other) in cases.iter().zip(&first).zip(&others) {
            if (&one.content, &one.broken) != (&other.content, &other.broken) {
                let fault = format!("other bytes than {}", first_setup.setup.name);
                faults.extend(report(case, &tower.setup, &[fault]));
            }
        }
    }
    assert_none(&faults);
}

/// The table for another framework. Each row also expects the bytes of axum's answer, and gets the
/// exceptions of the framework.
fn cases_of_framework(cases: &[Case], of_axum: &TowerSetup, answers: &[Answer]) -> Vec<Case> {
    let rows = cases.iter().zip(answers);
    let with_bytes = rows.map(|(case, answer)| Case {
        expect: case.expect.clone().same_as(&of_axum.setup, &answer.content),
        ..case.clone()
    });
    let mut cases: Vec<Case> = with_bytes.collect();
    attach(&mut cases, EXCEPTIONS);
    cases
}

#[tokio::test]
async fn every_row_holds_on_actix_web_with_the_same_bytes() {
    let cases = cases();
    let of_axum = tower_setup("around a Router, over a connection");
    let expected = cases_of_framework(&cases, of_axum, &answers_to_table(of_axum, &cases).await);
    assert_none(&judge(&expected, &ACTIX_WEB, &actix_web::driver::answers(&cases).await));
}

#[tokio::test]
async fn every_row_holds_on_poem_with_the_same_bytes() {
    let cases = cases();
    let of_axum = tower_setup("around a Router, over a connection");
    let expected = cases_of_framework(&cases, of_axum, &answers_to_table(of_axum, &cases).await);
    assert_none(&judge(&expected, &POEM, &poem::driver::answers(&cases).await));
}

#[tokio::test]
async fn every_row_holds_on_rocket_with_the_same_bytes() {
    let cases = cases();
    let of_axum = tower_setup("around a Router, over a connection");
    let expected = cases_of_framework(&cases, of_axum, &answers_to_table(of_axum, &cases).await);
    assert_none(&judge(&expected, &ROCKET, &rocket::driver::answers(&cases).await));
}

#[tokio::test]
async fn head_gets_the_fields_of_get_in_every_setup() {
    // The server decides about other statuses.
    let is_error = |case: &Case| case.request.method == "GET" && (400..=599).contains(&case.given.status);
    let cases: Vec<Case> = cases().into_iter().filter(is_error).collect();
    let mut faults = Vec::new();
    for tower in &TOWER_SETUPS {
        let with_head = heads::cases(&cases, &answers_to_table(tower, &cases).await);
        faults.extend(judge(&with_head, &tower.setup, &answers_to_table(tower, &with_head).await));
    }
    let with_head = heads::cases(&cases, &actix_web::driver::answers(&cases).await);
    faults.extend(judge(&with_head, &ACTIX_WEB, &actix_web::driver::answers(&with_head).await));
    let with_head = heads::cases(&cases, &poem::driver::answers(&cases).await);
    faults.extend(judge(&with_head, &POEM, &poem::driver::answers(&with_head).await));
    let with_head = heads::cases(&cases, &rocket::driver::answers(&cases).await);
    faults.extend(judge(&with_head, &ROCKET, &rocket::driver::answers(&with_head).await));
    faults.extend(unused(&with_head, &setups_of_table()));
    assert_none(&faults);
}

#[tokio::test]
async fn every_row_of_axum_s_routing_holds_in_every_setup() {
    let cases = routes::cases();
    let mut faults = Vec::new();
    for tower in &TOWER_SETUPS {
        let app = |case: &Case<routes::Routes>| (tower.add_pages)((case.options)(), (case.given)());
        faults.extend(judge(&cases, &tower.setup, &answers(&tower.setup, &cases, app).await));
    }
    assert_none(&faults);
}

#[tokio::test]
async fn every_row_of_a_stack_of_layers_holds() {
    let cases = stacks::cases();
    let mut faults = Vec::new();
    for setup in &stacks::SETUPS {
        faults.extend(judge(&cases, setup, &answers(setup, &cases, |case| (case.given)()).await));
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
fn every_exception_is_for_a_setup_that_runs_its_row() {
    let of_axum = TOWER_SETUPS.each_ref().map(|tower| &tower.setup);
    let mut cases = cases();
    attach(&mut cases, EXCEPTIONS);
    let found = [
        unused(&cases, &setups_of_table()),
        unused(&routes::cases(), &of_axum),
        unused(&stacks::cases(), &stacks::SETUPS.each_ref()),
        unused(&actix_web::own::cases(), &[&ACTIX_WEB]),
        unused(&poem::own::cases(), &[&POEM]),
        unused(&rocket::own::cases(), &[&ROCKET]),
    ];
    assert_none(&found.concat());
}

/// The rules and names of rows. Together, they identify a row.
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
        assert_eq!(known.len(), rules.len(), "a rule is listed twice");
        let apart: Vec<_> = known.symmetric_difference(&shown).collect();
        assert!(apart.is_empty(), "rules without a row, or rows without a rule: {apart:#?}");
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len(), "two rows of a rule have the same name");
    }
}

#[test]
fn every_field_that_error_pages_know_has_a_row_that_shows_its_treatment() {
    let cases = cases();
    for &field in FieldName::ALL {
        let name = field.as_str();
        let is_shown = |case: &Case| {
            let is_sent = case.request.fields.iter().any(|(sent, _)| sent == name);
            let is_given = case.given.fields.iter().any(|(given, _)| given == name);
            let is_present =
                case.expect.mentions(name) && !case.expect.absent.iter().any(|absent| absent == name);
            match treatment(field) {
                Treatment::Read => is_sent,
                Treatment::Kept => is_given && is_present,
                // The comparison checks the length of every page.
                Treatment::Rewritten => {
                    is_given && case.expect.content.has_length() && !case.given.has_content()
                }
                Treatment::Removed => is_given && case.expect.absent.iter().any(|absent| absent == name),
                Treatment::Added => !is_given && is_present,
            }
        };
        assert!(cases.iter().any(is_shown), "no row shows the treatment of {name}: {:?}", treatment(field));
    }
}
