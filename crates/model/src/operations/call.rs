//! One method of one node, and the page that speaks for it.

use crate::{Method, OperationKind};

use super::claim::Claim;
use super::shapes::Shape;
use super::stated::Stated;

/// What a body and a response are decided from.
#[derive(Clone, Debug)]
pub(super) struct Call<'a> {
    /// The claim of the page that speaks for it.
    pub claim: Claim<'a>,
    /// What that page says of the response.
    pub stated: Stated,
    /// What the path addresses.
    pub shape: Shape,
    /// What the call does.
    pub kind: OperationKind,
}

impl Call<'_> {
    /// Its method.
    pub(super) fn method(&self) -> Method {
        self.claim.method()
    }
}
