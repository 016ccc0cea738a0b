//! Worked examples, kept as the docs write them.

use facts::{ExampleFacts, Fact, HttpMessage, Json, PageFacts};

use crate::Example;

/// The page's examples that show a request.
pub(crate) fn examples(page: &PageFacts, examples: &[ExampleFacts]) -> Vec<Example> {
    examples.iter().filter_map(|facts| example(page, facts)).collect()
}

fn example(page: &PageFacts, facts: &ExampleFacts) -> Option<Example> {
    let request = facts.request.as_ref()?;
    let title = || page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
    Some(Example {
        name: facts.name.clone().unwrap_or_else(title),
        request: request.value.start.clone(),
        target: facts.target.clone(),
        headers: request.value.headers.clone(),
        body: request.value.body.clone(),
        sent: request.value.json.clone(),
        response: facts
            .response
            .as_ref()
            .map(|response| (response.value.start.clone(), response.value.body.clone())),
        answered: facts.response.as_ref().and_then(answered),
        span: request.span,
        rule: request.rule,
    })
}

/// What a response of success holds. One without a status line is meant as such.
fn answered(response: &Fact<HttpMessage>) -> Option<Json> {
    let line = response.value.start.split_whitespace().nth(1);
    let failed = line.is_some_and(|code| !code.starts_with('2'));
    response.value.json.clone().filter(|_| !failed)
}
