//! The crate's root: its front page, its versions, and the runtime.

use model::{Api, Features, Gate, Showcase};

use crate::Options;
use crate::code::{Code, code};
use crate::docs::Comment;
use crate::facts::code as code_span;
use crate::file::{OutputFile, Text};
use crate::gates;
use crate::tokens::{ident, string};

/// `src/lib.rs`.
pub(crate) fn file(apis: &[Api], options: &Options) -> OutputFile {
    let mut text = Text::new(options, None);
    text.describe(&front_page(apis, options));
    text.push(&apis.iter().map(module).collect());
    text.push(&Code::fixed("pub use apimark_runtime as runtime;"));
    text.push(&Code::fixed(
        "#[cfg(feature = \"client\")]\npub use apimark_runtime::client::{Client, Error};",
    ));
    OutputFile { path: "src/lib.rs".to_owned(), text: text.finish_alone() }
}

fn module(api: &Api) -> Code {
    let gate = Gate::from([model::version_feature(api).as_str()]);
    code!("{}pub mod {};\n", gates::lines(&gate, 0), ident(&api.module))
}

fn front_page(apis: &[Api], options: &Options) -> Comment {
    let mut comment = Comment::new(0);
    comment.paragraph("A typed client, generated from reference documentation.");
    let versions: Vec<String> = apis.iter().map(version_line).collect();
    comment.paragraph(&versions.join("\n"));
    comment.paragraph(
        "Every field of a model is optional: services send what was selected, and what they send is \
         what is read. What the documentation does not describe is kept in the field `additional`.",
    );
    if let Some(showcase) = model::showcase(apis) {
        comment.paragraph(&example(&showcase, options));
    }
    describe_features(&mut comment, &model::features(apis));
    comment
}

fn version_line(api: &Api) -> String {
    format!("- {}: version {} at <{}>.", code_span(&api.module), api.version, api.base_url)
}

/// A test that is empty where a feature is missing.
fn example(showcase: &Showcase<'_>, options: &Options) -> String {
    let Showcase { api, path, operation, item, key } = showcase;
    let (library, version) = (options.crate_name.replace('-', "_"), ident(&api.module));
    let features = [model::version_feature(api), "client".to_owned()];
    let features = features.iter().map(String::as_str).chain(operation.gate.features());
    let features: Vec<String> = features.map(|it| format!("feature = {}", string(it))).collect();
    let (features, ty) = (features.join(", "), ident(&item.rust.name));
    let models = item.rust.module.join("::");
    let calls: String = path.iter().map(|node| format!(".{}()", ident(&node.accessor))).collect();
    let list = ident(&operation.rust_name);
    let constant = key.constant();
    format!(
        "```\n\
         # #[cfg(all({features}))]\n\
         # async fn list(client: &{library}::Client) -> Result<(), {library}::Error> {{\n\
         use {library}::{version}::{{api, {models}::{ty}}};\n\
         \n\
         let mut items = api(){calls}.{list}().select({ty}::{constant}).items(client);\n\
         while let Some(item) = items.try_next().await? {{\n    \
             println!(\"{{item:?}}\");\n\
         }}\n\
         # Ok(())\n\
         # }}\n\
         ```"
    )
}

fn describe_features(comment: &mut Comment, features: &Features) {
    let names = |names: &[String]| names.iter().map(|it| code_span(it)).collect::<Vec<_>>().join(", ");
    comment.paragraph("# Features");
    comment.paragraph(&format!(
        "Each version is a feature, and so is each area of the documentation. Operations, and the \
         paths that lead to them, need the feature of their area; so do types that no other area \
         mentions. A field whose type is not there is not there either: what the service sends of it \
         is kept in `additional`. By default there are {}, all areas (`areas`), and what sends \
         requests (`client`); `identity` adds credentials.",
        names(&features.default_versions),
    ));
    if !features.areas.is_empty() {
        comment.paragraph(&format!("Areas: {}.", names(&features.areas)));
    }
}
