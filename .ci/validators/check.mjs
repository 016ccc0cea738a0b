// Holds exported documents against the OASIS schemas of CSDL, the schema of OpenAPI and those of the model and of what
// `lint` prints, and looks for what these cannot say. Usage: check.mjs MODEL-SCHEMA LINT-SCHEMA FILE…, of which CSDL
// documents end in `csdl`, OpenAPI documents in `openapi`, models in `model` and findings in `lint`. Prints a line for each check; exits 1 when one fails.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv from "ajv";
import Ajv2020 from "ajv/dist/2020.js";
import Ajv4 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { validateXML } from "xmllint-wasm";

const require = createRequire(import.meta.url);
const { xml2json } = require("odata-csdl");
const schemas = join(dirname(require.resolve("odata-csdl/package.json")), "schemas");
const schema = (fileName) => ({ fileName, contents: readFileSync(join(schemas, fileName), "utf8") });
const MOST_SHOWN = 20;
const [modelSchema, lintSchema, ...files] = process.argv.slice(2);
let failed = false;

function report(file, what, problems) {
  console.log(`  ${problems.length ? "FAILED" : "ok    "}  ${file}: ${what}`);
  problems.slice(0, MOST_SHOWN).forEach((problem) => console.log(`            ${problem}`));
  failed ||= problems.length > 0;
}

async function checkCsdl(file) {
  const contents = readFileSync(file, "utf8");
  // The XML schema of 4.01 covers 4.0.
  const { errors } = await validateXML({
    xml: { fileName: "service.xml", contents },
    schema: schema("edmx.xsd"),
    preload: schema("edm.xsd"),
    maxMemoryPages: 65536,
  });
  report(file, "the XML schema of CSDL", errors.map((error) => error.rawMessage));
  const messages = [];
  const json = xml2json(contents, { messages });
  report(file, "the committee's own converter to CSDL JSON", messages.map((one) => `${one.parser?.line}: ${one.message}`));
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(schema("csdl.schema.json").contents));
  isValid(json);
  report(file, "the JSON schema of CSDL", (isValid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
}

async function checkOpenApi(file) {
  const document = JSON.parse(readFileSync(file, "utf8"));
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  const texts = Array.isArray(errors) ? errors.map((error) => `${error.instancePath} ${error.message}`) : [String(errors)];
  report(file, "the schema of OpenAPI", valid ? [] : texts);
  report(file, "references", references(document));
  report(file, "operation ids and parameters", operations(document));
}

// References that lead nowhere.
function references(document) {
  const missing = new Set();
  const step = (at, key) => at?.[decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")];
  const visit = (value) => {
    if (typeof value !== "object" || value === null) return;
    const target = typeof value.$ref === "string" ? value.$ref : "";
    if (target && target.slice(2).split("/").reduce(step, document) === undefined) missing.add(target);
    Object.values(value).forEach(visit);
  };
  visit(document);
  return [...missing];
}

// Ids that occur twice, and templates and path parameters that do not match.
function operations(document) {
  const problems = [], ids = new Set();
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    const named = [...path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1]);
    for (const [method, operation] of Object.entries(item).filter(([, value]) => value.responses)) {
      if (ids.has(operation.operationId)) problems.push(`${operation.operationId} occurs twice`);
      ids.add(operation.operationId);
      const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const keys = all.map((one) => `${one.in} ${one.name}`);
      problems.push(...keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${method} ${path}: two of ${key}`));
      const given = all.filter((one) => one.in === "path").map((one) => one.name);
      if (named.toSorted().join() !== given.toSorted().join()) problems.push(`${method} ${path}: parameters are ${given}`);
    }
  }
  return problems;
}

// The schemas are those of the types that write the documents.
function checkOwn(file, ownSchema, what) {
  const ajv = new Ajv2020({ validateFormats: false, allErrors: true });
  const isValid = ajv.compile(JSON.parse(readFileSync(ownSchema, "utf8")));
  isValid(JSON.parse(readFileSync(file, "utf8")));
  report(file, what, (isValid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
}

// The schema is that of OASIS, as a package of Microsoft has it.
function checkSarif(file) {
  const folder = dirname(require.resolve("@microsoft/jest-sarif/package.json"));
  const contents = readFileSync(join(folder, "lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8");
  // Its pattern of languages is no regular expression with the flag `u`.
  const ajv = new Ajv4({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const isValid = ajv.compile(JSON.parse(contents));
  isValid(JSON.parse(readFileSync(file, "utf8")));
  report(file, "the schema of SARIF 2.1.0", (isValid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
}

for (const file of files) {
  if (file.endsWith("csdl")) await checkCsdl(file);
  else if (file.endsWith("openapi")) await checkOpenApi(file);
  else if (file.endsWith("model")) checkOwn(file, modelSchema, "the schema of the model");
  else if (file.endsWith("lint")) checkOwn(file, lintSchema, "the schema of findings");
  else if (file.endsWith("sarif")) checkSarif(file);
  else report(file, "is neither CSDL nor OpenAPI nor a model nor findings nor SARIF by its name", [""]);
}
process.exit(failed ? 1 : 0);
