//! The media types that the header `Content-Type` of a page names (RFC 6838): `multipart/form-data`.

use crate::{Fact, ParameterFacts, Rule};

const RULE: Rule = "media-types";
const KINDS: [&str; 6] = ["application", "audio", "image", "multipart", "text", "video"];

pub(super) fn read(headers: &[ParameterFacts]) -> Vec<Fact<String>> {
    let rows = headers.iter().filter(|row| row.name.value.eq_ignore_ascii_case("content-type"));
    let texts =
        rows.filter_map(|row| Some((row.name.span, row.description.as_ref()?.value.text())));
    let named = texts.flat_map(|(span, text)| {
        let text = text.to_string();
        let words = text.split(|c: char| !(c.is_ascii_alphanumeric() || "/-+.".contains(c)));
        let words = words.map(|word| word.trim_end_matches('.')).filter(|word| is_one(word));
        words.map(|word| Fact::new(word.to_owned(), span, RULE)).collect::<Vec<_>>()
    });
    named.collect()
}

fn is_one(word: &str) -> bool {
    word.split_once('/').is_some_and(|(kind, own)| KINDS.contains(&kind) && !own.is_empty())
}
