//! The one example that rustdoc compiles.

use proc_macro2::{Ident, Literal};

/// A call of a list and what it takes to make it. Made of identifiers and literals alone, so that no words
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
    /// A test that is empty where a feature is missing.
    pub(super) fn into_lines(self) -> Vec<String> {
        let Self { library, version, ty, list, property, .. } = &self;
        let features: Vec<String> =
            self.features.iter().map(|it| format!("feature = {it}")).collect();
        let features = features.join(", ");
        let models: String = self.models.iter().map(|module| format!("{module}::")).collect();
        let calls: String = self.path.iter().map(|step| format!(".{step}()")).collect();
        vec![
            "```".to_owned(),
            format!("# #[cfg(all({features}))]"),
            format!(
                "# async fn list(client: &{library}::Client) -> Result<(), {library}::Error> {{"
            ),
            format!("use {library}::{version}::{{api, {models}{ty}}};"),
            String::new(),
            format!(
                "let mut items = api(){calls}.{list}().select({ty}::{property}).items(client);"
            ),
            "while let Some(item) = items.try_next().await? {".to_owned(),
            "    println!(\"{item:?}\");".to_owned(),
            "}".to_owned(),
            "# Ok(())".to_owned(),
            "# }".to_owned(),
            "```".to_owned(),
        ]
    }
}
