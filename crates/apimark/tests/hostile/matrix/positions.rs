//! Where text of docs stands.
//!
//! `@W` is the weapon, `@J` the same as JSON and YAML write it between quotes, so that an escape becomes what
//! it stands for; `@I` is a name that no other combination has.

/// A position that may decide over its page: each weapon gets a page of its own.
pub(super) struct Page {
    pub name: &'static str,
    pub path: &'static str,
    pub text: &'static str,
}

/// A position that repeats within a page: all weapons of one line share one.
pub(super) struct Part {
    pub name: &'static str,
    pub path: &'static str,
    pub before: &'static str,
    pub part: &'static str,
    pub after: &'static str,
}

const RESOURCE: &str = "v1.0/resources/@I.md";
const OPERATION: &str = "v1.0/api/@I.md";

/// An object in an example: in each place of a value, in names, and where types are stated.
macro_rules! object {
    () => {
        "{ \"name\": \"@J\", \"names\": [\"@J\", \"@J\"], \"built\": \"@J\", \"size\": \"@J\", \"weight\": \"@J\",\n\
          \"mark\": \"@J\", \"kind\": \"@J\", \"any\": { \"@J\": [\"@J\"] }, \"@J\": \"@J\", \"b\": { \"@J\": 1 },\n\
          \"owner@odata.bind\": \"@J\", \"@odata.type\": \"#@J\", \"@J@odata.bind\": \"@J\",\n\
          \"part\": { \"@odata.type\": \"@J\", \"name\": \"@J\", \"@J\": null, \"c\": \"@J\" } }"
    };
}

macro_rules! resource {
    ($before:literal) => {
        concat!(
            "# @I resource type\n\nNamespace: microsoft.graph\n\n", $before,
            "\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n"
        )
    };
}

macro_rules! properties {
    ($row:literal) => {
        concat!(
            "# @I resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
             |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n",
            $row,
            "\n"
        )
    };
}

macro_rules! operation {
    ($before:literal, $after:literal) => {
        concat!(
            "# Get @I\n\nNamespace: microsoft.graph\n\n",
            $before,
            "\n\n## HTTP request\n\n```http\nGET /@I\n```\n\n",
            $after,
            "\n"
        )
    };
}

/// Without any weapon: what the front page of the crate shows, so that there is one example of our own.
pub(super) const PEACEFUL: &[(&str, &str)] = &[
    (
        "v1.0/resources/ship.md",
        "# ship resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
         |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n",
    ),
    (
        "v1.0/api/ship-list.md",
        "# List ships\n\nNamespace: microsoft.graph\n\nAll of them.\n\n## HTTP request\n\n```http\nGET /ships\n```\n\n\
         ## Response\n\nIf successful, this method returns a `200 OK` response code and a collection of \
         [ship](../resources/ship.md) objects in the response body.\n",
    ),
    // What the bodies and answers of examples are made of.
    (
        "v1.0/resources/craft.md",
        "# craft resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n|Property|Type|Description|\n|:--|:--|:--|\n\
         |id|String|The key.|\n|name|String|Its name.|\n|names|String collection|More of them.|\n\
         |built|DateTimeOffset|When.|\n|size|Int64|How big.|\n|weight|Decimal|How heavy.|\n|mark|Binary|A sign.|\n\
         |kind|craftKind|Possible values are: `sail`, `steam`.|\n|part|[craft](craft.md)|A part.|\n\
         |any|Json|Anything.|\n\n## Relationships\n\n|Relationship|Type|Description|\n|:--|:--|:--|\n\
         |owner|[ship](ship.md)|Whose.|\n",
    ),
];

pub(super) const PAGES: &[Page] = &[
    Page {
        name: "file name of a type",
        path: "v1.0/resources/@I@W.md",
        text: resource!("A thing."),
    },
    Page {
        name: "file name of an operation",
        path: "v1.0/api/@I@W.md",
        text: operation!("Reads.", ""),
    },
    Page { name: "folder", path: "v1.0/resources/@W/@I.md", text: resource!("A thing.") },
    Page { name: "version", path: "@W/resources/@I.md", text: resource!("A thing.") },
    Page {
        name: "area",
        path: RESOURCE,
        text: concat!("---\ntitle: x\nms.subservice: \"@J\"\n---\n\n", resource!("A thing.")),
    },
    Page {
        name: "front matter",
        path: RESOURCE,
        text: concat!(
            "---\ntitle: \"@J\"\ndescription: \"@J\"\nauthor: \"@J\"\n\"@J\": \"@J\"\nms.date: @W\n---\n\n",
            resource!("A thing.")
        ),
    },
    Page {
        name: "title of a type",
        path: RESOURCE,
        text: "# @W resource type\n\nNamespace: microsoft.graph\n\n## Properties\n\n\
               |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n",
    },
    Page {
        name: "title of an operation",
        path: OPERATION,
        text: "# @W\n\nNamespace: microsoft.graph\n\nReads.\n\n## HTTP request\n\n```http\nGET /@I\n```\n",
    },
    Page {
        name: "namespace",
        path: RESOURCE,
        text: "# @I resource type\n\nNamespace: @W\n\n## Properties\n\n\
               |Property|Type|Description|\n|:--|:--|:--|\n|id|String|The key.|\n",
    },
    Page { name: "paragraph of a type", path: RESOURCE, text: resource!("A thing @W of words.") },
    Page {
        name: "paragraph of an operation",
        path: OPERATION,
        text: operation!("Reads @W words.\n\n> [!NOTE]\n> See @W there.", ""),
    },
    Page { name: "list", path: RESOURCE, text: resource!("A thing:\n\n- One @W\n- @W\n\n1. @W") },
    Page {
        name: "base",
        path: RESOURCE,
        text: resource!("A thing.\n\nInherits from [@W](@W.md)."),
    },
    Page {
        name: "notice",
        path: RESOURCE,
        text: resource!(
            "> [!CAUTION]\n> The @W API is deprecated and ends. Use [@W](@W) - https://x.com/@W instead."
        ),
    },
    Page {
        name: "link",
        path: RESOURCE,
        text: resource!("A [@W](@I.md) and [it](@W) and <@W> and [r][@W].\n\n[@W]: @W"),
    },
    Page {
        name: "image, tab and include",
        path: RESOURCE,
        text: resource!(
            "A ![@W](@W) of it.\n\n[!INCLUDE [@W](@W)]\n\n# [@W](#tab/@W)\n\nText.\n\n---"
        ),
    },
    Page {
        name: "type in an annotation",
        path: RESOURCE,
        text: concat!(
            resource!("A thing."),
            "\n## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.@I@J\" } -->\n\
             ```json\n{ \"id\": \"String\" }\n```\n"
        ),
    },
    Page {
        name: "other keys of an annotation",
        path: RESOURCE,
        text: concat!(
            resource!("A thing."),
            "\n## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.@I\", \
             \"keyProperty\": \"@J\", \"baseType\": \"@J\", \"optionalProperties\": [\"@J\"], \"openType\": \"@J\", \
             \"abstract\": \"@J\", \"name\": \"@J\", \"@J\": \"@J\" } -->\n```json\n{ \"id\": \"String\" }\n```\n"
        ),
    },
    Page {
        name: "annotation",
        path: RESOURCE,
        text: concat!(
            resource!("A thing."),
            "\n<!-- @W -->\n\n<!-- { \"blockType\": \"@J\", @W } -->\n"
        ),
    },
    Page {
        name: "members of an example object",
        path: RESOURCE,
        text: concat!(
            resource!("A thing."),
            "\n## JSON representation\n\n<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.@I\" } -->\n\
             ```json\n{ \"id\": \"@J\", \"@J\": \"String\", \"a\": { \"@odata.type\": \"@J\" }, \"b\": \"@W\" }\n```\n"
        ),
    },
    Page {
        name: "response",
        path: OPERATION,
        text: operation!(
            "Reads.",
            "## Response\n\nIf successful, this method returns a `@W` response code and a [@W](../resources/@I.md) object."
        ),
    },
    Page {
        name: "request body",
        path: OPERATION,
        text: "# Change @I\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nPATCH /@I\n```\n\n## Request body\n\n\
               Supply @W as a [@W](../resources/@W.md).\n\n|Property|Type|Description|\n|:--|:--|:--|\n|a|[@W](@W.md)|@W|\n",
    },
    Page {
        name: "example of a request",
        path: OPERATION,
        text: operation!(
            "Reads.",
            "## Examples\n\n### Example: @W\n\n#### Request\n\n<!-- { \"blockType\": \"request\", \"name\": \"@J\", \
             \"sampleKeys\": [\"@J\"] } -->\n```http\nGET https://graph.microsoft.com/v1.0/@I?$filter=id eq '@W'&$select=@W HTTP/1.1\n\
             Prefer: @W\n@W: x\n\n{ \"@J\": \"@J\", \"a\": @W }\n```\n\n#### Response\n\n\
             <!-- { \"blockType\": \"response\", \"@odata.type\": \"@J\" } -->\n```http\nHTTP/1.1 @W\n@W: @W\n\n\
             { \"@J\": \"@J\" }\n```\n"
        ),
    },
    Page {
        name: "body and answer of an example",
        path: OPERATION,
        text: concat!(
            "# Change @I\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nPATCH /@I\nPOST /@I\n```\n\n\
             ## Request body\n\nSupply a JSON representation of a [craft](../resources/craft.md) object.\n\n\
             ## Response\n\nIf successful, this method returns a `200 OK` response code and a \
             [craft](../resources/craft.md) object in the response body.\n\n\
             ## Examples\n\n<!-- { \"blockType\": \"request\" } -->\n```http\nPATCH https://graph.microsoft.com/v1.0/@I\n\n",
            object!(),
            "\n```\n\n<!-- { \"blockType\": \"response\" } -->\n```http\nHTTP/1.1 200 OK\n\n",
            object!(),
            "\n```\n\n<!-- { \"blockType\": \"request\" } -->\n```http\nPOST https://graph.microsoft.com/v1.0/@I\n\n",
            object!(),
            "\n```\n"
        ),
    },
    Page {
        name: "parameters in an example",
        path: OPERATION,
        text: concat!(
            "# craft: go\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nPOST /@I/go\n```\n\n\
             ## Request body\n\nIn the request body, provide a JSON object with the following parameters.\n\n\
             |Parameter|Type|Description|\n|:--|:--|:--|\n|way|String|Where to.|\n\
             |craft|[craft](../resources/craft.md)|With what.|\n\n\
             ## Response\n\nIf successful, this method returns a `200 OK` response code and a collection of \
             [craft](../resources/craft.md) objects in the response body.\n\n\
             ## Examples\n\n<!-- { \"blockType\": \"request\" } -->\n```http\nPOST https://graph.microsoft.com/v1.0/@I/go\n\n\
             { \"way\": \"@J\", \"@J\": \"@J\", \"craft\": ",
            object!(),
            "}\n```\n\n<!-- { \"blockType\": \"response\" } -->\n```http\nHTTP/1.1 200 OK\n\n\
             { \"@odata.nextLink\": \"@J\", \"@J\": 1, \"value\": [",
            object!(),
            "] }\n```\n"
        ),
    },
    Page {
        name: "reference in an example",
        path: OPERATION,
        text: "# Add owner\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nPOST /@I/owners/$ref\n```\n\n\
               ## Response\n\nIf successful, this method returns a `204 No Content` response code.\n\n\
               ## Examples\n\n<!-- { \"blockType\": \"request\" } -->\n```http\n\
               POST https://graph.microsoft.com/v1.0/@I/owners/$ref\n\n{ \"@odata.id\": \"@J\" }\n```\n",
    },
];

pub(super) const PARTS: &[Part] = &[
    Part {
        name: "property",
        path: RESOURCE,
        before: properties!(""),
        part: "|@W|String|One.|\n",
        after: "",
    },
    Part {
        name: "type of a property",
        path: RESOURCE,
        before: properties!(""),
        part: "|@I|@W|One.|\n",
        after: "",
    },
    Part {
        name: "link of a type",
        path: RESOURCE,
        before: properties!(""),
        part: "|@Ia|[@W](@I.md)|One.|\n|@Ib|[thing](@W) collection|One.|\n",
        after: "",
    },
    Part {
        name: "description",
        path: RESOURCE,
        before: properties!(""),
        part: "|@Ia|String|@W|\n|@Ib|String|Words @W and words.|\n",
        after: "",
    },
    Part {
        name: "fact of a property",
        path: RESOURCE,
        before: properties!(""),
        part: "|@I|String|Default value is `@W`. Possible values are: `@W`, `b`. Supports `$filter` (`@W`). Inherited from [@W](@W.md).|\n",
        after: "",
    },
    Part {
        name: "deprecation",
        path: RESOURCE,
        before: properties!(""),
        part: "|@I (deprecated)|String|[Deprecated](x.md) - @W. Use `@W` instead.|\n",
        after: "",
    },
    Part {
        name: "relationship",
        path: RESOURCE,
        before: concat!(
            properties!(""),
            "\n## Relationships\n\n|Relationship|Type|Description|\n|:--|:--|:--|\n"
        ),
        part: "|@W|String collection|One.|\n|@I|[@W](@W.md)|@W|\n",
        after: "",
    },
    Part {
        name: "member",
        path: RESOURCE,
        before: "# @I resource type\n\nNamespace: microsoft.graph\n\n### @IKind values\n\n|Member|Value|Description|\n|:--|:--|:--|\n|a|0|One.|\n",
        part: "|@W|1|One.|\n|@I|@W|@W|\n",
        after: "",
    },
    Part {
        name: "heading",
        path: RESOURCE,
        before: properties!(""),
        part: "\n## @W\n\nWords.\n\n### @W values\n\n|Member|Description|\n|:--|:--|\n|a|One.|\n",
        after: "",
    },
    Part {
        name: "table head",
        path: RESOURCE,
        before: properties!(""),
        part: "\n### @I values\n\n|Member|@W|Description|@W|\n|:--|:--|:--|:--|\n|a|1|One.|@W|\n\n|@W|Type|\n|:--|:--|\n|b|String|\n",
        after: "",
    },
    Part {
        name: "request line",
        path: OPERATION,
        before: "# Get @I\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nGET /@I\n",
        part: "GET /@I/@W\nPOST /@I/{@W}\nGET /@I/a(@W={b})\nGET /@I/c?@W=@W\n@W /@I\nGET https://@W/@I\n",
        after: "```\n",
    },
    Part {
        name: "permission",
        path: OPERATION,
        before: operation!(
            "## Permissions\n\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read|",
            ""
        ),
        part: "\n## Permissions\n\n### For @W\n\n|Permission type|@W|\n|:--|:--|\n|Application|@W, A.Read|\n|Delegated (@W)|`@W`|\n|@W|B.Read|\n",
        after: "",
    },
    Part {
        name: "query parameter",
        path: OPERATION,
        before: operation!(
            "Reads.",
            "## Optional query parameters\n\n|Name|Type|Description|\n|:--|:--|:--|"
        ),
        part: "|@W|String|One.|\n|@I|@W|@W|\n",
        after: "",
    },
    Part {
        name: "header",
        path: OPERATION,
        before: operation!("Reads.", "## Request headers\n\n|Name|Description|\n|:--|:--|"),
        part: "|@W|One. Required.|\n|Prefer|@W|\n|@W: @W|@W|\n",
        after: "",
    },
    Part {
        name: "parameter of a body",
        path: OPERATION,
        before: "# @I: act\n\nNamespace: microsoft.graph\n\n## HTTP request\n\n```http\nPOST /@I/act\n```\n\n## Request body\n\n\
                 |Parameter|Type|Description|\n|:--|:--|:--|\n",
        part: "|@W|String|One.|\n|@I|@W|@W|\n",
        after: "",
    },
    Part {
        name: "cloud",
        path: OPERATION,
        before: operation!("Reads.", ""),
        part: "\n|Global service|@W|\n|:--|:--|\n|✅|@W|\n",
        after: "",
    },
];
