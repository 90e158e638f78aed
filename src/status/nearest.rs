//! The nearest valid word, for messages that suggest one.
//!
//! The build script and the library both compile this file: one suggests words for documents, the
//! other for text that a program parses.

use core::fmt;

/// The most characters of a word that are compared: more than any valid word has.
const MOST: usize = 64;

/// The end of a message about an unexpected word: the nearest expected word, or all expected
/// words if none is near.
pub(crate) struct Suggestion<'w, I> {
    pub(crate) word: &'w str,
    pub(crate) expected: I,
}

impl<'w, I: Iterator<Item = &'w str> + Clone> fmt::Display for Suggestion<'w, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(nearest) = nearest(self.word, self.expected.clone()) {
            return write!(f, ". Did you mean `{nearest}`?");
        }
        f.write_str(", expected one of")?;
        for (index, word) in self.expected.clone().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma} `{word}`")?;
        }
        Ok(())
    }
}

/// Finds the candidate that a misspelt word most likely stands for: the one with
/// the fewest letters to insert, remove or replace, at most a third of the word.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let mut letters = ['\0'; MOST];
    let mut length = 0;
    for (to, from) in letters.iter_mut().zip(word.chars()) {
        *to = from.to_ascii_lowercase();
        length += 1;
    }
    let word = letters.get(..length)?;
    let limit = (length / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Returns the Levenshtein distance of a word and a candidate, without regard to ASCII case.
fn distance(word: &[char], candidate: &str) -> usize {
    let mut row: [usize; MOST + 1] = core::array::from_fn(|index| index);
    for (i, theirs) in candidate.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, &ours) in word.iter().enumerate() {
            let replaced = diagonal + usize::from(ours != theirs.to_ascii_lowercase());
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[word.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let keys = ["overview", "code", "name"];
        assert_eq!(nearest("overvew", keys), Some("overview"));
        assert_eq!(nearest("Name", keys), Some("name"));
        assert_eq!(nearest("banana", keys), None);
        assert_eq!(nearest("", keys), None);
        assert_eq!(nearest(&"name".repeat(100), keys), None);
    }
}
