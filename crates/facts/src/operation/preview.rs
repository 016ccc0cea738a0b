//! The caution that an operation may change.
//!
//! Reads the notes below the page's title, which pages usually include. Must not know any version.

use page::BlockKind;

use super::{Context, Role};
use crate::english::Says;
use crate::{Fact, Rule};

const RULE: Rule = "preview";

/// The caution, if the page gives it.
pub(super) fn read(context: &Context<'_, '_>) -> Option<Fact<()>> {
    let mut notes = context.blocks().filter(|(_, block)| {
        context.role(block) == Role::Title && matches!(block.kind, BlockKind::Paragraph(_))
    });
    notes.find_map(|(index, _)| {
        let prose = context.ledger.prose(index)?;
        let is_caution = CAUTION.iter().all(|part| prose.english.says(*part, &prose.tokens));
        is_caution.then(|| Fact::new((), prose.text.span, RULE))
    })
}

/// "… are subject to change. Use in production applications is not supported."
const CAUTION: [Says; 2] = [Says::SubjectToChange, Says::Production];
