//! A file of what was odd at some time, so that only what is new is loud.
//!
//! A report is known by its page, heading, code and subject, so that lines may move. Where several have the same, as
//! many are known as there were.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use diag::{Diagnostic, Sources};
use serde::{Deserialize, Serialize};

use super::subject::Key;

const VERSION: u32 = 1;

/// Reports that are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    counts: BTreeMap<Key, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    remarks: Vec<Remark>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Remark {
    page: String,
    heading: String,
    code: String,
    subject: String,
    count: usize,
}

impl Baseline {
    /// Reads the text of a baseline file.
    ///
    /// # Errors
    /// It is no baseline, or one of another version.
    pub fn parse(text: &str) -> Result<Self> {
        let file: File = serde_json::from_str(text).context("this is no baseline of apimark")?;
        ensure!(file.version == VERSION, "version {} of baselines is not known", file.version);
        let mut counts = BTreeMap::new();
        for Remark { page, heading, code, subject, count } in file.remarks {
            *counts.entry(Key { page, heading, code, subject }).or_default() += count;
        }
        Ok(Self { counts })
    }

    /// The text of the file: sorted, one report a line.
    pub fn render(&self) -> String {
        let line = |(key, count): (&Key, &usize)| {
            let Key { page, heading, code, subject } = key.clone();
            let remark = Remark { page, heading, code, subject, count: *count };
            format!("    {}", serde_json::to_string(&remark).expect("texts and a number"))
        };
        let lines: Vec<String> = self.counts.iter().map(line).collect();
        let lines = if lines.is_empty() { String::new() } else { lines.join(",\n") + "\n" };
        format!("{{\n  \"version\": {VERSION},\n  \"remarks\": [\n{lines}  ]\n}}\n")
    }

    pub(super) fn of(reports: &[Diagnostic], sources: &Sources) -> Self {
        let mut counts = BTreeMap::new();
        for report in reports {
            *counts.entry(Key::of(report, sources)).or_default() += 1;
        }
        Self { counts }
    }

    /// The reports that are not known, and how many known ones are gone.
    pub(super) fn new_ones<'a>(
        &self,
        reports: &'a [Diagnostic],
        sources: &Sources,
    ) -> (Vec<&'a Diagnostic>, usize) {
        let mut left = self.counts.clone();
        let new = reports.iter().filter(|report| {
            let known = left.get_mut(&Key::of(report, sources)).filter(|count| **count > 0);
            known.map(|count| *count -= 1).is_none()
        });
        let new = new.collect();
        (new, left.values().sum())
    }
}
