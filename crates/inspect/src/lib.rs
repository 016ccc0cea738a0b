//! Reads the files of a generated crate as rustc, rustdoc and cargo do, and names what text from docs may
//! never become: code, a test, HTML, a link that is none, a character that nobody sees.
//!
//! It knows nothing of how the files came about, and searches nothing: Rust is read as tokens and as syntax,
//! doc comments as Markdown with the options of rustdoc, the manifest as TOML.

mod characters;
mod manifest;
mod markdown;
mod rust;
mod skeleton;

use std::collections::BTreeMap;
use std::fmt;

pub use skeleton::skeleton;

/// Something that must not be in a generated crate, and where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// The file, below the crate's folder.
    pub path: String,
    /// Its line, from 1.
    pub line: usize,
    /// What stands there.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.what)
    }
}

/// What an inspection found, and how much it has looked at: an inspection of nothing finds nothing.
#[derive(Clone, Debug, Default)]
pub struct Inspection {
    /// In the order of files and lines.
    pub violations: Vec<Violation>,
    /// Files.
    pub files: usize,
    /// Doc comments, those within macro calls included.
    pub comments: usize,
    /// Texts of deprecation notices.
    pub notes: usize,
    /// String literals, doc comments and notices aside.
    pub literals: usize,
    /// Code blocks that rustdoc runs and that may be there.
    pub examples: usize,
}

/// Inspects the files of one crate: text by path below the crate's folder.
pub fn inspect(files: &BTreeMap<String, String>) -> Inspection {
    let mut found = Inspection { files: files.len(), ..Inspection::default() };
    for (path, text) in files {
        let mut file = File { path, found: &mut found };
        characters::inspect(text, &mut file);
        if path.ends_with(".rs") {
            rust::inspect(text, &mut file);
        } else if path == "Cargo.toml" {
            manifest::inspect(text, &mut file);
        } else if path.ends_with(".md") {
            markdown::inspect_report(text, &mut file);
        }
    }
    found.violations.sort();
    found.violations.dedup();
    found
}

/// The file under inspection.
struct File<'a> {
    path: &'a str,
    found: &'a mut Inspection,
}

impl File<'_> {
    fn report(&mut self, line: usize, what: impl Into<String>) {
        let path = self.path.to_owned();
        self.found.violations.push(Violation { path, line, what: what.into() });
    }
}

#[cfg(test)]
mod tests;
