// P10: each wall alone holds. With the check in the code saying yes to everything, the walls of the database let nothing
// of class office, personal or sealed through to another office; with those walls taken down, the code shows nothing.
// Controls: a policy of the database that stands ajar, and a policy of the house that is wrong.
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { askAll, leaksIn, nameOf } from './p9-ask.ts'
import { mayMeet, mayPass } from './p9-expected.ts'
import { everythingGoes, mutants, underPolicy } from './p9-mutants.ts'
import { type Cell, type Faces, cellsFor, openFaces } from './p9-routes.ts'
import { type World, canariesIn, offices, openWorld, personOf } from './p9-world.ts'

// Thousands of requests: quick on a machine of its own, slow beside other work.
vi.setConfig({ testTimeout: 400_000 })

let world: World
let faces: Faces
let cells: readonly Cell[]
beforeAll(async () => {
  world = await openWorld()
  faces = openFaces(world)
  // Whatever is shown behind the desks; a form that is refused shows the same pages again.
  cells = [...cellsFor(world)].filter(
    ({ ask, viewer }) =>
      ask.method === 'GET' && ask.route.startsWith('/office/') && viewer.seat && viewer.role !== 'past',
  )
})
afterAll(() => world?.close())

const leaks = (among: readonly Cell[], allowed: typeof mayPass) =>
  askAll(world, faces, among, (cell, answered) => {
    const found = leaksIn(cell, answered, allowed)
    return found.length > 0 ? `${nameOf(cell)}: ${found.join(', ')}` : null
  })

type Table = { name: string; class: string }
const guarded = async (): Promise<Table[]> =>
  (
    await world.demonstration.owner.query<Table>(`
      select c.oid::regclass::text as name, substring(obj_description(c.oid, 'pg_class') from '^class: ([a-z]+)') as class
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'seal') and c.relkind in ('r', 'v')
         and obj_description(c.oid, 'pg_class') ~ '^class: (office|personal|sealed)'
         and (has_table_privilege('app', c.oid, 'select') or has_table_privilege('seal', c.oid, 'select'))
       order by 1`)
  ).rows

/** Every row of a guarded table that each office gets with no condition at all, in which somebody else's secret stands. */
async function rowsPastTheWalls(): Promise<string[]> {
  const { owner } = world.demonstration
  const found: string[] = []
  const tables = await guarded()
  for (const viewer of world.viewers) {
    const office = viewer.seat && viewer.role !== 'past' ? offices[viewer.seat] : ''
    for (const table of tables) {
      await owner.query('begin')
      await owner.query(`set local role ${table.class === 'sealed' ? 'seal' : 'app'}`)
      await owner.query(
        `select set_config('kezdesu.person', $1, true), set_config('kezdesu.offices', $2, true),
                set_config('kezdesu.asked', '', true)`,
        [viewer.token ? personOf(viewer.name) : '', office],
      )
      const { rows } = await owner.query<{ row: string }>(`select t::text as row from ${table.name} t`)
      await owner.query('rollback')
      const secrets = canariesIn(rows.map(({ row }) => row).join('\n'))
      found.push(
        ...secrets
          .filter((one) => !mayPass(viewer, one))
          .map(({ kind, seat }) => `${viewer.name} in ${table.name}: ${kind} of ${seat}`),
      )
      if (
        (table.class === 'sealed' || !office) &&
        table.class !== 'office' &&
        rows.length > 0 &&
        !viewer.token
      )
        found.push(`${viewer.name} in ${table.name}: ${rows.length} rows`)
    }
  }
  return found
}

test('no guarded table gives another office a secret, whatever is asked of it', async () => {
  expect((await guarded()).length).toBeGreaterThan(25)
  expect(await rowsPastTheWalls()).toEqual([])
})

test('with the check in the code off, the walls of the database leak nothing', async () => {
  // Who stands in acts for the office below as well: the code opens that wall itself, so it alone keeps these pages (P9).
  const kept = cells.filter(({ ask }) => !ask.route.includes('/below/'))
  const found = await underPolicy(everythingGoes, () => leaks(kept, mayPass))
  process.stdout.write(
    `${JSON.stringify({ promise: 'P10', wall: 'database', n: kept.length, leaks: found.length })}\n`,
  )
  expect(found.slice(0, 20)).toEqual([])
})

test('control: a policy of the database that stands ajar is seen', async () => {
  const { owner } = world.demonstration
  await owner.query('create policy ajar on meetings for select to app using (true)')
  try {
    expect(
      (await rowsPastTheWalls()).filter((words) => words.includes('in meetings: notice of')),
    ).not.toEqual([])
    const some = cells.filter(
      ({ ask, desk }) => ask.route.includes('/meetings/:meeting/:form') && desk === 'there',
    )
    expect(await underPolicy(everythingGoes, () => leaks(some, mayPass))).not.toEqual([])
  } finally {
    await owner.query('drop policy ajar on meetings')
  }
})

test('with the walls of the database off, the code leaks nothing; a wrong policy of the house is seen (control)', async () => {
  const { owner } = world.demonstration
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relrowsecurity and relkind = 'r'`,
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { name } of rows) await owner.query(`alter table ${name} disable row level security`)
  const found = await leaks(cells, mayMeet)
  process.stdout.write(
    `${JSON.stringify({ promise: 'P10', wall: 'code', n: cells.length, leaks: found.length })}\n`,
  )
  expect(found.slice(0, 20)).toEqual([])

  const wrong = mutants.find(({ name }) => name === 'own office is any office')!
  const some = cells.filter(
    ({ ask, desk }) => ask.route.includes('/meetings/:meeting/:form') && desk === 'there',
  )
  expect(await underPolicy(wrong.policy, () => leaks(some, mayMeet))).not.toEqual([])
})
