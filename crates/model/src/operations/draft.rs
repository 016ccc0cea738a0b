//! Claims, shapes and decisions to operations.
//!
//! An operation is what one page documents with one method, at all routes where that page speaks and the
//! call does the same. Pages that document the same routes are listed with it.

mod pinned;

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span};
use facts::{Correction, Effect, Fact, Method, OperationFacts, PageFacts, RequestLine};

use super::alternatives::{Alternative, alternatives};
use super::body::{Sent, body, unsent};
use super::call::Call;
use super::claim::{Claim, Group};
use super::files::Files;
use super::kind::{kind, rust_name};
use super::media_type::other_than_sent;
use super::merge::primary;
use super::narrowed::narrowed;
use super::parameters::{self, StatedParameter};
use super::paths::Paths;
use super::response::{self, Returned, response};

use super::shapes::{passed, takes_arguments, typed};
use crate::threads::in_halves;
use crate::types::{Field, Item, TypeId, Types};
use crate::{NodeId, OperationKind, Role};

/// One method of one node, decided.
#[derive(Debug)]
pub(crate) struct Offer<'a> {
    group: Group<'a>,
    call: Call<'a>,
    rust_name: String,
    response: Fact<Returned>,
    body: Option<Fact<Sent<'a>>>,
}

/// An operation: the offers of one page that do the same.
#[derive(Debug)]
pub(crate) struct Draft<'a> {
    /// Where it is offered, sorted by node; never empty.
    offers: Vec<Offer<'a>>,
    /// Query parameters other than OData's.
    pub(crate) query: Vec<StatedParameter<'a>>,
    /// Headers that it asks for.
    pub(crate) headers: Vec<StatedParameter<'a>>,
    /// OData's options that it takes; `None` where the page says nothing of them.
    pub(crate) query_options: Option<Vec<String>>,
    /// Answers of other forms than the one that it returns.
    pub(crate) alternatives: Vec<Alternative>,
    /// The file below the version's folder.
    pub(crate) file: Vec<String>,
    /// The first request line of its page.
    span: Span,
    /// Where the line that decided it stands on the page.
    on_page: Span,
}

impl Offer<'_> {
    /// Where it is offered.
    pub(crate) fn node(&self) -> NodeId {
        self.group.node
    }

    /// The line that decided it.
    pub(crate) fn line(&self) -> &Fact<RequestLine> {
        self.call.claim.line
    }

    /// Query strings of further request lines for the same path.
    pub(crate) fn further_queries(&self) -> Vec<String> {
        let claims = self.group.claims.iter();
        let queries: BTreeSet<&String> =
            claims.filter_map(|claim| claim.line.value.query.as_ref()).collect();
        let primary = self.line().value.query.as_ref();
        queries.into_iter().filter(|query| Some(*query) != primary).cloned().collect()
    }

    fn does_the_same(&self, other: &Self) -> bool {
        self.call.claim.page.title == other.call.claim.page.title
            && self.call.kind == other.call.kind
            && self.rust_name == other.rust_name
            && self.response.value == other.response.value
            && self.body == other.body
    }
}

impl<'a> Draft<'a> {
    fn new(offers: Vec<Offer<'a>>, files: &Files, types: &Types<'_>) -> Self {
        let claim = offers[0].call.claim;
        let lines = primary_lines(&offers);
        let written: Vec<&Fact<RequestLine>> = lines.iter().map(|it| it.line).collect();
        let area = claim.page.area.as_ref().map_or("", |area| area.value.as_str());
        Self {
            query: parameters::query(claim, &written, &types.index),
            headers: parameters::headers(claim, &types.index),
            query_options: parameters::query_options(claim, &written),
            alternatives: Vec::new(),
            file: files.of(&claim.page.path, area),
            span: lines.first().unwrap_or(&claim).on_page(),
            on_page: claim.on_page(),
            offers,
        }
    }

    fn first(&self) -> &Offer<'a> {
        &self.offers[0]
    }

    /// Where it is offered.
    pub(crate) fn offers(&self) -> &[Offer<'a>] {
        &self.offers
    }

    /// The first of its nodes.
    pub(crate) fn node(&self) -> NodeId {
        self.first().group.node
    }

    /// Its method.
    pub(crate) fn method(&self) -> Method {
        self.first().group.method
    }

    /// What it does.
    pub(crate) fn kind(&self) -> OperationKind {
        self.first().call.kind
    }

    /// The Rust method.
    pub(crate) fn rust_name(&self) -> &str {
        &self.first().rust_name
    }

    /// What it sends.
    pub(crate) fn body(&self) -> Option<&Fact<Sent<'a>>> {
        self.first().body.as_ref()
    }

    /// The fields of the struct of parameters that it sends, if it does.
    pub(crate) fn parameters(&self) -> &[Field<'a>] {
        match self.body().map(|body| &body.value) {
            Some(Sent::Parameters(it)) => &it.fields,
            _ => &[],
        }
    }

    /// What a success holds.
    pub(crate) fn response(&self) -> &Fact<Returned> {
        &self.first().response
    }

    /// Success codes that its page names.
    pub(crate) fn statuses(&self) -> &[u16] {
        &self.first().call.stated.statuses
    }

    /// The page that speaks for it.
    pub(crate) fn page(&self) -> &'a PageFacts {
        self.first().call.claim.page
    }

    /// What that page states of operations.
    pub(crate) fn facts(&self) -> &'a OperationFacts {
        self.first().call.claim.facts
    }

    /// The first request line of its page.
    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// What pages claim of it.
    pub(crate) fn claims(&self) -> impl Iterator<Item = Claim<'a>> {
        self.offers.iter().flat_map(|offer| &offer.group.claims).copied()
    }

    /// Whether a correction that decides a name or an answer means it.
    pub(crate) fn is_decided_by(&self, it: &Correction) -> bool {
        self.offers.iter().any(|offer| offer.call.claim.is_meant_by(it))
    }

    /// Whether a correction of its page is about it, as far as one of its request lines or its answer tells.
    pub(crate) fn is_corrected_by(&self, it: &Correction) -> bool {
        let is_of_line = self.offers.iter().any(|offer| offer.line().span == it.at);
        let is_of_page = it.subject == facts::whole(self.page().page);
        match it.effect {
            Effect::Returns { .. } => self.response().span == it.at,
            Effect::RustName { .. } => is_of_page && self.rust_name() == it.now,
            Effect::Route => is_of_line,
            _ => is_of_page,
        }
    }

    /// Where the line that decided it stands on its page, also where somebody has corrected it.
    pub(crate) fn on_page(&self) -> Span {
        self.on_page
    }

    /// The pages that document it, sorted by path.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &'a PageFacts> {
        let pages: BTreeMap<&str, &PageFacts> =
            self.claims().map(|claim| (claim.page.path.as_str(), claim.page)).collect();
        pages.into_values()
    }

    /// The types that it takes and returns.
    pub(crate) fn types(&self) -> Vec<TypeId> {
        let parameters = self.query.iter().chain(&self.headers).map(|it| it.ty.item);
        let others = self.alternatives.iter().filter_map(|it| it.content.value.item().copied());
        let items = parameters.chain(self.items()).chain(others);
        items.filter_map(|item| item.named().copied()).collect()
    }

    /// The structured types of which its body and its response hold values.
    pub(super) fn held(&self) -> Vec<TypeId> {
        self.items().into_iter().filter_map(|item| item.structure().copied()).collect()
    }

    /// The types of its body and its response.
    fn items(&self) -> Vec<Item> {
        let in_body = match self.body().map(|body| &body.value) {
            Some(Sent::Value(ty)) => Some(ty.item),
            _ => None,
        };
        let parameters = self.parameters().iter().map(|it| it.ty.value.item);
        parameters.chain(in_body).chain(self.response().value.item().copied()).collect()
    }
}

/// All operations, sorted by file and first route.
pub(super) fn drafts<'a>(
    groups: Vec<Group<'a>>,
    paths: &Paths,
    files: &Files,
    types: &Types<'_>,
    parallel: bool,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Draft<'a>> {
    let found = in_halves(parallel, groups, |it| {
        let mut reports = Vec::new();
        (offer(it, paths, types, &mut reports), reports)
    });
    let mut offers: Vec<Offer<'_>> = Vec::new();
    for (offer, reports) in found {
        diagnostics.extend(reports);
        offers.extend(offer);
    }
    diagnostics.extend(pinned::pin(&mut offers, paths));
    diagnostics.extend(pinned::returns(&offers, types));
    let alike = alike(offers);
    diagnostics.extend(losers(&alike, types));
    let drafts = alike.into_values().flatten();
    let mut drafts: Vec<Draft<'_>> = drafts.map(|it| Draft::new(it, files, types)).collect();
    let mut of_page: BTreeMap<&str, usize> = BTreeMap::new();
    for draft in &drafts {
        *of_page.entry(&draft.page().path).or_default() += 1;
    }
    // A page about several operations may describe the answers of all of them; `$value` gives bytes alone.
    let may_differ = |draft: &&mut Draft<'_>| {
        of_page[draft.page().path.as_str()] == 1 && draft.first().call.shape.role != Role::Media
    };
    for draft in drafts.iter_mut().filter(may_differ) {
        let first = draft.first();
        draft.alternatives = alternatives(&first.response.value, &first.call.stated, types);
    }
    drafts.sort_by(|one, other| {
        let files = one.file.cmp(&other.file);
        files.then(one.node().cmp(&other.node())).then(one.method().cmp(&other.method()))
    });
    drafts
}

fn offer<'a>(
    group: Group<'a>,
    paths: &Paths,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Offer<'a>> {
    let (node, shape) = (&paths.nodes[group.node.0], paths.shapes[group.node.0]);
    let (claim, stated) = primary(&group, &shape, &node.template, types)?;
    let returned = stated.content().and_then(typed).filter(|_| shape.value.is_none());
    let acts = returned.is_some_and(|(item, _)| takes_arguments(&claim, item, types));
    let kind = match kind(group.method, &node.segment, &shape, &stated) {
        OperationKind::Create if acts => OperationKind::Action,
        kind => kind,
    };
    let is_collection = shape.value.is_some_and(|value| value.collection);
    let passed = passed(node, &paths.nodes, &paths.shapes);
    let call = Call { claim, stated, shape, passed, kind };
    let sending = Call { shape: narrowed(shape, &group, kind, types), ..call.clone() };
    Some(Offer {
        rust_name: rust_name(group.method, kind, is_collection).to_owned(),
        response: response(&call, types, diagnostics),
        body: body(&sending, types, diagnostics),
        call,
        group,
    })
}

/// By page and method: offers that do the same, together.
type Alike<'a> = BTreeMap<(&'a str, Method), Vec<Vec<Offer<'a>>>>;

fn alike(offers: Vec<Offer<'_>>) -> Alike<'_> {
    let mut all: Alike<'_> = BTreeMap::new();
    for offer in offers {
        let key = (offer.call.claim.page.path.as_str(), offer.group.method);
        let alike = all.entry(key).or_default();
        match alike.iter_mut().find(|known| known[0].does_the_same(&offer)) {
            Some(known) => known.push(offer),
            None => alike.push(vec![offer]),
        }
    }
    all
}

/// A page about several operations may describe several responses; only a page about one contradicts itself.
fn losers(alike: &Alike<'_>, types: &Types<'_>) -> Vec<Diagnostic> {
    let mut of_page: BTreeMap<&str, Vec<&Offer<'_>>> = BTreeMap::new();
    for ((page, _), drafts) in alike {
        of_page.entry(page).or_default().extend(drafts.iter().map(|offers| &offers[0]));
    }
    let report = |offers: Vec<&Offer<'_>>| match offers.as_slice() {
        [only] => {
            let mut losers = response::losers(&only.response, &only.call.stated, types);
            losers.extend(only.body.iter().flat_map(|sent| unsent(&only.call, &sent.value, types)));
            let other = only.body.iter().filter_map(|it| other_than_sent(&only.call, &it.value));
            losers.extend(other);
            losers
        }
        _ => Vec::new(),
    };
    of_page.into_values().flat_map(report).collect()
}

/// The request lines of the page that speaks for the operation, in its order.
fn primary_lines<'a>(offers: &[Offer<'a>]) -> Vec<Claim<'a>> {
    let path = &offers[0].call.claim.page.path;
    let claims = offers.iter().flat_map(|offer| &offer.group.claims);
    let own = claims.filter(|claim| claim.page.path == *path);
    let mut lines: Vec<Claim<'a>> = own.copied().collect();
    lines.sort_by_key(|claim| claim.on_page().start);
    lines
}
