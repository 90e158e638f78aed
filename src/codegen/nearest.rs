//! Suggestions in messages: the known word that is nearest to a misspelt one.

use std::fmt::Write;

/// Writes the end of a message about an unknown word: the nearest expected word, or else all
/// of them.
pub fn suggestion<'w>(word: &str, expected: impl Iterator<Item = &'w str> + Clone) -> String {
    if let Some(nearest) = nearest(word, expected.clone()) {
        return format!(". Did you mean `{nearest}`?");
    }
    let mut text = String::from(", expected one of");
    for (index, word) in expected.enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(text, "{comma} `{word}`");
    }
    text
}

/// Finds the candidate with the fewest letters to insert, remove or replace. At most a third
/// of the letters of the word may change.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word: Vec<char> = word.chars().take(64).map(|c| c.to_ascii_lowercase()).collect();
    let limit = (word.len() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|&(distance, _)| distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// The Levenshtein distance, without regard to ASCII case.
fn distance(word: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
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
    use super::{nearest, suggestion};

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let keys = ["overview", "code", "name"];
        assert_eq!(nearest("overvew", keys), Some("overview"));
        assert_eq!(nearest("Name", keys), Some("name"));
        assert_eq!(nearest("banana", keys), None);
        assert_eq!(nearest("", keys), None);
    }

    #[test]
    fn a_suggestion_is_the_nearest_word_or_all_words() {
        let keys = ["code", "name"].into_iter();
        assert_eq!(suggestion("Name", keys.clone()), ". Did you mean `name`?");
        assert_eq!(suggestion("banana", keys), ", expected one of `code`, `name`");
    }
}
