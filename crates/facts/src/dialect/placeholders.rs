//! Placeholders that are written in a way of the docs' own: `:id`, `[id]`.

use std::borrow::Cow;

use diag::{Diagnostic, PageId};
use dialects::Spanned;

use super::invalid;

/// What stands before and behind the name of a placeholder.
#[derive(Clone, Debug, Default)]
pub(crate) struct Placeholders(Vec<(String, String)>);

impl Placeholders {
    /// Adds what a file says.
    pub(super) fn extend(
        &mut self,
        file: PageId,
        more: &[Spanned<String>],
    ) -> Result<(), Diagnostic> {
        for style in more {
            let parts = style.as_ref().split_once('*');
            let marks = parts.filter(|(before, after)| !before.is_empty() && !after.contains('*'));
            let Some((before, after)) = marks else {
                let message = "this is no mark with one `*` behind it, which stands for the name";
                let report = invalid::at(file, style.span(), message.to_owned());
                return Err(report.help("write `:*` for `/users/:id`"));
            };
            self.0.push((before.to_owned(), after.to_owned()));
        }
        Ok(())
    }

    /// The path with such placeholders in braces, which all rules know.
    pub(super) fn with_braces<'p>(&self, path: &'p str) -> Cow<'p, str> {
        if self.0.is_empty() {
            return Cow::Borrowed(path);
        }
        let parts = path.split('/').map(|part| self.part(part));
        Cow::Owned(parts.collect::<Vec<_>>().join("/"))
    }

    /// A segment, or the key in brackets behind one.
    fn part(&self, part: &str) -> String {
        let key = part.strip_suffix(')').and_then(|part| part.split_once('('));
        if let Some((name, key)) = key
            && let Some(inside) = self.name(key)
        {
            return format!("{name}({{{inside}}})");
        }
        self.name(part).map_or_else(|| part.to_owned(), |name| format!("{{{name}}}"))
    }

    fn name<'p>(&self, part: &'p str) -> Option<&'p str> {
        let named = |(before, after): &(String, String)| {
            let name = part.strip_prefix(before.as_str())?.strip_suffix(after.as_str())?;
            let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
            is_name.then_some(name)
        };
        self.0.iter().find_map(named)
    }
}
