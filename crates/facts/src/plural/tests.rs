use crate::Dialect;

#[test]
fn one_word_of_a_plural_differs() {
    let cases = [
        ("boats", "boat", true),
        ("Boats", "boat", true),
        ("boat", "boat", false),
        ("ferries", "ferry", true),
        ("hatches", "hatch", true),
        ("unitsOfMeasure", "unitOfMeasure", true),
        ("contactsInformation", "contactInformation", true),
        ("boatLines", "boat", false),
        ("crewBoats", "boat", false),
        ("boats", "boats", false),
        ("boatPeople", "boatPerson", true),
        ("peopleOfBoat", "personOfBoat", true),
        ("s", "", true),
    ];
    for (name, singular, expected) in cases {
        let plurals = Dialect::graph().plurals();
        assert_eq!(plurals.is_plural_of(name, singular), expected, "{name} {singular}");
    }
}

#[test]
fn singulars() {
    let cases = [
        ("messages", "message"),
        ("policies", "policy"),
        ("mailboxes", "mailbox"),
        ("addresses", "address"),
        ("status", "status"),
        ("statuses", "status"),
        ("analysis", "analysis"),
        ("analyses", "analysis"),
        ("news", "new"),
        ("people", "person"),
        ("boatPeople", "boatPerson"),
        ("children", "child"),
        ("access", "access"),
        ("s", "s"),
        ("é", "é"),
    ];
    for (noun, one) in cases {
        assert_eq!(Dialect::graph().plurals().singular(noun), one, "{noun}");
    }
}

#[test]
fn names_without_the_number_of_their_words() {
    let cases = [
        ("unitsOfMeasure", "unitofmeasure"),
        ("Units of measure", "unitofmeasure"),
        ("crewPaymentsJournals", "crewpaymentjournal"),
        ("boatpeopleLists", "boatpersonlist"),
        ("URLs", "url"),
        ("", ""),
    ];
    for (name, key) in cases {
        assert_eq!(Dialect::graph().plurals().without_number(name), key, "{name}");
    }
}

#[test]
fn a_dialect_adds_endings() {
    let file = "name = \"harbor\"\nextends = \"graph\"\n[english.plurals]\nendings = [[\"oxen\", \"ox\"]]\n\
                singulars = [\"ews\"]\n";
    let dialect = Dialect::parse(diag::PageId(0), file).expect("the file is right");
    let singular = |noun| dialect.plurals().singular(noun);
    assert_eq!([singular("oxen"), singular("news"), singular("boats")], ["ox", "news", "boat"]);
}
