//! Types that are near to known ones.

use std::collections::BTreeSet;

use diag::{Diagnostic, Span, codes};
use facts::{Dialect, Mention, PageFacts, PropertyFacts};

use crate::meant;
use crate::near::{near, near_name};

/// Words of type cells that are as well known as types.
const OTHERS: [&str; 2] = ["Collection", "None"];

pub(crate) fn check(pages: &[PageFacts], dialect: &Dialect, reports: &mut Vec<Diagnostic>) {
    let plurals = dialect.plurals();
    let words: Vec<&str> = dialect.primitives().spelled().chain(OTHERS).collect();
    let known: BTreeSet<&str> = names(pages).chain(words.iter().copied()).collect();
    let folded: BTreeSet<String> = known.iter().map(|name| name.to_lowercase()).collect();
    for page in pages {
        let mentioned =
            mentions(page).into_iter().map(|(mention, span)| (mention.name.as_str(), span));
        for (name, span) in mentioned.chain(annotated(page)) {
            let name = simple(name);
            if folded.contains(&name.to_lowercase()) || name.contains(' ') {
                continue;
            }
            // Where sets are called after what is in them, the plural is no slip.
            if let Some(meaning) =
                meaning(name, &words, &known).filter(|it| !plurals.is_plural_of(name, it))
            {
                let message = format!("no page describes a type `{name}`");
                reports.push(Diagnostic::new(codes::NEAR_TYPE, span, message).help(meant(meaning)));
            }
        }
    }
}

/// The known type that was meant: a primitive, of which there are few, or another.
fn meaning<'a>(name: &str, words: &[&'a str], known: &BTreeSet<&'a str>) -> Option<&'a str> {
    near(name, words.iter().copied().filter(|it| it.len() > 4))
        .or_else(|| near_name(name, known.iter().copied()))
}

/// The types that annotations of responses and JSON in examples name.
fn annotated(page: &PageFacts) -> Vec<(&str, Span)> {
    let Some(operation) = &page.operation else { return Vec::new() };
    let all = operation.response.annotations.iter().flat_map(|it| {
        let shown = it.value.body.as_ref().and_then(|body| body.odata_type.as_deref());
        let names = it.value.odata_type.as_deref().into_iter().chain(shown);
        names.map(|name| (name, it.span))
    });
    all.collect()
}

fn names(pages: &[PageFacts]) -> impl Iterator<Item = &str> {
    let of_types = pages.iter().flat_map(|page| &page.types).flat_map(|ty| &ty.names);
    let of_enums = pages.iter().flat_map(|page| &page.enums).map(|it| &it.name);
    of_types.chain(of_enums).map(|name| simple(&name.value))
}

pub(crate) fn simple(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name).trim_start_matches('#')
}

/// Every type that a page mentions, with the place.
pub(crate) fn mentions(page: &PageFacts) -> Vec<(&Mention, Span)> {
    let mut all: Vec<(&Mention, Span)> = Vec::new();
    for ty in &page.types {
        all.extend(ty.bases.iter().map(|it| (&it.value, it.span)));
        all.extend(ty.derived.iter().map(|it| (&it.value, it.span)));
        ty.properties.iter().for_each(|row| of_row(row, &mut all));
    }
    for row in &page.methods {
        let cells = row
            .returns
            .iter()
            .flat_map(|cell| cell.value.mentions.iter().map(|it| (it, cell.span)));
        all.extend(cells);
    }
    if let Some(operation) = &page.operation {
        operation.body.properties.iter().for_each(|row| of_row(row, &mut all));
        for statement in &operation.response.statements {
            all.extend(statement.value.mentions.iter().map(|it| (it, statement.span)));
        }
        if let Some(statement) = &operation.body.statement
            && let facts::BodyStatement::Representation(mentions) = &statement.value
        {
            all.extend(mentions.iter().map(|it| (it, statement.span)));
        }
    }
    all
}

fn of_row<'a>(row: &'a PropertyFacts, all: &mut Vec<(&'a Mention, Span)>) {
    if let Some(cell) = &row.ty {
        all.extend(cell.value.mentions.iter().map(|it| (it, cell.span)));
    }
}
