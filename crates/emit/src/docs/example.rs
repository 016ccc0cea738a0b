//! The one example that rustdoc compiles.

use proc_macro2::{Ident, Literal};

/// A program that calls a list. Made of identifiers and literals alone, so that no words
/// of the docs can be code in it.
pub(crate) struct Example {
    /// The features that it needs.
    pub(crate) features: Vec<Literal>,
    /// The generated crate.
    pub(crate) library: Ident,
    /// The module of the version.
    pub(crate) version: Ident,
    /// The module of the type.
    pub(crate) models: Vec<Ident>,
    /// The type of the objects.
    pub(crate) ty: Ident,
    /// The steps of the path.
    pub(crate) path: Vec<Ident>,
    /// The method that lists.
    pub(crate) list: Ident,
    /// The property that is selected.
    pub(crate) property: Ident,
}

impl Example {
    /// A program that is empty where a feature is missing. All of it but the attribute, whose crate is none
    /// of the library's dependencies, is compiled.
    pub(super) fn into_lines(self) -> Vec<String> {
        let Self { library, version, ty, list, property, .. } = &self;
        let features: Vec<String> =
            self.features.iter().map(|it| format!("feature = {it}")).collect();
        let features = features.join(", ");
        let models: String = self.models.iter().map(|module| format!("{module}::")).collect();
        let calls: String = self.path.iter().map(|step| format!(".{step}()")).collect();
        let program = format!(
            r#"```no_run
# #[cfg(all({features}))]
# mod program {{
use {library}::Client;
use {library}::runtime::client::azure_identity::DeveloperToolsCredential;
use {library}::{version}::{{api, {models}{ty}}};

# /*
#[tokio::main]
# */
async fn main() -> Result<(), Box<dyn std::error::Error>> {{
    let client = Client::new(DeveloperToolsCredential::new(None)?)?;
    let mut items = api(){calls}.{list}().select({ty}::{property}).items(&client);
    while let Some(item) = items.try_next().await? {{
        println!("{{item:?}}");
    }}
    Ok(())
}}
# }}
```"#
        );
        program.lines().map(str::to_owned).collect()
    }
}
