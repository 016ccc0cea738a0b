//! Which part of an API is wanted.
//!
//! Reads patterns; tells which paths and types they name.

use globset::{GlobBuilder, GlobMatcher};

use crate::Method;

/// Which part of an API is wanted. Empty lists select everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Path globs with optional methods: `/users/**`, `/users/{id}#GET,PATCH`.
    pub include_paths: Vec<String>,
    /// As above; wins over the included ones.
    pub exclude_paths: Vec<String>,
    /// Globs on qualified type names, kept beside those that the paths reach.
    pub include_types: Vec<String>,
    /// As above; properties of these types become untyped.
    pub exclude_types: Vec<String>,
}

/// A pattern that cannot match anything, whatever the docs say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongPattern {
    /// The list that it stands in, as the configuration spells it.
    pub list: &'static str,
    /// Its place in the list.
    pub index: usize,
    /// What is wrong with it.
    pub message: String,
}

impl Selection {
    /// Whether every pattern can match.
    ///
    /// # Errors
    /// The first pattern that is no glob or names something that is no HTTP method.
    pub fn check(&self) -> Result<(), WrongPattern> {
        let lists = [
            ("include-paths", &self.include_paths),
            ("exclude-paths", &self.exclude_paths),
            ("include-types", &self.include_types),
            ("exclude-types", &self.exclude_types),
        ];
        for (list, patterns) in lists {
            for (index, pattern) in patterns.iter().enumerate() {
                let wrong = if list.ends_with("-paths") {
                    wrong_path(pattern)
                } else {
                    glob(pattern).err().map(|error| error.kind().to_string())
                };
                if let Some(why) = wrong {
                    return Err(WrongPattern {
                        list,
                        index,
                        message: format!("`{pattern}`: {why}"),
                    });
                }
            }
        }
        Ok(())
    }
}

fn wrong_path(pattern: &str) -> Option<String> {
    let (path, methods) = split_methods(pattern);
    if let Err(error) = glob(&template_key(path)) {
        return Some(error.kind().to_string());
    }
    let unknown = methods.into_iter().find(|name| Method::from_name(name).is_none());
    unknown.map(|name| format!("`{name}` is no HTTP method"))
}

/// The patterns of a selection, ready to be matched.
pub(crate) struct Wanted {
    include_paths: Patterns,
    exclude_paths: Patterns,
    include_types: Patterns,
    exclude_types: Patterns,
}

impl Wanted {
    /// The patterns of `selection`.
    pub(crate) fn new(selection: &Selection) -> Self {
        Self {
            include_paths: Patterns::paths(&selection.include_paths),
            exclude_paths: Patterns::paths(&selection.exclude_paths),
            include_types: Patterns::types(&selection.include_types),
            exclude_types: Patterns::types(&selection.exclude_types),
        }
    }

    /// Whether a route is wanted.
    pub(crate) fn takes_route(&mut self, template: &str, method: Method) -> bool {
        let template = template_key(template);
        let included =
            self.include_paths.is_empty() || self.include_paths.matches(&template, Some(method));
        !self.exclude_paths.matches(&template, Some(method)) && included
    }

    /// Whether a type is ruled out.
    pub(crate) fn excludes(&mut self, name: &str) -> bool {
        self.exclude_types.matches(name, None)
    }

    /// Whether a type is wanted even where no path reaches it.
    pub(crate) fn names_type(&mut self, name: &str) -> bool {
        let everything = self.include_paths.is_empty() && self.include_types.is_empty();
        self.include_types.matches(name, None) || everything
    }

    /// The patterns that matched nothing.
    pub(crate) fn unmatched(self) -> Vec<String> {
        let Self { include_paths, exclude_paths, include_types, exclude_types } = self;
        let all = [include_paths, exclude_paths, include_types, exclude_types];
        all.into_iter().flat_map(Patterns::unmatched).collect()
    }
}

/// Braces are alternatives to a glob but placeholders to a path, so both sides write `:` for them.
fn template_key(template: &str) -> String {
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

/// Globs, and which of them have matched.
struct Patterns {
    entries: Vec<Pattern>,
}

struct Pattern {
    text: String,
    glob: Option<GlobMatcher>,
    methods: Vec<Method>,
    used: bool,
}

impl Patterns {
    fn paths(texts: &[String]) -> Self {
        let entry = |text: &String| {
            let (path, methods) = split_methods(text);
            Pattern {
                glob: glob(&template_key(path)).ok(),
                methods: methods.into_iter().filter_map(Method::from_name).collect(),
                text: text.clone(),
                used: false,
            }
        };
        Self { entries: texts.iter().map(entry).collect() }
    }

    fn types(texts: &[String]) -> Self {
        let entry = |text: &String| Pattern {
            glob: glob(text).ok(),
            methods: Vec::new(),
            text: text.clone(),
            used: false,
        };
        Self { entries: texts.iter().map(entry).collect() }
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn matches(&mut self, text: &str, method: Option<Method>) -> bool {
        let mut any = false;
        for entry in &mut self.entries {
            let right_method = entry.methods.is_empty()
                || method.is_some_and(|method| entry.methods.contains(&method));
            if right_method && entry.glob.as_ref().is_some_and(|glob| glob.is_match(text)) {
                entry.used = true;
                any = true;
            }
        }
        any
    }

    fn unmatched(self) -> Vec<String> {
        self.entries.into_iter().filter(|entry| !entry.used).map(|entry| entry.text).collect()
    }
}

/// `/users/**#GET, PATCH` is a path and the names of two methods.
fn split_methods(pattern: &str) -> (&str, Vec<&str>) {
    let (path, methods) = pattern.rsplit_once('#').unwrap_or((pattern, ""));
    (path, methods.split(',').map(str::trim).filter(|name| !name.is_empty()).collect())
}

fn glob(text: &str) -> Result<GlobMatcher, globset::Error> {
    let mut builder = GlobBuilder::new(text);
    builder.literal_separator(true).case_insensitive(true);
    Ok(builder.build()?.compile_matcher())
}
