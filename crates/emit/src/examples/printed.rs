//! Tests as they are laid out.

use std::collections::BTreeMap;

use crate::code::Code;

/// What tests are laid out as, by what they were before. That takes most of the time that tests take.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    before: BTreeMap<Code, Code>,
    now: BTreeMap<Code, Code>,
}

impl Printed {
    /// Keeps what the last run used for the next one, and drops the rest.
    pub(crate) fn begin_anew(&mut self) {
        self.before = std::mem::take(&mut self.now);
    }

    /// The code, laid out.
    pub(super) fn print(&mut self, code: Code) -> Code {
        if let Some(printed) = self.now.get(&code) {
            return printed.clone();
        }
        let printed = self.before.remove(&code).unwrap_or_else(|| laid_out(&code));
        self.now.insert(code, printed.clone());
        printed
    }
}

fn laid_out(code: &Code) -> Code {
    let file = syn::parse_file(code.text()).expect("a test is printed as Rust");
    Code::printed(&file, code.names().clone())
}
