//! Paths of properties.

use model::examples::PropertyPath;

use super::context::Context;
use crate::code::{Code, code};
use crate::tokens::ident;

/// `models::Message::FROM.then(models::Recipient::EMAIL_ADDRESS)`; of a derived type whose name is left out
/// `models::User::DISPLAY_NAME.bare::<models::DirectoryObject>()`.
pub(super) fn path(context: Context<'_>, path: &PropertyPath) -> Code {
    let mut constants = path.steps.iter().map(|(owner, index)| {
        let owner = context.calls.structure(owner).expect("a path names types of the API");
        let name = &context.names.get(&owner.name).expect("a type has a name").exact;
        code!("{}::{}", name, ident(&owner.fields[*index].constant()))
    });
    let first = constants.next().expect("a path has a step");
    let first = match &path.bare_in {
        Some(base) => {
            let base = &context.names.get(base).expect("a type has a name").exact;
            code!("{}.bare::<{}>()", first, base)
        }
        None => first,
    };
    constants.fold(first, |path, next| code!("{}.then({})", path, next))
}
