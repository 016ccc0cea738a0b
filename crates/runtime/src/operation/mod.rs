//! What the documentation says about an operation beside its types: who may call it, where it is
//! available, what it warns of.
//!
//! Generated code holds one [`Operation`] per documented operation, as a constant named after its page, and
//! puts it on the requests that it builds. Everything here is data; nothing asks a service.

mod permissions;
#[cfg(test)]
mod tests;

pub use permissions::{AccountType, Permissions};

/// A documented operation.
///
/// ```
/// use apimark_runtime::{AccountType, Operation, Permissions};
///
/// const USER_LIST: Operation = Operation::new("List users", "https://example.com/user-list")
///     .requires(&[Permissions::least_first()
///         .delegated_work(&[&["User.ReadBasic.All"], &["User.Read.All"]])
///         .delegated_personal(&[])])
///     .takes_consistency_level();
///
/// let [permissions] = USER_LIST.permissions() else { panic!("one case") };
/// assert_eq!(permissions.least(AccountType::DelegatedWork), Some(&["User.ReadBasic.All"][..]));
/// assert_eq!(permissions.alternatives(AccountType::DelegatedPersonal), Some(&[][..]));
/// assert_eq!(permissions.alternatives(AccountType::Application), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operation {
    title: &'static str,
    reference: &'static str,
    permissions: &'static [Permissions],
    clouds: &'static [&'static str],
    statuses: &'static [u16],
    deprecation: Option<&'static str>,
    consistency_level: bool,
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
            permissions: &[],
            clouds: &[],
            statuses: &[],
            deprecation: None,
            consistency_level: false,
            preview: false,
        }
    }

    /// Sets the permissions, one entry per documented case.
    #[must_use]
    pub const fn requires(mut self, permissions: &'static [Permissions]) -> Self {
        self.permissions = permissions;
        self
    }

    /// Sets the clouds.
    #[must_use]
    pub const fn available_in(mut self, clouds: &'static [&'static str]) -> Self {
        self.clouds = clouds;
        self
    }

    /// Sets the statuses of success.
    #[must_use]
    pub const fn answers(mut self, statuses: &'static [u16]) -> Self {
        self.statuses = statuses;
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
    pub const fn permissions(&self) -> &'static [Permissions] {
        self.permissions
    }

    /// The clouds where it is available, in the words of the documentation; empty if it does not say.
    #[must_use]
    pub const fn clouds(&self) -> &'static [&'static str] {
        self.clouds
    }

    /// The documented statuses of success, such as 202 for work that goes on after the answer; empty if
    /// none are documented.
    #[must_use]
    pub const fn statuses(&self) -> &'static [u16] {
        self.statuses
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

    /// Whether its page warns that it may change and is not meant for production.
    #[must_use]
    pub const fn is_preview(&self) -> bool {
        self.preview
    }
}
