//! Query options as method calls.

use model::examples::{Expansion, Logic, Ordering, PropertyPath, QueryOption, SearchTerm};

use super::{Context, condition};
use crate::tokens::string;

/// How many properties one call of `select` takes.
const MOST_SELECTED: usize = 16;
/// How many relationships one call of `expand` takes.
const MOST_EXPANDED: usize = 8;
/// How many properties one call of `order_by` takes.
const MOST_ORDERED: usize = 6;

/// `.select((models::User::ID, models::User::MAIL))`
pub(super) fn option(context: Context<'_>, option: &QueryOption) -> String {
    match option {
        QueryOption::Select(paths) => each(paths, MOST_SELECTED, "select", |it| path(context, it)),
        QueryOption::Expand(all) => each(all, MOST_EXPANDED, "expand", |it| expansion(context, it)),
        QueryOption::OrderBy(all) => {
            each(all, MOST_ORDERED, "order_by", |it| ordering(context, it))
        }
        QueryOption::Filter(it) => format!(".filter({})", condition::expression(context, it)),
        QueryOption::Search(terms) => format!(".search({})", search(context, terms)),
        QueryOption::Top(count) => format!(".top({count})"),
        QueryOption::Skip(count) => format!(".skip({count})"),
        QueryOption::Count => ".count()".to_owned(),
        QueryOption::Other { name, value } => {
            format!(".query({}, {})", string(name), string(value))
        }
    }
}

/// `models::Message::FROM.then(models::Recipient::EMAIL_ADDRESS)`
pub(super) fn path(context: Context<'_>, path: &PropertyPath) -> String {
    let mut constants = path.steps.iter().map(|(owner, index)| {
        let owner = context.calls.structure(owner).expect("a path names types of the API");
        let name = context.names.get(&owner.name).expect("a type has a name").exact();
        format!("{name}::{}", owner.fields[*index].constant())
    });
    let first = constants.next().expect("a path has a step");
    constants.fold(first, |path, next| format!("{path}.then({next})"))
}

fn ordering(context: Context<'_>, ordering: &Ordering) -> String {
    let property = path(context, &ordering.property);
    if ordering.descending { format!("{property}.desc()") } else { property }
}

fn expansion(context: Context<'_>, expansion: &Expansion) -> String {
    let mut text = path(context, &expansion.property);
    let takes_options = |it: &QueryOption| {
        !matches!(it, QueryOption::Skip(_) | QueryOption::Count | QueryOption::Search(_))
    };
    if expansion.options.first().is_some_and(|it| !takes_options(it)) {
        text.push_str(".expansion()");
    }
    for it in &expansion.options {
        text.push_str(&match it {
            QueryOption::Other { name, value } => nested(name, value),
            other => option(context, other),
        });
    }
    text
}

fn nested(name: &str, value: &str) -> String {
    match (name.trim_start_matches('$'), value.parse::<u32>()) {
        ("levels", Ok(levels)) => format!(".levels({levels})"),
        _ => format!(".expansion().option({}, {}.to_owned())", string(name), string(value)),
    }
}

fn search(context: Context<'_>, terms: &[SearchTerm]) -> String {
    let mut text = String::new();
    for term in terms {
        let one = match &term.property {
            Some(property) => format!("{}.search({})", path(context, property), string(&term.text)),
            None => format!("rt::Search::text({})", string(&term.text)),
        };
        match term.joined {
            None => text = one,
            Some(Logic::And) => text = format!("{text}.and({one})"),
            Some(Logic::Or) => text = format!("{text}.or({one})"),
        }
    }
    text
}

/// One call for as many as it takes.
fn each<T>(items: &[T], most: usize, method: &str, print: impl Fn(&T) -> String) -> String {
    let chunks = items.chunks(most).map(|chunk| chunk.iter().map(&print).collect::<Vec<_>>());
    chunks.map(|chunk| format!(".{method}({})", tuple(&chunk))).collect()
}

fn tuple(items: &[String]) -> String {
    match items {
        [only] => only.clone(),
        items => format!("({})", items.join(", ")),
    }
}
