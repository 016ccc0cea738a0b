//! Prints decided APIs as a Rust crate.
//!
//! Reads [`Api`]s, returns the text of every file. Knows Rust's syntax and how generated files are laid
//! out; decides nothing about the API and never looks at the documentation again. Same input, same bytes.
//!
//! Every name was read as an identifier, and every text is a literal or a comment, so that nothing from the
//! documentation can become code.

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

use std::thread;

use model::Api;

pub use file::OutputFile;
pub use options::Options;

/// All files of the crate, sorted by path.
pub fn files(apis: &[Api], options: &Options) -> Vec<OutputFile> {
    let mut files = manifest::files(apis, options);
    files.push(root::file(apis, options));
    files.push(readme::file(apis, options));
    for api in apis {
        files.extend(version(api, options));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn version(api: &Api, options: &Options) -> Vec<OutputFile> {
    // Names are pieces of syntax, which stay on their thread.
    let models = || models::files(api, &names::Names::new(api), options);
    let operations = || {
        let names = names::Names::new(api);
        let mut sources = paths::files(api, options);
        sources.extend(operations::files(api, &names, options));
        sources.extend(operators::file(api, options));
        (sources, examples::files(api, &names, options))
    };
    // Two parts of about the same size.
    let (mut sources, (more, examples)) = both(options.parallel, models, operations);
    sources.extend(more);
    let mut files = modules::with_modules(api, sources, options);
    files.extend(examples);
    files
}

/// What both return, one on another thread if `parallel` is set.
fn both<A, B: Send>(
    parallel: bool,
    one: impl FnOnce() -> A,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    if !parallel {
        return (one(), other());
    }
    thread::scope(|scope| {
        let other = scope.spawn(other);
        (one(), other.join().expect("emitting never panics"))
    })
}

#[cfg(test)]
mod tests;
