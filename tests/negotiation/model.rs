//! Models of negotiation. They need no parser, since they get the members before these are written to a
//! field. The models are slow, and written from the rules.

/// A member of a list, with its meaning and its notation.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// A media range or a language range.
    pub head: &'static str,
    pub parameters: &'static str,
    /// The weight, in ten-thousandths.
    pub weight: u16,
    /// The text before the weight. If it is empty, the full weight is left out.
    pub style: &'static str,
    /// The index of the notation of the weight.
    pub number: usize,
    /// The text before the member, unless the member is the first.
    pub separator: &'static str,
}

pub const FULL: u16 = 10_000;

impl Member {
    fn number(&self) -> String {
        let digits = format!("{:04}", self.weight);
        match (self.weight, self.number) {
            (FULL, number) => ["1", "1.", "01.000", "1.5", "99999999999999999999"][number].to_owned(),
            (_, 0) => format!("0.{digits}"),
            (_, 1) => format!(".{digits}"),
            (_, 2) => format!("00.{digits}"),
            (_, 3) => format!("0.{digits}{}", "0".repeat(40)),
            _ => format!("0.{}", digits.trim_end_matches('0')),
        }
    }
}

/// Writes members as the value of a field.
pub fn to_field(members: &[Member]) -> String {
    let mut field = String::new();
    for (index, member) in members.iter().enumerate() {
        field += if index > 0 { member.separator } else { "" };
        field += member.head;
        field += member.parameters;
        if member.weight < FULL || !member.style.is_empty() {
            field += if member.style.is_empty() { ";q=" } else { member.style };
            field += &member.number();
        }
    }
    field
}

pub const OFFERS: [&str; 3] =
    ["text/html;charset=utf-8", "application/problem+json", "text/plain;charset=utf-8"];

/// The rank of an offer: its weight, whether the field names it, and whether it is the fallback for
/// Markdown. The rules are RFC 9110 §12.5.1 and the additions of `accept::preferred`.
fn rank(offer: &str, members: &[Member]) -> (u16, bool, bool) {
    let offer = offer.split(';').next().unwrap();
    let is_problem = offer == "application/problem+json";
    let weights = |is_match: &dyn Fn(&str) -> bool| -> Vec<u16> {
        let matching = members.iter().filter(|member| is_match(&member.head.to_ascii_lowercase()));
        matching.map(|member| member.weight).collect()
    };
    // The first of the most specific ranges for the type itself. Its parameters are the parameters of
    // the offer, or it has no parameters.
    let exact_weight = |has_parameters: bool| {
        let is_exact = |member: &&Member| {
            let parameters = member.parameters.to_ascii_lowercase().replace(['"', '\\', ' '], "");
            let is_bare = is_problem || matches!(parameters.as_str(), "" | ";;");
            let has_right_parameters =
                if has_parameters { parameters == ";charset=utf-8" && !is_problem } else { is_bare };
            member.head.eq_ignore_ascii_case(offer) && has_right_parameters
        };
        members.iter().find(is_exact).map(|member| member.weight)
    };
    if let Some(weight) = exact_weight(true).or_else(|| exact_weight(false)) {
        return (weight, true, false);
    }
    let json = weights(&|head| head == "application/json");
    let other_json = weights(&|head| head.ends_with("+json") && head != offer);
    let other_json = other_json.into_iter().filter(|weight| *weight > 0);
    if let Some(weight) = json.first().copied().into_iter().chain(other_json).max().filter(|_| is_problem) {
        return (weight, true, false);
    }
    let of_type =
        weights(&|head| head.strip_suffix("/*").is_some_and(|kind| offer.split('/').next() == Some(kind)));
    let of_all = weights(&|head| matches!(head, "*" | "*/*"));
    let wildcard = of_type.first().or(of_all.first()).copied().unwrap_or(0);
    let xhtml = weights(&|head| head == "application/xhtml+xml").into_iter().max().unwrap_or(0);
    if offer == "text/html" && xhtml > 0 && xhtml >= wildcard {
        return (xhtml, true, false);
    }
    let markdown = weights(&|head| matches!(head, "text/markdown" | "text/x-markdown")).into_iter().max();
    let is_greatest = markdown > Some(0) && markdown == weights(&|_| true).into_iter().max();
    (wildcard, false, is_greatest && offer == "text/plain")
}

/// The index of the preferred offer.
pub fn preferred_offer(members: &[Member]) -> Option<usize> {
    let ranks = OFFERS.map(|offer| rank(offer, members));
    let best = ranks.into_iter().max().filter(|(weight, ..)| *weight > 0)?;
    ranks.iter().position(|rank| *rank == best)
}

/// A tag in lower case, without the spelling of POSIX.
fn normalized(tag: &str) -> String {
    let end = if tag.contains('_') { tag.find('.') } else { None };
    tag[..end.unwrap_or(tag.len())].replace('_', "-").to_ascii_lowercase()
}

/// The subtags of a tag in a canonical order: the preferred language, the script if there is one, and
/// the others. For Chinese, the region implies a script.
fn subtags(tag: &str) -> Vec<String> {
    let mut tag = normalized(tag);
    let preferred = [("zh-cmn", "zh"), ("zh-yue", "yue"), ("no-nyn", "nn"), ("i-klingon", "tlh")];
    let preferred = preferred.into_iter().find(|(old, _)| tag == *old || tag.starts_with(&format!("{old}-")));
    if let Some((old, new)) = preferred {
        tag.replace_range(..old.len(), new);
    }
    let mut subtags: Vec<String> = tag.split('-').map(str::to_owned).collect();
    for (old, new) in [("no", "nb"), ("iw", "he"), ("in", "id"), ("ji", "yi"), ("cmn", "zh")] {
        if subtags[0] == old {
            new.clone_into(&mut subtags[0]);
        }
    }
    let is_script = |subtag: &String| subtag.len() == 4 && subtag.chars().all(|c| c.is_ascii_alphabetic());
    let end = subtags.iter().position(|subtag| subtag.len() == 1).unwrap_or(subtags.len());
    let script = (1..end).find(|index| is_script(&subtags[*index])).map(|index| subtags.remove(index));
    let script_of_region =
        region(&subtags).filter(|_| subtags[0] == "zh").map(|region| match region.as_str() {
            "tw" | "hk" | "mo" => "hant".to_owned(),
            _ => "hans".to_owned(),
        });
    if let Some(script) = script.or(script_of_region) {
        subtags.insert(1, script);
    }
    subtags
}

fn region(subtags: &[String]) -> Option<String> {
    let end = subtags.iter().position(|subtag| subtag.len() == 1).unwrap_or(subtags.len());
    let is_region = |subtag: &&String| match subtag.len() {
        2 => true,
        3 => subtag.chars().all(|c| c.is_ascii_digit()),
        _ => false,
    };
    subtags[..end].iter().skip(1).find(is_region).cloned()
}

fn script(subtags: &[String]) -> Option<&str> {
    let script = subtags
        .get(1)
        .filter(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()));
    script.map(String::as_str).or_else(|| (subtags[0] == "zh").then_some("hans"))
}

/// The index of the allowed tag that a range finds, by RFC 4647 §3.4 and the further steps in the
/// documentation of `accept_language::preferred`.
fn lookup(range: &str, tags: &[&str], allowed: &[usize]) -> Option<usize> {
    let range_subtags = subtags(range);
    let find = |is_match: &dyn Fn(&str) -> bool| allowed.iter().copied().find(|index| is_match(tags[*index]));
    let has_same_spelling =
        |tag: &str| format!("{}-", normalized(range)).starts_with(&format!("{}-", normalized(tag)));
    let steps = |range_subtags: &[String]| {
        let has_compatible_script = |tag: &str| {
            let tag = subtags(tag);
            tag[0] == range_subtags[0]
                && (script(&tag).is_none()
                    || script(range_subtags)
                        .is_none_or(|script_of_range| script(&tag) == Some(script_of_range)))
        };
        let is_truncated = |tag: &str, length: usize| subtags(tag) == range_subtags[..length];
        let truncated = (1..range_subtags.len()).rev().find_map(|length| {
            let is_found = |tag: &str| is_truncated(tag, length) && has_compatible_script(tag);
            find(&|tag| is_found(tag) && has_same_spelling(tag)).or_else(|| find(&is_found))
        });
        find(&|tag| subtags(tag) == range_subtags)
            .or(truncated)
            .or_else(|| {
                find(&|tag| has_compatible_script(tag) && region(&subtags(tag)) == region(range_subtags))
            })
            .or_else(|| find(&has_compatible_script))
            .or_else(|| find(&|tag| is_truncated(tag, 1)))
    };
    let fallback = match range_subtags[0].as_str() {
        "nn" => Some("nb"),
        "yue" => Some("zh"),
        _ => None,
    };
    find(&|tag| normalized(tag) == normalized(range)).or_else(|| steps(&range_subtags)).or_else(|| {
        let rest = range_subtags[1..].join("-");
        steps(&subtags(format!("{}-{rest}", fallback?).trim_end_matches('-')))
    })
}

/// The index of the preferred tag.
pub fn preferred_tag(members: &[Member], tags: &[&str]) -> Option<usize> {
    let is_first = |(index, member): &(usize, &Member)| {
        !members[..*index].iter().any(|other| normalized(other.head) == normalized(member.head))
    };
    // If a range occurs twice, the first one counts.
    let first: Vec<&Member> = members.iter().enumerate().filter(is_first).map(|(_, member)| member).collect();
    let (wildcards, named): (Vec<&Member>, Vec<&Member>) =
        first.into_iter().partition(|member| member.head == "*");
    // The longest range that matches a tag. Of equally long ranges, the one with the same spelling.
    let matching = |tag: &str| {
        let is_matching = |member: &&&Member| subtags(tag).starts_with(&subtags(member.head));
        let has_same_spelling =
            |head: &str| format!("{}-", normalized(tag)).starts_with(&format!("{}-", normalized(head)));
        let length = |member: &&&Member| (subtags(member.head).len(), has_same_spelling(member.head));
        named.iter().rev().filter(is_matching).max_by_key(length)
    };
    let is_allowed = |index: &usize| matching(tags[*index]).is_none_or(|member| member.weight > 0);
    let allowed: Vec<usize> = (0..tags.len()).filter(is_allowed).collect();
    let found = |member: &Member| match member.head {
        "*" => allowed.iter().copied().find(|index| matching(tags[*index]).is_none()),
        range => lookup(range, tags, &allowed),
    };
    let mut acceptable: Vec<&Member> =
        named.iter().chain(&wildcards).copied().filter(|member| member.weight > 0).collect();
    acceptable.sort_by_key(|member| std::cmp::Reverse(member.weight));
    acceptable.into_iter().find_map(found)
}
