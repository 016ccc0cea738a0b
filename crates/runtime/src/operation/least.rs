//! The permissions to ask for, for a list of operations.
//!
//! Reads documented permissions; returns the smallest set that lets all operations be called. The set itself
//! is found by [`cover`](super::cover).

use std::collections::{BTreeMap, BTreeSet};

use super::cover::{self, Set};
use super::{AccountType, Operation, Permissions};

/// An operation that an application calls, in all of its documented cases or in one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need<'a> {
    operation: &'a Operation,
    case: Option<&'a Permissions>,
}

impl<'a> Need<'a> {
    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'a Operation {
        self.operation
    }

    /// The case; `None` for all of them.
    #[must_use]
    pub fn case(&self) -> Option<&'a Permissions> {
        self.case
    }

    /// One for each case.
    fn cases(self) -> Vec<Self> {
        match (self.case, self.operation.permissions()) {
            (Some(_), _) | (None, []) => vec![self],
            (None, cases) => cases.iter().map(|case| Need { case: Some(case), ..self }).collect(),
        }
    }
}

impl<'a> From<&'a Operation> for Need<'a> {
    fn from(operation: &'a Operation) -> Self {
        Self { operation, case: None }
    }
}

impl<'a> From<&&'a Operation> for Need<'a> {
    fn from(operation: &&'a Operation) -> Self {
        Self::from(*operation)
    }
}

impl Operation {
    /// This operation in the documented case of this name, for [`least_privileged`]; `None` if there is no
    /// such case.
    #[must_use]
    pub fn case(&self, scope: &str) -> Option<Need<'_>> {
        let case = self.permissions().iter().find(|case| case.scope() == Some(scope))?;
        Some(Need { operation: self, case: Some(case) })
    }
}

/// Permissions that let a list of operations be called, and what they cannot do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PermissionSet<'a> {
    /// The permissions, sorted.
    pub permissions: Vec<&'static str>,
    /// Operations, or cases of them, that are not supported for the account type.
    pub not_supported: Vec<Need<'a>>,
    /// Operations, or cases of them, whose documentation does not say what they need.
    pub unstated: Vec<Need<'a>>,
    /// No smaller set would do. Otherwise there were too many to try, which no list of documented
    /// operations is known to bring about.
    pub is_smallest: bool,
}

/// The least privileged permissions that let all `operations` be called.
///
/// A permission is taken only if it is the least privileged one for one of the operations, so that nothing
/// more powerful stands for several modest ones; of these, as few as will do. An operation with several
/// documented cases counts with all of them; [`Operation::case`] names the one that is meant. Where the
/// documentation does not [order](Permissions::is_ordered) the alternatives, the first one it lists is
/// taken for the least privileged.
///
/// ```
/// use apimark_runtime::{AccountType, Operation, least_privileged};
///
/// // Generated clients have these in their module `operations`.
/// static USER_LIST: Operation = Operation::new("List users", "user-list")
///     .application("User.Read.All, Directory.Read.All");
/// static GROUP_LIST: Operation = Operation::new("List groups", "group-list")
///     .application("Group.Read.All, Directory.Read.All");
/// static ME_GET: Operation = Operation::new("Get me", "me-get").application("");
///
/// let needed = least_privileged([&USER_LIST, &GROUP_LIST, &ME_GET], AccountType::Application);
/// assert_eq!(needed.permissions, ["Group.Read.All", "User.Read.All"]);
/// assert_eq!(needed.not_supported[0].operation().title(), "Get me");
/// ```
///
/// For a list of requests, ask each for its operation:
///
/// ```
/// # use apimark_runtime::{AccountType, Method, NoContent, Operation, Path, Request, least_privileged};
/// # static MAIL_SEND: Operation = Operation::new("Send mail", "mail-send").delegated_work("Mail.Send");
/// # let send: Request<NoContent> = Path::root().request(Method::POST).documented_by(&MAIL_SEND);
/// # let delete: Request<NoContent> = Path::root().request(Method::DELETE).documented_by(&MAIL_SEND);
/// let operations = [send.operation(), delete.operation()].into_iter().flatten();
/// let needed = least_privileged(operations, AccountType::DelegatedWork);
/// assert_eq!(needed.permissions, ["Mail.Send"]);
/// ```
pub fn least_privileged<'a, N: Into<Need<'a>>>(
    operations: impl IntoIterator<Item = N>,
    account: AccountType,
) -> PermissionSet<'a> {
    let (mut found, mut stated) = sorted_out(operations, account);
    let least: BTreeSet<&str> =
        stated.iter().filter_map(|sets| sets.first()).flatten().copied().collect();
    for alternatives in &mut stated {
        alternatives.retain(|set| set.iter().all(|name| least.contains(name)));
    }
    found.fill(&stated);
    found
}

/// The fewest permissions that let all `operations` be called, however powerful they are.
///
/// Of sets with equally many permissions, the least privileged one: the rank of a permission is the last
/// place at which one of the operations lists it, and the sum of the ranks decides. Beyond that it is as
/// [`least_privileged`], which asks for more permissions if they are more modest.
///
/// ```
/// # use apimark_runtime::{AccountType, Operation, fewest_permissions};
/// # static USER_LIST: Operation = Operation::new("List users", "user-list")
/// #     .application("User.Read.All, Directory.Read.All");
/// # static GROUP_LIST: Operation = Operation::new("List groups", "group-list")
/// #     .application("Group.Read.All, Directory.Read.All");
/// let needed = fewest_permissions([&USER_LIST, &GROUP_LIST], AccountType::Application);
/// assert_eq!(needed.permissions, ["Directory.Read.All"]);
/// ```
pub fn fewest_permissions<'a, N: Into<Need<'a>>>(
    operations: impl IntoIterator<Item = N>,
    account: AccountType,
) -> PermissionSet<'a> {
    let (mut found, stated) = sorted_out(operations, account);
    found.fill(&stated);
    found
}

/// The alternatives of one need.
type Alternatives = Vec<Vec<&'static str>>;

/// What needs permissions, and the rest in a set that holds none yet.
fn sorted_out<'a, N: Into<Need<'a>>>(
    operations: impl IntoIterator<Item = N>,
    account: AccountType,
) -> (PermissionSet<'a>, Vec<Alternatives>) {
    let (permissions, not_supported, unstated) = (Vec::new(), Vec::new(), Vec::new());
    let mut found = PermissionSet { permissions, not_supported, unstated, is_smallest: true };
    let mut stated = Vec::new();
    for need in operations.into_iter().flat_map(|operation| operation.into().cases()) {
        match need.case.and_then(|case| case.alternatives(account)) {
            None => found.unstated.push(need),
            Some(alternatives) if alternatives.is_empty() => found.not_supported.push(need),
            Some(alternatives) => stated.push(alternatives),
        }
    }
    (found, stated)
}

impl PermissionSet<'_> {
    /// Finds the permissions.
    fn fill(&mut self, stated: &[Alternatives]) {
        let ranks = ranks(stated);
        let names: Vec<&'static str> = ranks.keys().copied().collect();
        // Any permission costs more than all ranks together.
        let each = 1 + ranks.values().sum::<u64>();
        let costs: Vec<u64> = ranks.values().map(|rank| each + rank).collect();
        let number = |name: &&'static str| names.binary_search(name).expect("all have a rank");
        let numbers = |set: &Vec<&'static str>| set.iter().map(number).collect::<Set>();
        let needs = stated.iter().map(|sets| sets.iter().map(numbers).collect()).collect();
        let cover = cover::cheapest(&costs, needs);
        self.permissions = cover.items.into_iter().map(|item| names[item]).collect();
        self.is_smallest = cover.is_cheapest;
    }
}

/// The permissions by name, each with the last place at which it is listed.
fn ranks(stated: &[Alternatives]) -> BTreeMap<&'static str, u64> {
    let mut ranks = BTreeMap::new();
    for alternatives in stated {
        for (place, set) in (0..).zip(alternatives) {
            for name in set {
                let rank = ranks.entry(*name).or_insert(place);
                *rank = (*rank).max(place);
            }
        }
    }
    ranks
}
