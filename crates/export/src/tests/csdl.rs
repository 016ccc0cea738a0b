use insta::assert_snapshot;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::sample;
use crate::csdl;

/// The document alone.
fn text(api: &model::Api) -> String {
    csdl(api).0
}

/// Reads the document to its end; a broken one stops with its error. Returns the number of elements.
fn count_elements(text: &str) -> usize {
    let mut reader = Reader::from_str(text);
    let mut count = 0;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) | Event::Empty(_) => count += 1,
            Event::Eof => return count,
            _ => {}
        }
    }
}

#[test]
fn one_schema_per_namespace() {
    assert_snapshot!(text(&sample::api()));
}

#[test]
fn text_from_docs_cannot_break_the_document() {
    let mut api = sample::api();
    let plain = count_elements(&text(&api));
    api.structs[2].docs.text = text::DocText::plain("</String> ]]> & \u{b} \"'<!--");
    assert_eq!(count_elements(&text(&api)), plain);
}

#[test]
fn names_that_csdl_has_no_place_for_are_left_out_and_reported() {
    let mut api = sample::api();
    api.structs[2].fields[1].wire_name = "a\"/><b".into();
    api.enums[0].members[0].wire_name = "<&\u{0}>".into();
    let (document, left_out) = csdl(&api);
    assert!(count_elements(&document) < count_elements(&text(&sample::api())));
    let reports: Vec<String> = left_out.iter().map(|it| it.message.clone()).collect();
    assert_snapshot!(reports.join("\n"));
}

#[test]
fn members_have_values_all_or_none() {
    let mut api = sample::api();
    api.enums[0].members[1].value = None;
    assert!(!text(&api).contains(" Value=\""));
}

#[test]
fn a_key_is_not_repeated_on_derived_types() {
    let mut api = sample::api();
    let keys = |api: &model::Api| text(api).matches("<Key>").count();
    assert_eq!(keys(&api), 1);
    api.structs[2].base = None;
    assert_eq!(keys(&api), 2);
}
