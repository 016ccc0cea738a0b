//! What other writers would say of defaults, lengths, values, filters and the like, and what it must and must not
//! state.
//!
//! The sentences are made of parts, and chosen without regard to the patterns in `english.toml`.

use super::{notes, values};
use crate::testing::{Tally, origin, prose, text};

/// Where a sentence stands: alone, behind another one, before another one.
fn placed(sentence: &str) -> [String; 3] {
    [
        sentence.to_owned(),
        format!("The ink of the pen. {sentence}"),
        format!("{sentence} Pens write."),
    ]
}

/// Each form with each filler in place of `{}`; `wanted` says what it must state for the filler.
fn fill(tally: &mut Tally, forms: &[&str], fillers: &[&str], wanted: impl Fn(&str) -> String) {
    for (form, filler) in forms.iter().flat_map(|form| fillers.iter().map(move |it| (form, it))) {
        for sentence in placed(&form.replace("{}", filler)) {
            let wanted = wanted(filler);
            let stated = notes(&sentence);
            tally.add_one(&sentence, &wanted, stated);
        }
    }
}

fn nothing(_: &str) -> String {
    String::new()
}

#[test]
fn defaults() {
    const SAID: &[&str] = &[
        "The default value is {}.",
        "The default is {}.",
        "Its default is {}.",
        "Default: {}.",
        "Default is {}.",
        "Default value: {}.",
        "Default value is {}.",
        "Defaults to {}.",
        "It defaults to {}.",
        "The property defaults to {}.",
        "If not specified, defaults to {}.",
        "If omitted, the default is {}.",
        "By default, it is {}.",
        "By default, the value is {}.",
        "By default this is set to {}.",
        "It is {} by default.",
        "The value is {} by default.",
        "Set to {} by default.",
        "The default setting is {}.",
        "{} is the default.",
        "{} is the default value.",
        "If unset, {} is assumed.",
        "When omitted, {} is used.",
        "The default for this property is {}.",
        "The default value of this property is {}.",
        "The default value for the field is {}.",
        "The default color is {}.",
        "Defaults to {} if not set.",
        "Defaults to {} when omitted.",
    ];
    const UNSAID: &[&str] = &[
        "Defaults to {} for fountain pens.",
        "Defaults to {} if the pen is new.",
        "Defaults to {} when the pen is lent.",
        "If the type is `nib`, it defaults to {}.",
        "The default value is not {}.",
        "The default language of {} is kept.",
        "By default, {} are not returned.",
        "The default pen writes {}.",
        "Uses the default color {} or another.",
        "The value is {}.",
        "If the pen is new, {} is used.",
        "If the pen is not lent, {} is used.",
        "If the pen is not lent, it defaults to {}.",
        "Returns {} by default.",
        "It is {} by default for old pens.",
        "{} is no default.",
    ];
    let mut tally = Tally::default();
    let value = |filler: &str| format!("Default({:?})", filler.trim_matches(['`', '\'']));
    fill(&mut tally, SAID, &["`blue`", "`true`", "`10`"], value);
    fill(&mut tally, UNSAID, &["`blue`", "`true`"], nothing);
    fill(
        &mut tally,
        &["Defaults to {}.", "The default is {}."],
        &["blue", "false", "45", "'auto'"],
        value,
    );
    fill(
        &mut tally,
        &["The default is {}.", "Defaults to {}.", "By default, it is {}."],
        &[
            "30 minutes",
            "the current time",
            "the name of the owner",
            "empty",
            "what the owner sets",
        ],
        nothing,
    );
    tally.check();
}

#[test]
fn lengths() {
    const SAID: &[&str] = &[
        "Maximum length is {} characters.",
        "Maximum length: {}.",
        "Max length {}.",
        "Max length: {} characters.",
        "The maximum length is {}.",
        "The maximum length of the name is {} characters.",
        "The maximum allowed length is {} characters.",
        "Limited to {} characters.",
        "It is limited to {} characters.",
        "The value is limited to {} characters.",
        "Up to {} characters.",
        "Up to {} characters long.",
        "At most {} characters.",
        "No more than {} characters.",
        "No longer than {} characters.",
        "Must not exceed {} characters.",
        "Cannot exceed {} characters.",
        "The name can't exceed {} characters.",
        "Cannot be longer than {} characters.",
        "Can be up to {} characters long.",
        "Can have at most {} characters.",
        "Must be {} characters or fewer.",
        "{} characters or less.",
        "Maximum {} characters.",
        "Maximum of {} characters.",
        "A maximum of {} characters is allowed.",
        "A string of up to {} characters.",
        "May contain up to {} characters.",
        "The name must be no longer than {} characters.",
        "Character limit: {}.",
        "The character limit is {}.",
        "The length must not exceed {} characters.",
        "The length is limited to {} characters.",
        "The length of the name is at most {} characters.",
        "Must not be longer than {} characters.",
        "Should not exceed {} characters.",
    ];
    const UNSAID: &[&str] = &[
        "Up to {} items.",
        "A maximum of {} pens.",
        "Limited to {} requests per minute.",
        "Minimum length is {} characters.",
        "At least {} characters.",
        "Must have more than {} characters.",
        "Up to {} MB.",
        "If the pen is new, up to {} characters.",
        "Up to {} characters when the pen is new.",
        "Can hold at most {} pens.",
        "The text is cut after {} characters.",
        "The length of {} pens.",
    ];
    let mut tally = Tally::default();
    fill(&mut tally, SAID, &["64", "1,024"], |it| format!("MaxLength({})", it.replace(',', "")));
    fill(&mut tally, UNSAID, &["64", "1,024"], nothing);
    tally.check();
}

#[test]
fn lists_of_values() {
    const LEADS: &[&str] = &[
        "Possible values are:",
        "The possible values are",
        "The possible values are:",
        "Possible values:",
        "Valid values are",
        "Valid values:",
        "Allowed values are",
        "Supported values are:",
        "Supported values include",
        "Accepted values:",
        "Permitted values are",
        "Acceptable values are",
        "Available values:",
        "One of:",
        "One of",
        "Must be one of",
        "Can be one of",
        "Can be one of the following:",
        "Is one of the following:",
        "The value is one of",
        "The value must be one of the following:",
        "Can be",
        "It can be",
        "The value can be",
        "Can be either",
        "Either",
        "Values:",
        "The values are",
        "Its value is either",
        "Valid options are:",
        "Possible options are",
    ];
    const LISTS: &[&str] = &[
        "`ink`, `nib`, or `cap`.",
        "`ink`, `nib`, `cap`.",
        "`ink` | `nib` | `cap`.",
        "**ink**, **nib**, and **cap**.",
        "'ink', 'nib', or 'cap'.",
    ];
    let mut tally = Tally::default();
    for (lead, list) in LEADS.iter().flat_map(|lead| LISTS.iter().map(move |list| (lead, list))) {
        let sentence = format!("The part. {lead} {list}");
        tally.add_one(&sentence, "ink nib cap", values(&sentence));
    }
    for other in
        ["The parts", "Uses", "Parts such as", "For example,", "Depends on", "The colors of"]
    {
        for list in LISTS {
            let sentence = format!("{other} {list}");
            tally.add_one(&sentence, "", values(&sentence));
        }
    }
    for other in [
        "Valid values are 1 to 24.",
        "Possible values are whole numbers.",
        "The value is `ink`.",
        "Can be changed from `ink` to `nib`.",
        "The value can be empty.",
        "One of the pens.",
        "Either way it writes.",
    ] {
        tally.add_one(other, "", values(other));
    }
    tally.check();
}

#[test]
fn filters() {
    const SAID: &[&str] = &[
        "Supports `$filter` ({}).",
        "Supports $filter ({}).",
        "Supports the `$filter` ({}) query option.",
        "Supports the `$filter` query parameter ({}).",
        "Supports `$filter` with {}.",
        "Supports `$filter` with the operators {}.",
        "This property supports `$filter` ({}).",
        "The property also supports `$filter` ({}).",
        "It supports `$filter` ({}).",
        "`$filter` ({}) is supported.",
        "`$filter` is supported ({}).",
        "Can be used with `$filter` ({}).",
        "Can be used in `$filter` ({}) expressions.",
        "You can use `$filter` ({}) on this property.",
        "Works with `$filter` ({}).",
        "Filterable with `$filter` ({}).",
    ];
    const DENIED: &[&str] = &[
        "Does not support `$filter`.",
        "Doesn't support `$filter`.",
        "This property does not support `$filter`.",
        "It doesn't support `$filter`.",
        "`$filter` is not supported.",
        "`$filter` isn't supported.",
        "Cannot be used with `$filter`.",
        "Can't be used in `$filter`.",
        "`$filter` can't be used.",
        "Not supported in `$filter`.",
    ];
    const UNSAID: &[&str] = &[
        "Supports `$filter` ({}) on **city**.",
        "Supports `$filter` ({}) when the pen is new.",
        "Supports `$filter` ({}) only for new pens.",
        "Does not support `$filter` ({}) on **city**.",
        "Use `$filter` ({}) on another property.",
        "Whether the property supports `$filter` ({}).",
    ];
    let mut tally = Tally::default();
    let operators = |_: &str| r#"Filter(["eq", "ne"])"#.to_owned();
    fill(&mut tally, SAID, &["`eq`, `ne`", "`eq` and `ne`", "eq, ne"], operators);
    fill(&mut tally, DENIED, &[""], |_| r#"Filter(["none"])"#.to_owned());
    fill(&mut tally, UNSAID, &["`eq`, `ne`", "`eq` and `ne`"], nothing);
    tally.check();
}

#[test]
fn plain_statements() {
    const SELECTED: &[&str] = &[
        "Returned only on `$select`.",
        "Only returned on `$select`.",
        "Only returned with `$select`.",
        "Returned only with `$select`.",
        "It is only returned on `$select`.",
        "This property is returned only on `$select`.",
        "Not returned by default.",
        "Isn't returned by default.",
        "It isn't returned by default.",
        "This property is not returned by default.",
        "The value is never returned by default.",
        "Returned only on `$select` for a single pen.",
        "Must be requested with `$select`.",
        "Use `$select` to get this property.",
        "Requires `$select` to retrieve.",
        "Not included in the default response.",
    ];
    const DEPRECATED: &[&str] = &[
        "Deprecated.",
        "This property is deprecated.",
        "The property is deprecated.",
        "This field has been deprecated.",
        "This is deprecated.",
        "It is deprecated.",
        "It's deprecated.",
        "This property is obsolete.",
        "This property is now deprecated.",
        "This property is being deprecated.",
        "This property will be deprecated in May.",
        "Do not use.",
        "Don't use this property.",
        "Do not use this field.",
        "This attribute is deprecated and will be removed.",
        "This setting is deprecated in favor of the lid.",
        "Deprecated: use the lid.",
        "Deprecated - use the lid.",
        "Deprecated, use the lid.",
        "(Deprecated) The color.",
        "[Deprecated] The color.",
    ];
    const KEY: &[&str] = &[
        "Key.",
        "Primary key.",
        "The primary key.",
        "The key.",
        "The key of the entity.",
        "The entity key.",
        "This is the key.",
        "It is the key.",
        "It's the primary key.",
        "This property is the key.",
        "The property is the primary key.",
        "The unique key of the pen.",
        "A unique key.",
        "Key property.",
        "This is the primary key.",
        "This is the key of the pen.",
    ];
    const FLAGS: &[&str] = &[
        "A flags enum.",
        "This is a flags enumeration.",
        "A flagged enumeration.",
        "A multi-valued enumeration.",
        "Multi-valued.",
        "The values can be combined.",
        "Values can be combined.",
        "A bitwise combination of the values.",
        "Any combination of the colors.",
        "A combination of the following colors.",
        "Can be any combination of the values.",
        "A bit field.",
        "A set of bit flags.",
        "Several values can be combined.",
        "Multiple values can be combined with commas.",
    ];
    const NOTHING: &[&str] = &[
        "The unique identifier of the pen.",
        "The key opens the case.",
        "Key facts of the pen.",
        "The deprecated pens.",
        "The number of deprecated pens.",
        "Whether the pen is deprecated.",
        "True if it is deprecated.",
        "If the pen is deprecated, nothing happens.",
        "Returned for each pen.",
        "Returned only on Mondays.",
        "Only the owner is returned.",
        "The flag of the country.",
        "The values cannot be combined.",
        "A combination of ink and paper.",
        "Use the lid.",
        "Whether values can be combined.",
        "Selects the pens that are returned.",
        "An obsolete word for ink.",
        "The owner does not use this.",
        "A product key.",
    ];
    let mut tally = Tally::default();
    let lists = [(SELECTED, "SelectOnly"), (KEY, "Key"), (FLAGS, "Flags"), (NOTHING, "")];
    for (list, wanted) in lists {
        fill(&mut tally, list, &[""], |_| wanted.to_owned());
    }
    for sentence in DEPRECATED.iter().flat_map(|it| placed(it)) {
        tally.add_one(&sentence, "Deprecated", kind_of(&notes(&sentence)));
    }
    tally.check();
}

#[test]
fn kinds_of_types() {
    const BASES: &[&str] = &[
        "Inherits from {}.",
        "It inherits from {}.",
        "This type inherits from {}.",
        "This resource inherits from {}.",
        "The pen inherits all properties from {}.",
        "Derived from {}.",
        "Is derived from {}.",
        "This type is derived from {}.",
        "A pen derives from {}.",
        "The **pen** resource derives from the {} resource.",
        "A subtype of {}.",
        "It is a subtype of {}.",
        "A subclass of {}.",
        "This is a subclass of {}.",
        "Extends {}.",
        "This resource extends the {} resource.",
        "A specialization of {}.",
        "Base type: {}.",
        "Its base type is {}.",
        "The base type is {}.",
        "The base class of this type is {}.",
        "The parent type is {}.",
    ];
    const OTHERS: &[&str] = &[
        "All pens inherit from {}.",
        "Other types derive from {}.",
        "Used by {}.",
        "Holds {}.",
        "This is the base type of {}.",
        "The base type for {}.",
        "Resources that inherit from {} write.",
        "Related to {}.",
        "Contained in {}.",
    ];
    const ABSTRACT: &[&str] = &[
        "An abstract type.",
        "This is an abstract type.",
        "This type is abstract.",
        "It is abstract.",
        "The pen is an abstract type.",
        "The abstract base class of all pens.",
        "Abstract base type for pens.",
        "This resource is an abstract type.",
        "This is an abstract base class.",
        "The **pen** type is abstract.",
        "An abstract resource that represents a pen.",
        "The type is abstract and cannot be created.",
        "Abstract.",
        "This is the abstract base type of all pens.",
    ];
    const OPEN: &[&str] = &[
        "This is an open type.",
        "This type is an open type.",
        "This resource is an open type.",
        "The pen resource is an open type.",
        "It is an open type.",
        "An open type.",
        "This is an open complex type.",
        "This type is open.",
        "It's an open type that takes more properties.",
    ];
    const NEITHER: &[&str] = &[
        "The abstract of the article.",
        "Holds an abstract of the text.",
        "Derives from the abstract type **tool**.",
        "The shop is open.",
        "An open pen.",
        "A member of an open type.",
        "It is not abstract.",
        "This is not an open type.",
        "Whether the type is abstract.",
    ];
    let mut tally = Tally::default();
    let base = |sentence: &str| {
        let text = text(sentence);
        let found = crate::inheritance::bases(&prose(&text), "pen", origin());
        found.into_iter().map(|it| it.value.name).collect::<Vec<_>>().join(" ")
    };
    for filler in ["[tool](tool.md)", "**tool**", "`tool`"] {
        for (form, wanted) in
            BASES.iter().map(|it| (it, "tool")).chain(OTHERS.iter().map(|it| (it, "")))
        {
            for sentence in placed(&form.replace("{}", filler)) {
                tally.add_one(&sentence, wanted, base(&sentence));
            }
        }
    }
    let kind = |sentence: &str| {
        let text = text(sentence);
        let prose = prose(&text);
        let is = |fact: Option<crate::Fact<bool>>, said| fact.map(|_| said);
        let said = [
            is(crate::inheritance::is_abstract(&prose), "abstract"),
            is(crate::inheritance::is_open(&prose), "open"),
        ];
        said.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    for (list, wanted) in [(ABSTRACT, "abstract"), (OPEN, "open"), (NEITHER, "")] {
        for sentence in list.iter().flat_map(|it| placed(it)) {
            tally.add_one(&sentence, wanted, kind(&sentence));
        }
    }
    tally.check();
}

#[test]
fn single_sentences() {
    let cases: &[(&str, &str)] = &[
        ("The field defaults to `x`.", "Default(\"x\")"),
        ("If this is left blank, `x` is used.", "Default(\"x\")"),
        ("When this value isn't provided, it defaults to `x`.", "Default(\"x\")"),
        ("`x` by default.", "Default(\"x\")"),
        ("Default setting: `x`.", "Default(\"x\")"),
        ("The standard value is `x`.", ""),
        ("Falls back to `x` if omitted.", "Default(\"x\")"),
        ("By default, this property is `x`.", "Default(\"x\")"),
        ("The default state is `x`.", "Default(\"x\")"),
        ("It's `x` by default.", "Default(\"x\")"),
        ("The default value of `x` applies.", "Default(\"x\")"),
        ("Defaults to `x` on new pens.", ""),
        ("Can't be more than 20 characters.", "MaxLength(20)"),
        ("Has a maximum length of 20 characters.", "MaxLength(20)"),
        ("A string with a maximum length of 20.", "MaxLength(20)"),
        ("Length limit: 20 characters.", "MaxLength(20)"),
        ("The value can be at most 20 characters long.", "MaxLength(20)"),
        ("Restricted to 20 characters.", "MaxLength(20)"),
        ("20 characters max.", "MaxLength(20)"),
        ("Must be under 20 characters.", ""),
        ("Between 1 and 20 characters.", ""),
        ("Supports `$filter` only with `eq`.", "Filter([\"eq\"])"),
        ("`$filter` and `$orderby` are supported.", "Filter([]), OrderBy"),
        ("`$filter` supports `eq` and `ne`.", "Filter([\"eq\", \"ne\"])"),
        ("Only `eq` is supported in `$filter`.", "Filter([\"eq\"])"),
        ("Can be filtered with `eq`.", "Filter([\"eq\"])"),
        ("`$filter` supports `eq`, not `ne`.", ""),
        ("`$filter` supports any operator.", ""),
        ("`in stock` is supported in `$filter`.", ""),
        ("Returned only when `$select` is not used.", ""),
        ("Returned only when the parent is requested with `$select`.", ""),
        ("Supports filtering by `eq` and `in`.", "Filter([\"eq\", \"in\"])"),
        ("Filterable.", "Filter([])"),
        ("Sortable.", "OrderBy"),
        ("Can be filtered with the search box.", ""),
        ("Can be filtered if the pens are sorted.", ""),
        ("Can be filtered by any user in the group.", ""),
        ("Supports filtering by all users.", ""),
        ("Supports filtering by `eq` only for numbers.", ""),
        ("Neither `eq` nor `ne` is supported in `$filter`.", ""),
        ("No operators are supported in `$filter`.", ""),
        ("`$filter` allows everything but `eq`.", ""),
        ("Contains the name of the pen and supports `$filter`.", "Filter([])"),
        ("Server generated pens are not shown.", ""),
        ("Server-generated number, or the one that was sent.", ""),
        ("The list can be filtered with `eq`.", ""),
        ("Only returned when `$select` is used.", "SelectOnly"),
        ("It is returned only if requested with `$select`.", "SelectOnly"),
        ("You can filter by this property.", ""),
        ("This can be used in a `$filter` query.", "Filter([])"),
        ("Filtering with `$filter` is not supported.", "Filter([\"none\"])"),
        ("`$filter` isn't available.", "Filter([\"none\"])"),
        ("Supports `$orderby`.", "OrderBy"),
        ("Only available on `$select`.", "SelectOnly"),
        ("Returned on `$select` only.", "SelectOnly"),
        ("To get this, use `$select`.", "SelectOnly"),
        ("This property isn't included by default.", "SelectOnly"),
        ("Returned only if you use `$select`.", "SelectOnly"),
        ("This is the unique key.", "Key"),
        ("Serves as the primary key.", "Key"),
        ("A combination of one or more of the values.", "Flags"),
        ("This is a bitmask.", "Flags"),
        ("You can combine the values.", "Flags"),
        ("Can't be edited.", "ReadOnly"),
        ("Set by the server.", ""),
        ("Server-generated and read only.", "ReadOnly"),
        ("Automatically generated name.", ""),
        ("Write-once.", "CreateOnly"),
        ("Never null.", "Nullable(false)"),
        ("You can't change this property.", "ReadOnly"),
        ("The service ignores this on update.", ""),
        ("Can't be changed after the pen has been created.", "CreateOnly"),
        ("Must be unique.", ""),
        ("You must provide a value.", "Required"),
        ("You don't have to specify it.", "Optional"),
        ("A value is required.", "Required"),
        ("You may omit this.", "Optional"),
        ("Can be `null`.", "Nullable(true)"),
        ("Null isn't allowed.", "Nullable(false)"),
        ("It can't be `null`.", "Nullable(false)"),
        ("May not be null.", "Nullable(false)"),
        ("If the pen is new, it can be null.", ""),
        ("This property isn't nullable.", "Nullable(false)"),
        ("Deprecated as of May.", "Deprecated"),
        ("This property was deprecated in May.", "Deprecated"),
        ("No longer supported.", ""),
        ("Use of this property is deprecated.", "Deprecated"),
    ];
    let mut tally = Tally::default();
    for (sentence, wanted) in cases {
        let stated = notes(sentence);
        let stated = if *wanted == "Deprecated" { kind_of(&stated) } else { stated };
        tally.add_one(sentence, wanted, stated);
    }
    tally.check();
}

/// `Deprecated` of `Deprecated("…")`.
fn kind_of(notes: &str) -> String {
    notes.split('(').next().unwrap_or_default().to_owned()
}
