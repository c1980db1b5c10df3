// The cases that came with the contract; they are not ours to ship, so the test needs their folder.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { evaluate, prepareWorld, readActs, readCase } from './index.ts'

const file = join(process.env['KEZDESU_SHARED'] ?? '', 'law/cases-dev.jsonl')

type Key = { norm: string; bearer?: string; subject?: string | null; period?: string | null }
type Expected = Key & { verdict: string; due?: string | null; due_strict?: string | null }

test.skipIf(!existsSync(file))(
  'every expectation of the development cases is met (needs KEZDESU_SHARED)',
  () => {
    const law = readActs(join(import.meta.dirname, '../../acts'))
    const wrong: string[] = []
    let expectations = 0
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const value = JSON.parse(line) as { id: string; expect: Expected[]; expect_none: Key[] }
      const read = readCase(value)
      if (!read.ok) throw new Error(`${value.id}: ${read.refusal.pointer} ${read.refusal.reason}`)
      const { asOf, acts, ...world } = read.value
      const found = evaluate(law, prepareWorld(world), { asOf, acts })
      for (const { norm, bearer, subject = null, period = null, verdict, due, due_strict } of value.expect) {
        expectations++
        const at = found.filter(
          (one) =>
            one.norm === norm && one.bearer === bearer && one.subject === subject && one.period === period,
        )
        const dated = !['excused', 'not-applicable', 'unknown'].includes(verdict)
        const good = at.filter(
          (one) =>
            one.verdict === verdict &&
            (!dated || due === undefined || one.due === due) &&
            (!dated || due_strict === undefined || one.dueStrict === due_strict),
        )
        if (at.length !== 1 || good.length !== 1)
          wrong.push(`${value.id} ${norm} ${bearer} ${subject} ${period}`)
      }
      for (const none of value.expect_none) {
        expectations++
        const hit = found.some(
          (one) =>
            one.norm === none.norm &&
            (none.bearer === undefined || one.bearer === none.bearer) &&
            (none.subject === undefined || one.subject === none.subject) &&
            (none.period === undefined || one.period === none.period),
        )
        if (hit) wrong.push(`${value.id} ${none.norm} should not be there`)
      }
    }
    expect(wrong).toEqual([])
    expect(expectations).toBeGreaterThan(300)
  },
)
