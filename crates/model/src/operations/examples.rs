//! Worked examples, kept as the docs write them.

use facts::{ExampleFacts, PageFacts};

use crate::Example;

/// The page's examples that show a request.
pub(super) fn examples(page: &PageFacts, examples: &[ExampleFacts]) -> Vec<Example> {
    examples.iter().filter_map(|facts| example(page, facts)).collect()
}

fn example(page: &PageFacts, facts: &ExampleFacts) -> Option<Example> {
    let request = facts.request.as_ref()?;
    let title = || page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default();
    Some(Example {
        name: facts.name.clone().unwrap_or_else(title),
        request: request.value.start.clone(),
        headers: request.value.headers.clone(),
        body: request.value.body.clone(),
        response: facts
            .response
            .as_ref()
            .map(|response| (response.value.start.clone(), response.value.body.clone())),
        span: request.span,
        rule: request.rule,
    })
}
