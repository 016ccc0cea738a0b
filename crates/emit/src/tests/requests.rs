//! Path tables and operation tables.

use insta::assert_snapshot;
use model::{
    Alternative, Api, Body, BodyContent, Change, Docs, FurtherPage, Gate, ItemType, Method, NodeId,
    Operation, OperationKind, Parameter, PathNode, PathParameter, PathSegment, Permissions,
    Response, ResponseContent, Role, Route, Scalar, Shape,
};
use text::{Block, DocText, Marker, Notice, Words};

use super::sample::{api, many, name, one, paragraphs, property, scalar, sourced, span, structure};
use super::{options, text};
use crate::files;

pub(super) fn parameter(wire: &str, rust: &str) -> PathParameter {
    PathParameter {
        wire_name: wire.to_owned(),
        rust_name: rust.to_owned(),
        ty: Scalar::String,
        quoted: false,
        prefix: String::new(),
        alternatives: Vec::new(),
        fixed: None,
    }
}

/// Adds a node in the file `paths/animals.rs` and returns its number.
pub(super) fn node(
    api: &mut Api,
    parent: Option<usize>,
    segment: PathSegment,
    template: &str,
    [accessor, rust]: [&str; 2],
) -> usize {
    api.nodes.push(PathNode {
        parent: parent.map(NodeId),
        segment,
        template: template.to_owned(),
        rust_name: rust.to_owned(),
        accessor: accessor.to_owned(),
        shape: Shape { role: Role::Inferred, value: None },
        file: vec!["paths".to_owned(), "animals".to_owned()],
        gate: Gate::default(),
    });
    api.nodes.len() - 1
}

pub(super) fn operation(api: &Api, method: Method, rust_name: &str, nodes: &[usize]) -> Operation {
    let route = |index: &usize| Route {
        node: NodeId(*index),
        template: api.nodes[*index].template.clone(),
        query: None,
        further_queries: Vec::new(),
        span: span(),
        rule: "by-hand",
    };
    Operation {
        method,
        kind: OperationKind::Get,
        rust_name: rust_name.to_owned(),
        constant: format!("ANIMAL_{}", rust_name.to_uppercase()),
        routes: nodes.iter().map(route).collect(),
        title: format!("{rust_name} an animal"),
        query_options: None,
        query: Vec::new(),
        headers: Vec::new(),
        body: None,
        response: Response {
            statuses: vec![204],
            content: ResponseContent::Empty,
            alternatives: Vec::new(),
            span: span(),
            rule: "by-hand",
        },
        permissions: Vec::new(),
        examples: Vec::new(),
        docs: Docs::default(),
        deprecated: None,
        area: String::new(),
        gate: Gate::default(),
        clouds: Vec::new(),
        eventual: None,
        preview: false,
        page: "v1.0/api/animal.md".to_owned(),
        file: ["operations", "house", "animal"].map(str::to_owned).to_vec(),
        pages: vec!["v1.0/api/animal.md".to_owned()],
        span: span(),
    }
}

fn header(wire: &str, rust: &str, required: bool, text: &str) -> Parameter {
    Parameter {
        wire_name: wire.to_owned(),
        rust_name: rust.to_owned(),
        ty: one(scalar(Scalar::String)),
        required,
        constant: None,
        docs: Docs { text: DocText::plain(text), ..Docs::default() },
        span: span(),
        rule: "by-hand",
    }
}

fn body(content: BodyContent) -> Option<Body> {
    Some(Body { content, change: None, span: span(), rule: "by-hand" })
}

/// One node for each kind of segment.
pub(super) fn with_paths() -> Api {
    let mut api = api();
    let literal = |text: &str| PathSegment::Literal(text.to_owned());
    let all = node(&mut api, None, literal("animals"), "/animals", ["animals", "Animals"]);
    let mut key = parameter("id", "id");
    key.alternatives = vec!["id".to_owned(), "name".to_owned()];
    let template = "/animals/{id}";
    let one = node(&mut api, Some(all), PathSegment::Key(key), template, ["by_id", "AnimalsById"]);
    let mut chip = parameter("chip", "chip");
    chip.quoted = true;
    let predicate = PathSegment::KeyPredicate(vec![chip]);
    let template = "/animals(chip='{chip}')";
    node(&mut api, Some(all), predicate, template, ["by_chip", "AnimalsByChip"]);
    let mut weight = parameter("weight", "weight");
    weight.ty = Scalar::Int32;
    let mut diet = parameter("diet", "diet");
    diet.fixed = Some("fish & \"chips\"".to_owned());
    diet.quoted = true;
    let feed = PathSegment::Function { name: "feed".to_owned(), parameters: vec![weight, diet] };
    let template = "/animals/{id}/feed(weight={weight},diet='fish')";
    node(&mut api, Some(one), feed, template, ["feed", "AnimalsByIdFeed"]);
    let item = PathSegment::ItemPath(parameter("path", "path"));
    let template = "/animals/{id}:/{path}";
    let below = node(&mut api, Some(one), item, template, ["by_path", "AnimalsByIdByPath"]);
    let template = "/animals/{id}:/{path}:/$ref";
    let reference = ["reference", "AnimalsByIdByPathReference"];
    node(&mut api, Some(below), literal("$ref"), template, reference);
    api
}

#[test]
fn path_tables_have_one_line_per_node() {
    let files = files(&[with_paths()], &options());
    assert_snapshot!(text(&files, "src/v1_0/paths/animals.rs"));
    assert_snapshot!(text(&files, "src/v1_0/api.rs"));
}

#[test]
fn a_parent_in_another_file_is_imported() {
    let mut api = with_paths();
    api.nodes[5].file = vec!["paths".to_owned(), "others".to_owned()];
    let files = files(&[api], &options());
    assert_snapshot!(text(&files, "src/v1_0/paths/others.rs"), @r#"
    // @generated by `cargo xtask generate`. Do not edit.

    //! The paths below `/animals/{id}:/{path}:/$ref`.

    use apimark_runtime as rt;

    use crate::v1_0::paths::animals::AnimalsByIdByPath;

    rt::paths! {
        AnimalsByIdByPath "/animals/{id}:/{path}:" {
            reference() -> AnimalsByIdByPathReference "/$ref";
        }
    }
    "#);
}

/// An operation that says everything an operation can say.
fn full(api: &Api) -> Operation {
    let mut update = operation(api, Method::Patch, "update", &[1, 2]);
    update.docs = Docs {
        text: paragraphs(&["Changes an animal.", "Not all animals change."]),
        url: Some("https://example.org/animal-update".to_owned()),
        source: Some("api-reference/v1.0/api/animal-update.md#L9".to_owned()),
        section: Some("api-reference/v1.0/api/animal-update.md#http-request".to_owned()),
    };
    update.query_options = Some(vec!["$expand".to_owned(), "$select".to_owned()]);
    update.headers = vec![
        header("If-Match", "if_match", true, ""),
        header("Prefer", "prefer", false, "How to answer:"),
    ];
    let item = |words| Block::item(Marker::Bullet, Words::new().text(words), DocText::default());
    let answers: DocText = [item("a"), item("b")].into_iter().flatten().collect();
    update.headers[1].docs.text.append(&answers);
    let mut since = header("since", "since", true, "");
    since.ty = one(scalar(Scalar::Date));
    let mut kind = header("kind", "r#type", true, "");
    kind.ty = one(ItemType::Enum(name("zoo.kind")));
    update.query = vec![since, kind, header("quiet", "quiet", false, "")];
    update.body = body(BodyContent::Value(one(structure("zoo.animal"))))
        .map(|body| Body { change: Some(Change::Update), ..body });
    update.response.content = ResponseContent::Value(structure("zoo.wild.dog"));
    update.response.statuses = vec![200, 202];
    update.permissions = vec![permissions(None, true), permissions(Some("By <chip>"), false)];
    update.clouds = vec!["Global service".to_owned(), "China".to_owned()];
    update.deprecated = Some(Notice::plain("Use \"replace\"."));
    update
}

fn permissions(scope: Option<&str>, ordered: bool) -> Permissions {
    let set = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    Permissions {
        scope: scope.map(str::to_owned),
        delegated_work: Some(vec![set(&["Zoo.Read", "Dog.Read"]), set(&["Zoo.Write"])]),
        delegated_personal: Some(Vec::new()),
        application: None,
        ordered,
        span: span(),
        rule: "by-hand",
    }
}

#[test]
fn an_operation_is_one_block() {
    let mut api = with_paths();
    api.operations = vec![full(&api)];
    let files = files(&[api], &options());
    assert_snapshot!(text(&files, "src/v1_0/operations/house/animal.rs"));
}

#[test]
fn an_answer_of_another_form_is_named_with_the_call_that_reads_it() {
    let mut api = with_paths();
    let mut get = operation(&api, Method::Get, "get", &[1]);
    get.response.content = ResponseContent::Stream;
    get.response.alternatives = vec![Alternative {
        statuses: vec![200],
        content: ResponseContent::Collection(ItemType::Struct(name("zoo.animal"))),
        span: span(),
        rule: "by-hand",
    }];
    api.operations = vec![get];
    let files = files(&[api], &options());
    let text = text(&files, "src/v1_0/operations/house/animal.rs");
    let line = text.lines().find(|line| line.contains("decode_as"));
    assert_eq!(line, Some("    /// - `200`, read by `decode_as::<rt::Page<models::AnyAnimal>>()`"));
}

#[test]
fn a_page_that_speaks_for_no_operation_has_a_constant() {
    let mut api = with_paths();
    let mut get = operation(&api, Method::Get, "get", &[1]);
    get.pages.push("v1.0/api/dog-get.md".to_owned());
    api.further = vec![FurtherPage {
        page: "v1.0/api/dog-get.md".to_owned(),
        title: "Get a dog".to_owned(),
        constant: "DOG_GET".to_owned(),
        operations: vec![get.constant.clone()],
        statuses: vec![202],
        permissions: vec![permissions(None, true)],
        examples: Vec::new(),
        docs: Docs { text: DocText::plain("Reads a dog."), ..Docs::default() },
        deprecated: None,
        clouds: Vec::new(),
        eventual: None,
        preview: false,
        gate: Gate::default(),
        file: get.file.clone(),
        span: span(),
    }];
    api.operations = vec![get];
    let files = files(&[api], &options());
    assert_snapshot!(text(&files, "src/v1_0/operations/house/animal.rs"), @r#"
    // @generated by `cargo xtask generate`. Do not edit.

    use apimark_runtime as rt;

    use crate::v1_0::paths;

    /// “get an animal”.
    pub static ANIMAL_GET: rt::Operation = rt::Operation::new(
        "get an animal",
        "v1.0/api/animal.md",
    );

    /// “Get a dog”.
    ///
    /// Reads a dog.
    ///
    /// Documents further what is described at `ANIMAL_GET`.
    ///
    /// | Permissions | Delegated (work or school) | Delegated (personal) | Application |
    /// |---|---|---|---|
    /// | Least privileged | `Zoo.Read` and `Dog.Read` | not supported | not stated |
    /// | Higher | `Zoo.Write` |  |  |
    ///
    /// Success: `202`.
    pub static DOG_GET: rt::Operation = rt::Operation::new(
        "Get a dog",
        "v1.0/api/dog-get.md",
    )
    .delegated_work("Zoo.Read + Dog.Read, Zoo.Write")
    .delegated_personal("")
    .accepted();

    rt::operations! {
        /// get an animal
        ///
        /// Success: `204`.
        ///
        /// Also documented as follows; \`documented_by\` makes a request one of these, with its
        /// permissions:
        ///
        /// - “Get a dog”: `DOG_GET`
        get() -> rt::NoContent = ANIMAL_GET: GET at
            "/animals/{id}" paths::animals::AnimalsById;
    }
    "#);
}

#[test]
fn body_parameters_are_a_struct_of_the_file() {
    let mut api = with_paths();
    let mut feed = operation(&api, Method::Post, "post", &[3]);
    let mut amount = property("amount", "amount", "zoo.animal", one(scalar(Scalar::Int64)));
    amount.docs.text = DocText::plain("How much.");
    amount.required = Some(sourced(true));
    let fields = vec![amount, property("what", "what", "zoo.animal", many(scalar(Scalar::String)))];
    feed.body = body(BodyContent::Parameters { rust_name: "FeedBody".to_owned(), fields });
    api.operations = vec![feed];
    let files = files(&[api], &options());
    assert_snapshot!(text(&files, "src/v1_0/operations/house/animal.rs"));
    assert_snapshot!(text(&files, "src/v1_0/operations/mod.rs"), @"
    // @generated by `cargo xtask generate`. Do not edit.

    //! Operations of version v1.0.

    pub(crate) mod house;

    pub use self::house::{
        animal::ANIMAL_POST,
        animal::FeedBody,
    };
    ");
}

/// The signature: the lines from the method's name to `at`.
fn signature(change: impl FnOnce(&mut Operation)) -> String {
    let mut api = with_paths();
    let mut operation = operation(&api, Method::Put, "put", &[1]);
    change(&mut operation);
    api.operations = vec![operation];
    let files = files(&[api], &options());
    let text = text(&files, "src/v1_0/operations/house/animal.rs");
    let (_, signature) = text.split_once("\n    put(").expect("the operation is there");
    let (signature, _) = signature.split_once(" at\n").expect("routes follow");
    format!("put({signature}")
}

#[test]
fn bodies_are_taken_as_what_they_are() {
    let bodies = [
        BodyContent::Value(many(structure("zoo.wild.dog"))),
        BodyContent::Value(one(scalar(Scalar::String))),
        BodyContent::Reference,
        BodyContent::Untyped,
        BodyContent::Binary(BodyContent::UNSTATED_BYTES.to_owned()),
        BodyContent::Binary("image/jpeg".to_owned()),
    ];
    let signatures = bodies.map(|content| signature(|it| it.body = body(content)));
    assert_snapshot!(signatures.join("\n"), @r#"
    put(body: &[models::wild::Dog]) -> rt::NoContent = ANIMAL_PUT: PUT.json(body)
    put(body: &str) -> rt::NoContent = ANIMAL_PUT: PUT.json(body)
    put(reference: &rt::Reference) -> rt::NoContent = ANIMAL_PUT: PUT.reference(reference)
    put(body: &rt::Value) -> rt::NoContent = ANIMAL_PUT: PUT.json(body)
    put(content: impl Into<Vec<u8>>) -> rt::NoContent
            = ANIMAL_PUT: PUT.bytes("application/octet-stream", content)
    put(content: impl Into<Vec<u8>>) -> rt::NoContent
            = ANIMAL_PUT: PUT.bytes("image/jpeg", content)
    "#);
}

#[test]
fn long_signatures_are_broken() {
    let with = |names: &[&str]| {
        let parameters =
            names.iter().map(|name| required(&(name.to_string() + "_and_more_and_more")));
        let parameters = parameters.collect();
        signature(|it| it.query = parameters)
    };
    assert_snapshot!(with(&["a"]), @r#"
    put(a_and_more_and_more: bool) -> rt::NoContent
            = ANIMAL_PUT: PUT.query("a_and_more_and_more", a_and_more_and_more)
    "#);
    assert_snapshot!(with(&["a", "b"]), @r#"
    put(
            a_and_more_and_more: bool,
            b_and_more_and_more: bool,
        ) -> rt::NoContent = ANIMAL_PUT: PUT
            .query("a_and_more_and_more", a_and_more_and_more)
            .query("b_and_more_and_more", b_and_more_and_more)
    "#);
}

fn required(name: &str) -> Parameter {
    let mut parameter = header(name, name, true, "");
    parameter.ty = one(scalar(Scalar::Boolean));
    parameter
}

#[test]
fn responses_are_returned_as_what_they_are() {
    let contents = [
        ResponseContent::Empty,
        ResponseContent::Stream,
        ResponseContent::Untyped,
        ResponseContent::Value(structure("zoo.animal")),
        ResponseContent::Wrapped(scalar(Scalar::Boolean)),
        ResponseContent::Wrapped(ItemType::Enum(name("zoo.kind"))),
        ResponseContent::Value(ItemType::Untyped),
        ResponseContent::Value(structure("zoo.missing")),
        ResponseContent::Collection(structure("zoo.wild.dog")),
        ResponseContent::Collection(scalar(Scalar::String)),
        ResponseContent::Collection(ItemType::Untyped),
    ];
    let signatures = contents.map(|content| signature(|it| it.response.content = content));
    assert_snapshot!(signatures.join("\n"), @"
    put() -> rt::NoContent = ANIMAL_PUT: PUT
    put() -> rt::Media = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Value> = ANIMAL_PUT: PUT
    put() -> rt::Written<models::AnyAnimal> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Wrapped<bool>> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Wrapped<models::Kind>> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Value> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Value> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Page<models::wild::Dog>> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Page<Box<str>>> = ANIMAL_PUT: PUT
    put() -> rt::Written<rt::Page<rt::Value>> = ANIMAL_PUT: PUT
    ");
}

#[test]
fn what_may_be_left_out_is_optional() {
    let returned = signature(|it| {
        it.response.statuses = vec![200, 204];
        it.response.content = ResponseContent::Value(structure("zoo.animal"));
    });
    assert_snapshot!(returned, @"put() -> rt::Written<models::AnyAnimal> = ANIMAL_PUT: PUT");
}

#[test]
fn a_count_is_a_bare_number() {
    let count = signature(|it| {
        it.kind = OperationKind::Count;
        it.response.content = ResponseContent::Value(scalar(Scalar::Int64));
    });
    assert_eq!(count, "put() -> rt::Written<i64> = ANIMAL_PUT: PUT");
}

#[test]
fn no_text_of_an_operation_becomes_code() {
    for hostile in
        ["\"] pub fn x() {} #[doc = \"", "a\nfn x() {}", "*/ }} fn x() {} {{", "\\", "\u{0}\r"]
    {
        let mut api = with_paths();
        let mut operation = full(&api);
        operation.title = hostile.to_owned();
        operation.docs.text = DocText::plain(hostile);
        operation.deprecated = Some(Notice::plain(hostile));
        operation.clouds = vec![hostile.to_owned()];
        operation.headers[0].wire_name = hostile.to_owned();
        operation.headers[1].docs.text = DocText::plain(hostile);
        operation.query_options = Some(vec![hostile.to_owned()]);
        operation.permissions[0].scope = Some(hostile.to_owned());
        operation.permissions[0].delegated_work = Some(vec![vec![hostile.to_owned()]]);
        operation.routes[0].template = hostile.to_owned();
        operation.routes[0].query = Some(hostile.to_owned());
        operation.body = body(BodyContent::Binary(hostile.to_owned()));
        api.operations = vec![operation];
        api.nodes[0].segment = PathSegment::Literal(hostile.to_owned());
        api.nodes[0].template = hostile.to_owned();
        for file in files(&[api], &options()).iter().filter(|file| file.path.ends_with(".rs")) {
            let parsed = syn::parse_file(&file.text)
                .unwrap_or_else(|error| panic!("{hostile:?}: {error}\n{}", file.text));
            for item in &parsed.items {
                let harmless = !matches!(item, syn::Item::Fn(it) if it.sig.ident == "x");
                assert!(harmless, "{}", file.text);
                if let syn::Item::Macro(it) = item {
                    let tokens: Vec<String> =
                        it.mac.tokens.clone().into_iter().map(|it| it.to_string()).collect();
                    assert!(!tokens.contains(&"fn".to_owned()), "{}", file.text);
                }
            }
        }
    }
}
