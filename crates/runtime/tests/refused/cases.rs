//! Compiled by a test, which wants each line that ends with `// refused` to be an error, and no other line.

use apimark_runtime as rt;
use rt::{Create, CreateOnly, NotNull, Property, ReadOnly, Update, filter::Unstated};

rt::operator_sets! {
    EqNe: Eq, Ne;
    EqNot: Eq, Not;
    Nothing: ;
}

pub struct Keeper {
    pub name: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Keeper: "zoo.keeper" { name: "name", } }

impl Keeper {
    pub const ID: Property<Self, Box<str>, Unstated, ReadOnly> = Property::new("id");
    pub const NAME: Property<Self, Box<str>, EqNe, NotNull> = Property::new("name");
    pub const MAIL: Property<Self, Box<str>, EqNot, CreateOnly> = Property::new("mail");
    pub const AGE: Property<Self, i32> = Property::new("age");
    pub const CAGE: Property<Self, Cage> = Property::new("cage");
    pub const CAGES: Property<Self, Vec<Cage>, EqNe> = Property::new("cages");
    pub const PHONES: Property<Self, Vec<Box<str>>, Nothing> = Property::new("phones");
}

pub struct Cage {
    pub name: Option<Box<str>>,
    pub additional: rt::Additional,
}
rt::model! { Cage: "zoo.cage" { name: "name", } }

impl Cage {
    pub const NAME: Property<Self, Box<str>> = Property::new("name");
}

fn keepers() -> rt::Request<rt::Page<Keeper>> {
    rt::Path::root().child("/keepers").request(rt::Method::GET)
}

pub static KEEPERS: rt::Operation = rt::Operation::new("List keepers", "keeper-list");

pub struct Keepers {
    path: rt::Path,
}

rt::operations! {
    /// List keepers
    #[doc(alias = "get")]
    list() -> rt::Page<Keeper> = KEEPERS: GET at
        "/keepers" Keepers;
}

fn names(keepers: &Keepers) {
    let _ = keepers.list();
    let _ = keepers.get(); // refused
}

fn operators() {
    let _ = Keeper::NAME.eq("A").and(Keeper::NAME.ne("B"));
    let _ = Keeper::NAME.starts_with("A"); // refused
    let _ = Keeper::MAIL.is_null(); // refused
    let _ = Keeper::PHONES.any_value(|phone| phone.eq("1")); // refused
    let _ = Keeper::CAGES.all(Cage::NAME.eq("A")); // refused
}

fn negation() {
    let _ = !Keeper::MAIL.eq("a");
    let _ = !Keeper::NAME.eq("b"); // refused
    let _ = Keeper::MAIL.eq("a").and(Keeper::NAME.eq("b")).not(); // refused
}

fn values() {
    let _ = Keeper::AGE.eq(7);
    let _ = Keeper::AGE.eq("seven"); // refused
    let _ = Keeper::CAGE.eq(Cage::default()); // refused
}

fn types() {
    let _ = keepers().select((Keeper::NAME, Keeper::CAGE.then(Cage::NAME)));
    let _ = keepers().select(Cage::NAME); // refused
    let _ = keepers().select((Keeper::NAME, Cage::NAME)); // refused
    let _ = keepers().filter(Cage::NAME.eq("A")); // refused
    let _ = keepers().filter(Keeper::NAME.eq("A").and(Cage::NAME.eq("A"))); // refused
    let _ = keepers().order_by(Cage::NAME.desc()); // refused
    let _ = keepers().search(Cage::NAME.search("A")); // refused
    let _ = keepers().expand(Keeper::CAGE.select(Keeper::NAME)); // refused
    let _ = keepers().expand(Keeper::NAME); // refused
    let _ = Keeper::NAME.then(Cage::NAME); // refused
    let _ = Keeper::CAGES.then(Cage::NAME); // refused
}

fn writes() {
    let _ = Update::new().set(Keeper::NAME, "A").clear(Keeper::AGE);
    let _ = Create::unchecked().set(Keeper::MAIL, "a");
    let _ = Update::new().set(Keeper::ID, "7"); // refused
    let _ = Create::unchecked().set(Keeper::ID, "7"); // refused
    let _ = Update::new().set(Keeper::MAIL, "a"); // refused
    let _ = Update::new().clear(Keeper::NAME); // refused
    let _ = Update::new().set(Keeper::AGE, "seven"); // refused
    let _ = Update::new().set(Keeper::AGE, 7).set(Cage::NAME, "A"); // refused
}

fn main() {
    (operators(), negation(), values(), types(), writes());
    names(&Keepers { path: rt::Path::root() });
}
