//! What must hold of everything that is generated, whatever the pages say.

use std::collections::BTreeMap;
use std::path::{Component, Path};

use apimark::{Config, Files, Generator, Plan};
use quick_xml::events::Event;
use quick_xml::{Reader, XmlVersion};

/// How much of what is wrong a failed test says.
const SHOWN: usize = 100;

/// Pages by their path below the documentation root.
pub(crate) type Pages = BTreeMap<String, String>;

/// Plans the crate that these pages give.
pub(crate) fn plan(pages: &Pages) -> Plan {
    let docs = tempfile::tempdir().unwrap();
    for (path, text) in pages {
        let path = docs.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    let out = docs.path().join("out");
    Generator::new(Config::default()).docs([docs.path()]).out(out).plan().unwrap()
}

/// Fails on the first thing that does not hold.
pub(crate) fn check(plan: &Plan) -> Result<(), String> {
    check_paths(plan.files())?;
    for (path, text) in plan.files().iter().filter(|(path, _)| path.ends_with(".rs")) {
        syn::parse_file(text).map_err(|error| format!("{path} is not Rust: {error}\n{text}"))?;
    }
    check_modules(plan.files())?;
    check_inspection(plan.files())?;
    for api in plan.apis() {
        check_xml(&export::csdl(api).0)?;
        check_json(&export::openapi(api))?;
        check_json(&export::model_json(api, plan.sources()))?;
    }
    let rendered = plan.render_diagnostics(diag::Severity::Note, false);
    if rendered.contains('\u{1b}') { Err("a report steers the terminal".into()) } else { Ok(()) }
}

/// What rustc, rustdoc and cargo make of the files is names, tables and prose.
fn check_inspection(files: &Files) -> Result<(), String> {
    let violations = apimark_inspect::inspect(files).violations;
    let lines: Vec<String> =
        violations.iter().take(SHOWN).map(|it| it.to_string().escape_debug().to_string()).collect();
    if lines.is_empty() {
        return Ok(());
    }
    Err(format!("{} violations:\n{}", violations.len(), lines.join("\n")))
}

/// Paths stay below the output folder and are distinct on file systems without case.
fn check_paths(files: &Files) -> Result<(), String> {
    let mut folded = BTreeMap::new();
    for path in files.keys() {
        if !Path::new(path).components().all(|part| matches!(part, Component::Normal(_))) {
            return Err(format!("{path} leads out"));
        }
        if path.split('/').any(|part| part.len() > 255) || path.contains(['\\', ':', '\0']) {
            return Err(format!("{path} is no portable path"));
        }
        if let Some(other) = folded.insert(path.to_lowercase(), path) {
            return Err(format!("{path} and {other} differ in case only"));
        }
    }
    Ok(())
}

/// Every source file is reached by exactly one `mod`, and every `mod` has its file.
fn check_modules(files: &Files) -> Result<(), String> {
    let is_root = |path: &&String| *path == "src/lib.rs" || path.ends_with("/main.rs");
    let mut reached: Vec<String> = files.keys().filter(is_root).cloned().collect();
    let mut next = 0;
    while let Some(path) = reached.get(next).cloned() {
        next += 1;
        let text = files.get(&path).ok_or_else(|| format!("{path} is missing"))?;
        let mut roots = ["/mod.rs", "/lib.rs", "/main.rs"].into_iter();
        let folder = roots.find_map(|root| path.strip_suffix(root));
        let folder = folder.unwrap_or_else(|| path.trim_end_matches(".rs"));
        for item in syn::parse_file(text).map_err(|error| error.to_string())?.items {
            if let syn::Item::Mod(item) = item
                && item.content.is_none()
            {
                let name = item.ident.to_string();
                let below = format!("{folder}/{name}/mod.rs");
                let beside = format!("{folder}/{name}.rs");
                reached.push(if files.contains_key(&below) { below } else { beside });
            }
        }
    }
    reached.sort();
    let planned: Vec<&String> = files.keys().filter(|path| path.ends_with(".rs")).collect();
    if reached.iter().eq(planned.iter().copied()) {
        Ok(())
    } else {
        Err(format!("modules {reached:?} for files {planned:?}"))
    }
}

/// Well-formed, and without characters that XML does not have.
fn check_xml(text: &str) -> Result<(), String> {
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    if let Some(odd) = text.chars().find(|c| !legal(*c)) {
        return Err(format!("{odd:?} in XML"));
    }
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                for attribute in tag.attributes() {
                    let attribute = attribute.map_err(|error| error.to_string())?;
                    attribute
                        .normalized_value(XmlVersion::Implicit1_0)
                        .map_err(|error| error.to_string())?;
                }
            }
            Ok(_) => {}
            Err(error) => return Err(format!("{error} at byte {}", reader.error_position())),
        }
    }
}

fn check_json(text: &str) -> Result<(), String> {
    serde_json::from_str::<serde_json::Value>(text).map(|_| ()).map_err(|error| error.to_string())
}
