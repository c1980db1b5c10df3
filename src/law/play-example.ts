// The examples of a provision, played: what came out other than it should.
import type { Example, Provision } from './act.ts'
import type { Law } from './compile.ts'
import { evaluate } from './evaluate.ts'
import type { Verdict } from './verdict.ts'
import { prepareWorld } from './build-world.ts'

export type Disagreement = {
  readonly key: string
  readonly expected: string
  readonly found: string
}

/** Empty when the law yields what the example says, under the default readings or those it names. */
export function playExample(law: Law, provision: Provision, example: Example): Disagreement[] {
  const { given, readings = {}, expect = [], none = [] } = example
  const found = evaluate(law.reread(readings), prepareWorld(given), {
    asOf: given.asOf,
    norms: [provision.id],
  })
  const wrong: Disagreement[] = []
  for (const { bearer, subject = null, period = null, due, strict, verdict } of expect) {
    const at = found.filter(
      (one) => one.bearer === bearer && one.subject === subject && one.period === period,
    )
    const told = (one: Verdict) =>
      words(one.verdict, due === undefined ? due : one.due, strict === undefined ? strict : one.dueStrict)
    const expected = words(verdict, due, strict)
    const got = at.length === 0 ? 'no result' : at.map(told).join(' and ')
    if (got !== expected) wrong.push({ key: keyOf({ bearer, subject, period }), expected, found: got })
  }
  for (const key of none)
    for (const one of found)
      if (
        (['bearer', 'subject', 'period'] as const).every(
          (name) => key[name] === undefined || key[name] === one[name],
        )
      )
        wrong.push({ key: keyOf(one), expected: 'no result', found: one.verdict })
  return wrong
}

const words = (verdict: string, due: string | null | undefined, strict: string | null | undefined): string =>
  [verdict, due === undefined ? '' : `due ${due}`, strict === undefined ? '' : `strictly ${strict}`]
    .filter(Boolean)
    .join(', ')

const keyOf = (of: { bearer: string; subject: string | null; period: string | null }): string =>
  [of.bearer, of.subject, of.period].filter(Boolean).join(' ')
