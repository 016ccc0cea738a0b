//! The sets of `$filter` operators that the properties of a version have.

use model::{Api, Gate, Operator, OperatorSet};
use text::Words;

use crate::Options;
use crate::file::{Export, SourceFile, Text};

/// The file of all sets, if there are any.
pub(crate) fn file(api: &Api, options: &Options) -> Option<SourceFile> {
    let sets = api.operator_sets();
    if sets.is_empty() {
        return None;
    }
    let path = vec!["operators".to_owned()];
    let mut rows: Vec<String> = sets.iter().map(row).collect();
    rows.sort();
    let mut text = Text::new(options, None);
    let words =
        Words::new().text("The ").code("$filter").text(" operators of properties of version ");
    text.describe(words.text(&api.version).text("."));
    text.push(&format!("rt::operator_sets! {{\n{}}}\n", rows.concat()));
    let export = |set: &OperatorSet| Export { module: path.clone(), name: set.rust_name() };
    let exports = sets.iter().map(export).collect();
    let text = text.finish(&api.module, &[]);
    Some(SourceFile { path, text, exports, gate: Gate::default() })
}

fn row(set: &OperatorSet) -> String {
    let operators: Vec<String> = set.operators().map(Operator::rust_name).collect();
    format!("    {}: {}", set.rust_name(), operators.join(", ")).trim_end().to_owned() + ";\n"
}
