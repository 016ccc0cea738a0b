//! The path tree: one file per path root, each a table of nodes, and the root they start from.
//!
//! Reads the nodes of an API; returns source files. How arguments are encoded is the runtime's business:
//! a segment's template only shows it where they stand.

mod template;

use std::collections::BTreeMap;

use model::{Api, Gate, NodeId, PathNode};
use text::Words;

use crate::Options;
use crate::code::{Code, Module, code};
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

/// The name of a node as other files write it: `paths::users::UsersById`; the first of its modules is `paths`.
pub(crate) fn node_name(api: &Api, id: NodeId) -> Code {
    let node = &api.nodes[id.0];
    code!("{}::{}", Module::Paths, below_paths(node))
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
    let words = Words::new().text("The paths below ").code(&table.root(api).template).text(".");
    text.describe(&Comment::saying(words));
    let gate = table.gate(api);
    let blocks = gated_blocks(api, table, &gate);
    text.push(&uses(api, path, &blocks));
    for (gate, parents) in &blocks {
        let blocks: Code =
            parents.iter().map(|(parent, children)| block(api, *parent, children)).collect();
        let attribute = gates::lines(gate, 0);
        let table = code!("{}{}::paths! {{\n{}}}", attribute, Module::Rt, blocks);
        text.push(&table.behind(gate));
    }
    text.finish(&ident(&api.module), &gate)
}

/// The children of one node.
type Block = (Option<NodeId>, Vec<NodeId>);

/// The blocks of nodes that need the same features, by what they need beside those of the file.
fn gated_blocks(api: &Api, table: &Table, file_gate: &Gate) -> BTreeMap<Gate, Vec<Block>> {
    let mut blocks: BTreeMap<Gate, Vec<Block>> = BTreeMap::new();
    for parent in &table.parents {
        let mut children: BTreeMap<Gate, Vec<NodeId>> = BTreeMap::new();
        for id in &table.children[parent] {
            children.entry(api.nodes[id.0].gate.within(file_gate)).or_default().push(*id);
        }
        for (gate, children) in children {
            blocks.entry(gate).or_default().push((*parent, children));
        }
    }
    blocks
}

/// Imports the parents that other files declare; of the nodes of the tree, usually only the root.
fn uses(api: &Api, path: &[String], blocks: &BTreeMap<Gate, Vec<Block>>) -> Code {
    let mut elsewhere: BTreeMap<String, (Code, Gate)> = BTreeMap::new();
    for (gate, blocks) in blocks {
        for (parent, _) in blocks {
            let name = match parent {
                None => Code::fixed(ROOT.0),
                // The import itself needs no import of `paths`, so that it does not name the module.
                Some(id) if api.nodes[id.0].file != path => {
                    code!("paths::{}", below_paths(&api.nodes[id.0]))
                }
                Some(_) => continue,
            };
            elsewhere
                .entry(name.text().to_owned())
                .and_modify(|(_, known)| *known = known.or(gate))
                .or_insert_with(|| (name, gate.clone()));
        }
    }
    let version = ident(&api.module);
    let import = |(name, gate): &(Code, Gate)| {
        code!("{}use crate::{}::{};\n", gates::lines(gate, 0), &version, name)
    };
    elsewhere.values().map(import).collect()
}

/// The name of a node below the module `paths`.
pub(crate) fn below_paths(node: &PathNode) -> Code {
    let below = node.file.iter().skip(1).chain([&node.rust_name]);
    Code::join(below.map(|name| ident(name)), "::")
}

fn block(api: &Api, parent: Option<NodeId>, children: &[NodeId]) -> Code {
    let (name, above) = match parent {
        None => (Code::fixed(ROOT.0), String::new()),
        Some(id) => {
            let node = &api.nodes[id.0];
            (code!("{}", ident(&node.rust_name)), template::before_children(node))
        }
    };
    let rows: Code = children.iter().map(|id| row(&api.nodes[id.0])).collect();
    code!("    {} {} {{\n{}    }}\n", name, string(&above), rows)
}

fn row(node: &PathNode) -> Code {
    let parameters = node.segment.parameters().iter().filter(|it| it.fixed.is_none());
    let arguments =
        parameters.map(|it| code!("{}: {}", ident(&it.rust_name), types::argument_type(it.ty)));
    code!(
        "        {}({}) -> {} {};\n",
        ident(&node.accessor),
        Code::join(arguments, ", "),
        ident(&node.rust_name),
        string(&template::segment(&node.segment))
    )
}

fn root(api: &Api, options: &Options) -> SourceFile {
    let mut text = Text::new(options, None);
    let (name, function) = (Code::fixed(ROOT.0), Code::fixed(ROOT.1));
    // Without a feature of an area, no path begins here.
    text.push(&code!(
        "{}#[allow(dead_code)]\npub struct {} {{\n    pub(crate) path: {}::Path,\n}}",
        Code::comment(&root_docs(api), 0),
        &name,
        Module::Rt
    ));
    let base_url = code!(
        "{}    pub const BASE_URL: &'static str = {};\n",
        Code::comment(&base_docs(), 4),
        string(&api.base_url)
    );
    let type_names = code!(
        "{}    pub fn with_type_names(self, names: {}::filter::TypeNames) -> Self {{\n        \
         Self {{ path: self.path.with_type_names(names) }}\n    }}\n",
        Code::comment(&type_names_docs(), 4),
        Module::Rt
    );
    text.push(&code!("impl {} {{\n{}\n{}}}", &name, base_url, type_names));
    text.push(&code!(
        "{}pub fn {}() -> {} {{\n    {} {{ path: {}::Path::at({}::BASE_URL) }}\n}}",
        Code::comment(&function_docs(api), 0),
        function,
        &name,
        &name,
        Module::Rt,
        &name
    ));
    let exports = [ROOT.0, ROOT.1].map(|name| Export { module: Vec::new(), name: name.to_owned() });
    let text = text.finish(&ident(&api.module), &Gate::default());
    SourceFile {
        path: vec![ROOT.1.to_owned()],
        text,
        exports: exports.into(),
        gate: Gate::default(),
    }
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

fn type_names_docs() -> Comment {
    let mut comment = Comment::new(4);
    let words = Words::new().text("The same root, with types named so in each ").code("$filter");
    comment.paragraph(words.text(" below it."));
    comment
}

fn base_docs() -> Comment {
    let mut comment = Comment::new(4);
    let words = Words::new().text("The URL of the public service, for ");
    comment.paragraph(words.item("rt::Request::url").text("."));
    comment
}
