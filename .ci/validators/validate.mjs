// Holds exported documents against what others wrote: `validate.mjs CSDL OPENAPI`.
//
// CSDL against the XML schemas of OASIS, and read by OASIS' own converter; OpenAPI against the schema of the OpenAPI
// Initiative. Prints what is wrong; exits 1 where anything is.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Validator } from '@seriousme/openapi-schema-validator'
import { memoryPages, validateXML } from 'xmllint-wasm'

const require = createRequire(import.meta.url)
const schema = (name) => {
  const path = require.resolve(`odata-csdl/schemas/${name}`)
  return { fileName: name, contents: readFileSync(path, 'utf8') }
}
const SHOWN = 20

async function csdl(path) {
  const xml = [{ fileName: 'exported.csdl', contents: readFileSync(path, 'utf8') }]
  const { errors } = await validateXML({
    xml,
    schema: [schema('edmx.xsd')],
    preload: [schema('edm.xsd')],
    initialMemoryPages: 256,
    maxMemoryPages: memoryPages.MiB * 1024,
  })
  const broken = errors.map((error) => error.message)
  try {
    require('odata-csdl').xml2json(xml[0].contents)
  } catch (error) {
    broken.push(String(error))
  }
  return broken
}

async function openapi(path) {
  const { errors = [] } = await new Validator().validate(JSON.parse(readFileSync(path, 'utf8')))
  return typeof errors === 'string' ? [errors] : errors.map((it) => `${it.instancePath}: ${it.message}`)
}

const [csdlPath, openapiPath] = process.argv.slice(2)
let failed = false
for (const [name, path, check] of [['CSDL', csdlPath, csdl], ['OpenAPI', openapiPath, openapi]]) {
  const broken = await check(path)
  console.log(`  ${name}: ${broken.length === 0 ? 'valid' : `${broken.length} violations`}`)
  for (const each of broken.slice(0, SHOWN)) console.log(`    ${each}`)
  failed ||= broken.length > 0
}
process.exitCode = failed ? 1 : 0
