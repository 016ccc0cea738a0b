//! Conditions and how they are combined, as text.

use insta::assert_snapshot;

use super::{Address, Being, Keeper, Shift};
use crate::filter::TypeNames;
use crate::{Filter, Flags, Method, Page, Path, Request};

/// One filter a line, behind it whether it is an advanced one.
macro_rules! table {
    ($($filter:expr),* $(,)?) => {
        [$((Filter::to_string(&$filter), Filter::is_advanced(&$filter)),)*]
            .iter()
            .map(|(text, advanced)| format!("{text}{}\n", if *advanced { " (advanced)" } else { "" }))
            .collect::<String>()
    };
}

#[test]
fn a_condition_is_an_operator_or_a_function() {
    assert_snapshot!(table![
        Keeper::NAME.eq("Ann"),
        Keeper::NAME.ne("Ann"),
        Keeper::AGE.gt(17),
        Keeper::AGE.ge(18),
        Keeper::AGE.lt(68),
        Keeper::AGE.le(67),
        Keeper::NAME.is_in(["Ann", "Bob"]),
        Keeper::AGE.is_in(18..=20),
        Keeper::NAME.starts_with("A"),
        Being::ID.ends_with("7"),
        Being::ID.contains(String::from("b")),
        Keeper::MAIL.is_null(),
        Keeper::NAME.is_not_null(),
        Keeper::ACTIVE.eq(true).not(),
    ], @"
    name eq 'Ann'
    name ne 'Ann' (advanced)
    age gt 17
    age ge 18
    age lt 68
    age le 67
    name in ('Ann','Bob')
    age in (18,19,20)
    startswith(name,'A')
    endswith(id,'7') (advanced)
    contains(id,'b')
    mail eq null
    name ne null (advanced)
    not (active eq true) (advanced)
    ");
}

#[test]
fn parentheses_stand_where_they_are_needed() {
    let (a, b, c) = (|| Keeper::AGE.eq(1), || Keeper::AGE.eq(2), || Keeper::AGE.eq(3));
    let raw = || Filter::raw("isof('zoo.keeper')");
    assert_snapshot!(table![
        a().and(b()).and(c()),
        a().and(b().and(c())),
        a().or(b()).or(c()),
        a().or(b().or(c())),
        a().and(b()).or(c()),
        a().or(b().and(c())),
        a().or(b()).and(c()),
        a().and(b().or(c())),
        !a(),
        !!a(),
        !(a().and(b())),
        (!a()).and(b()),
        raw(),
        raw().and(a().fixed()),
        raw().or(raw()),
        Filter::all_of([a(), b().or(c())]).expect("there are conditions"),
        Filter::any_of([a().and(b()), c()]).expect("there are conditions"),
    ], @"
    age eq 1 and age eq 2 and age eq 3
    age eq 1 and age eq 2 and age eq 3
    age eq 1 or age eq 2 or age eq 3
    age eq 1 or age eq 2 or age eq 3
    age eq 1 and age eq 2 or age eq 3
    age eq 1 or age eq 2 and age eq 3
    (age eq 1 or age eq 2) and age eq 3
    age eq 1 and (age eq 2 or age eq 3)
    not (age eq 1) (advanced)
    not (not (age eq 1)) (advanced)
    not (age eq 1 and age eq 2) (advanced)
    not (age eq 1) and age eq 2 (advanced)
    isof('zoo.keeper')
    (isof('zoo.keeper')) and age eq 1
    (isof('zoo.keeper')) or (isof('zoo.keeper'))
    age eq 1 and (age eq 2 or age eq 3)
    age eq 1 and age eq 2 or age eq 3
    ");
    assert!(Filter::<Keeper>::all_of::<crate::filter::Fixed>([]).is_none());
}

#[test]
fn conditions_reach_into_objects_and_collections() {
    let in_ulm = || Address::CITY.eq("Ulm");
    assert_snapshot!(table![
        Keeper::ADDRESS.then(Address::CITY).eq("Ulm"),
        Keeper::BOSS.then(Keeper::ADDRESS).then(Address::CITY).eq("Ulm"),
        Keeper::ADDRESSES.any(in_ulm()),
        Keeper::ADDRESSES.all(in_ulm().or(Address::CITY.eq("Bonn"))),
        !Keeper::ADDRESSES.any(in_ulm()),
        Keeper::ADDRESSES.is_not_empty(),
        Keeper::ADDRESSES.count().eq(0),
        Keeper::PHONES.any_value(|phone| phone.starts_with("+49").or(phone.eq("110"))),
        Keeper::TRAINEES.any(Keeper::ADDRESSES.any(in_ulm().and(Address::CITY.ne("Bonn")))),
        Keeper::TRAINEES.any(Keeper::ADDRESS.then(Address::CITY).eq("Ulm")),
        Keeper::TRAINEES.any(Keeper::PHONES.count().gt(1)),
        Keeper::TRAINEES.any(Keeper::TRAINEES.any(Keeper::TRAINEES.any(Keeper::TRAINEES.any(
            Keeper::TRAINEES.any(Keeper::TRAINEES.all(Keeper::AGE.eq(1))),
        )))),
        Keeper::TRAINEES.any(Filter::raw("x/name eq x/mail").and(Keeper::AGE.eq(1).fixed())),
    ], @"
    address/city eq 'Ulm'
    boss/zoo.keeper/address/city eq 'Ulm'
    addresses/any(x:x/city eq 'Ulm')
    addresses/all(x:x/city eq 'Ulm' or x/city eq 'Bonn')
    not (addresses/any(x:x/city eq 'Ulm')) (advanced)
    addresses/any()
    addresses/$count eq 0 (advanced)
    phones/any(x:startswith(x,'+49') or x eq '110')
    trainees/any(x:x/addresses/any(y:y/city eq 'Ulm' and y/city ne 'Bonn')) (advanced)
    trainees/any(x:x/address/city eq 'Ulm')
    trainees/any(x:x/phones/$count gt 1) (advanced)
    trainees/any(x:x/trainees/any(y:y/trainees/any(z:z/trainees/any(w:w/trainees/any(x4:x4/trainees/all(x5:x5/age eq 1))))))
    trainees/any(x:(x/name eq x/mail) and x/age eq 1)
    ");
}

#[test]
fn properties_of_derived_types_name_their_type_unless_the_base_has_them() {
    assert_snapshot!(table![
        Keeper::BOSS.then(Being::ID).eq("7"),
        Keeper::BOSS.then(Keeper::ID).eq("7"),
        Keeper::BOSS.then(Keeper::NAME).eq("Ann"),
        Keeper::TEAM.any(Keeper::NAME.eq("Ann").and(Keeper::ID.eq("7"))),
        Keeper::TEAM.any(!Keeper::ADDRESSES.any(Address::CITY.eq("Ulm"))),
        Keeper::NAME.eq("Ann").upcast::<Being>().or(Being::ID.eq("7")),
        Keeper::NAME.upcast::<Being>().eq("Ann"),
        Filter::<Being>::is_of::<Keeper>(),
        Keeper::TEAM.any(Filter::is_of::<Keeper>().and(Being::ID.eq("7").fixed())),
    ], @"
    boss/id eq '7'
    boss/id eq '7'
    boss/zoo.keeper/name eq 'Ann'
    team/any(x:x/zoo.keeper/name eq 'Ann' and x/id eq '7')
    team/any(x:not (x/zoo.keeper/addresses/any(y:y/city eq 'Ulm'))) (advanced)
    zoo.keeper/name eq 'Ann' or id eq '7'
    zoo.keeper/name eq 'Ann'
    isof('zoo.keeper')
    team/any(x:isof(x,'zoo.keeper') and x/id eq '7')
    ");
}

#[test]
fn text_is_searched_for_what_makes_a_condition_an_advanced_one() {
    let raw = Filter::<Keeper>::raw;
    assert_snapshot!(table![
        raw("name eq 'not'' ne'"),
        raw("name ne 'x'"),
        raw("NOT(name eq 'x')"),
        raw("phones/$count eq 0"),
        raw("endsWith(name,'x')"),
        raw("necessary eq notes"),
    ], @"
    name eq 'not'' ne'
    name ne 'x' (advanced)
    NOT(name eq 'x') (advanced)
    phones/$count eq 0 (advanced)
    endsWith(name,'x') (advanced)
    necessary eq notes
    ");
}

#[test]
fn conditions_of_different_kinds_fit_in_one_variable() {
    let mut filter = Keeper::MAIL.is_null().fixed();
    for age in [1, 2] {
        filter = filter.or(Keeper::AGE.eq(age));
    }
    let copy = filter.clone();
    assert_eq!(copy.to_string(), "mail eq null or age eq 1 or age eq 2");
    assert_eq!(format!("{filter:?}"), "Filter(mail eq null or age eq 1 or age eq 2)");
}

/// The conditions as a service of OData 4.0 wants them, a request to each.
fn qualified<const N: usize>(conditions: [Filter<Keeper>; N]) -> String {
    let keepers = Path::root().with_type_names(TypeNames::Qualified).child("/keepers");
    let text = |condition| {
        let request: Request<Page<Keeper>> = keepers.request(Method::GET).filter(condition);
        request.query_pairs().map(|(_, value)| format!("{value}\n")).collect::<String>()
    };
    conditions.into_iter().map(text).collect()
}

#[test]
fn types_are_named_where_the_service_wants_it() {
    let night = || Keeper::SHIFT.eq(Shift::Night).fixed();
    let both: Flags<Shift> = [Shift::Day, Shift::Night].into_iter().collect();
    let filters = [
        night(),
        Keeper::SHIFT.is_in([Shift::Day, Shift::Unrecognized("o'clock".into())]).fixed(),
        Keeper::SHIFT.is_in::<[Shift; 0]>([]).fixed(),
        Keeper::SHIFT.is_null().fixed(),
        Keeper::SHIFTS.has(Shift::Night).fixed(),
        Keeper::SHIFTS.has(&both).fixed(),
        Keeper::TRAINEES.any(night()).and(!Keeper::SHIFTS.eq(both.clone())).fixed(),
        Filter::is_of::<Keeper>(),
        Keeper::TEAM.any(Filter::<Being>::is_of::<Keeper>()),
        Keeper::NAME.eq("Ann").fixed(),
    ];
    assert_snapshot!(qualified(filters.clone()), @"
    shift eq zoo.shift'night'
    shift in (zoo.shift'day',zoo.shift'o''clock')
    shift in ()
    shift eq null
    shifts has zoo.shift'night'
    shifts has zoo.shift'day,night'
    trainees/any(x:x/shift eq zoo.shift'night') and not (shifts eq zoo.shift'day,night')
    isof(zoo.keeper)
    team/any(x:isof(x,zoo.keeper))
    name eq 'Ann'
    ");
    let short: Vec<String> = filters.iter().map(Filter::to_string).collect();
    assert_snapshot!(short.join("\n"), @"
    shift eq 'night'
    shift in ('day','o''clock')
    shift in ()
    shift eq null
    shifts has 'night'
    shifts has 'day,night'
    trainees/any(x:x/shift eq 'night') and not (shifts eq 'day,night')
    isof('zoo.keeper')
    team/any(x:isof(x,'zoo.keeper'))
    name eq 'Ann'
    ");
}

#[test]
fn types_are_named_in_expansions_too() {
    let keepers = Path::root().with_type_names(TypeNames::Qualified).child("/keepers");
    let request: Request<Page<Keeper>> = keepers.request(Method::GET);
    let night = || Keeper::SHIFT.eq(Shift::Night);
    let trainees = Keeper::TRAINEES.filter(night()).expand(Keeper::TRAINEES.filter(night()));
    let request = request.expand((trainees, Keeper::ADDRESSES)).filter(night()).filter(night());
    let options: Vec<&str> = request.query_pairs().map(|(_, value)| value).collect();
    assert_snapshot!(options.join("\n"), @"
    trainees($expand=trainees($filter=shift eq zoo.shift'night');$filter=shift eq zoo.shift'night'),addresses
    shift eq zoo.shift'night' and shift eq zoo.shift'night'
    ");
}
