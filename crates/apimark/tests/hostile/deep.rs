//! Text that lies deep in itself, in every place where something is read that can: whoever reads it, walks it,
//! prints it or drops it must not run out of stack.

use crate::checks::{Pages, check, plan};

/// The most that is taken of a path and of a query, about: it must be walked on the stack that there is. And more than
/// any stack has room for.
const DEPTHS: [usize; 3] = [60, 99, 10_000];

const RESOURCE: &str = "---\ntitle: a\n@front\n---\n\n# deep resource type\n\nNamespace: microsoft.graph\n\n@words\n\n## Properties\n\n\
    |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n|odd|@type|Odd.|\n|even|String|@description|\n\n\
    ## Relationships\n\n|Relationship|Type|Description|\n|:--|:--|:--|\n|below|[deep](deep.md) collection|Below.|\n\n\
    ## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.deep\" } -->\n\
    ```json\n@json\n```\n";

const OPERATION: &str = "# List deep\n\nNamespace: microsoft.graph\n\n## Permissions\n\n\
    |Permission type|Permissions|\n|:--|:--|\n|Application|@permission|\n\n\
    ## HTTP request\n\n```http\nGET /deep\n```\n\n## Response\n\n\
    If successful, this method returns a `200 OK` response code and a collection of [deep](../resources/deep.md) \
    objects in the response body.\n\n## Examples\n\n<!-- { \"blockType\": \"request\" } -->\n```http\n\
    GET https://graph.microsoft.com/v1.0/deep@query\n```\n\n<!-- { \"blockType\": \"response\" } -->\n```http\n\
    HTTP/1.1 200 OK\n\n{ \"value\": [@body] }\n```\n";

const ROUTE: &str = "# Get well of deep\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nGET /deep/wells/@path\n```\n\n\
    ## Response\n\nIf successful, this method returns a `200 OK` response code and a [deep](../resources/deep.md) \
    object in the response body.\n\n## Example\n\n<!-- { \"blockType\": \"request\" } -->\n```http\n\
    GET https://graph.microsoft.com/v1.0/deep/wells/@path\n```\n";

/// The name of a place; what stands first there, what begins again and again, what is in the middle, and what ends
/// it as often.
type Nested = (&'static str, [&'static str; 4]);

#[rustfmt::skip] // One entry a line would bury the texts.
const NESTED: &[Nested] = &[
    ("@query", ["?$filter=", "not ", "id eq 'a'", ""]),
    ("@query", ["?$filter=", "(", "id eq 'a'", ")"]),
    ("@query", ["?$filter=", "not (", "id eq 'a'", ")"]),
    ("@query", ["?$filter=", "id eq 'a' or ", "id eq 'a'", ""]),
    ("@query", ["?$filter=", "id eq 'a' and (id eq 'b' or ", "id eq 'a'", ")"]),
    ("@query", ["?$filter=", "below/any(a:a/", "id eq 'a'", ")"]),
    ("@query", ["?$search=", "\"a\" OR ", "\"a\"", ""]),
    ("@query", ["?$search=", "(", "\"a\"", ")"]),
    ("@query", ["?$expand=", "below($expand=", "below", ")"]),
    ("@query", ["?$expand=", "below,", "below", ""]),
    ("@query", ["?$expand=", "below($filter=id%20eq%20'a';$expand=", "below", ")"]),
    ("@query", ["?$orderby=", "id,", "id", ""]),
    ("@query", ["?$orderby=", "(", "id", ")"]),
    ("@query", ["?$select=", "id,", "id", ""]),
    ("@query", ["?$select=", "below/", "id", ""]),
    ("@query", ["?", "a=b&", "a=b", ""]),
    ("@query", ["?$expand=below(", "$top=1;", "$top=1)", ""]),
    ("@query", ["", "/a", "", ""]),
    ("@query", ["/", "a(", "", ")"]),
    ("@body", ["", "[", "", "]"]),
    ("@body", ["", "{\"below\": [", "", "]}"]),
    ("@body", ["", "{\"odd\": ", "1", "}"]),
    ("@json", ["", "[", "", "]"]),
    ("@json", ["", "{\"a\":", "1", "}"]),
    ("@type", ["", "Collection(", "String", ")"]),
    ("@type", ["", "list<", "String", ">"]),
    ("@type", ["", "(", "String", ")"]),
    ("@type", ["", "[", "deep", "](deep.md)"]),
    ("@type", ["", "", "String", " collection"]),
    ("@permission", ["", "(", "A.Read", ")"]),
    ("@permission", ["", "[", "A.Read", "](x)"]),
    ("@permission", ["", "A.Read and ", "A.Read", ""]),
    ("@path", ["", "a/", "a", ""]),
    ("@path", ["", "{", "a", "}"]),
    ("@path", ["", "{id}/", "a", ""]),
    ("@path", ["a", "(", "a", ")"]),
    ("@front", ["a: ", "[", "", "]"]),
    ("@front", ["a: ", "{a: ", "1", "}"]),
    ("@front", ["", "- ", "a", ""]),
    ("@front", ["a: ", "- ", "a", ""]),
    ("@front", ["a: ", "!a ", "a", ""]),
    ("@words", ["<!-- { \"blockType\": \"resource\", \"a\": ", "[", "", "] } -->"]),
    ("@words", ["<!-- ", "{ \"blockType\": ", "1", "} -->"]),
    ("@words", ["", "> ", "a", ""]),
    ("@words", ["", "- ", "a", ""]),
    ("@words", ["", "1. ", "a", ""]),
    ("@words", ["", "> - ", "a", ""]),
    ("@words", ["", "*a ", "a", " a*"]),
    ("@words", ["", "[", "a", "](b)"]),
    ("@words", ["", "![", "a", "](b)"]),
    ("@words", ["", "<div>", "a", "</div>"]),
    ("@words", ["", "<b>", "a", "</b>"]),
    ("@words", ["", "::: zone pivot=\"a\"\n", "a\n", "::: zone-end\n"]),
    ("@words", ["", "# [Tab](#tab/a)\n", "a\n", "---\n"]),
    ("@words", ["", "<table><tr><td>", "a", "</td></tr></table>"]),
    ("@words", ["", "<!-- ", "a", " -->"]),
    ("@words", ["", "(", "a", ")"]),
    ("@description", ["", "(", "a", ")"]),
    ("@description", ["", "[", "a", "](b)"]),
    ("@description", ["", "*a ", "a", " a*"]),
    ("@description", ["", "<b>", "a", "</b>"]),
    ("@description", ["Supports `$filter` ", "(", "`eq`", ")"]),
    ("@description", ["Possible values are: ", "(", "`a`", ")"]),
    ("@description", ["", "<ul><li>", "a", "</li></ul>"]),
];

const PLACES: [&str; 9] = [
    "@front",
    "@words",
    "@type",
    "@description",
    "@json",
    "@permission",
    "@path",
    "@query",
    "@body",
];

/// Pages about things of this name, with this text in one place.
fn pages<'t>(name: &str, place: &str, text: &'t str) -> [(String, String); 3] {
    let peaceful = |it: &str| -> &'t str {
        match it {
            _ if it == place => text,
            "@type" => "String",
            "@json" => "{ \"id\": \"String\" }",
            "@permission" => "A.Read",
            "@path" => "a",
            _ => "",
        }
    };
    let fill = |template: &str| {
        let page = template.replace("deep", name);
        PLACES.iter().fold(page, |page, it| page.replace(it, peaceful(it)))
    };
    [
        (format!("v1.0/resources/{name}.md"), fill(RESOURCE)),
        (format!("v1.0/api/{name}-list.md"), fill(OPERATION)),
        (format!("v1.0/api/{name}-well.md"), fill(ROUTE)),
    ]
}

#[test]
fn what_lies_deep_in_itself_gives_a_sound_crate() {
    for depth in DEPTHS {
        let mut all = Pages::new();
        for (at, (place, [first, open, middle, close])) in NESTED.iter().enumerate() {
            let text = [first, &*open.repeat(depth), middle, &close.repeat(depth)].concat();
            all.extend(pages(&format!("deep{at}"), place, &text));
        }
        if let Err(broken) = check(&plan(&all)) {
            panic!("{depth}: {}", broken.chars().take(1000).collect::<String>());
        }
    }
}

/// What is too deep to be said is reported, with its place.
#[test]
fn a_query_that_is_too_deep_is_reported() {
    let report = |query: &str| {
        let plan = plan(&Pages::from(pages("deep", "@query", query)));
        let report = plan.render_diagnostics(diag::Severity::Note, false);
        report
            .lines()
            .filter(|line| line.contains("example"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let nots = |count: usize| format!("?$filter={}id eq 'a'", "not ".repeat(count));
    assert_eq!(report(&nots(100)), [""; 0]);
    insta::assert_snapshot!(report(&nots(101)).join("\n"), @"note[AM0701 example]: the request of the example cannot be tested: $filter has no typed form for more than 100 brackets and `and`, `or`, `not`");
    let options = |count: usize| format!("?{}a", "a&".repeat(count));
    assert_eq!(report(&options(100)), [""; 0]);
    insta::assert_snapshot!(report(&options(101)).join("\n"), @"note[AM0701 example]: the request of the example cannot be tested: the query has too many parts to be said");
}
