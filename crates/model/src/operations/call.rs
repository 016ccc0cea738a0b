//! One method of one node, and the page that speaks for it.

use super::claim::Claim;
use super::lineage::are_kin;
use super::shapes::Shape;
use super::stated::Stated;
use crate::types::{Item, Types};
use crate::{Method, OperationKind, Role};

/// What a body and a response are decided from.
#[derive(Clone, Debug)]
pub(super) struct Call<'a> {
    /// The claim of the page that speaks for it.
    pub claim: Claim<'a>,
    /// What that page says of the response.
    pub stated: Stated,
    /// What the path addresses.
    pub shape: Shape,
    /// What the path passes before it, the root first.
    pub passed: Vec<Item>,
    /// What the call does.
    pub kind: OperationKind,
}

impl Call<'_> {
    /// Whether the path is believed that leads to another thing than the page names: each of its steps is documented,
    /// or the page only names what the thing belongs to.
    pub(super) fn overrules(&self, named: Item, types: &Types<'_>) -> bool {
        let is_passed = || self.passed.iter().any(|item| are_kin(*item, named, types));
        self.shape.role == Role::Documented || is_passed()
    }

    /// Its method.
    pub(super) fn method(&self) -> Method {
        self.claim.method()
    }
}
