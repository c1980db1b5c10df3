// The commands about the law: cases in and results out, and the check of acts/.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { readActs } from '#law'
import { lawCheck } from './law-check.ts'
import { lawWords } from './law-words.ts'
import { verdicts } from './verdicts.ts'

const dir = join(import.meta.dirname, '../../acts')
const law = readActs(dir)

async function ask(lines: readonly string[]) {
  const [output, errors] = [new PassThrough(), new PassThrough()]
  const code = await verdicts(law, Readable.from([lines.join('\n')]), output, errors)
  output.end()
  errors.end()
  return {
    code,
    answers: (await text(output))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as never),
    told: await text(errors),
  }
}

const question = {
  id: 'c1',
  as_of: '2024-06-01',
  acts: ['A826'],
  territory: [{ code: '110000000', parent: null, kind: 'oblast' }],
  offices: [{ id: 'oa', post: 'oblast-akim', unit: '110000000' }],
  facts: [
    {
      type: 'meeting',
      id: 'm1',
      office: 'oa',
      unit: '110000000',
      day: '2024-05-02',
      status: 'planned',
      form: 'visiting',
      in_calendar: false,
    },
    { type: 'notice-published', meeting: 'm1', channel: 'media', at: '2024-04-18' },
  ],
}

describe('kezdesu verdicts', () => {
  test('one line of results for a case, empty members left out', async () => {
    const { code, answers, told } = await ask([JSON.stringify(question)])
    expect([code, told, answers.length]).toEqual([0, '', 1])
    const { id, results } = answers[0] as unknown as { id: string; results: { norm: string }[] }
    expect(id).toBe('c1')
    expect(results.find(({ norm }) => norm === 'A826-3.4.d.1')).toEqual({
      norm: 'A826-3.4.d.1',
      bearer: 'oa',
      subject: 'm1',
      period: null,
      due: '2024-04-18',
      due_strict: '2024-04-17',
      verdict: 'boundary',
      done: '2024-04-18',
      marks: ['out-of-calendar'],
    })
    expect(results.find(({ norm }) => norm === 'A826-3.2.a')).toMatchObject({
      verdict: 'unknown',
      missing: ['meeting.status'],
    })
  })

  test('a bad line is named with its place and does not stop the rest', async () => {
    const bad = { ...question, id: 'c2', facts: [{ ...question.facts[0], day: '2024-02-30' }] }
    const { code, answers, told } = await ask(['{', JSON.stringify(bad), '', JSON.stringify(question)])
    expect(code).toBe(1)
    expect(told.split('\n').slice(0, 2)).toEqual([
      'line 1: / not-json',
      'line 2: /facts/0/day not-a-day ("2024-02-30")',
    ])
    expect(
      answers.map(({ id, results }: { id: string; results: unknown[] }) => [id, results.length > 0]),
    ).toEqual([
      [null, false],
      ['c2', false],
      ['c1', true],
    ])
  })
})

test('kezdesu law words: every kind of rule with a place to see it, every fact with its members', () => {
  const said: string[] = []
  lawWords(law, (line) => said.push(line))
  const kinds = new Set(law.provisions.map(({ rule }) => rule.kind))
  for (const kind of kinds)
    expect(said.filter((line) => line.startsWith(`  ${kind.padEnd(13)} acts/`))).toHaveLength(1)
  expect(said).toContain('  notice-published')
  expect(said).toContain('    status                 planned, held, cancelled, moved')
  // Each word of the table of facts is told in words.
  expect(said.filter((line) => / (slug|plan-lines|year-or-half)$/.test(line))).toEqual([])
})

describe('kezdesu law check', () => {
  const check = (acts: string, coverage: boolean) => {
    const said: string[] = []
    const code = lawCheck(acts, (line) => said.push(line), { today: localDate('2026-11-22'), coverage })
    return { code, said }
  }

  test('the acts are sound and nothing in them has outlived its end', () => {
    const { code, said } = check(dir, false)
    expect(code).toBe(0)
    const of826 = law.provisions.filter(({ act }) => act === 'A826').flatMap(({ examples }) => examples)
    expect(said).toContain(`A826: 76 norms, ${of826.length} examples, 2022-03-07 – open`)
    expect(said).toContain('A1546: text not encoded')
    expect(said.at(-1)).toBe('154 norms, 40 doubts')
  })

  test('every norm is encoded or says why it is only declared', () => {
    const { said } = check(dir, true)
    expect(said).toHaveLength(law.provisions.length + 1)
    expect(said.at(-1)).toBe('154 norms: 149 encoded, 5 declared only, 0 not encoded')
    const declared = said
      .filter((line) => line.includes('declared only: '))
      .map((line) => line.split(' ')[0]!)
    expect(declared.sort()).toEqual(['A826-7', 'A863-3.4', 'A863-6.4', 'A863-7', 'G91-1'])
  })

  test('drafts are read and their examples played; a broken one is named with its folder', () => {
    const drafts = mkdtempSync(join(tmpdir(), 'drafts-'))
    try {
      cpSync(join(dir, '../acts-draft/615-today'), join(drafts, '615-today'), { recursive: true })
      const said: string[] = []
      const run = () => lawCheck(dir, (line) => said.push(line), { today: localDate('2026-11-22'), drafts })
      expect([run(), said.at(-1)]).toEqual([
        0,
        "draft 615-today: The periodicity of No. 615 instead of today's",
      ])
      const periods = join(drafts, '615-today/d615/e1/2-periods.yaml')
      writeFileSync(periods, readFileSync(periods, 'utf8').replace('verdict: late', 'verdict: met'))
      said.length = 0
      expect([run(), said[0]]).toEqual([
        1,
        'd615/e1/2-periods.yaml:6: D615-2.1, April is late: oblast 110000000 2026: met, due 2026-03-31 expected, late, due 2026-03-31 found',
      ])
      writeFileSync(join(drafts, '615-today/draft.yaml'), 'gist: { kk: a, ru: b }')
      said.length = 0
      expect([run(), said]).toEqual([1, [expect.stringMatching(/^615-today\/draft\.yaml:1:1: gist\.en/)]])
    } finally {
      rmSync(drafts, { recursive: true })
    }
  })

  test('a file that is missing is a fault with its name', () => {
    const { code, said } = check(join(dir, '826'), false)
    expect(code).toBe(1)
    expect(said).toEqual(['doubts.yaml:1:1: missing'])
  })
})
