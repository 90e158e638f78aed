//! Compares answers with the expected answers.

use std::fmt::Debug;

use super::answer::{Answer, compressed};
use super::case::{Case, Setup};
use super::expect::{Content, Expect};

/// The fields that an HTTP implementation adds itself.
pub const FRAMING: [&str; 4] = ["connection", "content-length", "date", "transfer-encoding"];

/// The differences between the answers and the rows. The list is empty if every row holds.
pub fn judge<G: Debug>(cases: &[Case<G>], setup: &Setup, answers: &[Answer]) -> Vec<String> {
    assert_eq!(cases.len(), answers.len(), "{}: not every row was answered", setup.name);
    let pairs = cases.iter().zip(answers);
    pairs.filter_map(|(case, answer)| report(case, setup, &faults(case, setup, answer))).collect()
}

/// Reports the faults of a row, one per line, below its name.
pub fn report<G>(case: &Case<G>, setup: &Setup, faults: &[String]) -> Option<String> {
    let all = || format!("{}: {}: {}:\n    {}", setup.name, case.rule, case.name, faults.join("\n    "));
    (!faults.is_empty()).then(all)
}

/// The differences between an answer to GET and the expected answer.
pub fn compare(expect: &Expect, answer: &Answer) -> Vec<String> {
    Comparison { expect, answer, is_head: false }.faults()
}

fn faults<G>(case: &Case<G>, setup: &Setup, answer: &Answer) -> Vec<String> {
    let faults = |expect| Comparison { expect, answer, is_head: case.request.method == "HEAD" }.faults();
    let mut found = Vec::new();
    let mut expect = &case.expect;
    for exception in case.exceptions.iter().filter(|exception| (exception.on)(setup)) {
        if faults(expect).is_empty() {
            found.push(format!("the row holds without this exception: {}", exception.reason));
        }
        expect = &exception.expect;
    }
    found.extend(faults(expect));
    found
}

/// Fails with all faults, if there are any.
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
        faults.extend(other.map(|(setup, _)| format!("content: other bytes than {setup}")));
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

    /// The difference if there is no answer, or if none is expected.
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
            if !self.expect.mentions(name) && !FRAMING.contains(&name.as_str()) {
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

    /// Checks that `Content-Length` is the length of the content, for HEAD the length for GET.
    fn length(&self, faults: &mut Vec<String>) {
        let lines = self.answer.lines("content-length");
        let stated = lines.first().map(|line| String::from_utf8_lossy(line).parse::<usize>());
        let has_length = self.expect.content.has_length();
        let is_right = match stated {
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
        let unexpected = self.expect.lacks.iter().filter(|part| text.contains(part.as_str()));
        faults.extend(
            unexpected.map(|part| format!("content: expected no `{part}`, found {}", shown(&[content]))),
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

/// Values for a message, shortened if they are long.
pub fn shown(values: &[impl AsRef<[u8]>]) -> String {
    let shown = values.iter().map(|value| {
        let text = String::from_utf8_lossy(value.as_ref());
        let start: String = text.chars().take(200).collect();
        if start.len() < text.len() { format!("`{start}`…") } else { format!("`{start}`") }
    });
    let shown: Vec<String> = shown.collect();
    if shown.is_empty() { "none".to_owned() } else { shown.join(", ") }
}
