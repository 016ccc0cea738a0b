//! What the documentation says about an operation beside its types: who may call it, where it is
//! available, what it warns of.
//!
//! Generated code holds one [`Operation`] per documented operation, named after its page, and
//! puts it on the requests that it builds. Everything here is data; nothing asks a service.

mod cover;
mod least;
mod permissions;
#[cfg(test)]
mod tests;

pub use least::{Need, PermissionSet, fewest_permissions, least_privileged};
pub use permissions::{AccountType, Permissions};

/// A documented operation.
///
/// ```
/// use apimark_runtime::{AccountType, Operation};
///
/// static USER_LIST: Operation = Operation::new("List users", "https://example.com/user-list")
///     .delegated_work("User.ReadBasic.All, User.Read.All")
///     .delegated_personal("")
///     .takes_consistency_level();
///
/// let [permissions] = USER_LIST.permissions() else { panic!("one case") };
/// assert_eq!(permissions.least(AccountType::DelegatedWork), Some(vec!["User.ReadBasic.All"]));
/// assert_eq!(permissions.alternatives(AccountType::DelegatedPersonal), Some(vec![]));
/// assert_eq!(permissions.alternatives(AccountType::Application), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    title: &'static str,
    reference: &'static str,
    /// Where there is one case, which has no name.
    permissions: Permissions,
    /// Where there are several.
    cases: &'static [Permissions],
    clouds: &'static [&'static str],
    deprecation: Option<&'static str>,
    consistency_level: bool,
    /// What needs `ConsistencyLevel` here, beside what does everywhere.
    eventual: &'static str,
    accepted: bool,
    preview: bool,
}

/// How generated code writes one. What is not called is what the documentation does not say.
impl Operation {
    /// The operation that the page `reference` documents under this title.
    #[must_use]
    pub const fn new(title: &'static str, reference: &'static str) -> Self {
        Self {
            title,
            reference,
            permissions: Permissions::UNSTATED,
            cases: &[],
            clouds: &[],
            deprecation: None,
            consistency_level: false,
            eventual: "",
            accepted: false,
            preview: false,
        }
    }

    /// As [`Permissions::delegated_work`].
    #[must_use]
    pub const fn delegated_work(mut self, alternatives: &'static str) -> Self {
        self.permissions = self.permissions.delegated_work(alternatives);
        self
    }

    /// As [`Permissions::delegated_personal`].
    #[must_use]
    pub const fn delegated_personal(mut self, alternatives: &'static str) -> Self {
        self.permissions = self.permissions.delegated_personal(alternatives);
        self
    }

    /// As [`Permissions::application`].
    #[must_use]
    pub const fn application(mut self, alternatives: &'static str) -> Self {
        self.permissions = self.permissions.application(alternatives);
        self
    }

    /// As [`Permissions::unordered`].
    #[must_use]
    pub const fn unordered(mut self) -> Self {
        self.permissions = self.permissions.unordered();
        self
    }

    /// Sets the permissions of several cases.
    #[must_use]
    pub const fn cases(mut self, cases: &'static [Permissions]) -> Self {
        self.cases = cases;
        self
    }

    /// Sets the clouds.
    #[must_use]
    pub const fn available_in(mut self, clouds: &'static [&'static str]) -> Self {
        self.clouds = clouds;
        self
    }

    /// Marks it as deprecated, with the words of the notice.
    #[must_use]
    pub const fn deprecated(mut self, notice: &'static str) -> Self {
        self.deprecation = Some(notice);
        self
    }

    /// Marks it as one that takes the header `ConsistencyLevel`.
    #[must_use]
    pub const fn takes_consistency_level(mut self) -> Self {
        self.consistency_level = true;
        self
    }

    /// Says what needs the header `ConsistencyLevel`, beside the queries that always do: query options such
    /// as `$filter`, `cast` for a path that ends with a type, `always`; with blanks between them.
    #[must_use]
    pub const fn eventual_for(mut self, what: &'static str) -> Self {
        self.eventual = what;
        self
    }

    /// Marks it as one that may answer 202 Accepted.
    #[must_use]
    pub const fn accepted(mut self) -> Self {
        self.accepted = true;
        self
    }

    /// Marks it as one that may change and is not meant for production.
    #[must_use]
    pub const fn preview(mut self) -> Self {
        self.preview = true;
        self
    }
}

/// What is known.
impl Operation {
    /// The title of its page.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The address of its page: the published one, or the path below the documentation's root.
    #[must_use]
    pub const fn reference(&self) -> &'static str {
        self.reference
    }

    /// Permissions, one entry per documented case; empty if none are documented. Usually there is one
    /// case. Several are told apart by [`Permissions::scope`], and the call at hand is one of them.
    #[must_use]
    pub const fn permissions(&self) -> &[Permissions] {
        match self.cases {
            [] if self.permissions.is_stated() => std::slice::from_ref(&self.permissions),
            cases => cases,
        }
    }

    /// The clouds where it is available, in the words of the documentation; empty if it does not say.
    #[must_use]
    pub const fn clouds(&self) -> &'static [&'static str] {
        self.clouds
    }

    /// The notice of its deprecation, maybe empty; `None` if it is not deprecated.
    #[must_use]
    pub const fn deprecation(&self) -> Option<&'static str> {
        self.deprecation
    }

    /// Whether its page documents the header `ConsistencyLevel`, which advanced queries need.
    #[must_use]
    pub const fn consistency_level(&self) -> bool {
        self.consistency_level
    }

    /// Whether its page says that this needs the header `ConsistencyLevel`: a query option, `cast`, `always`.
    #[must_use]
    pub fn is_eventual_for(&self, what: &str) -> bool {
        self.eventual.split(' ').any(|it| it == what)
    }

    /// Whether its page names the status 202 Accepted: the work may go on after the answer.
    #[must_use]
    pub const fn is_accepted(&self) -> bool {
        self.accepted
    }

    /// Whether its page warns that it may change and is not meant for production.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        self.preview
    }
}
