//! The JSON in comments: `<!-- { "blockType": "resource", … } -->`.
//!
//! Reads one comment at a time, leniently, and tells which block an annotation describes. What an
//! annotation states is for the callers. Stamps, linter switches and page annotations are not of
//! interest.

use diag::{Diagnostic, Span, codes};
use page::{BlockKind, Page};

use crate::json::{self, Document, Node};

#[cfg(test)]
mod tests;

/// An annotation of a block.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Annotation {
    root: Node,
}

/// An annotation and what it describes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Annotated {
    /// What it says.
    pub(crate) annotation: Annotation,
    /// The comment.
    pub(crate) span: Span,
    /// The block that it describes, as an index into [`Page::blocks`].
    pub(crate) target: Option<usize>,
}

/// All annotations of a page in order; comments that look like one but are no JSON are reported.
pub(crate) fn all(page: &Page, diagnostics: &mut Vec<Diagnostic>) -> Vec<Annotated> {
    let mut annotations = Vec::new();
    for (index, block) in page.blocks.iter().enumerate() {
        let BlockKind::Comment(comment) = &block.kind else { continue };
        let Some(document) = document(&comment.value) else { continue };
        let annotation = Annotation { root: document.root };
        let readable = annotation.block_type().is_some();
        if let Some(fault) = document.faults.first() {
            diagnostics.push(complaint(comment.span, fault.what, readable));
        }
        if readable {
            let target = target(page, index);
            annotations.push(Annotated { annotation, span: comment.span, target });
        }
    }
    annotations
}

/// The JSON of a comment that looks like an annotation.
fn document(comment: &str) -> Option<Document> {
    if looks_like_one(comment) { json::read(comment) } else { None }
}

fn looks_like_one(comment: &str) -> bool {
    comment.trim_start().starts_with('{') && comment.contains("blockType")
}

fn complaint(span: Span, fault: &'static str, readable: bool) -> Diagnostic {
    let report = if readable {
        Diagnostic::new(codes::ANNOTATION_JSON, span, "the annotation is not valid JSON")
            .help("it was read all the same")
    } else {
        Diagnostic::new(codes::ANNOTATION, span, "the annotation cannot be read")
    };
    report.label(fault)
}

/// The fence, table or include that the comment at `index` describes: the next one, unless another
/// annotation comes first or more than a little text stands between.
fn target(page: &Page, index: usize) -> Option<usize> {
    let mut between = 0;
    for (next, block) in page.blocks.iter().enumerate().skip(index + 1) {
        match &block.kind {
            BlockKind::Fence(_) | BlockKind::Table(_) | BlockKind::Include(_) => return Some(next),
            BlockKind::Comment(comment) if looks_like_one(&comment.value) => return None,
            BlockKind::Comment(_) => {}
            _ if between < 2 => between += 1,
            _ => return None,
        }
    }
    None
}

impl Annotation {
    /// `blockType`: `resource`, `request`, `response`, `ignored`, …
    pub(crate) fn block_type(&self) -> Option<&str> {
        self.text("blockType")
    }

    /// `@odata.type` or `@type`, as written but without `#`.
    pub(crate) fn odata_type(&self) -> Option<&str> {
        let stated = self.text("@odata.type").or_else(|| self.text("@type"))?;
        Some(stated.trim_start_matches('#')).filter(|name| !name.is_empty())
    }

    /// The text of a member; empty texts and `null` count as absent.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        let text = self.root.get(key)?.text()?;
        (!text.is_empty() && text != "null").then_some(text)
    }

    /// The truth value of a member, `"true"` included.
    pub(crate) fn truth(&self, key: &str) -> Option<bool> {
        self.root.get(key)?.truth()
    }

    /// Any member's value.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.root.get(key)
    }

    /// `isCollection`, or `Collection(…)` as the type.
    pub(crate) fn is_collection(&self) -> bool {
        let wrapped = self.odata_type().is_some_and(|name| {
            name.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("collection("))
        });
        wrapped || self.truth("isCollection").unwrap_or(false)
    }

    /// [`Self::odata_type`] without `Collection( )`.
    pub(crate) fn element_type(&self) -> Option<&str> {
        let name = self.odata_type()?;
        let bare = match name.split_once('(') {
            Some((wrapper, inner)) if wrapper.trim().eq_ignore_ascii_case("collection") => {
                inner.trim_end_matches(')').trim().trim_start_matches('#')
            }
            _ => name,
        };
        (!bare.is_empty()).then_some(bare)
    }
}
