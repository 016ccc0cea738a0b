use proptest::prelude::*;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::parse::options;
use super::trees;
use crate::{DocText, Link, Notice, Words, is_hidden};

fn check(notice: &Notice) {
    let line = notice.as_str();
    assert!(!line.contains(is_hidden), "{line:?}");
    let is_plain = |event: &Event<'_>| {
        matches!(
            event,
            Event::Start(Tag::Paragraph)
                | Event::End(TagEnd::Paragraph)
                | Event::Text(_)
                | Event::Code(_)
        )
    };
    let odd = Parser::new_ext(line, options()).find(|event| !is_plain(event));
    assert_eq!(odd, None, "{line:?}");
}

#[test]
fn notices_are_plain_words() {
    let cases = [
        ("[ Old ] Use\n`x`.", "Old Use x."),
        ("See https://a.b/c_d.", "See `https://a.b/c_d`."),
        ("Use <b> or \"c\"", "Use `<b>` or \"c\""),
        ("[a](b", "a(b"),
        ("**", ""),
        ("Use a[0] or DOMAIN\\user *now*", "Use `a[0]` or `DOMAIN\\user` now"),
        ("1. x", "`1.` x"),
        ("a `b`c`", "a bc'"),
        ("See `a[*]`.", "See `a[*]`."),
    ];
    for (text, notice) in cases {
        assert_eq!(Notice::plain(text).as_str(), notice, "{text:?}");
    }
    let mut linked = Words::new().text("Use ").link("the new", Link::to("https://a.b/c?d#e"));
    linked.push(" one", crate::Look { strong: true, ..Default::default() }, None);
    assert_eq!(Notice::new(&linked.into()).as_str(), "Use the new one");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_notice_is_text_and_code(text in trees::tree()) {
        check(&Notice::new(&text));
    }

    #[test]
    fn so_is_one_of_words(text in trees::text(), more in trees::text()) {
        check(&Notice::plain(&format!("{text} {more}")));
        check(&Notice::new(&DocText::plain(&text)));
    }
}
