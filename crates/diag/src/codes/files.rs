//! `AM09xx`: files, configuration and suppressions.

codes! {
    INVALID_UTF8 = 901, "invalid-utf8", Warning, "A file is not valid UTF-8" {
        explanation: "Bytes that are no text are replaced by U+FFFD, the sign for what cannot be shown.",
        remedy: "Save the file as UTF-8.",
        example: ["resources/pen.md": "\
# pen resource type

A pen for na\u{fffd}ve readers.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    PAGE_PATH = 902, "page-path", Error, "The path of a page cannot be one on every platform" {
        explanation: "Paths of pages become paths of generated files, which must exist on any system. The page is not \
            read: whatever it states is missing.",
        remedy: "Rename the file.",
        example: ["resources/pen?.md": "\
# pen resource type

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    DUPLICATE_PAGE = 903, "duplicate-page", Warning, "Two documentation folders have a page of the same path" {
        explanation: "The page of the first folder is read, that of the later one is not.",
        remedy: "Remove one of the pages, or one of the folders from `docs`.",
        example: ["apimark.toml": "\
docs = [\"docs\", \"docs\"]
"],
    }

    DIALECT = 904, "dialect", Error, "A dialect file is invalid" {
        explanation: "The file is no TOML, has a key that is not known, or a pattern that cannot be read. The run fails, \
            because pages would be read in another way than it says.",
        remedy: "Correct the file at the place that is marked.",
        example: ["apimark.toml": "\
docs = [\"docs\"]
dialect = \"words.toml\"
", "words.toml": "\
extends = \"graph\"

[headings]
propertys = [\"Eigenschaften\"]
"],
    }

    CONFIGURATION = 905, "configuration", Error, "The configuration is invalid" {
        explanation: "The file is no TOML, has a key that is not known, or a value that cannot be meant. The run fails, \
            because it would do something else than the file says.",
        remedy: "Correct the file at the place that is marked.",
        example: ["apimark.toml": "\
docs = [\"docs\"]

[output]
folder = \"out\"
"],
    }

    SUPPRESSION = 906, "suppression", Warning, "A comment that should allow something cannot be read" {
        explanation: "A comment that begins with `apimark:` allows a kind of report in its file, with a reason. This one \
            allows nothing.",
        remedy: "Write `<!-- apimark: allow CODE reason -->`, with a number or name of this list.",
        example: ["resources/pen.md": "\
# pen resource type

<!-- apimark: allow todo -->

TODO: describe the pen.

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    UNUSED_SUPPRESSION = 907, "unused-suppression", Warning, "Nothing is reported that a suppression allows" {
        explanation: "What a comment or an `[[allow]]` of the configuration allowed is mended, or stands elsewhere now. \
            Left as it is, it would hide the next fault of this kind.",
        remedy: "Remove the suppression, or correct its path.",
        example: ["resources/pen.md": "\
# pen resource type

<!-- apimark: allow todo The pen is described next month. -->

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    STALE_OVERRIDE = 908, "stale-override", Error, "A correction does not fit the docs" {
        explanation: "An entry of `overrides.toml` is about something that the docs no longer have, expects them to say \
            something else than they do, or cannot come about, because a name is taken or a type is not documented. \
            The run fails: what the entry corrects may be right by now, or wrong in another way.",
        remedy: "Look at the page again. Correct `expect` and the correction, or remove the entry.",
        example: ["overrides.toml": "\
[[property]]
page = \"v1.0/resources/zone.md\"
property = \"id\"
type = \"Guid\"
expect = \"Int32\"
why = \"Identifiers are UUIDs.\"
"],
    }

    USELESS_OVERRIDE = 909, "useless-override", Error, "A correction changes nothing" {
        explanation: "The docs say themselves what an entry of `overrides.toml` corrects, or nothing rests on the \
            statement that it corrects. The run fails: left as it is, the entry would hide the next fault at its \
            place.",
        remedy: "Remove the entry, or let it correct the statement that decides.",
        example: ["overrides.toml": "\
[[property]]
page = \"v1.0/resources/zone.md\"
property = \"id\"
type = \"String\"
expect = \"Guid\"
why = \"Identifiers are texts.\"
"],
    }

    SOURCE = 910, "source", Error, "Docs of a repository cannot be fetched or read" {
        explanation: "The configuration names a repository in a `[[source]]`. Its docs are not pinned in `apimark.lock`, \
            not fetched yet, or cannot be. The run fails, because it would read something else.",
        remedy: "Run `apimark sync`, which fetches what is pinned, or do what the report says.",
        example: ["apimark.toml": "\
[[source]]
git = \"https://example.com/docs\"
branch = \"main\"
"],
    }

    UNUSED_GLOB = 911, "unused-glob", Warning, "A glob of a dialect matches no page" {
        explanation: "A dialect file, or the table `[dialect]`, says which pages are of operations, of types or of neither \
            by globs on their paths. This one matches none, so that pages which it is for are read as others are.",
        remedy: "Write the path from the documentation root on, such as `reference/*.md`, or remove the glob.",
        example: ["apimark.toml": "\
docs = [\"docs\"]

[dialect]
extends = \"graph\"
pages.concepts.at = [\"guides/*.md\"]
"],
    }

    GLOB_OVERLAP = 912, "glob-overlap", Warning, "Globs make a page one of operations and one of types" {
        explanation: "Globs of `pages.operations.at` and of `pages.resources.at` match the same page. It is taken for a \
            page of operations, and what it says of types is not read.",
        remedy: "Leave the page out of one of the globs, or of both where titles and sections tell what it is.",
        example: ["apimark.toml": "\
docs = [\"docs\"]

[dialect]
extends = \"graph\"
pages.operations.at = [\"**/pen.md\"]
", "resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }
}
