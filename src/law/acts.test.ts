// The examples inside the law are its tests.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { evaluate, prepareWorld, readActs } from './index.ts'

const law = readActs(join(import.meta.dirname, '../../acts'))

for (const provision of law.provisions)
  describe.skipIf(provision.examples.length === 0)(provision.id, () => {
    for (const { name, given, expect: wanted = [], none = [] } of provision.examples)
      test(name, () => {
        const found = evaluate(law, prepareWorld(given), { asOf: given.asOf, norms: [provision.id] })
        for (const { bearer, subject = null, period = null, due, strict, verdict } of wanted) {
          const at = found.filter(
            (one) => one.bearer === bearer && one.subject === subject && one.period === period,
          )
          expect(at, `${bearer} ${subject ?? ''} ${period ?? ''}`).toHaveLength(1)
          expect({
            verdict: at[0]!.verdict,
            ...(due === undefined ? {} : { due: at[0]!.due }),
            ...(strict === undefined ? {} : { strict: at[0]!.dueStrict }),
          }).toEqual({
            verdict,
            ...(due === undefined ? {} : { due }),
            ...(strict === undefined ? {} : { strict }),
          })
        }
        for (const { bearer, subject, period } of none)
          expect(
            found.filter(
              (one) =>
                (bearer === undefined || one.bearer === bearer) &&
                (subject === undefined || one.subject === subject) &&
                (period === undefined || one.period === period),
            ),
          ).toEqual([])
      })
  })
