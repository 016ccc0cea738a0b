//! `[[allow]]`: reports that somebody has decided to live with.

use diag::codes;
use serde::Deserialize;
use toml::Spanned;

/// Reports that are not printed, and why.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Allow {
    /// The number or name of a code: `AM0106`, `missing-include`.
    pub code: Spanned<String>,
    /// A glob on the paths of pages, as reports print them; default: all.
    #[serde(default = "everywhere")]
    pub path: String,
    /// Why nothing is done about it.
    pub reason: String,
}

fn everywhere() -> String {
    "**".to_owned()
}

impl Allow {
    /// What is wrong with it, and at which key.
    pub(super) fn fault(&self) -> Option<(&'static str, String)> {
        let code = self.code.get_ref();
        if codes::find(code).is_none() {
            return Some(("code", codes::unknown(code)));
        }
        if fast_glob::validate(&self.path).is_err() {
            return Some(("path", format!("`{}` is no glob", diag::printable(&self.path))));
        }
        self.reason.trim().is_empty().then(|| ("reason", "the reason is empty".to_owned()))
    }
}
