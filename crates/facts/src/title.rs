//! The H1 and what stands around it: the type a title names, the namespace line, the area.

use page::{BlockKind, Page, SectionId, Text};

use crate::Dialect;
use crate::english::{Class, English};
use crate::name::camel_case;
use crate::prose::{Kind, Prose, Token};
use crate::{Fact, PageFacts, Rule};

#[cfg(test)]
mod tests;

const RULE: Rule = "title";
const NAMESPACE_RULE: Rule = "namespace";

/// A type that a heading names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its name as written, maybe qualified.
    pub(crate) name: String,
    /// The heading says that it is an enumeration.
    pub(crate) is_enum: bool,
}

/// The H1, plain.
pub(crate) fn title(page: &Page) -> Option<Fact<String>> {
    let section = &page.sections[h1(page)?.0];
    Some(Fact::new(section.title.plain(), section.span, RULE))
}

/// The headings below that of the file, each as the address that sites give its section. The title of a part is one.
pub(crate) fn sections(page: &Page) -> Vec<Fact<String>> {
    let of_file = usize::from(!page.path.contains(page::PART));
    let below = page.sections.iter().filter(|section| usize::from(section.level) > of_file);
    below.map(|section| Fact::new(section.address(), section.span, RULE)).collect()
}

/// The section of the H1.
pub(crate) fn h1(page: &Page) -> Option<SectionId> {
    page.sections.iter().position(|section| section.level == 1).map(SectionId)
}

/// The type that a heading names: "user resource type", "Audio facet", "color enum type", or one
/// identifier alone.
pub(crate) fn named(title: &str, dialect: &Dialect) -> Option<Named> {
    let title = without_article(after_parentheses(title.trim()), dialect.english());
    let mut words = title.split_whitespace();
    let name = words.next()?.trim_matches(['*', '`']);
    if !is_identifier(name) {
        return None;
    }
    let Some(next) = words.next() else {
        let lower = name.starts_with(|c: char| c.is_ascii_lowercase());
        return lower.then(|| Named { name: name.to_owned(), is_enum: false });
    };
    let third = words.next();
    if third.is_some_and(|third| dialect.english().is_word(third, Class::SeveralValues)) {
        // "desk enum values" collects several.
        return None;
    }
    let is_enum = dialect.names_enumerations(next);
    let known = is_enum || dialect.names_types(next);
    let usable = known && !dialect.is_no_name(name) && !dialect.names_enumerations(name);
    usable.then(|| Named { name: name.to_owned(), is_enum })
}

/// What the heading of a part calls its type: a page of several types has a heading for each, which needs no word for
/// that.
pub(crate) fn of_part(page: &Page, heading: &str, dialect: &Dialect) -> Option<Named> {
    let name = page.path.contains(page::PART).then(|| spelled(heading, dialect))??;
    Some(Named { name, is_enum: false })
}

/// "The user resource type" without its article.
fn without_article<'t>(title: &'t str, english: &English) -> &'t str {
    match title.split_once(' ') {
        Some((first, rest)) if english.is_word(first, Class::TitleArticle) => rest.trim_start(),
        _ => title,
    }
}

/// "(cloud API) user resource type" without what stands in parentheses first.
fn after_parentheses(title: &str) -> &str {
    match title.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((_, rest)) => rest.trim_start(),
        None => title,
    }
}

/// The name that a heading makes of its words: `Nib`, `shapeOfNib` for "Shape of nib", without a word for what it is
/// at the end.
pub(crate) fn spelled(heading: &str, dialect: &Dialect) -> Option<String> {
    let heading = without_article(heading.trim(), dialect.english());
    let mut words: Vec<&str> =
        heading.split([' ', '-']).map(|it| it.trim_matches(['*', '`'])).collect();
    while words.len() > 1 && words.last().is_some_and(|it| dialect.names_types(it)) {
        words.pop();
    }
    let plain = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric());
    match words.as_slice() {
        [name] => is_identifier(name).then(|| (*name).to_owned()),
        words if words.len() <= LONGEST_NAME && words.iter().all(plain) => {
            // A heading begins with a capital, whatever the name does.
            let first = words[0].to_lowercase();
            let name = camel_case(&[&[first.as_str()], &words[1..]].concat());
            is_identifier(&name).then_some(name)
        }
        _ => None,
    }
}

/// Headings of more words are sentences.
const LONGEST_NAME: usize = 5;

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

/// The operation that a title names: `user: sendMail`, `sendMail action`, `sendMail`.
pub(crate) fn of_operation(title: &str, dialect: &Dialect) -> Option<String> {
    let mut words = title.rsplit(':').next()?.split_whitespace();
    let (name, kind, more) = (words.next()?, words.next(), words.next());
    let names = kind.is_none_or(|kind| dialect.names_operations(kind)) && more.is_none();
    names.then(|| name.to_owned())
}

impl PageFacts {
    /// Whether the title is that of an operation of this name.
    pub fn is_titled(&self, operation: &str) -> bool {
        let named = self.titled_operation.as_ref();
        named.is_some_and(|named| named.eq_ignore_ascii_case(operation))
    }

    /// The type that a title such as `user: sendMail` names before its operation.
    pub fn titled_owner(&self) -> Option<&str> {
        let (owner, _) = self.title.as_ref()?.value.rsplit_once(':')?;
        Some(owner.trim()).filter(|owner| !owner.contains(char::is_whitespace))
    }
}

/// The last part of a qualified name.
pub(crate) fn simple(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// The area of the product, in the front matter.
pub(crate) fn area(page: &Page, dialect: &Dialect) -> Option<Fact<String>> {
    let entries = &page.front_matter.entries;
    let entry = dialect.front_matter().areas.iter().find_map(|key| entries.get(key))?;
    let value = entry.value.trim();
    (!value.is_empty()).then(|| Fact::new(value.to_owned(), entry.span, "front-matter"))
}

/// The "Namespace: …" line.
pub(crate) fn namespace(page: &Page, english: &English) -> Option<Fact<String>> {
    page.blocks.iter().find_map(|block| match &block.kind {
        BlockKind::Paragraph(text) => namespace_in(text, english),
        _ => None,
    })
}

/// Whether a paragraph is (or starts with) the namespace line.
pub(crate) fn namespace_in(text: &Text, english: &English) -> Option<Fact<String>> {
    let prose = Prose::new(text, english);
    let tokens = &prose.tokens;
    let is_label = |first: &&Token<'_>| english.usual().namespaces.iter().any(|it| first.is(it));
    let first = tokens.first().filter(is_label)?;
    let colon = tokens.get(1).filter(|token| token.is_mark(":"))?;
    let name = tokens.get(2).filter(|token| token.kind != Kind::Mark)?;
    let value = name.text.trim_end_matches('.');
    (!value.is_empty() && colon.span.page == first.span.page)
        .then(|| Fact::new(value.to_owned(), name.span, NAMESPACE_RULE))
}
