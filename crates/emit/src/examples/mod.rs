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
use text::{CommentLine, Words};

use crate::Options;
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
    text.describe(words.text(" as tests."));
    // What an example asks for may be described in any area.
    let version = string(&model::version_feature(api));
    text.push(&format!("#![cfg(all(feature = {version}, feature = \"areas\"))]"));
    let modules: String = areas.map(|area| format!("mod {};\n", ident(area))).collect();
    text.push(&modules);
    text.finish("", &[])
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
    expression: String,
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
        text.describe(Words::new().text("Worked examples of ").code(name).text("."));
        let library = options.crate_name.replace('-', "_");
        let all: String = self.tests.iter().map(|test| test.expression.as_str()).collect();
        let modules = if all.contains("models::") { "{api, models}" } else { "api" };
        if !self.tests.is_empty() {
            text.push(&format!("use {library}::{}::{modules};", api.module));
        }
        for test in &self.tests {
            text.push(&test.print());
        }
        text.push(&self.without.iter().map(|line| comment(line)).collect::<String>());
        text.finish("", &[])
    }
}

impl Test {
    fn print(&self) -> String {
        let mut docs = Comment::new(0);
        docs.paragraph(Words::new().code(&self.page));
        let name = ident(&self.name);
        let (expression, request) = (&self.expression, string(&self.request));
        let code = format!(
            "#[test] fn {name}() {{ let request = {expression}; \
             rt::assert_request(&request, {request}); }}"
        );
        let file = syn::parse_file(&code).expect("a call is printed as Rust");
        format!("{}{}", docs.print(0), prettyplease::unparse(&file))
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

/// A comment of one line.
fn comment(text: &str) -> String {
    format!("// {}\n", CommentLine::new(text))
}
