//! Worked examples as tests of the crate.
//!
//! Reads the calls that produce the documented requests; returns an integration test for each version, with
//! a file per area. Each test builds a request and holds it against what the documentation shows; examples
//! without a call are named in comments.

mod call;
mod condition;
mod query;

use std::collections::{BTreeMap, BTreeSet};

use model::examples::{Calls, Missing};
use model::{Api, Example, Operation};
use text::Words;

use crate::Options;
use crate::code::{Code, Module, code};
use crate::docs::Comment;
use crate::file::{OutputFile, Text};
use crate::names::Names;
use crate::tokens::{ident, string};

/// What printing a call needs.
#[derive(Clone, Copy)]
struct Context<'a> {
    api: &'a Api,
    calls: &'a Calls<'a>,
    names: &'a Names<'a>,
}

/// The tests of one version; none where there are no examples.
pub(crate) fn files(api: &Api, names: &Names<'_>, options: &Options) -> Vec<OutputFile> {
    let calls = Calls::new(api);
    let context = Context { api, calls: &calls, names };
    let mut areas: BTreeMap<&str, Area> = BTreeMap::new();
    // A page about several operations shows its examples at each of them.
    let mut seen = BTreeSet::new();
    for operation in &api.operations {
        let name = match operation.file.get(1).map_or("common", String::as_str) {
            "main" => "main_",
            name => name,
        };
        for example in operation.examples.iter().filter(|example| seen.insert(example.span)) {
            areas.entry(name).or_default().add(context, operation, example);
        }
    }
    if areas.is_empty() {
        return Vec::new();
    }
    let folder = format!("tests/{}", api.module);
    let file = |name: &str, text: String| OutputFile { path: format!("{folder}/{name}.rs"), text };
    let main = file("main", main(api, areas.keys().copied(), options));
    let texts = areas.iter().map(|(name, area)| file(name, area.text(name, api, options)));
    std::iter::once(main).chain(texts).collect()
}

fn main<'a>(api: &Api, areas: impl Iterator<Item = &'a str>, options: &Options) -> String {
    let mut text = Text::new(options, None);
    let words = Words::new().text("The worked examples of version ").text(&api.version);
    text.describe(&Comment::saying(words.text(" as tests.")));
    // What an example asks for may be described in any area.
    let version = string(&model::version_feature(api));
    text.push(&code!("#![cfg(all(feature = {}, feature = \"areas\"))]", version));
    text.push(&areas.map(|area| code!("mod {};\n", ident(area))).collect());
    text.finish_alone()
}

/// The examples of one area.
#[derive(Default)]
struct Area {
    tests: Vec<Test>,
    /// Names of tests, and the number that a further test of the name tries first.
    taken: BTreeMap<String, usize>,
    without: Vec<String>,
}

struct Test {
    name: String,
    page: String,
    request: String,
    expression: Code,
}

impl Area {
    fn add(&mut self, context: Context<'_>, operation: &Operation, example: &Example) {
        match context.calls.call(operation, example) {
            Ok(call) => self.tests.push(Test {
                name: free_name(&mut self.taken, page_of(operation)),
                page: page_of(operation).to_owned(),
                expression: call::expression(context, &call, example),
                request: call.request,
            }),
            Err(why) => {
                self.without.push(format!("{}: {}", page_of(operation), reason(&why, example)));
            }
        }
    }

    fn text(&self, name: &str, api: &Api, options: &Options) -> String {
        let mut text = Text::new(options, None);
        let words = Words::new().text("Worked examples of ").code(name).text(".");
        text.describe(&Comment::saying(words));
        let (library, version) = (ident(&options.crate_name.replace('-', "_")), ident(&api.module));
        let names_models = |test: &Test| test.expression.names().holds(Module::Models);
        let modules = if self.tests.iter().any(names_models) { "{api, models}" } else { "api" };
        if !self.tests.is_empty() {
            text.push(&code!("use {}::{}::{};", library, version, Code::fixed(modules)));
        }
        for test in &self.tests {
            text.push(&test.print());
        }
        text.remark(&self.without);
        text.finish_alone()
    }
}

impl Test {
    fn print(&self) -> Code {
        let test = code!(
            "#[test] fn {}() {{ let request = {}; {}::assert_request(&request, {}); }}",
            ident(&self.name),
            &self.expression,
            Module::Rt,
            string(&self.request)
        );
        let file = syn::parse_file(test.text()).expect("a call is printed as Rust");
        let docs = Comment::saying(Words::new().code(&self.page));
        let test = Code::printed(&file, test.names().clone());
        code!("{}{}", Code::comment(&docs, 0), test)
    }
}

/// `user-list.md` gives `user_list`, and further examples of the page numbers.
fn free_name(taken: &mut BTreeMap<String, usize>, page: &str) -> String {
    let stem = page.rsplit('/').next().unwrap_or(page).trim_end_matches(".md");
    let wanted = model::module_name(stem);
    let Some(mut number) = taken.get(&wanted).copied() else {
        taken.insert(wanted.clone(), 2);
        return wanted;
    };
    let free = loop {
        let candidate = format!("{wanted}_{number}");
        number += 1;
        if !taken.contains_key(&candidate) {
            break candidate;
        }
    };
    taken.extend([(wanted, number), (free.clone(), 2)]);
    free
}

fn page_of(operation: &Operation) -> &str {
    operation.pages.first().map_or("example", String::as_str)
}

/// Why there is no test.
fn reason(why: &Missing, example: &Example) -> String {
    match why {
        Missing::RequestLine => "the request line cannot be read".to_owned(),
        Missing::OtherService => "the request goes to another service".to_owned(),
        Missing::Path => format!("no operation is documented for {}", example.request),
        Missing::Query { option, value } => format!("{option} has no typed form for {value}"),
    }
}
