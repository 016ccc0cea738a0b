//! Docs that are kept in memory between runs, so that only what depends on a change is read again.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::generator::Generator;
use crate::page_files::is_page;
use crate::pipeline::Saved;
use crate::plan::Plan;

/// Plans the same client again and again while its docs change. Each plan is what [`Generator::plan`] would make.
pub struct Session {
    generator: Generator,
    last: Option<Plan>,
}

impl Session {
    /// Begins without having read anything.
    pub fn new(generator: Generator) -> Self {
        Self { generator, last: None }
    }

    /// Reads all docs and plans.
    ///
    /// # Errors
    /// As for [`Generator::plan`].
    pub fn plan(&mut self) -> Result<&Plan> {
        self.last = None;
        let plan = self.generator.plan()?;
        Ok(self.last.insert(plan))
    }

    /// Drops what the last plan was made from and is no longer needed; else that happens while the next one is made.
    pub fn tidy_up(&mut self) {
        if let Some(plan) = &mut self.last {
            plan.drop_what_was_before();
        }
    }

    /// Plans after these files and folders have changed, and no others. If they are pages that still are there, or new
    /// ones beside others, what does not depend on them is not read again. Of [`Generator::files`] all but the
    /// configuration are read anew; where that has changed, a new session must begin.
    ///
    /// # Errors
    /// As for [`Generator::plan`]; the next plan reads all then.
    pub fn plan_after(&mut self, changed: &BTreeSet<PathBuf>) -> Result<&Plan> {
        let Some(last) = self.last.take() else { return self.plan() };
        let decides = |path: &PathBuf| self.generator.decides(path);
        let saved = if changed.iter().any(decides) { None } else { saved(&last, changed) };
        let Some(saved) = saved else { return self.plan() };
        match self.generator.plan_again(last, saved)? {
            Some(plan) => Ok(self.last.insert(plan)),
            None => self.plan(),
        }
    }

    /// The last plan that was made.
    pub fn last(&self) -> Option<&Plan> {
        self.last.as_ref()
    }

    /// Carries out the last plan, if there is one.
    ///
    /// # Errors
    /// As for [`Plan::write`].
    pub fn write(&mut self) -> Result<()> {
        self.last.as_mut().map_or(Ok(()), Plan::write_and_keep)
    }
}

/// The pages that have changed, and those that are new; `None` if something else may have.
fn saved(plan: &Plan, changed: &BTreeSet<PathBuf>) -> Option<Saved> {
    let mut saved = Saved::default();
    for path in changed {
        let path = std::path::absolute(path).ok()?;
        let Some(id) = plan.reading.page_at(&path) else {
            if path.is_dir() || plan.reading.holds_pages(&path) {
                return None;
            }
            if is_page(&path) {
                let text = ordinary_text(&path)?;
                saved.added.insert(path, text);
            }
            continue;
        };
        if plan.reading.is_odd_file(id) {
            return None;
        }
        let text = ordinary_text(&path)?;
        if plan.sources().get(id).is_some_and(|file| file.text != text) {
            saved.texts.insert(id, text);
        }
    }
    Some(saved)
}

/// The text of an ordinary file, if it is valid.
fn ordinary_text(path: &Path) -> Option<String> {
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|it| it.is_file());
    String::from_utf8(is_file.then(|| std::fs::read(path))?.ok()?).ok()
}
