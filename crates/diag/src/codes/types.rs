//! `AM05xx`: types that the pages state together.

codes! {
    UNKNOWN_BASE = 501, "unknown-base", Warning, "Nothing documents a base type" {
        explanation: "The type is read without a base type, so that it lacks whatever the base type would give it.",
        remedy: "Correct the name, or add the page of the base type.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

Inherits from [writer](writer.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    CONFLICTING_BASE = 502, "conflicting-base", Warning, "Two base types are stated for one type" {
        explanation: "A type has one base type. The help says which statement is used, and which rule read it.",
        remedy: "Correct the statement that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

Inherits from [tool](tool.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"baseType\": \"microsoft.graph.thing\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{ \"id\": \"String\" }
```
", "resources/tool.md": "\
# tool resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/thing.md": "\
# thing resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    BASE_CYCLE = 503, "base-cycle", Error, "A type is its own base type" {
        explanation: "The statements of base types lead round in a circle. The type is read without a base type.",
        remedy: "Correct the statement that is wrong.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

Inherits from [tool](tool.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
", "resources/tool.md": "\
# tool resource type

Namespace: microsoft.graph

Inherits from [pen](pen.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    BASE_CHAIN_TOO_LONG = 504, "base-chain-too-long", Warning, "A type has too many base types above it" {
        explanation: "Each level repeats the properties of all above it, so the depth is bounded at 32. The type is read \
            without its base type.",
        remedy: "Correct the statement that makes the chain so long.",
        example: ["resources/pen{n}.md": "\
# pen{n} resource type

Namespace: microsoft.graph

Inherits from [pen{n+1}](pen{n+1}.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
" x 40],
    }

    MISSING_TYPE = 505, "missing-type", Warning, "A property has no type" {
        explanation: "Neither the table nor the JSON representation says what it is. The property takes any JSON value.",
        remedy: "State the type in the table.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour||Of the ink.|
"],
    }

    UNKNOWN_TYPE = 506, "unknown-type", Warning, "Nothing documents a type" {
        explanation: "No page defines the type that the table names for a property. The property takes any JSON value.",
        remedy: "Correct the name, or add the page of the type.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|ink|inkCartridge|What it writes with.|
"],
    }

    FLAGS_BY_VALUES = 507, "flags-by-values", Note, "An enumeration is taken for flags" {
        explanation: "No sentence says that several members may be given together, but their values are single bits.",
        remedy: "Say that the members can be combined, as in \"This is a flagged enumeration\".",
        example: ["resources/nib.md": "\
# nib enum type

Namespace: microsoft.graph

## Members

|Member|Value|Description|
|:--|:--|:--|
|none|0|No nib.|
|fine|1|Thin lines.|
|broad|2|Thick lines.|
|oblique|4|Slanted lines.|
|italic|8|Flat lines.|
"],
    }

    CONFLICTING_MEMBERS = 508, "conflicting-members", Warning, "Two tables give one enumeration other members" {
        explanation: "The members of all pages are taken together.",
        remedy: "List the same members at each place, or link to the one list.",
        example: ["resources/nib.md": "\
# nib enum type

Namespace: microsoft.graph

## Members

|Member|Description|
|:--|:--|
|fine|Thin lines.|
|broad|Thick lines.|
", "resources/enums.md": "\
# Enumerations

Namespace: microsoft.graph

### nib values

|Member|
|:--|
|fine|
|oblique|
"],
    }

    CONFLICTING_SORT = 509, "conflicting-sort", Error, "One name is both a structured type and an enumeration" {
        explanation: "A type is one or the other, so one of the two statements is lost: properties go before members.",
        remedy: "Rename one of them, or correct the page that is wrong.",
        example: ["resources/nib.md": "\
# nib resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|width|Int32|Of the line.|
", "resources/nib-values.md": "\
# nib enum type

Namespace: microsoft.graph

## Members

|Member|Description|
|:--|:--|
|fine|Thin lines.|
"],
    }

    CONFLICTING_TYPE = 510, "conflicting-type", Note, "JSON shows another type than the table" {
        explanation: "No value is both, so one of the two is wrong. The table's statement is used before that of the JSON \
            representation. Only where a table states a number, and all examples show texts that are none, is it a text if \
            the JSON representation has one, or any JSON if examples of two pages show such.",
        remedy: "Correct the table or the JSON.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|refills|Boolean|Whether it can be filled.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{
  \"id\": \"String\",
  \"refills\": \"Int32\"
}
```
"],
    }

    CONFLICTING_INHERITED_TYPE = 511, "conflicting-inherited-type", Warning, "A property has another type in the base type" {
        explanation: "A type inherits the properties of its base type as they are. The base type's statement is used.",
        remedy: "Correct the row that is wrong, or remove the row here: the property is inherited.",
        example: ["resources/tool.md": "\
# tool resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|weight|Int32|In grams.|
", "resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

Inherits from [tool](tool.md).

## Properties

|Property|Type|Description|
|:--|:--|:--|
|weight|Boolean|Whether it is heavy.|
"],
    }

    CONFLICTING_COLLECTION = 512, "conflicting-collection", Note, "Table and JSON differ about a collection" {
        explanation: "One shows a single value, the other a collection. The table's statement is used, unless all examples show \
            arrays, on two pages at least or as the JSON representation does: one value could not be read from them.",
        remedy: "Correct the table, the JSON representation or the examples.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|refills|String collection|When it was filled.|

## JSON representation

<!-- { \"blockType\": \"resource\", \"@odata.type\": \"microsoft.graph.pen\" } -->
```json
{
  \"id\": \"String\",
  \"refills\": \"String\"
}
```
"],
    }

    NAMESPACE_TOO_DEEP = 513, "namespace-too-deep", Warning, "A namespace is too long for modules" {
        explanation: "Each segment is a module of the client, and a folder. Its types are put into one module instead.",
        remedy: "Correct the namespace of the page.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph.a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
"],
    }

    NAME_COLLISION = 514, "name-collision", Warning, "Two names are the same in Rust" {
        explanation: "They differ only in what names in Rust do not show, such as a `@`, a dot or the case of letters. \
            The later one gets a number; on the wire both are as documented.",
        remedy: "If one of the names is a slip, correct it. Otherwise nothing is to be done.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|inkColour|String|Of the ink.|
|ink_colour|String|Of the cap.|
"],
    }

    CONFLICTING_ACCESS = 515, "conflicting-access", Note, "A property is read-only on one page and sent on another" {
        explanation: "The page of the type says that a client does not write the property, but that of an operation lists it \
            for a call that creates or changes the object. The list counts: a client may write the property there.",
        remedy: "Remove \"Read-only\" from the page of the type, or the row from the page of the operation.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|colour|String|Of the ink. Read-only.|
", "api/pen-update.md": "\
# Update pen

Namespace: microsoft.graph

## HTTP request

```http
PATCH /pens/{id}
```

## Request body

|Property|Type|Description|
|:--|:--|:--|
|colour|String|Of the ink.|

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object.
"],
    }

    CONFLICTING_KIND = 516, "conflicting-kind", Warning, "A relationship leads to a complex type" {
        explanation: "More rows state the type as that of a structural property, and it is not read by a key of its own, so it \
            is read as a complex type. Relationships lead to entity types only.",
        remedy: "List the property among the others, or correct its type.",
        example: ["resources/nib.md": "\
# nib resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|width|Int32|The width.|
", "resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|nib|[nib](nib.md)|The nib.|
|spare|[nib](nib.md)|Another nib.|
", "resources/quill.md": "\
# quill resource type

Namespace: microsoft.graph

## Relationships

|Relationship|Type|Description|
|:--|:--|:--|
|nib|[nib](nib.md)|The nib.|
"],
    }

    INFERRED_BASE = 517, "inferred-base", Note, "A base type follows from an example alone" {
        explanation: "An answer shows a value of one type where another is promised, and its page lists all properties of that one. \
            So it is read as derived from it.",
        remedy: "Say \"Inherits from [pen](pen.md)\" on the page of the type.",
        example: ["resources/quill.md": "\
# quill resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|ink|String|The ink.|
|width|Int32|The width.|
|bird|String|Whose feather it was.|
", "resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|ink|String|The ink.|
|width|Int32|The width.|
", "api/pen-get.md": "\
# Get pen

Namespace: microsoft.graph

## HTTP request

```http
GET /pen
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](../resources/pen.md) object in the response body.

## Example

### Request

```http
GET https://graph.microsoft.com/v1.0/pen
```

### Response

<!-- { \"blockType\": \"response\", \"@odata.type\": \"microsoft.graph.pen\" } -->

```http
HTTP/1.1 200 OK
Content-type: application/json

{
  \"@odata.type\": \"#microsoft.graph.quill\",
  \"ink\": \"blue\"
}
```
"],
    }

    UNNAMED_ENUMERATION = 518, "unnamed-enumeration", Note, "A table says of a property that it is an enumeration, not of which name" {
        explanation: "The type is `Enum` and the description lists the values. The enumeration is called after the type and the \
            property, so that its members have a place.",
        remedy: "Name the enumeration in the table, and give it a section or a page with its members.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|colour|Enum|Of the ink. Possible values are: `black`, `blue`.|
"],
    }

    ONE_OF_SEVERAL_TYPES = 519, "one-of-several-types", Note, "A cell names several types that share no base" {
        explanation: "A value has one of the types that the cell names, such as `string or number`, and no documented type \
            holds all of them. The property takes any JSON value, so that each can be read.",
        remedy: "Name the type that they derive from, or correct the type of the property.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|size|string or number|Of the nib.|
"],
    }

    NESTED_ROWS = 520, "nested-rows", Note, "Rows name the members of a property whose type has no name" {
        explanation: "Rows such as `owner.name` tell what the value of `owner` has. Together they describe a type, which is \
            called after the type or the page that lists them and the property.",
        remedy: "Give the type a section or a page of its own, and name it in the row of the property.",
        example: ["resources/pen.md": "\
# pen resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|ink.colour|String|Of what it writes with.|
|ink.volume|Int32|In microlitres.|
"],
    }

    TYPED_MEMBERS = 521, "typed-members", Note, "A table may list properties, or the values of an enumeration" {
        explanation: "Below \"Definitions\", a table gives all its names the type of a text. They begin with capitals, which \
            names of properties on the page do not, so they are read as the values of an enumeration.",
        remedy: "Call the column `Value`, and leave out that of types.",
        example: ["api/pen-get.md": "\
# Get a pen

## HTTP request

```http
GET /pens/{id}
```

## Response

If successful, this method returns a `200 OK` response code and a [pen](#pen) in the response body.

## Definitions

### pen

|Name|Type|Description|
|:--|:--|:--|
|id|String|The key.|
|nib|[nib](#nib)|What it writes with.|

### nib

|Name|Type|Description|
|:--|:--|:--|
|Broad|String|For titles.|
|Fine|String|For notes.|
"],
    }
}
