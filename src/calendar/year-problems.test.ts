import { join } from 'node:path'
import { expect, test } from 'vitest'
import { addDays, localDate } from '#kernel'
import { frequencyDemands, noticeDays, prepareWorld, readActs } from '#law'
import { type Point, checkPlan, planYear } from '#planner'
import { type OfficeId, type UnitCode, type UnitKind, akimOffice, akimPost } from '#territory'
import { proposeYear } from './propose-year.ts'
import { problemBeside, yearProblems } from './year-problems.ts'
import { readHolidays } from './working-days.ts'

const root = join(import.meta.dirname, '../..')
const law = readActs(join(root, 'acts'))
const holidays = readHolidays(join(root, 'data/holidays.yaml'))

const made = (code: string, parent: string | null, kind: UnitKind) => ({
  code: code as UnitCode,
  parent: parent as UnitCode | null,
  kind,
})
const okrugs = ['30', '31', '32', '33', '34', '35']
const territory = [
  made('110000000', null, 'oblast'),
  made('113200000', '110000000', 'district'),
  ...okrugs.flatMap((okrug) => [
    made(`1132${okrug}000`, '113200000', 'rural-okrug'),
    made(`1132${okrug}100`, `1132${okrug}000`, 'village'),
    made(`1132${okrug}200`, `1132${okrug}000`, 'village'),
  ]),
]
const offices = territory.flatMap(({ code, kind }) => {
  const post = akimPost({ kind, hasAkim: kind !== 'village' })
  return post ? [{ id: akimOffice(code), post, unit: code }] : []
})
const points = new Map<string, Point>(
  territory.map(({ code }, at) => [code, { latitude: 53 + at / 40, longitude: 69 + (at % 4) / 30 }]),
)
const year = (over: Partial<Parameters<typeof yearProblems>[0]> = {}) =>
  yearProblems({
    law,
    holidays,
    year: 2027,
    today: localDate('2027-01-01'),
    demands: frequencyDemands(law, prepareWorld({ territory, offices, facts: [] }), 2027),
    units: territory,
    offices,
    points,
    ...over,
  })
const proposed = async (over: Partial<Parameters<typeof yearProblems>[0]> = {}) => {
  const proposal = await proposeYear(year(over))
  if (!proposal.ok) throw new Error(proposal.refusal.code)
  return proposal.value
}
/** How many days carry more than one meeting of one akim. */
const joinedDays = ({ entries }: Awaited<ReturnType<typeof proposed>>) =>
  [...Map.groupBy(entries, ({ office, day }) => `${office} ${day}`).values()].filter(
    ({ length }) => length > 1,
  ).length

test('superiors come first, each with its own unit as home; ids name akim, place and period, each once', () => {
  const { offices: problems } = year()
  expect(problems.map(({ office }) => office).slice(0, 3)).toEqual([
    'akim.110000000',
    'akim.113200000',
    'akim.113230000',
  ])
  expect(problems[1]!.problem.home).toEqual(points.get('113200000'))
  const ids = problems.flatMap(({ problem }) => problem.visits.map(({ id }) => id as string))
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^m-\d{9}-\d{9}-2027(-H[12]|-Q[1-4])?$/)
})

test('notice begins on 15 January or today, whichever is later', () => {
  const first = (today: string) => year({ today: localDate(today) }).offices[1]!.problem.noticeFrom
  const ahead = noticeDays(law, 'district-akim', localDate('2027-01-15'))!.strict
  expect(first('2026-12-01')).toBe(addDays(localDate('2027-01-15'), ahead))
  expect(first('2027-03-10')).toBe(addDays(localDate('2027-03-10'), ahead))
})

test('with points trips are joined and kilometres known; every plan answers its problem', async () => {
  const proposal = await proposed()
  expect(proposal.unknownWays).toEqual([])
  expect(proposal.unplaced).toEqual([])
  expect(proposal.km).toBeGreaterThan(0)
  expect(joinedDays(proposal)).toBeGreaterThan(0)
  expect(proposal.entries.length).toBe(proposal.offices.reduce((sum, { plan }) => sum + plan.dates.length, 0))
  for (const { problem, plan } of proposal.offices) expect(checkPlan(problem, plan)).toEqual([])
})

test('control: without points no trip is joined, nothing is dropped, and the places are named', async () => {
  const [known, unknown] = [await proposed(), await proposed({ points: new Map() })]
  expect(joinedDays(unknown)).toBe(0)
  expect(unknown.entries.map(({ id }) => id).toSorted()).toEqual(known.entries.map(({ id }) => id).toSorted())
  expect(unknown.unknownWays).toEqual([...new Set(known.entries.map(({ unit }) => unit))].toSorted())
  expect(unknown.km).toBe(0)
})

test('one place without a point is visited by itself, and only it is named', async () => {
  const lost = '113233000'
  const proposal = await proposed({ points: new Map([...points].filter(([code]) => code !== lost)) })
  expect(proposal.unknownWays).toContain(lost)
  const own = proposal.entries.filter(({ unit, office }) => unit === lost && office === 'akim.113200000')
  expect(own.length).toBeGreaterThan(0)
  for (const { day } of own)
    expect(proposal.entries.filter((one) => one.office === 'akim.113200000' && one.day === day).length).toBe(
      1,
    )
})

test('the problem of one office beside the dates of all is the one it was planned with', async () => {
  const problems = year()
  const proposal = await proposed()
  const dates = new Map(proposal.offices.map(({ office, plan }) => [office, plan.dates]))
  for (const { office, problem, plan } of proposal.offices) {
    const beside = problemBeside(problems, office, dates)!
    expect(beside).toEqual(problem)
    expect(planYear(beside)).toEqual({ ok: true, value: plan })
  }
  expect(problemBeside(problems, 'akim.999999999' as OfficeId, dates)).toBeUndefined()
})

test('others have their turn while a region is planned', async () => {
  let turns = 0
  const other = setInterval(() => (turns += 1), 0)
  await proposed()
  clearInterval(other)
  expect(turns).toBeGreaterThan(0)
})
