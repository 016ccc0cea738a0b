//! Reports of globs of a dialect that probably mean something else.

use diag::{Diagnostic, PageId, SourceFile, Sources, Span};
use facts::OddGlob;

use crate::config::Config;
use crate::dialect;
use crate::shown::shown;

/// The reports, with their places in the dialect file or in the configuration, which is then among the sources.
pub(crate) fn reports(
    odd: &[OddGlob],
    config: &Config,
    dialect_text: &str,
    sources: &mut Sources,
) -> Vec<Diagnostic> {
    let named = dialect::file(&config.dialect).map(shown).unwrap_or_default();
    let files = [(named, dialect_text), (shown(&config.file.path), config.file.text.as_str())];
    let mut pages: [Option<PageId>; 2] = [None, None];
    let mut report = |it: &OddGlob| {
        let (file, (start, end)) = written(&files.each_ref().map(|(_, text)| *text), &it.glob);
        let (path, text) = &files[file];
        let page = *pages[file].get_or_insert_with(|| {
            sources.add(SourceFile { path: path.clone(), text: (*text).to_owned() })
        });
        Diagnostic::new(it.code, Span::new(page, start, end), it.message.clone())
    };
    odd.iter().map(&mut report).collect()
}

/// In which of the texts a glob stands, and where. One that is written with escapes is at the beginning of the file that
/// there is.
fn written(texts: &[&str; 2], glob: &str) -> (usize, (usize, usize)) {
    let mut places = texts.iter().enumerate();
    let found = places.find_map(|(file, text)| Some((file, place(text, glob)?)));
    found.unwrap_or((usize::from(texts[0].is_empty()), (0, 0)))
}

/// Where a glob stands in quotes.
fn place(text: &str, glob: &str) -> Option<(usize, usize)> {
    let quoted = ['"', '\''].map(|quote| format!("{quote}{glob}{quote}"));
    let found = quoted.iter().find_map(|it| Some((text.find(it)?, it.len())));
    found.map(|(start, length)| (start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_is_found_in_either_file() {
        let table = "pages.operations.at = [\"b/*\", 'c']";
        assert_eq!(written(&["at = [\"a/*\"]", table], "a/*"), (0, (6, 11)));
        assert_eq!(written(&["at = [\"a/*\"]", table], "b/*"), (1, (23, 28)));
        assert_eq!(written(&["", table], "c"), (1, (30, 33)));
        assert_eq!(written(&["at = [\"\\u0061/*\"]", table], "a/*"), (0, (0, 0)));
        assert_eq!(written(&["", table], "d"), (1, (0, 0)));
    }
}
