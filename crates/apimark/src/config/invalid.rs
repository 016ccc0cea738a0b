//! How a mistake in the configuration is told: the place in the file, what is wrong there, what to write.

use std::ops::Range;
use std::path::Path;

use anyhow::{Error, anyhow};
use diag::{Code, Diagnostic, PageId, SourceFile, Sources, Span, codes};
use toml::de::{DeTable, DeValue};

use crate::beside::ConfigFile;
use crate::shown::shown;

/// A mistake that the types of the keys do not rule out.
#[derive(Debug)]
pub(crate) struct Mistake {
    code: Code,
    /// The way to the value: names of keys, and places in lists as digits.
    key: Vec<String>,
    pub(super) message: String,
    help: Option<String>,
}

impl Mistake {
    /// A mistake in the value of a key.
    pub(super) fn new(key: &[&str], message: impl Into<String>) -> Self {
        Self::of(codes::CONFIGURATION, key, message)
    }

    /// Something of another kind that the value of a key leads to.
    pub(crate) fn of(code: Code, key: &[&str], message: impl Into<String>) -> Self {
        let key = key.iter().map(|it| (*it).to_owned()).collect();
        Self { code, key, message: message.into(), help: None }
    }

    /// Says what to write.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The error, with the place in the file.
    pub(super) fn in_file(self, path: &Path, text: &str) -> Error {
        all_in_file(path, text, [self])
    }

    /// The error, with the place in the file, below a line that says what failed.
    pub(crate) fn failing(self, what: &str, file: &ConfigFile) -> Error {
        let report = self.report(&file.text);
        printed(what, &file.path, &file.text, vec![report])
    }

    fn report(self, text: &str) -> Diagnostic {
        let Self { code, key, message, help } = self;
        report(code, place(text, &key).unwrap_or_default(), message, help)
    }
}

/// The error of several mistakes, with their places in the file.
pub(super) fn all_in_file(
    path: &Path,
    text: &str,
    mistakes: impl IntoIterator<Item = Mistake>,
) -> Error {
    printed(INVALID, path, text, mistakes.into_iter().map(|it| it.report(text)).collect())
}

/// The error of text that is no TOML, or has a key or value that is not known.
pub(super) fn unreadable(path: &Path, text: &str, error: &toml::de::Error) -> Error {
    let help = match dialects::did_you_mean(error) {
        _ if error.message().starts_with("unknown field `vocabulary`") => {
            Some(VOCABULARY.to_owned())
        }
        other => other,
    };
    let place = error.span().unwrap_or_default();
    let report = report(codes::CONFIGURATION, place, error.message().to_owned(), help);
    printed(INVALID, path, text, vec![report])
}

/// What to write for a key that there was.
const VOCABULARY: &str = "`[vocabulary.headings]` is `[dialect.headings]` now, with the meaning before the words: \
    `properties = [\"Eigenschaften\"]`; `[vocabulary.columns]` is `[dialect.columns]`";

const INVALID: &str = "the configuration is invalid";

fn report(code: Code, place: Range<usize>, message: String, help: Option<String>) -> Diagnostic {
    let span = Span::new(PageId(0), place.start, place.end);
    Diagnostic { help, ..Diagnostic::new(code, span, message) }
}

fn printed(what: &str, path: &Path, text: &str, reports: Vec<Diagnostic>) -> Error {
    // A configuration that was put together in a program has no file.
    let is_file = !path.as_os_str().is_empty();
    let file = SourceFile { path: shown(path), text: without_passwords(text) };
    let sources = Sources::new(is_file.then_some(file).into_iter().collect());
    let rendered = without_passwords(&diag::render_all(&reports, &sources, false));
    anyhow!("{what}\n{}", rendered.trim_end())
}

/// A text in which what stands before the `@` of addresses is made unreadable: a name and a password, which the logs of
/// builds would keep. All bytes keep their places.
fn without_passwords(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("://") {
        let (before, after) = rest.split_at(at + 3);
        let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '?' | '#' | '"' | '\'' | '`');
        let authority = &after[..after.find(ends).unwrap_or(after.len())];
        let secret = authority.rfind('@').unwrap_or(0);
        out.push_str(before);
        out.push_str(&"*".repeat(secret));
        rest = &after[secret..];
    }
    out + rest
}

/// Whether the file says anything of a key.
pub(super) fn has_key(text: &str, key: &str) -> bool {
    DeTable::parse(text).is_ok_and(|table| table.get_ref().contains_key(key))
}

/// Where the value of a key stands, quotes included.
pub(crate) fn exact_place(text: &str, key: &[&str]) -> Option<Range<usize>> {
    let key: Vec<String> = key.iter().map(|it| (*it).to_owned()).collect();
    places(text, &key).into_iter().nth(key.len() - 1)
}

/// Where a value stands, or the nearest one around it that does.
fn place(text: &str, key: &[String]) -> Option<Range<usize>> {
    places(text, key).pop()
}

/// Where the values stand that a key leads through, as far as they are there.
fn places(text: &str, key: &[String]) -> Vec<Range<usize>> {
    let Ok(table) = DeTable::parse(text) else { return Vec::new() };
    let mut places = Vec::new();
    let mut value = DeValue::Table(table.into_inner());
    for step in key {
        let next = match value {
            DeValue::Table(mut table) => table.remove(step.as_str()),
            DeValue::Array(array) => {
                step.parse().ok().and_then(|index| array.into_iter().nth(index))
            }
            _ => None,
        };
        let Some(next) = next else { break };
        places.push(next.span());
        value = next.into_inner();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_an_address_is_not_told() {
        for (text, told) in [
            (
                "a = \"https://ana:s3cret@b.org/v1\" # ana",
                "a = \"https://**********@b.org/v1\" # ana",
            ),
            ("git://t@ken@b, x://é@c", "git://*****@b, x://**@c"),
            ("https://b.org/@ana `https://b.org`@x", "https://b.org/@ana `https://b.org`@x"),
            ("ana@b.org", "ana@b.org"),
        ] {
            assert_eq!(without_passwords(text), told);
            assert_eq!(text.len(), told.len());
        }
    }
}
