//! Ranked full text search.

use http_status_info::{StatusInfo, iter};

/// A status that has the words of a search.
pub struct Hit {
    pub status: &'static StatusInfo,
    /// The sentence that has most of the words.
    pub sentence: String,
    /// Words of the search, in lower case.
    pub words: Vec<String>,
    score: f64,
}

/// What a word in a field counts.
const NAME: f64 = 8.0;
const ALIAS: f64 = 6.0;
const SENDER: f64 = 5.0;
const OVERVIEW: f64 = 4.0;
const TAKEAWAY: f64 = 2.0;
const INFORMATION: f64 = 1.0;

/// What sentences of other documents count that have the words and name the status.
const MENTION: f64 = 3.0;

/// What a code of the registry counts, as a multiple.
const STANDARD: f64 = 2.0;

/// What the words side by side count, as a multiple.
const PHRASE: f64 = 3.0;

/// A text of a document, and what a word in it counts.
struct Field {
    weight: f64,
    text: &'static str,
    lower: String,
}

/// Finds the statuses whose documents have all words, the best match first.
pub fn search(words: &[String]) -> Vec<Hit> {
    let text = words.join(" ").to_lowercase();
    let words: Vec<String> = tokens(&text).map(|(_, word)| singular(word).to_owned()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let phrase = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let documents: Vec<_> = iter().map(|status| (status, fields(status))).collect();
    let has = |fields: &[Field], word: &str| fields.iter().any(|field| count(&field.lower, word) > 0.0);
    // Rare words say more than frequent ones.
    let rarity = |word: &String| {
        let with = documents.iter().filter(|(_, fields)| has(fields, word)).count();
        (1.0 + to_f64(documents.len()) / (1.0 + to_f64(with))).ln()
    };
    let rarities: Vec<f64> = words.iter().map(rarity).collect();
    let mentions = mentions(&documents, &words);
    let mut hits: Vec<Hit> = documents
        .iter()
        .zip(mentions)
        .filter(|((_, fields), mention)| mention.is_some() || words.iter().all(|word| has(fields, word)))
        .map(|((status, fields), mention)| {
            let own = [NAME, ALIAS, SENDER, OVERVIEW, TAKEAWAY, INFORMATION].map(|weight| {
                // The best of a kind, so that a document with many of them is no better for it.
                let alike = fields.iter().filter(|field| field.weight.total_cmp(&weight).is_eq());
                alike.map(|field| score(field, &words, &rarities, &phrase)).fold(0.0, f64::max)
            });
            let own: f64 = own.iter().sum();
            let (number, said) = mention.unwrap_or((0.0, ""));
            let standing = if status.is_standard() { STANDARD } else { 1.0 };
            let score = standing * (own + MENTION * rarities.iter().sum::<f64>() * number.ln_1p());
            Hit { status, sentence: sentence(status, fields, &words, said), words: words.clone(), score }
        })
        .collect();
    hits.sort_by(|a, b| b.score.total_cmp(&a.score));
    hits
}

/// Counts for each status the clauses of other documents that have all words and name it, such
/// as `a rate limit is 429 Too Many Requests`, and keeps the first sentence. They say which status is
/// meant, where its own document uses other words.
fn mentions<'d>(documents: &'d [(&StatusInfo, Vec<Field>)], words: &[String]) -> Vec<Option<(f64, &'d str)>> {
    let mut mentions = vec![None; documents.len()];
    for (from, (_, fields)) in documents.iter().enumerate() {
        for field in fields.iter().filter(|field| words.iter().all(|word| field.lower.contains(word))) {
            let clauses = sentences(field.text)
                .flat_map(|sentence| sentence.split([',', ';']).map(move |clause| (sentence, clause)));
            // A title has a code in it.
            let clauses = clauses.filter(|(_, clause)| clause.contains(|c: char| c.is_ascii_digit()));
            for (sentence, clause) in clauses {
                let lower = clause.to_lowercase();
                if !words.iter().all(|word| count(&lower, word) > 0.0) {
                    continue;
                }
                for (to, (status, _)) in documents.iter().enumerate() {
                    if to != from && clause.contains(status.title()) {
                        let (number, _) = mentions[to].get_or_insert((0.0, sentence));
                        *number += 1.0;
                    }
                }
            }
        }
    }
    mentions
}

fn fields(status: &StatusInfo) -> Vec<Field> {
    let field = |weight, text: &'static str| Field { weight, text, lower: text.to_lowercase() };
    let aliases = status.aliases().iter().map(|alias| field(ALIAS, alias));
    let meanings = status.meanings().iter();
    let meanings = meanings.flat_map(|meaning| {
        [
            Some((SENDER, meaning.by())),
            meaning.name().map(|name| (ALIAS, name)),
            Some((TAKEAWAY, meaning.overview())),
        ]
    });
    [field(NAME, status.name()), field(OVERVIEW, status.overview())]
        .into_iter()
        .chain(aliases)
        .chain(meanings.flatten().map(|(weight, text)| field(weight, text)))
        .chain(status.takeaways().map(|takeaway| field(TAKEAWAY, takeaway.plain())))
        .chain([field(INFORMATION, status.information().plain())])
        .collect()
}

/// Scores a field: each word by its rarity, more of them with less and less weight.
fn score(field: &Field, words: &[String], rarities: &[f64], phrase: &str) -> f64 {
    let saturated = |count: f64| count / (count + 1.0);
    let single =
        words.iter().zip(rarities).map(|(word, rarity)| rarity * saturated(count(&field.lower, word)));
    let together = if words.len() > 1 { saturated(to_f64(field.lower.matches(phrase).count())) } else { 0.0 };
    field.weight * (single.sum::<f64>() + PHRASE * together)
}

/// Cuts the `s` of a plural off, so that `limits` finds `limit` too.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|rest| rest.len() > 3 && !rest.ends_with(['s', 'u', 'i'])).unwrap_or(word)
}

/// Counts a word in a text. A word that begins with it counts half.
fn count(lower: &str, word: &str) -> f64 {
    let is_start = |place: usize| !lower[..place].ends_with(char::is_alphanumeric);
    let places = lower.match_indices(word).map(|(place, _)| place).filter(|place| is_start(*place));
    places
        .map(|place| if lower[place + word.len()..].starts_with(char::is_alphanumeric) { 0.5 } else { 1.0 })
        .sum()
}

/// Finds the sentence that has most of the words, side by side if possible, in the document itself
/// or as others say it. Sentences of text are better than lines of code and tables.
fn sentence(status: &StatusInfo, fields: &[Field], words: &[String], said: &str) -> String {
    let phrase = words.join(" ");
    let rank = |sentence: &str| {
        let lower = sentence.to_lowercase();
        let found = words.iter().filter(|word| count(&lower, word) > 0.0).count();
        (found, lower.contains(&phrase), !sentence.starts_with(' '))
    };
    let own =
        fields.iter().filter(|field| field.text != status.name()).flat_map(|field| sentences(field.text));
    let mut best = (rank(status.overview()), status.overview());
    for sentence in own.chain([said]) {
        let rank = rank(sentence);
        if rank > best.0 {
            best = (rank, sentence);
        }
    }
    best.1.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Splits plain text into sentences. Lines of code and tables are sentences.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| {
        let line = line.trim_start_matches("- ");
        let mut rest = if line.starts_with("    ") { "" } else { line };
        let whole = if rest.is_empty() { Some(line) } else { None };
        let parts = std::iter::from_fn(move || {
            let end = [". ", "? ", "! "].iter().filter_map(|stop| rest.find(stop)).min();
            let (sentence, left) = end.map_or((rest, ""), |end| (&rest[..=end], &rest[end + 2..]));
            rest = left;
            (!sentence.is_empty()).then_some(sentence)
        });
        whole.into_iter().chain(parts)
    })
}

/// Splits a text into words, each with its place.
pub fn tokens(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let start = text.as_ptr() as usize;
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
    words.map(move |word| (word.as_ptr() as usize - start, word))
}

#[expect(clippy::cast_precision_loss, reason = "counts of documents and words are small")]
fn to_f64(count: usize) -> f64 {
    count as f64
}
