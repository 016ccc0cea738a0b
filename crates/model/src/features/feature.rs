//! Names of features.

/// Features that are neither a version's nor an area's.
pub(super) const OTHERS: &[&str] = &["areas", "client", "default", "identity"];

/// Looks like a version: `beta`, `v1_0`.
pub(super) fn is_version(name: &str) -> bool {
    let number = name.strip_prefix('v').unwrap_or_default();
    name == "beta" || number.starts_with(|c: char| c.is_ascii_digit())
}

/// The feature of the area whose items are in the file: its folder, with a suffix where another feature is or could be
/// called so.
pub(super) fn feature(file: &[String]) -> Option<String> {
    let [_, folder, _, ..] = file else { return None };
    let taken = OTHERS.contains(&folder.as_str())
        || is_version(folder)
        || ["_area", "_version"].iter().any(|suffix| folder.ends_with(suffix));
    Some(if taken { format!("{folder}_area") } else { folder.clone() })
}
