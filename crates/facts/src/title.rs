//! The H1 and what stands around it: the type a title names, the namespace line, the area.

use page::{BlockKind, Page, SectionId, Text};

use crate::Dialect;
use crate::english::{Class, English};
use crate::prose::{Kind, Prose};
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
    let title = after_parentheses(title.trim());
    let title = title.strip_prefix("The ").or_else(|| title.strip_prefix("the ")).unwrap_or(title);
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
    if third.is_some_and(|third| third.eq_ignore_ascii_case("values")) {
        // "desk enum values" collects several.
        return None;
    }
    let is_enum = dialect.names_enumerations(next);
    let known = is_enum || dialect.names_types(next);
    let usable = known && !dialect.english().is_word(name, Class::NoTitledType);
    usable.then(|| Named { name: name.to_owned(), is_enum })
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
pub(crate) fn spelled(heading: &str, english: &English) -> Option<String> {
    let heading = heading.trim();
    let heading = heading.strip_prefix("The ").unwrap_or(heading);
    let mut words: Vec<&str> =
        heading.split([' ', '-']).map(|it| it.trim_matches(['*', '`'])).collect();
    while words.len() > 1 && words.last().is_some_and(|it| english.is_word(it, Class::TitledKind)) {
        words.pop();
    }
    let plain = |word: &&str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric());
    match words.as_slice() {
        [name] => is_identifier(name).then(|| (*name).to_owned()),
        words if words.len() <= LONGEST_NAME && words.iter().all(plain) => {
            let name = camel_case(words);
            is_identifier(&name).then_some(name)
        }
        _ => None,
    }
}

/// Headings of more words are sentences.
const LONGEST_NAME: usize = 5;

fn camel_case(words: &[&str]) -> String {
    let mut name = words[0].to_lowercase();
    for word in &words[1..] {
        let (first, rest) = word.split_at(1);
        name.extend([&first.to_uppercase(), rest]);
    }
    name
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.'))
}

impl PageFacts {
    /// Whether the title is that of an operation of this name: `user: sendMail`, `sendMail action`, `sendMail`.
    pub fn is_titled(&self, operation: &str) -> bool {
        let Some(title) = &self.title else { return false };
        let last = title.value.rsplit(':').next().unwrap_or_default();
        let words: Vec<&str> = last.split_whitespace().collect();
        match words.as_slice() {
            [word] => word.eq_ignore_ascii_case(operation),
            [word, kind] => {
                let is_kind = ["action", "function"].iter().any(|it| kind.eq_ignore_ascii_case(it));
                is_kind && word.eq_ignore_ascii_case(operation)
            }
            _ => false,
        }
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

/// `ms.prod` or `ms.subservice`.
pub(crate) fn area(page: &Page) -> Option<Fact<String>> {
    let entries = &page.front_matter.entries;
    let entry = entries.get("ms.subservice").or_else(|| entries.get("ms.prod"))?;
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
    let first = tokens.first().filter(|token| token.is("namespace"))?;
    let colon = tokens.get(1).filter(|token| token.is_mark(":"))?;
    let name = tokens.get(2).filter(|token| token.kind != Kind::Mark)?;
    let value = name.text.trim_end_matches('.');
    (!value.is_empty() && colon.span.page == first.span.page)
        .then(|| Fact::new(value.to_owned(), name.span, NAMESPACE_RULE))
}
