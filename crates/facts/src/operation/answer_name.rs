//! What the type of an answer is called that its page does not name.

use crate::name::camel_case;
use crate::plural::Plurals;
use crate::title::simple;
use crate::{Fact, Method, RequestLine, ResponseFacts, Segment};

/// Behind the words of a page.
const SUFFIX: &str = "Response";

/// What an item is called of the set that the requests lead to or into: `clusterAgent` of `/cluster_agents`, where several
/// come back or one is added, and of `/cluster_agents/{id}`.
pub(super) fn of_item(
    requests: &[Fact<RequestLine>],
    response: &ResponseFacts,
    plurals: &Plurals,
) -> Option<String> {
    let request = &requests.first()?.value;
    let is_set = |it: &Segment| matches!(it, Segment::Literal(name) if !name.starts_with('$'));
    let at = request.segments.iter().rposition(is_set)?;
    let Segment::Literal(set) = &request.segments[at] else { return None };
    let item = plurals.singular(simple(set));
    let behind = &request.segments[at + 1..];
    if behind.iter().any(|it| matches!(it, Segment::Call { .. })) {
        return None;
    }
    let is_one = !behind.is_empty();
    let is_added = request.method == Method::Post && item != simple(set);
    let is_item = is_one || is_added || returns_several(response);
    Some(camel_case(&words(&item))).filter(|name| is_item && !name.is_empty())
}

fn returns_several(response: &ResponseFacts) -> bool {
    let mut shown = response.annotations.iter().filter_map(|it| it.value.body.as_ref());
    shown.any(|it| it.value_array) || response.statements.iter().any(|it| it.value.collection)
}

/// `getFileStatisticsResponse` of `api/get-file-statistics.md`. What many pages are called has the words of the file or
/// folder before it: `kilnsListResponse` of `kilns~list.md`.
pub(super) fn of_page(path: &str) -> String {
    let name = of_call(path);
    format!("{}{SUFFIX}", name.strip_suffix(SUFFIX).unwrap_or(&name))
}

/// The same of what the page calls, without a word for the answer.
pub(crate) fn of_call(path: &str) -> String {
    let stem = path.strip_suffix(".md").unwrap_or(path);
    let part = stem.rsplit_once(page::PART);
    let (around, own) = part.or_else(|| stem.rsplit_once('/')).unwrap_or(("", stem));
    let around = words(around.rsplit('/').next().unwrap_or(around));
    let own = words(own);
    let noun = around.last().map(|word| word.trim_end_matches('s'));
    let is_told = match (part, noun) {
        (Some(_), Some(noun)) => own.iter().any(|word| word.starts_with(noun)),
        _ => own.len() > 1,
    };
    let all: Vec<&str> = around.into_iter().filter(|_| !is_told).chain(own).collect();
    camel_case(&all)
}

/// The words of a name, without numbers before them.
fn words(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.skip_while(|word| word.starts_with(|c: char| c.is_ascii_digit())).collect()
}

#[cfg(test)]
mod tests {
    use super::of_page;

    #[test]
    fn a_page_suggests_a_name() {
        for (path, name) in [
            ("api/get-file-statistics.md", "getFileStatisticsResponse"),
            ("api/pens/list.md", "pensListResponse"),
            ("kilns~list.md", "kilnsListResponse"),
            ("api/kilns~get-a-kiln.md", "getAKilnResponse"),
            ("exports~2-export-by-file-response.md", "exportByFileResponse"),
            ("é.md", "Response"),
        ] {
            assert_eq!(of_page(path), name, "{path}");
        }
    }
}
