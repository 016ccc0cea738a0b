//! A session plans what a cold run does, after every edit that writers make, in any order.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use apimark::{Config, Generator, Plan, Session};
use apimark_slips::{Docs, Edit, honest, slips};
use diag::{Severity, SourceFile};
use fastrand::Rng;
use tempfile::TempDir;

/// How many edits are made, one upon the other.
const EDITS: usize = 30;

/// The embedded docs in a folder of their own.
struct Place {
    dir: TempDir,
    docs: Docs,
}

impl Place {
    fn new() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs-input");
        let docs = Docs::read(&root, "v1.0").unwrap();
        let place = Self { dir: tempfile::tempdir().unwrap(), docs };
        for file in &place.docs.files {
            place.put(&file.path, &file.text);
        }
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.dir.path().join("docs").join(path)
    }

    fn put(&self, path: &str, text: &str) -> PathBuf {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn generator(&self) -> Generator {
        let mut config = Config::default();
        config.docs = vec![self.dir.path().join("docs")];
        config.output.dir = self.dir.path().join("out");
        Generator::new(config)
    }

    /// Makes an edit of a random kind at a random place; returns the files that it changed.
    fn edit(&mut self, rng: &mut Rng) -> BTreeSet<PathBuf> {
        loop {
            let Some((edits, added)) = self.any_edit(rng) else { continue };
            let mut last_first = edits;
            last_first.sort_by_key(|edit| std::cmp::Reverse((edit.file, edit.range.start)));
            for edit in &last_first {
                let file = &mut self.docs.files[edit.file];
                file.text = edit.apply(&file.text);
            }
            let changed = last_first.iter().map(|edit| &self.docs.files[edit.file]).chain(&added);
            return changed.map(|file| self.put(&file.path, &file.text)).collect();
        }
    }

    fn any_edit(&self, rng: &mut Rng) -> Option<(Vec<Edit>, Vec<SourceFile>)> {
        if rng.bool() {
            let (_, make) = honest::KINDS[rng.usize(..honest::KINDS.len())];
            return make(&self.docs, rng);
        }
        let texts: Vec<usize> = self.docs.texts().collect();
        let file = texts[rng.usize(..texts.len())];
        let kind = &slips::KINDS[rng.usize(..slips::KINDS.len())];
        let (range, text) = kind.make(&self.docs.files[file].text, rng)?;
        Some((vec![Edit::new(file, range, text)], Vec::new()))
    }
}

fn printed(plan: &Plan) -> String {
    plan.render_diagnostics(Severity::Note, false) + &plan.remarks().join("\n")
}

/// Holds a session's plan against that of a cold run.
fn same(warm: &Plan, cold: &Plan, what: &str) {
    assert_eq!(printed(warm), printed(cold), "{what}");
    assert!(warm.files().keys().eq(cold.files().keys()), "{what}");
    for (path, text) in warm.files() {
        assert!(cold.files()[path] == *text, "{what}: {path} differs");
    }
    assert_eq!(warm.changes(), cold.changes(), "{what}");
    assert_eq!(warm.summary(), cold.summary(), "{what}");
}

#[test]
fn after_any_edit_a_session_plans_what_a_cold_run_plans() {
    let mut place = Place::new();
    let mut session = Session::new(place.generator());
    same(session.plan().unwrap(), &place.generator().plan().unwrap(), "at first");
    session.write().unwrap();
    let mut rng = Rng::with_seed(11);
    for nth in 0..EDITS {
        let changed = place.edit(&mut rng);
        let what = format!("edit {nth}: {changed:?}");
        let warm = session.plan_after(&changed);
        let cold = place.generator().plan();
        match (warm, cold) {
            (Ok(warm), Ok(cold)) => same(warm, &cold, &what),
            (Err(warm), Err(cold)) => assert_eq!(warm.to_string(), cold.to_string(), "{what}"),
            (warm, cold) => panic!("{what}: {:?} {:?}", warm.err(), cold.err()),
        }
        if nth % 3 == 0 {
            session.write().unwrap();
            assert_eq!(place.generator().plan().unwrap().changes(), [], "{what}");
        }
    }
}

#[test]
fn pages_that_come_go_and_move_are_noticed() {
    let place = Place::new();
    let mut session = Session::new(place.generator());
    session.plan().unwrap();
    session.write().unwrap();
    let old = place.docs.files.iter().find(|it| it.path.ends_with("resources/group.md")).unwrap();
    let new = old.path.replace("group.md", "crew.md");
    let mut step = |changed: &[PathBuf], what: &str| {
        let changed = changed.iter().cloned().collect();
        same(session.plan_after(&changed).unwrap(), &place.generator().plan().unwrap(), what);
    };
    let added = place.put(&new, &old.text.replace("# group resource", "# crew resource"));
    step(std::slice::from_ref(&added), "a new page");
    fs::remove_file(&added).unwrap();
    step(std::slice::from_ref(&added), "a page that is gone");
    let crews = ["a-crew", "crew", "crew2"].map(|name| {
        let text = old.text.replace("# group resource", &format!("# {name} resource"));
        place.put(&old.path.replace("group", name), &text)
    });
    step(&crews, "several new pages");
    crews.iter().for_each(|crew| fs::remove_file(crew).unwrap());
    step(&crews, "and gone again");
    let is_included = |it: &&SourceFile| it.path.contains("/beta/includes/permissions/");
    let included = place.docs.files.iter().find(is_included).unwrap();
    let include = place.path(&included.path);
    fs::remove_file(&include).unwrap();
    step(std::slice::from_ref(&include), "an include that is gone");
    place.put(&included.path, &included.text);
    step(&[include], "an include that is back");
    let moved = place.path(&new);
    fs::rename(place.path(&old.path), &moved).unwrap();
    step(&[place.path(&old.path), moved], "a page that has moved");
    let folder = place.path(&new).parent().unwrap().to_owned();
    let elsewhere = folder.with_file_name("elsewhere");
    fs::rename(&folder, &elsewhere).unwrap();
    step(std::slice::from_ref(&folder), "a folder that has moved");
    fs::rename(&elsewhere, &folder).unwrap();
    step(&[elsewhere, folder], "and is back");
    fs::write(place.path(&new), b"# crew\xff resource type\n").unwrap();
    step(&[place.path(&new)], "bytes that are no text");
    place.put(&new, &old.text);
    step(&[place.path(&new)], "text again");
    let note = place.put("note.txt", "not a page");
    step(&[note], "what is no page");
}

#[test]
fn what_somebody_else_writes_to_the_client_is_seen() {
    let place = Place::new();
    let mut session = Session::new(place.generator());
    session.plan().unwrap();
    session.write().unwrap();
    let lib = place.dir.path().join("out/src/lib.rs");
    fs::write(&lib, fs::read_to_string(&lib).unwrap() + "// Mine.\n").unwrap();
    fs::write(place.dir.path().join("out/src/mine.rs"), "// Mine.\n").unwrap();
    let plan = session.plan_after(&BTreeSet::new()).unwrap();
    same(plan, &place.generator().plan().unwrap(), "edited by hand");
    assert_eq!(plan.edited(), BTreeSet::from(["src/lib.rs".to_owned()]));
}

#[test]
fn corrections_are_made_again_after_a_save() {
    let place = Place::new();
    let page = "api-reference/v1.0/resources/user.md";
    let correction = format!(
        "[[property]]\npage = \"{page}\"\nproperty = \"displayName\"\ntype = \"Int64\"\nexpect = \"String\"\n\
         why = \"It is a number.\"\n"
    );
    let file = place.dir.path().join("fixes.toml");
    fs::write(&file, correction).unwrap();
    let generator = || {
        let mut config = Config::default();
        config.docs = vec![place.dir.path().join("docs")];
        config.output.dir = place.dir.path().join("out");
        config.overrides = Some(vec![file.clone()]);
        Generator::new(config)
    };
    let mut session = Session::new(generator());
    session.plan().unwrap();
    let of = |path: &str| place.docs.files.iter().find(|it| it.path == path).unwrap();
    let other = of("api-reference/v1.0/resources/group.md");
    let saved = place.put(&other.path, &other.text.replace("The ", "A "));
    let plan = session.plan_after(&BTreeSet::from([saved])).unwrap();
    same(plan, &generator().plan().unwrap(), "another page");
    assert!(plan.files().values().any(|text| text.contains("It is a number.")));
    let user = of(page);
    let saved = place.put(page, &user.text.replace("|displayName|String|", "|displayName|Int32|"));
    let warm = session.plan_after(&BTreeSet::from([saved])).err().unwrap();
    assert_eq!(warm.to_string(), generator().plan().err().unwrap().to_string());
    let saved = place.put(page, &user.text);
    let plan = session.plan_after(&BTreeSet::from([saved])).unwrap();
    same(plan, &generator().plan().unwrap(), "as it was");
    let other = fs::read_to_string(&file).unwrap().replace("It is a number.", "It counts.");
    fs::write(&file, other).unwrap();
    let plan = session.plan_after(&BTreeSet::from([file.clone()])).unwrap();
    same(plan, &generator().plan().unwrap(), "another correction");
    assert!(plan.files().values().any(|text| text.contains("It counts.")));
}
