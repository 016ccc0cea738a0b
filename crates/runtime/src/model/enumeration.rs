//! Enumerations as the codec sees them.

use super::Text;

/// An enumeration with a catch-all: every text has a value, and gives the same text back.
///
/// [`open_enum!`](crate::open_enum) implements it.
/// Its `From<&str>` takes a wire name: it gives the member of this name, or the catch-all holding the text.
pub trait OpenEnum: for<'a> From<&'a str> + Clone + 'static {
    /// The name of the type on the wire: `microsoft.graph.bodyType`.
    const WIRE_NAME: &'static str;

    /// The name on the wire.
    fn as_str(&self) -> &str;
}

impl<E: OpenEnum> Text for E {
    fn set(&mut self, text: &str) {
        *self = text.into();
    }
}
