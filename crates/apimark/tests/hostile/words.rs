//! Words decide nothing: pages that differ in their prose alone give the same names, types and calls.
//!
//! Random pages are built of templates with slots for prose, which say nothing that a rule reads
//! ("Read-only", "`$filter`"). They are filled once with plain words and once with hostile ones.

use proptest::prelude::*;
use proptest::sample::select;

use crate::checks::{Pages, plan};

/// Slots of a paragraph, of a table cell, for a value in an example, and for one between the quotes of JSON.
const SLOTS: [char; 4] = ['§', '¶', '¤', '¥'];

/// What stands around the tables.
const PIECES: &[&str] =
    &["§\n\n", "§\n\n§\n\n", "- §\n- §\n\n1. §\n\n", "> [!NOTE]\n> §\n\n", "## See also\n\n§\n\n"];

/// What a row states comes before its prose: an open back-quote would take it in.
const ROWS: &[&str] = &[
    "|size|Int64|Read-only. ¶|\n",
    "|since|DateTimeOffset|¶|\n",
    "|friend|[thing](thing0.md)|¶|\n",
    "|many|[thing](thing1.md) collection|¶|\n",
    "|kind|[kind](enums.md#kind-values)|¶|\n",
    "|label|String|Supports `$filter` (`eq`, `ne`). ¶|\n",
    "|old (deprecated)|String|¶|\n",
];

/// An operation with worked examples, which become tests.
const LIST: &str = "\
# List things

Namespace: microsoft.graph

§

## HTTP request

```http
GET /things
```

## Response

If successful, this method returns a `200 OK` response code and a collection of [thing0](../resources/thing0.md) \
objects in the response body.

## Examples

### Example 1: §

<!-- { \"blockType\": \"request\" } -->
```http
GET https://graph.microsoft.com/v1.0/things?$filter=name eq '¤' or startswith(name,'¤')
```

### Example 2: §

<!-- { \"blockType\": \"request\" } -->
```http
GET https://graph.microsoft.com/v1.0/things?$filter=name in ('¤','¤')
```
";

/// One whose body and answer are held against the docs.
const CREATE: &str = "\
# Create thing

Namespace: microsoft.graph

§

## HTTP request

```http
POST /things
```

## Request body

Supply a JSON representation of a [thing0](../resources/thing0.md) object.

## Response

If successful, this method returns a `201 Created` response code and a [thing0](../resources/thing0.md) object in the \
response body.

## Examples

<!-- { \"blockType\": \"request\" } -->
```http
POST https://graph.microsoft.com/v1.0/things

{ \"name\": \"¥\", \"mark\": \"¥\", \"more\": { \"a\": [\"¥\"] } }
```

<!-- { \"blockType\": \"response\" } -->
```http
HTTP/1.1 201 Created

{ \"id\": \"¥\", \"name\": \"¥\", \"@odata.etag\": \"¥\" }
```
";

const HEADERS: &[&str] = &["|Prefer|¶|\n", "|If-Match|Required. ¶|\n", "|X-Mark|¶|\n"];

const MEMBERS: &[&str] = &["|one|¶|\n", "|two|¶|\n", "|unknownFutureValue|¶|\n"];

/// What ends nothing in a paragraph or in a cell, and means something to whoever reads further than he should.
#[rustfmt::skip] // One entry a line would bury the code.
const HOSTILE: &[&str] = &[
    "*/", "/*", "//", "///", "#![x]", "#[test]", "\"", "\\\"", "\"); f(\"", "'", "\\", "r#\"", "\"#", "{}", "{0}",
    "{{", "}", "$crate", "crate::x", "operators::Bar", "models::X", "rt::Y", "paths::z", "use rt::A;",
    "a.parse()", "x.into()", "`code`", "``", "`", "<b>", "</script>", "<br>", "<br>- ~~~<br>", "<br><br>    x",
    "&lt;b&gt;", "&#10;x", "&#x202e;", "[x](javascript:alert(1))", "[a](b", "![x](y)", "[Self]", "[`std::process::abort`]",
    "[^1]", "http://x/", "https://example.com/a_(b)", "*", "**", "~~", "__", "\u{202e}", "\u{200b}", "\u{2028}",
    "\u{85}", "\u{7}", "\u{1b}[31m", "\u{feff}", "🦀", "const _: () = panic!();", "fn main() {}", "i64", "Vec<T>",
    "Option<Box<T>>", "self", "type", "1", "-1", "0x7f", "'a", "::", "pub mod x;", "macro_rules!",
];

/// Values of a text property in an example, each of which is written as it is.
#[rustfmt::skip] // One entry a line would bury the code.
const HOSTILE_VALUES: &[&str] = &[
    "a.parse()", "x.into()", "models::X", "operators::Bar", "{}", "{x:?}", "*/", "//x", ".expect(\"", "\"", "\\",
    "r#type", "::<Box<str>>", "`x`", "\u{202e}", "crate", "true", "1", "2026-01-31", "api()",
];

const PLAIN: &[&str] = &["one", "blue", "house", "and", "river", "of", "grass"];

/// Prose of words from a list. It begins and ends with a plain word, so that it begins no block.
fn prose(words: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(select(words), 0..6)
        .prop_map(|words| format!("Words {} here.", words.join(" ")))
}

/// Pages with open slots.
fn templates() -> impl Strategy<Value = Vec<(String, String)>> {
    let some = |from: &'static [&'static str]| {
        prop::sample::subsequence(from, 0..=from.len()).prop_map(|parts| parts.concat())
    };
    let types = prop::collection::vec((some(PIECES), some(ROWS)), 2..4);
    let operations = prop::collection::vec((some(PIECES), some(HEADERS), some(ROWS)), 1..4);
    (types, operations, some(MEMBERS)).prop_map(|(types, operations, members)| {
        let mut pages: Vec<(String, String)> = vec![(
            "v1.0/resources/enums.md".to_owned(),
            format!(
                "# Enumerations\n\nNamespace: microsoft.graph\n\n## kind values\n\n\
                 |Member|Description|\n|:--|:--|\n|zero|¶|\n{members}\n"
            ),
        )];
        for (at, (pieces, rows)) in types.iter().enumerate() {
            let text = format!(
                "---\ntitle: \"thing{at} resource type\"\ndescription: \"¶\"\n---\n\n# thing{at} resource type\n\n\
                 Namespace: microsoft.graph\n\n{pieces}## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n\
                 |id|String|¶|\n|name|String|¶|\n{rows}\n"
            );
            pages.push((format!("v1.0/resources/thing{at}.md"), text));
        }
        for (at, (pieces, headers, rows)) in operations.iter().enumerate() {
            let text = format!(
                "# Act{at}\n\nNamespace: microsoft.graph\n\n{pieces}## HTTP request\n\n```http\n\
                 POST /things/{{id}}/act{at}\n```\n\n## Request headers\n\n|Name|Description|\n|:--|:--|\n{headers}\n\
                 ## Request body\n\n|Parameter|Type|Description|\n|:--|:--|:--|\n|way|String|¶|\n{rows}\n\
                 ## Response\n\nIf successful, this method returns a `204 No Content` response code.\n"
            );
            pages.push((format!("v1.0/api/thing-act{at}.md"), text));
        }
        pages.push(("v1.0/api/thing-list.md".to_owned(), LIST.to_owned()));
        pages.push(("v1.0/api/thing-create.md".to_owned(), CREATE.to_owned()));
        pages
    })
}

/// What fills a slot: as prose, and as a value.
type Filling = (String, &'static str);

/// The same pages with two fillings.
fn twins() -> impl Strategy<Value = (Pages, Pages)> {
    templates().prop_flat_map(|pages| {
        let slots = pages.iter().map(|(_, text)| text.matches(SLOTS).count()).sum::<usize>();
        let plain = prop::collection::vec((prose(PLAIN), select(PLAIN)), slots);
        let hostile = prop::collection::vec((prose(HOSTILE), select(HOSTILE_VALUES)), slots);
        (Just(pages), plain, hostile)
            .prop_map(|(pages, plain, hostile)| (fill(&pages, &plain), fill(&pages, &hostile)))
    })
}

fn fill(pages: &[(String, String)], fillings: &[Filling]) -> Pages {
    let mut fillings = fillings.iter();
    let mut fill = |text: &str| -> String {
        let parts = text.split_inclusive(SLOTS).map(|part| {
            let Some(before) = part.strip_suffix(SLOTS) else { return part.to_owned() };
            let (prose, value) = fillings.next().expect("there is one for each slot");
            if part.ends_with('¤') {
                format!("{before}{value}")
            } else if part.ends_with('¥') {
                let json = serde_json::Value::from(*value).to_string();
                format!("{before}{}", &json[1..json.len() - 1])
            } else if before.ends_with("description: \"") {
                // In the front matter the words stand between quotes.
                format!("{before}{}", prose.replace(['\\', '"'], ""))
            } else {
                format!("{before}{prose}")
            }
        });
        parts.collect()
    };
    pages.iter().map(|(path, text)| (path.clone(), fill(text))).collect()
}

/// The Rust of the crate without its words.
fn skeletons(pages: &Pages) -> Result<Pages, String> {
    let plan = plan(pages);
    let files = plan.files().iter().filter(|(path, _)| path.ends_with(".rs"));
    files.map(|(path, text)| Ok((path.clone(), apimark_inspect::skeleton(text)?))).collect()
}

/// The first place at which two crates differ.
fn difference(plain: &Pages, hostile: &Pages) -> Option<String> {
    let paths = |crate_: &Pages| crate_.keys().cloned().collect::<Vec<_>>();
    if paths(plain) != paths(hostile) {
        return Some(format!("{:?} and {:?}", paths(plain), paths(hostile)));
    }
    let (path, plain, hostile) = plain
        .iter()
        .zip(hostile.values())
        .map(|((path, plain), hostile)| (path, plain, hostile))
        .find(|(_, plain, hostile)| plain != hostile)?;
    let same = plain.lines().zip(hostile.lines()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| {
        text.lines().skip(same.saturating_sub(8)).take(24).collect::<Vec<_>>().join(" ")
    };
    Some(format!("{path}:\n  {}\n  {}", around(plain), around(hostile)))
}

proptest! {
    #![proptest_config(crate::configuration())]
    #[test]
    fn words_decide_nothing((plain, hostile) in twins()) {
        let skeletons = (skeletons(&plain), skeletons(&hostile));
        let tests = skeletons.0.iter().flatten().filter(|(path, _)| path.starts_with("tests/"));
        let tests: String = tests.map(|(_, text)| text.as_str()).collect();
        for call in ["starts_with", "set_raw", "assert_body", "assert_response"] {
            prop_assert!(tests.contains(call), "no example calls {call}");
        }
        let different = match skeletons {
            (Ok(plain), Ok(hostile)) => difference(&plain, &hostile),
            (Err(broken), _) | (_, Err(broken)) => Some(broken),
        };
        prop_assert_eq!(different, None);
    }
}
