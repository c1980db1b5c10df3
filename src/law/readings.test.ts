// Every doubt, every reading offered: it compiles, and either an example shows what it changes or it says why nothing does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { localDate } from '#kernel'
import {
  ActFault,
  evaluate,
  explain,
  lawWarnings,
  otherReadings,
  playExample,
  prepareWorld,
  readActs,
  replay,
} from './index.ts'

const dir = join(import.meta.dirname, '../../acts')
const law = readActs(dir)
const { KEZDESU_SHARED: shared } = process.env

const examples = law.provisions.flatMap((provision) =>
  provision.examples.map((example) => ({ provision, example })),
)
const others = law.doubts.flatMap(({ id, default: taken, readings }) =>
  readings
    .filter((one) => one.id !== taken)
    .map((one) => ({ doubt: id, reading: one.id, why: one.changes_nothing })),
)

describe('each reading but the default', () => {
  for (const { doubt, reading, why } of others)
    test(`${doubt} ${reading}`, () => {
      const read = law.reread({ [doubt]: reading })
      expect(read.readings).toEqual({ [doubt]: reading })
      const showing = examples.filter(({ example }) => example.readings?.[doubt] === reading)
      if (why) return expect(showing).toEqual([])
      expect(showing.length).toBeGreaterThan(0)
      for (const { provision, example } of showing) {
        expect(playExample(law, provision, example)).toEqual([])
        const { readings: _, ...byDefault } = example
        expect(playExample(law, provision, byDefault)).not.toEqual([])
      }
    })
})

test('every derivation under another reading names it and replays to its days', () => {
  for (const { provision, example } of examples) {
    const { readings, given } = example
    if (!readings) continue
    const read = law.reread(readings)
    const world = prepareWorld(given)
    for (const verdict of evaluate(read, world, { asOf: given.asOf, norms: [provision.id] })) {
      const { derivation } = explain(read, world, verdict, { asOf: given.asOf })!
      const followed = replay(derivation)
      expect([followed.broken, verdict.norm, derivation]).toEqual([null, verdict.norm, derivation])
      for (const [doubt, reading] of Object.entries(readings))
        if (read.provision(provision.id)!.doubts.some(({ id }) => id === doubt))
          expect(derivation.filter((step) => step.step === 'reading' && step.doubt === doubt)).toEqual([
            expect.objectContaining({ taken: reading }),
          ])
    }
  }
})

test('what the other readings would give stands beside the verdict', () => {
  const provision = law.provision('A826-3.4.d.1')!
  const { given } = provision.examples.find(({ readings }) => readings?.['AMB-04'] === 'last-channel')!
  const [asked] = evaluate(law, prepareWorld(given), { asOf: given.asOf, norms: [provision.id] })
  const told = otherReadings(law, prepareWorld(given), asked!, { asOf: given.asOf })
  expect(told.map(({ doubt, reading, verdict }) => [doubt, reading, verdict?.verdict ?? null])).toEqual([
    ['AMB-04', 'strict', 'met'],
    ['AMB-04', 'exactly', 'late'],
    ['AMB-04', 'last-channel', 'late'],
    ['AMB-05', 'level-of-the-place', null],
    ['AMB-06', 'free', 'met'],
  ])
  const strict = law.reread({ 'AMB-04': 'strict' })
  expect(otherReadings(strict, prepareWorld(given), asked!, { asOf: given.asOf })[0]).toMatchObject({
    taken: 'strict',
    reading: 'lenient',
    verdict: { due: '2024-04-04' },
  })
})

test.skipIf(!shared)('the register holds the doubts of the norms table and takes its defaults', async () => {
  const { readFileSync } = await import('node:fs')
  const rows = readFileSync(join(shared!, 'law/norms.md'), 'utf8').matchAll(/^\| (AMB-\d\d) \|/gm)
  expect(law.doubts.map(({ id }) => id)).toEqual([...rows].map(([, id]) => id))
})

const made = mkdtempSync(join(tmpdir(), 'readings-'))
afterAll(() => rmSync(made, { recursive: true }))
const withFile = (text: string) => {
  const readingsFile = join(made, 'readings.yaml')
  writeFileSync(readingsFile, text)
  return readActs(dir, { readingsFile })
}
const faultOf = (text: string): string => {
  try {
    withFile(text)
  } catch (problem) {
    if (problem instanceof ActFault) return problem.message
    throw problem
  }
  return 'no fault'
}

describe('the file of an installation', () => {
  test('chooses readings; without it, or empty, nothing is chosen', () => {
    expect(withFile('AMB-02: strict\nAMB-08: literal\n').readings).toEqual({
      'AMB-02': 'strict',
      'AMB-08': 'literal',
    })
    expect(withFile('# nothing\n').readings).toEqual({})
    expect(readActs(dir, { readingsFile: join(made, 'none.yaml') }).readings).toEqual({})
  })
  test('is refused with file, line and reason', () => {
    expect(faultOf('AMB-02: strict\nAMB-77: strict\n')).toBe(
      'readings.yaml:2:1: AMB-77: there is no doubt AMB-77',
    )
    expect(faultOf('AMB-02: mild\n')).toBe(
      'readings.yaml:1:1: AMB-02: mild is none of the readings of AMB-02 (lenient, strict)',
    )
    expect(faultOf('AMB-02: strict\nAMB-02: lenient\n')).toMatch(/^readings\.yaml:2:1: not YAML/)
    expect(faultOf('- AMB-02\n')).toMatch(/^readings\.yaml:1:1: /)
  })
  test('a reading that nothing here can follow is warned of', () => {
    const warnings = lawWarnings(withFile('AMB-15: office-only\nAMB-02: strict\n'), localDate('2026-11-22'))
    expect(warnings).toEqual([{ warning: 'reading-without-effect', doubt: 'AMB-15', reading: 'office-only' }])
  })
})
