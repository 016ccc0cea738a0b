//! One pattern, and lists of them that know which have matched.

use fast_glob::ErrorKind;

use super::WrongPattern;
use crate::Method;

/// A glob, in lower case, with the methods that it is limited to.
pub(super) struct Pattern {
    globs: Vec<String>,
    methods: Vec<Method>,
}

impl Pattern {
    /// The pattern `text` of the list `list`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub(super) fn new(list: &str, text: &str) -> Result<Self, String> {
        let about = |what: String| format!("`{text}`: {what}");
        if text.starts_with('!') {
            return Err(about("what is not wanted stands in the list that excludes it".into()));
        }
        let is_path = list.ends_with("-paths");
        let (glob, methods) = if is_path { split_methods(text) } else { (text, Vec::new()) };
        let method = |name| {
            Method::from_name(name).ok_or_else(|| about(format!("`{name}` is no HTTP method")))
        };
        let methods = methods.into_iter().map(method).collect::<Result<_, _>>()?;
        let glob = if is_path { template_key(glob) } else { glob.to_lowercase() };
        fast_glob::validate(&glob).map_err(|error| about(what_is_wrong(error.kind).into()))?;
        // What lies below a path holds the path itself.
        let itself = glob.strip_suffix("/**").filter(|_| is_path).map(str::to_owned);
        Ok(Self { globs: std::iter::once(glob).chain(itself).collect(), methods })
    }

    pub(super) fn matches(&self, text: &str, method: Option<Method>) -> bool {
        let right_method =
            self.methods.is_empty() || method.is_some_and(|it| self.methods.contains(&it));
        right_method && self.globs.iter().any(|glob| fast_glob::glob_match(glob, text))
    }
}

fn what_is_wrong(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::UnclosedBrace => "a `{` is not closed",
        ErrorKind::UnclosedBracket => "a `[` is not closed",
        _ => "this is no glob",
    }
}

/// Braces are alternatives to a glob but placeholders to a path, so both sides write `:` for them.
pub(super) fn template_key(template: &str) -> String {
    let mut key = String::new();
    let mut depth = 0_usize;
    for character in template.to_lowercase().chars() {
        match character {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                key.push(':');
            }
            _ if depth == 0 => key.push(character),
            _ => {}
        }
    }
    key
}

/// `/users/**#GET, PATCH` is a path and the names of two methods.
pub(super) fn split_methods(pattern: &str) -> (&str, Vec<&str>) {
    let (path, methods) = pattern.rsplit_once('#').unwrap_or((pattern, ""));
    (path, methods.split(',').map(str::trim).filter(|name| !name.is_empty()).collect())
}

/// The patterns of one list.
pub(super) struct Patterns {
    list: &'static str,
    entries: Vec<Entry>,
}

struct Entry {
    text: String,
    /// None for a pattern that cannot match.
    pattern: Option<Pattern>,
    used: bool,
}

impl Patterns {
    pub(super) fn new((list, texts): (&'static str, &[String])) -> Self {
        let entry = |text: &String| Entry {
            text: text.clone(),
            pattern: Pattern::new(list, text).ok(),
            used: false,
        };
        Self { list, entries: texts.iter().map(entry).collect() }
    }

    /// The first pattern that matches one of the texts.
    pub(super) fn matches(
        &mut self,
        texts: &[impl AsRef<str>],
        method: Option<Method>,
    ) -> Option<String> {
        let mut first = None;
        for entry in &mut self.entries {
            let Some(pattern) = &entry.pattern else { continue };
            if texts.iter().any(|text| pattern.matches(text.as_ref(), method)) {
                entry.used = true;
                first.get_or_insert(&entry.text);
            }
        }
        first.cloned()
    }

    /// Whether each has matched something.
    pub(super) fn all_used(&self) -> bool {
        self.entries.iter().all(|entry| entry.used)
    }

    /// Those that matched nothing, with what `near` finds to be like them.
    pub(super) fn unmatched(
        &self,
        near: impl Fn(&str) -> Vec<String>,
    ) -> impl Iterator<Item = WrongPattern> {
        let unused = self.entries.iter().enumerate().filter(|(_, entry)| !entry.used);
        unused.map(move |(index, Entry { text, .. })| WrongPattern {
            list: self.list,
            index,
            message: format!("the pattern `{text}` matches nothing"),
            near: near(text),
        })
    }
}
