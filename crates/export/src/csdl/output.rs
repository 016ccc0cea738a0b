//! What a document is written to.

use diag::Diagnostic;
use quick_xml::Writer;

/// The document is built in memory.
pub(super) type Xml = Writer<Vec<u8>>;

/// Reports on what the document lacks.
pub(super) type LeftOut = Vec<Diagnostic>;
