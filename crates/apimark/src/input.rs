//! The files of all documentation roots as one input.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use diag::{Diagnostic, PageId, SourceFile, Sources, Span, codes};
use facts::Dialect;

use crate::root::{self, Root};

/// Everything that was read, and which files describe which version.
pub(crate) struct Input {
    pub sources: Sources,
    /// Version name to its pages, sorted by path.
    pub versions: BTreeMap<String, Vec<PageId>>,
    /// The files on disk by their absolute paths, with the paths that they have in the docs.
    pub places: BTreeMap<PathBuf, String>,
    pub diagnostics: Vec<Diagnostic>,
    /// What was not read, where there is no text to point at.
    pub remarks: Vec<String>,
    /// Versions that are called as a documentation root is.
    pub named_by_root: BTreeSet<String>,
}

/// Reads all roots, except for what lies in `output`. A path that an earlier root has already given is
/// skipped and reported.
pub(crate) fn read(roots: &[Root], output: &Path, dialect: &Dialect) -> Result<Input> {
    // Without an output folder there is nothing to leave out.
    let output = output.canonicalize().ok();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut shadowed = Vec::new();
    let mut remarks = Vec::new();
    let mut named_by_root = BTreeSet::new();
    let mut places = BTreeMap::new();
    root::check(roots, output.as_deref())?;
    for root in roots {
        let files_of_root = root.read(output.as_deref(), dialect, &mut remarks)?;
        let prefix = files_of_root.version.as_deref();
        for (path, bytes) in files_of_root.files {
            match files.entry(path) {
                Entry::Occupied(earlier) => shadowed.push(earlier.key().clone()),
                Entry::Vacant(free) => {
                    places
                        .extend(root.place(free.key(), prefix).map(|it| (it, free.key().clone())));
                    free.insert(bytes);
                }
            }
        }
        named_by_root.extend(files_of_root.version);
    }
    ensure!(!files.is_empty(), "no .md file below the documentation folders");
    Ok(Input { remarks, named_by_root, places, ..assemble(files, &shadowed, dialect) })
}

fn assemble(files: BTreeMap<String, Vec<u8>>, shadowed: &[String], dialect: &Dialect) -> Input {
    let mut sources = Sources::with_room();
    let mut versions: BTreeMap<String, Vec<PageId>> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (path, bytes) in files {
        let unportable = page::unportable(&path);
        let is_read = unportable.is_none() && !dialect.ignores(&path);
        let of: Vec<String> = match is_read {
            true => dialect.versions().of_path(&path).into_iter().map(str::to_owned).collect(),
            false => Vec::new(),
        };
        let twice = shadowed.contains(&path);
        let (text, invalid) = decode(bytes);
        let page = sources.add(SourceFile { path, text });
        for version in of {
            versions.entry(version).or_default().push(page);
        }
        if let Some(offset) = invalid {
            let span = Span::new(page, offset, offset + '\u{fffd}'.len_utf8());
            let report = Diagnostic::new(codes::INVALID_UTF8, span, "the file is not valid UTF-8");
            diagnostics.push(report.help("the bytes were replaced by U+FFFD"));
        }
        if let Some(reason) = unportable {
            let message = "the path of this page cannot be one on every platform";
            let report = Diagnostic::new(codes::PAGE_PATH, Span::new(page, 0, 0), message);
            diagnostics.push(report.label(reason).help("the page is not read"));
        }
        if twice {
            let span = Span::new(page, 0, 0);
            let message = "a later documentation folder has a file of the same path";
            diagnostics.push(Diagnostic::new(codes::DUPLICATE_PAGE, span, message));
        }
    }
    let (remarks, named_by_root, places) = (Vec::new(), BTreeSet::new(), BTreeMap::new());
    Input { sources, versions, places, diagnostics, remarks, named_by_root }
}

/// The text, and where its first invalid byte stood.
fn decode(bytes: Vec<u8>) -> (String, Option<usize>) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some(offset))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use diag::PageId;
    use facts::Dialect;

    use super::assemble;

    #[test]
    fn a_page_whose_path_is_no_portable_name_is_reported_and_not_read() {
        let paths =
            ["v1.0/api/a.md", "v1.0/api/b\nuse c;.md", "v1.0/api/`<b>`.md", "v\u{202e}1/api/d.md"];
        let files: BTreeMap<String, Vec<u8>> =
            paths.iter().map(|path| ((*path).to_owned(), b"# T".to_vec())).collect();
        let input = assemble(files, &[], Dialect::graph());
        let read = input.versions.get("v1.0").map(Vec::as_slice);
        let pages: Vec<PageId> = input.sources.iter().map(|(id, _)| id).collect();
        assert_eq!((input.versions.len(), read), (1, Some(&pages[1..2])));
        let printed: Vec<String> =
            input.diagnostics.iter().map(|report| diag::render(report, &input.sources)).collect();
        insta::assert_snapshot!(printed.join("\n"), @r#"
        error[AM0902 page-path]: the path of this page cannot be one on every platform
         --> v1.0/api/`<b>`.md:1:1
          |
        1 | # T
          | ^ it has one of the characters < > : " | ? * \ `
          |
          = help: the page is not read
        error[AM0902 page-path]: the path of this page cannot be one on every platform
         --> v1.0/api/b\nuse c;.md:1:1
          |
        1 | # T
          | ^ it has characters that are not seen
          |
          = help: the page is not read
        error[AM0902 page-path]: the path of this page cannot be one on every platform
         --> v\u{202e}1/api/d.md:1:1
          |
        1 | # T
          | ^ it has characters that are not seen
          |
          = help: the page is not read
        "#);
    }
}
