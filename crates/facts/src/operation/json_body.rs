//! What a JSON body shows by itself.
//!
//! Reads JSON text, also when it is cut off or sketched. Must not know what an operation returns.

use crate::JsonBody;
use crate::json::{self, Node};

/// The shape of a body; `None` when it is no JSON at all.
pub(super) fn read(body: &str) -> Option<JsonBody> {
    let root = json::read(body)?.root;
    let value = root.get("value");
    let first = match (&root, value) {
        (Node::Array(items), _) | (_, Some(Node::Array(items))) => items.first(),
        _ => None,
    };
    let stated =
        first.and_then(stated_type).or_else(|| stated_type(&root)).or_else(|| context(&root));
    Some(JsonBody {
        value_array: matches!(value, Some(Node::Array(_))) || matches!(root, Node::Array(_)),
        value_scalar: value.and_then(scalar).map(str::to_owned),
        odata_type: stated,
        keys: keys(&root),
    })
}

fn keys(root: &Node) -> Vec<String> {
    let keys = root.members().iter().map(|member| bound(&member.key));
    keys.filter(|key| !key.contains('@') && !key.starts_with('#')).map(str::to_owned).collect()
}

/// The relationship that a reference is bound to.
fn bound(key: &str) -> &str {
    key.strip_suffix("@odata.bind").unwrap_or(key)
}

fn stated_type(node: &Node) -> Option<String> {
    let stated = node.get("@odata.type").or_else(|| node.get("@type"))?.text()?;
    qualified(stated)
}

/// The type at the end of `…/$metadata#Collection(microsoft.graph.user)`; set names are no types.
fn context(root: &Node) -> Option<String> {
    let url = root.get("@odata.context")?.text()?;
    let fragment = url.split_once("$metadata#")?.1;
    let fragment = fragment.split("/$").next().unwrap_or(fragment);
    (!fragment.contains('/')).then(|| qualified(fragment)).flatten()
}

fn qualified(stated: &str) -> Option<String> {
    let name = stated.trim_start_matches('#');
    let name = name.strip_prefix("Collection(").unwrap_or(name);
    let name = name.split(['(', ')']).next().unwrap_or(name).trim_start_matches('#');
    let typelike = name.contains('.') && !name.contains(|c: char| c.is_whitespace() || c == '/');
    typelike.then(|| name.to_owned())
}

fn scalar(value: &Node) -> Option<&'static str> {
    match value {
        Node::String(_) | Node::Word(_) => Some("string"),
        Node::Number(_) => Some("number"),
        Node::Bool(_) => Some("boolean"),
        Node::Object(_) | Node::Array(_) | Node::Null => None,
    }
}
