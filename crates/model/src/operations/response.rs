//! What an operation returns.
//!
//! What somebody corrected decides. Else the precedence, for reading, creating and changing what a path addresses:
//! 1. What HTTP and OData fix: 204 and 205 have no content, whatever the page shows; `$ref` and `DELETE`
//!    return nothing unless a sentence names a type, `$count` a number, `$value` bytes.
//! 2. The page's sentence, its annotation, its JSON body, a table of its members, in this order (`stated`); of several
//!    sentences one about what the path addresses. Of several types in one, the base that they share, else the first, with a report.
//!    Where these name no type, nor the path, plain words before "in the body" that are the name of one.
//! 3. The path corrects them: whether one or many come back, and which relative of the type that a page
//!    names. Where every step of the path is a documented property, or the page only names what the path passes, it
//!    also overrules a page that names an unrelated type, with a report: such pages were copied from others more often
//!    than properties were (`call`).
//! 4. Where all this names no type for an action or function, it is the only one that has the members which the answer shows, and no others, if
//!    these are three or more.
//! 5. Where the page says nothing, the path decides for reading and creating. Else nothing comes back if all answers
//!    that the page shows are empty, and otherwise any JSON, with a report.
//!
//! Operations that the path only names (actions, functions) return what the page says.

use diag::{Diagnostic, Span, codes};
use facts::{CORRECTED, Effect, Fact, Method, Returns};

use super::call::Call;
use super::lineage::{are_kin, common_base};
use super::stated::{Content, Said, Stated};
use crate::types::{Item, Type, TypeId, TypeIndex, Types, value_type};
use crate::{ItemType, OperationKind, ResponseContent, Role, Scalar};

/// What a success response holds, its types by id.
pub(super) type Returned = ResponseContent<TypeId>;

/// The response of a call.
pub(super) fn response(
    call: &Call<'_>,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Fact<Returned> {
    let mut reports = Vec::new();
    let stated = decided(call, types, &mut reports);
    let corrected = corrected(call, types, &stated);
    // What is corrected need not be reported.
    if corrected.is_none() {
        diagnostics.extend(reports);
    }
    corrected.unwrap_or(stated)
}

/// What somebody says that the call returns, if what is decided is what they expect.
fn corrected(
    call: &Call<'_>,
    types: &Types<'_>,
    decided: &Fact<Returned>,
) -> Option<Fact<Returned>> {
    let claim = &call.claim;
    let read = |returns: &Returns| written(returns, claim.namespace(), &types.index);
    let mut meant = claim.page.corrections.iter().filter(|it| claim.is_meant_by(it));
    meant.find_map(|it| match &it.effect {
        Effect::Returns { expected, returns, .. }
            if read(expected).as_ref() == Some(&decided.value) =>
        {
            Some(Fact::new(read(returns)?, it.at, CORRECTED))
        }
        _ => None,
    })
}

/// What an entry says; `None` where nothing documents its type.
pub(super) fn written(returns: &Returns, namespace: &str, index: &TypeIndex) -> Option<Returned> {
    Some(match returns {
        Returns::Nothing => ResponseContent::Empty,
        Returns::Stream => ResponseContent::Stream,
        Returns::Json => ResponseContent::Untyped,
        Returns::Type(cell) => {
            let ty = value_type(cell, index, namespace)?;
            value(ty.item, ty.collection)
        }
    })
}

/// What is returned, as reports show it and entries write it.
pub(super) fn shown(returned: &Returned, index: &TypeIndex) -> String {
    let item = |it: &Item| name(*it, index).trim_matches('`').to_owned();
    match returned {
        ResponseContent::Empty => "nothing".to_owned(),
        ResponseContent::Stream => "stream".to_owned(),
        ResponseContent::Untyped => "json".to_owned(),
        ResponseContent::Collection(of) => format!("{} collection", item(of)),
        ResponseContent::Value(it) | ResponseContent::Wrapped(it) => item(it),
    }
}

fn decided(
    call: &Call<'_>,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Fact<Returned> {
    let (found, stated) = (call.shape.value, &call.stated);
    let is_called = matches!(call.kind, OperationKind::Action | OperationKind::Function);
    let worded = stated.worded().filter(|_| is_called || found.is_none());
    let said = worded.or_else(|| stated.about(found.map(|value| value.item), types));
    let strongest = worded.or_else(|| stated.strongest()).map(|said| &said.content);
    let reads = call.method() == Method::Get;
    let content = match call.kind {
        _ if !reads && stated.is_without_content() => ResponseContent::Empty,
        OperationKind::Count => ResponseContent::Value(ItemType::Scalar(Scalar::Int32)),
        OperationKind::Media if reads => ResponseContent::Stream,
        OperationKind::Reference if reads => reference(found, strongest, types),
        OperationKind::Reference => ResponseContent::Empty,
        OperationKind::Delete => deleted(strongest, types),
        OperationKind::Action | OperationKind::Function | OperationKind::Media => match strongest {
            Some(content) => self::said(content, types),
            None => unsaid(call, diagnostics),
        },
        OperationKind::Delta => delta(found, strongest, types),
        OperationKind::List
        | OperationKind::Get
        | OperationKind::Create
        | OperationKind::Update
        | OperationKind::Replace => addressed(call, said, types, diagnostics),
    };
    diagnostics.extend(said.and_then(|said| unshared(said, types)));
    let (span, rule) = stated.place(said);
    // A page about what a path addresses may show the answers of several paths.
    let is_open = is_called && content == ResponseContent::Untyped;
    let shown = is_open.then(|| shown_by_members(call, types));
    shown.flatten().unwrap_or_else(|| Fact::new(content, span, rule))
}

/// Fewer members may be those of any type.
const FEWEST_MEMBERS: usize = 3;

/// The only type of which the answers that the page shows have all properties, and no others.
fn shown_by_members(call: &Call<'_>, types: &Types<'_>) -> Option<Fact<Returned>> {
    let shown = &call.claim.facts.response.annotations;
    let shown = shown.iter().find(|fact| fact.value.body.is_some())?;
    let body = shown.value.body.as_ref().filter(|body| !body.value_array)?;
    let has_all = |id: &TypeId| {
        let fields = types.structure(*id).map_or(&[][..], |it| it.fields.as_slice());
        let is_shown = |name: &str| body.keys.iter().any(|key| key.eq_ignore_ascii_case(name));
        fields.len() == body.keys.len() && fields.iter().all(|field| is_shown(field.wire_name))
    };
    let mut ids = types.structs.keys().filter(|id| has_all(id));
    let id = ids.next().filter(|_| body.keys.len() >= FEWEST_MEMBERS && ids.next().is_none())?;
    Some(Fact::new(value(ItemType::Struct(*id), false), shown.span, "members-shown"))
}

/// What the page says, and nothing else.
pub(super) fn said(stated: &Content, types: &Types<'_>) -> Returned {
    match stated {
        Content::Typed { items, collection } => value(shared(items, types), *collection),
        Content::Stream => ResponseContent::Stream,
        Content::Json { .. } => ResponseContent::Untyped,
        Content::Empty => ResponseContent::Empty,
    }
}

/// Where nothing that is understood says what comes back. Nothing does if all answers that the page shows are empty;
/// else it may be anything, which is reported.
fn unsaid(call: &Call<'_>, diagnostics: &mut Vec<Diagnostic>) -> Returned {
    if call.stated.shows_nothing {
        return ResponseContent::Empty;
    }
    let (method, page) = (call.method().as_str(), &call.claim.page.path);
    let message = format!("nothing tells what the {method} of `{page}` returns");
    diagnostics.push(
        Diagnostic::new(codes::UNCLEAR_ANSWER, call.stated.silent, message)
            .help("it is taken for any JSON; say what is returned, or that nothing is"),
    );
    ResponseContent::Untyped
}

/// Of several types the one that all of them are or derive from, if there is one; else the first.
fn shared(items: &[Item], types: &Types<'_>) -> Item {
    common_base(items, types).unwrap_or(items[0])
}

/// The report of a statement that names several types which have nothing in common.
fn unshared(said: &Said, types: &Types<'_>) -> Option<Diagnostic> {
    let Content::Typed { items, .. } = &said.content else { return None };
    if common_base(items, types).is_some() {
        return None;
    }
    let names: Vec<String> = items.iter().map(|item| name(*item, &types.index)).collect();
    let message = format!("{} share no base type", names.join(" and "));
    Some(
        Diagnostic::new(codes::SEVERAL_ANSWERS, said.span, message)
            .help("the first is used unless the path leads to another"),
    )
}

fn deleted(stated: Option<&Content>, types: &Types<'_>) -> Returned {
    match stated {
        Some(content @ Content::Typed { .. }) => self::said(content, types),
        _ => ResponseContent::Empty,
    }
}

fn reference(found: Option<Type>, stated: Option<&Content>, types: &Types<'_>) -> Returned {
    match (stated, found) {
        (Some(content @ Content::Typed { .. }), _) => self::said(content, types),
        (_, Some(found)) => value(found.item, found.collection),
        (_, None) => ResponseContent::Untyped,
    }
}

/// Changes come as a collection, whatever words the page uses.
fn delta(found: Option<Type>, stated: Option<&Content>, types: &Types<'_>) -> Returned {
    match (stated, found) {
        (Some(Content::Typed { items, .. }), _) => {
            ResponseContent::Collection(shared(items, types))
        }
        (_, Some(found)) => ResponseContent::Collection(found.item),
        (_, None) => ResponseContent::Untyped,
    }
}

/// What reading, creating or changing the addressed thing returns.
fn addressed(
    call: &Call<'_>,
    said: Option<&Said>,
    types: &Types<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Returned {
    let reads = call.method() == Method::Get;
    let found = call.shape.value;
    let several = |stated: bool| reads && found.map_or(stated, |value| value.collection);
    match (said.map(|said| &said.content), found) {
        (Some(Content::Empty), _) if !reads => ResponseContent::Empty,
        (Some(Content::Stream), _) => ResponseContent::Stream,
        (Some(Content::Typed { items, collection }), Some(found)) => {
            if items.iter().any(|item| are_kin(*item, found.item, types)) {
                return value(found.item, several(*collection));
            }
            if !call.overrules(items[0], types) {
                let item = shared(items, types);
                let is_around = !collection && holds_several(item, found.item, types);
                return value(item, several(*collection) && !is_around);
            }
            let (span, _) = call.stated.place(said);
            diagnostics.push(copied(items[0], found.item, span, &types.index));
            value(found.item, several(*collection))
        }
        (Some(Content::Typed { items, collection }), None) => {
            value(shared(items, types), several(*collection))
        }
        (Some(Content::Json { collection }), Some(found)) => {
            let shown = reads && call.shape.role != Role::Documented && *collection;
            value(found.item, several(false) || shown)
        }
        (_, Some(found)) if reads => value(found.item, found.collection),
        (Some(Content::Json { .. }), None) => ResponseContent::Untyped,
        (None, Some(found)) if call.method() == Method::Post => value(found.item, false),
        (None, _) => unsaid(call, diagnostics),
        (Some(Content::Empty), _) if reads => ResponseContent::Untyped,
        (Some(Content::Empty), _) => ResponseContent::Empty,
    }
}

/// Whether a type is what stands around several of what a path leads to.
fn holds_several(around: Item, item: Item, types: &Types<'_>) -> bool {
    let fields = around.structure().and_then(|id| types.structure(*id)).map(|it| &it.fields);
    let holds = |ty: &Type| ty.collection && are_kin(ty.item, item, types);
    fields.is_some_and(|fields| fields.iter().any(|field| holds(&field.ty.value)))
}

/// The report of a page that names an unrelated type for a path of documented properties.
fn copied(said: Item, led: Item, span: Span, index: &TypeIndex) -> Diagnostic {
    let (said, led) = (name(said, index), name(led, index));
    let message = format!("the page says that {said} is returned, the path leads to {led}");
    Diagnostic::new(codes::CONFLICTING_RESPONSE, span, message)
        .help("the path is believed; correct the page, or the property that the path passes")
}

/// The reports of the statements that lost against the response of the only operation of their page.
pub(super) fn losers(
    response: &Fact<Returned>,
    stated: &Stated,
    types: &Types<'_>,
) -> Vec<Diagnostic> {
    if response.rule == CORRECTED {
        return Vec::new();
    }
    let report = |span, message: String, help| {
        Diagnostic::new(codes::CONFLICTING_RESPONSE, span, message).help(help)
    };
    let item = response.value.item().copied();
    let others = item.into_iter().flat_map(|item| {
        let losers = stated.against(item, types).filter(|(_, span)| *span != response.span);
        losers.map(move |(other, span)| {
            let (other, item) = (name(other, &types.index), name(item, &types.index));
            let message =
                format!("{other} is stated here, {item} is returned by a stronger statement");
            report(
                span,
                message,
                "a sentence goes before the annotation of an example, that before its JSON",
            )
        })
    });
    let why = if stated.is_without_content() {
        "the status code says that nothing comes back, and is believed"
    } else {
        "a stronger statement says so, or the adding of a reference, which returns nothing"
    };
    let without = (response.value == ResponseContent::Empty).then(|| stated.with_content());
    let without = without.into_iter().flatten().map(|(other, span)| {
        let message = format!("{} is stated here, nothing is returned", name(other, &types.index));
        report(span, message, why)
    });
    others.chain(without).collect()
}

/// A type as reports name it.
pub(super) fn name(item: Item, index: &TypeIndex) -> String {
    match item {
        ItemType::Scalar(scalar) => format!("`{scalar:?}`"),
        ItemType::Enum(id) | ItemType::Struct(id) => format!("`{}`", index.name(id)),
        ItemType::Untyped => "any JSON".to_owned(),
    }
}

fn value(item: Item, collection: bool) -> Returned {
    match item {
        ItemType::Scalar(Scalar::Stream) => ResponseContent::Stream,
        item if collection => ResponseContent::Collection(item),
        item @ (ItemType::Scalar(_) | ItemType::Enum(_)) => ResponseContent::Wrapped(item),
        item => ResponseContent::Value(item),
    }
}
