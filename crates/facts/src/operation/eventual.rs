//! Which query options need the header `ConsistencyLevel`, where the page says so.
//!
//! Reads sentences such as "the query requires … (**ConsistencyLevel** header set to …)", whose options are those
//! that the sentence names, or the ones before it in its paragraph; and what the header's own row lists. Must not know
//! what single examples say of themselves.

use page::BlockKind;

use super::Context;
use super::query_options::options;
use crate::english::{Class, English, Says};
use crate::prose::Prose;
use crate::token::Token;
use crate::{Fact, Rule};

const RULE: Rule = "eventual";

/// The header, in lower case.
pub(super) const HEADER: &str = "consistencylevel";

/// The options in lower case with `$`, and `cast` for a path that ends with a type, each once. `listed` are those of
/// the header's own rows.
pub(super) fn read(context: &Context<'_, '_>, listed: Vec<Fact<String>>) -> Vec<Fact<String>> {
    let paragraphs = context.blocks().filter_map(|(index, block)| match &block.kind {
        BlockKind::Paragraph(_) | BlockKind::ListItem(_) => context.ledger.prose(index),
        _ => None,
    });
    let mut found: Vec<Fact<String>> = Vec::new();
    for option in paragraphs.flat_map(demanded).chain(listed) {
        if !found.iter().any(|known| known.value == option.value) {
            found.push(option);
        }
    }
    found
}

/// What the header's row lists without a condition: "required when using the `$search`, `$filter`, or OData cast
/// query parameters" lists three, "when using `$filter` with the `$orderby` query parameter" none.
pub(super) fn listed(prose: &Prose<'_>) -> Vec<Fact<String>> {
    let english = prose.english;
    let leads = prose.sentences().find_map(|sentence| {
        let lead = english.find(Says::RequiredWhenUsing, sentence)?;
        Some(&sentence[lead.end..])
    });
    let separates = |token: &Token<'_>| token.is_mark(",") || english.is(token.word, Class::Or);
    let items = leads.unwrap_or_default().split(separates).filter_map(|it| item(it, english));
    items.map(|it| Fact::new(it, prose.text.span, RULE)).collect()
}

fn item(tokens: &[Token<'_>], english: &English) -> Option<String> {
    let is_telling = |token: &&Token<'_>| !english.is(token.word, Class::QueryParameter);
    let telling: Vec<Token<'_>> = tokens.iter().filter(is_telling).copied().collect();
    match (english.find(Says::Cast, &telling), telling.as_slice()) {
        (Some(cast), _) if cast.len() == telling.len() => Some("cast".to_owned()),
        (_, [option]) => options(option.text).pop(),
        _ => None,
    }
}

fn demanded(prose: &Prose<'_>) -> Vec<Fact<String>> {
    let mut before: Vec<String> = Vec::new();
    for range in prose.ranges() {
        let sentence = &prose.tokens[range.clone()];
        let mut named: Vec<String> = Vec::new();
        for option in sentence.iter().flat_map(|token| options(token.text)) {
            if option != "$count" && !named.contains(&option) {
                named.push(option);
            }
        }
        let needing = if named.is_empty() { before } else { named };
        if demands(prose.english, sentence) {
            let span = prose.span(range);
            return needing.into_iter().map(|it| Fact::new(it, span, RULE)).collect();
        }
        before = needing;
    }
    Vec::new()
}

/// The sentence asks for the header, and not for one request alone.
fn demands(english: &English, sentence: &[Token<'_>]) -> bool {
    sentence.iter().any(|token| token.text.to_ascii_lowercase().contains(HEADER))
        && english.says(Says::Demands, sentence)
        && !english.says(Says::OfOneRequest, sentence)
}
