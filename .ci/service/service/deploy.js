// Makes the database anew and fills it, always with the same rows.

const fs = require('node:fs')
const cds = require('@sap/cds')

// Numerical Recipes' linear congruential generator.
let seed = 20260101
const random = (below) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}
const pick = (values) => values[random(values.length)]
const maybe = (value) => (random(8) === 0 ? null : value)
const pad = (number, width) => String(number).padStart(width, '0')

const TEXTS = ["O'Brien", "''", 'a&b=c', '100%', 'x_y', 'été', '東京', '🦀', ' lead', 'tail ', '', 'A', 'a', 'b', '/?#', '"q"', '\\', '+']
const guid = () => `${pad(random(1e8), 8)}-0000-4000-8000-${pad(random(1e12), 12)}`
const day = () => `${2000 + random(40)}-${pad(1 + random(12), 2)}-${pad(1 + random(28), 2)}`
const clock = () => `${pad(random(24), 2)}:${pad(random(60), 2)}:${pad(random(60), 2)}`

const things = Array.from({ length: 400 }, (_, id) => ({
  id,
  text: maybe(pick(TEXTS) + (random(2) ? '' : pick(TEXTS))),
  flag: maybe(random(2) === 0),
  small: maybe(random(20) - 10),
  whole: maybe(pick([random(100) - 50, 2147483647, -2147483648])),
  large: maybe(pick([String(random(1000)), '9007199254740993', '-9223372036854775807'])),
  exact: maybe(pick([`${random(100)}.${pad(random(10000), 4)}`, '0.1', '-12.5', '3'])),
  inexact: maybe(pick([random(100) / 8, -0.25, 1e10, 1.5e-7])),
  day: maybe(day()),
  clock: maybe(clock()),
  moment: maybe(`${day()}T${clock()}Z`),
  instant: maybe(`${day()}T${clock()}.${pad(random(1000), 3)}Z`),
  guid: maybe(guid()),
}))
const rows = Array.from({ length: 10050 }, (_, id) => ({ id, label: `row ${id}`, bucket: id % 7 }))
const shelves = Array.from({ length: 12 }, (_, at) => ({ id: guid(), name: `shelf ${at}` }))
const books = Array.from({ length: 90 }, (_, id) => ({
  id,
  title: `${pick(['Sea', 'Moss', 'Iron', "Ann's", 'Ö'])} ${pick(['days', 'songs', 'maps'])} ${id}`,
  author: maybe(pick(['Ada', 'Bo', 'Cléo'])),
  pages: maybe(random(900)),
  price: maybe(`${random(60)}.${pad(random(100), 2)}`),
  shelf_id: maybe(pick(shelves).id),
}))

async function main() {
  const file = cds.env.requires.db.credentials.url
  for (const each of [file, `${file}-wal`, `${file}-shm`]) fs.rmSync(each, { force: true })
  cds.model = cds.compile.for.nodejs(await cds.load('*'))
  await cds.deploy('*').to('db')
  for (const [entity, entries] of Object.entries({ Things: things, Rows: rows, Shelves: shelves, Books: books }))
    await cds.run(INSERT.into(`Library.${entity}`).entries(entries))
  await cds.disconnect()
}

main()
