//! Worked examples as tests of the crate.
//!
//! Reads the calls that produce the documented requests; returns an integration test for each version, with
//! a file per area. Each test builds a request with its body, holds both against what the documentation shows,
//! and reads the documented answer; what has no test is named in comments.

mod body;
mod call;
mod condition;
mod context;
mod literal;
mod printed;
mod property_path;
mod query;
mod value;

use model::Api;
use model::examples::{Calls, Test, Worked};
use text::Words;

use context::Context;
pub(crate) use printed::Printed;

use crate::Options;
use crate::code::{Code, Module, code};
use crate::docs::Comment;
use crate::file::{OutputFile, Text};
use crate::names::Names;
use crate::tokens::{ident, raw_string, string};

/// The tests of one version; none where there are no examples.
pub(crate) fn files(
    api: &Api,
    names: &Names<'_>,
    options: &Options,
    printed: &mut Printed,
) -> Vec<OutputFile> {
    if api.worked.is_empty() {
        return Vec::new();
    }
    let calls = Calls::new(api);
    let context = Context { api, calls: &calls, names };
    let folder = format!("tests/{}", api.module);
    let file = |name: &str, text: String| OutputFile { path: format!("{folder}/{name}.rs"), text };
    let main = file("main", main(api, options));
    let texts = api.worked.iter();
    let texts = texts.map(|it| file(&it.module, area(context, it, options, printed)));
    std::iter::once(main).chain(texts).collect()
}

fn main(api: &Api, options: &Options) -> String {
    let mut text = Text::new(options, None);
    let words = Words::new().text("The worked examples of version ").text(&api.version);
    text.describe(&Comment::saying(words.text(" as tests.")));
    // What an example asks for may be described in any area.
    let version = string(&model::version_feature(api));
    text.push(&code!("#![cfg(all(feature = {}, feature = \"areas\"))]", version));
    text.push(&api.worked.iter().map(|it| code!("mod {};\n", ident(&it.module))).collect());
    text.finish_alone()
}

/// The examples of one area.
fn area(context: Context<'_>, worked: &Worked, options: &Options, printed: &mut Printed) -> String {
    let mut text = Text::new(options, None);
    text.describe(&Comment::saying(
        Words::new().text("Worked examples of ").code(&worked.module).text("."),
    ));
    let tests: Vec<Code> = worked.tests.iter().map(|it| test(context, it, printed)).collect();
    if !tests.is_empty() {
        let library = ident(&options.crate_name.replace('-', "_"));
        let version = ident(&context.api.module);
        let names = |module| tests.iter().any(|it| it.names().holds(module));
        let own = [Module::Models, Module::Operations].into_iter().filter(|it| names(*it));
        let own: Vec<Code> = own.map(|module| code!("{}", module)).collect();
        let modules = if own.is_empty() {
            Code::fixed("api")
        } else {
            code!("{{api, {}}}", Code::join(own, ", "))
        };
        text.push(&code!("use {}::{}::{};", library, version, modules));
    }
    tests.iter().for_each(|test| text.push(test));
    text.remark(&worked.without);
    text.finish_alone()
}

fn test(context: Context<'_>, test: &Test, printed: &mut Printed) -> Code {
    let body = test.body.as_ref().map(|(built, json)| {
        let built = body::expression(context, built, &context.api.operations[test.call.operation]);
        (built, raw_string(json))
    });
    let (built, check_body) = match body {
        Some((built, json)) => (
            code!("let body = {}; ", built),
            code!(" {}::assert_body(&request, {});", Module::Rt, json),
        ),
        None => (Code::default(), Code::default()),
    };
    let answer = test
        .answer
        .as_ref()
        .map(|json| code!(" {}::assert_response(&request, {});", Module::Rt, raw_string(json)));
    let code = code!(
        "#[test] fn {}() {{ {}let request = {}; {}::assert_request(&request, {});{}{} }}",
        ident(&test.name),
        built,
        call::expression(context, &test.call, test.body.is_some()),
        Module::Rt,
        string(&test.call.request),
        check_body,
        answer.unwrap_or_default()
    );
    let docs = Comment::saying(Words::new().code(&test.page));
    code!("{}{}", Code::comment(&docs, 0), printed.print(code))
}
