//! When the header `ConsistencyLevel` is needed.
//!
//! Reads what rows and prose demand, and the headers of examples. The queries that need the header at every
//! operation that takes it are known to the runtime crate; here is what a page adds.

use facts::{Note, OperationFacts, ParameterFacts};

use crate::Eventual;

const HEADER: &str = "ConsistencyLevel";
/// `$search` needs it everywhere.
const OPTIONS: [&str; 2] = ["$filter", "$orderby"];

/// What a page demands; `None` where it does not speak of the header.
pub(crate) fn needed(facts: &OperationFacts) -> Option<Eventual> {
    let row = facts.headers.iter().find(|row| is_row(row));
    let requests = facts.examples.iter().filter_map(|example| example.request.as_ref());
    let mut headers = requests.flat_map(|request| &request.value.headers);
    let shown = headers.any(|(name, _)| name.eq_ignore_ascii_case(HEADER));
    if row.is_none() && !shown && facts.eventual.is_empty() {
        return None;
    }
    let demanded = |what: &str| facts.eventual.iter().any(|fact| fact.value == what);
    Some(Eventual {
        always: row.is_some_and(is_always_set),
        cast: demanded("cast"),
        options: OPTIONS.into_iter().filter(|it| demanded(it)).map(str::to_owned).collect(),
    })
}

/// Whether a row of the headers is this one, and each request sets it.
pub(super) fn is_always_set(row: &ParameterFacts) -> bool {
    is_row(row) && row.notes.iter().any(|note| note.value == Note::Required)
}

fn is_row(row: &ParameterFacts) -> bool {
    row.name.value.eq_ignore_ascii_case(HEADER)
}

#[cfg(test)]
mod tests {
    use facts::Dialect;

    use super::*;

    fn found(request: &str) -> Option<Eventual> {
        let text =
            format!("# List boats\n\n## HTTP request\n\n```http\nGET /boats\n```\n\n{request}");
        let file = diag::SourceFile { path: "v1.0/api/boat-list.md".to_owned(), text };
        let id = diag::Sources::default().add(file.clone());
        let facts = facts::read(&page::parse(id, &file).0, Dialect::graph()).0;
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
