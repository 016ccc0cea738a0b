//! Wire names to Rust identifiers, one at a time.
//!
//! Knows Rust's naming rules and keywords; knows nothing of the API. The result depends on the one name
//! alone; collisions are settled in the pass over all of them.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Words that cannot name anything, not even raw.
const NEVER_RAW: &[&str] = &["self", "super", "crate", "Self", "_"];

/// Strict and reserved keywords of edition 2024 that become raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Modules and types have files, in the crate and in its documentation: so many bytes leave room for a
/// number and an extension on every file system.
pub(crate) const LONGEST: usize = 200;

/// Fields that every generated struct has besides those of the docs.
const RESERVED_FIELDS: &[&str] = &["additional"];

/// Type names that generated code uses itself, from the prelude and its own imports.
const RESERVED_TYPES: &[&str] = &[
    "Box", "Clone", "Copy", "Debug", "Default", "Drop", "Eq", "Err", "Fn", "From", "Into",
    "Iterator", "None", "Ok", "Option", "Ord", "Result", "Self", "Send", "Some", "String", "Sync",
    "Vec",
];

/// A type: `workbookChart` to `WorkbookChart`. Long names are cut; names that the prelude has get the suffix `Model`.
pub(crate) fn type_name(wire: &str) -> String {
    let mut name = camel(wire, "T");
    name.truncate(LONGEST);
    if RESERVED_TYPES.contains(&name.as_str()) { format!("{name}Model") } else { name }
}

/// An enumeration's variant: `unknownFutureValue` to `UnknownFutureValue`. `Unrecognized` is kept for
/// the variant that holds what the docs do not list.
pub(crate) fn variant_name(wire: &str) -> String {
    let name = camel(&spell_signs(wire), "V");
    if name == "Self" || name == "Unrecognized" { format!("{name}_") } else { name }
}

/// A field, parameter or method: `passwordProfile` to `password_profile`, `type` to `r#type`.
pub(crate) fn field_name(wire: &str) -> String {
    let name = snake(&spell_signs(wire), "f");
    if RESERVED_FIELDS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        escape_keyword(&name)
    }
}

/// A constant: `user-list` to `USER_LIST`. Long names are cut.
pub(crate) fn constant_name(wire: &str) -> String {
    let mut name = snake(wire, "p").to_ascii_uppercase();
    name.truncate(LONGEST);
    name
}

/// A module: `termStore` to `term_store`; keywords and devices get a trailing underscore and long names
/// are cut, so that the name is also a usable file name everywhere.
pub fn module_name(wire: &str) -> String {
    let mut name = snake(wire, "m");
    name.truncate(LONGEST);
    if is_taken(&name) { format!("{name}_") } else { name }
}

/// Whether a name is a keyword of Rust, or a device of Windows and no file there.
pub fn is_taken(name: &str) -> bool {
    is_keyword(name) || is_device(name)
}

/// What Windows takes for a device, whatever its extension.
fn is_device(name: &str) -> bool {
    let port = name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    matches!(name, "con" | "prn" | "aux" | "nul")
        || port.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
}

fn escape_keyword(name: &str) -> String {
    if NEVER_RAW.contains(&name) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}

fn is_keyword(name: &str) -> bool {
    NEVER_RAW.contains(&name) || KEYWORDS.contains(&name)
}

fn camel(wire: &str, prefix: &str) -> String {
    start_with_letter(ascii_words(wire).to_upper_camel_case(), prefix)
}

fn snake(wire: &str, prefix: &str) -> String {
    start_with_letter(ascii_words(wire).to_snake_case(), prefix)
}

/// Everything but ASCII letters and digits separates words, so that no text of a page becomes syntax.
fn ascii_words(wire: &str) -> String {
    let words = wire.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' });
    joined(words.collect())
}

/// A single letter is no word but begins the one behind it, as brands and abbreviations are written: `iCloud`
/// is `icloud`, `iCalUId` `ical_uid`, `managedEBook` `managed_ebook`. Several capitals in a row are an
/// acronym, which may follow a small letter (`iOS`), and what stands behind a digit is a unit or a size.
fn joined(words: String) -> String {
    let mut letters = words.into_bytes();
    for at in 0..letters.len() {
        if is_alone(&letters, at) {
            let capitals = letters[at + 1..].iter().take_while(|c| c.is_ascii_uppercase()).count();
            let starts_word = letters.get(at + 1 + capitals).is_some_and(u8::is_ascii_lowercase);
            let part = if capitals > 1 && starts_word { capitals - 1 } else { capitals };
            letters[at + 1..][..part].make_ascii_lowercase();
        }
    }
    String::from_utf8(letters).expect("ASCII")
}

/// Whether the letter at `at` would be a word of its own, with another one right behind it.
fn is_alone(letters: &[u8], at: usize) -> bool {
    let before = at.checked_sub(1).map_or(b' ', |before| letters[before]);
    let is = |ahead: usize, test: fn(&u8) -> bool| letters.get(at + ahead).is_some_and(test);
    let capital = u8::is_ascii_uppercase;
    match letters[at] {
        b'a'..=b'z' => before == b' ' && is(1, capital),
        b'A'..=b'Z' => {
            (before == b' ' || before.is_ascii_lowercase())
                && is(1, capital)
                && is(2, u8::is_ascii_lowercase)
        }
        _ => false,
    }
}

/// Signs that would be lost and carry the meaning get words: `+`, `*`, a leading `-`.
fn spell_signs(wire: &str) -> String {
    let spelled = wire.replace('+', " plus ").replace('*', " star ");
    match spelled.strip_prefix('-') {
        Some(rest) => format!("minus {rest}"),
        None => spelled,
    }
}

fn start_with_letter(name: String, prefix: &str) -> String {
    match name.chars().next() {
        // A name without any letter or digit; upper case where the prefix is.
        None if prefix.starts_with(char::is_uppercase) => "Unnamed".to_owned(),
        None => "unnamed".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("{prefix}{name}"),
        Some(_) => name,
    }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::{LONGEST, constant_name, field_name, module_name, type_name, variant_name};

    #[test]
    fn words_numbers_signs_and_keywords() {
        let wire = [
            "userPrincipalName",
            "URLPath",
            "oAuth2",
            "printOAuth",
            "iCalUId",
            "iOSVersion",
            "iOS",
            "iPv4Range",
            "speedInMHz",
            "eTag",
            "IODevice",
            "EducationN",
            "2fa",
            "type",
            "self",
            "gen",
            "Option",
            "string",
            "A+",
            "-1",
            "*",
            "\u{e9}t\u{e9}",
            "",
            "Unrecognized",
            "additional",
            "try",
            "JIS B4",
            "COM1",
            "aux",
        ];
        let rows: String = wire
            .iter()
            .map(|wire| {
                let names =
                    [type_name(wire), variant_name(wire), field_name(wire), module_name(wire)];
                format!(
                    "{wire:<18} {}\n",
                    names.map(|name| format!("{name:<20}")).concat().trim_end()
                )
            })
            .collect();
        assert_snapshot!(rows, @"
        userPrincipalName  UserPrincipalName   UserPrincipalName   user_principal_name user_principal_name
        URLPath            UrlPath             UrlPath             url_path            url_path
        oAuth2             Oauth2              Oauth2              oauth2              oauth2
        printOAuth         PrintOauth          PrintOauth          print_oauth         print_oauth
        iCalUId            IcalUid             IcalUid             ical_uid            ical_uid
        iOSVersion         IosVersion          IosVersion          ios_version         ios_version
        iOS                Ios                 Ios                 ios                 ios
        iPv4Range          Ipv4Range           Ipv4Range           ipv4_range          ipv4_range
        speedInMHz         SpeedInMhz          SpeedInMhz          speed_in_mhz        speed_in_mhz
        eTag               Etag                Etag                etag                etag
        IODevice           IoDevice            IoDevice            io_device           io_device
        EducationN         EducationN          EducationN          education_n         education_n
        2fa                T2fa                V2fa                f2fa                m2fa
        type               Type                Type                r#type              type_
        self               SelfModel           Self_               self_               self_
        gen                Gen                 Gen                 r#gen               gen_
        Option             OptionModel         Option              option              option
        string             StringModel         String              string              string
        A+                 A                   APlus               a_plus              a
        -1                 T1                  Minus1              minus_1             m1
        *                  Unnamed             Star                star                unnamed
        été                T                   T                   t                   t
                           Unnamed             Unnamed             unnamed             unnamed
        Unrecognized       Unrecognized        Unrecognized_       unrecognized        unrecognized
        additional         Additional          Additional          additional_         additional
        try                Try                 Try                 r#try               try_
        JIS B4             JisB4               JisB4               jis_b4              jis_b4
        COM1               Com1                Com1                com1                com1_
        aux                Aux                 Aux                 aux                 aux_
        ");
    }

    #[test]
    fn a_long_name_is_still_a_file_name() {
        assert_eq!(module_name(&"a".repeat(300)).len(), LONGEST);
        assert_eq!(type_name(&"a".repeat(300)).len(), LONGEST);
    }

    proptest::proptest! {
        #[test]
        fn any_text_becomes_an_identifier(text in ".{0,12}") {
            for name in [
                type_name(&text),
                variant_name(&text),
                field_name(&text),
                module_name(&text),
                constant_name(&text),
            ] {
                let name = name.strip_prefix("r#").unwrap_or(&name);
                proptest::prop_assert!(name.starts_with(|c: char| c.is_ascii_alphabetic()), "{name:?}");
                proptest::prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'));
            }
        }
    }
}
