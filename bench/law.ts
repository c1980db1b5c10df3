// The law over a whole country: how fast a year is judged, one fact follows, one office is asked, the acts are read.
// Run: npm run bench -- law       Prints one JSON object; progress goes to stderr. Set KEZDESU_SHARED for the classifier.
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { addDays, localDate } from '#kernel'
import { type Fact, type FactType, evaluate, keepVerdicts, prepareWorld, readActs } from '#law'
import type { OfficeId } from '#territory'
import { randomFrom } from '../src/planner/random.ts'
import { compare } from './compare.ts'
import { type Times, median, peakMemory, quantile, round, rounds, timed } from './measure.ts'
import { nation, year, yearOfFacts } from './nation.ts'
import { registerOf } from './register.ts'

const acts = join(import.meta.dirname, '../acts')
const seed = 'nation'
/** After all that the year brings: every deadline of its meetings has passed. */
const asOf = localDate(`${year + 1}-03-01`)
const say = (words: string) => process.stderr.write(`· ${words}\n`)

say('the acts')
const loading = loadingOfActs()
const law = readActs(acts)

say('a year of facts')
const register = registerOf(process.env['KEZDESU_SHARED'], randomFrom(seed))
const facts = [...yearOfFacts(law, register, seed, nation)]

say('the year judged whole')
const input = { territory: register.territory, offices: register.offices, facts }
const world = prepareWorld(input)
const verdicts = evaluate(law, world, { asOf, year }).length
// Facts, world and all verdicts held at once; the rounds below leave garbage that says nothing of the need.
const memory = peakMemory()
const judging = rounds(9, () => evaluate(law, world, { asOf, year }))
const preparing = rounds(3, () => prepareWorld(input))

const memoryAfter = peakMemory()

say('one office after another')
const office = oneOffice()

say('one fact after another')
const fact = oneFact()
const day = oneDay()

say('the same subset by others')
const subset = await compare(law, input, asOf)

console.log(
  JSON.stringify(
    {
      bench: 'law',
      machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
      register: {
        source: register.source,
        units: register.territory.length,
        offices: register.offices.length,
        meetings: facts.filter(({ type }) => type === 'meeting').length,
        issues: facts.filter(({ type }) => type === 'issue-raised').length,
        facts: facts.length,
      },
      full_evaluation: {
        verdicts,
        ms: round(judging.wall, 0),
        core_ms: round(judging.cpu, 0),
        verdicts_per_s: Math.round((verdicts / judging.wall) * 1000),
        verdicts_per_core_s: Math.round((verdicts / judging.cpu) * 1000),
        goal_per_s: 1_000_000,
        prepare_ms: round(preparing.wall, 0),
        prepare_core_ms: round(preparing.cpu, 0),
        peak_memory_mb: memory,
        goal_memory_mb: 1500,
        peak_memory_after_rounds_mb: memoryAfter,
      },
      one_fact: fact,
      one_day: day,
      one_office_year: office,
      loading_acts: loading,
      same_subset: subset,
    },
    null,
    2,
  ),
)

/** In processes of their own, as a command does it; and again and again in this one. */
function loadingOfActs() {
  const door = join(import.meta.dirname, '../src/law/index.ts')
  const script = `const { readActs } = await import(${JSON.stringify(door)})
    const from = performance.now(), cpu = process.threadCpuUsage()
    readActs(${JSON.stringify(acts)})
    const { user, system } = process.threadCpuUsage(cpu)
    console.log(JSON.stringify({ wall: performance.now() - from, cpu: (user + system) / 1000 }))`
  const first = Array.from(
    { length: 7 },
    () =>
      JSON.parse(
        execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }),
      ) as Times,
  )
  const warm = rounds(9, () => readActs(acts))
  return {
    first_ms: round(median(first.map(({ wall }) => wall)), 0),
    first_core_ms: round(median(first.map(({ cpu }) => cpu)), 0),
    warm_ms: round(warm.wall, 0),
    warm_core_ms: round(warm.cpu, 0),
    goal_ms: 200,
  }
}

function oneOffice() {
  const random = randomFrom('offices')
  const ask = (id: OfficeId) =>
    timed(() => evaluate(law, world, { asOf, year, horizon: localDate(`${year}-12-31`), bearers: [id] }))
  const asked = Array.from({ length: 400 }, () =>
    ask(register.offices[random.below(register.offices.length)]!.id),
  ).slice(100)
  const largest = register.offices.reduce((a, b) =>
    (world.meetingsOf.get(a.id)?.length ?? 0) >= (world.meetingsOf.get(b.id)?.length ?? 0) ? a : b,
  ).id
  const times = (id: OfficeId) => round(median(Array.from({ length: 41 }, () => ask(id).wall)))
  return {
    ...spread(asked),
    goal_ms: 5,
    most_meetings: { meetings: world.meetingsOf.get(largest)!.length, median_ms: times(largest) },
    government: { median_ms: times('government' as OfficeId) },
  }
}

/** A thousand facts of all types in turn, held back from the year and then told one by one, in any order. */
function oneFact() {
  const random = randomFrom('facts')
  const byType = new Map<FactType, Fact[]>()
  for (const one of facts) byType.set(one.type, [...(byType.get(one.type)?.slice(-999) ?? []), one])
  const held = new Set<Fact>()
  for (let i = 0; held.size < 1000; i++)
    for (const list of byType.values())
      if (list.length > 0 && held.size < 1000) held.add(list.splice(random.below(list.length), 1)[0]!)
  const known = facts.filter((one) => !held.has(one))
  const kept = keepVerdicts(law, { ...input, facts: known }, { asOf, year })
  const times: (Times & { readonly type: FactType; readonly judged: number })[] = []
  const order = [...held].map((one) => [random.below(1e6), one] as const).toSorted(([a], [b]) => a - b)
  for (const [, add] of order) {
    const { wall, cpu, value } = timed(() => kept.change([{ add }]))
    if (!value.ok) throw new Error(value.refusal.reason)
    times.push({ type: add.type, wall, cpu, judged: value.value.judged })
  }
  const slowest = [...byType.keys()]
    .map((type) => [type, median(times.filter((one) => one.type === type).map(({ wall }) => wall))] as const)
    .toSorted(([, a], [, b]) => b - a)
  const closing = {
    type: 'channel-unavailable',
    channel: 'other',
    from: '2026-03-01',
    to: '2026-03-31',
  } as Fact
  const closed = timed(() => kept.change([{ add: closing }]))
  return {
    facts: times.length,
    types: byType.size,
    ...spread(times),
    goal_ms: 1,
    judged_again: {
      median: median(times.map(({ judged }) => judged)),
      max: Math.max(...times.map(({ judged }) => judged)),
    },
    slowest_types_ms: Object.fromEntries(slowest.slice(0, 5).map(([type, ms]) => [type, round(ms, 3)])),
    channel_closed_for_a_month: {
      ms: round(closed.wall, 1),
      judged_again: closed.value.ok ? closed.value.value.judged : null,
    },
  }
}

/** The question moved on day by day through a spring, against judging everything anew. */
function oneDay() {
  const from = localDate(`${year}-04-10`)
  const kept = keepVerdicts(law, input, { asOf: from, year })
  const times = Array.from({ length: 30 }, (_, i) => timed(() => kept.moveTo(addDays(from, i + 1))))
  return spread(times)
}

/** Medians on the clock; of the core only the mean, because its own clock ticks too slowly for less. */
function spread(times: readonly Times[]) {
  const walls = times.map(({ wall }) => wall)
  return {
    median_ms: round(median(walls), 3),
    p99_ms: round(quantile(walls, 0.99), 3),
    max_ms: round(Math.max(...walls), 3),
    mean_core_ms: round(times.reduce((sum, { cpu }) => sum + cpu, 0) / times.length, 3),
  }
}
