//! Keeping only a part of an API.
//!
//! Reads an [`Api`] and patterns, returns the part they select: the matching routes, the nodes that lead
//! to them, and the types that they or the type patterns reach.

use std::collections::{BTreeMap, BTreeSet};

use globset::{GlobBuilder, GlobMatcher};

use crate::api::{
    Api, BodyContent, ItemType, Method, NodeId, Operation, Property, QualifiedName, Route, Struct,
    ValueType,
};
use crate::{features, layout};

/// Which part of an API is wanted. Empty lists select everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Path globs with optional methods: `/users/**`, `/users/{id}#GET,PATCH`.
    pub include_paths: Vec<String>,
    /// As above; wins over the included ones.
    pub exclude_paths: Vec<String>,
    /// Globs on qualified type names, kept beside those that the paths reach.
    pub include_types: Vec<String>,
    /// As above; properties of these types become untyped.
    pub exclude_types: Vec<String>,
}

impl Selection {
    /// Whether every pattern can match.
    ///
    /// # Errors
    /// The first pattern that is no glob or names something that is no HTTP method.
    pub fn check(&self) -> Result<(), String> {
        let paths = self.include_paths.iter().chain(&self.exclude_paths);
        for (pattern, (path, methods)) in paths.map(|pattern| (pattern, split_methods(pattern))) {
            glob(&template_key(path)).map_err(|error| format!("`{pattern}`: {error}"))?;
            let unknown = methods.into_iter().find(|name| Method::from_name(name).is_none());
            if let Some(name) = unknown {
                return Err(format!("`{pattern}`: `{name}` is no HTTP method"));
            }
        }
        for pattern in self.include_types.iter().chain(&self.exclude_types) {
            glob(pattern).map_err(|error| format!("`{pattern}`: {error}"))?;
        }
        Ok(())
    }
}

/// The selected part, and the patterns that match nothing in it.
pub fn select(mut api: Api, selection: &Selection) -> (Api, Vec<String>) {
    if *selection == Selection::default() {
        return (api, Vec::new());
    }
    let mut include_paths = Patterns::paths(&selection.include_paths);
    let mut exclude_paths = Patterns::paths(&selection.exclude_paths);
    let mut include_types = Patterns::types(&selection.include_types);
    let mut exclude_types = Patterns::types(&selection.exclude_types);

    for operation in &mut api.operations {
        let method = operation.method;
        operation.routes.retain(|route: &Route| {
            let template = template_key(&route.template);
            let included =
                include_paths.is_empty() || include_paths.matches(&template, Some(method));
            !exclude_paths.matches(&template, Some(method)) && included
        });
    }
    api.operations.retain(|operation| !operation.routes.is_empty());
    keep_used_nodes(&mut api);

    let excluded: BTreeSet<QualifiedName> = type_names(&api)
        .filter(|name| exclude_types.matches(&name.to_string(), None))
        .cloned()
        .collect();
    let everything = include_paths.is_empty() && include_types.is_empty();
    let roots: BTreeSet<QualifiedName> = type_names(&api)
        .filter(|name| include_types.matches(&name.to_string(), None) || everything)
        .filter(|name| !excluded.contains(name))
        .cloned()
        .collect();
    forget_types(&mut api, &excluded);
    keep_reached_types(&mut api, roots);
    features::assign(&mut api);
    layout::assign(&mut api);

    let unmatched = [include_paths, exclude_paths, include_types, exclude_types]
        .into_iter()
        .flat_map(Patterns::unmatched)
        .collect();
    (api, unmatched)
}

fn type_names(api: &Api) -> impl Iterator<Item = &QualifiedName> {
    let structs = api.structs.iter().map(|it| &it.name);
    structs.chain(api.enums.iter().map(|it| &it.name))
}

/// Drops the nodes that no remaining route passes, and renumbers the rest.
fn keep_used_nodes(api: &mut Api) {
    let mut used = BTreeSet::new();
    for route in api.operations.iter().flat_map(|operation| &operation.routes) {
        let mut next = Some(route.node);
        while let Some(node) = next.filter(|node| used.insert(*node)) {
            next = api.nodes[node.0].parent;
        }
    }
    let renumbered: BTreeMap<NodeId, NodeId> =
        used.iter().enumerate().map(|(new, old)| (*old, NodeId(new))).collect();
    let old_nodes = std::mem::take(&mut api.nodes);
    for (id, mut node) in old_nodes.into_iter().enumerate() {
        if used.contains(&NodeId(id)) {
            node.parent = node.parent.map(|parent| renumbered[&parent]);
            api.nodes.push(node);
        }
    }
    for route in api.operations.iter_mut().flat_map(|operation| &mut operation.routes) {
        route.node = renumbered[&route.node];
    }
}

/// Makes every mention of the excluded types untyped, and drops bases and variants of them.
fn forget_types(api: &mut Api, excluded: &BTreeSet<QualifiedName>) {
    if excluded.is_empty() {
        return;
    }
    api.structs.retain(|it| !excluded.contains(&it.name));
    api.enums.retain(|it| !excluded.contains(&it.name));
    for it in &mut api.structs {
        if it.base.as_ref().is_some_and(|base| excluded.contains(&base.value)) {
            it.base = None;
        }
        it.derived.retain(|name| !excluded.contains(name));
        it.is_a.retain(|name| !excluded.contains(name));
        forget_in_fields(&mut it.fields, excluded);
    }
    for operation in &mut api.operations {
        let parameters = operation.query.iter_mut().chain(&mut operation.headers);
        parameters.for_each(|it| forget_item(&mut it.ty.item, excluded));
        match operation.body.as_mut().map(|body| &mut body.content) {
            Some(BodyContent::Value(ty)) => forget_item(&mut ty.item, excluded),
            Some(BodyContent::Parameters { fields, .. }) => forget_in_fields(fields, excluded),
            _ => {}
        }
        if let Some(item) = operation.response.content.item_mut() {
            forget_item(item, excluded);
        }
    }
}

fn forget_in_fields(fields: &mut [Property], excluded: &BTreeSet<QualifiedName>) {
    for field in fields {
        forget_item(&mut field.ty.value.item, excluded);
    }
}

fn forget_item(item: &mut ItemType, excluded: &BTreeSet<QualifiedName>) {
    if let ItemType::Enum(name) | ItemType::Struct(name) = item
        && excluded.contains(name)
    {
        *item = ItemType::Untyped;
    }
}

/// Keeps what the roots and the operations reach through fields, bases and derived types.
fn keep_reached_types(api: &mut Api, roots: BTreeSet<QualifiedName>) {
    let structs: BTreeMap<QualifiedName, &Struct> =
        api.structs.iter().map(|it| (it.name.clone(), it)).collect();
    let mut reached = BTreeSet::new();
    let mut open: Vec<QualifiedName> = roots.into_iter().collect();
    open.extend(api.operations.iter().flat_map(operation_types));
    while let Some(name) = open.pop() {
        if !reached.insert(name.clone()) {
            continue;
        }
        if let Some(it) = structs.get(&name) {
            open.extend(it.fields.iter().filter_map(|field| item_type(&field.ty.value.item)));
            open.extend(it.base.iter().map(|base| base.value.clone()));
            if it.polymorphic.is_some() {
                open.extend(it.derived.iter().cloned());
            }
        }
    }
    api.structs.retain(|it| reached.contains(&it.name));
    api.enums.retain(|it| reached.contains(&it.name));
    for node in &mut api.nodes {
        let is_kept =
            |value: &ValueType| item_type(&value.item).is_none_or(|it| reached.contains(&it));
        node.shape.value = node.shape.value.take().filter(is_kept);
    }
    for it in &mut api.structs {
        it.derived.retain(|name| reached.contains(name));
        it.is_a.retain(|name| reached.contains(name));
        if let Some(polymorphic) = &mut it.polymorphic {
            polymorphic.variants.retain(|(_, name)| reached.contains(name));
        }
    }
}

/// The types that an operation takes and returns.
pub(crate) fn operation_types(operation: &Operation) -> Vec<QualifiedName> {
    let mut items: Vec<&ItemType> = Vec::new();
    items.extend(operation.query.iter().chain(&operation.headers).map(|it| &it.ty.item));
    match operation.body.as_ref().map(|body| &body.content) {
        Some(BodyContent::Value(ty)) => items.push(&ty.item),
        Some(BodyContent::Parameters { fields, .. }) => {
            items.extend(fields.iter().map(|field| &field.ty.value.item));
        }
        _ => {}
    }
    items.extend(operation.response.content.item());
    items.into_iter().filter_map(item_type).collect()
}

fn item_type(item: &ItemType) -> Option<QualifiedName> {
    match item {
        ItemType::Enum(name) | ItemType::Struct(name) => Some(name.clone()),
        ItemType::Scalar(_) | ItemType::Untyped => None,
    }
}

/// Braces are alternatives to a glob but placeholders to a path, so both sides write `:` for them.
fn template_key(template: &str) -> String {
    let mut key = String::new();
    let mut depth = 0_usize;
    for character in template.to_lowercase().chars() {
        match character {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                key.push(':');
            }
            _ if depth == 0 => key.push(character),
            _ => {}
        }
    }
    key
}

/// Globs, and which of them have matched.
struct Patterns {
    entries: Vec<Pattern>,
}

struct Pattern {
    text: String,
    glob: Option<GlobMatcher>,
    methods: Vec<Method>,
    used: bool,
}

impl Patterns {
    fn paths(texts: &[String]) -> Self {
        let entry = |text: &String| {
            let (path, methods) = split_methods(text);
            Pattern {
                glob: glob(&template_key(path)).ok(),
                methods: methods.into_iter().filter_map(Method::from_name).collect(),
                text: text.clone(),
                used: false,
            }
        };
        Self { entries: texts.iter().map(entry).collect() }
    }

    fn types(texts: &[String]) -> Self {
        let entry = |text: &String| Pattern {
            glob: glob(text).ok(),
            methods: Vec::new(),
            text: text.clone(),
            used: false,
        };
        Self { entries: texts.iter().map(entry).collect() }
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn matches(&mut self, text: &str, method: Option<Method>) -> bool {
        let mut any = false;
        for entry in &mut self.entries {
            let right_method = entry.methods.is_empty()
                || method.is_some_and(|method| entry.methods.contains(&method));
            if right_method && entry.glob.as_ref().is_some_and(|glob| glob.is_match(text)) {
                entry.used = true;
                any = true;
            }
        }
        any
    }

    fn unmatched(self) -> Vec<String> {
        self.entries.into_iter().filter(|entry| !entry.used).map(|entry| entry.text).collect()
    }
}

/// `/users/**#GET, PATCH` is a path and the names of two methods.
fn split_methods(pattern: &str) -> (&str, Vec<&str>) {
    let (path, methods) = pattern.rsplit_once('#').unwrap_or((pattern, ""));
    (path, methods.split(',').map(str::trim).filter(|name| !name.is_empty()).collect())
}

fn glob(text: &str) -> Result<GlobMatcher, globset::Error> {
    let mut builder = GlobBuilder::new(text);
    builder.literal_separator(true).case_insensitive(true);
    Ok(builder.build()?.compile_matcher())
}
