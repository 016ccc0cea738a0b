//! Small APIs made by hand, and the files they become.

mod comments;
mod deprecations;
mod entries;
mod features;
mod files;
mod properties;
mod requests;
mod sample;

use crate::{Options, OutputFile};

fn options() -> Options {
    Options {
        crate_name: "generated".to_owned(),
        command: "cargo xtask generate".to_owned(),
        runtime: "apimark-runtime.workspace = true".to_owned(),
        revision: None,
        parallel: true,
        package: "version = \"0.1.0\"\n".to_owned(),
    }
}

fn text<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    &files.iter().find(|file| file.path == path).expect("the file is there").text
}
