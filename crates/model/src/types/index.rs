//! Every stated type by all the names it goes by, and what a mention resolves to.
//!
//! Filled from the names that pages state; knows nothing of properties or members. Case never matters:
//! links differ in case from file names, and cells from declarations.

use std::collections::{BTreeMap, BTreeSet};

use facts::Mention;

use super::scalar::scalar;
use crate::{Enum, ItemType, QualifiedName, Scalar, Struct};

/// What a mention of a type means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// A primitive.
    Scalar(Scalar),
    /// A documented enumeration.
    Enum(QualifiedName),
    /// A documented structured type.
    Struct(QualifiedName),
    /// Any JSON, on purpose: `Json`, `object`.
    Untyped,
    /// A name that nothing documents.
    Unknown,
}

impl Resolution {
    /// The type to use; what is unknown becomes any JSON.
    pub(crate) fn item(self) -> ItemType {
        match self {
            Self::Scalar(scalar) => ItemType::Scalar(scalar),
            Self::Enum(name) => ItemType::Enum(name),
            Self::Struct(name) => ItemType::Struct(name),
            Self::Untyped | Self::Unknown => ItemType::Untyped,
        }
    }
}

impl From<ItemType> for Resolution {
    fn from(item: ItemType) -> Self {
        match item {
            ItemType::Scalar(scalar) => Self::Scalar(scalar),
            ItemType::Enum(name) => Self::Enum(name),
            ItemType::Struct(name) => Self::Struct(name),
            ItemType::Untyped => Self::Untyped,
        }
    }
}

/// Structured type or enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// A structured type.
    Struct,
    /// An enumeration.
    Enum,
}

/// One name in the index.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    name: QualifiedName,
    sort: Sort,
}

/// All documented types of one API version.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypeIndex {
    entries: Vec<Entry>,
    by_qualified: BTreeMap<String, usize>,
    by_simple: BTreeMap<String, BTreeSet<usize>>,
    by_alias: BTreeMap<String, BTreeSet<usize>>,
    by_page: BTreeMap<String, BTreeSet<usize>>,
    structs: BTreeMap<QualifiedName, Struct>,
    enums: BTreeMap<QualifiedName, Enum>,
    default_namespace: String,
}

impl TypeIndex {
    /// An empty index. Types of `default_namespace` are found from everywhere by their simple name.
    pub(crate) fn new(default_namespace: &str) -> Self {
        Self { default_namespace: default_namespace.to_ascii_lowercase(), ..Self::default() }
    }

    /// Adds a type, stated on `pages` (paths relative to the documentation root).
    pub(crate) fn insert(&mut self, name: &QualifiedName, sort: Sort, pages: &[&str]) {
        let qualified = name.to_string().to_ascii_lowercase();
        let id = *self.by_qualified.entry(qualified).or_insert(self.entries.len());
        if id == self.entries.len() {
            self.entries.push(Entry { name: name.clone(), sort });
            self.by_simple.entry(name.name.to_ascii_lowercase()).or_default().insert(id);
        }
        for page in pages {
            self.by_page.entry(page.to_ascii_lowercase()).or_default().insert(id);
        }
    }

    /// Registers another name for a type: a heading's (`Chart` for `workbookChart`).
    pub(crate) fn insert_alias(&mut self, alias: &str, name: &QualifiedName) {
        if let Some(id) = self.id_of(name) {
            let simple = simple_name(alias).to_ascii_lowercase();
            self.by_alias.entry(simple).or_default().insert(id);
        }
    }

    /// Takes the finished types, for [`Self::structure`] and [`Self::enumeration`].
    pub(crate) fn complete(&mut self, structs: Vec<Struct>, enums: Vec<Enum>) {
        self.structs = structs.into_iter().map(|item| (item.name.clone(), item)).collect();
        self.enums = enums.into_iter().map(|item| (item.name.clone(), item)).collect();
    }

    /// Gives the finished types back, sorted by name.
    pub(crate) fn into_types(self) -> (Vec<Struct>, Vec<Enum>) {
        (self.structs.into_values().collect(), self.enums.into_values().collect())
    }

    /// A finished structured type, fields flattened.
    pub(crate) fn structure(&self, name: &QualifiedName) -> Option<&Struct> {
        self.structs.get(name)
    }

    /// What `mention` means on a page whose own types live in `namespace`.
    ///
    /// In this order: a link to a page that defines a type of that name or alias; a primitive's
    /// spelling; a qualified name; a link to a page that defines exactly one type; the simple name in
    /// the same namespace, in the default namespace, anywhere if unique; an alias if unique.
    pub(crate) fn resolve(&self, mention: &Mention, namespace: &str) -> Resolution {
        let name = mention.name.trim().trim_start_matches('#');
        let linked = mention.link.as_deref().and_then(|link| self.linked(link));
        if let Some(id) = linked.and_then(|it| self.named(it, simple_name(name))) {
            return self.resolution(id);
        }
        if let Some(item) = scalar(name) {
            return self.documented_json(item, name, namespace);
        }
        if name.contains('.')
            && let Some(id) = self.by_qualified.get(&name.to_ascii_lowercase())
        {
            return self.resolution(*id);
        }
        let id =
            linked.and_then(Linked::only).or_else(|| self.by_name(simple_name(name), namespace));
        id.map_or(Resolution::Unknown, |id| self.resolution(id))
    }

    /// A word for any JSON (`Json`) may itself be the name of a documented type.
    fn documented_json(&self, item: ItemType, name: &str, namespace: &str) -> Resolution {
        let documented = match item {
            ItemType::Untyped => self.by_name(simple_name(name), namespace),
            _ => None,
        };
        documented.map_or_else(|| item.into(), |id| self.resolution(id))
    }

    /// What a name without a link means, qualified or not.
    pub(crate) fn resolve_name(&self, name: &str, namespace: &str) -> Resolution {
        self.resolve(&Mention { name: name.to_owned(), link: None }, namespace)
    }

    /// The documented type of exactly this qualified name.
    pub(crate) fn exactly(&self, name: &str) -> Option<Resolution> {
        self.by_qualified.get(&name.to_ascii_lowercase()).map(|id| self.resolution(*id))
    }

    /// The types that a link may mean: of its section if its fragment names one, else of its page.
    fn linked(&self, link: &str) -> Option<Linked<'_>> {
        let lower = link.to_ascii_lowercase();
        let (page, fragment) = lower.split_once('#').unwrap_or((&lower, ""));
        let on_page = Linked::Page(self.by_page.get(page)?);
        let word = fragment.split('-').next().unwrap_or_default();
        Some(self.named(on_page, word).map_or(on_page, Linked::Section))
    }

    /// The first of the types that goes by this name.
    fn named(&self, linked: Linked<'_>, simple: &str) -> Option<usize> {
        let lower = simple.to_ascii_lowercase();
        let names = [self.by_simple.get(&lower), self.by_alias.get(&lower)];
        // Few types share a name, while a page may describe many.
        names.into_iter().flatten().filter_map(|ids| linked.first_of(ids)).min()
    }

    fn by_name(&self, simple: &str, namespace: &str) -> Option<usize> {
        let lower = simple.to_ascii_lowercase();
        let in_namespace = |namespace: &str| {
            self.by_qualified.get(&format!("{}.{lower}", namespace.to_ascii_lowercase())).copied()
        };
        let unique = |names: &BTreeMap<String, BTreeSet<usize>>| only(names.get(&lower)?);
        in_namespace(namespace)
            .or_else(|| in_namespace(&self.default_namespace))
            .or_else(|| unique(&self.by_simple))
            .or_else(|| unique(&self.by_alias))
    }

    fn id_of(&self, name: &QualifiedName) -> Option<usize> {
        self.by_qualified.get(&name.to_string().to_ascii_lowercase()).copied()
    }

    fn resolution(&self, id: usize) -> Resolution {
        let entry = &self.entries[id];
        match entry.sort {
            Sort::Struct => Resolution::Struct(entry.name.clone()),
            Sort::Enum => Resolution::Enum(entry.name.clone()),
        }
    }
}

/// The part after the last dot.
pub(crate) fn simple_name(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// What a link may mean.
#[derive(Clone, Copy)]
enum Linked<'a> {
    /// Any type of a page.
    Page(&'a BTreeSet<usize>),
    /// The type of a section.
    Section(usize),
}

impl Linked<'_> {
    /// The only type.
    fn only(self) -> Option<usize> {
        match self {
            Self::Page(ids) => only(ids),
            Self::Section(id) => Some(id),
        }
    }

    /// The first of `ids` that the link may mean.
    fn first_of(self, ids: &BTreeSet<usize>) -> Option<usize> {
        match self {
            Self::Page(on_page) => ids.iter().find(|id| on_page.contains(id)).copied(),
            Self::Section(id) => ids.contains(&id).then_some(id),
        }
    }
}

fn only(ids: &BTreeSet<usize>) -> Option<usize> {
    ids.first().filter(|_| ids.len() == 1).copied()
}
