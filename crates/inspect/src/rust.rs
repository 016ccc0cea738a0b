//! Rust: it parses, holds names, numbers and texts, and its comments are prose.

mod gaps;
mod walk;

use proc_macro2::TokenStream;

use crate::File;
use crate::markdown::{self, Allowed};
use walk::{Comment, Walk};

pub(crate) fn inspect(text: &str, file: &mut File<'_>) {
    match text.parse::<TokenStream>() {
        Ok(stream) => inspect_tokens(text, stream, file),
        Err(error) => file.report(error.span().start().line, "no Rust tokens"),
    }
    // Positions of further files would be counted from the end of this one.
    proc_macro2::extra::invalidate_current_thread_spans();
}

fn inspect_tokens(text: &str, stream: TokenStream, file: &mut File<'_>) {
    if let Err(error) = syn::parse2::<syn::File>(stream.clone()) {
        file.report(error.span().start().line, format!("no Rust: {error}"));
    }
    let walk = Walk::over(stream);
    for (line, what) in gaps::findings(text, &walk.ranges) {
        file.report(line, what);
    }
    file.found.literals += walk.literals;
    file.found.comments += walk.comments.len();
    file.found.notes += walk.notes.len();
    for (line, what) in &walk.findings {
        file.report(*line, what);
    }
    for comment in &walk.comments {
        inspect_comment(comment, &walk, file);
    }
    for (line, note) in &walk.notes {
        let (found, _) = markdown::findings(note, &Allowed { examples: 0, items: &walk.items });
        for (_, what) in found {
            file.report(*line, format!("a notice with {what}"));
        }
    }
}

fn inspect_comment(comment: &Comment, walk: &Walk, file: &mut File<'_>) {
    // The front page of the crate shows one example.
    let is_front_page = file.path == "src/lib.rs" && comment.is_inner;
    let examples = usize::from(is_front_page && file.found.examples == 0);
    for (at, text) in comment.readings().iter().enumerate() {
        let (found, runs) = markdown::findings(text, &Allowed { examples, items: &walk.items });
        if at == 0 {
            file.found.examples += runs.min(examples);
        }
        for (line, what) in found {
            file.report(comment.line + line, what);
        }
    }
}
