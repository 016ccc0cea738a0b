//! Docs that are kept in memory between runs, so that only what depends on a change is read again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;
use diag::PageId;

use crate::plan::{Generator, Plan};
use crate::root::is_page;

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

    /// Plans after these files and folders have changed, and no others. If they are pages that were there before and
    /// still are, what does not depend on them is not read again. Of [`Generator::files`] all but the configuration are
    /// read anew; where that has changed, a new session must begin.
    ///
    /// # Errors
    /// As for [`Generator::plan`]; the next plan reads all then.
    pub fn plan_after(&mut self, changed: &BTreeSet<PathBuf>) -> Result<&Plan> {
        let Some(last) = self.last.take() else { return self.plan() };
        let decides = |path: &PathBuf| self.generator.decides(path);
        let texts = if changed.iter().any(decides) { None } else { changed_texts(&last, changed) };
        let Some(texts) = texts else { return self.plan() };
        match self.generator.plan_again(last, &texts)? {
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

/// The texts of pages that have changed; `None` if something else than their texts may have.
fn changed_texts(plan: &Plan, changed: &BTreeSet<PathBuf>) -> Option<BTreeMap<PageId, String>> {
    let mut texts = BTreeMap::new();
    for path in changed {
        let path = std::path::absolute(path).ok()?;
        let Some(id) = plan.page_at(&path) else {
            if is_page(&path) || path.is_dir() || plan.holds_pages(&path) {
                return None;
            }
            continue;
        };
        if plan.is_odd_file(id) {
            return None;
        }
        let text = ordinary_text(&path)?;
        if plan.sources().get(id).is_some_and(|file| file.text != text) {
            texts.insert(id, text);
        }
    }
    Some(texts)
}

/// The text of an ordinary file, if it is valid.
fn ordinary_text(path: &Path) -> Option<String> {
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|it| it.is_file());
    String::from_utf8(is_file.then(|| std::fs::read(path))?.ok()?).ok()
}
