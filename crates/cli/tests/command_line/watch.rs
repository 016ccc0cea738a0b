//! `watch`, run while its docs change.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use crate::{PAGE, Workspace, program};

/// A page is read in a blink; a machine that is busy may take its time.
const PATIENCE: Duration = Duration::from_secs(120);

struct Watching {
    child: Child,
    lines: Receiver<String>,
}

impl Watching {
    fn of(workspace: &Workspace) -> Self {
        let mut command = program();
        command.args(["watch", "--show", "all", "--config"]).arg(workspace.path("apimark.toml"));
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let (sender, lines) = mpsc::channel();
        thread::spawn(move || {
            stderr.lines().map_while(Result::ok).try_for_each(|it| sender.send(it))
        });
        Self { child, lines }
    }

    /// What is said until a line that holds `end`.
    fn until(&self, end: &str) -> String {
        let mut said = String::new();
        while !said.contains(end) {
            let line = self.lines.recv_timeout(PATIENCE);
            said += &line.unwrap_or_else(|_| panic!("no `{end}` after\n{said}"));
            said.push('\n');
        }
        said
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn a_saved_page_is_written_and_new_reports_are_printed() {
    let workspace = Workspace::new();
    let watching = Watching::of(&workspace);
    watching.until("10 files written");
    let page = "docs/v1.0/resources/shelf.md";
    workspace.put(page, &PAGE.replace("In millimetres", "In metres"));
    let said = watching.until(" written; ");
    assert!(said.contains("updated src/v1_0/models/"), "{said}");
    workspace.put(page, &(PAGE.to_owned() + "\nTODO: say more.\n"));
    let said = watching.until(" written; ");
    assert!(said.contains("AM0204"), "{said}");
    // What was said once is not said again.
    workspace.put(page, &(PAGE.replace("A shelf", "The shelf") + "\nTODO: say more.\n"));
    let said = watching.until(" written; ");
    assert!(!said.contains("AM0204"), "{said}");
    let check = workspace.run(&["generate", "--check"]);
    assert_eq!(check.status.code(), Some(0), "{}", crate::stderr(&check));
}

#[test]
fn what_no_run_reads_makes_none() {
    let workspace = Workspace::new();
    let watching = Watching::of(&workspace);
    watching.until(" written; ");
    for place in ["w.log", "notes.md", "docs/v1.0/resources/shelf.png", "out/more.md"] {
        workspace.put(place, "Not read.\n");
    }
    // Long enough for a run of their own.
    thread::sleep(Duration::from_millis(500));
    workspace.put("docs/v1.0/resources/shelf.md", &PAGE.replace("In millimetres", "In metres"));
    let said = watching.until(" written; ");
    assert!(said.contains("updated src/v1_0/models/"), "{said}");
}

#[test]
fn a_readme_that_comes_or_goes_is_followed() {
    let workspace = Workspace::new();
    let watching = Watching::of(&workspace);
    watching.until(" written; ");
    workspace.put("out/README.md", "# Ours\n");
    let page = "docs/v1.0/resources/shelf.md";
    workspace.put(page, &PAGE.replace("In millimetres", "In metres"));
    watching.until(" written; ");
    fs::remove_file(workspace.path("out/README.md")).unwrap();
    // The page says what it said.
    workspace.put(page, &PAGE.replace("In millimetres", "In metres"));
    let said = watching.until(" written; ");
    assert!(said.contains("added README.md"), "{said}");
}

#[test]
fn what_is_wrong_is_said_and_mended_by_the_next_save() {
    let workspace = Workspace::new();
    let watching = Watching::of(&workspace);
    watching.until(" written; ");
    let config = "docs = [\"docs\"]\n[output]\ndir = \"out\"\n";
    workspace.put("apimark.toml", &format!("{config}folder = \"x\"\n"));
    watching.until("unknown field `folder`");
    workspace.put("apimark.toml", &format!("{config}crate = \"other\"\n"));
    let said = watching.until(" written; ");
    assert!(said.contains("updated Cargo.toml"), "{said}");
    workspace.put("docs/v1.0/resources/book.md", &PAGE.replace("shelf", "book"));
    let said = watching.until("book.rs");
    assert!(said.contains("added src/v1_0/models/"), "{said}");
}

#[test]
fn a_folder_of_docs_that_is_replaced_is_followed() {
    let workspace = Workspace::new();
    // Nothing else that is read lies beside the docs.
    workspace.put("deep/api/v1.0/resources/shelf.md", PAGE);
    workspace
        .put("apimark.toml", "docs = [\"deep/api\"]\n[output]\ndir = \"out\"\ncrate = \"other\"\n");
    let watching = Watching::of(&workspace);
    watching.until(" written; ");
    let page = "deep/api/v1.0/resources/shelf.md";
    for (there, away) in [("deep/api", "deep/away"), ("deep", "away")] {
        fs::rename(workspace.path(there), workspace.path(away)).unwrap();
        watching.until("deep/api");
        fs::rename(workspace.path(away), workspace.path(there)).unwrap();
        watching.until(" written; ");
        workspace.put(page, &PAGE.replace("In millimetres", there));
        let said = watching.until(" written; ");
        assert!(said.contains("updated src/v1_0/models/"), "{said}");
    }
    fs::remove_dir_all(workspace.path("deep")).unwrap();
    watching.until("deep/api");
    workspace.put(page, PAGE);
    watching.until("updated src/v1_0/models/");
    watching.until(" written; ");
    workspace.put(page, &PAGE.replace("In millimetres", "In metres"));
    let said = watching.until(" written; ");
    assert!(said.contains("updated src/v1_0/models/"), "{said}");
}
