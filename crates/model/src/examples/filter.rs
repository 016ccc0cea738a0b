//! `$filter` expressions of examples (OData URL conventions 4.01, section 5.1.1), read into typed conditions.

use super::Calls;
use super::scalar::is_of;
use super::tokens::{Token, tokens};
use crate::api::worked::{Comparison, Condition, Literal, Logic, PropertyPath};
use crate::api::{ItemType, Property, QualifiedName, Scalar};
use crate::operators::Operator;

/// How many brackets and words between or before conditions an expression may have in all. So deep may it lie in
/// itself at most, and so many calls may lie in one another in what is printed of it: whoever walks it has the stack
/// for that. The docs have five at most.
const MOST_JOINTS: usize = 100;

/// Reads an expression on objects of type `held`.
///
/// # Errors
/// The part that has no typed form.
pub(super) fn parse(
    calls: &Calls<'_>,
    held: &QualifiedName,
    text: &str,
) -> Result<Condition, String> {
    let tokens = tokens(text).ok_or_else(|| text.to_owned())?;
    if tokens.iter().filter(|it| is_joint(it)).count() > MOST_JOINTS {
        return Err(format!("more than {MOST_JOINTS} brackets and `and`, `or`, `not`"));
    }
    let mut parser =
        Parser { calls, tokens: &tokens, at: 0, scopes: vec![Scope::Object(None, held)] };
    let condition = parser.either().ok_or_else(|| parser.stuck(text))?;
    if parser.at == tokens.len() { Ok(condition) } else { Err(parser.stuck(text)) }
}

/// Whether what stands on one side of it, or behind it, is an expression.
fn is_joint(token: &Token<'_>) -> bool {
    let joins = |word: &str| ["and", "or", "not"].iter().any(|it| word.eq_ignore_ascii_case(it));
    matches!(token, Token::Open) || matches!(token, Token::Word(word) if joins(word))
}

/// What names stand for: properties of an object, behind a lambda variable or not, or a plain value.
#[derive(Clone, Copy)]
enum Scope<'s> {
    Object(Option<&'s str>, &'s QualifiedName),
    Value(&'s str),
}

struct Parser<'p, 't> {
    calls: &'p Calls<'p>,
    tokens: &'t [Token<'t>],
    at: usize,
    scopes: Vec<Scope<'t>>,
}

/// What stands on the left of an operator.
enum Operand {
    Property(PropertyPath),
    /// Those that derived types have by this name, whose own names are left out.
    Bare(Vec<PropertyPath>),
    /// The element of a collection of plain values.
    Element,
}

impl<'p: 't, 't> Parser<'p, 't> {
    fn stuck(&self, text: &str) -> String {
        match self.tokens.get(self.at.saturating_sub(1)) {
            Some(Token::Word(word)) => format!("{word} in {text}"),
            _ => text.to_owned(),
        }
    }

    fn next(&mut self) -> Option<&'t Token<'t>> {
        self.at += 1;
        self.tokens.get(self.at - 1)
    }

    fn take(&mut self, token: &Token<'_>) -> Option<()> {
        (self.tokens.get(self.at)? == token).then(|| self.at += 1)
    }

    fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.tokens.get(self.at), Some(Token::Word(it)) if it.eq_ignore_ascii_case(word));
        self.at += usize::from(found);
        found
    }

    fn either(&mut self) -> Option<Condition> {
        self.joined("or", Logic::Or, |it| it.joined("and", Logic::And, Self::single))
    }

    fn joined(
        &mut self,
        word: &str,
        logic: Logic,
        mut part: impl FnMut(&mut Self) -> Option<Condition>,
    ) -> Option<Condition> {
        let mut parts = vec![part(self)?];
        while self.word(word) {
            parts.push(part(self)?);
        }
        if parts.len() == 1 { parts.pop() } else { Some(Condition::Logic(logic, parts)) }
    }

    fn single(&mut self) -> Option<Condition> {
        if self.word("not") {
            let inside = self.single()?;
            return self.may_be_negated(&inside).then(|| Condition::Not(Box::new(inside)));
        }
        if self.take(&Token::Open).is_some() {
            let inside = self.either()?;
            self.take(&Token::Close)?;
            return Some(inside);
        }
        let Some(Token::Word(name)) = self.next() else { return None };
        if self.take(&Token::Open).is_some() {
            return self.call(name);
        }
        let operand = self.operand(name)?;
        if self.word("in") {
            return self.one_of(operand);
        }
        let comparison = self.operator()?;
        let literal = self.literal()?;
        self.compare(operand, comparison, literal)
    }

    /// The docs state `not` for every property in the condition, or no operators at all.
    fn may_be_negated(&self, condition: &Condition) -> bool {
        match condition {
            Condition::Logic(_, parts) => parts.iter().all(|it| self.may_be_negated(it)),
            Condition::Not(inside) => self.may_be_negated(inside),
            Condition::Compare(property, ..)
            | Condition::In(property, _)
            | Condition::Elements { property, .. }
            | Condition::Values { property, .. } => {
                self.calls.end(property).is_some_and(|it| allows(it, Operator::Not))
            }
        }
    }

    /// A function or lambda, behind its opening bracket.
    fn call(&mut self, name: &'t str) -> Option<Condition> {
        if let Some((path, kind)) = name.rsplit_once('/')
            && matches!(kind, "any" | "all")
        {
            return self.lambda(path, kind == "any");
        }
        let comparison = match name.to_lowercase().as_str() {
            "startswith" => Comparison::StartsWith,
            "endswith" => Comparison::EndsWith,
            "contains" => Comparison::Contains,
            _ => return None,
        };
        let Some(Token::Word(name)) = self.next() else { return None };
        let operand = self.operand(name)?;
        self.take(&Token::Comma)?;
        let literal = self.literal()?;
        self.take(&Token::Close)?;
        // `startsWith(name,'x') eq true` says the same.
        if self.word("eq") && !self.word("true") {
            return None;
        }
        self.compare(operand, comparison, literal)
    }

    fn lambda(&mut self, path: &'t str, any: bool) -> Option<Condition> {
        let Operand::Property(property) = self.operand(path)? else { return None };
        if self.take(&Token::Close).is_some() {
            return any.then_some(Condition::Elements { property, any, condition: None });
        }
        let Some(Token::Word(variable)) = self.next() else { return None };
        self.take(&Token::Colon)?;
        let target = self.calls.target(&property);
        self.scopes.push(match target {
            Some(name) => Scope::Object(Some(variable), name),
            None => Scope::Value(variable),
        });
        let inside = self.either()?;
        self.scopes.pop();
        self.take(&Token::Close)?;
        match inside {
            Condition::Values { comparison, literal, .. } if target.is_none() => {
                let end = self.calls.end(&property)?;
                let possible = allows(end, comparison.operator(&literal))
                    && literal != Literal::Null
                    && fits(end, comparison, &literal);
                possible.then_some(Condition::Values { property, any, comparison, literal })
            }
            inside if target.is_some() => {
                Some(Condition::Elements { property, any, condition: Some(Box::new(inside)) })
            }
            _ => None,
        }
    }

    fn operand(&self, name: &str) -> Option<Operand> {
        match *self.scopes.last()? {
            Scope::Value(variable) => (name == variable).then_some(Operand::Element),
            Scope::Object(None, held) => {
                let property = self.calls.property_path(held, name).map(Operand::Property);
                property.or_else(|| {
                    let bare: Vec<_> = self.calls.bare_paths(held, name).collect();
                    (!bare.is_empty()).then_some(Operand::Bare(bare))
                })
            }
            Scope::Object(Some(variable), held) => {
                let below = name.strip_prefix(variable)?.strip_prefix('/')?;
                self.calls.property_path(held, below).map(Operand::Property)
            }
        }
    }

    /// A comparison of an element has no property yet; the lambda around it knows it.
    fn compare(
        &self,
        operand: Operand,
        comparison: Comparison,
        literal: Literal,
    ) -> Option<Condition> {
        if let Operand::Element = operand {
            let property = PropertyPath { steps: Vec::new(), bare_in: None };
            return Some(Condition::Values { property, any: true, comparison, literal });
        }
        let property = self.property(operand, comparison.operator(&literal), |it| {
            fits(it, comparison, &literal)
        })?;
        Some(Condition::Compare(property, comparison, literal))
    }

    /// The property that is meant, if the docs let it be compared so: of several one for which they state the
    /// operator, else one for which they state none.
    fn property(
        &self,
        operand: Operand,
        operator: Operator,
        fits: impl Fn(&Property) -> bool,
    ) -> Option<PropertyPath> {
        let mut paths = match operand {
            Operand::Property(path) => vec![path],
            Operand::Bare(paths) => paths,
            Operand::Element => return None,
        };
        let end = |path: &PropertyPath| self.calls.end(path);
        paths.retain(|path| end(path).is_some_and(|it| allows(it, operator) && fits(it)));
        let states = |path: &PropertyPath| end(path).is_some_and(|it| it.query.operators.is_some());
        let stated = paths.iter().position(states).unwrap_or_default();
        paths.into_iter().nth(stated)
    }

    fn one_of(&mut self, operand: Operand) -> Option<Condition> {
        self.take(&Token::Open)?;
        let mut values = vec![self.literal()?];
        while self.take(&Token::Comma).is_some() {
            values.push(self.literal()?);
        }
        self.take(&Token::Close)?;
        let fits = |property: &Property| {
            values.iter().all(|it| *it != Literal::Null && fits(property, Comparison::Eq, it))
        };
        let property = self.property(operand, Operator::In, fits)?;
        Some(Condition::In(property, values))
    }

    fn operator(&mut self) -> Option<Comparison> {
        let Some(Token::Word(word)) = self.next() else { return None };
        Some(match word.to_lowercase().as_str() {
            "eq" => Comparison::Eq,
            "ne" => Comparison::Ne,
            "gt" => Comparison::Gt,
            "ge" => Comparison::Ge,
            "lt" => Comparison::Lt,
            "le" => Comparison::Le,
            "has" => Comparison::Has,
            _ => return None,
        })
    }

    fn literal(&mut self) -> Option<Literal> {
        match self.next()? {
            Token::Text(text) => Some(Literal::Text(text.clone())),
            Token::Word(word) if word.eq_ignore_ascii_case("null") => Some(Literal::Null),
            Token::Word(word) => Some(Literal::Bare((*word).to_owned())),
            _ => None,
        }
    }
}

impl Comparison {
    /// The operator that the docs must state for it, if they state any.
    fn operator(self, literal: &Literal) -> Operator {
        match self {
            Self::Eq if *literal == Literal::Null => Operator::Null,
            Self::Eq => Operator::Eq,
            Self::Ne => Operator::Ne,
            Self::Gt => Operator::Gt,
            Self::Ge => Operator::Ge,
            Self::Lt => Operator::Lt,
            Self::Le => Operator::Le,
            Self::Has => Operator::Has,
            Self::StartsWith => Operator::StartsWith,
            Self::EndsWith => Operator::EndsWith,
            Self::Contains => Operator::Contains,
        }
    }

    fn is_equality(self) -> bool {
        matches!(self, Self::Eq | Self::Ne)
    }
}

/// The docs state the operator for the property, or none at all.
fn allows(property: &Property, operator: Operator) -> bool {
    property
        .query
        .operators
        .as_ref()
        .is_none_or(|set| set.operators().any(|known| known == operator))
}

/// Whether the literal is spelled as one of the property's type.
fn fits(property: &Property, comparison: Comparison, literal: &Literal) -> bool {
    match (literal, &property.ty.value.item) {
        (Literal::Null, _) => comparison.is_equality() && !property.ty.value.collection,
        (Literal::Text(_), ItemType::Scalar(Scalar::String)) => true,
        (Literal::Text(_), ItemType::Enum(_)) => comparison.is_equality(),
        (Literal::Bare(text), ItemType::Scalar(scalar)) => {
            *scalar != Scalar::String && is_of(*scalar, text)
        }
        _ => false,
    }
}
