//! Names, modules and files of all types, in one pass.

use std::collections::{BTreeMap, BTreeSet};

use diag::{Diagnostic, Span, codes};
use facts::Correction;

use super::area::area_folder;
use super::distinct::{Wish, distinct, distinct_by};
use super::ident::{LONGEST, field_name, module_name, type_name, variant_name};
use super::pin::Pins;
use crate::corrections::Corrections;
use crate::types::{Families, TypeId, Types};
use crate::{Options, QualifiedName, RustItem};

/// The Rust names of all types and of what is in them.
#[derive(Debug)]
pub(crate) struct TypeNames {
    items: BTreeMap<TypeId, RustItem>,
    families: BTreeMap<TypeId, FamilyNames>,
    /// Fields of structs, members of enumerations.
    parts: BTreeMap<TypeId, Vec<String>>,
    pinned: BTreeSet<Span>,
}

/// The names of an enum over derived types.
#[derive(Debug)]
pub(crate) struct FamilyNames {
    /// The enum's.
    pub(crate) rust_name: String,
    /// The variants', in the order of the family.
    pub(crate) variants: Vec<String>,
}

impl TypeNames {
    /// Names every type, field, variant and member.
    pub(crate) fn new(
        types: &Types<'_>,
        families: &Families,
        corrections: &Corrections<'_>,
        options: &Options<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Self {
        let mut pins = Pins::default();
        let places = places(types, families, corrections);
        let items = placed(&places, options, diagnostics);
        let variants = families.iter().map(|(id, family)| variants(id, family, types));
        let variants: Vec<Vec<String>> = variants.collect();
        let (items, enums) = named(&places, items, &mut pins, diagnostics);
        let families = families.iter().zip(enums).zip(variants);
        let families = families
            .map(|(((id, _), rust_name), variants)| (id, FamilyNames { rust_name, variants }));
        let families = families.collect();
        let fields = types.structs.iter().map(|(id, item)| {
            let wire = item.fields.iter().map(|field| (field.wire_name, field.span()));
            let mut names = distinct_by(wire, field_name, diagnostics);
            for (index, field) in item.fields.iter().enumerate() {
                let rows = field.rows.iter().map(|row| (row.page, row.facts.name.span));
                for pin in corrections.pins(rows) {
                    pins.give(pin, &mut names, index, field_name);
                }
            }
            (*id, names)
        });
        let mut parts: BTreeMap<TypeId, Vec<String>> = fields.collect();
        parts.extend(types.enums.iter().map(|(id, item)| {
            let names = item.members.iter().map(|member| member.name);
            let wire = names.map(|name| (name.value.as_str(), name.span));
            let mut names = distinct_by(wire, variant_name, diagnostics);
            for (index, member) in item.members.iter().enumerate() {
                for pin in corrections.pins([(member.page, member.name.span)]) {
                    pins.give(pin, &mut names, index, variant_name);
                }
            }
            (*id, names)
        }));
        let pinned = pins.tried();
        diagnostics.extend(pins.misfits());
        Self { items, families, parts, pinned }
    }

    /// Whether a pin is that of something named here, also if it does not fit.
    pub(crate) fn is_pinned_at(&self, at: Span) -> bool {
        self.pinned.contains(&at)
    }

    /// The place of a type.
    pub(crate) fn item(&self, id: TypeId) -> &RustItem {
        &self.items[&id]
    }

    /// The fields of a struct or the members of an enumeration.
    pub(crate) fn parts(&self, id: TypeId) -> &[String] {
        &self.parts[&id]
    }

    /// The enum over the types derived from a polymorphic one.
    pub(crate) fn family(&self, id: TypeId) -> &FamilyNames {
        &self.families[&id]
    }
}

/// One type, before it is named.
struct Place<'a> {
    id: TypeId,
    name: &'a QualifiedName,
    area: &'a str,
    span: Span,
    has_family: bool,
    pins: Vec<&'a Correction>,
}

fn places<'a>(
    types: &'a Types<'_>,
    families: &Families,
    corrections: &Corrections<'a>,
) -> Vec<Place<'a>> {
    let area = |page: &'a facts::PageFacts| page.area.as_ref().map_or("", |area| &area.value);
    let structs = types.structs.iter().map(|(id, item)| Place {
        id: *id,
        name: types.index.name(*id),
        area: area(item.stated.home().0),
        span: item.stated.span(),
        has_family: families.of(*id).is_some(),
        pins: corrections.pins(item.stated.named_at()).collect(),
    });
    let enums = types.enums.iter().map(|(id, item)| Place {
        id: *id,
        name: types.index.name(*id),
        area: area(item.page),
        span: item.span,
        has_family: false,
        pins: corrections.pins([(item.page.path.as_str(), item.span)]).collect(),
    });
    structs.chain(enums).collect()
}

/// The module and the file of each place.
fn placed(
    places: &[Place<'_>],
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<(Vec<String>, Vec<String>)> {
    let files = apart(files(places, options, diagnostics), places, options);
    let mut too_deep = BTreeSet::new();
    let with_module = places.iter().zip(files).map(|(place, file)| {
        let namespace = place.name.namespace.as_str();
        let module = module_path(namespace, options);
        if nested_path(namespace, options).is_none() && too_deep.insert(namespace) {
            diagnostics.push(namespace_too_deep(place.span, &module));
        }
        (module, file)
    });
    with_module.collect()
}

/// The items of all places, and the names of the enums over families in the order of their types.
fn named(
    places: &[Place<'_>],
    placed: Vec<(Vec<String>, Vec<String>)>,
    pins: &mut Pins,
    diagnostics: &mut Vec<Diagnostic>,
) -> (BTreeMap<TypeId, RustItem>, Vec<String>) {
    let mut modules: BTreeMap<Vec<String>, Vec<(&Place<'_>, Vec<String>)>> = BTreeMap::new();
    for (place, (module, file)) in places.iter().zip(placed) {
        modules.entry(module).or_default().push((place, file));
    }
    let (mut items, mut enums) = (BTreeMap::new(), BTreeMap::new());
    for (module, members) in modules {
        let families = members.iter().map(|(place, _)| *place).filter(|place| place.has_family);
        let own = members.iter().map(|(place, _)| wish(place, "", ""));
        let wishes: Vec<Wish> =
            own.chain(families.clone().map(|place| wish(place, "Any", "~ any "))).collect();
        let mut names = distinct(&wishes, diagnostics);
        for (index, (place, _)) in members.iter().enumerate() {
            place.pins.iter().for_each(|pin| pins.give(pin, &mut names, index, type_name));
        }
        let of_families = names.split_off(members.len());
        enums.extend(families.map(|place| place.id).zip(of_families));
        items.extend(members.iter().zip(names).map(|((place, file), name)| {
            (place.id, RustItem { module: module.clone(), name, file: file.clone() })
        }));
    }
    (items, enums.into_values().collect())
}

fn wish(place: &Place<'_>, prefix: &str, rank: &str) -> Wish {
    Wish {
        rust: format!("{prefix}{}", type_name(&place.name.name)),
        wire: format!("{rank}{}", place.name),
        span: place.span,
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

/// Variants are called like the types they hold; types of one name in several namespaces are numbered by
/// namespace.
fn variants(base: TypeId, family: &[TypeId], types: &Types<'_>) -> Vec<String> {
    // The base has a variant even where it is abstract, for values that name no type.
    let base = (!family.contains(&base)).then_some(base);
    let wishes: Vec<Wish> = family
        .iter()
        .copied()
        .chain(base)
        .map(|id| {
            let name = types.index.name(id);
            let span = types.structs[&id].stated.span();
            Wish { rust: variant_name(&name.name), wire: name.to_string(), span }
        })
        .collect();
    let mut names = distinct(&wishes, &mut Vec::new());
    names.truncate(family.len());
    names
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
    Diagnostic::new(codes::NAMESPACE_TOO_DEEP, span, message)
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
