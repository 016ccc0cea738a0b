//! Items as a line that people read.

use std::fmt::{self, Display, Formatter};

use super::{Form, Item, Parameter};

impl Display for Item {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { path, form, .. } = self;
        let path = path.strip_prefix("models::").unwrap_or(path);
        match form {
            Form::Struct => write!(f, "struct {path}"),
            Form::Enum => write!(f, "enum {path}"),
            Form::Field(ty) | Form::Variant(Some(ty)) | Form::Constant { ty, .. } => {
                write!(f, "{path}: {ty}")
            }
            Form::Variant(None) => write!(f, "{path}"),
            Form::Function { parameters, returns, call } => {
                let name = call.as_deref().unwrap_or(path);
                write!(f, "{name}({}) -> {returns}", Parameters(parameters))
            }
            Form::Static => write!(f, "static {path}"),
            Form::Relation => write!(f, "impl {path}"),
        }
    }
}

struct Parameters<'a>(&'a [Parameter]);

impl Display for Parameters<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, Parameter { name, ty }) in self.0.iter().enumerate() {
            let separator = if index > 0 { ", " } else { "" };
            write!(f, "{separator}{name}: {ty}")?;
        }
        Ok(())
    }
}
