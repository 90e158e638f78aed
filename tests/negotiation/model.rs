//! Models of negotiation, which read nothing: they know what a field says before it is
//! written. They are slow, and written from the rules.

/// A member of a list, as it is meant and as it is written.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// A media type or a language, or a range of them.
    pub head: &'static str,
    pub parameters: &'static str,
    /// In ten-thousandths.
    pub weight: u16,
    /// What stands before the weight, if it is written.
    pub style: &'static str,
    /// Which of the ways to write a number is taken.
    pub number: usize,
    /// What stands before the member, unless it is the first.
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

pub fn written(members: &[Member]) -> String {
    let mut field = String::new();
    for (place, member) in members.iter().enumerate() {
        field += if place > 0 { member.separator } else { "" };
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

/// How much an offer is liked, whether because it was named, and whether it stands in for
/// Markdown, by RFC 9110 §12.5.1 and the additions of `accept::preferred`.
fn liked(offer: &str, members: &[Member]) -> (u16, bool, bool) {
    let offer = offer.split(';').next().unwrap();
    let is_problem = offer == "application/problem+json";
    let weights = |is_meant: &dyn Fn(&str) -> bool| -> Vec<u16> {
        let meant = members.iter().filter(|member| is_meant(&member.head.to_ascii_lowercase()));
        meant.map(|member| member.weight).collect()
    };
    // The first of the most specific ranges of the type itself: its parameters are those of
    // the offer, or it has none.
    let own = |has_parameters: bool| {
        let is_own = |member: &&Member| {
            let parameters = member.parameters.to_ascii_lowercase().replace(['"', '\\', ' '], "");
            let is_bare = is_problem || matches!(parameters.as_str(), "" | ";;");
            let is_wanted =
                if has_parameters { parameters == ";charset=utf-8" && !is_problem } else { is_bare };
            member.head.eq_ignore_ascii_case(offer) && is_wanted
        };
        members.iter().find(is_own).map(|member| member.weight)
    };
    if let Some(weight) = own(true).or_else(|| own(false)) {
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
    let covered = of_type.first().or(of_all.first()).copied().unwrap_or(0);
    let xhtml = weights(&|head| head == "application/xhtml+xml").into_iter().max().unwrap_or(0);
    if offer == "text/html" && xhtml > 0 && xhtml >= covered {
        return (xhtml, true, false);
    }
    let markdown = weights(&|head| matches!(head, "text/markdown" | "text/x-markdown")).into_iter().max();
    let is_greatest = markdown > Some(0) && markdown == weights(&|_| true).into_iter().max();
    (covered, false, is_greatest && offer == "text/plain")
}

/// The place of the offer that is to be sent.
pub fn preferred_offer(members: &[Member]) -> Option<usize> {
    let liked = OFFERS.map(|offer| liked(offer, members));
    let best = liked.into_iter().max().filter(|(weight, ..)| *weight > 0)?;
    liked.iter().position(|one| *one == best)
}

/// A tag as it is spelled, but for case and the habits of POSIX.
fn spelled(tag: &str) -> String {
    let end = if tag.contains('_') { tag.find('.') } else { None };
    tag[..end.unwrap_or(tag.len())].replace('_', "-").to_ascii_lowercase()
}

/// The subtags that say the same as a tag: the language that is preferred, then the script if
/// there is one, and that of the region of Chinese too, then the others.
fn subtags(tag: &str) -> Vec<String> {
    let mut tag = spelled(tag);
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
    let script = (1..end).find(|place| is_script(&subtags[*place])).map(|place| subtags.remove(place));
    let of_region = region(&subtags).filter(|_| subtags[0] == "zh").map(|region| match region.as_str() {
        "tw" | "hk" | "mo" => "hant".to_owned(),
        _ => "hans".to_owned(),
    });
    if let Some(script) = script.or(of_region) {
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
    let written = subtags
        .get(1)
        .filter(|subtag| subtag.len() == 4 && !subtag.starts_with(|c: char| c.is_ascii_digit()));
    written.map(String::as_str).or_else(|| (subtags[0] == "zh").then_some("hans"))
}

/// The place of the tag that a range finds among those that are allowed, by RFC 4647 §3.4 and
/// the steps that the documentation of `accept_language::preferred` adds.
fn lookup(range: &str, tags: &[&str], allowed: &[usize]) -> Option<usize> {
    let wanted = subtags(range);
    let find =
        |is_wanted: &dyn Fn(&str) -> bool| allowed.iter().copied().find(|place| is_wanted(tags[*place]));
    let is_alike = |tag: &str| format!("{}-", spelled(range)).starts_with(&format!("{}-", spelled(tag)));
    let steps = |wanted: &[String]| {
        let can_be_read = |tag: &str| {
            let tag = subtags(tag);
            tag[0] == wanted[0]
                && (script(&tag).is_none() || script(wanted).is_none_or(|own| script(&tag) == Some(own)))
        };
        let is_truncated = |tag: &str, length: usize| subtags(tag) == wanted[..length];
        let truncated = (1..wanted.len()).rev().find_map(|length| {
            let is_found = |tag: &str| is_truncated(tag, length) && can_be_read(tag);
            find(&|tag| is_found(tag) && is_alike(tag)).or_else(|| find(&is_found))
        });
        find(&|tag| subtags(tag) == wanted)
            .or(truncated)
            .or_else(|| find(&|tag| can_be_read(tag) && region(&subtags(tag)) == region(wanted)))
            .or_else(|| find(&can_be_read))
            .or_else(|| find(&|tag| is_truncated(tag, 1)))
    };
    let wider = match wanted[0].as_str() {
        "nn" => Some("nb"),
        "yue" => Some("zh"),
        _ => None,
    };
    find(&|tag| spelled(tag) == spelled(range)).or_else(|| steps(&wanted)).or_else(|| {
        let rest = wanted[1..].join("-");
        steps(&subtags(format!("{}-{rest}", wider?).trim_end_matches('-')))
    })
}

/// The place of the tag that is to be sent.
pub fn preferred_tag(members: &[Member], tags: &[&str]) -> Option<usize> {
    let is_first = |(place, member): &(usize, &Member)| {
        !members[..*place].iter().any(|other| spelled(other.head) == spelled(member.head))
    };
    // Of the same range the first counts.
    let first: Vec<&Member> = members.iter().enumerate().filter(is_first).map(|(_, member)| member).collect();
    let (wildcards, named): (Vec<&Member>, Vec<&Member>) =
        first.into_iter().partition(|member| member.head == "*");
    // The longest range that matches a tag, the one that is spelled like it before others.
    let matching = |tag: &str| {
        let is_matching = |member: &&&Member| subtags(tag).starts_with(&subtags(member.head));
        let is_alike = |head: &str| format!("{}-", spelled(tag)).starts_with(&format!("{}-", spelled(head)));
        let length = |member: &&&Member| (subtags(member.head).len(), is_alike(member.head));
        named.iter().rev().filter(is_matching).max_by_key(length)
    };
    let is_allowed = |place: &usize| matching(tags[*place]).is_none_or(|member| member.weight > 0);
    let allowed: Vec<usize> = (0..tags.len()).filter(is_allowed).collect();
    let found = |member: &Member| match member.head {
        "*" => allowed.iter().copied().find(|place| matching(tags[*place]).is_none()),
        range => lookup(range, tags, &allowed),
    };
    let mut liked: Vec<&Member> =
        named.iter().chain(&wildcards).copied().filter(|member| member.weight > 0).collect();
    liked.sort_by_key(|member| std::cmp::Reverse(member.weight));
    liked.into_iter().find_map(found)
}
