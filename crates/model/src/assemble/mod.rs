//! From answers to the [`Api`].
//!
//! Each item of the API is put together in one place, when all of it is known. Decides nothing; only here types
//! get their names back, and those that are not kept become any JSON.

mod items;
mod operations;
mod paths;
mod property;
mod types;
mod values;

use diag::Diagnostic;

use crate::answers::Answers;
use crate::examples::{BareSelects, Calls, work_examples};
use crate::threads::both;
use crate::{Api, Options};

/// What an item is made from.
#[derive(Clone, Copy)]
struct Assembly<'a> {
    answers: &'a Answers<'a>,
    options: &'a Options<'a>,
}

/// The API that `answers` come to.
pub(crate) fn api(
    answers: &Answers<'_>,
    options: &Options<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Api {
    let assembly = Assembly { answers, options };
    let types = || (assembly.structs(), assembly.enums());
    let requests = || (assembly.nodes(), assembly.operations(), assembly.further());
    let ((mut structs, enums), (nodes, operations, further)) =
        both(options.parallel, types, requests);
    let calls = Calls::over((&structs, &enums), &nodes, &operations);
    let bare = BareSelects::new(&calls);
    diagnostics.extend(bare.mark(&mut structs));
    let calls = Calls::over((&structs, &enums), &nodes, &operations);
    let (worked, reports) = work_examples(&calls, &further, options.parallel);
    diagnostics.extend(reports);
    let mut api = Api {
        version: options.version.clone(),
        module: options.module.clone(),
        base_url: options.base_url.clone(),
        structs,
        enums,
        nodes,
        operations,
        further,
        areas: answers.gates.areas.clone(),
        worked,
    };
    assembly.lead_to_items(&mut api);
    api
}
