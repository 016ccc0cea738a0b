//! Whether a request needs what Microsoft Graph calls the advanced query capabilities on directory objects:
//! an index that is brought up to date a little later, asked for by `ConsistencyLevel: eventual` and
//! `$count=true`.
//!
//! Only operations whose pages document that header are concerned. It is decided when headers and query are
//! read out, so that it does not matter in which order they were set; whatever is set explicitly stays.

use super::Request;

/// What is sent of its own accord.
pub(super) const HEADER: (&str, &str) = ("ConsistencyLevel", "eventual");
pub(super) const OPTION: (&str, &str) = ("$count", "true");

impl<T> Request<T> {
    /// The header, where it is needed and not set.
    pub(super) fn implied_header(&self) -> Option<(&str, &str)> {
        let is_set = self.headers.iter().any(|(name, _)| name.eq_ignore_ascii_case(HEADER.0));
        (!is_set && (self.is_advanced() || self.demands("always"))).then_some(HEADER)
    }

    /// The query option, where it is needed and not set. The number itself has no number.
    pub(super) fn implied_option(&self) -> Option<(&str, &str)> {
        let is_set = self.query_option(OPTION.0).is_some() || self.is_count();
        (!is_set && self.is_advanced()).then_some(OPTION)
    }

    fn is_advanced(&self) -> bool {
        let documented = self.operation.is_some_and(|operation| operation.consistency_level());
        documented && (self.is_count() || self.has_advanced_query())
    }

    /// Whether the operation's page says so.
    fn demands(&self, what: &str) -> bool {
        self.operation.is_some_and(|operation| operation.is_eventual_for(what))
    }

    fn has_advanced_query(&self) -> bool {
        let has = |name: &str| self.query_option(name).is_some();
        let demanded = |name: &str| has(name) && self.demands(name);
        let filtered = has("$filter");
        has("$search")
            || ["$filter", "$orderby"].into_iter().any(demanded)
            || (self.is_cast() && self.demands("cast"))
            || self.query_option(OPTION.0) == Some(OPTION.1)
            || self.filter.as_ref().is_some_and(|filter| filter.is_advanced())
            || (filtered && has("$orderby"))
            || (self.is_cast() && (filtered || has("$orderby")))
            || self.query_option("$expand").is_some_and(|expand| expand.contains("$levels="))
    }

    /// Whether the path ends with the number of objects.
    fn is_count(&self) -> bool {
        self.path().ends_with("/$count")
    }

    /// Whether the path ends with the name of a derived type, which only objects of that type are of.
    fn is_cast(&self) -> bool {
        self.path().rsplit('/').next().is_some_and(|last| last.starts_with("microsoft.graph."))
    }

    fn query_option(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}
