// Notice periods, the quarter rule and fixed dates: judged by our law, by publicodes and by json-rules-engine.
import { type LocalDate, dayNumber } from '#kernel'
import { type Law, type Verdict, type World, type WorldInput, evaluate, prepareWorld } from '#law'
import { median, round, timed } from './measure.ts'
import { year } from './nation.ts'
import { type Item, jsonRulesEngine, publicodes } from './rivals.ts'

const subset = {
  notice: ['A826-3.4.d.1', 'A826-3.4.d.2'],
  quarter: ['A826-3.3.l'],
  fixed: ['A826-2.1.dev', 'A826-2.1.appr'],
}
const norms = Object.values(subset).flat()
/** So many verdicts are given to each in every round. */
const sample = 4000

/** Times of all three on the same questions, with the verdicts checked against each other. */
export async function compare(law: Law, input: WorldInput, asOf: LocalDate) {
  const world = prepareWorld(input)
  const verdicts = evaluate(law, world, { asOf, year, norms })
  const given = verdicts.slice(0, sample).flatMap((verdict) => {
    const item = itemOf(verdict, world)
    return item ? [{ item, word: verdict.verdict }] : []
  })
  const items = given.map(({ item }) => item)
  const wanted = given.map(({ word }) => word)
  const [ours, theirs] = [[], { publicodes: [], json: [] }] as [
    number[],
    { publicodes: number[]; json: number[] },
  ]
  const [first, second] = [publicodes(), jsonRulesEngine()]
  let agree = true
  for (let i = 0; i < 6; i++) {
    const own = timed(() => evaluate(law, world, { asOf, year, norms }))
    const one = timed(() => first(items))
    const cpu = process.threadCpuUsage()
    const two = await second(items)
    const { user, system } = process.threadCpuUsage(cpu)
    agree &&= [one.value, two].every((found) => found.join() === wanted.join())
    if (i === 0) continue
    ours.push(own.cpu / own.value.length)
    theirs.publicodes.push(one.cpu / items.length)
    theirs.json.push((user + system) / 1000 / items.length)
  }
  const perSecond = (list: readonly number[]) => Math.round(1000 / median(list))
  const ratio = (list: readonly number[]) => round(median(list) / median(ours), 0)
  return {
    rules: subset,
    not_expressed:
      'finding the facts that count, editions, periods, objects, derivations: done for the others beforehand',
    same_verdicts: agree,
    questions: items.length,
    ours_per_core_s: perSecond(ours),
    publicodes_per_core_s: perSecond(theirs.publicodes),
    json_rules_engine_per_core_s: perSecond(theirs.json),
    times_faster_than: { publicodes: ratio(theirs.publicodes), 'json-rules-engine': ratio(theirs.json) },
  }
}

/** The numbers that decide, found beforehand; null where the rule alone does not decide. */
function itemOf({ norm, subject, due, done, verdict }: Verdict, world: World): Item | null {
  if (!['met', 'boundary', 'late', 'missed'].includes(verdict)) return null
  const day = (date: LocalDate | null) => (date === null ? null : dayNumber(date))
  if (subset.fixed.includes(norm)) return { kind: 'fixed', due: day(due)!, done: day(done) }
  const meeting = world.meetings.get(subject!)!
  if (subset.quarter.includes(norm)) {
    const told = (meeting.facts.get('presentation') ?? []).map(({ fact }) =>
      fact.type === 'presentation' && fact.kind !== 'greeting' ? fact.minutes : 0,
    )
    return {
      kind: 'quarter',
      planned: meeting.fact.planned_minutes!,
      told: told.reduce((sum, minutes) => sum + minutes, 0),
    }
  }
  return { kind: 'notice', meeting: meeting.day, ahead: norm.endsWith('.1') ? 14 : 7, notice: day(done) }
}
