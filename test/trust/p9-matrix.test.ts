// P9: nobody sees or does what is not theirs. Every route of both faces, asked by everybody who could, about things of
// every relation and state; what comes back is compared with an expectation written by hand.
// Control: policies that are wrong in one place each; a row must show each of them.
// The table of all answers: P9_TABLE=routes.csv vitest run test/trust/p9
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askAll, nameOf, wrongIn } from './p9-ask.ts'
import { rowFor, routesWithoutRow, routeRows } from './p9-expected.ts'
import { mutants, underPolicy } from './p9-mutants.ts'
import { type Answered, type Cell, type Faces, asks, cellsFor, openFaces, saidBy } from './p9-routes.ts'
import { type World, openWorld } from './p9-world.ts'

// Thousands of requests: quick on a machine of its own, slow beside other work.
vi.setConfig({ testTimeout: 400_000 })

let world: World
let faces: Faces
let cells: readonly Cell[]
beforeAll(async () => {
  world = await openWorld()
  faces = openFaces(world)
  cells = [...cellsFor(world)]
})
afterAll(() => world?.close())

const header = 'method,route,state,who,desk,relation,answer'
const lineOf = ({ ask, viewer, desk, relation }: Cell, answered: Answered) =>
  [ask.method, ask.route, ask.state, viewer.name, desk, relation, saidBy(answered)].join()

test('every route of the routers has a line of the expectation and is asked', () => {
  const unknown = routesWithoutRow(faces.routes)
  expect(
    unknown.map(
      (route) => `${route}: add a line to test/trust/p9-routes.csv, and how to ask it to p9-routes.ts`,
    ),
  ).toEqual([])
  const asked = new Set(asks.map(({ method, route }) => `${method} ${route}`))
  expect(faces.routes.filter((route) => !asked.has(route))).toEqual([])
  expect([...asked].filter((route) => !faces.routes.includes(route))).toEqual([])
})

test('whoever asks gets what the expectation says, and no secret of another', async () => {
  const open = new Map<string, string>()
  const used = new Set<unknown>()
  const table: string[] = []
  let leaks = 0
  const wrong = await askAll(world, faces, cells, (cell, answered) => {
    used.add(rowFor(cell))
    table.push(lineOf(cell, answered))
    const found = wrongIn(cell, answered)
    if (found?.includes(': leaks ')) leaks++
    if (found || !cell.ask.open) return found
    // What is for everybody is for everybody alike: body and ETag.
    const path = cell.ask.path(world, 'district', 'district')
    const mark = `${saidBy(answered)} ${answered.etag} ${answered.body}`
    const first = open.get(path) ?? mark
    open.set(path, first)
    return first === mark ? null : `${nameOf(cell)}: not what others get`
  })
  const file = process.env['P9_TABLE']
  if (file) writeFileSync(file, [header, ...table.toSorted(), ''].join('\n'))
  process.stdout.write(`${JSON.stringify({ promise: 'P9', n: cells.length, leaks, bad: wrong.length })}\n`)
  expect(wrong.slice(0, 30)).toEqual([])
  expect(world.faults).toEqual([])
  expect(routeRows.filter((row) => !used.has(row)).map((row) => row.join())).toEqual([])
  expect(cells.length).toBeGreaterThan(5_000)
})

test(`control: each of ${mutants.length} wrong policies is seen by a row`, async () => {
  expect(mutants.length).toBeGreaterThanOrEqual(50)
  const missed: string[] = []
  let asked = 0
  for (const { name, policy, verbs } of mutants) {
    const able = cells.filter(
      ({ ask, viewer }) =>
        viewer.role !== 'visitor' &&
        viewer.role !== 'nobody' &&
        (ask.verbs.some((verb) => verbs.includes(verb)) ||
          (verbs.includes('see-office') && ask.verbs.length === 0 && ask.route.startsWith('/office/'))),
    )
    const seen = await underPolicy(policy, () =>
      askAll(world, faces, able, (cell, answered) => (asked++, wrongIn(cell, answered)), 1),
    )
    if (seen.length === 0) missed.push(name)
  }
  process.stdout.write(
    `${JSON.stringify({ promise: 'P9', control: mutants.length, missed: missed.length, asked })}\n`,
  )
  expect(missed).toEqual([])
})
