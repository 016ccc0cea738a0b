//! Query options as method calls.

use model::examples::{Expansion, Logic, Ordering, QueryOption, SearchTerm};

use super::condition;
use super::context::Context;
use super::property_path::path;
use crate::code::{Code, Module, code};
use crate::tokens::string;

/// How many properties one call of `select` takes.
const MOST_SELECTED: usize = 16;
/// How many relationships one call of `expand` takes.
const MOST_EXPANDED: usize = 8;
/// How many properties one call of `order_by` takes.
const MOST_ORDERED: usize = 6;

/// `.select((models::User::ID, models::User::MAIL))`
pub(super) fn option(context: Context<'_>, option: &QueryOption) -> Code {
    match option {
        QueryOption::Select(paths) => each(paths, MOST_SELECTED, "select", |it| path(context, it)),
        QueryOption::Expand(all) => each(all, MOST_EXPANDED, "expand", |it| expansion(context, it)),
        QueryOption::OrderBy(all) => {
            each(all, MOST_ORDERED, "order_by", |it| ordering(context, it))
        }
        QueryOption::Filter(it) => code!(".filter({})", condition::expression(context, it)),
        QueryOption::Search(terms) => code!(".search({})", search(context, terms)),
        QueryOption::Top(count) => code!(".top({})", *count),
        QueryOption::Skip(count) => code!(".skip({})", *count),
        QueryOption::Count => Code::fixed(".count()"),
        QueryOption::Other { name, value } => {
            code!(".query({}, {})", string(name), string(value))
        }
    }
}

fn ordering(context: Context<'_>, ordering: &Ordering) -> Code {
    let property = path(context, &ordering.property);
    if ordering.descending { code!("{}.desc()", property) } else { property }
}

fn expansion(context: Context<'_>, expansion: &Expansion) -> Code {
    let mut text = path(context, &expansion.property);
    let takes_options = |it: &QueryOption| {
        !matches!(it, QueryOption::Skip(_) | QueryOption::Count | QueryOption::Search(_))
    };
    if expansion.options.first().is_some_and(|it| !takes_options(it)) {
        text.push(&Code::fixed(".expansion()"));
    }
    for it in &expansion.options {
        text.push(&match it {
            QueryOption::Other { name, value } => nested(name, value),
            other => option(context, other),
        });
    }
    text
}

fn nested(name: &str, value: &str) -> Code {
    match (name.trim_start_matches('$'), value.parse::<u32>()) {
        ("levels", Ok(levels)) => code!(".levels({})", levels),
        _ => code!(".expansion().option({}, {}.to_owned())", string(name), string(value)),
    }
}

fn search(context: Context<'_>, terms: &[SearchTerm]) -> Code {
    let mut text = Code::default();
    for term in terms {
        let one = match &term.property {
            Some(property) => {
                code!("{}.search({})", path(context, property), string(&term.text))
            }
            None => code!("{}::Search::text({})", Module::Rt, string(&term.text)),
        };
        text = match term.joined {
            None => one,
            Some(Logic::And) => code!("{}.and({})", text, one),
            Some(Logic::Or) => code!("{}.or({})", text, one),
        };
    }
    text
}

/// One call for as many as it takes.
fn each<T>(items: &[T], most: usize, method: &'static str, print: impl Fn(&T) -> Code) -> Code {
    let chunks = items.chunks(most).map(|chunk| chunk.iter().map(&print).collect::<Vec<_>>());
    chunks.map(|chunk| code!(".{}({})", Code::fixed(method), tuple(&chunk))).collect()
}

fn tuple(items: &[Code]) -> Code {
    match items {
        [only] => only.clone(),
        items => code!("({})", Code::join(items, ", ")),
    }
}
