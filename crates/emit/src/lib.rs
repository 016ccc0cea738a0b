//! Prints decided APIs as a Rust crate.
//!
//! Reads [`Api`]s, returns the text of every file. Knows Rust's syntax and how generated files are laid
//! out; decides nothing about the API and never looks at the documentation again. Same input, same bytes.
//!
//! Every name was read as an identifier, and every text is a literal or a comment, so that nothing from the
//! documentation can become code.

mod before;
mod code;
mod deprecation;
mod docs;
mod entries;
mod enums;
mod examples;
mod facts;
mod file;
mod gates;
mod manifest;
mod models;
mod modules;
mod names;
mod operations;
mod operators;
mod options;
mod paths;
mod properties;
mod readme;
mod root;
mod structs;
pub mod surface;
mod syntax;
mod tokens;
mod types;

use std::collections::BTreeMap;

use model::Api;

use before::Before;
use examples::Printed;

pub use before::Kept;
pub use file::OutputFile;
pub use options::Options;

/// All files of the crate, sorted by path.
pub fn files(apis: &[Api], options: &Options) -> Vec<OutputFile> {
    all_files(apis, |_| None, options, &mut Printed::default())
}

/// The same files, of which those are not made again that have been made from the same. `before` are the versions as they
/// were, one for each of `apis`, and the texts of all files that were made of them; `kept` is what that run left.
pub fn files_again(
    apis: &[Api],
    before: (&[&Api], &BTreeMap<String, String>),
    options: &Options,
    kept: &mut Kept,
) -> Vec<OutputFile> {
    let is_same = kept.options.replace(options.clone()).as_ref() == Some(options);
    kept.printed.begin_anew();
    let (versions, texts) = before;
    let before =
        |nth: usize| versions.get(nth).filter(|_| is_same).map(|api| Before { api, texts });
    all_files(apis, before, options, &mut kept.printed)
}

fn all_files<'a>(
    apis: &[Api],
    before: impl Fn(usize) -> Option<Before<'a>>,
    options: &Options,
    printed: &mut Printed,
) -> Vec<OutputFile> {
    let mut files = manifest::files(apis, options);
    files.push(root::file(apis, options));
    for (nth, api) in apis.iter().enumerate() {
        files.extend(version(api, before(nth), options, printed));
    }
    let has_tests = files.iter().any(|file| file.path.starts_with("tests/"));
    files.push(readme::file(apis, has_tests, options));
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn version(
    api: &Api,
    before: Option<Before<'_>>,
    options: &Options,
    printed: &mut Printed,
) -> Vec<OutputFile> {
    // Names are pieces of syntax, which stay on their thread.
    let models = || models::files(api, options, before);
    let operations = || {
        let names = names::Names::new(api);
        let mut sources = paths::files(api, options);
        sources.extend(operations::files(api, &names, options, before));
        sources.extend(operators::file(api, options));
        (sources, examples::files(api, &names, options, printed))
    };
    // Two parts of about the same size.
    let (mut sources, (more, examples)) = model::both(options.parallel, models, operations);
    sources.extend(more);
    let mut files = modules::with_modules(api, sources, options);
    files.extend(examples);
    files
}

#[cfg(test)]
mod tests;
