//! Markup in which a text cannot become markup.

use quick_xml::escape::escape;

/// A page while it is written. Names of elements and attributes are those of this program; what comes from elsewhere is a
/// text or the value of an attribute, which are escaped and have nothing unseen in them.
pub(super) struct Markup {
    out: String,
}

/// Attributes with their values.
pub(super) type Attributes<'a> = [(&'static str, &'a str)];

impl Markup {
    pub(super) fn new() -> Self {
        Self { out: String::new() }
    }

    /// An element with what `inside` writes.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) {
        self.tag(name, attributes);
        self.out += ">";
        inside(self);
        self.out += "</";
        self.out += name;
        self.out += ">";
    }

    /// An element with a text.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &Attributes<'_>, text: &str) {
        self.element(name, attributes, |out| out.text(text));
    }

    /// An element that holds nothing, ever: `meta`, `input`.
    pub(super) fn void(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.tag(name, attributes);
        self.out += "/>";
    }

    /// A text.
    pub(super) fn text(&mut self, text: &str) {
        self.out += &escape(diag::printable(text));
    }

    /// What is the same on every page.
    pub(super) fn fixed(&mut self, markup: &'static str) {
        self.out += markup;
    }

    /// The end of a line, for those who read the source of the page.
    pub(super) fn line(&mut self) {
        self.out += "\n";
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn tag(&mut self, name: &'static str, attributes: &Attributes<'_>) {
        self.out += "<";
        self.out += name;
        for (attribute, value) in attributes {
            self.out += " ";
            self.out += attribute;
            self.out += "=\"";
            self.text(value);
            self.out += "\"";
        }
    }
}
