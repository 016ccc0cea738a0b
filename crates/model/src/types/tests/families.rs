use insta::assert_snapshot;

use super::built;

/// The enums over families.
fn families(text: &str) -> String {
    let (_, api, _) = built(text);
    let mut out = String::new();
    for item in &api.structs {
        if let Some(family) = &item.polymorphic {
            out.push_str(&format!("{} = {}\n", item.name, family.rust_name));
            let rows = family.variants.iter().map(|(name, ty)| format!("    {name} {ty}\n"));
            out.extend(rows);
        }
    }
    out
}

#[test]
fn values_of_a_held_base_are_told_apart() {
    assert_snapshot!(families("
page resources/boat.md
type harbor.boat
    power: power
    berth: berth
page resources/power.md
type harbor.power abstract
type harbor.sail base=power
type harbor.engine base=power
type harbor.diesel base=engine
page resources/berth.md
type harbor.berth
type harbor.dock base=berth
type harbor.unused
type harbor.lonely base=unused
page resources/fleet-dock.md ns=harbor.fleet
type dock base=harbor.berth
"), @"
    harbor.berth = AnyBerth
        Berth harbor.berth
        Dock harbor.dock
        Dock2 harbor.fleet.dock
    harbor.power = AnyPower
        Diesel harbor.diesel
        Engine harbor.engine
        Sail harbor.sail
    ");
}

#[test]
fn responses_hold_types_too() {
    assert_snapshot!(families("
page resources/berth.md
type harbor.berth
    id: String
type harbor.dock base=berth
page api/berth-get.md
get /berths/{id} : berth
"), @"
    harbor.berth = AnyBerth
        Berth harbor.berth
        Dock harbor.dock
    ");
}
