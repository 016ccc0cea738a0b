//! Query options of an example, with properties of the API in place of names.

use super::request_line::split_outside;
use super::{Calls, Missing, filter, search};
use crate::api::worked::{Expansion, Ordering, PropertyPath, QueryOption};
use crate::api::{ItemType, Property, QualifiedName, Struct};

/// An expansion, of which the options are not looked into.
pub(super) struct Expanded<'a, 't> {
    /// The relationship.
    pub(super) property: PropertyPath,
    /// The type that it leads to.
    pub(super) target: &'a QualifiedName,
    /// Names and values.
    pub(super) options: Vec<(&'t str, &'t str)>,
}

impl<'a> Calls<'a> {
    /// The typed form of one query option of a request that is answered with `held`.
    pub(super) fn option(
        &self,
        name: &str,
        value: &str,
        held: Option<&QualifiedName>,
    ) -> Result<QueryOption, Missing> {
        let lower = name.to_lowercase();
        let plain = lower.trim_start_matches('$');
        let missing =
            |part: &str| Missing::Query { option: format!("${plain}"), value: part.to_owned() };
        let each = |separator| split_outside(value, separator).into_iter().map(str::trim);
        let path = |text: &str| {
            let path = held.and_then(|held| {
                let bare = || self.bare_paths(held, text).next();
                self.property_path(held, text).or_else(bare)
            });
            path.ok_or_else(|| missing(text))
        };
        Ok(match plain {
            "select" => QueryOption::Select(each(',').map(path).collect::<Result<_, _>>()?),
            "expand" => QueryOption::Expand(
                each(',').map(|it| self.expansion(it, held)).collect::<Result<_, _>>()?,
            ),
            "orderby" => QueryOption::OrderBy(
                each(',').map(|it| ordering(it, path)).collect::<Result<_, _>>()?,
            ),
            "filter" => {
                let held = held.ok_or_else(|| missing(value))?;
                QueryOption::Filter(filter::parse(self, held, value).map_err(|it| missing(&it))?)
            }
            "search" => {
                let terms = held.and_then(|held| search::parse(self, held, value));
                QueryOption::Search(terms.ok_or_else(|| missing(value))?)
            }
            "top" => QueryOption::Top(value.parse().map_err(|_| missing(value))?),
            "skip" => QueryOption::Skip(value.parse().map_err(|_| missing(value))?),
            "count" if value == "true" => QueryOption::Count,
            _ => QueryOption::Other { name: name.to_owned(), value: value.to_owned() },
        })
    }

    /// `manager($select=id;$levels=max)`
    fn expansion(&self, text: &str, held: Option<&QualifiedName>) -> Result<Expansion, Missing> {
        let missing = || Missing::Query { option: "$expand".into(), value: text.to_owned() };
        let held = held.ok_or_else(missing)?;
        let Expanded { property, target, options } =
            self.expanded(text, held).ok_or_else(missing)?;
        let is_bare = self.end(&property).is_some_and(|it| it.query.bare_select.is_some());
        let bare = |value| self.bare_select(target, held, value);
        let options = options.into_iter().map(|(name, value)| {
            let is_select = name.trim_start_matches('$').eq_ignore_ascii_case("select");
            let bare = if is_bare && is_select { bare(value) } else { None };
            bare.map_or_else(|| self.option(name, value, Some(target)), Ok)
        });
        Ok(Expansion { property, options: options.collect::<Result<_, _>>()? })
    }

    /// The parts of an expansion.
    pub(super) fn expanded<'t>(
        &self,
        text: &'t str,
        held: &QualifiedName,
    ) -> Option<Expanded<'a, 't>> {
        let (name, options) = text.split_once('(').unwrap_or((text, ")"));
        let property = self.property_path(held, name.trim())?;
        // Nothing can be asked of what has no documented properties.
        let target = self.target(&property)?;
        let options = split_outside(options.strip_suffix(')')?, ';').into_iter();
        let options = options.filter(|it| !it.trim().is_empty()).map(|option| {
            let (name, value) = option.split_once('=')?;
            Some((name.trim(), value.trim()))
        });
        Some(Expanded { property, target, options: options.collect::<Option<_>>()? })
    }

    /// `$select` in an expansion that does without the names of derived types; `None` if one of the properties is
    /// not known.
    fn bare_select(
        &self,
        target: &QualifiedName,
        held: &QualifiedName,
        value: &str,
    ) -> Option<QueryOption> {
        let path = |text: &str| {
            self.property_path(target, text).or_else(|| self.bare_path(target, held, text))
        };
        let paths = split_outside(value, ',').into_iter().map(|it| path(it.trim()));
        paths.collect::<Option<_>>().map(QueryOption::Select)
    }

    /// The property at `a/b` of a type derived from `base`: of `held`, from where it is looked at, if that has it
    /// and is derived so, or else of the first by name.
    pub(super) fn bare_path(
        &self,
        base: &QualifiedName,
        held: &QualifiedName,
        text: &str,
    ) -> Option<PropertyPath> {
        let base = self.structure(base)?;
        let own = self.derived(base).filter(|it| it.name == *held);
        own.chain(self.derived(base)).find_map(|it| self.property_path(&it.name, text))
    }

    /// The properties at `a/b` of types derived from `base`, whose names are left out.
    pub(super) fn bare_paths(
        &self,
        base: &QualifiedName,
        text: &str,
    ) -> impl Iterator<Item = PropertyPath> {
        let base = self.structure(base);
        let derived = base.into_iter().flat_map(|base| self.derived(base));
        let paths = derived.filter_map(|it| self.property_path(&it.name, text));
        paths.map(move |path| PropertyPath { bare_in: base.map(|it| it.name.clone()), ..path })
    }

    /// The property at `a/b/c` below a type. What only a derived type has stands behind the name of that
    /// type, and nothing else does.
    pub(super) fn property_path(&self, held: &QualifiedName, text: &str) -> Option<PropertyPath> {
        let mut steps: Vec<(QualifiedName, usize)> = Vec::new();
        let mut at = Some(self.structure(held)?);
        let mut parts = text.trim_start_matches('/').split('/');
        while let Some(part) = parts.next() {
            let (owner, index) = match cast(part) {
                Some(name) => {
                    let owner = self.structure(self.derived_type(&at?.name, name)?)?;
                    let index = index_of(owner, parts.next()?)?;
                    let inherited = index_of(at?, &owner.fields[index].wire_name).is_some();
                    (!inherited).then_some((owner, index))?
                }
                None => (at?, index_of(at?, part)?),
            };
            steps.push((owner.name.clone(), index));
            // A path leads from object to object, never through a collection.
            let field = &owner.fields[index];
            at = item_of(field)
                .filter(|_| !field.ty.value.collection)
                .and_then(|name| self.structure(name));
        }
        Some(PropertyPath { steps, bare_in: None })
    }

    /// The property that a path ends at.
    pub(super) fn end(&self, path: &PropertyPath) -> Option<&'a Property> {
        let (owner, index) = path.steps.last()?;
        self.structure(owner)?.fields.get(*index)
    }

    /// The type of the objects that a path leads to.
    pub(super) fn target(&self, path: &PropertyPath) -> Option<&'a QualifiedName> {
        let name = item_of(self.end(path)?)?;
        self.structure(name).map(|it| &it.name)
    }

    /// The type derived from `base` with this qualified name, if its values can be told from others.
    pub(super) fn derived_type(
        &self,
        base: &QualifiedName,
        name: &str,
    ) -> Option<&'a QualifiedName> {
        let mut derived = self.derived(self.structure(base)?);
        derived.find(|it| it.name.to_string().eq_ignore_ascii_case(name)).map(|it| &it.name)
    }

    /// The type of this name, if it has properties.
    pub fn structure(&self, name: &QualifiedName) -> Option<&'a Struct> {
        self.structs.get(name).copied()
    }

    fn derived(&self, base: &'a Struct) -> impl Iterator<Item = &'a Struct> {
        let derived = base.derived.iter().filter_map(|name| self.structure(name));
        derived.filter(|it| it.is_a.contains(&base.name))
    }
}

/// A qualified name, which is no property.
fn cast(part: &str) -> Option<&str> {
    part.contains('.').then_some(part)
}

fn index_of(it: &Struct, wire_name: &str) -> Option<usize> {
    let exact = it.fields.iter().position(|field| field.wire_name == wire_name);
    exact.or_else(|| {
        it.fields.iter().position(|field| field.wire_name.eq_ignore_ascii_case(wire_name))
    })
}

fn item_of(property: &Property) -> Option<&QualifiedName> {
    match &property.ty.value.item {
        ItemType::Struct(name) => Some(name),
        _ => None,
    }
}

fn ordering(
    text: &str,
    path: impl Fn(&str) -> Result<PropertyPath, Missing>,
) -> Result<Ordering, Missing> {
    let (name, direction) = text.split_once(char::is_whitespace).unwrap_or((text, "asc"));
    Ok(Ordering {
        property: path(name)?,
        descending: direction.trim().eq_ignore_ascii_case("desc"),
    })
}
