//! How `$filter` names types, where a condition holds a member of an enumeration or asks for a type.

use super::Operand;
use super::literal::quote;

/// How `$filter` spells members of enumerations and names of types.
///
/// Microsoft Graph's documentation writes members as text, which OData 4.01 allows. Services of OData 4.0
/// refuse that and want the name of the type in front. [`Path::with_type_names`](crate::Path::with_type_names)
/// chooses; conditions are the same for both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum TypeNames {
    /// `shift eq 'night'`, `isof('zoo.keeper')`
    #[default]
    Short,
    /// `shift eq zoo.shift'night'`, `isof(zoo.keeper)`
    Qualified,
}

impl TypeNames {
    /// Appends the name of a type where one is asked for.
    pub(super) fn write_type(self, name: &str, text: &mut String) {
        match self {
            Self::Short => quote(name, text),
            Self::Qualified => text.push_str(name),
        }
    }
}

/// What a property is compared with: a literal or a list of such.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    /// The type in front of each literal, where types are named.
    enumeration: Option<&'static str>,
    literals: Literals,
}

#[derive(Clone, Debug)]
enum Literals {
    One(String),
    List(Vec<String>),
}

impl Value {
    pub(super) fn null() -> Self {
        Self { enumeration: None, literals: Literals::One("null".to_owned()) }
    }

    pub(super) fn one<V, L: Operand<V>>(value: &L) -> Self {
        let literal = super::literal(value);
        Self { enumeration: L::ENUMERATION, literals: Literals::One(literal) }
    }

    pub(super) fn list<V, I: IntoIterator<Item: Operand<V>>>(values: I) -> Self {
        let literals = values.into_iter().map(|value| super::literal(&value)).collect();
        Self {
            enumeration: <I::Item as Operand<V>>::ENUMERATION,
            literals: Literals::List(literals),
        }
    }

    pub(super) fn write(&self, text: &mut String, names: TypeNames) {
        let enumeration = self.enumeration.filter(|_| names == TypeNames::Qualified).unwrap_or("");
        match &self.literals {
            Literals::One(literal) => text.extend([enumeration, literal]),
            Literals::List(literals) => {
                for (index, literal) in literals.iter().enumerate() {
                    text.extend([if index == 0 { "(" } else { "," }, enumeration, literal]);
                }
                text.push_str(if literals.is_empty() { "()" } else { ")" });
            }
        }
    }
}
