//! Keys of the block at the top of a page.

use diag::{Diagnostic, codes};

use crate::near::near;
use crate::{Read, meant};

pub(crate) fn check(read: &Read<'_>, reports: &mut Vec<Diagnostic>) {
    let known = read.dialect.front_matter();
    for (key, value) in &read.page.front_matter.entries {
        if let Some(known) = near(key, known.keys.iter().map(String::as_str)) {
            let message = format!("the front matter has no key `{key}`");
            reports.push(Diagnostic::new(codes::NEAR_KEY, value.span, message).help(meant(known)));
        }
        let values = known.values.get(key).into_iter().flatten().map(String::as_str);
        if let Some(known) = near(&value.value, values) {
            let message = format!("`{}` is no known value of this key", value.value);
            reports.push(Diagnostic::new(codes::NEAR_KEY, value.span, message).help(meant(known)));
        }
    }
}
