//! Headers, by what they are for.
//!
//! The documentation names few headers, each on many pages, so they are methods here and not of single
//! operations. Whether an operation heeds one is for its page to say.

use std::borrow::Cow;
use std::fmt::Display;

use super::{Conditional, Request, set};

impl<T> Request<T> {
    /// Sets the header `name`, in place of an earlier value.
    pub fn header(mut self, name: impl Into<Cow<'static, str>>, value: impl Display) -> Self {
        set(&mut self.headers, name.into(), value.to_string(), str::eq_ignore_ascii_case);
        self
    }

    /// `If-Match`: only if the object still has this `@odata.etag`.
    pub fn if_match(self, etag: impl Display) -> Self {
        self.header("If-Match", etag)
    }

    /// `If-None-Match`: only if the object no longer has this `@odata.etag`. For requests that read: that it
    /// still has it is not an error but [`Conditional::NotModified`].
    ///
    /// ```
    /// # use apimark_runtime::{Conditional, Method, Path, Request};
    /// # let request: Request<i32> = Path::root().child("/count").request(Method::GET);
    /// let request: Request<Conditional<i32>> = request.if_none_match("W/\"1\"");
    /// ```
    pub fn if_none_match(self, etag: impl Display) -> Request<Conditional<T>> {
        self.header("If-None-Match", etag).decode_as()
    }

    /// `If-None-Match: *`: only if there is no such object yet. For requests that create one.
    pub fn if_absent(self) -> Self {
        self.header("If-None-Match", "*")
    }

    /// `ConsistencyLevel`: `eventual` is what advanced queries on directory objects need.
    pub fn consistency_level(self, level: impl Display) -> Self {
        self.header("ConsistencyLevel", level)
    }

    /// `Accept-Language`: in these languages, the best one first.
    pub fn accept_language(self, languages: impl Display) -> Self {
        self.header("Accept-Language", languages)
    }

    /// `Content-Language`: what is sent is in this language.
    pub fn content_language(self, language: impl Display) -> Self {
        self.header("Content-Language", language)
    }

    /// `workbook-session-id`: within this session of a workbook.
    pub fn workbook_session(self, id: impl Display) -> Self {
        self.header("workbook-session-id", id)
    }
}

/// The header `Prefer` (RFC 7240), preference by preference. A service may not heed them.
impl<T> Request<T> {
    /// Adds a preference, such as `outlook.timezone="UTC"`, to those already stated, in place of an earlier
    /// one of its name.
    pub fn prefer(mut self, preference: impl Display) -> Self {
        let preference = preference.to_string();
        match self.headers.iter_mut().find(|(name, _)| name.eq_ignore_ascii_case("Prefer")) {
            Some((_, stated)) => *stated = with_preference(stated, &preference),
            None => self.headers.push(("Prefer".into(), preference)),
        }
        self
    }

    /// `return=representation`: the changed object in the response, even if there is usually none.
    pub fn return_representation(self) -> Self {
        self.prefer("return=representation")
    }

    /// `return=minimal`: no more in the response than necessary. Delta functions return only what has
    /// changed.
    pub fn return_minimal(self) -> Self {
        self.prefer("return=minimal")
    }

    /// `odata.maxpagesize`: at most so many objects in a page; unlike [`top`](Self::top) it does not end the
    /// whole list.
    pub fn max_page_size(self, count: u32) -> Self {
        self.prefer(format_args!("odata.maxpagesize={count}"))
    }

    /// `outlook.timezone`: dates and times in this zone, such as `Pacific Standard Time`.
    pub fn time_zone(self, name: impl Display) -> Self {
        self.prefer(format_args!("outlook.timezone={}", quoted(&name.to_string())))
    }

    /// `outlook.body-content-type="text"`: the bodies of messages and events as plain text.
    pub fn text_bodies(self) -> Self {
        self.prefer("outlook.body-content-type=\"text\"")
    }

    /// `outlook.body-content-type="html"`: the bodies of messages and events as HTML.
    pub fn html_bodies(self) -> Self {
        self.prefer("outlook.body-content-type=\"html\"")
    }

    /// `IdType="ImmutableId"`: ids of Outlook items that stay when the item is moved.
    pub fn immutable_ids(self) -> Self {
        self.prefer("IdType=\"ImmutableId\"")
    }

    /// `respond-async`: an answer at once, and the work behind it.
    pub fn respond_async(self) -> Self {
        self.prefer("respond-async")
    }

    /// `redeemSharingLink`: lasting access by the link that is followed.
    pub fn redeem_sharing_link(self) -> Self {
        self.prefer("redeemSharingLink")
    }
}

/// The stated preferences without those of the name of `new`, and `new` behind them.
fn with_preference(stated: &str, new: &str) -> String {
    let mut kept: Vec<&str> = preferences(stated);
    kept.retain(|known| !name(known).eq_ignore_ascii_case(name(new)));
    kept.push(new);
    kept.join(", ")
}

/// The parts between commas that stand outside of quotes.
fn preferences(header: &str) -> Vec<&str> {
    let mut quotes = false;
    let mut escaped = false;
    let is_comma = |c: char| {
        quotes ^= c == '"' && !escaped;
        escaped = quotes && c == '\\' && !escaped;
        c == ',' && !quotes
    };
    header.split(is_comma).map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn name(preference: &str) -> &str {
    preference.split(['=', ';']).next().unwrap_or_default().trim()
}

/// A quoted string (RFC 9110 section 5.6.4).
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
