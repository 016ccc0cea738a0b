//! What one page says that a successful call returns.
//!
//! The sentence comes first, the annotation of a response second, a JSON body that names its type third, a table of its
//! members fourth. Reads response facts; must not know the path, which may correct all of them (`response`).

use diag::Span;
use facts::{
    ExampleFacts, Fact, ResponseAnnotation, ResponseFacts, ResponseStatement, Rule, TypeFacts,
    UNNAMED_ANSWER,
};

use super::claim::Claim;
use super::lineage::are_kin;
use crate::types::{Field, Item, Structure, TypeId, TypeIndex, Types};
use crate::{ItemType, Scalar};

/// A page's word on its response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stated {
    /// Success codes and redirects, in order.
    pub statuses: Vec<u16>,
    /// Statements about the content, the strongest first.
    said: Vec<Said>,
    /// What plain words of a sentence name, weaker than all of them.
    worded: Option<Said>,
    /// Where to point when there are none.
    fallback: Span,
    /// All answers of success that it shows are empty, and it shows one.
    pub shows_nothing: bool,
    /// Where it should say what comes back: a sentence about success, or the request line.
    pub silent: Span,
}

/// One statement about the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    /// The content.
    pub content: Content,
    /// The codes that a sentence is about; none where it names none, and of what an example shows.
    pub statuses: Vec<u16>,
    /// Where it is stated.
    pub span: Span,
    /// Who read it.
    pub rule: Rule,
}

impl Stated {
    /// All statements about the content, the strongest first.
    pub(super) fn all(&self) -> &[Said] {
        &self.said
    }

    /// The strongest statement. JSON of an unnamed type only counts when nothing else is said.
    pub(super) fn content(&self) -> Option<&Content> {
        self.strongest().map(|said| &said.content)
    }

    /// What plain words name, where nothing else that is said names a type.
    pub(super) fn worded(&self) -> Option<&Said> {
        let is_open = |said: &Said| matches!(said.content, Content::Json { .. });
        self.worded.as_ref().filter(|_| self.said.iter().all(is_open))
    }

    /// No success that the page names has content (RFC 9110, sections 15.3.5 and 15.3.6).
    pub(super) fn is_without_content(&self) -> bool {
        !self.statuses.is_empty() && self.statuses.iter().all(|code| matches!(code, 204 | 205))
    }

    /// The strongest statement.
    pub(super) fn strongest(&self) -> Option<&Said> {
        let named = self.said.iter().find(|said| !matches!(said.content, Content::Json { .. }));
        named.or(self.said.first())
    }

    /// The strongest statement that names `item` or a relative of it, else the strongest of all: a page
    /// about several things describes several responses.
    pub(super) fn about(&self, item: Option<Item>, types: &Types<'_>) -> Option<&Said> {
        let names = |said: &&Said| match (&said.content, item) {
            (Content::Typed { items, .. }, Some(item)) => {
                items.iter().any(|named| are_kin(*named, item, types))
            }
            _ => false,
        };
        self.said.iter().find(names).or(self.strongest())
    }

    /// Statements that name types of which none is `item` or a relative of it.
    pub(super) fn against<'s>(
        &'s self,
        item: Item,
        types: &'s Types<'_>,
    ) -> impl Iterator<Item = (Item, Span)> + 's {
        self.said.iter().filter_map(move |said| match &said.content {
            Content::Typed { items, .. } if !items.iter().any(|it| are_kin(*it, item, types)) => {
                Some((items[0], said.span))
            }
            _ => None,
        })
    }

    /// Sentences that name a type for codes that have no content.
    pub(super) fn with_content(&self) -> impl Iterator<Item = (Item, Span)> {
        self.said.iter().filter_map(|said| match &said.content {
            Content::Typed { items, .. } if !said.statuses.is_empty() => {
                Some((items[0], said.span))
            }
            _ => None,
        })
    }

    /// Where the content is stated and by which rule, `said` being the statement that was believed.
    pub(super) fn place(&self, said: Option<&Said>) -> (Span, Rule) {
        said.map_or((self.fallback, "path"), |said| (said.span, said.rule))
    }
}

/// What a page says a response holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing.
    Empty,
    /// One of these types, the likeliest first; never empty.
    Typed {
        /// The types.
        items: Vec<Item>,
        /// Several values.
        collection: bool,
    },
    /// Bytes, maybe behind a redirect.
    Stream,
    /// JSON of a type that is not named.
    Json {
        /// `{"value": […]}`
        collection: bool,
    },
}

/// What the page of a claim states; it points to the request line when it states nothing.
pub(super) fn read(claim: &Claim<'_>, types: &Types<'_>) -> Stated {
    let (namespace, index, fallback) = (claim.namespace(), &types.index, claim.line.span);
    let ResponseFacts { statements, annotations } = &claim.facts.response;
    let in_array = shows_arrays(annotations);
    let sentences = statements.iter().filter_map(|fact| {
        let content = sentence(&fact.value, in_array, namespace, index)?;
        let statuses = fact.value.statuses.clone();
        Some(Said { content, statuses, span: fact.span, rule: fact.rule })
    });
    let worded = statements.iter().find_map(|fact| {
        let ResponseStatement { words, collection, statuses, .. } = &fact.value;
        let words = words.as_ref().filter(|_| !statuses.is_empty())?;
        let item = ItemType::Struct(index.structure(words, namespace)?);
        let content = typed(vec![item], *collection || in_array);
        Some(Said { content, statuses: statuses.clone(), span: fact.span, rule: fact.rule })
    });
    let shown =
        annotations.iter().filter(|fact| is_success(fact.value.status)).filter_map(|fact| {
            let content = annotation(&fact.value, namespace, index)?;
            Some(Said { content, statuses: Vec::new(), span: fact.span, rule: fact.rule })
        });
    let said = sentences.chain(shown).chain(listed(claim, types, in_array));
    Stated {
        statuses: statuses(statements, annotations),
        said: said.map(|said| unpaged(said, types)).collect(),
        worded: worded.map(|said| unpaged(said, types)),
        fallback,
        shows_nothing: shows_nothing(claim),
        silent: statements.first().map_or(fallback, |fact| fact.span),
    }
}

/// What a page of a collection holds, where a type describes it: `value` has several objects, and beside it are but texts
/// and numbers, as the link to the next page.
fn unpaged(said: Said, types: &Types<'_>) -> Said {
    let content = match &said.content {
        Content::Typed { items, .. } if let [ItemType::Struct(id)] = items[..] => paged(id, types),
        _ => None,
    };
    Said { content: content.unwrap_or(said.content), ..said }
}

fn paged(id: TypeId, types: &Types<'_>) -> Option<Content> {
    let fields = &types.structure(id)?.fields;
    let is_value = |field: &&Field<'_>| field.wire_name == "value";
    let value = fields.iter().find(is_value)?.ty.value;
    let mut others = fields.iter().filter(|field| !is_value(field));
    let is_page = value.collection
        && matches!(value.item, ItemType::Struct(_))
        && others.all(|it| matches!(it.ty.value.item, ItemType::Scalar(_)) && it.wire_name != "id");
    is_page.then(|| typed(vec![value.item], true))
}

/// The type whose members a table of the page lists as those of its answer, which it does not name: of each element,
/// unless the array is one of them.
fn listed(claim: &Claim<'_>, types: &Types<'_>, in_array: bool) -> Option<Said> {
    let is_unnamed = |it: &&TypeFacts| it.names.iter().all(|name| name.rule == UNNAMED_ANSWER);
    let facts = claim.page.types.iter().find(is_unnamed)?;
    let says = |item: &Structure<'_>| item.stated.facts().any(|it| std::ptr::eq(it, facts));
    let (id, _) = types.structs.iter().find(|(_, item)| says(item))?;
    let name = facts.names.first()?;
    let is_around = facts.properties.iter().any(|row| row.name.value == "value");
    let said = claim.facts.response.statements.iter().any(|it| it.value.collection);
    let content = typed(vec![ItemType::Struct(*id)], (in_array || said) && !is_around);
    Some(Said { content, statuses: Vec::new(), span: name.span, rule: name.rule })
}

fn statuses(
    statements: &[Fact<ResponseStatement>],
    annotations: &[Fact<ResponseAnnotation>],
) -> Vec<u16> {
    let said = statements.iter().flat_map(|fact| fact.value.statuses.iter().copied());
    let mut codes: Vec<u16> = said.filter(|code| is_success(Some(*code))).collect();
    if codes.is_empty() {
        let shown = annotations.iter().filter_map(|fact| fact.value.status);
        codes = shown.filter(|code| is_success(Some(*code))).collect();
    }
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn is_success(status: Option<u16>) -> bool {
    status.is_none_or(|code| (200..400).contains(&code))
}

/// Answers to another method say nothing of this one, unless no example has it.
fn shows_nothing(claim: &Claim<'_>) -> bool {
    let asks = |example: &ExampleFacts| {
        example.line.as_ref().is_none_or(|line| line.value.method == claim.method())
    };
    let all = &claim.facts.examples;
    let is_asked = all.iter().any(|it| it.line.is_some() && asks(it));
    let examples = all.iter().filter(|it| !is_asked || asks(it));
    let is_success = |code: &str| code.starts_with('2');
    let answers = examples.filter_map(|example| Some(&example.response.as_ref()?.value));
    let mut answers = answers
        .filter(|answer| answer.start.split_whitespace().nth(1).is_some_and(is_success))
        .peekable();
    answers.peek().is_some() && answers.all(|answer| answer.body.is_empty())
}

/// All responses that are shown with a body hold arrays.
fn shows_arrays(annotations: &[Fact<ResponseAnnotation>]) -> bool {
    let successes = annotations.iter().filter(|fact| is_success(fact.value.status));
    let mut bodies = successes.filter_map(|fact| fact.value.body.as_ref()).peekable();
    bodies.peek().is_some() && bodies.all(|body| body.value_array)
}

/// A sentence that calls several values "a collection" is right even where the annotation forgets it;
/// one that does not may only have left the word out, so a shown array counts. A sentence without a status
/// may be about anything; only a link makes its words a type.
fn sentence(
    statement: &ResponseStatement,
    in_array: bool,
    namespace: &str,
    types: &TypeIndex,
) -> Option<Content> {
    let is_weak = statement.statuses.is_empty();
    let mentions = statement.mentions.iter().filter(|mention| !is_weak || mention.link.is_some());
    let resolved = mentions.filter_map(|mention| types.resolve(mention, namespace));
    let items: Vec<Item> = resolved.filter(|item| *item != ItemType::Untyped).collect();
    let without_body = |code: &u16| matches!(code, 202 | 204 | 205);
    if statement.no_content {
        Some(Content::Empty)
    } else if statement.statuses.contains(&302) {
        Some(Content::Stream)
    } else if !items.is_empty() {
        Some(typed(items, statement.collection || in_array))
    } else if statement.stream {
        Some(Content::Stream)
    } else if !statement.statuses.is_empty() && statement.statuses.iter().all(without_body) {
        Some(Content::Empty)
    } else {
        None
    }
}

fn annotation(
    annotation: &ResponseAnnotation,
    namespace: &str,
    types: &TypeIndex,
) -> Option<Content> {
    let body = annotation.body.as_ref();
    let array = body.is_some_and(|body| body.value_array);
    let known = |name: &str| types.resolve_name(name, namespace);
    let named = |name: &str| known(name).filter(|item| *item != ItemType::Untyped);
    if let Some(item) = annotation.odata_type.as_deref().and_then(named) {
        return Some(typed(vec![item], annotation.collection || array));
    }
    let body = body?;
    if let Some(item) = body.odata_type.as_deref().and_then(named) {
        return Some(typed(vec![item], array || annotation.collection));
    }
    if let Some(kind) = &body.value_scalar {
        return Some(typed(vec![json_scalar(kind)], false));
    }
    Some(Content::Json { collection: array || annotation.collection })
}

fn typed(items: Vec<Item>, collection: bool) -> Content {
    if items[0] == ItemType::Scalar(Scalar::Stream) {
        return Content::Stream;
    }
    Content::Typed { items, collection }
}

fn json_scalar(kind: &str) -> Item {
    ItemType::Scalar(match kind {
        "boolean" => Scalar::Boolean,
        "number" => Scalar::Double,
        _ => Scalar::String,
    })
}
