//! Claims, shapes and decisions to finished [`Operation`]s.
//!
//! An operation is what one page documents with one method, at all routes where that page speaks and the
//! call does the same. Pages that document the same routes are listed with it.

use std::collections::{BTreeMap, BTreeSet};

use diag::Diagnostic;
use facts::{Fact, RequestLine};

use super::body::{Sender, body};
use super::claims::{Claim, Group};
use super::eventual;
use super::examples::examples;
use super::files::Files;
use super::kind::{kind, rust_name};
use super::merge::primary;
use super::parameters;
use super::permissions::permissions;
use super::response::{self, Returning, response};
use super::stated::Stated;
use crate::types::TypeIndex;
use crate::{
    Body, Gate, Method, Operation, OperationKind, Options, PathNode, Response, Route, Shape, docs,
};

/// What all decisions about operations need.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    /// The path tree.
    pub nodes: &'a [PathNode],
    /// What its nodes address.
    pub shapes: &'a [Shape],
    /// All types.
    pub types: &'a TypeIndex,
    /// Where operations go.
    pub files: &'a Files,
    /// The build's options.
    pub options: &'a Options<'a>,
}

/// One method of one node, decided.
struct Offer<'a> {
    group: &'a Group<'a>,
    primary: Claim<'a>,
    stated: Stated,
    kind: OperationKind,
    rust_name: &'static str,
    response: Response,
    body: Option<Body>,
}

/// Offers of one page that do the same.
struct Draft<'a> {
    offers: Vec<Offer<'a>>,
}

/// All operations, sorted by file and first route. Structs for parameters have no names yet.
pub(super) fn operations(
    groups: &[Group<'_>],
    context: Context<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Operation> {
    let mut drafts: BTreeMap<(&str, Method), Vec<Draft<'_>>> = BTreeMap::new();
    for group in groups {
        let Some(offer) = offer(group, context, diagnostics) else { continue };
        let key = (offer.primary.page.path.as_str(), group.method);
        let alike = drafts.entry(key).or_default();
        match alike.iter_mut().find(|draft| does_the_same(&draft.offers[0], &offer)) {
            Some(draft) => draft.offers.push(offer),
            None => alike.push(Draft { offers: vec![offer] }),
        }
    }
    report_losers(&drafts, context.types, diagnostics);
    let drafts = drafts.into_values().flatten();
    let mut operations: Vec<Operation> = drafts.map(|draft| finish(draft, context)).collect();
    operations.sort_by(|one, other| {
        let node = |operation: &Operation| operation.routes[0].node;
        let files = one.file.cmp(&other.file);
        files.then(node(one).cmp(&node(other))).then(one.method.cmp(&other.method))
    });
    operations
}

/// A page about several operations may describe several responses; only a page about one contradicts itself.
fn report_losers(
    drafts: &BTreeMap<(&str, Method), Vec<Draft<'_>>>,
    types: &TypeIndex,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut of_page: BTreeMap<&str, Vec<&Offer<'_>>> = BTreeMap::new();
    for ((page, _), drafts) in drafts {
        let firsts = drafts.iter().map(|draft| &draft.offers[0]);
        of_page.entry(page).or_default().extend(firsts);
    }
    for offers in of_page.into_values() {
        if let [only] = offers.as_slice() {
            response::report_losers(&only.response, &only.stated, types, diagnostics);
        }
    }
}

fn offer<'a>(
    group: &'a Group<'a>,
    context: Context<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Offer<'a>> {
    let shape = &context.shapes[group.node.0];
    let node = &context.nodes[group.node.0];
    let segment = &node.segment;
    let (claim, stated) = primary(group, shape, &node.template, context.types)?;
    let method = group.method;
    let kind = kind(method, segment, shape, &stated);
    let is_collection = shape.value.as_ref().is_some_and(|value| value.collection);
    let (types, options) = (context.types, context.options);
    let sender = Sender { claim, method, kind, shape, types, options };
    let returning = Returning { method, kind, shape, stated: &stated, types };
    let response = response(returning, diagnostics);
    Some(Offer {
        group,
        primary: claim,
        stated,
        kind,
        rust_name: rust_name(method, kind, is_collection),
        response,
        body: body(sender, diagnostics),
    })
}

fn does_the_same(one: &Offer<'_>, other: &Offer<'_>) -> bool {
    one.primary.page.title == other.primary.page.title
        && one.kind == other.kind
        && one.rust_name == other.rust_name
        && one.response.content == other.response.content
        && one.body == other.body
}

fn finish(draft: Draft<'_>, context: Context<'_>) -> Operation {
    let routes = routes(&draft, context.nodes);
    let pages = pages(&draft);
    let lines = primary_lines(&draft);
    let first = &draft.offers[0];
    let (claim, options) = (first.primary, context.options);
    let source = parameters::Source { claim, lines: &lines, types: context.types, options };
    let page = claim.page;
    let area = page.area.as_ref().map(|area| area.value.clone()).unwrap_or_default();
    Operation {
        method: first.group.method,
        kind: first.kind,
        rust_name: first.rust_name.to_owned(),
        constant: String::new(),
        routes,
        title: page.title.as_ref().map(|title| title.value.clone()).unwrap_or_default(),
        query_options: parameters::query_options(source),
        query: parameters::query(source),
        headers: parameters::headers(source),
        body: first.body.clone(),
        response: first.response.clone(),
        permissions: permissions(&claim.facts.permissions),
        examples: examples(page, &claim.facts.examples),
        docs: docs::docs(page.summary.as_ref(), claim.line.span, &page.path, options),
        deprecated: page.deprecated.as_ref().map(docs::notice),
        file: context.files.of(&page.path, &area),
        area,
        gate: Gate::default(),
        clouds: claim.facts.clouds.iter().map(|cloud| cloud.value.clone()).collect(),
        eventual: eventual::needed(claim.facts),
        preview: claim.facts.preview.is_some(),
        page: page.path.clone(),
        pages,
        span: lines.first().map_or(claim.line.span, |line| line.span),
    }
}

fn routes(draft: &Draft<'_>, nodes: &[PathNode]) -> Vec<Route> {
    let route = |offer: &Offer<'_>| Route {
        node: offer.group.node,
        template: nodes[offer.group.node.0].template.clone(),
        query: offer.primary.line.value.query.clone(),
        further_queries: further_queries(offer),
        span: offer.primary.line.span,
        rule: offer.primary.line.rule,
    };
    draft.offers.iter().map(route).collect()
}

fn further_queries(offer: &Offer<'_>) -> Vec<String> {
    let claims = offer.group.claims.iter();
    let queries: BTreeSet<&String> =
        claims.filter_map(|claim| claim.line.value.query.as_ref()).collect();
    let primary = offer.primary.line.value.query.as_ref();
    queries.into_iter().filter(|query| Some(*query) != primary).cloned().collect()
}

fn pages(draft: &Draft<'_>) -> Vec<String> {
    let claims = draft.offers.iter().flat_map(|offer| &offer.group.claims);
    let mut pages: Vec<String> = claims.map(|claim| claim.page.path.clone()).collect();
    pages.sort();
    pages.dedup();
    pages
}

/// The request lines of the page that speaks for the operation, in its order.
fn primary_lines<'a>(draft: &Draft<'a>) -> Vec<&'a Fact<RequestLine>> {
    let path = &draft.offers[0].primary.page.path;
    let claims = draft.offers.iter().flat_map(|offer| &offer.group.claims);
    let own = claims.filter(|claim| claim.page.path == *path);
    let mut lines: Vec<&Fact<RequestLine>> = own.map(|claim| claim.line).collect();
    lines.sort_by_key(|line| line.span.start);
    lines
}
