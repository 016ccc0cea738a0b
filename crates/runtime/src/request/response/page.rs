//! Pages of collections.

use serde::de::{Deserialize, DeserializeOwned, Deserializer};

use super::unread::Unread;
use crate::Additional;
use crate::json::{Cursor, Fault, Refusal, Text, nearest_value, parse, raw};
use crate::model::integer;

/// One page of a collection.
///
/// An item that cannot be read, because it is no object where one is due, does not cost the others: it is
/// in `unread`. [`into_results`](Self::into_results) gives all in their order.
///
/// Links and counts are read under both their names, `@odata.nextLink` and `@nextLink`. A service that is none of OData's
/// may call the link `nextLink`, as Microsoft's REST API Guidelines do, or answer with the array alone: its items are the
/// page. Where the next one is, the header `Link` may say, which a client reads where the body has no link.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// The objects of this page.
    pub value: Vec<T>,
    /// What is no `T`, as it came.
    pub unread: Vec<Unread>,
    /// `@odata.nextLink`: where the next page is; `None` on the last one. An empty link is none.
    pub next_link: Option<String>,
    /// `@odata.deltaLink`: where later changes are, on the last page of a delta response. An empty link is
    /// none.
    pub delta_link: Option<String>,
    /// `@odata.count`: the number of objects on all pages, where asked for.
    pub count: Option<i64>,
    /// What else stands beside `value`, such as `@odata.context`; also a `value` that is no collection, a
    /// link that is no text and a count that is no number.
    pub annotations: Additional,
}

impl<T> Page<T> {
    /// The items in the order in which they came, each read or as it is.
    pub fn into_results(self) -> impl Iterator<Item = Result<T, Unread>> {
        let (mut read, mut unread) = (self.value.into_iter(), self.unread.into_iter().peekable());
        let mut index = 0;
        std::iter::from_fn(move || {
            let item = match unread.next_if(|it| it.index() == index) {
                Some(odd) => Err(odd),
                None => Ok(read.next()?),
            };
            index += 1;
            Some(item)
        })
    }
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self {
            value: Vec::new(),
            unread: Vec::new(),
            next_link: None,
            delta_link: None,
            count: None,
            annotations: Additional::new(),
        }
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut page = None;
        parse(deserializer, &mut |cursor| {
            page = Some(read(cursor)?);
            Ok(())
        })?;
        Ok(page.expect("a page was read"))
    }
}

fn read<T: DeserializeOwned>(cursor: &mut Cursor<'_>) -> Result<Page<T>, Refusal> {
    let mut page = Page::default();
    match cursor.peek() {
        Some(b'{') => {}
        Some(b'[') => {
            read_items(&mut page, cursor)?;
            return Ok(page);
        }
        _ => {
            let found = nearest_value(cursor.skip()?);
            return Err(no_page(&format!("found {found}")));
        }
    }
    let mut is_page = false;
    let mut more = cursor.enter(b'{', b'}')?;
    while more {
        let name = cursor.name()?;
        let text = name.text();
        match text.as_deref().unwrap_or_default() {
            "value" if cursor.peek() == Some(b'[') => {
                is_page = true;
                read_items(&mut page, cursor)?;
            }
            "value" => {
                is_page = true;
                let text = cursor.skip()?;
                if !matches!(text, "null" | "\"\"") {
                    page.unread.push(Unread::new(0, text, "no collection".to_owned()));
                }
                page.annotations.put_named(name, raw(text)?)?;
            }
            "@odata.nextLink" | "@nextLink" | "nextLink" => page.next_link = link(cursor)?,
            "@odata.deltaLink" | "@deltaLink" => page.delta_link = link(cursor)?,
            "@odata.count" | "@count" => {
                let text = cursor.skip()?;
                page.count = integer(&nearest_value(text));
                if page.count.is_none() {
                    page.annotations.put_named(name, raw(text)?)?;
                }
            }
            _ => page.annotations.put_named(name, raw(cursor.skip()?)?)?,
        }
        more = cursor.another(b'}')?;
    }
    if is_page { Ok(page) } else { Err(no_page("there is no `value`")) }
}

fn no_page(why: &str) -> Refusal {
    Refusal::Unexpected(format!("no page, which is an object with an array `value`: {why}"))
}

/// A link. One that is no text is kept as it is, so that the page is not taken for the last one.
fn link(cursor: &mut Cursor<'_>) -> Result<Option<String>, Fault> {
    let text = cursor.skip()?;
    let link = match nearest_value(text) {
        serde_json::Value::Null => return Ok(None),
        serde_json::Value::String(link) => link,
        _ => text.to_owned(),
    };
    Ok(Some(link).filter(|link| !link.is_empty()))
}

fn read_items<T: DeserializeOwned>(
    page: &mut Page<T>,
    cursor: &mut Cursor<'_>,
) -> Result<(), Fault> {
    (page.value, page.unread) = (Vec::new(), Vec::new());
    let mut more = cursor.enter(b'[', b']')?;
    while more {
        cursor.peek();
        let mut ahead = cursor.clone();
        match T::deserialize(Text(&mut ahead)) {
            Ok(item) => {
                page.value.push(item);
                *cursor = ahead;
            }
            Err(error) => {
                let text = cursor.skip()?;
                raw(text)?;
                let index = page.value.len() + page.unread.len();
                page.unread.push(Unread::new(index, text, error.to_string()));
            }
        }
        more = cursor.another(b']')?;
    }
    Ok(())
}
