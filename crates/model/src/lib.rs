//! [`facts::PageFacts`] to [`Api`]: everything is decided here.
//!
//! Resolves references, settles contradictions by one written precedence, tells entity types from
//! complex ones, merges what several pages say of one operation, and assigns every Rust name, module and
//! file in one pass. After this stage nothing consults the docs again. Knows Rust's naming rules, no
//! Rust syntax.
//!
//! # Precedence
//!
//! Statements contradict one another. For types, the one further left wins; the loser is reported where
//! it stands. What somebody corrected in `overrides.toml` is further left than all of them, for the type of a
//! property, base types, kinds, responses and Rust names.
//!
//! | Question | Statements, strongest first | Decided in |
//! |---|---|---|
//! | Name of a type | annotation, heading; the other names become aliases | `types::statements` |
//! | Namespace | "Namespace:" line, qualifier of the name, default | `types::statements` |
//! | What a mention means | linked page or section that goes by the name, primitive's spelling, qualified name, the only type of the linked page, simple name in the same namespace, in the default one, anywhere if unique, alias if unique | `types::index` |
//! | Home of a type stated on several pages | named by annotation and heading, more rows, path | `types::statements` |
//! | Structured type or enumeration | properties, members | `types::statements` |
//! | Table of members | enumeration, unless it lists the values of a string property | `types::value_tables` |
//! | Flags | words, values that are single bits | `types::enums` |
//! | Members | all tables together, then values listed beside a cell that names an undefined type | `types::enums` |
//! | Base type | annotation, sentence, "Inherited from" rows (the most derived), common root of entity types | `types::bases`, `types::root` |
//! | Entity or complex | target of a relationship, kind of the base, type of a structural property, stated key or identifier, read by key | `types::kinds` |
//! | Who declares a property | the base furthest up that lists it | `types::own` |
//! | Type of a property | cell (with four provable exceptions), JSON representation, another page's cell; the base's for an inherited one | `types::property_type` |
//! | Relationship or structural | what the type allows, table | `types::own` |
//! | Other facts of a property | row of the type, row of the nearest base | `types::own` |
//! | Key | annotation, "Key." rows, nearest base, `id` | `types::structs` |
//! | How a key is written (`/{id}`, `({id})`, `('{id}')`) | more request lines, the first page by path | `operations::spelling` |
//! | Spelling of a path segment | more request lines, the first page by path | `operations::spelling` |
//! | What a path addresses | documented properties, its own most specific pages, the type's plural name at the root | `operations::shapes` |
//! | Routes | request lines; of examples those that branch off a listed path and end as the page's own do | `operations::grafts` |
//! | Page that speaks for a route | names the addressed type, names a relative, has fewer routes, path | `operations::merge` |
//! | One or many in a response | path, sentence, shown array | `operations::response` |
//! | Type in a response | what HTTP and OData fix, path through documented properties, sentence, annotation, JSON body, path | `operations::response` |
//! | Body | what the method fixes, "no body", addressed type, named type, table, JSON | `operations::body` |
//! | Type of a function's argument | table, quotes | `operations::template` |
//! | Who may write a property | key, table of a page that changes such objects, table or example of one that creates them, row of the type | `writing::access` |
//! | How an expansion selects what a derived type has | an example of the relationship, OData: behind the type's name | `examples::bare` |
//! | What creating an object asks for | row of the type, all pages that create such objects; not what one of these pages does without in its list or in all its examples | `writing::constructor` |

mod account;
mod answers;
mod api;
mod assemble;
mod corrections;
mod docs;
mod entries;
pub mod examples;
mod features;
mod kept;
mod layout;
mod names;
mod operations;
mod operators;
mod options;
mod select;
mod selected;
mod showcase;
mod types;
mod writing;

use diag::{Diagnostic, codes};
use facts::PageFacts;

pub use account::{Account, Accounts, why_left_out};
pub use api::*;
pub use entries::{Entry, entries};
pub use features::{Features, features, version_feature};
pub use names::{is_taken, module_name};
pub use operators::{Operator, OperatorSet};
pub use options::{Links, Options};
pub use select::{Selection, WrongPattern};
pub use selected::{PropertyName, Reason, Selected};
pub use showcase::{Showcase, showcase};

/// One version, built.
#[derive(Clone, Debug)]
pub struct Built {
    /// The selected part of the API.
    pub api: Api,
    /// What is to be reported of the docs.
    pub diagnostics: Vec<Diagnostic>,
    /// The patterns of the selection that match nothing.
    pub unmatched: Vec<WrongPattern>,
    /// What is selected, and why.
    pub selected: Selected,
    /// The corrections that do not fit what is decided, by the place of each: what would be reported of them. An
    /// entry may still fit elsewhere.
    pub misfits: Vec<Diagnostic>,
    /// What became of the claims of each page, by its path, selected or not.
    pub accounts: Accounts,
    /// Whether the docs state any type or route, selected or not.
    pub is_recognised: bool,
}

/// Builds one version of the API from the facts of its pages. The order of the pages does not matter.
#[must_use]
pub fn build(pages: &[PageFacts], options: &Options<'_>, selection: &Selection) -> Built {
    let mut diagnostics = Vec::new();
    // What a page states of actions in prose counts as a page of its own.
    let actions = pages.iter().flat_map(|page| &page.actions);
    let mut pages: Vec<&PageFacts> = pages.iter().chain(actions).collect();
    pages.sort_by(|one, other| one.path.cmp(&other.path));
    let answers = answers::Answers::new(&pages, options, selection, &mut diagnostics);
    let api = assemble::api(&answers, options, &mut diagnostics);
    let is_recognised = answers.is_recognised();
    let accounts = account::accounts(&pages, &answers, &diagnostics);
    let selected = Selected::new(&answers, selection);
    let is_misfit = |it: &mut Diagnostic| {
        it.code == codes::STALE_OVERRIDE || it.code == codes::USELESS_OVERRIDE
    };
    let misfits = diagnostics.extract_if(.., is_misfit).collect();
    Built {
        api,
        diagnostics,
        unmatched: answers.unmatched,
        selected,
        misfits,
        accounts,
        is_recognised,
    }
}
