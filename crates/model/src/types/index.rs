//! Every stated type by all the names it goes by, and what a mention resolves to.
//!
//! Filled from the names that pages state; knows nothing of properties or members. Case never matters:
//! links differ in case from file names, and cells from declarations.

use std::collections::{BTreeMap, BTreeSet};

use facts::{Mention, Plurals, Primitives};

use super::id::{Item, TypeId};
use super::scalar::scalar;
use crate::{ItemType, Options, QualifiedName};

/// Structured type or enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sort {
    /// A structured type.
    Struct,
    /// An enumeration.
    Enum,
}

/// One type to be entered.
#[derive(Clone, Debug)]
pub(crate) struct Entry<'a> {
    /// As the strongest statement spells it.
    pub(crate) name: QualifiedName,
    /// What it is.
    pub(crate) sort: Sort,
    /// The paths of the pages that state it.
    pub(crate) pages: Vec<&'a str>,
    /// Other names for it: a heading's (`Chart` for `workbookChart`).
    pub(crate) aliases: Vec<&'a str>,
}

/// All documented types of one API version, sorted by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypeIndex {
    types: Vec<(QualifiedName, Sort)>,
    by_qualified: BTreeMap<String, TypeId>,
    by_simple: BTreeMap<String, BTreeSet<TypeId>>,
    by_alias: BTreeMap<String, BTreeSet<TypeId>>,
    /// By the plural of the name, or by its singular.
    by_number: BTreeMap<String, BTreeSet<TypeId>>,
    /// By the name without the number of any of its words.
    by_words: BTreeMap<String, BTreeSet<TypeId>>,
    by_page: BTreeMap<String, BTreeSet<TypeId>>,
    default_namespace: String,
    primitives: Primitives,
    plurals: Plurals,
    /// What qualified names begin with: `microsoft`.
    roots: BTreeSet<String>,
}

impl TypeIndex {
    /// The index of these types. Those of the default namespace are found from everywhere by their simple name.
    pub(crate) fn new(mut entries: Vec<Entry<'_>>, options: &Options<'_>) -> Self {
        entries.sort_by(|one, other| one.name.cmp(&other.name));
        let default_namespace = options.default_namespace.to_ascii_lowercase();
        let (primitives, plurals) = (options.primitives.clone(), options.plurals.clone());
        let roots = root(&default_namespace).into_iter().collect();
        let mut index = Self { default_namespace, primitives, plurals, roots, ..Self::default() };
        entries.into_iter().for_each(|entry| index.add(entry));
        index
    }

    fn add(&mut self, entry: Entry<'_>) {
        let qualified = entry.name.folded();
        if self.by_qualified.contains_key(&qualified) {
            return;
        }
        let id = TypeId(self.types.len());
        self.by_qualified.insert(qualified, id);
        self.by_simple.entry(entry.name.name.to_ascii_lowercase()).or_default().insert(id);
        for form in self.plurals.other_number(&entry.name.name.to_ascii_lowercase()) {
            self.by_number.entry(form).or_default().insert(id);
        }
        let form = self.plurals.without_number(&entry.name.name);
        self.by_words.entry(form).or_default().insert(id);
        for page in entry.pages {
            self.by_page.entry(page.to_ascii_lowercase()).or_default().insert(id);
        }
        for alias in entry.aliases {
            let simple = simple_name(alias).to_ascii_lowercase();
            self.by_alias.entry(simple).or_default().insert(id);
        }
        self.roots.extend(root(&entry.name.namespace));
        self.types.push((entry.name, entry.sort));
    }

    /// The type that a name stands for when it is a word for a primitive one.
    pub(crate) fn primitive(&self, name: &str) -> Option<Item> {
        self.primitives.meaning(name).map(scalar)
    }

    /// How nouns form the plural.
    pub(crate) fn plurals(&self) -> &Plurals {
        &self.plurals
    }

    /// Whether a path segment names its namespace: a cast, or an operation spelled out.
    pub(crate) fn is_qualified(&self, text: &str) -> bool {
        let (first, rest) = text.split_once('.').unwrap_or((text, ""));
        !rest.is_empty() && self.roots.contains(&first.to_ascii_lowercase())
    }

    /// The name of a type.
    pub(crate) fn name(&self, id: TypeId) -> &QualifiedName {
        &self.types[id.0].0
    }

    /// The type of this qualified name in lower case.
    pub(crate) fn id(&self, folded: &str) -> Option<TypeId> {
        self.by_qualified.get(folded).copied()
    }

    /// What `mention` means on a page whose own types live in `namespace`; `None` for a name that nothing
    /// documents.
    ///
    /// In this order: a link to a page that defines a type of that name or alias; a primitive's
    /// spelling; a qualified name; a link to a page as a whole that defines exactly one type; the simple name in
    /// the same namespace, in the default namespace, anywhere if unique; an alias if unique; the name in the other
    /// number (`journals` for `journal`) if unique; the name with other words in another number (`unitsOfMeasure` for
    /// `unitOfMeasure`) if unique.
    pub(crate) fn resolve(&self, mention: &Mention, namespace: &str) -> Option<Item> {
        self.resolve_linked(&mention.name, mention.link.as_deref(), namespace)
    }

    /// What a name without a link means, qualified or not.
    pub(crate) fn resolve_name(&self, name: &str, namespace: &str) -> Option<Item> {
        self.resolve_linked(name, None, namespace)
    }

    fn resolve_linked(&self, name: &str, link: Option<&str>, namespace: &str) -> Option<Item> {
        let name = name.trim().trim_start_matches('#');
        let linked = link.and_then(|link| self.linked(link));
        if let Some(id) = linked.and_then(|it| self.named(it, simple_name(name))) {
            return Some(self.item(id));
        }
        if let Some(item) = self.primitive(name) {
            return Some(self.documented_json(item, name, namespace));
        }
        if name.contains('.')
            && let Some(id) = self.id(&name.to_ascii_lowercase())
        {
            return Some(self.item(id));
        }
        let id =
            linked.and_then(Linked::only).or_else(|| self.by_name(simple_name(name), namespace));
        id.map(|id| self.item(id))
    }

    /// A word for any JSON (`Json`) may itself be the name of a documented type.
    fn documented_json(&self, item: Item, name: &str, namespace: &str) -> Item {
        let documented = match item {
            ItemType::Untyped => self.by_name(simple_name(name), namespace),
            _ => None,
        };
        documented.map_or(item, |id| self.item(id))
    }

    /// The structured type that a mention means.
    pub(crate) fn structure(&self, mention: &Mention, namespace: &str) -> Option<TypeId> {
        self.resolve(mention, namespace)?.structure().copied()
    }

    /// The documented type of exactly this qualified name.
    pub(crate) fn exactly(&self, name: &str) -> Option<Item> {
        self.id(&name.to_ascii_lowercase()).map(|id| self.item(id))
    }

    /// The types that a link may mean: of its section if its fragment names one, else of its page.
    fn linked(&self, link: &str) -> Option<Linked<'_>> {
        let lower = link.to_ascii_lowercase();
        let (page, fragment) = lower.split_once('#').unwrap_or((&lower, ""));
        let on_page = Linked::Page(self.by_page.get(page)?);
        // `#shape-of-nib` is the heading "Shape of nib", `#nib-values` that of the members of `nib`.
        let word = fragment.split('-').next().unwrap_or_default();
        let section = self.named(on_page, fragment).or_else(|| self.named(on_page, word));
        let rest =
            if fragment.is_empty() { on_page } else { Linked::Part(self.by_page.get(page)?) };
        Some(section.map_or(rest, Linked::Section))
    }

    /// The first of the types that goes by this name.
    fn named(&self, linked: Linked<'_>, simple: &str) -> Option<TypeId> {
        let lower = spelled(simple);
        let names = [self.by_simple.get(&lower), self.by_alias.get(&lower)];
        // Few types share a name, while a page may describe many.
        names.into_iter().flatten().filter_map(|ids| linked.first_of(ids)).min()
    }

    fn by_name(&self, simple: &str, namespace: &str) -> Option<TypeId> {
        let lower = spelled(simple);
        let in_namespace =
            |namespace: &str| self.id(&format!("{}.{lower}", namespace.to_ascii_lowercase()));
        let unique = |names: &BTreeMap<String, BTreeSet<TypeId>>| only(names.get(&lower)?);
        in_namespace(namespace)
            .or_else(|| in_namespace(&self.default_namespace))
            .or_else(|| unique(&self.by_simple))
            .or_else(|| unique(&self.by_alias))
            .or_else(|| unique(&self.by_number))
            .or_else(|| only(self.by_words.get(&self.plurals.without_number(simple))?))
    }

    fn item(&self, id: TypeId) -> Item {
        match self.types[id.0].1 {
            Sort::Struct => ItemType::Struct(id),
            Sort::Enum => ItemType::Enum(id),
        }
    }
}

/// "Shape of nib" and `shape-of-nib` as names are compared: `shapeofnib`.
fn spelled(name: &str) -> String {
    let letters = name.chars().filter(|c| !matches!(c, ' ' | '-'));
    letters.collect::<String>().to_ascii_lowercase()
}

/// The first name of a namespace, in lower case.
fn root(namespace: &str) -> Option<String> {
    let first = namespace.split('.').next().unwrap_or_default();
    (!first.is_empty()).then(|| first.to_ascii_lowercase())
}

/// The part after the last dot.
pub(crate) fn simple_name(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// What a link may mean.
#[derive(Clone, Copy)]
enum Linked<'a> {
    /// Any type of a page.
    Page(&'a BTreeSet<TypeId>),
    /// Any type of a page, for a section that is called after none of them.
    Part(&'a BTreeSet<TypeId>),
    /// The type of a section.
    Section(TypeId),
}

impl Linked<'_> {
    /// The only type.
    fn only(self) -> Option<TypeId> {
        match self {
            Self::Page(ids) => only(ids),
            Self::Part(_) => None,
            Self::Section(id) => Some(id),
        }
    }

    /// The first of `ids` that the link may mean.
    fn first_of(self, ids: &BTreeSet<TypeId>) -> Option<TypeId> {
        match self {
            Self::Page(on_page) | Self::Part(on_page) => {
                ids.iter().find(|id| on_page.contains(id)).copied()
            }
            Self::Section(id) => ids.contains(&id).then_some(id),
        }
    }
}

fn only(ids: &BTreeSet<TypeId>) -> Option<TypeId> {
    ids.first().filter(|_| ids.len() == 1).copied()
}
