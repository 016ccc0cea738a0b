//! Reading documentation roots from disk.
//!
//! No link is followed, and nothing but `.md` files is read. A link or a special file that could be a page
//! is remarked on.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use diag::{Diagnostic, SourceFile, Sources, Span, codes};
use facts::Dialect;
use walkdir::{DirEntry, WalkDir};

use crate::folder::{listing_error, relative};
use crate::shown::shown;

/// Everything that was read, and which files describe which version.
pub(crate) struct Input {
    pub sources: Sources,
    /// Version name to the indices of its pages, sorted by path.
    pub versions: BTreeMap<String, Vec<usize>>,
    pub diagnostics: Vec<Diagnostic>,
    /// What was not read, where there is no text to point at.
    pub remarks: Vec<String>,
    /// Versions that are called as a documentation root is.
    pub named_by_root: BTreeSet<String>,
}

/// Reads all roots, except for what lies in `output`. A path that an earlier root has already given is
/// skipped and reported.
pub(crate) fn read(roots: &[impl AsRef<Path>], output: &Path, dialect: &Dialect) -> Result<Input> {
    // Without an output folder there is nothing to leave out.
    let output = output.canonicalize().ok();
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut shadowed = Vec::new();
    let mut remarks = Vec::new();
    let mut named_by_root = BTreeSet::new();
    check_roots(roots, output.as_deref())?;
    for root in roots {
        let root = root.as_ref();
        named_by_root.extend(version_name(root, dialect)?);
        for (path, bytes) in read_root(root, output.as_deref(), dialect, &mut remarks)? {
            match files.entry(path) {
                Entry::Occupied(earlier) => shadowed.push(earlier.key().clone()),
                Entry::Vacant(place) => {
                    place.insert(bytes);
                }
            }
        }
    }
    ensure!(!files.is_empty(), "no .md file below the documentation folders");
    Ok(Input { remarks, named_by_root, ..assemble(files, &shadowed, dialect) })
}

/// Fails on roots that are no folders, that lie in one another, or that the client is written to. Pages of one that
/// is named twice are reported as those of one path are.
fn check_roots(roots: &[impl AsRef<Path>], output: Option<&Path>) -> Result<()> {
    let mut earlier: Vec<(PathBuf, &Path)> = Vec::new();
    for root in roots {
        let root = root.as_ref();
        ensure!(root.exists(), "the documentation folder {} does not exist", shown(root));
        ensure!(root.is_dir(), "{} is no folder; docs are read by folder", shown(root));
        let place = root.canonicalize().with_context(|| format!("cannot read {}", shown(root)))?;
        ensure!(
            output != Some(place.as_path()),
            "{} is the output folder and a documentation folder; write the client elsewhere",
            shown(root)
        );
        for (other, name) in &earlier {
            ensure!(
                place == *other || !(place.starts_with(other) || other.starts_with(&place)),
                "the documentation folders {} and {} lie in one another; name the outer one only",
                shown(name),
                shown(root)
            );
        }
        earlier.push((place, root));
    }
    Ok(())
}

fn read_root(
    root: &Path,
    output: Option<&Path>,
    dialect: &Dialect,
    remarks: &mut Vec<String>,
) -> Result<Vec<(String, Vec<u8>)>> {
    // A root that is a version folder itself keeps its name, so that the version can be told.
    let prefix = version_name(root, dialect)?.map(|name| name + "/").unwrap_or_default();
    let mut files = Vec::new();
    let is_output = |entry: &DirEntry| {
        let dir = entry.file_type().is_dir().then(|| entry.path().canonicalize().ok()).flatten();
        dir.is_some() && dir.as_deref() == output
    };
    let entries = WalkDir::new(root).sort_by_file_name().into_iter();
    for entry in entries.filter_entry(|entry| !is_output(entry)) {
        let entry = entry.map_err(listing_error)?;
        let path = entry.path();
        let is_page = path.extension().is_some_and(|it| it == "md");
        let name = prefix.clone() + &relative(root, path);
        if entry.file_type().is_file() && is_page {
            let bytes =
                std::fs::read(path).with_context(|| format!("cannot read {}", shown(path)))?;
            files.push((name, bytes));
        } else {
            remarks.extend(left_out(&entry, is_page).map(|why| format!("{name} {why}")));
        }
    }
    Ok(files)
}

/// Why what could be or hold a page is not read.
fn left_out(entry: &DirEntry, is_page: bool) -> Option<&'static str> {
    let kind = entry.file_type();
    if entry.depth() > 0 && kind.is_symlink() {
        let could_be_read = is_page || entry.path().is_dir();
        return could_be_read.then_some("is a link; links among the docs are not followed");
    }
    (is_page && !kind.is_dir() && !kind.is_file()).then_some("is no ordinary file; it is not read")
}

/// The name of a root that is a version folder.
fn version_name(root: &Path, dialect: &Dialect) -> Result<Option<String>> {
    let name = root.file_name();
    let is_one = name.is_some() && is_version_folder(root, dialect)?;
    Ok(name.filter(|_| is_one).map(|name| name.to_string_lossy().into_owned()))
}

fn is_version_folder(path: &Path, dialect: &Dialect) -> Result<bool> {
    let entries =
        std::fs::read_dir(path).with_context(|| format!("cannot read {}", shown(path)))?;
    let mut folders = entries.flatten().filter(|entry| entry.path().is_dir());
    Ok(folders.any(|folder| dialect.versions().is_below(&folder.file_name().to_string_lossy())))
}

fn assemble(files: BTreeMap<String, Vec<u8>>, shadowed: &[String], dialect: &Dialect) -> Input {
    let mut sources = Sources::default();
    let mut versions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut diagnostics = Vec::new();
    for (index, (path, bytes)) in files.into_iter().enumerate() {
        let unportable = page::unportable(&path);
        if unportable.is_none() && !dialect.ignores(&path) {
            for version in dialect.versions().of_path(&path) {
                versions.entry(version.to_owned()).or_default().push(index);
            }
        }
        let twice = shadowed.contains(&path);
        let (text, invalid) = decode(bytes);
        let page = sources.add(SourceFile { path, text });
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
    let (remarks, named_by_root) = (Vec::new(), BTreeSet::new());
    Input { sources, versions, diagnostics, remarks, named_by_root }
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
        assert_eq!((input.versions.len(), read), (1, Some([1].as_slice())));
        let printed: Vec<String> =
            input.diagnostics.iter().map(|report| diag::render(report, &input.sources)).collect();
        insta::assert_snapshot!(printed.join("\n"), @r#"
        error[page-path]: the path of this page cannot be one on every platform
         --> v1.0/api/`<b>`.md:1:1
          |
        1 | # T
          | ^ it has one of the characters < > : " | ? * \ `
          |
          = help: the page is not read
        error[page-path]: the path of this page cannot be one on every platform
         --> v1.0/api/b\nuse c;.md:1:1
          |
        1 | # T
          | ^ it has characters that are not seen
          |
          = help: the page is not read
        error[page-path]: the path of this page cannot be one on every platform
         --> v\u{202e}1/api/d.md:1:1
          |
        1 | # T
          | ^ it has characters that are not seen
          |
          = help: the page is not read
        "#);
    }
}
