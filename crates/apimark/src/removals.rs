//! The question before a run that would remove most of the client.
//!
//! A wrong folder of docs, a checkout that is half there or a dialect that changed look to the generator
//! like an API that has shrunk.

use crate::changes::Change;
use crate::tree::Existing;

/// Why the run should ask first: it removes more than half of the Rust files that are there, and the
/// configuration does not explain it. A manifest that names no configuration explains nothing.
pub(crate) fn objection(
    changes: &[Change],
    existing: &Existing,
    configuration: &str,
) -> Option<String> {
    let is_source = |path: &str| path.ends_with(".rs");
    let ours = existing.ours();
    let there = ours.iter().filter(|path| is_source(path)).count();
    let removed = changes.iter().filter(|it| matches!(it, Change::Remove(_)));
    let removed = removed.filter(|it| is_source(it.path())).count();
    let explained = existing.manifest.has_other_configuration(configuration);
    (removed * 2 > there && !explained).then(|| {
        format!(
            "{removed} of {there} generated source files would be removed, although the configuration \
             is that of the last run; if this is meant, pass --allow-removals to `generate`"
        )
    })
}
