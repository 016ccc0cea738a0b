//! The page as later stages see it.

use std::collections::BTreeMap;

use diag::{PageId, Span, Spanned};

/// One Markdown file, cut into blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The file it was read from.
    pub id: PageId,
    /// Path relative to the documentation root, `/` between components.
    pub path: String,
    /// The YAML block at the top; empty when there is none or it is broken beyond repair.
    pub front_matter: FrontMatter,
    /// All sections in order. `sections[0]` is the part before the first heading.
    pub sections: Vec<Section>,
    /// All blocks in order, flat: lists, quotes and tabs are noted on the block.
    pub blocks: Vec<Block>,
    /// Reference link definitions: lower-cased label to destination as written.
    pub link_definitions: BTreeMap<String, String>,
}

/// The top-level scalar entries of the front matter, keys as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// Key to value; quotes removed, lists and maps left out.
    pub entries: BTreeMap<String, Spanned<String>>,
}

/// An index into [`Page::sections`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SectionId(pub usize);

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// 1 to 6; 0 for the part before the first heading.
    pub level: u8,
    /// The heading's text.
    pub title: Text,
    /// The section this one lies in: the nearest one before with a smaller level.
    pub parent: Option<SectionId>,
    /// The heading line.
    pub span: Span,
}

impl Section {
    /// What a link to the heading has behind `#`: `http-request`.
    #[must_use]
    pub fn address(&self) -> String {
        let title = self.title.plain();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
    }
}

/// One block with its surroundings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The section it stands in.
    pub section: SectionId,
    /// The language tab it stands in (`csharp` of `# [C#](#tab/csharp)`); `None` outside of tabs.
    pub tab: Option<String>,
    /// The kind of quote it stands in, if any.
    pub quote: Option<Quote>,
    /// The whole block in the source. Blocks that came from an include lie in that include's file.
    pub span: Span,
}

/// A block quote, plain or with an alert marker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quote {
    /// `> text`
    Plain,
    /// `> [!NOTE]` and the like; the marker in upper case, e.g. `IMPORTANT`.
    Alert(String),
}

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph(Text),
    /// The first paragraph of a list item; further ones are paragraphs.
    ListItem(Text),
    /// A pipe table, repaired where needed.
    Table(Table),
    /// A fenced or indented code block.
    Fence(Fence),
    /// An HTML comment; the text is what stands between `<!--` and `-->`.
    Comment(Spanned<String>),
    /// An `[!INCLUDE [..](target)]` on a line of its own that has not been replaced (yet).
    Include(Include),
    /// Any other HTML.
    Html(Spanned<String>),
}

/// A reference to another file whose blocks stand here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// The target as written, relative to the file it stands in.
    pub target: String,
    /// The whole directive.
    pub span: Span,
}

/// Inline text as a list of runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Runs in order. Comments are left out, `<br>` is a run of one newline, entities are resolved.
    pub runs: Vec<Run>,
    /// The source range it was read from.
    pub span: Span,
}

/// A stretch of text with one look.
///
/// An include directive in the midst of text is one run, the directive as written with its target as the
/// link, until [`expand`](crate::expand) replaces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// Stands in back-ticks.
    pub code: bool,
    /// Stands in `**`.
    pub strong: bool,
    /// Stands in `*` or `_`.
    pub emphasis: bool,
    /// The destination of the link it belongs to, as written; reference links are resolved, and one
    /// whose definition is missing has `Some("")`.
    pub link: Option<String>,
    /// Where it stands.
    pub span: Span,
}

impl Run {
    /// Characters without any style.
    pub fn plain(text: &str, span: Span) -> Self {
        let text = text.to_owned();
        Self { text, code: false, strong: false, emphasis: false, link: None, span }
    }
}

/// A pipe table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Header cells.
    pub header: Vec<Text>,
    /// Body rows; each has as many cells as the header, unless it is a [`Row::label`].
    pub rows: Vec<Row>,
    /// The whole table.
    pub span: Span,
}

/// A body row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The cells, padded with empty ones to the header's number.
    pub cells: Vec<Text>,
    /// Only the first cell is filled: a label for the rows below (`**Onboarding** |||`).
    pub label: bool,
    /// The row's line or lines.
    pub span: Span,
}

/// A code block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fence {
    /// First word of the info string, lower case: `http`, `json`, …; empty when there is none.
    pub info: String,
    /// The lines, without quote and indent prefixes, each with its place.
    pub lines: Vec<Spanned<String>>,
    /// The closing fence is there; otherwise the block was closed at the next heading or fence.
    pub closed: bool,
    /// The whole block.
    pub span: Span,
}

impl Fence {
    /// The content with a newline after each line.
    pub fn text(&self) -> String {
        self.lines.iter().flat_map(|line| [line.value.as_str(), "\n"]).collect()
    }
}

/// The characters of some runs without any markup, as [`Text::plain`] gives them.
pub fn plain(runs: &[Run]) -> String {
    let mut plain = String::with_capacity(runs.iter().map(|run| run.text.len()).sum());
    let mut space = false;
    for c in runs.iter().flat_map(|run| run.text.chars()) {
        if c.is_whitespace() {
            space = !plain.is_empty();
            continue;
        }
        if std::mem::take(&mut space) {
            plain.push(' ');
        }
        plain.push(c);
    }
    plain
}

impl Text {
    /// A text without runs.
    pub fn empty(span: Span) -> Self {
        Self { runs: Vec::new(), span }
    }

    /// The characters without any markup, trimmed, newlines and runs of blanks as one space.
    pub fn plain(&self) -> String {
        plain(&self.runs)
    }

    /// Whether nothing but white space stands here.
    pub fn is_empty(&self) -> bool {
        self.runs.iter().all(|run| run.text.trim().is_empty())
    }

    /// Links in order: text and destination. Neighbouring runs of one link are joined.
    pub fn links(&self) -> Vec<(String, String)> {
        let mut links: Vec<(String, String)> = Vec::new();
        let mut open = false;
        for run in &self.runs {
            match (&run.link, links.last_mut()) {
                (Some(target), Some(last)) if open && last.1 == *target => {
                    last.0.push_str(&run.text);
                }
                (Some(target), _) => links.push((run.text.clone(), target.clone())),
                (None, _) => {}
            }
            open = run.link.is_some();
        }
        links
    }
}

impl Page {
    /// The section with this id.
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// The section and all sections around it, innermost first, without the headless one.
    pub fn ancestors(&self, id: SectionId) -> impl Iterator<Item = &Section> {
        std::iter::successors(Some(self.section(id)), |section| {
            section.parent.map(|parent| self.section(parent))
        })
        .filter(|section| section.level > 0)
    }
}
