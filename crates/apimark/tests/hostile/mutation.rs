//! Odd edits of pages: what a slip of the hand, a bad merge or a malicious author may leave.

use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Text that means something in one of the languages a page passes through.
#[rustfmt::skip] // One entry a line would bury the code.
const SNIPPETS: &[&str] = &[
    "*/", "/*", "//", "\"", "\\", "\\u{41}", "'", "#[", "#![deny(warnings)]", "]]>", "<![CDATA[", "--",
    "-->", "<!--", "{}", "{", "}", "{{", "{{{{", "r#\"", "\"#", "\u{202e}", "\u{1b}[31m", "\u{0}", "\r",
    "\r\n", "\u{b}", "\u{85}", "\u{2028}", "\u{a0}", "\u{feff}", "\u{fffe}", "|", "\n|", "|\n", "||", "\\|",
    "|:--|:--|", "```", "\n```\n", "\n```http\n", "~~~", "`", "://", "https://", "../..",
    "/../../../etc/passwd", "\n# ", "\n## Properties\n\n", "\n## HTTP request\n\n", "\n### ", "\n---\n",
    "[!INCLUDE [x](../../../../x.md)]", "[a](b", "](", "[[[[", "[`x`]", "[`std::process::abort`]: x",
    "<script>", "</td>", "<br", "&lt;", "&#0;", "&", "%2F", "%", "?$filter=", "(", ")", "()", "(id={id})",
    "(id='{id}',", ":/{path}:", "$ref", "$value", "$count", "@odata.type", "#microsoft.graph.",
    "Collection(", "**", "~~", "\u{1f980}", "e\u{301}", "\t", "\n\n", " ", "!", "${x}", "$crate", "'a",
    "0x", "-1", "1e999", "null", "Inherits from ", "Possible values are: `a`, `a`, `A`, ``, `Self`.",
    "POST /me\n", "HTTP/1.1 999",
];

/// Names that collide with something, or are none.
#[rustfmt::skip] // One entry a line would bury the code.
const NAMES: &[&str] = &[
    "type", "self", "Self", "super", "crate", "_", "r#", "r#type", "1st", "-1", "", "additional",
    "Additional", "annotations", "Unrecognized", "Option", "option", "Some", "None", "Ok", "Result", "Box",
    "Vec", "String", "str", "bool", "i32", "f64", "Rt", "rt", "Models", "models", "operations", "paths",
    "std", "core", "alloc", "serde", "Client", "client", "Request", "request", "new", "default", "clone",
    "fmt", "from", "into", "by_id", "by-id", "get", "list", "query", "body", "path", "id", "ID", "Id",
    "mod", "main", "lib", "con", "AnyUser", "User", "uSER", "user_", "microsoft.graph", "microsoft.graph.",
    ".user", "microsoft.graph.user.user", "edm.string", "Edm.Stream", "Collection(user)", "\u{fc}ser",
    "\u{1f980}", "Debug", "PhantomData", "T", "Value", "macro_rules", "async", "gen", "union", "static",
    "Default", "Send", "Iterator", "AsRef",
];

/// One edit. Places are fractions of the text, so that an edit fits any page.
#[derive(Clone, Debug)]
pub(crate) enum Mutation {
    Delete(Index, usize),
    Duplicate(Index, usize, Index),
    SwapLines(Index, Index),
    DropLine(Index),
    RepeatLine(Index),
    Insert(Index, &'static str),
    /// Everywhere the word is, as when a type or property is renamed.
    Rename(Index, String),
    Truncate(Index),
}

pub(crate) fn mutation() -> impl Strategy<Value = Mutation> {
    let at = any::<Index>;
    prop_oneof![
        1 => (at(), 1..80_usize).prop_map(|(from, length)| Mutation::Delete(from, length)),
        1 => (at(), 1..200_usize, at()).prop_map(|(from, length, to)| Mutation::Duplicate(from, length, to)),
        1 => (at(), at()).prop_map(|(a, b)| Mutation::SwapLines(a, b)),
        1 => at().prop_map(Mutation::DropLine),
        1 => at().prop_map(Mutation::RepeatLine),
        3 => (at(), select(SNIPPETS)).prop_map(|(place, text)| Mutation::Insert(place, text)),
        4 => (at(), name()).prop_map(|(word, name)| Mutation::Rename(word, name)),
        1 => at().prop_map(Mutation::Truncate),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => select(NAMES).prop_map(str::to_owned),
        1 => select(SNIPPETS).prop_map(str::to_owned),
        1 => (100..5000_usize).prop_map(|length| "aB".repeat(length)),
    ]
}

impl Mutation {
    pub(crate) fn apply(&self, text: &str) -> String {
        match self {
            Self::Delete(from, length) => {
                let (from, to) = slice(text, *from, *length);
                format!("{}{}", &text[..from], &text[to..])
            }
            Self::Duplicate(from, length, to) => {
                let (start, end) = slice(text, *from, *length);
                insert(text, place(text, *to), &text[start..end])
            }
            Self::SwapLines(a, b) => edit_lines(text, |lines| {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
            }),
            Self::DropLine(at) => edit_lines(text, |lines| {
                lines.remove(at.index(lines.len()));
            }),
            Self::RepeatLine(at) => edit_lines(text, |lines| {
                let at = at.index(lines.len());
                lines.insert(at, lines[at]);
            }),
            Self::Insert(at, snippet) => insert(text, place(text, *at), snippet),
            Self::Rename(word, name) => rename(text, *word, name),
            Self::Truncate(at) => text[..place(text, *at)].to_owned(),
        }
    }
}

fn place(text: &str, at: Index) -> usize {
    text.floor_char_boundary(at.index(text.len() + 1))
}

fn slice(text: &str, from: Index, length: usize) -> (usize, usize) {
    let from = place(text, from);
    (from, text.floor_char_boundary(from + length).max(from))
}

fn insert(text: &str, at: usize, inserted: &str) -> String {
    format!("{}{inserted}{}", &text[..at], &text[at..])
}

fn edit_lines(text: &str, edit: impl FnOnce(&mut Vec<&str>)) -> String {
    let mut lines: Vec<&str> = text.split('\n').collect();
    edit(&mut lines);
    lines.join("\n")
}

fn rename(text: &str, word: Index, name: &str) -> String {
    let is_separator = |c: char| !c.is_alphanumeric();
    let words: Vec<&str> = text.split(is_separator).filter(|word| word.len() > 1).collect();
    if words.is_empty() { name.to_owned() } else { text.replace(word.get(&words), name) }
}
