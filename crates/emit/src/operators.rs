//! The sets of `$filter` operators that the properties of a version have.

use model::{Api, Gate, Operator, OperatorSet};
use proc_macro2::Ident;
use text::Words;

use crate::Options;
use crate::code::{Code, Module, code};
use crate::docs::Comment;
use crate::file::{Export, SourceFile, Text};
use crate::tokens::ident;

/// The file of all sets, if there are any.
pub(crate) fn file(api: &Api, options: &Options) -> Option<SourceFile> {
    let sets = api.operator_sets();
    if sets.is_empty() {
        return None;
    }
    let path = vec!["operators".to_owned()];
    let mut sets: Vec<OperatorSet> = sets.into_iter().collect();
    sets.sort_by_cached_key(OperatorSet::rust_name);
    let mut text = Text::new(options, None);
    let words =
        Words::new().text("The ").code("$filter").text(" operators of properties of version ");
    text.describe(&Comment::saying(words.text(&api.version).text(".")));
    let rows: Code = sets.iter().map(row).collect();
    text.push(&code!("{}::operator_sets! {{\n{}}}\n", Module::Rt, rows));
    let export = |set: &OperatorSet| Export { module: path.clone(), name: set.rust_name() };
    let exports = sets.iter().map(export).collect();
    let text = text.finish(&ident(&api.module), &Gate::default());
    Some(SourceFile { path, text, exports, gate: Gate::default() })
}

fn row(set: &OperatorSet) -> Code {
    let operators: Vec<Ident> = set.operators().map(|it| ident(&Operator::rust_name(it))).collect();
    let gap = if operators.is_empty() { "" } else { " " };
    let (name, operators) = (ident(&set.rust_name()), Code::join(&operators, ", "));
    code!("    {}:{}{};\n", name, Code::fixed(gap), operators)
}
