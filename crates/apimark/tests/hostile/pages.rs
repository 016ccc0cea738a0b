//! Pages that nobody should write: every name that collides with something, every text that could end
//! up as code, every path that is none.

use crate::checks::Pages;

/// What properties, parameters and headers are called.
#[rustfmt::skip] // One entry a line would bury the code.
const NAMES: &[&str] = &[
    "type", "self", "Self", "super", "crate", "additional", "Additional", "additional_", "r#", "r#type",
    "1st", "_", "__", "-1", "", "same", "same", "Same", "SAME", "same2", "id", "ID", "Option", "option",
    "fmt", "clone", "Default", "rt", "models", "@odata.type", "@odata.context", "#action", "a.b", "a/b",
    "a b", "a\"b", "a\\\\b", "a{b}", "{{", "}}", "übung", "🦀", "\u{202e}abc", "async", "gen", "union",
    "macro_rules", "true", "i32", "*/", "//", "$ref", "$value", "null", "new", "url", "additionalData",
];

/// What stands in cells of types.
#[rustfmt::skip] // One entry a line would bury the code.
const CELLS: &[&str] = &[
    "String", "Int32", "Collection(String)", "String collection", "[Self](type6.md)",
    "[Self](type6.md) collection", "Edm.Stream", "Collection(Collection(String))", "microsoft.graph.Option",
    "[nowhere](nowhere.md)", "", "?", "String\"*/", "Edm.Untyped", "microsoft.graph.", ".", "Collection()",
    "bitmask", "[x](", "String (or) Int32", "Guid", "Duration", "Decimal", "Binary", "TimeOfDay", "Date",
    "DateTimeOffset", "Double", "Single", "Byte", "SByte", "Int16", "Int64", "Boolean", "Object", "Json",
];

/// What types are called.
#[rustfmt::skip] // One entry a line would bury the code.
const TYPES: &[&str] = &[
    "Option", "option", "Box", "Rt", "Models", "self", "Self", "Result", "String", "str", "Vec", "None",
    "Some", "Api", "Client", "Request", "Timestamp", "Additional", "crate", "T", "Any", "Type", "type",
    "Clone", "Default", "Debug", "Model", "PhantomData", "u8", "i32", "Fn", "Iterator", "Unnamed", "🦀",
    "übung", "1", "-", "AsRef", "Serialize", "std", "core", "mod", "r#struct", "Deref", "Raw", "Media",
    "AnyCat", "Unrecognized", "Error",
];

#[rustfmt::skip] // One entry a line would bury the code.
const NAMESPACES: &[&str] = &[
    "microsoft.graph.type", "microsoft.graph.self.crate", "microsoft.graph.models", "microsoft.graph.rt",
    "microsoft.graph..x", "Microsoft.Graph", "other", "microsoft.graph.hostile", "crate", "../..",
    "microsoft.graph.type1", "microsoft.graph.🦀", "",
];

#[rustfmt::skip] // One entry a line would bury the code.
const MEMBERS: &[&str] = &[
    "Unrecognized", "unrecognized", "1", "-1", "", "Self", "self", "a", "a", "A", "A+", "A-", "+", "*",
    "a b", "a\"b", "*/", "{}", "{x}", "\\\\", "🦀", "None", "Some", "Default", "null", "true", "from", "new",
    "as_str", "\u{202e}", "#[",
];

/// Page names and areas, which become file names and folders.
#[rustfmt::skip] // One entry a line would bury the code.
const FILES: &[(&str, &str)] = &[
    ("Case", "Area"), ("case", "area"), ("mod", "self"), ("lib", "models"), ("con", "src"), ("a.b", "a/b"),
    ("a-b", "../.."), ("api", "hostile"), ("self", "🦀"), ("..", "type"), (" ", "aux"), ("\u{fc}", "\"*/"),
];

#[rustfmt::skip] // One entry a line would bury the code.
const TEXTS: &[&str] = &[
    "Ends a comment */ here.", "/* begins one", "/// three", "//! bang", "\"quoted\" \\\"twice\\\"", "\\",
    "trailing backslash \\", "r#\"raw\"#", "#[derive(Debug)]", "#![allow(x)]", "[unbalanced", "unbalanced]",
    "[a][b]", "[a](", "[a](b", "[[a]]", "](x)", "[`std::process::abort`]", "[`models::Nothing`]", "[Self]",
    "[crate]", "[self::x]", "[a]: b", "[^1]", "- [ ] todo", "- list<br>- more", "1. one", "# heading",
    "Setext<br>===", "```", "```rust\\nfn main() {}", "~~~", "    indented code", "<br/>", "<b>bold",
    "</div>", "<T>", "Vec<String>", "Option<Box<T>>", "<!-- a comment", "--> ends",
    "https://example.com/a_b_(c)", "see https://example.com.", "<https://example.com>", "www.example.com",
    "mail a@b.cd", "a_b_c *x* **y", "`open", "``", "`a``b`", "\\`", "$$x$$", "&lt;b&gt; &#60; &copy;",
    "&#0;", "\u{202e}abc", "zero\u{200b}width", "a\u{0}b", "bell \u{7}", "\u{1b}[31mred\u{1b}[0m",
    "\u{2028}line", "NEL\u{85}x", "🦀", "e\u{301}", "{} {0} {{", "{{{{", "%s ${x} $(x)",
    "[x](javascript:alert(1))", "![img](../../x.png)", "[link](../../../../../etc/passwd)",
    "[rel](user.md)", "[abs](/graph/x y)", "[anchor](#x)", "[spaces](a b)", "[q](x?y=1&z=\"2\")",
    "[paren](x_(y))", "| pipe", "a \\| b", "> quote", "* * *", "---", "&nbsp;", "[!NOTE]", "> [!NOTE] x",
    "[!INCLUDE [x](x.md)]", "a\tb", "@param", "$crate", "::", "'a", "deny(warnings)",
    "Read-only. Key. Nullable. Required. Not nullable. Default value is ``.", "Possible values are: .",
    "Possible values are: `Self`, `self`, ``, `1`, `*/`, `\"`.", "Default value is `\"*/`.", "Deprecated.",
    "Supports `$filter` (`eq`,`\"`).", "<table><tr><td>x", "<details>", "[a](<b c>)", "[a](b \"t\\\"\")",
    "Inherited from [.](.).", "Multivalued enumeration: `a`, `A`, `a,b`.",
];

#[rustfmt::skip] // One entry a line would bury the code.
const SEGMENTS: &[&str] = &[
    "type", "self", "Self", "crate", "api", "Api", "option", "Option", "models", "paths", "rt", "get",
    "list", "by_id", "by-id", "new", "clone", "default", "from", "into", "request", "client", "{id}",
    "{Id}", "{}", "{", "}", "{a b}", "{a\"b}", "{self}", "{type}", "{{x}}", "{id}/{id}", "$ref", "$value",
    "$count", "$batch", "$", "microsoft.graph.user", "graph.user/$count", "microsoft.graph.",
    "root:/{path}:", "root:/{path}:/content", "x:", "::", "x(y={z})", "x(y='{z}',y='{z}')", "x(", "x)",
    "x()", "x(self={self},type={type})", "x(a='b')", "x(@a)", "x(a={a},b='{b}')", "x y", "x%20y", "%2F",
    "a.b", "..", ".", "a;b", "a,b", "a=b", "a?b", "a&b", "a#b", "a\"b", "a\\b", "a*b", "<a>", "{a|b}",
    "{id | userPrincipalName}", "übung", "🦀", "\u{202e}", "*", "1", "1st", "-", "_", "__", "null", "true",
    "users/{id}/type", "users/{id}/{id}/{id}", "users/delta", "Users/delta", "USERS/{id}", "users('{id}')",
    "users(x)", "users/{id}/microsoft.graph.getMail(x={x})", "async", "gen", "mod", "rt/rt", "box/clone",
    "models/models", "con", "operations/api",
];

const METHODS: &[&str] = &["GET", "POST", "PATCH", "PUT", "DELETE"];

/// All of them, by path.
pub(crate) fn hostile_pages() -> Pages {
    let mut pages = Pages::new();
    add_properties(&mut pages);
    add_types(&mut pages);
    add_families(&mut pages);
    add_enumerations(&mut pages);
    add_operations(&mut pages);
    add_broken(&mut pages);
    pages
}

fn pick<'a>(list: &[&'a str], index: usize) -> &'a str {
    list[index % list.len()]
}

fn long() -> String {
    "xY".repeat(200)
}

fn table(head: &str, rows: impl IntoIterator<Item = String>) -> String {
    let delimiters = ":--|".repeat(head.split('|').count());
    let rows: String = rows.into_iter().map(|row| format!("|{row}|\n")).collect();
    format!("|{head}|\n|{delimiters}\n{rows}\n")
}

fn properties(rows: impl IntoIterator<Item = String>) -> String {
    format!("## Properties\n\n{}", table("Property|Type|Description", rows))
}

/// A resource page: file, area, namespace, name, and what follows.
fn resource(pages: &mut Pages, [file, area, namespace, name]: [&str; 4], body: &str) {
    let text = format!(
        "---\ntitle: \"{name}\"\nms.subservice: \"{area}\"\n---\n\n# {name} resource type\n\n\
         Namespace: {namespace}\n\n{body}"
    );
    pages.insert(format!("v1.0/resources/{file}.md"), text);
}

fn plain(pages: &mut Pages, name: &str, body: &str) {
    resource(pages, [name, "hostile", "microsoft.graph", name], body);
}

fn add_properties(pages: &mut Pages) {
    let named = |(i, name): (usize, &&str)| format!("{name}|{}|Number {i}.", pick(CELLS, i));
    let cell = |(i, cell): (usize, &&str)| format!("p{i}|{cell}|Number {i}.");
    let text = |(i, text): (usize, &&str)| format!("p{i}|String|{text}");
    let long = std::iter::once(format!("{}|String|Long.", long()));
    plain(pages, "properties", &properties(NAMES.iter().enumerate().map(named).chain(long)));
    plain(pages, "cells", &properties(CELLS.iter().enumerate().map(cell)));
    plain(pages, "texts", &properties(TEXTS.iter().enumerate().map(text)));
    let deprecated = |(i, text): (usize, &&str)| {
        format!(
            "p{i} (deprecated)|String|Deprecated. {text} Use `{text}` instead, it is deprecated: {text}"
        )
    };
    let notice = "> [!CAUTION]\n> The API is deprecated and stops on \"2030\" \\ */ [x](y) {}.\n\n";
    let rows = properties(TEXTS.iter().enumerate().map(deprecated));
    plain(pages, "deprecations", &format!("{}\n\n{notice}{rows}", TEXTS.join(" \\\n")));
}

fn add_types(pages: &mut Pages) {
    for (i, name) in TYPES.iter().enumerate() {
        let file = format!("type{i}");
        let rows = [
            format!("next|[{name}]({file}.md)|Another one of it."),
            format!("many|microsoft.graph.{name} collection|More of it."),
            format!("value|{name}|By its simple name."),
        ];
        resource(pages, [&file, "types", "microsoft.graph", name], &properties(rows));
    }
    let thing = || properties(["a|[thing](ns0.md)|One.".to_owned(), "b|thing|Another.".to_owned()]);
    for (i, namespace) in NAMESPACES.iter().enumerate() {
        resource(pages, [&format!("ns{i}"), "hostile", namespace, "thing"], &thing());
    }
    let long = long();
    for (file, area) in FILES.iter().copied().chain([(&long[..200], long.as_str())]) {
        resource(pages, [file, area, "microsoft.graph", &format!("{file}Thing")], &thing());
    }
    resource(pages, ["long", "hostile", &long, &long], &thing());
}

/// Bases, derived types called like the enum over them, and circles.
fn add_families(pages: &mut Pages) {
    let row = |row: &str| properties([row.to_owned()]);
    plain(pages, "cat", &format!("This is an abstract type.\n\n{}", row("id|String|Key.")));
    for (file, namespace, name, base) in [
        ("lion", "microsoft.graph", "lion", "cat"),
        ("anycat", "microsoft.graph", "anyCat", "cat"),
        ("zoocat", "microsoft.graph.zoo", "cat", "cat"),
        ("zoo2cat", "microsoft.graph.Zoo", "cat", "cat"),
        ("zooself", "microsoft.graph.zoo", "self", "cat"),
        ("unrecognized", "microsoft.graph", "unrecognized", "cat"),
        ("ring1", "microsoft.graph", "ring1", "ring2"),
        ("ring2", "microsoft.graph", "ring2", "ring1"),
        ("ouroboros", "microsoft.graph", "ouroboros", "ouroboros"),
    ] {
        let rows = row(&format!("tail|[{base}]({base}.md)|What it hangs on."));
        let body = format!("Inherits from [{base}]({base}.md).\n\n{rows}");
        resource(pages, [file, "families", namespace, name], &body);
    }
}

fn add_enumerations(pages: &mut Pages) {
    let mut text = "# Enumerations\n\nNamespace: microsoft.graph\n\n".to_owned();
    for (name, count) in
        [("odd", 99), ("empty", 0), ("one", 1), ("Option", 5), ("bitmask", 9), ("Box", 3)]
    {
        let member = |(i, it): (usize, &&str)| format!("{it}|{i}|{}", pick(TEXTS, i * 3));
        let rows = MEMBERS.iter().enumerate().take(count).map(member);
        text += &format!("## {name} values\n\n{}", table("Member|Value|Description", rows));
    }
    pages.insert("v1.0/resources/enums.md".to_owned(), text);
    let uses =
        ["odd|odd|", "empty|[empty](enums.md#empty-values)|", "own|[Option](#option-values)|"];
    let uses =
        properties(uses.iter().enumerate().map(|(i, row)| format!("{row}{}", TEXTS[90 + i])));
    let own = table("Member", ["", "Self", "a"].map(str::to_owned));
    let again = table("Value", ["none", "None"].map(str::to_owned));
    let body = format!("{uses}### Option values\n\n{own}### option values\n\n{again}");
    plain(pages, "enumuser", &body);
}

fn add_operations(pages: &mut Pages) {
    let every =
        |(i, segment): (usize, &&str)| format!("{} /{segment}\nGET /{segment}\n", pick(METHODS, i));
    let lines: String = SEGMENTS.iter().enumerate().map(every).collect();
    let nested: String =
        SEGMENTS.windows(4).map(|it| format!("POST /{}\n", it.join("/"))).collect();
    let lines = format!("{lines}{nested}GET /{}\nGET /{}\n", long(), "/x{id}".repeat(120));
    let body = "Supply a [thing](../resources/ns0.md).";
    add_operation(pages, "paths", 0, &lines, body);
    for (i, segment) in SEGMENTS.iter().enumerate() {
        let method = pick(METHODS, i);
        let lines = format!(
            "{method} https://graph.microsoft.com/v1.0/things/{segment}?$filter=\"*/{{x}}&a=b\n\
             {} /{segment}/{segment}\n",
            pick(METHODS, i + 1)
        );
        let rows =
            (i..i + 6).map(|i| format!("{}|{}|{}", pick(NAMES, i), pick(CELLS, i), pick(TEXTS, i)));
        let body = match i % 3 {
            0 => "Do not supply a request body.".to_owned(),
            1 => format!("Supply a [{}](../resources/type{i}.md).", pick(TYPES, i)),
            _ => table("Parameter|Type|Description", rows),
        };
        add_operation(pages, &format!("odd{i}-{}", METHODS[i % 5]), i, &lines, &body);
    }
}

fn add_operation(pages: &mut Pages, file: &str, i: usize, lines: &str, body: &str) {
    let rows = |offset: usize| {
        let row =
            move |i| format!("{}|{}|{}", pick(NAMES, i), pick(CELLS, i + 5), pick(TEXTS, i * 3));
        (i + offset..i + offset + 5).map(row)
    };
    let function = table("Parameter|Type|Description", rows(1));
    let query = table("Name|Type|Description", rows(3));
    let headers = rows(7).chain(["If-Match|\"*/".to_owned(), "X-\"Odd\"\\: \\n|Value".to_owned()]);
    let headers = table("Name|Description", headers);
    let permissions = ["Delegated|A.\"*/`|`,|", "Application|[x](y) {}"].map(str::to_owned);
    let permissions = table("Permission type|Permissions", permissions);
    let (text, ty) = (pick(TEXTS, i), pick(TYPES, i));
    let many = if i.is_multiple_of(2) { "collection" } else { "object" };
    let text = format!(
        "# {text}\n\n{text}\n\n## Permissions\n\n{permissions}## HTTP request\n\n```http\n{lines}```\n\n\
         ## Function parameters\n\n{function}## Query parameters\n\n{query}## Request headers\n\n{headers}\
         ## Request body\n\n{body}\n\n## Response\n\nIf successful, this method returns `{}` and a \
         [{ty}](../resources/type{}.md) {many} in the response body.\n\n## Example\n\n```http\n{lines}\n\
         {{ \"a\": */ }}\n```\n",
        195 + i,
        i % TYPES.len(),
    );
    pages.insert(format!("v1.0/api/{file}.md"), text);
}

/// Pages that end before they begin, and ones that include themselves or what is none of theirs.
fn add_broken(pages: &mut Pages) {
    let deep = "[".repeat(300);
    let json = format!(
        "# json resource type\n\n## JSON representation\n\n<!-- {{ \"blockType\": \"resource\", \
         \"@odata.type\": \"microsoft.graph.json\\\"*/\" }} -->\n```json\n{{\"\\u0000\": \"String\", \"\": \
         {{\"@odata.type\": \"*/\"}}, \"a\": {deep}, \"b\": 1e999, \"c\": 1, \"c\": 2}}\n```\n"
    );
    for (file, text) in [
        ("resources/nothing", ""),
        ("resources/space", " \n\t\n\u{a0}\n"),
        ("resources/title", "#"),
        ("resources/front", "---\ntitle: \"open\n"),
        (
            "resources/yaml",
            "---\n&a [*a, *b, !!x {}]\n? {x: [}\n---\n# yaml resource type\n\n## Properties\n\n|a|\n",
        ),
        (
            "resources/fence",
            "# fence resource type\n\n## Properties\n\n```json\n|Property|Type|\n|:--|:--|\n|a|b|\n",
        ),
        (
            "resources/open",
            "# open resource type\n\n<!-- { \"blockType\": \"resource\", \"keyProperty\": \"*/\" \n",
        ),
        (
            "resources/pipes",
            "# pipes resource type\n\n## Properties\n\n||||||\n|--|--|--|\n|||||||||\n|a|\nb|[x](y)|`|`|\n",
        ),
        ("resources/json", &json),
        (
            "resources/include",
            "# include resource type\n\n[!INCLUDE [a](../includes/loop.md)]\n\n\
            [!INCLUDE [b](../../../../../etc/passwd)]\n\n[!INCLUDE [c](include.md)]\n\n[!INCLUDE [d](%2e%2e/x.md)]\n",
        ),
        ("includes/loop", "|Property|Type|\n|:--|:--|\n|a|String|\n\n[!INCLUDE [a](loop.md)]\n"),
    ] {
        pages.insert(format!("v1.0/{file}.md"), text.to_owned());
    }
}
