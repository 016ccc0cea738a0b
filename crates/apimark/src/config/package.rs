//! What the generated manifest says of the package.

use review::Steps;
use serde::{Deserialize, Serialize};

/// What the generated manifest says of the package, besides its name.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Package {
    /// Its version. `review --set-version` steps it.
    // Does not decide which files there are: a new version is no new configuration.
    #[serde(skip_serializing)]
    pub version: String,
    /// How far it steps where semver leaves that to taste.
    #[serde(skip_serializing)]
    pub steps: Steps,
    /// One sentence about it.
    pub description: String,
    /// An SPDX expression, such as `MIT OR Apache-2.0`.
    pub license: Option<String>,
    /// The address of its repository.
    pub repository: Option<String>,
    /// Words by which it is found; a registry takes five.
    pub keywords: Vec<String>,
    /// Categories of the registry.
    pub categories: Vec<String>,
    /// Whether it may be published.
    pub publish: bool,
}

impl Default for Package {
    fn default() -> Self {
        Self {
            version: "0.1.0".into(),
            steps: Steps::default(),
            description: "A typed client, generated from the docs of its API".into(),
            license: None,
            repository: None,
            keywords: Vec::new(),
            categories: Vec::new(),
            publish: false,
        }
    }
}

impl Package {
    /// As lines of a manifest. Generated code needs the Rust version that this crate does.
    pub(crate) fn manifest_lines(&self) -> String {
        let mut lines = String::new();
        let mut line = |key: &str, value: toml::Value| lines += &format!("{key} = {value}\n");
        let list = |texts: &[String]| {
            texts.iter().map(|it| it.as_str().into()).collect::<Vec<toml::Value>>()
        };
        line("version", self.version.as_str().into());
        line("rust-version", env!("CARGO_PKG_RUST_VERSION").into());
        line("description", self.description.as_str().into());
        for (key, text) in [("license", &self.license), ("repository", &self.repository)] {
            if let Some(text) = text {
                line(key, text.as_str().into());
            }
        }
        for (key, texts) in [("keywords", &self.keywords), ("categories", &self.categories)] {
            if !texts.is_empty() {
                line(key, list(texts).into());
            }
        }
        if !self.publish {
            line("publish", false.into());
        }
        lines
    }

    /// Whether cargo takes the version.
    pub(super) fn has_version(&self) -> bool {
        semver::Version::parse(&self.version).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::Package;

    #[test]
    fn a_manifest_says_what_is_configured() {
        let package: Package = toml::from_str(
            r#"
            version = "1.2.3"
            description = 'Says "hello"'
            license = "MIT"
            keywords = ["mail"]
            publish = true
            "#,
        )
        .unwrap();
        let lines = package.manifest_lines();
        assert_snapshot!(lines.replace(env!("CARGO_PKG_RUST_VERSION"), "1.0"), @r#"
        version = "1.2.3"
        rust-version = "1.0"
        description = 'Says "hello"'
        license = "MIT"
        keywords = ["mail"]
        "#);
        let is_taken =
            |version: &str| Package { version: version.into(), ..Package::default() }.has_version();
        assert!(["1.2.3", "1.2.3-rc.1+a"].into_iter().all(is_taken));
        let refused =
            ["1.2", "1.2.x", "", "1..2", "01.2.3", "1.2.3-", "1.2.3+", "1.2.3-01", "1.2.3-a b"];
        assert!(!refused.into_iter().any(is_taken));
    }
}
