//! Examples of the docs as tests of the client.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod exchanges;
mod requests;

/// What is generated from docs of these pages.
fn plan<'p>(pages: impl IntoIterator<Item = (&'p str, &'p str)>) -> apimark::Plan {
    let dir = tempfile::tempdir().unwrap();
    for (path, text) in pages {
        let path = dir.path().join("docs/v1.0").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let generator = apimark::Generator::new(apimark::Config::default());
    generator.docs([dir.path().join("docs")]).out(dir.path().join("out")).plan().unwrap()
}

const SAILOR: &str = "\
# sailor resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key. Read-only.|
|name|String|The name.|
";
