//! In what an operation differs.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Body, BodyContent, Change, Eventual, Operation, PathParameter, PathSegment, Response,
    ResponseContent, Route, ValueType,
};

use super::names::Names;
use super::{deprecation, flag, parameters, permissions, wording, words};
use crate::change::{Aspect, Difference};
use crate::entity::Found;
use crate::pairs::operations::{file_name, nameless};
use crate::verdict::{Behaviour, Wire};

/// All differences of an operation that both sides have.
pub(super) fn differences(base: &Operation, new: &Operation, names: &Names) -> Found {
    let mut found = Found::at(Some(base.span), Some(new.span));
    requests(&mut found, base, new);
    options(&mut found, base.query_options.as_deref(), new.query_options.as_deref());
    parameters::differences(&mut found, Aspect::QueryParameter, &base.query, &new.query, names);
    parameters::differences(&mut found, Aspect::Header, &base.headers, &new.headers, names);
    body(&mut found, base.body.as_ref(), new.body.as_ref(), names);
    response(&mut found, &base.response, &new.response, names);
    permissions::differences(&mut found, &base.permissions, &new.permissions);
    clouds(&mut found, &base.clouds, &new.clouds);
    consistency(&mut found, base.eventual.as_ref(), new.eventual.as_ref());
    if base.preview != new.preview {
        let behaviour = if new.preview { Behaviour::Stricter } else { Behaviour::Looser };
        found.add(flag(Aspect::Preview, base.preview, new.preview).behaviour(behaviour));
    }
    super::types::area(&mut found, &base.area, &new.area);
    deprecation(&mut found, base.deprecated.as_ref(), new.deprecated.as_ref());
    about(&mut found, base, new);
    found
}

/// Method, paths, and the page.
fn requests(found: &mut Found, base: &Operation, new: &Operation) {
    if base.method != new.method {
        let difference = Difference::new(Aspect::Method).wire(Wire::Breaking);
        let shown = |it: &Operation| it.method.as_str().to_owned();
        found.add(difference.from(shown(base)).to(shown(new)));
    }
    paths(found, base, new);
    queries(found, base, new);
    if file_name(&base.page) != file_name(&new.page) {
        found.add(Difference::new(Aspect::Page).from(base.page.clone()).to(new.page.clone()));
    }
}

/// The routes of an operation by their paths, in which the names of placeholders do not count.
fn routes(operation: &Operation) -> BTreeMap<String, &Route> {
    operation.routes.iter().map(|it| (nameless(&it.template), it)).collect()
}

fn paths(found: &mut Found, base: &Operation, new: &Operation) {
    let (old, now) = (routes(base), routes(new));
    for (_, route) in old.iter().filter(|(path, _)| !now.contains_key(*path)) {
        let difference = Difference::new(Aspect::Path).from(route.template.clone());
        found.add(difference.wire(Wire::Breaking));
        found.see(Some(route.span), None);
    }
    for (_, route) in now.iter().filter(|(path, _)| !old.contains_key(*path)) {
        let difference = Difference::new(Aspect::Path).to(route.template.clone());
        found.add(difference.wire(Wire::Compatible));
        found.see(None, Some(route.span));
    }
}

/// What requests have behind the `?`, on paths that both sides have, but for what is a parameter of its own.
fn queries(found: &mut Found, base: &Operation, new: &Operation) {
    let (old, now) = (routes(base), routes(new));
    let in_both = |operation: &Operation| -> Vec<String> {
        let is_parameter = |pair: &&str| {
            let name = pair.split_once('=').map_or(*pair, |(name, _)| name).trim();
            operation.query.iter().any(|it| it.wire_name.eq_ignore_ascii_case(name))
        };
        let written = |query: &String| {
            let further = query.split('&').filter(|pair| !is_parameter(pair));
            Some(further.collect::<Vec<_>>().join("&")).filter(|query| !query.is_empty())
        };
        let routes = operation.routes.iter().map(|it| (nameless(&it.template), it.query.as_ref()));
        let both = routes.filter(|(path, _)| old.contains_key(path) && now.contains_key(path));
        let written: BTreeSet<(String, String)> =
            both.filter_map(|(path, query)| Some((path, written(query?)?))).collect();
        written.into_iter().map(|(_, query)| query).collect()
    };
    let (was, is) = (in_both(base), in_both(new));
    if was != is {
        let difference = Difference::new(Aspect::QueryOptions).wire(Wire::Breaking);
        found.add(difference.from(words::list(&was)).to(words::list(&is)));
    }
}

/// How a path segment is written.
pub(super) fn segments(found: &mut Found, base: &PathSegment, new: &PathSegment) {
    let shown = |segment: &PathSegment| match segment {
        PathSegment::Literal(text) => text.clone(),
        segment => words::list(segment.parameters().iter().map(shown)),
    };
    let (old, now) = (shown(base), shown(new));
    if old != now {
        found.add(Difference::new(Aspect::PathParameter).wire(Wire::Breaking).from(old).to(now));
    }
}

/// A parameter without its name, which is not sent, unless it is that of a key or function.
fn shown(parameter: &PathParameter) -> String {
    let PathParameter { ty, quoted, prefix, fixed, .. } = parameter;
    let quote = if *quoted { "'" } else { "" };
    let value = fixed.clone().unwrap_or_else(|| format!("{{{ty}}}"));
    format!("{prefix}{quote}{value}{quote}")
}

fn options(found: &mut Found, base: Option<&[String]>, new: Option<&[String]>) {
    if base == new {
        return;
    }
    let gone = base.unwrap_or_default().iter().any(|it| !new.unwrap_or_default().contains(it));
    let (wire, behaviour) = match (base, new) {
        (Some(_), Some(_)) if gone => (Wire::Breaking, Behaviour::Stricter),
        (Some(_), None) => (Wire::Same, Behaviour::Different),
        // What was not stated need not have worked.
        (None, _) => (Wire::Same, Behaviour::Different),
        _ => (Wire::Compatible, Behaviour::Looser),
    };
    let shown = |options: Option<&[String]>| options.map(words::list);
    let difference = Difference::new(Aspect::QueryOptions).wire(wire).behaviour(behaviour);
    found.add(difference.from(shown(base)).to(shown(new)));
}

fn body(found: &mut Found, base: Option<&Body>, new: Option<&Body>, names: &Names) {
    let renamed = base.map(|it| shown_body(it, |ty| names.value(ty)));
    let now = new.map(|it| shown_body(it, Clone::clone));
    if renamed == now {
        return;
    }
    let old = base.map(|it| shown_body(it, Clone::clone));
    let difference = Difference::new(Aspect::RequestBody).wire(Wire::Breaking);
    found.add(difference.from(old).to(now));
    found.see(base.map(|it| it.span), new.map(|it| it.span));
}

fn shown_body(body: &Body, called: impl Fn(&ValueType) -> ValueType) -> String {
    let change = match body.change {
        None => "",
        Some(Change::Update) => "changes of ",
        Some(Change::Create) => "new ",
    };
    let content = match &body.content {
        BodyContent::Value(ty) => words::value_type(&called(ty)),
        BodyContent::Parameters { .. } => "parameters".to_owned(),
        BodyContent::Reference => "reference".to_owned(),
        BodyContent::Binary(media_type) => format!("bytes of {media_type}"),
        BodyContent::Untyped => "any JSON".to_owned(),
    };
    format!("{change}{content}")
}

fn response(found: &mut Found, base: &Response, new: &Response, names: &Names) {
    if names.response(&base.content) != new.content {
        let (old, now) = (shown_response(&base.content), shown_response(&new.content));
        let difference = Difference::new(Aspect::Response).wire(Wire::Breaking);
        found.add(difference.from(old).to(now));
        found.see(Some(base.span), Some(new.span));
    }
    if base.statuses != new.statuses {
        let shown = |it: &Response| words::list(it.statuses.iter().map(u16::to_string));
        let difference = Difference::new(Aspect::StatusCodes).wire(Wire::Compatible);
        found.add(difference.behaviour(Behaviour::Different).from(shown(base)).to(shown(new)));
        found.see(Some(base.span), Some(new.span));
    }
}

fn shown_response(content: &ResponseContent) -> String {
    match content {
        ResponseContent::Empty => "nothing".to_owned(),
        ResponseContent::Value(item) => words::item_type(item),
        ResponseContent::Wrapped(item) => format!("{} in `value`", words::item_type(item)),
        ResponseContent::Collection(item) => format!("Collection({})", words::item_type(item)),
        ResponseContent::Stream => "bytes".to_owned(),
        ResponseContent::Untyped => "any JSON".to_owned(),
    }
}

fn clouds(found: &mut Found, base: &[String], new: &[String]) {
    let (old, now): (BTreeSet<_>, BTreeSet<_>) = (base.iter().collect(), new.iter().collect());
    if old == now {
        return;
    }
    let behaviour = match (old.is_empty(), now.is_empty()) {
        (true, _) | (_, true) => Behaviour::Different,
        _ if old.is_subset(&now) => Behaviour::Looser,
        _ => Behaviour::Stricter,
    };
    let shown = |list: &[String]| (!list.is_empty()).then(|| words::list(list));
    let difference = Difference::new(Aspect::Clouds).behaviour(behaviour);
    found.add(difference.from(shown(base)).to(shown(new)));
}

fn consistency(found: &mut Found, base: Option<&Eventual>, new: Option<&Eventual>) {
    if base == new {
        return;
    }
    let needs = |it: Option<&Eventual>| it.is_some_and(|it| it.always);
    let options = |it: Option<&Eventual>| -> BTreeSet<String> {
        it.into_iter().flat_map(|it| it.options.iter().cloned()).collect()
    };
    let is_stricter = (needs(new) && !needs(base)) || !options(new).is_subset(&options(base));
    let wire = if is_stricter { Wire::Breaking } else { Wire::Compatible };
    let behaviour = if is_stricter { Behaviour::Stricter } else { Behaviour::Different };
    let shown = |it: Option<&Eventual>| {
        let Eventual { always, cast, options } = it?;
        let cast = cast.then(|| "casts".to_owned());
        let always = always.then(|| "always".to_owned());
        let when: Vec<String> = options.iter().cloned().chain(cast).chain(always).collect();
        Some(if when.is_empty() {
            "taken".to_owned()
        } else {
            format!("needed: {}", when.join(", "))
        })
    };
    let difference = Difference::new(Aspect::ConsistencyLevel).wire(wire).behaviour(behaviour);
    found.add(difference.from(shown(base)).to(shown(new)));
}

/// Words and examples.
fn about(found: &mut Found, base: &Operation, new: &Operation) {
    if base.title != new.title {
        let difference = Difference::new(Aspect::Title);
        found.add(difference.from(base.title.clone()).to(new.title.clone()));
    }
    wording(found, &base.docs, &new.docs);
    let shown = |it: &Operation| -> Vec<String> {
        let example = |it: &model::Example| {
            format!("{}\n{:?}\n{}\n{:?}", it.request, it.headers, it.body, it.response)
        };
        it.examples.iter().map(example).collect()
    };
    let (old, now) = (shown(base), shown(new));
    if old != now {
        let count = |it: &Operation| it.examples.len().to_string();
        found.add(Difference::new(Aspect::Examples).from(count(base)).to(count(new)));
    }
}
