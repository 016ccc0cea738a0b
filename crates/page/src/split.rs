//! Pages that hold several operations or types, cut at headings into pages of their own.
//!
//! Reads a page whose includes are in place. What a heading means is the caller's to say.

use crate::outline::Outline;
use crate::{Block, Page, SectionId};

/// What stands between the name of a page's file and that of a part in the path of the part.
pub const PART: char = '~';

/// What stands before the first such heading, and the parts that the headings of `level` begin, if `is_part` says so
/// of their text. The heading of a part is its title. The path of `boats.md` is `boats~a-heading.md` then.
pub fn split(page: &Page, level: u8, is_part: &dyn Fn(&str) -> bool) -> Vec<Page> {
    let mut parts = vec![Part::new(page, page.path.clone())];
    // For each section: the part that it lies in, and the section there.
    let mut places = vec![(0, SectionId(0))];
    let mut current = 0;
    for section in &page.sections[1..] {
        if section.level <= level {
            current = 0;
            let title = section.title.plain();
            if section.level == level && is_part(&title) {
                current = parts.len();
                let path = path(page, &section.address(), &parts);
                parts.push(Part::new(page, path));
            }
        }
        let part: &mut Part = &mut parts[current];
        let raised = if current == 0 { 0 } else { level - 1 };
        part.outline.open(section.level - raised, section.title.clone(), section.span);
        places.push((current, part.outline.current));
    }
    for block in &page.blocks {
        let (part, section) = places[block.section.0];
        parts[part].blocks.push(Block { section, ..block.clone() });
    }
    parts.into_iter().map(|part| part.page(page)).collect()
}

struct Part {
    path: String,
    outline: Outline,
    blocks: Vec<Block>,
}

impl Part {
    fn new(of: &Page, path: String) -> Self {
        Self { path, outline: Outline::new(of.sections[0].title.clone()), blocks: Vec::new() }
    }

    fn page(self, of: &Page) -> Page {
        Page {
            id: of.id,
            path: self.path,
            front_matter: of.front_matter.clone(),
            sections: self.outline.sections,
            blocks: self.blocks,
            link_definitions: of.link_definitions.clone(),
        }
    }
}

/// The path of a part. A heading that comes again is numbered, as in links to it.
fn path(page: &Page, address: &str, parts: &[Part]) -> String {
    let stem = page.path.strip_suffix(".md").unwrap_or(&page.path);
    let numbers = (1..).map(|number| format!("{stem}{PART}{address}-{number}.md"));
    let mut paths = std::iter::once(format!("{stem}{PART}{address}.md")).chain(numbers);
    let is_free = |path: &String| parts.iter().all(|part| part.path != *path);
    paths.find(is_free).expect("there are more numbers than parts")
}
