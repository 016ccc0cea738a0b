//! Which query options need the header `ConsistencyLevel`, where the page says so.
//!
//! Reads sentences such as "the query requires … (**ConsistencyLevel** header set to …)", whose options are those
//! that the sentence names, or the ones before it in its paragraph; and what the header's own row lists. Must not know
//! what single examples say of themselves.

use page::{BlockKind, Text};

use super::Context;
use super::query_options::options;
use super::sentences::sentences;
use crate::{Fact, ParameterFacts, Rule};

const RULE: Rule = "eventual";

/// The options in lower case with `$`, and `cast` for a path that ends with a type, each once.
pub(super) fn read(context: &Context<'_, '_>, headers: &[ParameterFacts]) -> Vec<Fact<String>> {
    let paragraphs = context.blocks().filter_map(|(_, block)| match &block.kind {
        BlockKind::Paragraph(text) | BlockKind::ListItem(text) => Some(text),
        _ => None,
    });
    let rows = headers.iter().filter(|row| row.name.value.eq_ignore_ascii_case("ConsistencyLevel"));
    let mut found: Vec<Fact<String>> = Vec::new();
    for option in paragraphs.flat_map(demanded).chain(rows.flat_map(listed)) {
        if !found.iter().any(|known| known.value == option.value) {
            found.push(option);
        }
    }
    found
}

/// What the header's row lists without a condition: "required when using the `$search`, `$filter`, or OData cast
/// query parameters" lists three, "when using `$filter` with the `$orderby` query parameter" none.
fn listed(row: &ParameterFacts) -> Vec<Fact<String>> {
    let Some(description) = &row.description else { return Vec::new() };
    let text = description.value.text().lines(usize::MAX).join(" ");
    let text = text.replace(['`', '*'], "").to_lowercase();
    let Some((_, list)) = text.split_once("required when using") else { return Vec::new() };
    let list = list.split(". ").next().unwrap_or_default().replace(", or ", ", ");
    let items = list.split([',', '.']).filter_map(item);
    items.map(|it| Fact::new(it, description.span, RULE)).collect()
}

fn item(text: &str) -> Option<String> {
    let words = text.split_whitespace().filter(|word| {
        !matches!(*word, "the" | "when" | "using" | "query" | "parameter" | "parameters")
    });
    match words.collect::<Vec<_>>()[..] {
        ["odata", "cast"] => Some("cast".to_owned()),
        [option] if option.starts_with('$') => Some(option.to_owned()),
        _ => None,
    }
}

fn demanded(text: &Text) -> Vec<Fact<String>> {
    let mut before: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        let plain = sentence.plain();
        let named: Vec<String> = options(&plain).into_iter().filter(|it| it != "$count").collect();
        let needing = if named.is_empty() { before } else { named };
        if demands(&plain.to_lowercase()) {
            return needing.into_iter().map(|it| Fact::new(it, sentence.span, RULE)).collect();
        }
        before = needing;
    }
    Vec::new()
}

fn demands(lower: &str) -> bool {
    let binds = lower.contains("require") || lower.contains("must");
    binds && lower.contains("consistencylevel") && !lower.contains("this request")
}
