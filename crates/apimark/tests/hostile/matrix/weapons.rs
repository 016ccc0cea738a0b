//! Text that would be more than text if a place let it: as code it fails to compile or writes a file, as a
//! test of a comment it does the same, elsewhere it shows in what is generated.

/// `{c}` stops a compilation, `{w}` writes a file beside the manifest when it runs.
pub(super) fn weapons() -> Vec<(&'static str, String)> {
    let armed = |text: &str| text.replace("{c}", CODE).replace("{w}", WRITE);
    let mut weapons: Vec<_> = WEAPONS.iter().map(|(name, text)| (*name, armed(text))).collect();
    weapons.push(("long name", "xY".repeat(5_000)));
    weapons.push(("long line", "word ".repeat(2_000)));
    weapons.push(("brackets", "[(".repeat(300)));
    weapons
}

const CODE: &str = r#"const _: () = panic!("docs ran");"#;
const WRITE: &str = r#"std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/ran"), "").unwrap();"#;

#[rustfmt::skip] // One entry a line would bury the code.
const WEAPONS: &[(&str, &str)] = &[
    // What begins code in Markdown, on one line of a table and on lines of its own.
    ("fence of breaks", "```<br>{w}<br>```"),
    ("tilde fence of breaks", "~~~<br>a<br>~~~<br>{w}"),
    ("rust fence of breaks", "x<br><br>~~~rust<br>{w}<br>~~~"),
    ("indent of breaks", "x<br><br>        {w}"),
    ("list of breaks", "x<br>- ~~~<br>  a<br>  ~~~<br>  {w}"),
    ("fence", "x\n\n```\n{w}\n```\n"),
    ("tilde fence", "x\n\n~~~rust\n{w}\n~~~\n"),
    ("attributes of a fence", "x\n\n```json,rust\n{w}\n```\n\n```{.json}\n{w}\n```\n"),
    ("open fence", "x\n\n```rust\n{w}"),
    ("indent", "x\n\n    {w}\n\n"),
    ("tab", "x\n\n\t{w}\n\n"),
    ("fence in a list", "x\n- ~~~\n  a\n  ~~~\n  {w}\n"),
    ("fence in a quote", "x\n> ```\n> {w}\n> ```\n"),
    ("footnote", "x[^1]\n\n[^1]: y\n\n        {w}\n"),
    // What ends a comment, a string or a name in Rust.
    ("line break", "x\n{c}\n//"),
    ("carriage return", "x\r{c}\r//"),
    ("comment end", "*/ {c} /*"),
    ("block comment", "/* {c} */"),
    ("slashes", "// {c}"),
    ("doc comment", "/// {c}"),
    ("inner comment", "//! {c}"),
    ("inner attribute", "#![doc = include_str!(\"/etc/passwd\")] {c}"),
    ("attribute", "#[test] fn x() { {w} }"),
    ("quote", "\"); {c} (\""),
    ("apostrophe", "'); {c} ('"),
    ("backslash", "\\"),
    ("escaped quote", "\\\"); {c} //"),
    ("escape", "\\u{22}); {c} \\x22 \\n \\0"),
    ("surrogate", "\\ud83d\\udc00 &#xd83d;"),
    ("raw string", "r#\"x\"#; {c}"),
    ("end of a raw string", "\"#); {c} (r#\""),
    ("brace", "} {c} mod x {"),
    ("format", "{} {0} {x:?} {{ }} }} %s"),
    ("dollar", "$crate $x ${y} $(z)*"),
    // What is searched for, or stands for something, in names and printed code.
    ("keyword", "crate"),
    ("self", "Self"),
    ("raw identifier", "r#type"),
    ("underscore", "_"),
    ("path", "See operators::Bar. and models::X and rt::Y and crate::{c}"),
    ("call", "a.parse() b.into() .expect("),
    ("generic", "Vec<Option<T>>"),
    ("number", "12"),
    ("negative number", "-1"),
    ("empty", ""),
    ("blank", " \u{a0} "),
    ("dots", "../../../etc/passwd"),
    // Markdown and HTML.
    ("back-quote", "` {c}"),
    ("back-quotes", "``` {c} ``"),
    ("back-quoted tag", "`<b>` ``<i>`` <b>`"),
    ("tag", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    ("block of HTML", "\n\n<div>\n\n{c}\n\n</div>\n\n"),
    ("comment of HTML", "<!-- x --> --> <!--"),
    ("entity", "&lt;script&gt; &#60;b&#62; &NewLine;&#10;&#13;&Tab;&#x202e;&#0;&#27;[31m"),
    ("script link", "[x](javascript:alert(1)) <javascript:alert(1)> [y](data:text/html,z)"),
    ("item link", "[`std::process::abort`] [Self] [crate] [x](std::process::abort)"),
    ("relative link", "[x](../../../../etc/passwd) [y](x.md \"t\\\"><b>\")"),
    ("definition", "\n\n[x]: javascript:alert(1)\n[Reference]: javascript:alert(1)\n\n[x]\n"),
    ("definition alone", "[x]: https://example.com"),
    ("image", "![x](https://example.com/x.png) ![y](javascript:x)"),
    ("address", "see https://example.com/x, http://x/ and www.example.com"),
    ("pipes", "a | b || c \\| d"),
    ("rows", "|\n|evil|String|{c}|\n|"),
    ("heading", "\n\n# x\n\n## Properties\n\n"),
    ("rule", "\n---\n"),
    ("notice", "x\n\n> [!CAUTION]\n> Deprecated: \"{c}\" */\n\n"),
    ("include", "[!INCLUDE [x](../../../../../../etc/passwd)]"),
    ("annotation", "\n<!-- {\"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.a\\n\\n```\\n{w}\\n```\\n<b>\"} -->\n"),
    // What nobody sees.
    ("control", "a\u{7}\u{8}\u{b}\u{c}\u{7f}b"),
    ("nul", "a\0b"),
    ("escape sequence", "\u{1b}[31mred\u{1b}]0;x\u{7}\u{9b}31m"),
    ("next line", "x\u{85}{c}\u{85}"),
    ("line separator", "x\u{2028}{c}\u{2029}"),
    ("direction", "\u{202e}{c}\u{202c}\u{2066}x\u{200f}\u{61c}"),
    ("zero width", "a\u{200b}b\u{feff}c\u{ad}d\u{200d}e\u{2060}"),
    ("tag characters", "a\u{e0041}\u{e007f}b"),
    ("emoji", "🦀 👩\u{200d}👩\u{200d}👧"),
    ("letters", "Übung e\u{301} ﬁ Ⅷ ª"),
];
