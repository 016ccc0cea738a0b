//! Request lines to the path tree.

use diag::Sources;
use insta::assert_snapshot;

use super::build::{options, page};

use crate::operations::claims::collect;
use crate::operations::tree::Node;
use crate::types::TypeIndex;

/// The tree over one page's request lines: template, the method that leads there, and the struct.
fn tree(requests: &[&str]) -> String {
    let pages = [page("api/boat.md", requests).0];
    let mut diagnostics = Vec::new();
    let types = TypeIndex::new(Vec::new(), &options(&Sources::default()));
    let (nodes, _) = collect(&pages.each_ref(), &types, false, &mut diagnostics);
    let lines: Vec<String> = nodes.iter().map(line).collect();
    lines.join("\n")
}

fn line(node: &Node) -> String {
    let open: Vec<String> = node
        .segment
        .parameters()
        .iter()
        .filter(|parameter| parameter.fixed.is_none())
        .map(|parameter| parameter.rust_name.clone())
        .collect();
    let method = format!("{}({})", node.accessor, open.join(", "));
    format!("{:<40} .{method:<30} {}", node.template, node.rust_name)
}

#[test]
fn a_path_is_spelled_segment_by_segment() {
    assert_snapshot!(tree(&["GET /boats/{boat-id}/crew", "POST /boats", "GET /fleet/type/$count"]), @"
    /boats                                   .boats()                        Boats
    /boats/{boat-id}                         .by_id(boat_id)                 BoatsById
    /boats/{boat-id}/crew                    .crew()                         BoatsByIdCrew
    /fleet                                   .fleet()                        Fleet
    /fleet/type                              .r#type()                       FleetType
    /fleet/type/$count                       .count()                        FleetTypeCount
    ");
}

#[test]
fn letter_case_and_placeholders_do_not_make_another_path() {
    assert_snapshot!(tree(&["GET /boats/{id}", "GET /Boats/{boat-id}/crew", "PATCH /boats/{boat-id}"]), @"
    /boats                                   .boats()                        Boats
    /boats/{boat-id}                         .by_id(boat_id)                 BoatsById
    /boats/{boat-id}/crew                    .crew()                         BoatsByIdCrew
    ");
}

#[test]
fn a_path_called_like_the_root_gives_way() {
    assert_snapshot!(tree(&["GET /api/{id}"]), @"
    /api                                     .api()                          Api2
    /api/{id}                                .by_id(id)                      Api2ById
    ");
}

#[test]
fn repeated_placeholders_are_named_after_what_they_select() {
    assert_snapshot!(tree(&["GET /boats/{id}/berths/{id}/policies/{id}/policies/{id}"]), @"
    /boats                                   .boats()                        Boats
    /boats/{id}                              .by_id(id)                      BoatsById
    /boats/{id}/berths                       .berths()                       BoatsByIdBerths
    /boats/{id}/berths/{berth-id}            .by_id(berth_id)                BoatsByIdBerthsById
    /boats/{id}/berths/{berth-id}/policies   .policies()                     BoatsByIdBerthsByIdPolicies
    /boats/{id}/berths/{berth-id}/policies/{policy-id} .by_id(policy_id)               BoatsByIdBerthsByIdPoliciesById
    /boats/{id}/berths/{berth-id}/policies/{policy-id}/policies .policies()                     BoatsByIdBerthsByIdPoliciesByIdPolicies
    /boats/{id}/berths/{berth-id}/policies/{policy-id}/policies/{policy-id-2} .by_id(policy_id_2)             BoatsByIdBerthsByIdPoliciesByIdPoliciesById
    ");
}

#[test]
fn casts_references_values_and_keywords() {
    assert_snapshot!(
        tree(&[
            "GET /boats/{id}/microsoft.dock.launch",
            "GET /boats/{id}/captain/$ref",
            "GET /boats/{id}/logo/$value",
            "GET /boats/{id}/match",
        ]),
        @"
    /boats                                   .boats()                        Boats
    /boats/{id}                              .by_id(id)                      BoatsById
    /boats/{id}/captain                      .captain()                      BoatsByIdCaptain
    /boats/{id}/captain/$ref                 .reference()                    BoatsByIdCaptainReference
    /boats/{id}/logo                         .logo()                         BoatsByIdLogo
    /boats/{id}/logo/$value                  .value()                        BoatsByIdLogoValue
    /boats/{id}/match                        .r#match()                      BoatsByIdMatch
    /boats/{id}/microsoft.dock.launch        .microsoft_dock_launch()        BoatsByIdMicrosoftDockLaunch
    ");
}

#[test]
fn functions_without_arguments_are_spelled_as_most_lines_do() {
    assert_snapshot!(tree(&["GET /boats/delta()", "GET /boats/delta", "GET /boats/microsoft.dock.delta"]), @"
    /boats                                   .boats()                        Boats
    /boats/delta()                           .delta()                        BoatsDelta
    /boats/microsoft.dock.delta              .microsoft_dock_delta()         BoatsMicrosoftDockDelta
    ");
}

#[test]
fn overloads_are_named_after_their_parameters() {
    assert_snapshot!(
        tree(&[
            "GET /sheet/range",
            "GET /sheet/range(address='{address}')/rows",
            "GET /sheet/draw(width={width},height=480)",
            "GET /sheet/draw(width={width})",
            "GET /sheet/find(text='{text}')",
        ]),
        @"
    /sheet                                   .sheet()                        Sheet
    /sheet/draw(width={width})               .draw_with_width(width)         SheetDrawWithWidth
    /sheet/draw(width={width},height=480)    .draw_with_width_and_height(width) SheetDrawWithWidthAndHeight
    /sheet/find(text='{text}')               .find(text)                     SheetFind
    /sheet/range                             .range()                        SheetRange
    /sheet/range(address='{address}')        .range_with_address(address)    SheetRangeWithAddress
    /sheet/range(address='{address}')/rows   .rows()                         SheetRangeWithAddressRows
    ");
}

#[test]
fn a_literal_argument_stays_fixed_until_a_line_leaves_it_open() {
    assert_snapshot!(
        tree(&[
            "GET /reports/tides(period='D7')",
            "GET /reports/winds(period='D7')",
            "GET /reports/winds(period='{period}')",
            "GET /reports/waves(period='D7')",
            "GET /reports/waves(period='D30')",
        ]),
        @"
    /reports                                 .reports()                      Reports
    /reports/tides(period='D7')              .tides()                        ReportsTides
    /reports/waves(period='{period}')        .waves(period)                  ReportsWaves
    /reports/winds(period='{period}')        .winds(period)                  ReportsWinds
    ");
}

#[test]
fn keys_in_other_forms() {
    assert_snapshot!(
        tree(&[
            "GET /boats/(number='{number}')/crew",
            "GET /boats/harbourId={harbour-id}/crew",
            "GET /crew/{id|name}",
            "GET /crew/{id}",
        ]),
        @"
    /boats                                   .boats()                        Boats
    /boats(number='{number}')                .by_number(number)              BoatsByNumber
    /boats(number='{number}')/crew           .crew()                         BoatsByNumberCrew
    /boats/harbourId={harbourId}             .by_harbour_id(harbour_id)      BoatsByHarbourId
    /boats/harbourId={harbourId}/crew        .crew()                         BoatsByHarbourIdCrew
    /crew                                    .crew()                         Crew
    /crew/{id}                               .by_id(id)                      CrewById
    ");
}

#[test]
fn path_addressing() {
    assert_snapshot!(
        tree(&["GET /dock/root:/{item-path}:/children", "GET /dock/root:/{path}", "GET /hosts/{host}:/{item-path}"]),
        @"
    /dock                                    .dock()                         Dock
    /dock/root                               .root()                         DockRoot
    /dock/root:/{item-path}                  .by_path(item_path)             DockRootByPath
    /dock/root:/{item-path}:/children        .children()                     DockRootByPathChildren
    /hosts                                   .hosts()                        Hosts
    /hosts/{host}                            .by_id(host)                    HostsById
    /hosts/{host}:/{item-path}               .by_path(item_path)             HostsByIdByPath
    ");
}

#[test]
fn segments_that_look_like_verbs_or_siblings_give_way() {
    assert_snapshot!(
        tree(&["GET /boats/list", "POST /boats/delete", "GET /boats/crewList", "GET /boats/crew-list"]),
        @"
    /boats                                   .boats()                        Boats
    /boats/crew-list                         .crew_list()                    BoatsCrewList
    /boats/crewList                          .crew_list_2()                  BoatsCrewList2
    /boats/delete                            .delete_()                      BoatsDelete
    /boats/list                              .list_()                        BoatsList
    ");
}
