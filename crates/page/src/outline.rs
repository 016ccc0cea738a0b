//! The sections of a page, while they are read.

use crate::{Section, SectionId, Text};

/// The sections read so far.
#[derive(Debug)]
pub(crate) struct Outline {
    /// All of them.
    pub(crate) sections: Vec<Section>,
    /// The one that is open.
    pub(crate) current: SectionId,
}

impl Outline {
    /// Only the part before the first heading.
    pub(crate) fn new(title: Text) -> Self {
        let span = title.span;
        let root = Section { level: 0, title, parent: None, span };
        Self { sections: vec![root], current: SectionId(0) }
    }

    /// Opens a section under the nearest one with a smaller level.
    pub(crate) fn open(&mut self, level: u8, title: Text, span: diag::Span) {
        let mut parent = Some(self.current);
        while let Some(id) = parent
            && self.sections[id.0].level >= level
        {
            parent = self.sections[id.0].parent;
        }
        self.current = SectionId(self.sections.len());
        self.sections.push(Section { level, title, parent, span });
    }
}
