//! Worked examples as tests: their files, names and parts, and what has none.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, codes};

use super::reading::Reader;
use super::{Calls, Missing};
use crate::api::worked::{Built, Call, Test, Worked};
use crate::api::{Example, FurtherPage, Operation, ResponseContent};
use crate::module_name;
use crate::threads::in_halves;

/// Makes tests of the worked examples, and reports what cannot be said or read. Comes last, because it depends
/// on which operations and types there are.
pub(crate) fn work_examples(
    calls: &Calls<'_>,
    further: &[FurtherPage],
    parallel: bool,
) -> (Vec<Worked>, Vec<Diagnostic>) {
    let mut places = Vec::new();
    // A page about several operations shows its examples at each of them.
    let mut seen = BTreeSet::new();
    for (index, operation) in calls.operations.iter().enumerate() {
        for example in operation.examples.iter().filter(|example| seen.insert(example.span)) {
            let (area, page) = (area(&operation.file), &operation.page);
            places.push(Place { operation: index, page, area, example });
        }
    }
    for it in further {
        let shares = |operation: &Operation| it.operations.contains(&operation.constant);
        let Some(operation) = calls.operations.iter().position(shares) else { continue };
        for example in it.examples.iter().filter(|example| seen.insert(example.span)) {
            places.push(Place { operation, page: &it.page, area: area(&it.file), example });
        }
    }
    let mut areas: BTreeMap<&str, Area> = BTreeMap::new();
    let mut reports = Vec::new();
    for (place, found) in in_halves(parallel, places, |place| (place, Found::new(calls, place))) {
        areas.entry(place.area).or_default().add(place, found, &mut reports);
    }
    let worked = |(module, area): (&str, Area)| Worked { module: module.to_owned(), ..area.worked };
    (areas.into_iter().map(worked).collect(), reports)
}

/// The module of the tests of operations in this file.
fn area(file: &[String]) -> &str {
    match file.get(1).map_or("common", String::as_str) {
        // The file `main.rs` is the root of the tests.
        "main" => "main_",
        name => name,
    }
}

/// An example, and where it stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// The operation that its page documents.
    operation: usize,
    /// The page that its test is named after.
    page: &'a str,
    /// The module of its test.
    area: &'a str,
    example: &'a Example,
}

/// What becomes of an example.
#[derive(Default)]
struct Found {
    /// The parts that have no test.
    without: Vec<String>,
    reports: Vec<Diagnostic>,
    test: Option<Parts>,
}

/// A test without a name.
struct Parts {
    call: Call,
    body: Option<(Built, String)>,
    answer: Option<String>,
}

impl Found {
    fn new(calls: &Calls<'_>, place: Place<'_>) -> Self {
        let mut found = Self::default();
        match calls.call(place.operation, place.example) {
            Ok(call) => found.call(calls, call, place),
            Err(why) => found.no_call(&why, place),
        }
        found
    }

    fn no_call(&mut self, why: &Missing, Place { page, example, .. }: Place<'_>) {
        self.without(page, "", &reason(why, example));
        let parts = [("body", example.sent.is_some()), ("answer", example.answered.is_some())];
        let is_ours = *why != Missing::OtherService;
        for (part, _) in parts.iter().filter(|(_, is_there)| *is_there && is_ours) {
            self.without(page, part, "the request has no test");
        }
        self.reports.extend(unsaid(why, example));
    }

    fn call(&mut self, calls: &Calls<'_>, call: Call, place: Place<'_>) {
        let called = &calls.operations[call.operation];
        let (body, mut more) = body(calls, called, place.example);
        let body = body.map_err(|why| self.no_part("body", why, place)).ok().flatten();
        let (answer, further) = answer(calls, &call, called, place.example);
        let answer = answer.map_err(|why| self.no_part("answer", why, place)).ok().flatten();
        more.extend(further);
        self.reports.append(&mut more);
        self.test = Some(Parts { call, body, answer });
    }

    fn no_part(&mut self, what: &str, why: &str, Place { page, example, .. }: Place<'_>) {
        self.without(page, what, why);
        let message = format!("the {what} of the example cannot be tested: {why}");
        self.reports.push(Diagnostic::new(codes::EXAMPLE, example.span, message));
    }

    fn without(&mut self, page: &str, what: &str, why: &str) {
        let prefix = if what.is_empty() { String::new() } else { format!("{what}: ") };
        self.without.push(format!("{page}: {prefix}{why}"));
    }
}

/// The tests of one area so far.
#[derive(Default)]
struct Area {
    worked: Worked,
    /// Names of tests, and the number that a further test of the name tries first.
    taken: BTreeMap<String, usize>,
}

impl Area {
    fn add(&mut self, place: Place<'_>, found: Found, reports: &mut Vec<Diagnostic>) {
        self.worked.without.extend(found.without);
        reports.extend(found.reports);
        if let Some(Parts { call, body, answer }) = found.test {
            let name = free_name(&mut self.taken, place.page);
            self.worked.tests.push(Test { name, page: place.page.to_owned(), call, body, answer });
        }
    }
}

type Part<T> = (Result<Option<T>, &'static str>, Vec<Diagnostic>);

/// The body of the example, if it sends JSON.
fn body(calls: &Calls<'_>, operation: &Operation, example: &Example) -> Part<(Built, String)> {
    let Some(json) = &example.sent else {
        return (unreadable(&example.body, "the body is no JSON"), Vec::new());
    };
    let Some(body) = &operation.body else {
        return (Err("the documentation sends no body"), Vec::new());
    };
    let mut reader = Reader::new(calls, example.span);
    let built = reader.body(body, json).map(|built| Some((built, super::json::text(json))));
    (built, reader.reports)
}

/// The answer of the example, if it is JSON.
fn answer(
    calls: &Calls<'_>,
    call: &Call,
    operation: &Operation,
    example: &Example,
) -> Part<String> {
    let Some(json) = &example.answered else {
        let is_json = !matches!(operation.response.content, ResponseContent::Stream);
        let body = example.response.as_ref().filter(|_| is_json);
        let body = body.filter(|(start, _)| !start.split_whitespace().nth(1).is_some_and(fails));
        let body = body.map_or("", |(_, body)| body);
        return (unreadable(body, "the answer is no JSON"), Vec::new());
    };
    let mut reader = Reader::new(calls, example.span);
    let answer = reader.answer(call, operation, json).map(Some);
    (answer, reader.reports)
}

fn fails(code: &str) -> bool {
    !code.starts_with('2')
}

/// A text that should be JSON, as far as one can see, and is not.
fn unreadable<T>(text: &str, why: &'static str) -> Result<Option<T>, &'static str> {
    if text.contains(['{', '[']) { Err(why) } else { Ok(None) }
}

/// `user-list.md` gives `user_list`, and further examples of the page numbers.
fn free_name(taken: &mut BTreeMap<String, usize>, page: &str) -> String {
    let stem = page.rsplit('/').next().unwrap_or(page).trim_end_matches(".md");
    let wanted = module_name(stem);
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

/// The report of a request without a call. One to another service is none of ours.
fn unsaid(why: &Missing, example: &Example) -> Option<Diagnostic> {
    if *why == Missing::OtherService {
        return None;
    }
    let message = format!("the request of the example cannot be tested: {}", reason(why, example));
    Some(Diagnostic::new(codes::EXAMPLE, example.span, message))
}

/// Why there is no test.
fn reason(why: &Missing, example: &Example) -> String {
    match why {
        Missing::RequestLine => "the request line cannot be read".to_owned(),
        Missing::OtherService => "the request goes to another service".to_owned(),
        Missing::Path => format!("no operation is documented for {}", example.request),
        Missing::LongQuery => "the query has too many parts to be said".to_owned(),
        Missing::Query { option, value } => format!("{option} has no typed form for {value}"),
        Missing::Argument(name) => {
            format!("the method asks for {name}, which the request does not have")
        }
    }
}
