//! Subjects times predicates times forms: what ordinary English must and must not give.
//!
//! The words are chosen without regard to the classes in `english.toml`.

use super::given;
use crate::testing::Tally;
use dialects::Gives;

const SUBJECTS: &[&str] = &[
    "It",
    "This",
    "This property",
    "The parameter",
    "That attribute",
    "The value",
    "Each element",
    "The display name",
    "This timestamp",
    "Its currency code",
    "The start of the range",
    "The nickname of the owner",
    "Every entry",
    "The checksum",
    "Your answer",
    "The preferred time zone",
    "This URL",
    "The serial number",
    "That colour",
    "The folder",
    "The maximum size of the file",
    "The member's address",
    "This two-letter country code",
    "The remark",
];

struct Predicate {
    affirmed: &'static str,
    denied: &'static str,
    gives: Option<Gives>,
    denied_gives: Option<Gives>,
}

const fn predicate(
    affirmed: &'static str,
    gives: Option<Gives>,
    denied: &'static str,
    denied_gives: Option<Gives>,
) -> Predicate {
    Predicate { affirmed, denied, gives, denied_gives }
}

const PREDICATES: &[Predicate] = &[
    predicate("is required", Some(Gives::Required), "isn't required", Some(Gives::Optional)),
    predicate("is mandatory", Some(Gives::Required), "is not mandatory", Some(Gives::Optional)),
    predicate(
        "must be provided",
        Some(Gives::Required),
        "need not be provided",
        Some(Gives::Optional),
    ),
    predicate(
        "has to be specified",
        Some(Gives::Required),
        "doesn't have to be specified",
        Some(Gives::Optional),
    ),
    predicate("is optional", Some(Gives::Optional), "is not optional", Some(Gives::Required)),
    predicate(
        "can be omitted",
        Some(Gives::Optional),
        "must not be omitted",
        Some(Gives::Required),
    ),
    predicate("is read-only", Some(Gives::ReadOnly), "is not read-only", None),
    predicate("is read only", Some(Gives::ReadOnly), "isn't read only", None),
    predicate("is immutable", Some(Gives::CreateOnly), "is not immutable", None),
    predicate("can be changed", None, "cannot be changed", Some(Gives::ReadOnly)),
    predicate("may be modified", None, "can’t be modified", Some(Gives::ReadOnly)),
    predicate(
        "can be updated after creation",
        None,
        "can't be updated after creation",
        Some(Gives::CreateOnly),
    ),
    predicate("is nullable", Some(Gives::Nullable), "is not nullable", Some(Gives::NotNullable)),
    predicate("can be null", Some(Gives::Nullable), "must not be null", Some(Gives::NotNullable)),
    predicate("may be null", Some(Gives::Nullable), "can never be null", Some(Gives::NotNullable)),
    predicate("is write-only", Some(Gives::WriteOnly), "is not write-only", None),
];

/// Forms in which a statement holds only sometimes, or is none.
fn conditional(subject: &str, says: &str) -> Vec<String> {
    let inner = format!("{}{}", subject[..1].to_lowercase(), &subject[1..]);
    vec![
        format!("{subject} {says} if the pen is new."),
        format!("If the pen is new, {inner} {says}."),
        format!("When a lid is there, {inner} {says}."),
        format!("{subject} {says} unless the pen is lent."),
        format!("For fountain pens, {inner} {says}."),
        format!("Indicates whether {inner} {says}."),
        format!("{subject} {says} only for ink."),
        format!("Depending on the ink, {inner} {says}."),
        format!("{subject}, if any, {says}."),
        format!("Tells that {inner} {says}."),
        format!("Once the pen is lent, {inner} {says}."),
        format!("{subject} {says} where the law asks for it."),
        format!("Some say {inner} {says}."),
    ]
}

#[test]
fn subjects_and_predicates() {
    let mut tally = Tally::default();
    let mut check = |sentence: String, wanted: Option<Gives>| {
        let wanted = wanted.map(|it| format!("{it:?}")).unwrap_or_default();
        let given: Vec<String> = given(&sentence).iter().map(|it| format!("{it:?}")).collect();
        tally.add_one(&sentence, &wanted, given.join(", "));
    };
    for subject in SUBJECTS {
        for it in PREDICATES {
            check(format!("{subject} {}.", it.affirmed), it.gives);
            check(format!("{subject} {}.", it.denied), it.denied_gives);
            check(format!("The ink of the pen. {subject} {}", it.affirmed), it.gives);
            for says in [it.affirmed, it.denied] {
                conditional(subject, says).into_iter().for_each(|it| check(it, None));
            }
        }
    }
    tally.check();
    assert_eq!(tally.missed, [""; 0]);
}

#[test]
fn what_only_looks_like_a_statement() {
    for sentence in [
        "The password is required to open the vault.",
        "The required password type.",
        "A key that is required.",
        "The number of fields that are required.",
        "Is it required?",
        "It was required.",
        "The value may be required.",
        "The value could be read-only.",
        "It should be read-only.",
        "No value is required.",
        "Nobody knows that the value is required.",
        "The list of required parts.",
        "Read-only mode of the case.",
        "The value is neither required nor optional.",
        "The value is required or optional.",
        "The value is hardly required.",
        "Users who must be invited and are required.",
        "The reason why the value cannot be changed.",
        "Whatever is null.",
        "The value is null.",
        "The value is not null.",
        "The state is one of: required, optional.",
        "Tells if it's required.",
        "Filters that can be null or empty.",
        "The owner can be changed.",
        "In most cases, the value is required.",
        "Reading is optional in this mode.",
        "The folder that the file cannot be moved to.",
    ] {
        assert_eq!(given(sentence), [], "{sentence}");
    }
}
