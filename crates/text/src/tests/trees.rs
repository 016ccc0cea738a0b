//! Trees of words that try to be something else.

use proptest::prelude::*;

use crate::{Block, DocText, Link, Look, Marker, Words};

/// Pieces of text, each of which is markup somewhere.
const NASTY: &[&str] = &[
    "`",
    "``",
    "```",
    "~",
    "~~",
    "~~~",
    "<br>",
    "<b>",
    "</",
    "<!--",
    "-->",
    "<",
    ">",
    "&lt;",
    "&#96;",
    "&",
    ";",
    "|",
    "||",
    "|-|",
    ":-:",
    "\\",
    "\\\\",
    "\t",
    "\n",
    "\r",
    " ",
    "  ",
    "    ",
    "1.",
    "1)",
    "12.",
    "-",
    "--",
    "---",
    "- ",
    "+",
    "+ ",
    "#",
    "# ",
    "##",
    ">",
    "> ",
    "[x]: y",
    "[^1]:",
    "[^1]",
    "[ ]",
    "[x]",
    "[",
    "]",
    "](",
    "[a](b)",
    "![a](b)",
    "$",
    "$$",
    "_",
    "__",
    "*",
    "* ",
    "**",
    "***",
    "!",
    "(",
    ")",
    "\"",
    "'",
    "...",
    "=",
    "===",
    ":",
    "{",
    "}",
    "^",
    "a",
    "b",
    "é",
    "“",
    "–",
    "€",
    "🄰",
    "ⓐ",
    "²",
    "\u{301}",
    "\u{a0}",
    "http://",
    "https://a.b",
    "https://a.b/c_d*e",
    "www.a.b",
    "a@b.c",
    "<script>",
    "</div>",
    "<a href=\"x\">",
    "<?x?>",
    "panic!();",
    "x",
    "word",
    "\u{202e}",
    "\u{7}",
    "\u{feff}",
];

pub(super) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::collection::vec(prop::sample::select(NASTY), 1..7).prop_map(|it| it.concat()),
        1 => "\\PC{1,12}",
        1 => "[ -~]{1,12}",
    ]
}

fn look() -> impl Strategy<Value = Look> {
    let off = |weight| prop::bool::weighted(weight);
    (off(0.25), off(0.25), off(0.25)).prop_map(|(code, strong, emphasis)| Look {
        code,
        strong,
        emphasis,
    })
}

fn link() -> impl Strategy<Value = Option<Link>> {
    let address = text().prop_map(|text| Link::to(&format!("https://a.b/{text}")));
    let page = text().prop_map(|text| Link::to(&text));
    let path = || crate::ItemPath::new("models::User").expect("a path");
    let item = Just(Link::Item(path()));
    let documented = text().prop_filter_map("an address", move |text| {
        let address = crate::Address::new(&format!("https://a.b/{text}"))?;
        Some(Link::Documented(address, path()))
    });
    prop_oneof![
        5 => Just(None),
        1 => address.prop_map(Some),
        1 => page.prop_map(Some),
        1 => item.prop_map(Some),
        1 => documented.prop_map(Some),
    ]
}

pub(super) fn words() -> impl Strategy<Value = Words> {
    let item = || Some(Link::Item(crate::ItemPath::new("models::Pen").expect("a path")));
    let code = Look { code: true, ..Look::default() };
    let run = prop_oneof![
        12 => (text(), look(), link()).prop_map(Some),
        2 => Just(None),
        1 => Just(Some(("models::Pen".to_owned(), code, item()))),
    ];
    prop::collection::vec(run, 0..6).prop_map(|runs| {
        let mut words = Words::new();
        for run in runs {
            match run {
                Some((text, look, link)) => words.push(&text, look, link),
                None => words.push_break(),
            }
        }
        words
    })
}

fn marker() -> impl Strategy<Value = Marker> {
    prop_oneof![Just(Marker::Bullet), Just(Marker::Number(1)), (0..12_u32).prop_map(Marker::Number)]
}

fn block() -> impl Strategy<Value = Option<Block>> {
    let code = prop::collection::vec(text(), 0..4)
        .prop_map(|lines| Some(Block::code(lines.iter().map(String::as_str))));
    let table = (1..4_usize).prop_flat_map(|width| {
        let row = || prop::collection::vec(words(), width);
        let head = row().prop_map(|cells| -> Vec<Words> {
            cells.into_iter().map(|cell| Words::new().text("h").join([cell], "")).collect()
        });
        (head, prop::collection::vec(row(), 0..3)).prop_map(|(head, rows)| Block::table(head, rows))
    });
    let leaf = prop_oneof![
        6 => words().prop_map(Block::paragraph),
        1 => words().prop_map(Block::heading),
        1 => code,
        2 => table,
    ];
    leaf.boxed().prop_recursive(2, 12, 4, |inner| {
        let below = prop::collection::vec(inner.clone(), 0..3)
            .prop_map(|blocks| blocks.into_iter().flatten().collect::<DocText>());
        let item = (marker(), words(), below)
            .prop_map(|(marker, words, below)| Block::item(marker, words, below));
        prop_oneof![2 => inner, 3 => item]
    })
}

pub(super) fn tree() -> impl Strategy<Value = DocText> {
    prop::collection::vec(block(), 0..5)
        .prop_map(|blocks| blocks.into_iter().flatten().collect::<DocText>())
}
