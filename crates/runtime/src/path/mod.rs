//! Service-relative paths, built segment by segment.
//!
//! Generated path nodes hold a [`Path`] and append to it; whatever a caller passes stays inside the
//! place that the template gives it. This module knows no operation and no base URL.

mod encode;
#[cfg(test)]
mod tests;

use std::fmt::Display;

use crate::request::{InvalidRequest, Method, Request};

/// A path below the service root, percent-encoded, without query.
///
/// ```
/// # use apimark_runtime::{Method, Path};
/// let user = Path::root().child("/users", &[]).child("/{user-id}", &[&"50%/b"]);
/// assert_eq!(user.as_str(), "/users/50%25%2Fb");
/// let item = Path::root().child("/drive/root", &[]).child(":/{item-path}", &[&"Documents/a b.txt"]);
/// assert_eq!(item.child("/children", &[]).as_str(), "/drive/root:/Documents/a%20b.txt:/children");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    text: String,
    /// The last segment is an item path, which needs a colon before anything may follow.
    open: bool,
    invalid: Option<InvalidRequest>,
}

impl Path {
    /// The service root.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// This path and `template` behind it, each `{name}` replaced by the next argument.
    ///
    /// How an argument is written depends on what stands before its placeholder: after `'` it is a
    /// quoted OData string, after `=`, `(` or `,` an unquoted OData literal, after `:/` a path of
    /// several components, and otherwise one segment.
    #[must_use]
    pub fn child(&self, template: &str, arguments: &[&dyn Display]) -> Self {
        let mut child = self.clone();
        if self.open && template.starts_with('/') {
            child.text.push(':');
        }
        child.open = template.starts_with(":/");
        child.fill(template, arguments);
        child
    }

    /// The path so far. It names the intended resource only if no argument was refused; see
    /// [`Request::check`].
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A request to this path.
    pub fn request<T>(&self, method: Method) -> Request<T> {
        Request::new(method, self.clone())
    }

    pub(crate) fn invalid(&self) -> Option<&InvalidRequest> {
        self.invalid.as_ref()
    }

    fn fill(&mut self, template: &str, arguments: &[&dyn Display]) {
        let mut arguments = arguments.iter();
        let mut rest = template;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, after)| Some((before, after.split_once('}')?)))
        {
            self.text.push_str(before);
            let value = arguments.next().map(ToString::to_string).unwrap_or_default();
            let written = match before.chars().next_back() {
                Some('\'') => encode::quoted(&value),
                Some('=' | '(' | ',') => encode::literal(&value),
                _ if before.ends_with(":/") => encode::item_path(&value),
                _ => encode::segment(&value),
            };
            match written {
                Ok(written) => self.text.push_str(&written),
                Err(reason) => self.refuse(name, reason),
            }
            rest = after;
        }
        self.text.push_str(rest);
    }

    /// Remembers the first refused argument, so that building a path needs no error handling.
    fn refuse(&mut self, parameter: &str, reason: encode::Refused) {
        let parameter = parameter.to_owned();
        self.invalid.get_or_insert(match reason {
            encode::Refused::Empty => InvalidRequest::EmptyArgument { parameter },
            encode::Refused::Dots => InvalidRequest::DotSegment { parameter },
        });
    }
}
