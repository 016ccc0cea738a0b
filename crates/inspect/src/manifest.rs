//! The manifest: its tables are these, and one crate is depended on.

use crate::File;

const TABLES: [&str; 4] = ["dependencies", "features", "lints", "package"];

pub(crate) fn inspect(text: &str, file: &mut File<'_>) {
    let manifest: toml::Table = match toml::from_str(text) {
        Ok(manifest) => manifest,
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = text[..at].split('\n').count();
            return file.report(line, format!("no manifest: {}", error.message()));
        }
    };
    for table in manifest.keys().filter(|name| !TABLES.contains(&name.as_str())) {
        file.report(1, format!("the table `{table}`"));
    }
    let dependencies = manifest.get("dependencies").and_then(|it| it.as_table());
    for name in dependencies.into_iter().flat_map(|it| it.keys()) {
        if name != "apimark-runtime" {
            file.report(1, format!("a dependency on `{name}`"));
        }
    }
}
