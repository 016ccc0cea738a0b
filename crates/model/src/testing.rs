//! Pages of tests, read and built together.

use diag::{SourceFile, Sources};
use facts::Dialect;

use crate::{Built, Links, Options, Select, build};

/// What pages, by their paths in the folder of a version, come to in Graph's dialect, and the pages.
pub(crate) fn built<P: AsRef<str>, T: AsRef<str>>(
    pages: impl IntoIterator<Item = (P, T)>,
) -> (Built, Sources) {
    let mut sources = Sources::default();
    let dialect = Dialect::graph();
    let mut facts = Vec::new();
    for (path, text) in pages {
        let file =
            SourceFile { path: format!("v1.0/{}", path.as_ref()), text: text.as_ref().to_owned() };
        let id = sources.add(file.clone());
        facts.push(facts::read(&page::parse(id, &file).0, dialect).0);
    }
    let options = Options {
        version: "v1.0".to_owned(),
        module: "v1_0".to_owned(),
        base_url: "https://example.com/v1.0".to_owned(),
        default_namespace: "dock".to_owned(),
        primitives: dialect.primitives().clone(),
        plurals: dialect.plurals().clone(),
        links: Links::default(),
        sources: &sources,
        parallel: false,
    };
    let built = build(&facts, &options, &Select::default());
    (built, sources)
}
