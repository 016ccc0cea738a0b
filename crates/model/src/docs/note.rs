//! Deprecation notes: one line that the compiler prints as it stands and rustdoc reads as Markdown.

use super::blocks::printable;

/// `markdown` as plain words: links by their labels, no brackets and no marks. Addresses stay in `<>`,
/// which rustdoc asks for.
pub(crate) fn note(markdown: &str) -> String {
    let words = markdown.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = without_targets(&printable(&words));
    let kept: Vec<String> = text.split(' ').map(word).filter(|word| !word.is_empty()).collect();
    kept.join(" ")
}

/// `[label](target)` as `label`.
fn without_targets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("](") {
        out.push_str(&rest[..start]);
        let after = &rest[start + 2..];
        rest = after.find(')').map_or("", |end| &after[end + 1..]);
    }
    out.push_str(rest);
    out
}

fn word(word: &str) -> String {
    let plain: String = word.chars().filter(|c| !"[]<>*\\`".contains(*c)).collect();
    if plain.starts_with("https://") || plain.starts_with("http://") {
        let end = plain.trim_end_matches(['.', ',', ';', ')']).len();
        let (address, sign) = plain.split_at(end);
        return format!("<{address}>{sign}");
    }
    plain
}
