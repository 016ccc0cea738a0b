//! Segments as the templates that the runtime fills.
//!
//! Literal text is percent-encoded here, once; what stands in braces is a placeholder.

use std::fmt::Write as _;

use model::{PathNode, PathParameter, PathSegment};
use text::CodeText;

/// What a segment appends to the path: `/users`, `/{user-id}`, `/cell(row={row})`, `:/{item-path}`.
pub(super) fn segment(segment: &PathSegment) -> String {
    segment.template(literal, placeholder)
}

/// The template of a node as it stands before a child's segment: an item path is closed by a colon.
pub(super) fn before_children(node: &PathNode) -> String {
    let colon = if matches!(node.segment, PathSegment::ItemPath(_)) { ":" } else { "" };
    CodeText::new(&format!("{}{colon}", node.template)).to_string()
}

/// The name shown in the documentation, with its alternatives: `id | userPrincipalName`.
fn placeholder(parameter: &PathParameter) -> String {
    let name = match parameter.alternatives.as_slice() {
        [] => parameter.wire_name.clone(),
        alternatives => alternatives.join(" | "),
    };
    CodeText::new(&name.replace(['{', '}'], "")).to_string()
}

/// Text that may stand in a path stays as it is, escapes included; the rest is percent-encoded.
fn literal(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@%/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("writing to a string does not fail");
        }
    }
    encoded
}
