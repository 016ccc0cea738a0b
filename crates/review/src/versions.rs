//! The versions of both sides, and the features that they make.

use std::collections::BTreeSet;

use model::Api;

use crate::change::{Aspect, Cause, Change, Difference, Kind, RustChange, What};
use crate::verdict::{Behaviour, Condition, Source, Verdict, Wire};
use crate::{Side, compare_versions};

pub(crate) fn compare(base: Side<'_>, new: Side<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for api in base.apis.iter().filter(|it| find(new, it).is_none()) {
        changes.push(whole(Kind::Removed, api));
    }
    for api in new.apis {
        match find(base, api) {
            Some(old) => {
                changes.extend(compare_versions((old, base.sources), (api, new.sources)));
            }
            None => changes.push(whole(Kind::Added, api)),
        }
    }
    changes.extend(features(base, new));
    changes
}

/// The package by another name, by which all source knows it.
pub(crate) fn package(base: &str, new: &str) -> Option<Change> {
    let rust = RustChange {
        before: Some(format!("package `{base}`")),
        after: Some(format!("package `{new}`")),
        source: Source::Breaking,
        condition: None,
        note: None,
    };
    let change = Change {
        former_name: Some(base.to_owned()),
        verdict: Verdict { source: Source::Breaking, ..Verdict::default() },
        cause: Cause::Reading,
        rust: vec![rust],
        ..change(What::Package, Kind::Renamed, "", new)
    };
    (base != new).then_some(change)
}

fn find<'a>(side: Side<'a>, api: &Api) -> Option<&'a Api> {
    side.apis.iter().find(|it| it.version == api.version)
}

fn change(what: What, kind: Kind, version: &str, name: &str) -> Change {
    Change {
        id: String::new(),
        version: version.to_owned(),
        kind,
        what,
        name: name.to_owned(),
        former_name: None,
        area: None,
        differences: Vec::new(),
        verdict: Verdict::default(),
        cause: Cause::Docs,
        follows_from: None,
        before: None,
        after: None,
        rust: Vec::new(),
    }
}

/// A version that only one side has is told as a whole.
fn whole(kind: Kind, api: &Api) -> Change {
    let is_gone = kind == Kind::Removed;
    let (source, wire) = match is_gone {
        true => (Source::Breaking, Wire::Breaking),
        false => (Source::Minor, Wire::Compatible),
    };
    let item = Some(format!("mod {}", api.module));
    let (before, after) = if is_gone { (item, None) } else { (None, item) };
    Change {
        verdict: Verdict { source, wire, behaviour: Behaviour::Same },
        rust: vec![RustChange { before, after, source, condition: None, note: None }],
        differences: vec![Difference::new(Aspect::Presence).wire(wire)],
        ..change(What::Version, kind, &api.version, &api.version)
    }
}

/// The cargo features of areas and versions, and whether a version is among the default ones.
fn features(base: Side<'_>, new: Side<'_>) -> Vec<Change> {
    let of = |side: Side<'_>| model::features(side.apis);
    let (old, now) = (of(base), of(new));
    let names = |features: &model::Features| -> BTreeSet<String> {
        features.areas.iter().chain(&features.versions).cloned().collect()
    };
    let mut changes: Vec<Change> = Vec::new();
    for name in names(&old).difference(&names(&now)) {
        changes.push(feature(Kind::Removed, name));
    }
    for name in names(&now).difference(&names(&old)) {
        changes.push(feature(Kind::Added, name));
    }
    for name in names(&old).intersection(&names(&now)) {
        changes.extend(by_default(name, &old, &now));
    }
    changes
}

/// A feature that both sides have, and that is among the default ones of one of them.
fn by_default(name: &String, old: &model::Features, now: &model::Features) -> Option<Change> {
    let is_default = |it: &model::Features| it.default_versions.contains(name);
    let (was, is) = (is_default(old), is_default(now));
    let shown =
        |is: bool| Some(format!("feature `{name}`{}", if is { ", by default" } else { "" }));
    let source = if was { Source::Breaking } else { Source::Minor };
    let (before, after) = (shown(was), shown(is));
    let rust = RustChange { before, after, source, condition: None, note: None };
    (was != is).then(|| Change {
        verdict: Verdict { source, ..Verdict::default() },
        rust: vec![rust],
        ..change(What::Feature, Kind::Changed, "", name)
    })
}

fn feature(kind: Kind, name: &str) -> Change {
    let item = Some(format!("feature `{name}`"));
    let (before, after, source) = match kind {
        Kind::Removed => (item, None, Source::BreakingForSome),
        _ => (None, item, Source::Minor),
    };
    let condition = (kind == Kind::Removed).then_some(Condition::SelectedFeatures);
    Change {
        verdict: Verdict { source, ..Verdict::default() },
        rust: vec![RustChange { before, after, source, condition, note: None }],
        ..change(What::Feature, kind, "", name)
    }
}
