//! Pages of collections.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// One page of a collection.
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
                "value" => value = Some(map.next_value()?),
                "@odata.nextLink" => page.next_link = map.next_value()?,
                "@odata.deltaLink" => page.delta_link = map.next_value()?,
                "@odata.count" => page.count = map.next_value()?,
                _ => {
                    page.annotations.insert(key, map.next_value()?);
                }
            }
        }
        page.value = value.ok_or_else(|| serde::de::Error::missing_field("value"))?;
        Ok(page)
    }
}
