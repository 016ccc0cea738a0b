//! When the header `ConsistencyLevel` is needed.
//!
//! Reads the header's row, prose and the headers of examples. The queries that need the header at every
//! operation that takes it are known to the runtime crate; here is what a page adds.

use std::collections::BTreeSet;

use facts::{Note, OperationFacts, ParameterFacts};

use crate::Eventual;

const HEADER: &str = "ConsistencyLevel";
/// `$search` needs it everywhere.
const OPTIONS: [&str; 2] = ["$filter", "$orderby"];

/// What a page demands; `None` where it does not speak of the header.
pub(super) fn needed(facts: &OperationFacts) -> Option<Eventual> {
    let row = facts.headers.iter().find(|row| is_row(row));
    let requests = facts.examples.iter().filter_map(|example| example.request.as_ref());
    let mut headers = requests.flat_map(|request| &request.value.headers);
    let shown = headers.any(|(name, _)| name.eq_ignore_ascii_case(HEADER));
    if row.is_none() && !shown && facts.eventual.is_empty() {
        return None;
    }
    let listed = row.map(listed).unwrap_or_default();
    let (cast, mut options): (BTreeSet<String>, BTreeSet<String>) =
        listed.into_iter().partition(|it| it == "cast");
    let prose = facts.eventual.iter().map(|fact| &fact.value);
    options.extend(prose.filter(|it| OPTIONS.contains(&it.as_str())).cloned());
    Some(Eventual {
        always: row.is_some_and(is_always_set),
        cast: !cast.is_empty(),
        options: options.into_iter().collect(),
    })
}

/// Whether a row of the headers is this one, and each request sets it.
pub(super) fn is_always_set(row: &ParameterFacts) -> bool {
    is_row(row) && row.notes.iter().any(|note| note.value == Note::Required)
}

fn is_row(row: &ParameterFacts) -> bool {
    row.name.value.eq_ignore_ascii_case(HEADER)
}

/// What a row lists without a condition: "required when using the `$search`, `$filter`, or OData cast query
/// parameters" lists three, "when using `$filter` with the `$orderby` query parameter" none.
fn listed(row: &ParameterFacts) -> BTreeSet<String> {
    let text = row.description.as_ref().map(|it| it.value.lines(usize::MAX).join(" "));
    let text = text.unwrap_or_default().replace(['`', '*'], "").to_lowercase();
    let Some((_, list)) = text.split_once("required when using") else { return BTreeSet::new() };
    let list = list.split(". ").next().unwrap_or_default().replace(", or ", ", ");
    list.split([',', '.']).filter_map(item).collect()
}

fn item(text: &str) -> Option<String> {
    let words = text.split_whitespace().filter(|word| {
        !matches!(*word, "the" | "when" | "using" | "query" | "parameter" | "parameters")
    });
    let words: Vec<&str> = words.collect();
    match words[..] {
        ["odata", "cast"] => Some("cast".to_owned()),
        [option] if OPTIONS.contains(&option) => Some(option.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use facts::Vocabulary;

    use super::*;

    fn found(request: &str) -> Option<Eventual> {
        let text =
            format!("# List boats\n\n## HTTP request\n\n```http\nGET /boats\n```\n\n{request}");
        let file = diag::SourceFile { path: "v1.0/api/boat-list.md".to_owned(), text };
        let id = diag::Sources::default().add(file.clone());
        let facts = facts::read(&page::parse(id, &file).0, &Vocabulary::default()).0;
        needed(&facts.operation.expect("an operation"))
    }

    fn row(text: &str) -> Option<Eventual> {
        found(&format!(
            "## Request headers\n\n|Header|Value|\n|:--|:--|\n|ConsistencyLevel|{text}|\n"
        ))
    }

    fn with(cast: bool, options: &[&str]) -> Option<Eventual> {
        let options = options.iter().map(|it| (*it).to_owned()).collect();
        Some(Eventual { always: false, cast, options })
    }

    #[test]
    fn what_a_row_lists_without_a_condition_needs_the_header() {
        let all = "eventual. This header and `$count` are required when using the `$search`, `$filter`, \
                   `$orderby`, or OData cast query parameters. It uses an index.";
        assert_eq!(row(all), with(true, &["$filter", "$orderby"]));
        let some = "eventual. This header and `$count` are required when using `$search`, or when using \
                    `$filter` with the `$orderby` query parameter.";
        assert_eq!(row(some), with(false, &[]));
        assert_eq!(row("eventual. Needed in specific usage of `$filter`."), with(false, &[]));
    }

    #[test]
    fn a_required_header_is_always_set() {
        assert_eq!(row("eventual. Required.").map(|it| it.always), Some(true));
        let sometimes = "eventual. Required when the request includes `$expand`.";
        assert_eq!(row(sometimes).map(|it| it.always), Some(false));
    }

    #[test]
    fn prose_and_examples_document_it_too() {
        let prose = "## Optional query parameters\n\nYou can sort with `$orderby`. The query requires the \
                     ConsistencyLevel header.\n";
        assert_eq!(found(prose), with(false, &["$orderby"]));
        let example = "## Example\n\n<!-- { \"blockType\": \"request\" } -->\n```http\n\
                       GET /boats?$count=true\nConsistencyLevel: eventual\n```\n";
        assert_eq!(found(example), with(false, &[]));
        assert_eq!(found(""), None);
    }
}
