//! Pages of collections.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// One page of a collection.
///
/// Control information is read in both its spellings: `@odata.nextLink`, and `@nextLink` as of OData 4.01.
///
/// Written by hand rather than derived, because a derived `flatten` would buffer the whole page in
/// order to keep the annotations.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The objects of this page.
    pub value: Vec<T>,
    /// `@odata.nextLink`: where the next page is; `None` on the last one.
    pub next_link: Option<String>,
    /// `@odata.deltaLink`: where later changes are, on the last page of a delta response.
    pub delta_link: Option<String>,
    /// `@odata.count`: the number of objects on all pages, where asked for.
    pub count: Option<i64>,
    /// What else stands beside `value`, such as `@odata.context`.
    pub annotations: serde_json::Map<String, serde_json::Value>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        let (value, annotations) = (Vec::new(), serde_json::Map::new());
        Self { value, next_link: None, delta_link: None, count: None, annotations }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PageVisitor(PhantomData))
    }
}

struct PageVisitor<T>(PhantomData<fn() -> T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for PageVisitor<T> {
    type Value = Page<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a page: an object with an array `value`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Page<T>, A::Error> {
        let mut page = Page::default();
        let mut value = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "value" => value = Some(map.next_value_seed(Items(PhantomData))?),
                "@odata.nextLink" | "@nextLink" => page.next_link = map.next_value()?,
                "@odata.deltaLink" | "@deltaLink" => page.delta_link = map.next_value()?,
                "@odata.count" | "@count" => page.count = map.next_value()?,
                _ => {
                    page.annotations.insert(key, map.next_value()?);
                }
            }
        }
        page.value = value.ok_or_else(|| Error::missing_field("value"))?;
        Ok(page)
    }
}

/// The items; an error in one of them says in which.
struct Items<T>(PhantomData<fn() -> T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Items<T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        loop {
            match sequence.next_element() {
                Ok(Some(item)) => items.push(item),
                Ok(None) => return Ok(items),
                Err(error) => {
                    return Err(Error::custom(format_args!("value[{}]: {error}", items.len())));
                }
            }
        }
    }
}
