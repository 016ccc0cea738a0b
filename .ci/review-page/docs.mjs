// Writes docs before and after edits: none, one, 30 or 2,000. Usage: node docs.mjs none|one|small|large FOLDER
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { hostile } from "./hostile.mjs";

const [, , size, folder] = process.argv;
const boxes = size === "large" ? 200 : 3;
const edited = { none: 0, one: 1 }[size] ?? boxes;
const areas = ["harbour", "lending", "mail", "people", "stores"];

/** The rows of a box: its property before, and after, where they are there. */
function rows(number) {
  const odd = number === 0 ? hostile.map((it) => `Says ${it} here.`) : ["In millimetres.", "As it was measured.", "On the lid.", "In words."];
  return [
    [`|width|Int32|${odd[0]}|`, `|width|Int64|${odd[0]}|`],
    [`|depth|Int32|From front to back. ${odd[1]}|`, null],
    [null, `|height|Int32|From top to bottom. ${odd[2]}|`],
    ["|label|String|What is written on the lid of the box. Supports `$filter` (`eq`, `ne`).|", "|label|String|What is written on the lid of the box. Supports `$filter` (`eq`).|"],
    ["|owner|String|Who has packed it.|", "|owner|String|Who has packed it. Read-only.|"],
    [`|content|String|What is in it. ${odd[3]}|`, `|content|String|All that is in it. ${odd[3]}|`],
    ["|sealed|Boolean|Whether it is closed for good.|", "|sealed|Boolean|Whether it is closed for good. Nullable.|"],
    ["|weight|Double|How heavy it is.|", "|weight|Double|(Deprecated) How heavy it is.|"],
    ["|shelf|String|Where it stands.|", "|shelf|String|Where it stands. Required.|"],
  ];
}

function type(number, side) {
  const told = number < edited ? rows(number) : [];
  const lines = (size === "one" ? told.slice(0, 1) : told).map((row) => row[side]).filter((row) => row !== null);
  return `---
title: "box${number} resource type"
ms.prod: "${areas[number % areas.length]}"
---
# box${number} resource type

Namespace: microsoft.graph

A box of the kind ${number}.

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key of the box. Key. Read-only.|
${lines.join("\n")}

## JSON representation

<!-- { "blockType": "resource", "keyProperty": "id", "@odata.type": "microsoft.graph.box${number}" } -->
\`\`\`json
{ "id": "String" }
\`\`\`
`;
}

function operation(number, side) {
  return `---
title: "Get box${number}"
ms.prod: "${areas[number % areas.length]}"
---
# Get box${number}

Namespace: microsoft.graph

Reads a box of the kind ${number}.

## Permissions

|Permission type|Permissions (from least to most privileged)|
|:---|:---|
|Delegated (work or school account)|${side === 0 || edited < boxes ? "Box.Read, Box.ReadWrite" : "Box.ReadWrite"}|
|Application|Box.Read.All|

## HTTP request

\`\`\`http
GET /boxes${number}/{id}
\`\`\`

## Response

If successful, this method returns a \`200 OK\` response code and a [box${number}](../resources/box${number}.md) object in the response body.
`;
}

function put(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

for (const [side, name] of ["before", "after"].entries()) {
  for (let number = 0; number < boxes; number++) {
    put(join(folder, name, `v1.0/resources/box${number}.md`), type(number, side));
    put(join(folder, name, `v1.0/api/box${number}-get.md`), operation(number, side));
  }
}
put(join(folder, "apimark.toml"), 'docs = ["after"]\n[output]\ndir = "out"\n');
