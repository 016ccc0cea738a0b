//! The words the docs use for sections and columns, and what they mean.
//!
//! Knows headings and column names, never a page or a type. The defaults cover the dialect; a
//! configuration may add synonyms, for instance for localized pages.

use std::collections::BTreeMap;

#[cfg(test)]
mod tests;
mod words;

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The part before the first heading.
    Preamble,
    /// The H1 and the text below it.
    Title,
    /// Property tables.
    Properties,
    /// Relationship tables.
    Relationships,
    /// The table of methods of a resource.
    Methods,
    /// The JSON representation.
    Json,
    /// Members of the enumeration that the page is about.
    Members,
    /// Members of the enumeration that the heading names: "riskLevel values".
    Values,
    /// Another type on the same page, which the heading names: "bucket resource type".
    NamedType,
    /// Types derived from this one.
    DerivedTypes,
    /// Annotations such as `@microsoft.graph.conflictBehavior`.
    InstanceAnnotations,
    /// Permission tables.
    Permissions,
    /// Request lines.
    HttpRequest,
    /// Parameters in the path.
    PathParameters,
    /// Parameters after `?`.
    QueryParameters,
    /// Parameters of a function.
    FunctionParameters,
    /// Parameters of an unstated kind.
    Parameters,
    /// Request headers.
    RequestHeaders,
    /// The request body.
    RequestBody,
    /// The response.
    Response,
    /// Errors and their codes.
    Errors,
    /// Worked examples, and what stands inside of them.
    Example,
    /// The request of an example.
    ExampleRequest,
    /// The response of an example.
    ExampleResponse,
    /// Remarks, links and background: nothing a machine can use.
    Prose,
    /// No rule knows the heading.
    Unknown,
}

/// What a table column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Property names.
    Property,
    /// Relationship names.
    Relationship,
    /// Parameter names.
    Parameter,
    /// Names of something that the section tells.
    Name,
    /// Header names.
    Header,
    /// Types.
    Type,
    /// What a method returns.
    ReturnType,
    /// Descriptions.
    Description,
    /// Whether it must be given.
    Required,
    /// Default values.
    Default,
    /// Enumeration members.
    Member,
    /// Values: of an enumeration member, of a header, of a parameter.
    Value,
    /// Links to operation pages.
    Method,
    /// Kinds of callers.
    PermissionType,
    /// Permission names.
    Permissions,
}

/// Which words mean which role and which column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vocabulary {
    headings: BTreeMap<String, Role>,
    columns: BTreeMap<String, Column>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Self { headings: BTreeMap::new(), columns: BTreeMap::new() };
        for (role, headings) in words::HEADINGS {
            for heading in *headings {
                vocabulary.add_heading(heading, *role);
            }
        }
        for (column, names) in words::COLUMNS {
            for name in *names {
                vocabulary.add_column(name, *column);
            }
        }
        vocabulary
    }
}

impl Vocabulary {
    /// Makes a heading mean `role`; case, emphasis, blanks and a final colon make no difference.
    pub fn add_heading(&mut self, heading: &str, role: Role) {
        self.headings.insert(normal(heading), role);
    }

    /// Makes a column name mean `column`.
    pub fn add_column(&mut self, name: &str, column: Column) {
        self.columns.insert(normal(name), column);
    }

    /// What a heading means by itself, without regard to the sections around it.
    pub fn heading(&self, title: &str) -> Role {
        let title = normal(title);
        self.known_heading(&title)
            .or_else(|| self.known_heading(without_parentheses(&title)))
            .or_else(|| words::pattern(&title))
            .unwrap_or(Role::Unknown)
    }

    fn known_heading(&self, title: &str) -> Option<Role> {
        self.headings.get(title).copied()
    }

    /// What a column's name means.
    pub fn column(&self, name: &str) -> Option<Column> {
        let name = normal(name);
        self.columns.get(&name).or_else(|| self.columns.get(without_parentheses(&name))).copied()
    }

    /// What the columns of a table mean.
    pub fn columns(&self, table: &page::Table) -> Vec<Option<Column>> {
        table.header.iter().map(|cell| self.column(&cell.plain())).collect()
    }
}

impl Role {
    /// The role with this name, as configurations write it: `request-body`.
    pub fn from_name(name: &str) -> Option<Self> {
        words::ROLE_NAMES.iter().find(|(known, _)| *known == name).map(|(_, role)| *role)
    }
}

impl Column {
    /// The column with this name, as configurations write it: `return-type`.
    pub fn from_name(name: &str) -> Option<Self> {
        words::COLUMN_NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
    }
}

/// Lower case, one space between words, no emphasis, no final punctuation.
fn normal(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !matches!(c, '*' | '`' | '\\')).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    joined.trim_end_matches([':', '.', '?']).trim_end().to_owned()
}

/// `request body (v1.0)` without its last parenthesis.
fn without_parentheses(text: &str) -> &str {
    match text.rfind(" (") {
        Some(open) if text.ends_with(')') => text[..open].trim_end(),
        _ => text,
    }
}
