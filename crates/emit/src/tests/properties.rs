//! Constants, constructors and what else an `impl` block of a type holds.

use insta::assert_snapshot;
use model::{Access, Api, Constructor, ItemType, Property, Scalar, ValueType};

use super::sample::{self, filter, many, name, one, property, scalar, sourced, structure};
use super::{options, text};

fn field(wire: &str, rust: &str, ty: ValueType) -> Property {
    property(wire, rust, "zoo.animal", ty)
}

fn required(fields: &[Property]) -> Option<Constructor> {
    let required = fields.iter().map(|field| sourced(field.wire_name.clone()));
    Some(Constructor { required: required.collect() })
}

/// What follows the field table of the sample's base type, which has these fields.
fn animal(fields: Vec<Property>, constructor: Option<Constructor>) -> String {
    let mut api = sample::api();
    api.structs[0].fields = fields;
    api.structs[0].constructor = constructor;
    block(&api, "src/v1_0/models/house/animal.rs")
}

fn block(api: &Api, path: &str) -> String {
    let files = crate::files(std::slice::from_ref(api), &options());
    let (_, block) = text(&files, path).split_once("    }\n}\n").expect("a table of fields");
    block.split("\nrt::any_of!").next().unwrap_or_default().to_owned()
}

#[test]
fn a_constant_says_what_is_documented() {
    let string = || one(scalar(Scalar::String));
    let mut name = field("name", "name", string());
    name.access.value = Access::NotNull;
    filter(&mut name, &["startsWith", "eq", "null"]);
    let mut tags = field("tags", "tags", many(scalar(Scalar::String)));
    filter(&mut tags, &["eq"]);
    let mut kind = field("type", "r#type", one(ItemType::Enum(sample::name("zoo.kind"))));
    kind.access.value = Access::CreateOnly;
    kind.deprecated = Some(text::Notice::plain("Ask the vet."));
    let mut chip = field("chip", "chip", string());
    filter(&mut chip, &["none"]);
    chip.access.value = Access::ReadOnly;
    let friends = field("friends", "friends", many(structure("zoo.animal")));
    assert_snapshot!(animal(vec![name, tags, kind, chip, friends], None), @r#"

    impl Animal {
        /// The property [`name`](field@Self::name).
        pub const NAME: rt::Property<Self, Box<str>, operators::EqStartsWithNull, rt::NotNull> =
            rt::Property::new("name");
        /// The property [`tags`](field@Self::tags).
        pub const TAGS: rt::Property<Self, Vec<Box<str>>, operators::Eq> = rt::Property::new("tags");
        /// The property [`type`](field@Self::type).
        #[deprecated(note = "Ask the vet.")]
        pub const TYPE: rt::Property<Self, models::Kind, rt::Unstated, rt::CreateOnly> =
            rt::Property::new("type");
        /// The property [`chip`](field@Self::chip).
        pub const CHIP: rt::Property<Self, Box<str>, operators::Nothing, rt::ReadOnly> =
            rt::Property::new("chip");
        /// The property [`friends`](field@Self::friends).
        pub const FRIENDS: rt::Property<Self, Vec<models::AnyAnimal>> = rt::Property::new("friends");
    }
    "#);
}

#[test]
fn creation_asks_for_what_is_required() {
    let fields = vec![
        field("name", "name", one(scalar(Scalar::String))),
        field("type", "r#type", one(ItemType::Enum(name("zoo.kind")))),
        field("tags", "tags", many(scalar(Scalar::String))),
        field("rival", "rival", one(structure("zoo.animal"))),
        field("age", "age", one(scalar(Scalar::Int32))),
    ];
    assert_snapshot!(animal(fields[..1].to_vec(), required(&fields[..1])), @r#"

    impl Animal {
        /// The property [`name`](field@Self::name).
        pub const NAME: rt::Property<Self, Box<str>> = rt::Property::new("name");

        /// A new object with what the documentation requires; for exceptions there is `Create::unchecked`.
        #[must_use]
        pub fn create(name: &str) -> rt::Create<Self> {
            rt::Create::unchecked()
                .set(Self::NAME, name)
        }
    }
    "#);
    let block = animal(fields.clone(), required(&fields));
    assert_snapshot!(block.split_once("\n\n").expect("constants before it").1, @"
        /// A new object with what the documentation requires; for exceptions there is `Create::unchecked`.
        #[must_use]
        pub fn create(
            name: &str,
            r#type: models::Kind,
            tags: &[&str],
            rival: models::AnyAnimal,
            age: i32,
        ) -> rt::Create<Self> {
            rt::Create::unchecked()
                .set(Self::NAME, name)
                .set(Self::TYPE, r#type)
                .set(Self::TAGS, tags)
                .set(Self::RIVAL, rival)
                .set(Self::AGE, age)
        }
    }
    ");
    assert_snapshot!(animal(Vec::new(), required(&[])), @"

    impl Animal {
        /// A new object, empty as yet.
        #[must_use]
        pub fn create() -> rt::Create<Self> {
            rt::Create::unchecked()
        }
    }
    ");
}

#[test]
fn a_long_list_of_parameters_is_expected() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "h"];
    let fields = names.map(|name| field(name, name, one(scalar(Scalar::Boolean))));
    let block = animal(fields.to_vec(), required(&fields));
    assert_snapshot!(block.split_once("\n\n").expect("constants before it").1, @r#"
        /// A new object with what the documentation requires; for exceptions there is `Create::unchecked`.
        #[expect(clippy::too_many_arguments, reason = "the documentation requires them all")]
        #[must_use]
        pub fn create(
            a: bool,
            b: bool,
            c: bool,
            d: bool,
            e: bool,
            f: bool,
            g: bool,
            h: bool,
        ) -> rt::Create<Self> {
            rt::Create::unchecked()
                .set(Self::A, a)
                .set(Self::B, b)
                .set(Self::C, c)
                .set(Self::D, d)
                .set(Self::E, e)
                .set(Self::F, f)
                .set(Self::G, g)
                .set(Self::H, h)
        }
    }
    "#);
}

#[test]
fn properties_stand_where_a_base_type_is_queried() {
    let mut api = sample::api();
    api.structs[1].is_a = vec![name("zoo.animal")];
    let block = block(&api, "src/v1_0/models/house/dog.rs");
    let (_, relations) = block.split_once("\n}\n").expect("a block of constants");
    assert_snapshot!(relations.split("\nrt::").next().unwrap_or_default(), @"

    impl rt::IsA<models::Animal> for models::wild::Dog {}
    ");
}

#[test]
fn the_sets_of_a_version_stand_in_one_file() {
    let mut api = sample::api();
    let mut chip = field("chip", "chip", one(scalar(Scalar::String)));
    filter(&mut chip, &["none"]);
    api.structs[0].fields.push(chip);
    let files = crate::files(&[api], &options());
    assert_snapshot!(text(&files, "src/v1_0/operators.rs"), @"
    // @generated by `cargo xtask generate`. Do not edit.

    //! The `$filter` operators of properties of version v1.0.

    use apimark_runtime as rt;

    rt::operator_sets! {
        EqStartsWith: Eq, StartsWith;
        Nothing:;
    }
    ");
}
