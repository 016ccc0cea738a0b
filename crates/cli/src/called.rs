//! How the command line was called: as an installed program, or through cargo.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// The name of the installed program.
const PROGRAM: &str = "apimark";

/// What to call the command line in messages, and where it belongs to.
pub(crate) struct Called {
    name: String,
    /// The folder of the package whose binary this is, when cargo runs it.
    package: Option<PathBuf>,
}

impl Called {
    /// How this process was called.
    pub(crate) fn from_process() -> Self {
        let file = std::env::args_os().next().unwrap_or_default();
        let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        Self::of(&file, package)
    }

    fn of(file: &OsStr, package: Option<PathBuf>) -> Self {
        let stem = Path::new(file).file_stem().unwrap_or(OsStr::new(PROGRAM)).to_string_lossy();
        // Of a program that cargo has not built, the variable is that of some other package.
        if stem == PROGRAM {
            return Self { name: PROGRAM.into(), package: None };
        }
        Self { name: format!("cargo {stem}"), package }
    }

    /// `apimark` or `cargo xtask`.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Where to begin to look for the configuration: at the package of an xtask, because cargo runs it from
    /// anywhere; otherwise in the working folder.
    pub(crate) fn home(&self) -> PathBuf {
        let here = || std::env::current_dir().unwrap_or_else(|_| ".".into());
        self.package.clone().unwrap_or_else(here)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_called_by_its_name_and_an_xtask_through_cargo() {
        let name = |file: &str| {
            let called = Called::of(OsStr::new(file), Some("/w/tools/xtask".into()));
            format!("{}, {:?}", called.name(), called.package)
        };
        let names = ["/home/ana/.cargo/bin/apimark", "target/debug/xtask", "codegen.exe", ""];
        insta::assert_snapshot!(names.map(name).join("\n"), @r#"
        apimark, None
        cargo xtask, Some("/w/tools/xtask")
        cargo codegen, Some("/w/tools/xtask")
        apimark, None
        "#);
    }
}
