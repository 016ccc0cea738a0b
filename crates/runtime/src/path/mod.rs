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
/// # use apimark_runtime::Path;
/// let user = Path::root().child("/users").child("/{user-id}").with(&"50%/b");
/// assert_eq!(user.as_str(), "/users/50%25%2Fb");
/// let item = Path::root().child("/drive/root").child(":/{item-path}").with(&"Documents/a b.txt");
/// assert_eq!(item.child("/children").as_str(), "/drive/root:/Documents/a%20b.txt:/children");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// The URL of the public service, without a trailing slash; empty if nobody said.
    service_root: &'static str,
    text: String,
    /// What follows in the template of the last segment, from the first placeholder without an argument.
    pending: &'static str,
    /// The last segment is an item path, which needs a colon before anything may follow.
    open: bool,
    invalid: Option<InvalidRequest>,
}

impl Path {
    /// The service root of no service in particular.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The root of the service at this URL, such as `https://graph.microsoft.com/v1.0`. Its path tells
    /// a client which version is meant; the host is the client's own.
    #[must_use]
    pub fn at(service_root: &'static str) -> Self {
        Self { service_root: service_root.trim_end_matches('/'), ..Self::default() }
    }

    /// The URL given to [`at`](Self::at), without a trailing slash; empty for [`root`](Self::root).
    #[must_use]
    pub fn service_root(&self) -> &'static str {
        self.service_root
    }

    /// This path and `template` behind it. Each `{name}` in it waits for an argument; see
    /// [`with`](Self::with).
    #[must_use]
    pub fn child(&self, template: &'static str) -> Self {
        let mut child = self.clone().closed();
        if child.open && template.starts_with('/') {
            child.text.push(':');
        }
        child.open = template.starts_with(":/");
        child.proceed(template);
        child
    }

    /// This path and a fixed segment behind it.
    pub(crate) fn below(&self, segment: &str) -> Self {
        let mut below = self.clone().closed();
        if below.open {
            below.text.push(':');
        }
        below.open = false;
        below.text.push('/');
        below.text.push_str(segment);
        below
    }

    /// This path with `argument` in place of its first open placeholder.
    ///
    /// How an argument is written depends on what stands before its placeholder: after `'` it is a
    /// quoted OData string, after `=`, `(` or `,` an unquoted OData literal, after `:/` a path of
    /// several components, and otherwise one segment.
    #[must_use]
    pub fn with(mut self, argument: &dyn Display) -> Self {
        let Some((name, after)) = self.next_placeholder() else { return self };
        let value = argument.to_string();
        let written = match self.text.chars().next_back() {
            Some('\'') => encode::quoted(&value),
            Some('=' | '(' | ',') => encode::literal(&value),
            _ if self.text.ends_with(":/") => encode::item_path(&value),
            _ => encode::segment(&value),
        };
        match written {
            Ok(written) => self.text.push_str(&written),
            Err(reason) => self.refuse(name, reason),
        }
        self.proceed(after);
        self
    }

    /// The path so far. It names the intended resource only if no argument was refused; see
    /// [`Request::check`].
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A request to this path.
    pub fn request<T>(&self, method: Method) -> Request<T> {
        Request::new(method, self.clone().closed())
    }

    pub(crate) fn invalid(&self) -> Option<&InvalidRequest> {
        self.invalid.as_ref()
    }

    /// Appends the template up to its first placeholder.
    fn proceed(&mut self, template: &'static str) {
        let (literal, pending) = template.split_at(template.find('{').unwrap_or(template.len()));
        self.text.push_str(literal);
        self.pending = pending;
    }

    /// The name of the first open placeholder, and what follows it.
    fn next_placeholder(&self) -> Option<(&'static str, &'static str)> {
        self.pending.strip_prefix('{')?.split_once('}')
    }

    /// The path with nothing pending: a placeholder without an argument makes it invalid.
    fn closed(mut self) -> Self {
        while let Some((name, after)) = self.next_placeholder() {
            self.refuse(name, encode::Refused::Empty);
            self.proceed(after);
        }
        self
    }

    /// Remembers the first refused argument, so that building a path needs no error handling. Of the
    /// alternatives that a placeholder names, the first stands for it.
    fn refuse(&mut self, parameter: &str, reason: encode::Refused) {
        let (parameter, _) = parameter.split_once(" | ").unwrap_or((parameter, ""));
        let parameter = parameter.to_owned();
        self.invalid.get_or_insert(match reason {
            encode::Refused::Empty => InvalidRequest::EmptyArgument { parameter },
            encode::Refused::Dots => InvalidRequest::DotSegment { parameter },
        });
    }
}
