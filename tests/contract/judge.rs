//! Compares what a client got with what it was to get.

use std::fmt::Debug;

use super::answer::{Answer, compressed};
use super::case::{Case, Way};
use super::expect::{Content, Expect};

/// The fields that an HTTP implementation adds for itself.
pub const FRAMING: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];

/// What is wrong with the answers to cases; nothing where all is well.
pub fn judge<G: Debug>(cases: &[Case<G>], way: &Way, answers: &[Answer]) -> Vec<String> {
    assert_eq!(cases.len(), answers.len(), "{}: not every row was answered", way.name);
    let pairs = cases.iter().zip(answers);
    pairs.filter_map(|(case, answer)| report(case, way, &faults(case, way, answer))).collect()
}

/// The faults of a row, a line each, below its name.
pub fn report<G>(case: &Case<G>, way: &Way, faults: &[String]) -> Option<String> {
    let all = || format!("{}: {}: {}:\n    {}", way.name, case.rule, case.name, faults.join("\n    "));
    (!faults.is_empty()).then(all)
}

/// What is wrong with the answer to GET.
pub fn compare(expect: &Expect, answer: &Answer) -> Vec<String> {
    Comparison { expect, answer, is_head: false }.faults()
}

fn faults<G>(case: &Case<G>, way: &Way, answer: &Answer) -> Vec<String> {
    let faults = |expect| Comparison { expect, answer, is_head: case.request.method == "HEAD" }.faults();
    let mut found = Vec::new();
    let mut expect = &case.expect;
    for exception in case.exceptions.iter().filter(|exception| (exception.on)(way)) {
        if faults(expect).is_empty() {
            found.push(format!("this exception explains nothing any more: {}", exception.reason));
        }
        expect = &exception.expect;
    }
    found.extend(faults(expect));
    found
}

/// Fails with all faults.
pub fn assert_none(faults: &[String]) {
    assert!(faults.is_empty(), "{} rows fail\n{}\n", faults.len(), faults.join("\n"));
}

struct Comparison<'c> {
    expect: &'c Expect,
    answer: &'c Answer,
    is_head: bool,
}

impl Comparison<'_> {
    fn faults(&self) -> Vec<String> {
        if self.expect.broken.is_some() || self.answer.broken.is_some() {
            return self.no_answer();
        }
        let mut faults = Vec::new();
        let (expected, found) = (self.expect.status, self.answer.status);
        if expected != found {
            faults.push(format!("status: expected {expected}, found {found}"));
        }
        self.fields(&mut faults);
        self.vary(&mut faults);
        self.length(&mut faults);
        let other = self.expect.same_as.iter().filter(|(_, content)| self.answer.content != *content);
        faults.extend(other.map(|(way, _)| format!("content: other bytes than {way}")));
        if self.is_head {
            if !self.answer.content.is_empty() {
                faults.push(format!("HEAD got content: {}", shown(&[&self.answer.content])));
            }
        } else {
            match self.answer.decoded() {
                Ok(content) => self.content(&content, &mut faults),
                Err(fault) => faults.push(fault),
            }
        }
        faults
    }

    /// What is wrong where there was no answer, or was to be none.
    fn no_answer(&self) -> Vec<String> {
        match (self.expect.broken, self.answer.broken.as_deref()) {
            (expected, found) if expected == found => Vec::new(),
            (None, found) => vec![format!("no answer: {}", found.unwrap_or_default())],
            (Some(expected), found) => {
                let found = found.map_or_else(|| format!("status {}", self.answer.status), str::to_owned);
                vec![format!("no answer: expected {expected}, found {found}")]
            }
        }
    }

    fn fields(&self, faults: &mut Vec<String>) {
        for (name, expected) in &self.expect.present {
            let found = self.answer.lines(name);
            if found != *expected {
                faults.push(format!("{name}: expected {}, found {}", shown(expected), shown(&found)));
            }
        }
        for name in &self.expect.absent {
            let found = self.answer.lines(name);
            if !found.is_empty() {
                faults.push(format!("{name}: expected none, found {}", shown(&found)));
            }
        }
        for (name, part) in &self.expect.parts {
            let found = self.answer.lines(name);
            if !found.iter().any(|line| String::from_utf8_lossy(line).contains(part)) {
                faults.push(format!("{name}: expected {part} in it, found {}", shown(&found)));
            }
        }
        for (name, value) in self.answer.fields.iter().filter(|_| self.expect.is_complete) {
            if !self.expect.names(name) && !FRAMING.contains(&name.as_str()) {
                faults.push(format!("{name}: expected no such field, found {}", shown(&[value])));
            }
        }
    }

    fn vary(&self, faults: &mut Vec<String>) {
        let Some(expected) = &self.expect.vary else { return };
        let (expected, found) = (expected.join(", "), self.answer.lines("vary"));
        if found != [expected.as_bytes()] {
            faults.push(format!("vary: expected one line `{expected}`, found {}", shown(&found)));
        }
    }

    /// The length that is said is the one that is sent, to HEAD the one that GET is sent.
    fn length(&self, faults: &mut Vec<String>) {
        let lines = self.answer.lines("content-length");
        let said = lines.first().map(|line| String::from_utf8_lossy(line).parse::<usize>());
        let has_length = self.expect.content.has_length();
        let is_right = match said {
            None => !has_length || self.expect.is_compressed,
            Some(Ok(0)) => !has_length && self.answer.content.is_empty(),
            Some(Ok(length)) => self.is_head || length == self.answer.content.len(),
            Some(Err(_)) => false,
        };
        if !is_right || lines.len() > 1 {
            let length = self.answer.content.len();
            faults.push(format!("content-length: {} for {length} bytes", shown(&lines)));
        }
    }

    fn content(&self, content: &[u8], faults: &mut Vec<String>) {
        let text = String::from_utf8_lossy(content);
        let is_kind = match &self.expect.content {
            Content::Nothing => content.is_empty(),
            Content::Exactly(expected) => self.answer.content == *expected,
            Content::Html => {
                text.starts_with("<!DOCTYPE html>\n<html lang=") && text.matches("<h1").count() == 1
            }
            Content::Fragment => text.starts_with("<div "),
            Content::Own | Content::Text => !text.is_empty(),
            Content::Problem => match serde_json::from_slice(content) {
                Ok(problem) => {
                    self.members(&problem, faults);
                    true
                }
                Err(_) => false,
            },
        };
        if !is_kind {
            faults.push(format!("content: expected {:?}, found {}", self.expect.content, shown(&[content])));
        }
        let missing = self.expect.says.iter().filter(|part| !text.contains(part.as_str()));
        faults.extend(missing.map(|part| format!("content: expected `{part}`, found {}", shown(&[content]))));
        let unwanted = self.expect.lacks.iter().filter(|part| text.contains(part.as_str()));
        faults.extend(
            unwanted.map(|part| format!("content: expected no `{part}`, found {}", shown(&[content]))),
        );
        if let Some((most, most_compressed)) = self.expect.at_most {
            let length = compressed(content).len();
            if content.len() > most || length > most_compressed {
                faults.push(format!("content: {} bytes, {length} compressed, are too many", content.len()));
            }
        }
    }

    fn members(&self, problem: &serde_json::Value, faults: &mut Vec<String>) {
        for name in ["type", "title"] {
            if !problem[name].is_string() {
                faults.push(format!("problem: expected a string as {name}, found {problem}"));
            }
        }
        for (name, expected) in &self.expect.members {
            let found = &problem[name];
            if found != expected {
                faults.push(format!("problem: {name}: expected {expected}, found {found}"));
            }
        }
        for name in self.expect.no_members.iter().filter(|&&name| problem.get(name).is_some()) {
            faults.push(format!("problem: {name}: expected none, found {}", problem[name]));
        }
    }
}

/// Values for a message, cut where they are long.
pub fn shown(values: &[impl AsRef<[u8]>]) -> String {
    let shown = values.iter().map(|value| {
        let text = String::from_utf8_lossy(value.as_ref());
        let start: String = text.chars().take(200).collect();
        if start.len() < text.len() { format!("`{start}`…") } else { format!("`{start}`") }
    });
    let shown: Vec<String> = shown.collect();
    if shown.is_empty() { "none".to_owned() } else { shown.join(", ") }
}
