//! Names, modules and files of all types, in one pass.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span};

use super::distinct::{Wish, distinct};
use super::{LONGEST, field_name, module_name, type_name, variant_name};
use crate::{Enum, Options, QualifiedName, RustItem, Struct};

/// The area of pages that state none.
const NO_AREA: &str = "common";

/// Names every type, field, variant and member.
pub(crate) fn assign(
    structs: &mut [Struct],
    enums: &mut [Enum],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    assign_types(structs, enums, options, diagnostics);
    name_families(structs);
    for item in structs {
        let wire = item.fields.iter().map(|field| (field.wire_name.as_str(), field.span));
        let names = distinct_by(wire, field_name, diagnostics);
        for (field, name) in item.fields.iter_mut().zip(names) {
            field.rust_name = name;
        }
    }
    for item in enums {
        let wire = item.members.iter().map(|member| (member.wire_name.as_str(), member.span));
        let names = distinct_by(wire, variant_name, diagnostics);
        for (member, name) in item.members.iter_mut().zip(names) {
            member.rust_name = name;
        }
    }
}

/// Distinct names for things that share one scope.
pub(crate) fn distinct_by<'a>(
    wire: impl Iterator<Item = (&'a str, Span)>,
    to_rust: fn(&str) -> String,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let wishes: Vec<Wish> = wire
        .map(|(wire, span)| Wish { rust: to_rust(wire), wire: wire.to_owned(), span })
        .collect();
    distinct(&wishes, diagnostics)
}

/// One type or family enum on its way to a name.
struct Place<'a> {
    item: &'a mut RustItem,
    family: Option<&'a mut String>,
    name: &'a QualifiedName,
    area: &'a str,
    span: Span,
}

fn assign_types(
    structs: &mut [Struct],
    enums: &mut [Enum],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut places: Vec<Place<'_>> = Vec::new();
    for item in structs {
        let family = item.polymorphic.as_mut().map(|family| &mut family.rust_name);
        let (name, area) = (&item.name, item.area.as_str());
        places.push(Place { item: &mut item.rust, family, name, area, span: item.span });
    }
    for item in enums {
        let (name, area) = (&item.name, item.area.as_str());
        places.push(Place { item: &mut item.rust, family: None, name, area, span: item.span });
    }
    let files = apart(files(&places, options, diagnostics), &places, options);
    let mut modules: BTreeMap<Vec<String>, Vec<Place<'_>>> = BTreeMap::new();
    let mut too_deep = BTreeSet::new();
    for (place, file) in places.into_iter().zip(files) {
        let namespace = place.name.namespace.as_str();
        let module = module_path(namespace, options);
        if nested_path(namespace, options).is_none() && too_deep.insert(namespace) {
            diagnostics.push(namespace_too_deep(place.span, &module));
        }
        *place.item = RustItem { module: module.clone(), name: String::new(), file };
        modules.entry(module).or_default().push(place);
    }
    for places in modules.into_values() {
        name_module(places, diagnostics);
    }
}

/// Types of one page that are called alike, in different namespaces, get a file each: that of a later one is
/// named after its module as well.
fn apart(
    mut files: Vec<Vec<String>>,
    places: &[Place<'_>],
    options: &Options<'_>,
) -> Vec<Vec<String>> {
    let mut modules: BTreeMap<(Vec<String>, String), Vec<String>> = BTreeMap::new();
    for (path, place) in files.iter_mut().zip(places) {
        let name = type_name(&place.name.name);
        let module = module_path(&place.name.namespace, options);
        let stem = path.last().cloned().unwrap_or_default();
        let last = module.last().cloned().unwrap_or_default();
        let mut number = 1;
        while *modules.entry((path.clone(), name.clone())).or_insert_with(|| module.clone())
            != module
        {
            let suffix = if number == 1 { String::new() } else { number.to_string() };
            number += 1;
            path.pop();
            path.push(format!("{stem}_in_{last}{suffix}"));
        }
    }
    files
}

/// Names the types of one module, and the enums over their families.
fn name_module(mut places: Vec<Place<'_>>, diagnostics: &mut Vec<Diagnostic>) {
    let wish = |place: &Place<'_>, rust: String, rank: &str| Wish {
        rust,
        wire: format!("{rank}{}", place.name),
        span: place.span,
    };
    let mut wishes: Vec<Wish> =
        places.iter().map(|place| wish(place, type_name(&place.name.name), "")).collect();
    let families = places.iter().filter(|place| place.family.is_some());
    wishes.extend(
        families.map(|place| wish(place, format!("Any{}", type_name(&place.name.name)), "~ any ")),
    );
    let mut names = distinct(&wishes, diagnostics).into_iter();
    for (place, name) in places.iter_mut().zip(names.by_ref()) {
        place.item.name = name;
    }
    let families = places.iter_mut().filter_map(|place| place.family.as_mut());
    for (family, name) in families.zip(names) {
        **family = name;
    }
}

/// Variants are called like the types they hold; types of one name in several namespaces are numbered by
/// namespace.
fn name_families(structs: &mut [Struct]) {
    let spans: BTreeMap<QualifiedName, Span> =
        structs.iter().map(|item| (item.name.clone(), item.span)).collect();
    for item in structs {
        let span = item.span;
        let Some(family) = &mut item.polymorphic else { continue };
        // The base has a variant even where it is abstract, for values that name no type.
        let base = family.variants.iter().all(|(_, name)| *name != item.name).then_some(&item.name);
        let wishes: Vec<Wish> = family
            .variants
            .iter()
            .map(|(_, name)| name)
            .chain(base)
            .map(|name| Wish {
                rust: variant_name(&name.name),
                wire: name.to_string(),
                span: spans.get(name).copied().unwrap_or(span),
            })
            .collect();
        let names = distinct(&wishes, &mut Vec::new());
        for (variant, name) in family.variants.iter_mut().zip(names) {
            variant.0 = name;
        }
    }
}

/// Each segment of a namespace is a folder: more of them, or a longer way altogether, is more than file systems and
/// readers take. The deepest namespace known in real docs has three below the default one.
const MOST_SEGMENTS: usize = 16;

/// `["models"]` for the default namespace, `["models", "term_store"]` for one below it, the whole name in
/// one module for any other and for one that is too deep.
fn module_path(namespace: &str, options: &Options<'_>) -> Vec<String> {
    nested_path(namespace, options).unwrap_or_else(|| whole_namespace(namespace))
}

/// The same; `None` for a path that is too deep or too long.
fn nested_path(namespace: &str, options: &Options<'_>) -> Option<Vec<String>> {
    let default = options.default_namespace.as_str();
    let mut path = vec!["models".to_owned()];
    if namespace.eq_ignore_ascii_case(default) {
        return Some(path);
    }
    let below = namespace
        .get(..default.len())
        .filter(|head| head.eq_ignore_ascii_case(default))
        .and_then(|_| namespace[default.len()..].strip_prefix('.'));
    let Some(below) = below else { return Some(whole_namespace(namespace)) };
    path.extend(below.split('.').map(module_name));
    let length: usize = path[1..].iter().map(String::len).sum();
    (path.len() <= 1 + MOST_SEGMENTS && length <= LONGEST).then_some(path)
}

/// The whole name in one module, cut where it is too long for a file: what then falls together is told apart by number.
fn whole_namespace(namespace: &str) -> Vec<String> {
    vec!["models".to_owned(), module_name(&namespace.replace('.', " "))]
}

fn namespace_too_deep(span: Span, module: &[String]) -> Diagnostic {
    let message =
        format!("the namespace has more than {MOST_SEGMENTS} segments or {LONGEST} letters");
    Diagnostic::warning("namespace-too-deep", span, message)
        .help(format!("its types are in the one module `{}`", module.join("::")))
}

/// The file of each item: by the area and the name of the page that states it. Pages whose names fall
/// together are numbered by path.
fn files(
    places: &[Place<'_>],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Vec<String>> {
    let mut pages: BTreeMap<&str, (String, Span)> = BTreeMap::new();
    for place in places {
        let path = options.sources.path(place.span);
        let stem = path.rsplit('/').next().unwrap_or(path).trim_end_matches(".md");
        let file = format!("{}/{}", area_folder(place.area), module_name(stem));
        pages.entry(path).or_insert((file, place.span));
    }
    let wishes: Vec<Wish> = pages
        .iter()
        .map(|(path, (file, span))| Wish {
            rust: file.clone(),
            wire: (*path).to_owned(),
            span: *span,
        })
        .collect();
    let names = distinct(&wishes, diagnostics);
    let by_page: BTreeMap<&str, String> = pages.into_keys().zip(names).collect();
    let file_of = |place: &Place<'_>| {
        let file = by_page.get(options.sources.path(place.span)).map_or("", String::as_str);
        std::iter::once("models").chain(file.split('/')).map(str::to_owned).collect()
    };
    places.iter().map(file_of).collect()
}

/// The folder of an area: its words, or `common` for a missing one and for texts that were never filled in.
pub(crate) fn area_folder(area: &str) -> String {
    let words = area.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let unfilled =
        words.clone().any(|word| word.eq_ignore_ascii_case("todo")) || words.clone().count() > 5;
    if unfilled || words.clone().next().is_none() { NO_AREA.to_owned() } else { module_name(area) }
}
