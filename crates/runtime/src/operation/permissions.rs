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
/// permissions that are needed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permissions {
    scope: Option<&'static str>,
    /// By [`AccountType`], in its order.
    alternatives: [Option<Alternatives>; 3],
    ordered: bool,
}

type Alternatives = &'static [&'static [&'static str]];

/// How generated code writes them. An account type that is not called is one of which the documentation
/// does not say; an empty list says that it is not supported.
impl Permissions {
    /// Alternatives that the documentation orders from the least to the most privileged.
    #[must_use]
    pub const fn least_first() -> Self {
        Self { scope: None, alternatives: [None; 3], ordered: true }
    }

    /// Alternatives in the order of the documentation, which does not say what it means.
    #[must_use]
    pub const fn unordered() -> Self {
        Self { scope: None, alternatives: [None; 3], ordered: false }
    }

    /// Names the case.
    #[must_use]
    pub const fn within(mut self, scope: &'static str) -> Self {
        self.scope = Some(scope);
        self
    }

    /// Sets the alternatives for [`AccountType::DelegatedWork`].
    #[must_use]
    pub const fn delegated_work(self, alternatives: Alternatives) -> Self {
        self.with(AccountType::DelegatedWork, alternatives)
    }

    /// Sets the alternatives for [`AccountType::DelegatedPersonal`].
    #[must_use]
    pub const fn delegated_personal(self, alternatives: Alternatives) -> Self {
        self.with(AccountType::DelegatedPersonal, alternatives)
    }

    /// Sets the alternatives for [`AccountType::Application`].
    #[must_use]
    pub const fn application(self, alternatives: Alternatives) -> Self {
        self.with(AccountType::Application, alternatives)
    }

    const fn with(mut self, account: AccountType, alternatives: Alternatives) -> Self {
        self.alternatives[account as usize] = Some(alternatives);
        self
    }
}

/// What is known.
impl Permissions {
    /// The case, where there are several: the kind of object, say, or "acting on others".
    #[must_use]
    pub const fn scope(&self) -> Option<&'static str> {
        self.scope
    }

    /// Sets of permissions of which one is needed. `None`: the documentation does not say. Empty: the
    /// operation is not supported for this account type.
    #[must_use]
    pub const fn alternatives(
        &self,
        account: AccountType,
    ) -> Option<&'static [&'static [&'static str]]> {
        self.alternatives[account as usize]
    }

    /// The first alternative: the least privileged one if they are [ordered](Self::is_ordered). `None`
    /// if the operation is not supported or the documentation does not say.
    #[must_use]
    pub fn least(&self, account: AccountType) -> Option<&'static [&'static str]> {
        self.alternatives(account)?.first().copied()
    }

    /// Whether the documentation orders the alternatives from the least to the most privileged.
    /// Otherwise the first one is only the first it lists.
    #[must_use]
    pub const fn is_ordered(&self) -> bool {
        self.ordered
    }
}
