//! Query options of requests: typed ones from properties, and for each its raw twin, which takes text.

use std::borrow::Cow;
use std::fmt::Display;

use super::{InvalidRequest, Request, set};
use crate::query::filter::{Filter, Node};
use crate::query::{Expand, IsA, OrderBy, Queried, Searches, Select, expand, order, select};

const FILTER: &str = "$filter";

/// Query options from the properties of what the response holds. Repeated calls add to `$select`,
/// `$expand`, `$filter` and `$orderby`.
///
/// ```
/// use apimark_runtime as rt;
/// # pub struct User { pub name: Option<Box<str>>, pub additional: rt::Additional }
/// # rt::model! { User: "zoo.user" { name: "displayName", } }
///
/// impl User {
///     const NAME: rt::Property<Self, Box<str>> = rt::Property::new("displayName");
///     const MANAGER: rt::Property<Self, User> = rt::Property::new("manager");
/// }
/// let users = rt::Path::root().child("/users");
/// let request = users
///     .request::<rt::Page<User>>(rt::Method::GET)
///     .select(User::NAME)
///     .expand(User::MANAGER.select(User::NAME))
///     .filter(User::NAME.starts_with("A"))
///     .order_by(User::NAME.desc());
/// assert_eq!(
///     request.url("https://zoo.example")?,
///     "https://zoo.example/users?$select=displayName&$expand=manager($select=displayName)\
///      &$filter=startswith(displayName,'A')&$orderby=displayName%20desc",
/// );
/// # Ok::<(), rt::InvalidRequest>(())
/// ```
impl<R: Queried> Request<R> {
    /// `$select`: only these properties: one, or a tuple.
    pub fn select(mut self, properties: impl Select<R::Item>) -> Self {
        select::append(self.option("$select"), &properties, false);
        self
    }

    /// `$expand`: these relationships inline: one, or a tuple, each maybe with options.
    pub fn expand(mut self, relationships: impl Expand<R::Item>) -> Self {
        let names = self.path.root.type_names;
        let invalid = expand::append(self.option("$expand"), &relationships, names);
        self.invalid = self.invalid.or(invalid);
        self
    }

    /// `$filter`: only what meets this condition.
    pub fn filter<U: IsA<R::Item>, N>(self, condition: Filter<U, N>) -> Self {
        let condition = condition.upcast::<R::Item>().into_node();
        self.and_filter(condition)
    }

    /// `$orderby`: sorted by these properties: one, or a tuple, each maybe `.desc()`.
    pub fn order_by(mut self, properties: impl OrderBy<R::Item>) -> Self {
        order::append(self.option("$orderby"), &properties);
        self
    }

    /// `$search`: only what this finds. Text is put in quotes; without any, the request is not sent.
    pub fn search(mut self, search: impl Searches<R::Item>) -> Self {
        match search.expression() {
            Some(expression) => self.search_raw(expression),
            None => {
                self.invalid.get_or_insert(InvalidRequest::EmptySearch);
                self
            }
        }
    }
}

/// Query options as text. What they may hold is for the service to say.
impl<R> Request<R> {
    /// Sets the query option `name`, in place of an earlier value.
    pub fn query(mut self, name: impl Into<Cow<'static, str>>, value: impl Display) -> Self {
        let (name, value) = (name.into(), value.to_string());
        if name == FILTER {
            self.filter = Some(Box::new(Node::Raw(value.clone().into())));
        }
        set(&mut self.query, name, value, str::eq);
        self
    }

    /// `$select`: these properties too, by their names on the wire.
    pub fn select_raw(mut self, properties: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        for path in properties {
            select::append_path(self.option("$select"), path.as_ref());
        }
        self
    }

    /// `$expand`: these relationships too, by their names on the wire, each maybe with options.
    pub fn expand_raw(self, relationships: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        self.add("$expand", relationships)
    }

    /// `$filter`: this condition too, as it is to be sent.
    pub fn filter_raw(self, condition: impl Display) -> Self {
        self.and_filter(Node::Raw(condition.to_string().into()))
    }

    /// `$orderby`: by these properties too, by their names on the wire, each maybe followed by ` desc`.
    pub fn order_by_raw(self, properties: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        self.add("$orderby", properties)
    }

    /// `$search`: only what this expression finds. Most services want it in double quotes.
    pub fn search_raw(self, expression: impl Display) -> Self {
        self.query("$search", expression)
    }

    /// `$top`: at most this many per page.
    pub fn top(self, count: u32) -> Self {
        self.query("$top", count)
    }

    /// `$skip`: without the first so many.
    pub fn skip(self, count: u32) -> Self {
        self.query("$skip", count)
    }

    /// `$count=true`: the total comes with the first page.
    pub fn count(self) -> Self {
        self.query("$count", true)
    }

    fn add(mut self, name: &'static str, items: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        for item in items {
            let text = self.option(name);
            text.push_str(if text.is_empty() { "" } else { "," });
            text.push_str(item.as_ref());
        }
        self
    }

    /// The value of an option, empty where there is none yet.
    fn option(&mut self, name: &'static str) -> &mut String {
        let index = self.query.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.query.push((Cow::Borrowed(name), String::new()));
            self.query.len() - 1
        });
        &mut self.query[index].1
    }

    fn and_filter(mut self, condition: Node) -> Self {
        let condition = match self.filter.take() {
            Some(earlier) => earlier.and(condition),
            None => condition,
        };
        *self.option(FILTER) = condition.to_text(self.path.root.type_names);
        self.filter = Some(Box::new(condition));
        self
    }
}
