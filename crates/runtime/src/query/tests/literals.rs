//! Values as OData literals.
#![expect(clippy::needless_borrows_for_generic_args, reason = "references are under test too")]

use insta::assert_snapshot;

use super::{Keeper, Shift};
use crate::{Bytes, Date, Decimal, Filter, Flags, Uuid};

fn lines<const N: usize>(filters: [Filter<Keeper, crate::filter::Negatable>; N]) -> String {
    filters.iter().map(|filter| format!("{filter}\n")).collect()
}

#[test]
fn numbers_are_bare() {
    assert_snapshot!(lines([
        Keeper::AGE.eq(-1),
        Keeper::STEPS.eq(9_000_000_000),
        Keeper::WEIGHT.eq(81.5),
        Keeper::WEIGHT.eq(1e21),
        Keeper::WEIGHT.eq(f64::NAN),
        Keeper::WEIGHT.lt(f64::INFINITY),
        Keeper::SPEED.gt(f32::NEG_INFINITY),
        Keeper::SPEED.eq(0.1),
        Keeper::PAY.eq(Decimal::new(-150, 2)),
        Keeper::ACTIVE.eq(false),
    ]), @"
    age eq -1
    steps eq 9000000000
    weight eq 81.5
    weight eq 1000000000000000000000
    weight eq NaN
    weight lt INF
    speed gt -INF
    speed eq 0.1
    pay eq -1.50
    active eq false
    ");
}

#[test]
fn points_in_time_are_bare_and_durations_say_what_they_are() {
    let hired = "2024-02-29T23:59:59.5+01:00".parse::<crate::Timestamp>().unwrap();
    assert_snapshot!(lines([
        Keeper::HIRED.ge(hired),
        Keeper::HIRED.ge(&hired),
        Keeper::HIRED.ge(Date::constant(2024, 2, 29)),
        Keeper::BORN.eq(Date::constant(1999, 1, 2)),
        Keeper::STARTS.eq("08:30:00".parse::<crate::Time>().unwrap()),
        Keeper::BREAK.eq("PT1H30M".parse::<crate::Duration>().unwrap()),
    ]), @"
    hiredDateTime ge 2024-02-29T22:59:59.5Z
    hiredDateTime ge 2024-02-29T22:59:59.5Z
    hiredDateTime ge 2024-02-29
    born eq 1999-01-02
    starts eq 08:30:00
    break eq duration'PT1H30M'
    ");
}

#[test]
fn members_of_enumerations_are_quoted_and_ids_are_bare() {
    let both: Flags<Shift> = [Shift::Day, Shift::Night].into_iter().collect();
    assert_snapshot!(lines([
        Keeper::SHIFT.eq(Shift::Day),
        Keeper::SHIFT.ne(&Shift::Night),
        Keeper::SHIFT.is_in([Shift::Day, Shift::from("late'")]),
        Keeper::SHIFTS.has(Shift::Day),
        Keeper::SHIFTS.has(&both),
        Keeper::SHIFTS.eq(both),
        Keeper::BADGE.eq(Uuid::from_u128(7)),
        Keeper::PRINT.eq(Bytes::from(*b"\xfb\xff")),
    ]), @"
    shift eq 'day'
    shift ne 'night'
    shift in ('day','late''')
    shifts has 'day'
    shifts has 'day,night'
    shifts eq 'day,night'
    badge eq 00000000-0000-0000-0000-000000000007
    print eq binary'-_8='
    ");
}

#[test]
fn text_may_be_held_in_any_way() {
    let (owned, boxed): (String, Box<str>) = ("b".into(), "c".into());
    let names = vec![owned.clone(), "d".to_owned()];
    let texts = [
        Keeper::NAME.eq("a"),
        Keeper::NAME.eq(&owned),
        Keeper::NAME.eq(owned),
        Keeper::NAME.eq(&boxed),
        Keeper::NAME.eq(boxed),
        Keeper::NAME.is_in(&names),
        Keeper::NAME.is_in(names),
        Keeper::NAME.is_in(["O'Hara", "''"]),
        Keeper::NAME.is_in([""; 0]),
    ];
    assert_snapshot!(lines(texts), @"
    name eq 'a'
    name eq 'b'
    name eq 'b'
    name eq 'c'
    name eq 'c'
    name in ('b','d')
    name in ('b','d')
    name in ('O''Hara','''''')
    name in ()
    ");
}
