//! Docs that grow in one dimension.

use std::fmt::Write;

/// The pages of a version: paths below its folder, and texts.
type Docs = Vec<(String, String)>;

/// A dimension.
pub(crate) struct Case {
    /// What grows.
    pub(crate) name: &'static str,
    /// The smallest size: large enough for a clock of hundredths of a second, and beyond what is a constant share.
    pub(crate) size: usize,
    /// The docs of a size.
    pub(crate) docs: fn(usize) -> Docs,
}

/// All of them.
pub(crate) const CASES: &[Case] = &[
    Case { name: "members", size: 8000, docs: members },
    Case { name: "types-of-page", size: 1000, docs: types_of_page },
    Case { name: "base-chain", size: 250, docs: base_chain },
    Case { name: "alike-types", size: 500, docs: alike_types },
    Case { name: "alike-members", size: 4000, docs: alike_members },
    Case { name: "request-lines", size: 1500, docs: request_lines },
    Case { name: "alike-lines", size: 1500, docs: alike_lines },
    Case { name: "includes", size: 250, docs: includes },
    Case { name: "rows", size: 3000, docs: rows },
    Case { name: "inherited-rows", size: 1000, docs: inherited_rows },
    Case { name: "links-to-page", size: 1000, docs: links_to_page },
    Case { name: "operations", size: 500, docs: operations },
    Case { name: "examples", size: 750, docs: examples },
    Case { name: "namespaces", size: 750, docs: namespaces },
];

/// Members of one enumeration.
fn members(size: usize) -> Docs {
    vec![(
        "resources/colour.md".into(),
        enumeration("colour", &names(size, |it| format!("tone{it}"))),
    )]
}

/// Types that one page describes.
fn types_of_page(size: usize) -> Docs {
    let mut text = "# Things\n\nNamespace: microsoft.graph\n\nAll things.\n".to_owned();
    for it in 0..size {
        text += &section(it);
    }
    vec![("resources/things.md".into(), text)]
}

fn section(it: usize) -> String {
    format!(
        "\n## thing{it} resource type\n\n### Properties\n|Property|Type|Description|\n|:---|:---|:---|\n\
         |name|String|A name.|\n\n### JSON representation\n<!-- {{ \"blockType\": \"resource\", \
         \"@odata.type\": \"microsoft.graph.thing{it}\" }} -->\n```json\n{{\"name\": \"String\"}}\n```\n"
    )
}

/// Types of which each derives from the one before.
fn base_chain(size: usize) -> Docs {
    let base = |it: usize| match it {
        0 => String::new(),
        _ => format!("\nInherits from [level{0}](level{0}.md).\n", it - 1),
    };
    let rows = |it| format!("|name{it}|String|A name.|\n");
    (0..size).map(|it| resource(&format!("level{it}"), &base(it), &rows(it))).collect()
}

/// Types that Rust spells alike.
fn alike_types(size: usize) -> Docs {
    (0..size).map(|it| resource(&alike(it), "", "|name|String|A name.|\n")).collect()
}

/// Members that Rust spells alike.
fn alike_members(size: usize) -> Docs {
    vec![("resources/colour.md".into(), enumeration("colour", &names(size, alike)))]
}

/// Request lines of one page with distinct roots.
fn request_lines(size: usize) -> Docs {
    lines(size, |it| format!("GET /things{it}/{{id}}"))
}

/// Request lines of one page that Rust spells alike.
fn alike_lines(size: usize) -> Docs {
    lines(size, |it| format!("GET /{}", alike(it)))
}

fn lines(size: usize, line: impl Fn(usize) -> String) -> Docs {
    let lines: Vec<String> = (0..size).map(line).collect();
    vec![thing(), operation("thing-get", &lines.join("\n"), "")]
}

/// Pages that include the same text.
fn includes(size: usize) -> Docs {
    let include = "\n[!INCLUDE [text](../includes/text.md)]\n";
    let pages =
        (0..size).map(|it| resource(&format!("thing{it}"), include, "|name|String|A name.|\n"));
    let text = "A sentence that stands on many pages.\n\n".repeat(20);
    pages.chain([("includes/text.md".to_owned(), text)]).collect()
}

/// Rows of one table.
fn rows(size: usize) -> Docs {
    let rows = rows_of(size, "");
    vec![resource("thing", "", &rows)]
}

/// Rows of a table that all describe inherited properties.
fn inherited_rows(size: usize) -> Docs {
    let base = resource("base", "", &rows_of(size, ""));
    let derived = "\nInherits from [base](base.md).\n";
    vec![base, resource("thing", derived, &rows_of(size, " Inherited from [base](base.md)."))]
}

fn rows_of(size: usize, note: &str) -> String {
    let mut rows = String::new();
    for it in 0..size {
        rows += &format!("|name{it}|String|A name.{note}|\n");
    }
    rows
}

/// Links to a page that describes several types.
fn links_to_page(size: usize) -> Docs {
    let mut docs = types_of_page(size);
    let mut rows = String::new();
    for it in 0..size {
        rows += &format!("|name{it}|[thing{it}](things.md)|A thing.|\n");
    }
    docs.push(resource("whole", "", &rows));
    docs
}

/// Pages about operations of one resource.
fn operations(size: usize) -> Docs {
    let page =
        |it: usize| operation(&format!("thing-do{it}"), &format!("GET /things/{{id}}/do{it}"), "");
    (0..size).map(page).chain([thing()]).collect()
}

/// Worked examples of one operation.
fn examples(size: usize) -> Docs {
    let mut text = String::new();
    for it in 0..size {
        let _ = write!(
            text,
            "\n### Example {it}\n#### Request\n<!-- {{ \"blockType\": \"request\", \"name\": \"a{it}\" }} -->\n\
             ```http\nGET https://graph.microsoft.com/v1.0/things?$filter=name eq '{it}'&$select=name\n```\n"
        );
    }
    vec![thing(), operation("thing-list", "GET /things", &format!("\n## Examples\n{text}"))]
}

/// Namespaces with one type each.
fn namespaces(size: usize) -> Docs {
    let page = |it: usize| {
        let (path, text) = resource(&format!("thing{it}"), "", "|name|String|A name.|\n");
        let own = format!("Namespace: microsoft.graph.space{it}\n");
        (path, text.replace("Namespace: microsoft.graph\n", &own))
    };
    (0..size).map(page).collect()
}

fn thing() -> (String, String) {
    resource("thing", "", "|id|String|The key. Key.|\n|name|String|A name.|\n")
}

fn resource(name: &str, summary: &str, rows: &str) -> (String, String) {
    let text = format!(
        "# {name} resource type\n\nNamespace: microsoft.graph\n\nSomething.\n{summary}\n## Properties\n\
         |Property|Type|Description|\n|:---|:---|:---|\n{rows}"
    );
    (format!("resources/{name}.md"), text)
}

fn enumeration(name: &str, members: &[String]) -> String {
    let mut text = format!(
        "# {name} enum type\n\nNamespace: microsoft.graph\n\nSomething.\n\n## Members\n|Member|Description|\n|:---|:---|\n"
    );
    for member in members {
        text += &format!("|{member}|A value.|\n");
    }
    text
}

fn operation(name: &str, lines: &str, rest: &str) -> (String, String) {
    let text = format!(
        "# Get {name}\n\nNamespace: microsoft.graph\n\nGets it.\n\n## HTTP request\n```http\n{lines}\n```\n\n## Response\n\n\
         If successful, this method returns a `200 OK` response code and a collection of \
         [thing](../resources/thing.md) objects.\n{rest}"
    );
    (format!("api/{name}.md"), text)
}

fn names(size: usize, name: impl Fn(usize) -> String) -> Vec<String> {
    (0..size).map(name).collect()
}

/// A name of one of two separators at each place, which are the same to Rust.
fn alike(number: usize) -> String {
    (0..16).fold("thing".to_owned(), |name, bit| {
        name + if number >> bit & 1 == 0 { "_a" } else { "__a" }
    })
}
