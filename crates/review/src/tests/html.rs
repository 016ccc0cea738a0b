//! The page for a browser: what stands on it, and that no text becomes markup.

use std::collections::BTreeSet;

use insta::assert_snapshot;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{forms::EDITS, review};
use crate::{Change, Origin, Review, print};

/// The page without its style, its script and their hashes.
fn bare(page: &str) -> String {
    let mut out = page.to_owned();
    for (begin, end) in
        [("<style>", "</style>"), ("<script>", "</script>"), (" content=\"default-src", "\"/>")]
    {
        let (before, rest) = out.split_once(begin).unwrap();
        let (_, after) = rest.split_once(end).unwrap();
        out = format!("{before}{begin}…{end}{after}");
    }
    out
}

/// What the page has of its own in the changes, without what is the same on every page.
fn changes(review: &Review) -> String {
    let page = bare(&print::html(review));
    let (_, rest) = page.split_once("<section").unwrap();
    let (sections, _) = rest.split_once("</main>").unwrap();
    format!("<section{sections}")
}

#[test]
fn head() {
    let page = bare(&print::html(&review(&EDITS)));
    let (head, _) = page.split_once("<details class=\"legend\">").unwrap();
    assert_snapshot!(head, @r##"
    <!DOCTYPE html>
    <html lang="en"><head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="default-src…"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="referrer" content="no-referrer"/>
    <meta name="color-scheme" content="light dark"/>
    <title>API changes from before to after</title>
    <style>…</style></head>
    <body><a class="skip" href="#changes">Skip to the changes</a>
    <header><h1>API changes from before to after</h1>
    <dl class="verdict"><div class="severe"><dt>Rust source</dt><dd>breaking</dd></div><div class="severe"><dt>wire</dt><dd>breaking</dd></div><div class="serious"><dt>behaviour</dt><dd>stricter</dd></div></dl>
    <p class="step">Version step: <strong>major</strong></p>
    <p>3 changes: 1 breaking source, 1 of the service, 1 breaking unusual source only; beside them 1 change of words alone</p>
    <nav aria-label="Sections"><ul><li><a href="#breaking">Source that uses these breaks</a> <span class="number">(1)</span></li><li><a href="#service">The service takes, promises or asks for something else</a> <span class="number">(1)</span></li><li><a href="#breaking-for-some">Only unusual source breaks</a> <span class="number">(1)</span></li><li><a href="#wording">Wording</a> <span class="number">(1)</span></li></ul></nav>
    "##);
}

#[test]
fn filters() {
    let page = bare(&print::html(&review(&EDITS)));
    let (_, rest) = page.split_once("</p>\n<details open=\"\">").unwrap();
    let (boxes, _) = rest.split_once("</details>").unwrap();
    assert_snapshot!(boxes, @r#"
    <summary>Filters</summary>
    <fieldset><legend>Kind of change</legend><label><input type="checkbox" name="kind" value="changed"/> <span class="value">changed</span> <span class="number">2</span></label><label><input type="checkbox" name="kind" value="added"/> <span class="value">added</span> <span class="number">1</span></label><label><input type="checkbox" name="kind" value="wording"/> <span class="value">wording</span> <span class="number">1</span></label></fieldset>
    <fieldset><legend>Rust source</legend><label><input type="checkbox" name="source" value="breaking"/> <span class="value">breaking</span> <span class="number">1</span></label><label><input type="checkbox" name="source" value="breaking for some source"/> <span class="value">breaking for some source</span> <span class="number">1</span></label><label><input type="checkbox" name="source" value="compatible"/> <span class="value">compatible</span> <span class="number">2</span></label></fieldset>
    <fieldset><legend>wire</legend><label><input type="checkbox" name="wire" value="breaking"/> <span class="value">breaking</span> <span class="number">1</span></label><label><input type="checkbox" name="wire" value="compatible"/> <span class="value">compatible</span> <span class="number">1</span></label><label><input type="checkbox" name="wire" value="same"/> <span class="value">same</span> <span class="number">2</span></label></fieldset>
    <fieldset><legend>behaviour</legend><label><input type="checkbox" name="behaviour" value="stricter"/> <span class="value">stricter</span> <span class="number">1</span></label><label><input type="checkbox" name="behaviour" value="same"/> <span class="value">same</span> <span class="number">3</span></label></fieldset>
    <fieldset><legend>What has changed</legend><label><input type="checkbox" name="what" value="type"/> <span class="value">type</span> <span class="number">1</span></label><label><input type="checkbox" name="what" value="property"/> <span class="value">property</span> <span class="number">2</span></label><label><input type="checkbox" name="what" value="operation"/> <span class="value">operation</span> <span class="number">1</span></label></fieldset>
    "#);
}

#[test]
fn a_change_with_its_docs_and_its_rust() {
    assert_snapshot!(changes(&review(&EDITS[..1])), @r##"
    <section id="breaking"><h2>Source that uses these breaks <span class="number">(1)</span></h2>
    <details class="change" id="property-library.book-pages-fe3bfeac" data-kind="changed" data-source="breaking" data-wire="breaking" data-behaviour="same" data-what="property" data-version="v1.0" data-cause="the docs" data-area="no area" open=""><summary><h3><b class="changed">changed</b> property <code>library.book/pages</code></h3> <span class="axes"> <span class="severe">source breaking</span> <span class="severe">wire breaking</span></span> <span class="brief">type: Edm.Int32 → Edm.Int64</span></summary>
    <ul class="differences"><li><code>type: Edm.Int32 → Edm.Int64</code> <small class="severe">wire breaking</small></li></ul>
    <div class="sides"><div class="side"><h4>Docs</h4><p class="place">v1.0/resources/book.md:12, “Properties”</p><pre><del>|pages|<mark>Int32</mark>|How many pages the book has, without its cover.|
    </del><ins>|pages|<mark>Int64</mark>|How many pages the book has, without its cover.|
    </ins></pre></div>
    <div class="side"><h4>Rust</h4><pre><del>Book::pages: Option&lt;<mark>i32</mark>&gt;
    </del><ins>Book::pages: Option&lt;<mark>i64</mark>&gt;
    </ins><del>Book::PAGES: rt::Property&lt;<mark>i32</mark>&gt;
    </del><ins>Book::PAGES: rt::Property&lt;<mark>i64</mark>&gt;
    </ins></pre></div>
    </div><p class="link"><a href="#property-library.book-pages-fe3bfeac" aria-label="Link to this change: property library.book/pages">Link to this change</a></p></details>
    </section>
    "##);
}

#[test]
fn lines_are_held_against_those_that_they_were() {
    let mut many = review(&EDITS[..1]);
    let change = &mut many.changes[0];
    let lines = |lines: &[&str]| lines.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    change.before.as_mut().unwrap().text = lines(&["A book.", "", "|pages|Int32|All pages.|"]);
    change.after.as_mut().unwrap().text =
        lines(&["|pages|Int64|All pages.|", "Nobody has lent it.", "One book.", ""]);
    let page = changes(&many);
    let (_, docs) = page.split_once("<pre>").unwrap();
    let (docs, _) = docs.split_once("</pre>").unwrap();
    assert_snapshot!(docs, @"
    <del><mark>A</mark> book.
    </del><del>
    </del><del>|pages|<mark>Int32</mark>|All pages.|
    </del><ins>|pages|<mark>Int64</mark>|All pages.|
    </ins><ins>Nobody has lent it.
    </ins><ins><mark>One</mark> book.
    </ins><ins>
    </ins>
    ");
}

#[test]
fn words_alone_are_folded() {
    assert_snapshot!(changes(&review(&EDITS[3..])), @r##"
    <section id="wording"><h2>Wording <span class="number">(1)</span></h2><details class="fold"><summary>Where only words differ</summary>
    <details class="change" id="type-library.person-1b5760e6" data-kind="wording" data-source="compatible" data-wire="same" data-behaviour="same" data-what="type" data-version="v1.0" data-cause="the docs" data-area="no area" open=""><summary><h3>type <code>library.person</code></h3></summary>
    <div class="sides"><div class="side"><h4>Docs</h4><p class="place">v1.0/resources/person.md:1, “person resource type”</p><pre><del><mark>Somebody</mark> who writes or reads.
    </del><ins><mark>Anybody</mark> who writes or reads.
    </ins></pre></div>
    </div><p class="link"><a href="#type-library.person-1b5760e6" aria-label="Link to this change: type library.person">Link to this change</a></p></details>
    </details></section>
    "##);
}

#[test]
fn nothing_to_filter() {
    let page = bare(&print::html(&review(&[])));
    let (_, body) = page.split_once("</head>").unwrap();
    assert_snapshot!(body, @r##"

    <body><a class="skip" href="#changes">Skip to the changes</a>
    <header><h1>API changes from before to after</h1>
    </header>
    <main id="changes" tabindex="-1"><p>No changes.</p></main>
    <script>…</script>
    </body></html>
    "##);
}

#[test]
fn the_same_review_gives_the_same_bytes() {
    assert_eq!(print::html(&review(&EDITS)), print::html(&review(&EDITS)));
}

#[test]
fn an_area_is_stated_by_pages() {
    let front_matter = "---\nms.prod: \"lending\"\n---\n# book resource type";
    let edits = [("book", "# book resource type", front_matter)];
    let both = super::between(&edits, &[edits[0], EDITS[0]]);
    let areas: Vec<_> = both.changes.iter().map(|it| it.area.as_deref()).collect();
    assert_eq!(areas, [Some("lending")]);
    assert!(changes(&both).contains(" data-area=\"lending\""));
}

#[test]
fn what_has_no_area_can_be_filtered_where_others_have_one() {
    let front_matter = "---\nms.prod: \"lending\"\n---\n# book resource type";
    let edits = [("book", "# book resource type", front_matter)];
    let one = super::between(&edits, &[edits[0], EDITS[0]]);
    assert!(!print::html(&one).contains("name=\"area\""), "all changes are of one area");
    let both = super::between(&edits, &[edits[0], EDITS[0], EDITS[2]]);
    let page = print::html(&both);
    let boxes: Vec<&str> = page.split("name=\"area\" value=\"").skip(1).collect();
    let value = |it: &&str| it.split('"').next().unwrap_or_default().to_owned();
    assert_eq!(boxes.iter().map(value).collect::<Vec<_>>(), ["lending", "no area"]);
    assert_eq!(page.matches(" data-area=\"no area\"").count(), 1);
}

#[test]
fn what_follows_from_another_change_links_there() {
    let review =
        review(&[("book", "[person](person.md) collection", "[item](item.md) collection")]);
    let page = changes(&review);
    let (_, reason) = page.split_once("<li>follows").unwrap();
    let (reason, _) = reason.split_once("</li>").unwrap();
    assert_snapshot!(reason, @r##" from relationship <a href="#relationship-library.book-authors-7803baac"><code>library.book/authors</code></a>"##);
    let (_, link) = reason.split_once("href=\"#").unwrap();
    let (link, _) = link.split_once('"').unwrap();
    assert!(ids(&print::html(&review)).iter().any(|it| it == link));
}

#[test]
fn a_link_leads_to_the_thing_whatever_became_of_it() {
    let removed = [("book", "|pages|Int32|How many pages the book has, without its cover.|\n", "")];
    let ids = [&EDITS[..1], &removed].map(|edits| ids(&print::html(&review(edits))));
    assert_eq!(ids[0], ids[1]);
    assert_snapshot!(ids[0].join("\n"), @"property-library.book-pages-fe3bfeac");
}

#[test]
fn changes_of_one_name_have_links_of_their_own() {
    let change = review(&EDITS[..1]).changes.remove(0);
    let named = |name: &str| Change { name: name.to_owned(), ..change.clone() };
    let changes = vec![change.clone(), change.clone(), named(&"a".repeat(5_000)), named("\"><b>ü")];
    let twice = Review::new(String::new(), String::new(), changes);
    assert_snapshot!(ids(&print::html(&twice)).join("\n"), @"
    property-b-58502330
    property-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-e181aabc
    property-library.book-pages-fe3bfeac
    property-library.book-pages-fe3bfeac-2
    ");
}

#[test]
fn many_changes_are_folded() {
    let mut many = review(&EDITS[..1]);
    let change = many.changes[0].clone();
    let named = |number: usize| Change { name: number.to_string(), ..change.clone() };
    many.changes = (0..100).map(named).collect();
    let folded = |review: &Review| changes(review).matches(" open=\"\"").count();
    assert_eq!(folded(&many), 100);
    many.changes = (0..101).map(named).collect();
    assert_eq!(folded(&many), 0);
}

#[test]
fn what_is_long_is_cut() {
    let mut long = review(&EDITS);
    long.remarks = vec!["long ".repeat(10_000)];
    for change in &mut long.changes {
        fill(change, &"long <&> ".repeat(10_000));
        change.differences = vec![change.differences[0].clone(); 1_000];
        if let Some(item) = change.rust.first() {
            change.rust = vec![item.clone(); 1_000];
        }
    }
    let changes = long.changes.len();
    let page = print::html(&long);
    assert!(page.len() < 50_000 + changes * 200_000, "{}", page.len());
    assert_well_formed(&page, &known());
}

#[test]
fn no_more_than_fifty_items_of_a_change_are_printed() {
    let printed = |number: usize| {
        let mut review = review(&EDITS[..1]);
        let item = review.changes[0].rust[0].clone();
        review.changes[0].rust = vec![item; number];
        let changes = changes(&review);
        let left = changes.lines().find_map(|line| line.split_once("// and ")).map(|it| it.1);
        let left = left.and_then(|it| it.split('<').next()).unwrap_or("none");
        format!("{}, {}", changes.matches("Book::pages").count() / 2, left.trim())
    };
    assert_eq!(printed(50), "50, none");
    assert_eq!(printed(51), "50, 1 more item");
    assert_eq!(printed(60), "50, 10 more items");
}

/// Puts a text wherever a change has one of the docs.
fn fill(change: &mut Change, text: &str) {
    let text = || text.to_owned();
    change.name = text();
    change.former_name = Some(text());
    change.area = Some(text());
    change.version = text();
    for difference in &mut change.differences {
        difference.of = Some(text());
        difference.before = Some(text());
        difference.after = Some(text());
    }
    for lines in [&mut change.before, &mut change.after].into_iter().flatten() {
        lines.page = text();
        lines.heading = Some(text());
        lines.text = vec![text(); 3];
    }
    let (what, more, is_near) = (change.what, 1, true);
    change.follows_from = Some(Origin { id: Some(text()), what, name: text(), more, is_near });
    for item in &mut change.rust {
        item.before = Some(text());
        item.after = Some(text());
    }
}

fn ids(page: &str) -> Vec<String> {
    let ids = page.split("class=\"change\" id=\"").skip(1);
    ids.filter_map(|it| it.split_once('"')).map(|(id, _)| id.to_owned()).collect()
}

/// What a browser makes of a page: elements with their attributes, and the texts.
#[derive(Default)]
struct Seen {
    /// Elements, with the names of their attributes.
    elements: BTreeSet<String>,
    links: Vec<String>,
    text: String,
}

/// Reads the page as XML, which it is but for its first line: so every tag, every quote and every entity is whole.
fn seen(page: &str) -> Seen {
    let page = bare(page);
    let mut reader = Reader::from_str(&page);
    let mut seen = Seen::default();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(it) | Event::Empty(it) => element(&it, &mut seen),
            Event::Text(it) => seen.text += &it,
            Event::GeneralRef(it) => {
                seen.text += &quick_xml::escape::unescape(&format!("&{};", &*it)).unwrap();
            }
            Event::End(_) => {}
            Event::DocType(it) => assert_eq!(&*it, "html"),
            Event::Eof => return seen,
            other => panic!("nothing else is on a page: {other:?}"),
        }
    }
}

fn element(element: &BytesStart<'_>, seen: &mut Seen) {
    let mut names = vec![element.name().as_ref().to_owned()];
    for attribute in element.attributes() {
        let attribute = attribute.unwrap();
        let name = attribute.key.as_ref().to_owned();
        if name == "href" || name == "id" {
            seen.links.push(attribute.value.into_owned());
        }
        names.push(name);
    }
    seen.elements.insert(names.join(" "));
}

/// The elements and attributes of a page with harmless texts, and what comes beside: the version and the area of a
/// change, the emphasis of words.
fn known() -> BTreeSet<String> {
    let more = ["data-area", "data-version", "mark"].map(str::to_owned);
    names(&seen(&print::html(&review(&EDITS)))).chain(more).collect()
}

fn names(seen: &Seen) -> impl Iterator<Item = String> {
    seen.elements.iter().flat_map(|it| it.split(' ')).map(str::to_owned)
}

fn assert_well_formed(page: &str, known: &BTreeSet<String>) {
    let seen = seen(page);
    let is_plain = |it: &String| {
        it.trim_start_matches('#').chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c))
    };
    assert!(seen.links.iter().all(is_plain), "{:?}", seen.links);
    let strange: Vec<String> = names(&seen).filter(|it| !known.contains(it)).collect();
    assert!(strange.is_empty(), "{strange:?}");
}

const WEAPONS: [&str; 14] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style></title></pre></details>",
    "\" onmouseover=\"alert(1)\" x=\"",
    "' onfocus='alert(1)' autofocus='",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "-->]]>",
    "<![CDATA[",
    "&lt;b&gt;&amp;&#60;&#x3c;",
    "javascript:alert(1)",
    "<a href=\"https://example.com\">",
    "\u{202e}\u{0}\u{1b}[2J\r\n\u{2028}",
    "<svg/onload=alert(1)><math><mi//xlink:href=\"data:x,<script>\">",
];

fn hostile() -> impl Strategy<Value = String> {
    let weapon = prop::sample::select(WEAPONS.to_vec()).prop_map(str::to_owned);
    prop::collection::vec(prop_oneof![weapon, ".{0,12}", "[<>&\"'/=! -]{0,8}"], 0..6)
        .prop_map(|parts| parts.concat())
}

#[test]
fn no_text_becomes_markup() {
    let (plain, known) = (review(&EDITS), known());
    let config = ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() };
    let mut runner = TestRunner::new(config);
    let texts = (prop::collection::vec(hostile(), 4), hostile());
    let outcome = runner.run(&texts, |(texts, head)| {
        let mut review = plain.clone();
        for (change, text) in review.changes.iter_mut().zip(&texts) {
            fill(change, text);
        }
        review.base = head.clone();
        review.new = head.clone();
        review.remarks = vec![head.clone()];
        review.package_version = Some(head.clone());
        let page = print::html(&review);
        assert_well_formed(&page, &known);
        // And nothing of it is lost.
        let seen = seen(&page).text;
        for text in texts.iter().chain([&head]) {
            prop_assert!(seen.contains(&*diag::printable(text)), "{text:?}");
        }
        Ok(())
    });
    outcome.unwrap();
}
