//! Structs as syntax, for prettyplease to print.
//!
//! The pieces are put together as they are: to write them as tokens and have those parsed, item by item,
//! costs several times what printing does.

#[cfg(test)]
mod tests;

use proc_macro2::{Ident, Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Bracket, Paren};
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprLit, Field, FieldModifiers,
    Fields, FieldsNamed, File, GenericArgument, Generics, Item, ItemStruct, Lit, LitStr,
    MacroDelimiter, Meta, MetaList, MetaNameValue, Path, PathArguments, PathSegment, Token, Type,
    TypePath, Visibility,
};

use crate::tokens::declared;

/// A file of one item.
pub(crate) fn file(item: Item) -> File {
    File { shebang: None, frontmatter: None, attrs: Vec::new(), items: vec![item] }
}

/// `pub struct name { .. }`
pub(crate) fn structure(attrs: Vec<Attribute>, name: Ident, fields: Vec<Field>) -> Item {
    let fields = FieldsNamed { brace_token: Brace::default(), named: fields.into_iter().collect() };
    Item::Struct(ItemStruct {
        attrs,
        vis: public(),
        struct_token: <Token![struct]>::default(),
        ident: name,
        generics: Generics::default(),
        fields: Fields::Named(fields),
        semi_token: None,
    })
}

/// `pub name: ty`
pub(crate) fn field(attrs: Vec<Attribute>, name: Ident, ty: Type) -> Field {
    Field {
        attrs,
        vis: public(),
        modifiers: FieldModifiers::default(),
        ident: Some(name),
        colon_token: Some(<Token![:]>::default()),
        ty,
        default: None,
    }
}

/// The type at a path, with its argument if it is generic.
pub(crate) fn type_at(path: &str, argument: Option<Type>) -> Type {
    let mut segments: Punctuated<PathSegment, Token![::]> =
        path.split("::").map(|name| PathSegment::from(declared(name))).collect();
    if let (Some(segment), Some(argument)) = (segments.last_mut(), argument) {
        segment.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <Token![<]>::default(),
            args: Punctuated::from_iter([GenericArgument::Type(argument)]),
            gt_token: <Token![>]>::default(),
        });
    }
    Type::Path(TypePath {
        attrs: Vec::new(),
        qself: None,
        path: Path { leading_colon: None, segments },
    })
}

/// A line of a doc comment.
pub(crate) fn doc(line: &str) -> Attribute {
    let text = if line.is_empty() { String::new() } else { format!(" {line}") };
    attribute(Meta::NameValue(MetaNameValue {
        path: word("doc"),
        eq_token: <Token![=]>::default(),
        value: Expr::Lit(ExprLit {
            attrs: Vec::new(),
            lit: Lit::Str(LitStr::new(&text, Span::call_site())),
        }),
    }))
}

/// `#[name]`, or `#[name(arguments)]` where there are any.
pub(crate) fn named_attribute(name: &str, arguments: TokenStream) -> Attribute {
    if arguments.is_empty() {
        return attribute(Meta::Path(word(name)));
    }
    attribute(Meta::List(MetaList {
        path: word(name),
        delimiter: MacroDelimiter::Paren(Paren::default()),
        tokens: arguments,
    }))
}

fn attribute(meta: Meta) -> Attribute {
    Attribute {
        pound_token: <Token![#]>::default(),
        style: AttrStyle::Outer,
        bracket_token: Bracket::default(),
        meta,
    }
}

/// A path of one name.
fn word(name: &str) -> Path {
    Path::from(declared(name))
}

fn public() -> Visibility {
    Visibility::Public(<Token![pub]>::default())
}
