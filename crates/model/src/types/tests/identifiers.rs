//! Whatever facts are called, what Rust calls them is an identifier.

use diag::{PageId, Span};
use facts::{
    Argument, Fact, MemberFacts, PageFacts, ParameterFacts, ParameterPlace, Segment, TypeCell,
};
use proptest::prelude::*;

use super::notation;
use crate::{Api, BodyContent, Links, Options, PathParameter, PathSegment, Select, build};

/// Where names come from: a type with a property and a relative, an enumeration, an operation with keys, a function's
/// argument, and parameters.
const TEXT: &str = "
page resources/boat.md area=boats
type harbor.boat
    name: String
    kind: harbor.kind
page resources/ship.md area=boats
type harbor.ship base=harbor.boat
page resources/kind.md
enum harbor.kind: sloop
page api/boat-list.md
get /boats/{id}/wharf : [boat]
";

/// Names that are no names, and ordinary text.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "",
            " ",
            "_",
            "r#",
            "r#fn",
            "self",
            "Self",
            "crate",
            "super",
            "fn",
            "0",
            "1st",
            "gen",
            "\u{1f6a2}",
            "\u{e9}",
            "a'b",
            "a\"b",
            "a\nb",
            "\u{1b}[31m",
            "\u{202e}x",
            "*/ //",
            "a.b",
            "..",
            "$",
            "additional",
        ])
        .prop_map(str::to_owned),
        ".{0,16}",
        Just("long ".repeat(2_000)),
    ]
}

fn fact<T>(value: T) -> Fact<T> {
    Fact::new(value, Span::new(PageId(0), 0, 0), "by-hand")
}

fn rename(pages: &mut [PageFacts], names: &[String]) {
    let mut names = names.iter().cycle().cloned();
    let mut next = || names.next().expect("names go round");
    for page in pages {
        page.namespace = Some(fact(format!("harbor.{}", next())));
        page.area = Some(fact(next()));
        for facts in &mut page.types {
            facts.names[0].value = next();
            for row in &mut facts.properties {
                row.name.value = next();
                row.values = vec![fact(next()), fact(next())];
            }
        }
        for facts in &mut page.enums {
            facts.name.value = next();
            let member = |name| MemberFacts { name: fact(name), value: None, description: None };
            facts.members = vec![member(next()), member(next()), member(next())];
        }
        let Some(operation) = &mut page.operation else { continue };
        let argument = Argument { text: next(), placeholder: true, quoted: true, cast: None };
        operation.requests[0].value.segments.extend([
            Segment::Literal(next()),
            Segment::Key(vec![next()]),
            Segment::Call { name: next(), arguments: vec![(next(), argument)] },
        ]);
        let cell = TypeCell { text: String::new(), collection: false, mentions: Vec::new() };
        for place in [ParameterPlace::Query, ParameterPlace::Path] {
            operation.parameters.push(ParameterFacts {
                name: fact(next()),
                place,
                ty: Some(fact(cell.clone())),
                description: None,
                notes: Vec::new(),
                values: Vec::new(),
            });
        }
    }
}

fn arguments(segment: &PathSegment) -> Vec<&PathParameter> {
    match segment {
        PathSegment::Literal(_) => Vec::new(),
        PathSegment::Key(it) | PathSegment::ItemPath(it) => vec![it],
        PathSegment::PositionalKey(all)
        | PathSegment::KeyPredicate(all)
        | PathSegment::Function { parameters: all, .. } => all.iter().collect(),
    }
}

/// Folders and files, below the version's.
fn paths(api: &Api) -> Vec<&[String]> {
    let types = api.structs.iter().map(|it| &it.rust).chain(api.enums.iter().map(|it| &it.rust));
    let mut all: Vec<&[String]> =
        types.flat_map(|it| [it.module.as_slice(), it.file.as_slice()]).collect();
    all.extend(api.nodes.iter().map(|it| it.file.as_slice()));
    all.extend(api.operations.iter().map(|it| it.file.as_slice()));
    all
}

/// Every name that generated code spells.
fn identifiers(api: &Api) -> Vec<String> {
    let mut all = vec![api.module.clone()];
    for item in api.structs.iter().map(|it| &it.rust).chain(api.enums.iter().map(|it| &it.rust)) {
        all.push(item.name.clone());
        all.extend(item.module.iter().chain(&item.file).cloned());
    }
    for item in &api.structs {
        all.extend(item.fields.iter().flat_map(|it| [it.rust_name.clone(), it.constant()]));
        if let Some(family) = &item.polymorphic {
            all.push(family.rust_name.clone());
            all.extend(family.variants.iter().map(|(name, _)| name.clone()));
        }
    }
    all.extend(api.enums.iter().flat_map(|it| &it.members).map(|it| it.rust_name.clone()));
    for node in &api.nodes {
        all.extend([node.rust_name.clone(), node.accessor.clone()]);
        all.extend(node.file.iter().cloned());
        all.extend(arguments(&node.segment).iter().map(|it| it.rust_name.clone()));
    }
    for operation in &api.operations {
        all.extend([operation.rust_name.clone(), operation.constant.clone()]);
        all.extend(operation.file.iter().cloned());
        let parameters = operation.query.iter().chain(&operation.headers);
        all.extend(parameters.map(|it| it.rust_name.clone()));
        let content = operation.body.as_ref().map(|body| &body.content);
        if let Some(BodyContent::Parameters { rust_name, fields }) = content {
            all.push(rust_name.clone());
            all.extend(fields.iter().map(|it| it.rust_name.clone()));
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_rust_name_is_an_identifier(names in prop::collection::vec(name(), 8..24)) {
        let (sources, mut pages) = notation::read(TEXT);
        rename(&mut pages, &names);
        let options = Options {
            version: "v1.0".to_owned(),
            module: crate::module_name(&names[0]),
            base_url: "https://example.com".to_owned(),
            default_namespace: "harbor".to_owned(),
            primitives: facts::Dialect::graph().primitives().clone(),
            plurals: facts::Dialect::graph().plurals().clone(),
            links: Links::default(),
            sources: &sources,
            parallel: false,
        };
        let api = build(&pages, &options, &Select::default()).api;
        prop_assert!(!api.structs.is_empty() && !api.nodes.is_empty());
        for path in paths(&api) {
            prop_assert!(path.iter().all(|name| name.len() < 255), "too long for a file");
            prop_assert!(path.iter().map(|name| name.len() + 1).sum::<usize>() < 1_000);
        }
        for name in identifiers(&api) {
            prop_assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{name:?}");
        }
    }
}
