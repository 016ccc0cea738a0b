//! Literals of scalar types.

use model::Scalar;
use proc_macro2::Literal;

use crate::code::{Code, code};
use crate::tokens::string;
use crate::types::Type;

/// A literal, or a text that is parsed, as a value of `target` where the place does not ask for one type.
pub(super) fn literal(ty: Scalar, text: &str, target: Option<&Type>) -> Code {
    let number = || Some(code!("{}", Literal::i64_unsuffixed(text.parse().ok()?)));
    let literal = match ty {
        Scalar::String | Scalar::Binary | Scalar::Stream => Some(code!("{}", string(text))),
        Scalar::Boolean if text == "true" => Some(Code::fixed("true")),
        Scalar::Boolean if text == "false" => Some(Code::fixed("false")),
        Scalar::Byte | Scalar::SByte | Scalar::Int16 | Scalar::Int32 | Scalar::Int64 => number(),
        _ => None,
    };
    literal.unwrap_or_else(|| {
        let target = target.map(|ty| code!("::<{}>", ty)).unwrap_or_default();
        code!("{}.parse{}().expect(\"a value of the type\")", string(text), target)
    })
}
