//! Which fences rustdoc runs.

/// Words that rustdoc reads as being about Rust; all others name another language, and the block stays text.
const OURS: &[&str] = &[
    "rust",
    "should_panic",
    "no_run",
    "ignore",
    "test_harness",
    "compile_fail",
    "standalone_crate",
    "custom",
];

/// Whether the block under this info string is, or could be, one of rustdoc's. Its grammar of attributes has
/// quotes, braces and comments; here only one plain word of another language clears a block, so that no info
/// string that rustdoc runs passes.
pub(super) fn is_run(info: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '+');
    let is_error_code = info.len() == 5 && info.starts_with('E');
    !info.starts_with(|c: char| c.is_ascii_alphabetic())
        || !info.chars().all(is_word)
        || OURS.contains(&info)
        || is_error_code
        || ["ignore-", "edition", "rust"].iter().any(|start| info.starts_with(start))
}
