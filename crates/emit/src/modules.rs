//! The module files of a version: which file is a module of which, and under which path its items are
//! public.
//!
//! Files lie by area and page, items are public by namespace, so that a page's file stays small and an
//! item's path says what it is on the wire. Each public item is listed once, in the module that makes it
//! public.

use std::collections::BTreeMap;

use model::{Api, Gate};
use text::Words;

use crate::before::source_path;
use crate::code::{Code, code};
use crate::docs::Comment;
use crate::file::{OutputFile, SourceFile, Text};
use crate::tokens::ident;
use crate::{Options, gates};

/// A module with a file of its own: its child modules and what it makes public, with the features they
/// need.
#[derive(Default)]
struct Module {
    children: BTreeMap<String, Gate>,
    /// Paths below the version's module.
    exports: BTreeMap<Vec<String>, Gate>,
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
    let sources = sources
        .into_iter()
        .map(|source| OutputFile { path: source_path(api, &source.path), text: source.text });
    sources.chain(texts).collect()
}

fn tree(sources: &[SourceFile]) -> BTreeMap<Vec<String>, Module> {
    // A version about which the docs state nothing is still a module.
    let mut modules = BTreeMap::from([(Vec::new(), Module::default())]);
    for source in sources {
        add_to_parents(&mut modules, &source.path, &source.gate, false);
        for export in &source.exports {
            add_to_parents(&mut modules, &export.module, &source.gate, true);
            let module = modules.entry(export.module.clone()).or_default();
            module.is_public = true;
            if export.module == source.path {
                module.is_source = true;
                continue;
            }
            let item = [&source.path[..], std::slice::from_ref(&export.name)].concat();
            module.exports.insert(item, source.gate.clone());
        }
    }
    modules
}

/// A module is behind the features of all that is in it, and those right below the version's behind none.
fn add_to_parents(
    modules: &mut BTreeMap<Vec<String>, Module>,
    path: &[String],
    gate: &Gate,
    is_public: bool,
) {
    for depth in 0..path.len() {
        let parent = modules.entry(path[..depth].to_vec()).or_default();
        let gate = if depth == 0 { &Gate::default() } else { gate };
        parent
            .children
            .entry(path[depth].clone())
            .and_modify(|known| *known = known.or(gate))
            .or_insert_with(|| gate.clone());
        parent.is_public |= is_public;
    }
}

/// The gate that the module's parent puts before it.
fn gate_of(modules: &BTreeMap<Vec<String>, Module>, path: &[String]) -> Gate {
    let Some((name, parent)) = path.split_last() else { return Gate::default() };
    modules.get(parent).and_then(|parent| parent.children.get(name)).cloned().unwrap_or_default()
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
    let gate = gate_of(modules, path);
    let child = |(child, child_gate): (&String, &Gate)| {
        let attribute = gates::lines(&child_gate.within(&gate), 0);
        let visibility = Code::fixed(if is_public(child) { "pub" } else { "pub(crate)" });
        code!("{}{} mod {};\n", attribute, visibility, ident(child))
    };
    text.push(&module.children.iter().map(child).collect());
    text.push(&exports(api, path, module, &gate));
    let folders: String = path.iter().map(|name| format!("{name}/")).collect();
    OutputFile {
        path: format!("src/{}/{folders}mod.rs", api.module),
        text: text.finish(&ident(&api.module), &Gate::default()),
    }
}

/// What a module makes public, by the folder it is in and by what it needs.
fn exports(api: &Api, path: &[String], module: &Module, outer: &Gate) -> Code {
    let mut groups: BTreeMap<(&[String], Gate), Code> = BTreeMap::new();
    for (item, gate) in &module.exports {
        let (folder, item) = item.split_at(item.len().saturating_sub(2));
        let group = groups.entry((folder, gate.within(outer))).or_default();
        group.push(&code!("    {},\n", names(item)));
    }
    let export = |((folder, gate), items): ((&[String], Gate), Code)| {
        let base = match folder.strip_prefix(path) {
            Some([]) => Code::fixed("self"),
            Some(below) => code!("self::{}", names(below)),
            None => code!("crate::{}::{}", ident(&api.module), names(folder)),
        };
        code!("{}pub use {}::{{\n{}}};\n", gates::lines(&gate, 0), base, items)
    };
    groups.into_iter().map(export).collect()
}

fn names(path: &[String]) -> Code {
    Code::join(path.iter().map(|name| ident(name)), "::")
}

fn docs(api: &Api, path: &[String]) -> Comment {
    let say = |words: &'static str| Words::new().text(words);
    Comment::saying(match path {
        [] => say("Version ").text(&api.version).text(" of the API."),
        [name] => say(kind(name)).text(" of version ").text(&api.version).text("."),
        [name, below @ ..] => say(kind(name)).text(" of ").code(&below.join("::")).text("."),
    })
}

fn kind(folder: &str) -> &'static str {
    match folder {
        "models" => "Structured types and enumerations",
        "paths" => "Nodes of the path tree",
        _ => "Operations",
    }
}
