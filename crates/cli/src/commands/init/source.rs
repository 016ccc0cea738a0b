//! Where a workspace takes the crates of apimark from.

/// The source of dependencies.
pub(super) enum Source {
    /// A checkout, relative to the root of the workspace.
    Path(String),
    /// A repository.
    Git(String),
    /// The registry, with the version of this program.
    Registry,
}

impl Source {
    pub(super) fn new(path: Option<&str>, git: Option<&str>) -> Self {
        match (path, git) {
            (Some(path), _) => Self::Path(path.trim_end_matches('/').to_owned()),
            (None, Some(url)) => Self::Git(url.to_owned()),
            (None, None) => Self::Registry,
        }
    }

    /// The right-hand side of a dependency on the crate in `folder`, of a package one folder below the root.
    pub(super) fn dependency(&self, folder: &str) -> String {
        let quoted = |text: &str| toml_string(text);
        match self {
            Self::Path(path) => {
                let up = if is_absolute(path) { "" } else { "../" };
                let path = path.strip_prefix("./").unwrap_or(path);
                format!("{{ path = {} }}", quoted(&format!("{up}{path}/crates/{folder}")))
            }
            Self::Git(url) => format!("{{ git = {} }}", quoted(url)),
            Self::Registry => quoted(env!("CARGO_PKG_VERSION")),
        }
    }

    /// The folder of a checkout within the workspace, which has a workspace of its own.
    pub(super) fn excluded(&self) -> Option<&str> {
        match self {
            Self::Path(path) if !is_absolute(path) && !path.starts_with("..") => {
                Some(path.strip_prefix("./").unwrap_or(path))
            }
            _ => None,
        }
    }

    /// How cargo installs the program.
    pub(super) fn install(&self) -> String {
        match self {
            Self::Path(path) => format!("cargo install --locked --path {path}/crates/cli"),
            Self::Git(url) => format!("cargo install --locked --git {url} apimark-cli"),
            Self::Registry => {
                format!("cargo install --locked apimark-cli@{}", env!("CARGO_PKG_VERSION"))
            }
        }
    }
}

fn is_absolute(path: &str) -> bool {
    std::path::Path::new(path).is_absolute()
}

/// A basic string of TOML.
pub(super) fn toml_string(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => quoted += &format!("\\u{:04X}", u32::from(c)),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
