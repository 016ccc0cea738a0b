//! The path tree: one file per path root, each a table of nodes, and the root they start from.
//!
//! Reads the nodes of an API; returns source files. How arguments are encoded is the runtime's business:
//! a segment's template only shows it where they stand.

mod template;

use std::collections::{BTreeMap, BTreeSet};

use model::{Api, Gate, NodeId, PathNode, PathParameter, PathSegment};
use text::Words;

use crate::Options;
use crate::docs::Comment;
use crate::file::{Export, SourceFile, Text};
use crate::tokens::{ident, string};
use crate::{gates, types};

/// The struct of the service root, and the function that returns it.
const ROOT: (&str, &str) = ("Api", "api");

/// All files of the path tree of an API version; none where nothing can be called.
pub(crate) fn files(api: &Api, options: &Options) -> Vec<SourceFile> {
    let nodes = tables(api).into_iter().map(|(path, table)| SourceFile {
        path: path.to_vec(),
        text: text(api, path, &table, options),
        exports: table.exports(api, path),
        gate: table.gate(api),
    });
    let root = (!api.nodes.is_empty()).then(|| root(api, options));
    root.into_iter().chain(nodes).collect()
}

/// The name of a node as other files write it: `paths::users::UsersById`.
pub(crate) fn node_name(api: &Api, id: NodeId) -> String {
    let node = &api.nodes[id.0];
    format!("{}::{}", node.file.join("::"), ident(&node.rust_name))
}

/// The nodes of one file: the children of each parent, parents in the order of the tree.
#[derive(Default)]
struct Table {
    parents: Vec<Option<NodeId>>,
    children: BTreeMap<Option<NodeId>, Vec<NodeId>>,
}

fn tables(api: &Api) -> BTreeMap<&[String], Table> {
    let mut tables: BTreeMap<&[String], Table> = BTreeMap::new();
    for (index, node) in api.nodes.iter().enumerate() {
        let table = tables.entry(&node.file).or_default();
        let siblings = table.children.entry(node.parent).or_default();
        if siblings.is_empty() {
            table.parents.push(node.parent);
        }
        siblings.push(NodeId(index));
    }
    tables
}

impl Table {
    /// The first node, which stands above the others.
    fn root<'a>(&self, api: &'a Api) -> &'a PathNode {
        let first = self.parents.first().and_then(|parent| self.children[parent].first());
        &api.nodes[first.expect("a table has a node").0]
    }

    fn nodes<'a>(&self, api: &'a Api) -> impl Iterator<Item = &'a PathNode> {
        self.children.values().flatten().map(|id| &api.nodes[id.0])
    }

    /// The features of which one needs a node of the file.
    fn gate(&self, api: &Api) -> Gate {
        self.nodes(api).fold(self.root(api).gate.clone(), |gate, node| gate.or(&node.gate))
    }

    fn exports(&self, api: &Api, path: &[String]) -> Vec<Export> {
        self.nodes(api)
            .map(|node| Export { module: path.to_vec(), name: node.rust_name.clone() })
            .collect()
    }
}

fn text(api: &Api, path: &[String], table: &Table, options: &Options) -> String {
    let mut text = Text::new(options, None);
    let template = &table.root(api).template;
    text.describe(Words::new().text("The paths below ").code(template).text("."));
    text.push(&uses(api, path, table));
    for (gate, blocks) in gated_blocks(api, table) {
        text.push(&format!("{}rt::paths! {{\n{blocks}}}", gates::lines(&gate, 0)));
    }
    text.finish(&api.module, &[])
}

/// The blocks of nodes that need the same features, by what they need beside those of the file.
fn gated_blocks(api: &Api, table: &Table) -> BTreeMap<Gate, String> {
    let file_gate = table.gate(api);
    let mut blocks: BTreeMap<Gate, String> = BTreeMap::new();
    for parent in &table.parents {
        let mut children: BTreeMap<Gate, Vec<NodeId>> = BTreeMap::new();
        for id in &table.children[parent] {
            children.entry(api.nodes[id.0].gate.within(&file_gate)).or_default().push(*id);
        }
        for (gate, children) in children {
            *blocks.entry(gate).or_default() += &block(api, *parent, &children);
        }
    }
    blocks
}

/// Imports the parents that other files declare; of the nodes of the tree, usually only the root.
fn uses(api: &Api, path: &[String], table: &Table) -> String {
    let elsewhere: BTreeSet<String> = table
        .parents
        .iter()
        .filter_map(|id| match id {
            None => Some(ROOT.0.to_owned()),
            Some(id) if api.nodes[id.0].file != path => Some(node_name(api, *id)),
            Some(_) => None,
        })
        .collect();
    elsewhere.iter().map(|name| format!("use crate::{}::{name};\n", api.module)).collect()
}

fn block(api: &Api, parent: Option<NodeId>, children: &[NodeId]) -> String {
    let (name, above) = match parent {
        None => (ROOT.0.to_owned(), String::new()),
        Some(id) => {
            let node = &api.nodes[id.0];
            (ident(&node.rust_name).to_string(), template::before_children(node))
        }
    };
    let rows: String = children.iter().map(|id| row(&api.nodes[id.0])).collect();
    format!("    {name} {} {{\n{rows}    }}\n", string(&above))
}

fn row(node: &PathNode) -> String {
    let arguments: Vec<String> = parameters(&node.segment)
        .iter()
        .filter(|parameter| parameter.fixed.is_none())
        .map(|it| format!("{}: {}", ident(&it.rust_name), types::argument_type(it.ty)))
        .collect();
    format!(
        "        {}({}) -> {} {};\n",
        ident(&node.accessor),
        arguments.join(", "),
        ident(&node.rust_name),
        string(&template::segment(&node.segment)),
    )
}

fn parameters(segment: &PathSegment) -> &[PathParameter] {
    match segment {
        PathSegment::Literal(_) => &[],
        PathSegment::Key(parameter) | PathSegment::ItemPath(parameter) => {
            std::slice::from_ref(parameter)
        }
        PathSegment::KeyPredicate(parameters) | PathSegment::Function { parameters, .. } => {
            parameters
        }
    }
}

fn root(api: &Api, options: &Options) -> SourceFile {
    let mut text = Text::new(options, None);
    let (docs, base_docs) = (root_docs(api).print(0), base_docs().print(4));
    let (name, function) = ROOT;
    // Without a feature of an area, no path begins here.
    text.push(&format!(
        "{docs}#[allow(dead_code)]\npub struct {name} {{\n    pub(crate) path: rt::Path,\n}}"
    ));
    let base_url = string(&api.base_url);
    text.push(&format!(
        "impl {name} {{\n{base_docs}    pub const BASE_URL: &'static str = {base_url};\n}}"
    ));
    text.push(&format!(
        "{}pub fn {function}() -> {name} {{\n    {name} {{ path: rt::Path::at({name}::BASE_URL) }}\n}}",
        function_docs(api).print(0),
    ));
    let exports = [name, function].map(|name| Export { module: Vec::new(), name: name.to_owned() });
    let text = text.finish(&api.module, &[]);
    let path = vec![function.to_owned()];
    SourceFile { path, text, exports: exports.into(), gate: Gate::default() }
}

fn root_docs(api: &Api) -> Comment {
    let mut comment = Comment::new(0);
    let words = Words::new().text("The service root of ").text(&api.version);
    comment.paragraph(words.text(", where all paths begin."));
    let words = "A path is spelled segment by segment, the operation last. Operations return an ";
    comment.paragraph(Words::new().text(words).item("rt::Request").text(" and send nothing."));
    comment
}

fn function_docs(api: &Api) -> Comment {
    let mut comment = Comment::new(0);
    comment.paragraph(Words::new().text("The service root of ").text(&api.version).text("."));
    comment
}

fn base_docs() -> Comment {
    let mut comment = Comment::new(4);
    let words = Words::new().text("The URL of the public service, for ");
    comment.paragraph(words.item("rt::Request::url").text("."));
    comment
}
