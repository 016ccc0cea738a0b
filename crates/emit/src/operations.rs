//! Operations: one table per file, each operation documented once and offered on its path nodes.
//!
//! Reads the operations of an API; returns source files. The structs of body parameters and the constants
//! that hold the docs' facts stand in front of the table that uses them.

mod constant;
mod docs;
mod parameters;
pub(crate) mod signature;

pub(crate) use signature::sample_body;

use std::collections::{BTreeMap, BTreeSet};

use model::{Api, BodyContent, FurtherPage, Gate, Operation, Route};
use text::CodeText;

use crate::Options;
use crate::before::Before;
use crate::code::{Code, Module, code};
use crate::deprecation;
use crate::file::{Export, SourceFile, Text};
use crate::names::Names;
use crate::paths::node_name;
use crate::tokens::string;

/// What a file is made from, beside the names of types and the options.
#[derive(Default, PartialEq, Eq)]
struct Page<'a> {
    operations: Vec<Offered<'a>>,
    further: Vec<&'a FurtherPage>,
}

/// An operation, and what its row tells of other items.
#[derive(PartialEq, Eq)]
struct Offered<'a> {
    operation: &'a Operation,
    /// The name of the node of each route.
    nodes: Vec<Code>,
    /// The other pages that document it: their titles, and the constants that hold what they say.
    also: Vec<(&'a str, &'a str)>,
}

/// All files of operations of an API version.
pub(crate) fn files(
    api: &Api,
    names: &Names<'_>,
    options: &Options,
    before: Option<Before<'_>>,
) -> Vec<SourceFile> {
    let before = before.filter(|before| Names::new(before.api) == *names);
    let pages_before = before.map(|before| pages(before.api)).unwrap_or_default();
    let text = |path: &[String], page: &Page<'_>| {
        let is_same = pages_before.get(path) == Some(page);
        let known = before.filter(|_| is_same).and_then(|before| before.text(path));
        known.unwrap_or_else(|| text(page, names, options))
    };
    let file = |(path, page): (&[String], Page<'_>)| SourceFile {
        path: path.to_vec(),
        text: text(path, &page),
        exports: exports(&page),
        gate: page.gate(),
    };
    pages(api).into_iter().map(file).collect()
}

fn pages(api: &Api) -> BTreeMap<&[String], Page<'_>> {
    let titles = titles(api);
    let mut pages: BTreeMap<&[String], Page<'_>> = BTreeMap::new();
    for operation in &api.operations {
        let page = pages.entry(&operation.file).or_default();
        page.operations.push(Offered::new(api, operation, &titles));
    }
    for further in &api.further {
        if let Some(page) = pages.get_mut(further.file.as_slice()) {
            page.further.push(further);
        }
    }
    pages
}

/// The title of each page, and the constant that holds what it says; of a page that speaks for several operations,
/// that of the first one.
fn titles(api: &Api) -> BTreeMap<&str, (&str, &str)> {
    let speaking = api.operations.iter().rev();
    let speaking = speaking.map(|it| (it.page.as_str(), it.title.as_str(), it.constant.as_str()));
    let further = api.further.iter().rev();
    let further = further.map(|it| (it.page.as_str(), it.title.as_str(), it.constant.as_str()));
    speaking.chain(further).map(|(page, title, constant)| (page, (title, constant))).collect()
}

impl<'a> Offered<'a> {
    fn new(
        api: &'a Api,
        operation: &'a Operation,
        titles: &BTreeMap<&str, (&'a str, &'a str)>,
    ) -> Self {
        let nodes = operation.routes.iter().map(|route| node_name(api, route.node)).collect();
        let others = operation.pages.iter().filter(|page| **page != operation.page);
        let also = others.filter_map(|page| titles.get(page.as_str()).copied()).collect();
        Self { operation, nodes, also }
    }
}

impl Page<'_> {
    fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.operations.iter().map(|it| it.operation)
    }

    /// A file is in its area's folder, so its operations share a gate.
    fn gate(&self) -> Gate {
        self.operations().next().map(|operation| operation.gate.clone()).unwrap_or_default()
    }
}

fn text(page: &Page<'_>, names: &Names<'_>, options: &Options) -> String {
    let pages: BTreeSet<&str> =
        page.operations().flat_map(|it| &it.pages).map(String::as_str).collect();
    let mut text = Text::new(options, only(&pages));
    for operation in page.operations() {
        if let Some((name, fields)) = body_parameters(operation) {
            parameters::push(&mut text, name, fields, operation, names);
        }
    }
    for operation in page.operations() {
        text.push(&constant::item(operation));
    }
    for further in &page.further {
        text.push(&constant::further_item(further));
    }
    let rows = Code::join(page.operations.iter().map(|it| row(it, names)), "\n");
    text.push(&code!("{}::operations! {{\n{}}}", Module::Rt, rows));
    text.finish(names.version(), &page.gate())
}

fn only<'a>(pages: &BTreeSet<&'a str>) -> Option<&'a str> {
    pages.first().copied().filter(|_| pages.len() == 1)
}

pub(crate) fn body_parameters(operation: &Operation) -> Option<(&str, &[model::Property])> {
    match &operation.body.as_ref()?.content {
        BodyContent::Parameters { rust_name, fields } => Some((rust_name, fields)),
        _ => None,
    }
}

fn exports(page: &Page<'_>) -> Vec<Export> {
    let bodies = page.operations().filter_map(body_parameters).map(|(name, _)| name);
    let constants = page.operations().map(|operation| operation.constant.as_str());
    let of_pages = page.further.iter().map(|page| page.constant.as_str());
    bodies
        .chain(constants)
        .chain(of_pages)
        .map(|name| Export { module: vec!["operations".to_owned()], name: name.to_owned() })
        .collect()
}

/// An operation as a block of the table: its documentation, its signature, and one line per route.
fn row(Offered { operation, nodes, also }: &Offered<'_>, names: &Names<'_>) -> Code {
    let routes = operation.routes.iter().zip(nodes);
    code!(
        "{}{}{}{}\n{};\n",
        Code::comment(&docs::comment(operation, also, names), 4),
        alias(operation),
        deprecation::line(operation.deprecated.as_ref()),
        signature::of(operation, names).print(operation),
        Code::join(routes.map(|(it, node)| route(it, node)), ",\n")
    )
}

/// What else callers look for: the compiler names the method to who calls it so.
fn alias(operation: &Operation) -> Code {
    Code::fixed(match operation.rust_name.as_str() {
        "create" => "    #[doc(alias = \"post\")]\n",
        "list" => "    #[doc(alias = \"get\")]\n",
        "update" => "    #[doc(alias = \"patch\")]\n",
        _ => "",
    })
}

fn route(route: &Route, node: &Code) -> Code {
    let query = route.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    let line = CodeText::new(&format!("{}{query}", route.template));
    let line = string(&line.to_string());
    code!("        {} {}", line, node)
}
