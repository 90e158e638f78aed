//! Models of negotiation, which read nothing: they know what a field says before it is
//! written.

pub const OFFERS: [&str; 3] =
    ["text/html;charset=utf-8", "application/problem+json", "text/plain;charset=utf-8"];

/// A member of a list: what it is about, its parameters, its weight in thousandths, and
/// how the weight is written.
pub type Member = (&'static str, &'static str, u16, &'static str);

/// How much an offer is liked, and whether because it was named, by RFC 9110 §12.5.1 and
/// the aliases that the documentation of `accept::preferred` names.
fn liked(offer: &str, members: &[Member]) -> (u16, bool) {
    let offer = offer.split(';').next().unwrap();
    let is_problem = offer == "application/problem+json";
    let kind = &offer[..offer.find('/').unwrap()];
    // How specific each range is: beyond 1, it names the offer.
    let fits = |&(head, parameters, q, _): &Member| {
        let head = head.to_ascii_lowercase();
        let is_own = matches!(parameters, "" | ";;") || is_problem;
        let specific = match head.as_str() {
            "*" | "*/*" => 0,
            _ if head == format!("{kind}/*") => 1,
            "application/json" if is_problem => 2,
            _ if head == offer && is_own => 3,
            _ if head == offer
                && parameters.to_ascii_lowercase().replace(['"', '\\', ' '], "") == ";charset=utf-8" =>
            {
                4
            }
            _ => return None,
        };
        Some((specific, q))
    };
    // Of equally specific ones the first counts: the last of them in reverse.
    let own = members.iter().rev().filter_map(fits).max_by_key(|(specific, _)| *specific);
    let is_alias = |head: &str| {
        let head = head.to_ascii_lowercase();
        (is_problem && head.ends_with("+json") && head != offer)
            || (offer == "text/html" && head == "application/xhtml+xml")
    };
    let alias = members.iter().filter(|(head, ..)| is_alias(head)).map(|(_, _, q, _)| *q).max().unwrap_or(0);
    match own {
        Some((2.., q)) => (q, true),
        other => {
            let covered = other.map_or(0, |(_, q)| q);
            (covered.max(alias), alias > 0 && alias >= covered)
        }
    }
}

/// The place of the offer that is to be sent.
pub fn preferred_offer(members: &[Member]) -> Option<usize> {
    let liked = OFFERS.map(|offer| liked(offer, members));
    let best = liked.into_iter().max().filter(|(q, _)| *q > 0)?;
    liked.iter().position(|one| *one == best)
}

fn subtags(tag: &str) -> Vec<String> {
    let mut subtags: Vec<_> = tag.split('-').map(str::to_ascii_lowercase).collect();
    for (old, new) in [("no", "nb"), ("iw", "he"), ("in", "id"), ("ji", "yi")] {
        if subtags[0] == old {
            new.clone_into(&mut subtags[0]);
        }
    }
    subtags
}

/// The script that a tag names; for Chinese, that of the region where it does not.
fn script(tag: &[String]) -> Option<&str> {
    // Behind the language come subtags that extend it, of three letters (RFC 5646 §2.2.2).
    let is_extension =
        |subtag: &&String| subtag.len() == 3 && subtag.starts_with(|c: char| c.is_ascii_alphabetic());
    let named = tag
        .iter()
        .skip(1)
        .find(|subtag| !is_extension(subtag))
        .filter(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()));
    let is_traditional = tag.iter().any(|subtag| ["tw", "hk", "mo"].contains(&subtag.as_str()));
    let of_chinese = if is_traditional { "hant" } else { "hans" };
    named.map(String::as_str).or_else(|| (tag[0] == "zh").then_some(of_chinese))
}

/// Lookup by RFC 4647 §3.4, with the additions of `accept_language::preferred`.
pub fn preferred_tag(members: &[Member], tags: &[&str]) -> Option<usize> {
    // Of the same range the first counts.
    let is_first = |(place, (head, ..)): &(usize, &Member)| {
        !members[..*place].iter().any(|(other, ..)| subtags(other) == subtags(head))
    };
    let ranges: Vec<(Vec<String>, u16)> =
        members.iter().enumerate().filter(is_first).map(|(_, (head, _, q, _))| (subtags(head), *q)).collect();
    let tags: Vec<_> = tags.iter().map(|tag| subtags(tag)).collect();
    let is_wildcard = |range: &[String]| range == ["*"];
    let matching = |tag: &[String]| {
        let own =
            ranges.iter().filter(|(range, _)| tag.starts_with(range)).max_by_key(|(range, _)| range.len());
        own.or_else(|| ranges.iter().find(|(range, _)| is_wildcard(range)))
            .map(|(range, q)| (is_wildcard(range), *q))
    };
    let lookup = |range: &[String]| {
        let allowed = |place: &usize| matching(&tags[*place]).is_none_or(|(_, q)| q > 0);
        let mut places = (0..tags.len()).filter(allowed);
        if is_wildcard(range) {
            return places.find(|place| matching(&tags[*place]).is_none_or(|(is_wildcard, _)| is_wildcard));
        }
        let places: Vec<_> = places.collect();
        let has_script = |tag: &[String]| {
            let (own, other) = (script(range), script(tag));
            own.is_none() || other.is_none() || own == other
        };
        let truncated = (1..=range.len()).rev().map(|length| &range[..length]);
        let find =
            |wanted: &dyn Fn(&[String]) -> bool| places.iter().copied().find(|place| wanted(&tags[*place]));
        truncated
            .clone()
            .find_map(|start| find(&|tag| tag == start && has_script(tag)))
            .or_else(|| find(&|tag| tag[0] == range[0] && has_script(tag)))
            .or_else(|| truncated.clone().find_map(|start| find(&|tag| tag == start)))
    };
    let mut liked: Vec<_> = ranges.iter().filter(|(_, q)| *q > 0).collect();
    liked.sort_by_key(|(_, q)| std::cmp::Reverse(*q));
    liked.into_iter().find_map(|(range, _)| lookup(range))
}
