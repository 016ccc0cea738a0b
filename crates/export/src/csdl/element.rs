//! Elements of a document, put together before they are written.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

/// An element with its attributes in order.
pub(super) struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Content,
}

enum Content {
    Nothing,
    Text(String),
    Elements(Vec<Element>),
}

impl Element {
    pub(super) fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), content: Content::Nothing }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    pub(super) fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// An attribute that is false where it does not stand.
    pub(super) fn with_flag(self, name: &'static str, is_set: bool) -> Self {
        self.with_some(name, is_set.then_some("true"))
    }

    /// Words stand in an element, where line breaks survive; in an attribute they would become spaces.
    pub(super) fn text(self, text: impl Into<String>) -> Self {
        Self { content: Content::Text(text.into()), ..self }
    }

    /// With these elements in it. It has an end of its own even where there are none.
    pub(super) fn holding(self, elements: impl IntoIterator<Item = Self>) -> Self {
        Self { content: Content::Elements(elements.into_iter().collect()), ..self }
    }

    /// With these elements in it, if there are any.
    pub(super) fn holding_any(self, elements: impl IntoIterator<Item = Self>) -> Self {
        let elements: Vec<Self> = elements.into_iter().collect();
        if elements.is_empty() { self } else { self.holding(elements) }
    }

    pub(super) fn write(&self, xml: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut element = xml.create_element(self.tag);
        for (name, value) in &self.attributes {
            element = element.with_attribute((*name, xml_characters(value).as_ref()));
        }
        match &self.content {
            Content::Nothing => element.write_empty(),
            Content::Text(text) => {
                element.write_text_content(BytesText::new(&xml_characters(text)))
            }
            Content::Elements(elements) => element.write_inner_content(|xml| {
                elements.iter().try_for_each(|element| element.write(xml))
            }),
        }?;
        Ok(())
    }
}

/// Drops the control characters that XML 1.0 cannot hold, not even escaped.
fn xml_characters(text: &str) -> Cow<'_, str> {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|c| allowed(*c)).collect())
}
