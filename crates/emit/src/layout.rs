//! Where the lines of fields and attributes break.
//!
//! Reads text with one line per attribute or field, returns formatted text. Nearly all of these lines are
//! short enough to stay as they are; prettyplease decides how the others are broken.

#[cfg(test)]
mod tests;

/// Lines up to this width are never broken by prettyplease.
const SURE_TO_FIT: usize = 80;

/// A field with its attributes, indented.
pub(crate) fn field(text: String) -> String {
    if fits(&text) {
        return text;
    }
    let item = formatted(&format!("struct Alone {{\n{text}}}\n"));
    let lines = item.lines().skip(1).take_while(|line| *line != "}");
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The attributes of an item that is not indented.
pub(crate) fn attributes(text: String) -> String {
    if fits(&text) {
        return text;
    }
    let item = formatted(&format!("{text}struct Alone;\n"));
    let lines = item.lines().take_while(|line| *line != "struct Alone;");
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn fits(text: &str) -> bool {
    text.lines().all(|line| line.len() <= SURE_TO_FIT)
}

fn formatted(item: &str) -> String {
    prettyplease::unparse(&syn::parse_file(item).expect("fields and attributes are valid Rust"))
}
