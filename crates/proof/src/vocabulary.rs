//! Words that stand in one place only and are near to words that stand in many.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Code, Diagnostic, Span, codes};
use facts::{Json, PageFacts, Segment};

use crate::meant;
use crate::near::Known;

pub(crate) fn check(pages: &[PageFacts], reports: &mut Vec<Diagnostic>) {
    let mut namespaces = Words::default();
    let mut scopes = Words::default();
    let mut resources = Words::default();
    let mut headers = Words::default();
    // By the name of the property, or of the type where only that is told.
    let mut values: BTreeMap<String, Words<'_>> = BTreeMap::new();
    let mut names = Words::default();
    for (nth, page) in pages.iter().enumerate() {
        if let Some(namespace) = &page.namespace {
            namespaces.add(&namespace.value, namespace.span, nth);
        }
        for ty in &page.types {
            ty.properties.iter().for_each(|it| names.add(&it.name.value, it.name.span, nth));
            ty.json.iter().for_each(|it| names.know(&it.name.value, nth));
            ty.names.iter().for_each(|it| names.know(crate::types::simple(&it.value), nth));
            for row in ty.properties.iter().filter(|row| !row.values.is_empty()) {
                let listed = values.entry(row.name.value.to_lowercase()).or_default();
                row.values.iter().for_each(|it| listed.add(&it.value, it.span, nth));
            }
        }
        for listed in &page.enums {
            let name = crate::types::simple(&listed.name.value);
            names.know(name, nth);
            let all = values.entry(name.to_lowercase()).or_default();
            listed.members.iter().for_each(|it| all.add(&it.name.value, it.name.span, nth));
        }
    }
    // What is listed is known by now.
    for (nth, page) in pages.iter().enumerate() {
        let Some(operation) = &page.operation else { continue };
        for row in operation.permissions.iter().flat_map(|it| &it.rows) {
            for scope in row.value.alternatives.iter().flatten() {
                scopes.add(scope, row.span, nth);
                // Of `User.Read.All`, what it is about.
                resources.add(scope.split('.').next().unwrap_or_default(), row.span, nth);
            }
        }
        operation.headers.iter().for_each(|it| headers.add(&it.name.value, it.name.span, nth));
        operation.body.properties.iter().for_each(|it| names.know(&it.name.value, nth));
        for line in &operation.requests {
            for segment in &line.value.segments {
                if let Segment::Literal(word) | Segment::Call { name: word, .. } = segment
                    && !word.starts_with('$')
                {
                    names.add(word, line.span, nth);
                }
            }
        }
        for example in &operation.examples {
            for message in example.request.iter().chain(&example.response) {
                if let Some(json) = &message.value.json {
                    words(json, nth, &mut names, &mut values);
                }
            }
        }
    }
    namespaces.report(codes::NEAR_NAMESPACE, "namespace", 3, reports);
    scopes.report(codes::NEAR_SCOPE, "permission", 2, reports);
    resources.report(codes::NEAR_SCOPE, "resource of a permission", 2, reports);
    headers.report(codes::NEAR_HEADER, "header", 2, reports);
    values.values().for_each(|it| it.report(codes::NEAR_MEMBER, "value", 1, reports));
    names.report(codes::NEAR_WORD, "name", 2, reports);
}

/// The names of members, and texts that can be members of an enumeration.
fn words<'a>(
    json: &'a Json,
    page: usize,
    names: &mut Words<'a>,
    values: &mut BTreeMap<String, Words<'a>>,
) {
    match json {
        Json::Object(entries) => entries.iter().for_each(|entry| {
            if !entry.name.contains('@') {
                names.add(&entry.name, entry.span, page);
            }
            if let Json::String(text) = &entry.value
                && text.bytes().all(|it| it.is_ascii_alphanumeric())
                && let Some(listed) = values.get_mut(&entry.name.to_lowercase())
            {
                listed.know(text, page);
            }
            words(&entry.value, page, names, values);
        }),
        Json::Array(items) => items.iter().for_each(|item| words(item, page, names, values)),
        _ => {}
    }
}

/// Words with the pages where they stand, and the places where a slip is reported.
#[derive(Default)]
struct Words<'a> {
    all: BTreeMap<&'a str, (BTreeSet<usize>, Option<Span>, usize)>,
}

impl<'a> Words<'a> {
    fn add(&mut self, word: &'a str, span: Span, page: usize) {
        let entry = self.all.entry(word).or_default();
        entry.0.insert(page);
        entry.1.get_or_insert(span);
        entry.2 += 1;
    }

    /// A place where the word is evidence that another is right.
    fn know(&mut self, word: &'a str, page: usize) {
        let entry = self.all.entry(word).or_default();
        entry.0.insert(page);
        entry.2 += 1;
    }

    fn report(&self, code: Code, what: &str, least: usize, reports: &mut Vec<Diagnostic>) {
        let frequent = self.all.iter().filter(|(_, it)| it.2 >= least);
        let frequent = Known::new(frequent.map(|(word, _)| *word));
        let lonely = self.all.iter().filter(|(_, it)| it.0.len() == 1 && it.2 == 1);
        for (word, (_, span, _)) in lonely {
            let Some(span) = span else { continue };
            if let Some(known) = frequent.near(word) {
                let message = format!("the {what} `{word}` stands nowhere else");
                reports.push(Diagnostic::new(code, *span, message).help(meant(known)));
            }
        }
    }
}
