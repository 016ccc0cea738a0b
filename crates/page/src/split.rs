//! Pages that hold several operations or types, cut at headings into pages of their own.
//!
//! Reads a page whose includes are in place. What a heading means is the caller's to say.

use crate::outline::Outline;
use crate::{Block, BlockKind, Page, Section, SectionId};

/// What stands between the name of a page's file and that of a part in the path of the part.
pub const PART: char = '~';

/// What stands before the first such heading, and the parts that headings of these levels begin, if `is_part` says so of
/// them. Of several levels the deeper one begins parts where the heading above only gathers them: it has no code and
/// no table of its own. The heading of a part is its title. The path of `boats.md` is `boats~a-heading.md` then.
pub fn split(page: &Page, levels: &[u8], is_part: &dyn Fn(&Section) -> bool) -> Vec<Page> {
    let mut parts = vec![Part::new(page, page.path.clone())];
    let begins = beginnings(page, levels, is_part);
    // For each section: the part that it lies in, and the section there.
    let mut places = vec![(0, SectionId(0))];
    let (mut current, mut begun_at) = (0, 0);
    for (index, section) in page.sections.iter().enumerate().skip(1) {
        let is_within = current > 0 && section.level > begun_at;
        if !is_within {
            current = 0;
            if begins[index] {
                (current, begun_at) = (parts.len(), section.level);
                let path = path(page, &section.address(), &parts);
                parts.push(Part::new(page, path));
            }
        }
        let part: &mut Part = &mut parts[current];
        let raised = if current == 0 { 0 } else { begun_at - 1 };
        part.outline.open(section.level - raised, section.title.clone(), section.span);
        places.push((current, part.outline.current));
    }
    for block in &page.blocks {
        let (part, section) = places[block.section.0];
        parts[part].blocks.push(Block { section, ..block.clone() });
    }
    parts.into_iter().map(|part| part.page(page)).collect()
}

/// For each section, whether it begins a part.
fn beginnings(page: &Page, levels: &[u8], is_part: &dyn Fn(&Section) -> bool) -> Vec<bool> {
    let is_listed = |section: &Section| levels.contains(&section.level);
    let names_part = |section: &Section| is_listed(section) && is_part(section);
    let named: Vec<bool> = page.sections.iter().map(names_part).collect();
    // The nearest section around each that could be a part by its level.
    let mut around: Vec<Option<SectionId>> = Vec::with_capacity(named.len());
    for section in &page.sections {
        let nearest = section.parent.and_then(|parent| {
            let is_one = is_listed(page.section(parent));
            if is_one { Some(parent) } else { around[parent.0] }
        });
        around.push(nearest);
    }
    // A section only gathers parts if some are in it and nothing is stated there.
    let mut gathers = vec![false; named.len()];
    for outer in around.iter().zip(&named).filter(|(_, named)| **named).filter_map(|it| *it.0) {
        gathers[outer.0] = named[outer.0];
    }
    for block in &page.blocks {
        if matches!(block.kind, BlockKind::Fence(_) | BlockKind::Table(_)) {
            gathers[block.section.0] = false;
        }
    }
    let begins =
        |at: usize| named[at] && !gathers[at] && around[at].is_none_or(|outer| gathers[outer.0]);
    (0..named.len()).map(begins).collect()
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
