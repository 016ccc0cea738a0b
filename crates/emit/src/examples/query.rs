//! Query options as method calls.

use model::examples::{Expansion, Logic, Ordering, PropertyPath, QueryOption, SearchTerm};

use super::{Context, condition};
use crate::code::{Code, Module, code};
use crate::tokens::{ident, string};

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

/// `models::Message::FROM.then(models::Recipient::EMAIL_ADDRESS)`
pub(super) fn path(context: Context<'_>, path: &PropertyPath) -> Code {
    let mut constants = path.steps.iter().map(|(owner, index)| {
        let owner = context.calls.structure(owner).expect("a path names types of the API");
        let name = &context.names.get(&owner.name).expect("a type has a name").exact;
        code!("{}::{}", name, ident(&owner.fields[*index].constant()))
    });
    let first = constants.next().expect("a path has a step");
    constants.fold(first, |path, next| code!("{}.then({})", path, next))
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
