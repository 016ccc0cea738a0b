//! The caution that an operation may change.
//!
//! Reads the notes below the page's title, which pages usually include. Must not know any version.

use page::{BlockKind, Text};

use super::{Context, Role};
use crate::{Fact, Rule};

const RULE: Rule = "preview";

/// The caution, if the page gives it.
pub(super) fn read(context: &Context<'_, '_>) -> Option<Fact<()>> {
    context.blocks().find_map(|(_, block)| match &block.kind {
        BlockKind::Paragraph(text) if context.role(block) == Role::Title && cautions(text) => {
            Some(Fact::new((), text.span, RULE))
        }
        _ => None,
    })
}

/// "… are subject to change. Use in production applications is not supported."
fn cautions(text: &Text) -> bool {
    let text = text.plain().to_lowercase();
    text.contains("subject to change") && text.contains("production")
}
