//! To which area of the docs a thing belongs.

use std::collections::BTreeMap;

use emit::surface::Subject;
use model::{Api, QualifiedName};

use crate::entity::{Entities, Presence};

/// Adds to each entity that differs the area that the new side states for it, or else the base.
pub(crate) fn add(entities: &mut Entities, base: &Api, new: &Api) {
    for (api, side) in [(base, Presence::Base), (new, Presence::New)] {
        let areas = Areas::of(api);
        let differing = |at: usize| entities.list[at].is_different();
        let stated: Vec<(usize, String)> = entities
            .subjects(side)
            .filter(|(_, at)| differing(*at))
            .filter_map(|(subject, at)| Some((at, areas.area(subject)?.to_owned())))
            .collect();
        for (at, area) in stated {
            entities.list[at].area = Some(area);
        }
    }
}

/// The areas of one side.
struct Areas<'a> {
    types: BTreeMap<&'a QualifiedName, &'a str>,
    operations: BTreeMap<&'a str, &'a str>,
    paths: BTreeMap<&'a str, &'a str>,
}

impl<'a> Areas<'a> {
    fn of(api: &'a Api) -> Self {
        let structs = api.structs.iter().map(|it| (&it.name, it.area.as_str()));
        let enums = api.enums.iter().map(|it| (&it.name, it.area.as_str()));
        let operations = api.operations.iter();
        let routes = operations.clone().flat_map(|operation| {
            operation.routes.iter().map(|it| (it.template.as_str(), operation.area.as_str()))
        });
        Self {
            types: structs.chain(enums).collect(),
            operations: operations.map(|it| (it.constant.as_str(), it.area.as_str())).collect(),
            paths: routes.collect(),
        }
    }

    /// The area of what the subject is part of, if the docs state one.
    fn area(&self, subject: &Subject) -> Option<&'a str> {
        let area = match subject {
            Subject::Type(name) | Subject::Member { owner: name, .. } => self.types.get(name),
            Subject::Property { declared_in, .. } => self.types.get(declared_in),
            Subject::Operation(constant) | Subject::BodyParameter { operation: constant, .. } => {
                self.operations.get(constant.as_str())
            }
            Subject::Path(template) => self.paths.get(template.as_str()),
            Subject::Root | Subject::Operators(_) => None,
        };
        area.copied().filter(|it| !it.is_empty())
    }
}
