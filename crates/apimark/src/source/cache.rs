//! Where fetched docs are kept: a bare repository for each address.

use std::path::PathBuf;

use anyhow::{Context, Result};
use etcetera::BaseStrategy;

use crate::config::{Config, Source};
use crate::git::address;
use crate::git::objects::Repository;
use crate::manifest;

/// The variable that says where the cache is.
const VARIABLE: &str = "APIMARK_CACHE";
/// As many digits of a hash as tell addresses apart.
const DIGITS: usize = 16;

/// The repository for a source, which need not be there.
pub(super) fn repository(config: &Config, source: &Source) -> Result<Repository> {
    Ok(Repository::at(folder(config, source)?))
}

/// The folder of that repository: `docs-0123456789abcdef.git`.
pub(super) fn folder(config: &Config, source: &Source) -> Result<PathBuf> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name: String =
        source.name().chars().map(|c| if is_plain(c) { c } else { '-' }).take(40).collect();
    let hash = manifest::hash(address(config, source));
    Ok(root()?.join(format!("{name}-{}.git", &hash[..DIGITS])))
}

/// The address as git gets it.
pub(super) fn address(config: &Config, source: &Source) -> String {
    let base = config.file.folder();
    address::resolved(&source.git, base)
}

fn root() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os(VARIABLE).filter(|it| !it.is_empty()) {
        return std::path::absolute(named).context("cannot tell the working folder");
    }
    let base = etcetera::choose_base_strategy()
        .with_context(|| format!("there is no folder for caches; name one in {VARIABLE}"))?;
    Ok(base.cache_dir().join("apimark"))
}
