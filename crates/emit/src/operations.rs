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
use crate::code::{Code, Module, code};
use crate::deprecation;
use crate::file::{Export, SourceFile, Text};
use crate::names::Names;
use crate::paths::node_name;
use crate::tokens::string;

/// All files of operations of an API version.
pub(crate) fn files(api: &Api, names: &Names<'_>, options: &Options) -> Vec<SourceFile> {
    let mut files: BTreeMap<&[String], Vec<&Operation>> = BTreeMap::new();
    for operation in &api.operations {
        files.entry(&operation.file).or_default().push(operation);
    }
    let file = |(path, operations): (&[String], Vec<&Operation>)| {
        let further: Vec<_> = api.further.iter().filter(|page| page.file == path).collect();
        SourceFile {
            path: path.to_vec(),
            text: text(api, &operations, &further, names, options),
            exports: exports(&operations, &further),
            gate: gate(&operations),
        }
    };
    files.into_iter().map(file).collect()
}

fn text(
    api: &Api,
    operations: &[&Operation],
    further: &[&FurtherPage],
    names: &Names<'_>,
    options: &Options,
) -> String {
    let pages: BTreeSet<&str> =
        operations.iter().flat_map(|it| &it.pages).map(String::as_str).collect();
    let mut text = Text::new(options, only(&pages));
    for operation in operations {
        if let Some((name, fields)) = body_parameters(operation) {
            parameters::push(&mut text, name, fields, operation, names);
        }
    }
    for operation in operations {
        text.push(&constant::item(operation));
    }
    for page in further {
        text.push(&constant::further_item(page));
    }
    let rows = Code::join(operations.iter().map(|it| row(api, it, names)), "\n");
    text.push(&code!("{}::operations! {{\n{}}}", Module::Rt, rows));
    text.finish(api, &gate(operations))
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

/// A file is in its area's folder, so its operations share a gate.
fn gate(operations: &[&Operation]) -> Gate {
    operations.first().map(|operation| operation.gate.clone()).unwrap_or_default()
}

fn exports(operations: &[&Operation], further: &[&FurtherPage]) -> Vec<Export> {
    let bodies = operations.iter().filter_map(|it| body_parameters(it)).map(|(name, _)| name);
    let constants = operations.iter().map(|operation| operation.constant.as_str());
    let of_pages = further.iter().map(|page| page.constant.as_str());
    bodies
        .chain(constants)
        .chain(of_pages)
        .map(|name| Export { module: vec!["operations".to_owned()], name: name.to_owned() })
        .collect()
}

/// An operation as a block of the table: its documentation, its signature, and one line per route.
fn row(api: &Api, operation: &Operation, names: &Names<'_>) -> Code {
    code!(
        "{}{}{}{}\n{};\n",
        Code::comment(&docs::comment(api, operation, names), 4),
        alias(operation),
        deprecation::line(operation.deprecated.as_ref()),
        signature::of(operation, names).print(operation),
        Code::join(operation.routes.iter().map(|it| route(api, it)), ",\n")
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

fn route(api: &Api, route: &Route) -> Code {
    let query = route.query.as_ref().map(|query| format!("?{query}")).unwrap_or_default();
    let line = CodeText::new(&format!("{}{query}", route.template));
    let line = string(&line.to_string());
    code!("        {} {}", line, node_name(api, route.node))
}
