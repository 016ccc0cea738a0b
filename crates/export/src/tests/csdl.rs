use insta::assert_snapshot;
use quick_xml::Reader;
use quick_xml::events::Event;

use super::sample;
use crate::csdl as export;

/// The document alone.
fn csdl(api: &model::Api) -> String {
    export(api).0
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
    assert_snapshot!(csdl(&sample::api()));
}

#[test]
fn text_from_docs_cannot_break_the_document() {
    let mut api = sample::api();
    let plain = count_elements(&csdl(&api));
    api.structs[2].docs.text = text::DocText::plain("</String> ]]> & \u{b} \"'<!--");
    api.structs[2].fields[1].default = Some(sample::sourced("a\"/><b\u{0}".into()));
    assert_eq!(count_elements(&csdl(&api)), plain);
}

#[test]
fn members_have_values_all_or_none() {
    let mut api = sample::api();
    api.enums[0].members[1].value = None;
    assert!(!csdl(&api).contains(" Value=\""));
}

#[test]
fn a_key_is_not_repeated_on_derived_types() {
    let mut api = sample::api();
    let keys = |api: &model::Api| csdl(api).matches("<Key>").count();
    assert_eq!(keys(&api), 1);
    api.structs[2].base = None;
    assert_eq!(keys(&api), 2);
}

#[test]
fn names_that_are_no_identifiers_are_left_out() {
    let mut api = sample::api();
    api.structs[2].fields[1].wire_name = "a\"/><b".into();
    api.enums[0].members[0].wire_name = "<&\u{0}>".into();
    let (text, left_out) = export(&api);
    assert_eq!(count_elements(&text), count_elements(&csdl(&sample::api())) - 4);
    let codes: Vec<&str> = left_out.iter().map(|it| it.code.name()).collect();
    assert_eq!(codes, ["csdl-name-left-out", "csdl-name-left-out"]);
}

#[test]
fn a_relationship_to_an_unknown_type_leads_to_entities() {
    let mut api = sample::api();
    api.structs[2].fields[2].ty.value.item = model::ItemType::Untyped;
    assert!(csdl(&api).contains(r#"Name="manager" Type="Edm.EntityType""#));
}

#[test]
fn a_decimal_has_any_number_of_digits() {
    let mut api = sample::api();
    api.structs[2].fields[1].ty.value.item = model::ItemType::Scalar(model::Scalar::Decimal);
    assert!(csdl(&api).contains(r#"Name="day" Type="Edm.Decimal" Scale="variable""#));
}

#[test]
fn the_length_of_a_text_is_a_facet_and_that_of_other_values_none() {
    let mut api = sample::api();
    for field in &mut api.structs.iter_mut().flat_map(|item| &mut item.fields) {
        field.max_length = Some(sample::sourced(20));
    }
    let text = csdl(&api);
    let stated: Vec<&str> = text.lines().filter(|line| line.contains("MaxLength=\"20\"")).collect();
    assert!(!stated.is_empty() && stated.iter().all(|line| line.contains("Edm.String")), "{text}");
}
