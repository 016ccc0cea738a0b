//! One API version in a format for other tools.

use anyhow::{Context, Result, bail};
use diag::{Diagnostic, Sources};
use model::Api;

use crate::generator::Generator;

impl Generator {
    /// Reads the docs and renders one API version for other tools: the named one, or the only one.
    ///
    /// # Errors
    /// As for [`Generator::plan`], when the docs have no such version, and when none is named and they
    /// have several.
    pub fn export(&self, format: Export, version: Option<&str>) -> Result<Exported> {
        let reading = self.read()?;
        let api = version_of(&reading.apis, version)?;
        let (text, left_out) = match format {
            Export::Csdl => export::csdl(api),
            Export::OpenApi => (export::openapi(api), Vec::new()),
            Export::Model => (export::model_json(api, &reading.sources), Vec::new()),
        };
        Ok(Exported { text, left_out, sources: reading.sources })
    }
}

pub(crate) fn version_of<'a>(apis: &'a [Api], version: Option<&str>) -> Result<&'a Api> {
    let known = || apis.iter().map(|api| api.version.as_str()).collect::<Vec<_>>().join(", ");
    match (version, apis) {
        (None, [api]) => Ok(api),
        (None, _) => bail!("several API versions; name one of: {}", known()),
        (Some(version), _) => apis.iter().find(|api| api.version == version).with_context(|| {
            format!("the docs have no API version `{version}`; they have: {}", known())
        }),
    }
}

/// Formats for other tools.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// CSDL 4.0 XML.
    Csdl,
    /// OpenAPI 3.1 JSON.
    OpenApi,
    /// The model itself as JSON, each fact with its page, line and rule.
    Model,
}

/// An API version rendered for other tools.
pub struct Exported {
    /// The document.
    pub text: String,
    left_out: Vec<Diagnostic>,
    sources: Sources,
}

impl Exported {
    /// What the format could hold but the docs do not tell, each with its place.
    pub fn render_left_out(&self, colour: bool) -> String {
        diag::render_all(&self.left_out, &self.sources, colour)
    }
}
