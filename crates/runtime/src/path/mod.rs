//! Service-relative paths, built segment by segment.
//!
//! Generated path nodes hold a [`Path`] and append to it; whatever a caller passes stays inside the
//! place that the template gives it. This module knows no operation and no base URL.

mod encode;
#[cfg(test)]
mod tests;
mod text;
mod whole;

use std::fmt::Display;

use crate::query::filter::TypeNames;
use crate::request::InvalidRequest;

use encode::Refused;
use text::Text;
pub(crate) use whole::WholePath;

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
    root: Root,
    text: Text,
    /// What follows in the template of the last segment, from the first placeholder without an argument.
    pending: &'static str,
    /// The last segment is an item path, which needs a colon before anything may follow.
    open: bool,
    /// The first argument that was refused, by the name of its placeholder.
    refused: Option<(&'static str, Refused)>,
}

/// What a path knows of the service where it begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Root {
    /// The URL of the public service, without a trailing slash; empty if nobody said.
    pub(crate) url: &'static str,
    pub(crate) type_names: TypeNames,
}

impl Path {
    /// The service root of no service in particular.
    #[inline]
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The root of the service at this URL, such as `https://graph.microsoft.com/v1.0`. Its path tells
    /// a client which version is meant; the host is the client's own.
    #[must_use]
    pub fn at(service_root: &'static str) -> Self {
        let url = service_root.trim_end_matches('/');
        Self { root: Root { url, ..Root::default() }, ..Self::default() }
    }

    /// The URL given to [`at`](Self::at), without a trailing slash; empty for [`root`](Self::root).
    #[must_use]
    pub fn service_root(&self) -> &'static str {
        self.root.url
    }

    /// The same path, with types named so in the `$filter`s of requests to it and to all paths below.
    #[must_use]
    pub fn with_type_names(mut self, names: TypeNames) -> Self {
        self.root.type_names = names;
        self
    }

    /// This path and `template` behind it. Each `{name}` in it waits for an argument; see
    /// [`with`](Self::with).
    #[must_use]
    pub fn child(&self, template: &'static str) -> Self {
        let mut child = Self::root();
        self.lead(&mut child, template, &[]);
        child
    }

    /// This path with `argument` in place of its first open placeholder.
    ///
    /// How an argument is written depends on what stands before its placeholder: after `'` it is a
    /// quoted OData string, after `=`, `(` or `,` an unquoted OData literal, after `:/` a path of
    /// several components, and otherwise one segment.
    #[must_use]
    pub fn with(mut self, argument: &dyn Display) -> Self {
        self.fill(argument);
        self
    }

    /// Makes of `child` this path and `template` behind it, with the arguments in place of its placeholders.
    /// It is written where it is to be, because most of what a step costs is copying.
    #[doc(hidden)]
    pub fn lead(&self, child: &mut Self, template: &'static str, arguments: &[&dyn Display]) {
        if !self.pending.is_empty() {
            return self.clone().closed().lead(child, template, arguments);
        }
        child.root = self.root;
        child.refused = self.refused;
        child.open = template.starts_with(":/");
        child.text.copy(&self.text);
        if self.open && template.starts_with('/') {
            child.text.push(":");
        }
        child.proceed(template);
        for argument in arguments {
            child.fill(*argument);
        }
    }

    /// The path so far. It names the intended resource only if no argument was refused; see
    /// [`Request::check`](crate::Request::check).
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// What is wrong with the first argument that was refused. Of the alternatives that a placeholder names,
    /// the first stands for it.
    fn invalid(&self) -> Option<InvalidRequest> {
        let (names, refusal) = self.refused?;
        let (parameter, _) = names.split_once(" | ").unwrap_or((names, ""));
        let parameter = parameter.to_owned();
        Some(match refusal {
            Refused::Empty => InvalidRequest::EmptyArgument { parameter },
            Refused::EmptyComponent => InvalidRequest::EmptyComponent { parameter },
            Refused::Dots => InvalidRequest::DotSegment { parameter },
        })
    }

    fn fill(&mut self, argument: &dyn Display) {
        let Some((name, after)) = self.next_placeholder() else { return };
        if let Err(refusal) = encode::append(&mut self.text, argument) {
            self.refuse(name, refusal);
        }
        self.proceed(after);
    }

    /// Appends the template up to its first placeholder.
    fn proceed(&mut self, template: &'static str) {
        let end = template.bytes().position(|byte| byte == b'{').unwrap_or(template.len());
        let (literal, pending) = template.split_at(end);
        self.text.push(literal);
        self.pending = pending;
    }

    /// The name of the first open placeholder, and what follows it.
    fn next_placeholder(&self) -> Option<(&'static str, &'static str)> {
        let end = self.pending.bytes().position(|byte| byte == b'}')?;
        Some((self.pending[..end].strip_prefix('{')?, &self.pending[end + 1..]))
    }

    /// The path with nothing pending: a placeholder without an argument makes it invalid.
    fn closed(mut self) -> Self {
        while let Some((name, after)) = self.next_placeholder() {
            self.refuse(name, Refused::Empty);
            self.proceed(after);
        }
        self.pending = "";
        self
    }

    /// Remembers the first refused argument, so that building a path needs no error handling.
    fn refuse(&mut self, parameter: &'static str, refusal: Refused) {
        self.refused.get_or_insert((parameter, refusal));
    }
}
