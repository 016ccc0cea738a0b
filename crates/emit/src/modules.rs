//! The module files of a version: which file is a module of which, and under which path its items are
//! public.
//!
//! Files lie by area and page, items are public by namespace, so that a page's file stays small and an
//! item's path says what it is on the wire. Each public item is listed once, in the module that makes it
//! public.

use std::collections::{BTreeMap, BTreeSet};

use model::Api;

use crate::file::{OutputFile, SourceFile, Text};
use crate::{Options, tokens};

/// A module with a file of its own: its child modules and what it makes public.
#[derive(Default)]
struct Module {
    children: BTreeSet<String>,
    /// Paths below the version's module.
    exports: BTreeSet<Vec<String>>,
    is_public: bool,
    /// The module is a source file, whose items are public where they stand.
    is_source: bool,
}

/// The source files and the module files that hold them together.
pub(crate) fn with_modules(
    api: &Api,
    sources: Vec<SourceFile>,
    options: &Options,
) -> Vec<OutputFile> {
    let modules = tree(&sources);
    let texts: Vec<_> = modules
        .iter()
        .filter(|(_, module)| !module.is_source)
        .map(|(path, module)| module_file(api, path, module, &modules, options))
        .collect();
    let sources = sources.into_iter().map(|source| OutputFile {
        path: format!("src/{}/{}.rs", api.module, source.path.join("/")),
        text: source.text,
    });
    sources.chain(texts).collect()
}

fn tree(sources: &[SourceFile]) -> BTreeMap<Vec<String>, Module> {
    // A version about which the docs state nothing is still a module.
    let mut modules = BTreeMap::from([(Vec::new(), Module::default())]);
    for source in sources {
        add_to_parents(&mut modules, &source.path, false);
        for export in &source.exports {
            add_to_parents(&mut modules, &export.module, true);
            let module = modules.entry(export.module.clone()).or_default();
            module.is_public = true;
            if export.module == source.path {
                module.is_source = true;
                continue;
            }
            module.exports.insert([&source.path[..], std::slice::from_ref(&export.name)].concat());
        }
    }
    modules
}

fn add_to_parents(modules: &mut BTreeMap<Vec<String>, Module>, path: &[String], is_public: bool) {
    for depth in 0..path.len() {
        let parent = modules.entry(path[..depth].to_vec()).or_default();
        parent.children.insert(path[depth].clone());
        parent.is_public |= is_public;
    }
}

fn module_file(
    api: &Api,
    path: &[String],
    module: &Module,
    modules: &BTreeMap<Vec<String>, Module>,
    options: &Options,
) -> OutputFile {
    let mut text = Text::new(options, None);
    text.describe(&docs(api, path));
    let is_public = |child: &String| {
        modules
            .get(&[path, std::slice::from_ref(child)].concat())
            .is_some_and(|child| child.is_public)
    };
    text.push(&lines(module.children.iter().map(|child| {
        let visibility = if is_public(child) { "pub" } else { "pub(crate)" };
        format!("{visibility} mod {};", tokens::ident(child))
    })));
    if !module.exports.is_empty() {
        text.push(&lines(module.exports.iter().map(|item| export_line(api, path, item))));
    }
    let folders: String = path.iter().map(|name| format!("{name}/")).collect();
    OutputFile {
        path: format!("src/{}/{folders}mod.rs", api.module),
        text: text.finish(&api.module, &[]),
    }
}

fn export_line(api: &Api, module: &[String], item: &[String]) -> String {
    match item.strip_prefix(module) {
        Some(below) => format!("pub use self::{};", below.join("::")),
        None => format!("pub use crate::{}::{};", api.module, item.join("::")),
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}

fn docs(api: &Api, path: &[String]) -> String {
    match path {
        [] => format!("Version {} of the API.", api.version),
        [name] => format!("{} of version {}.", kind(name), api.version),
        [name, below @ ..] => format!("{} of `{}`.", kind(name), below.join("::")),
    }
}

fn kind(folder: &str) -> &'static str {
    match folder {
        "models" => "Structured types and enumerations",
        "paths" => "Nodes of the path tree",
        _ => "Operations",
    }
}
