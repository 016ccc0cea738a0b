//! What printing examples needs.

use model::Api;
use model::examples::Calls;

use crate::names::Names;

/// What printing a call needs.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) api: &'a Api,
    pub(super) calls: &'a Calls<'a>,
    pub(super) names: &'a Names<'a>,
}
