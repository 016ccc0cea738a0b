//! Who needs which permissions.

use std::fmt;

/// On whose behalf an application calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AccountType {
    /// Delegated: on behalf of a signed-in user with a work or school account.
    DelegatedWork,
    /// Delegated: on behalf of a signed-in user with a personal account.
    DelegatedPersonal,
    /// As itself, without a user.
    Application,
}

impl AccountType {
    /// All of them, in the order of the documentation's tables.
    pub const ALL: [Self; 3] = [Self::DelegatedWork, Self::DelegatedPersonal, Self::Application];
}

impl fmt::Display for AccountType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DelegatedWork => "delegated (work or school account)",
            Self::DelegatedPersonal => "delegated (personal account)",
            Self::Application => "application",
        })
    }
}

/// The permissions that an operation needs in one documented case.
///
/// Per account type there are alternatives, each of which will do; an alternative is a set of
/// permissions that are needed together. Generated code writes them as text, `A.Read, A.All + B.Read`,
/// which costs the compiler a tenth of nested arrays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions {
    scope: &'static str,
    /// By [`AccountType`], in its order.
    alternatives: [Option<&'static str>; 3],
    unordered: bool,
}

/// How generated code writes them. An account type that is not called is one of which the documentation
/// does not say; an empty text says that it is not supported.
impl Permissions {
    /// About no case in particular.
    pub(super) const UNSTATED: Self = Self { scope: "", alternatives: [None; 3], unordered: false };

    /// About the case of this name; empty if the documentation has none for it.
    #[must_use]
    pub const fn within(scope: &'static str) -> Self {
        Self { scope, ..Self::UNSTATED }
    }

    /// Sets the alternatives for [`AccountType::DelegatedWork`], from least to most privileged.
    #[must_use]
    pub const fn delegated_work(self, alternatives: &'static str) -> Self {
        self.with(AccountType::DelegatedWork, alternatives)
    }

    /// Sets the alternatives for [`AccountType::DelegatedPersonal`], as above.
    #[must_use]
    pub const fn delegated_personal(self, alternatives: &'static str) -> Self {
        self.with(AccountType::DelegatedPersonal, alternatives)
    }

    /// Sets the alternatives for [`AccountType::Application`], as above.
    #[must_use]
    pub const fn application(self, alternatives: &'static str) -> Self {
        self.with(AccountType::Application, alternatives)
    }

    /// The documentation does not say what the order of the alternatives means.
    #[must_use]
    pub const fn unordered(mut self) -> Self {
        self.unordered = true;
        self
    }

    const fn with(mut self, account: AccountType, alternatives: &'static str) -> Self {
        self.alternatives[account as usize] = Some(alternatives);
        self
    }

    /// Whether the documentation says anything of any account type.
    pub(super) const fn is_stated(&self) -> bool {
        matches!(self.alternatives, [Some(_), ..] | [_, Some(_), _] | [.., Some(_)])
    }
}

/// What is known.
impl Permissions {
    /// The case, where there are several: the kind of object, say, or "acting on others".
    #[must_use]
    pub const fn scope(&self) -> Option<&'static str> {
        if self.scope.is_empty() { None } else { Some(self.scope) }
    }

    /// Sets of permissions of which one is needed. `None`: the documentation does not say. Empty: the
    /// operation is not supported for this account type.
    #[must_use]
    pub fn alternatives(&self, account: AccountType) -> Option<Vec<Vec<&'static str>>> {
        let text = self.alternatives[account as usize]?;
        let sets = text.split(", ").filter(|set| !set.is_empty());
        Some(sets.map(|set| set.split(" + ").collect()).collect())
    }

    /// The first alternative: the least privileged one if they are [ordered](Self::is_ordered). `None`
    /// if the operation is not supported or the documentation does not say.
    #[must_use]
    pub fn least(&self, account: AccountType) -> Option<Vec<&'static str>> {
        self.alternatives(account)?.into_iter().next()
    }

    /// Whether the documentation orders the alternatives from the least to the most privileged.
    /// Otherwise the first one is only the first it lists.
    #[must_use]
    pub const fn is_ordered(&self) -> bool {
        !self.unordered
    }
}
