//! Writes the hostile docs of the tests to a folder, for the whole way to a tested crate.

use std::path::PathBuf;

use anyhow::Context;

#[path = "../tests/hostile/matrix/mod.rs"]
mod matrix;

fn main() -> anyhow::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).context("which folder?")?);
    for (path, text) in matrix::pages() {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().context("a page is in a folder")?)?;
        std::fs::write(path, text)?;
    }
    Ok(())
}
