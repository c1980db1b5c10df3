// The guide for lawyers, followed word for word: its files make law, and the program says what the guide says it does.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '#kernel'
import { lawCheck } from './law-check.ts'

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/guides/encode-an-act.md'), 'utf8')
const blocks = [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text]) => text!)
const names = ['act.yaml', 'e1/1-visits.yaml', 'e1/2-notice.yaml', 'e1/3-letter.yaml']
let dir: string
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'guide-'))
  cpSync(join(root, 'acts'), dir, { recursive: true })
  expect(blocks).toHaveLength(names.length)
  for (const [i, name] of names.entries()) {
    expect(guide).toContain(i === 0 ? '`act.yaml`' : `acts/9001/${name}`)
    mkdirSync(dirname(join(dir, '9001', name)), { recursive: true })
    writeFileSync(join(dir, '9001', name), blocks[i]!)
  }
  const [, listed] = /\n( {4}A9001:\n.*?\])\n/s.exec(guide)!
  appendFileSync(join(dir, 'norms.yaml'), `${listed!.replaceAll(/^ {4}/gm, '')}\n`)
})
afterAll(() => rmSync(dir, { recursive: true }))

const check = (coverage = false) => {
  const said: string[] = []
  const code = lawCheck(dir, (line) => said.push(line), { today: localDate('2026-11-22'), coverage })
  return { code, said }
}

test('the decree of the guide is law, and covered', () => {
  const { code, said } = check()
  expect(code).toBe(0)
  const covered = check(true).said.filter((line) => line.startsWith('A9001'))
  expect(covered).toHaveLength(4)
  for (const line of [said.find((one) => one.startsWith('A9001'))!, ...covered])
    expect(guide).toContain(`\n    ${line}\n`)
})

test.each([
  ['bearer: district-akim', 'bearer: distric-akim'],
  ['period: half-year', 'period: twice a year'],
  [/ +kk: Аудан.*\n/, ''],
  ['until: null', 'until:'],
  ['unit: "113030000"', 'unit: "113099000"'],
  ['verdict: met', 'verdict: missed'],
] as const)('written wrong: %s', (from, to) => {
  const path = join(dir, '9001/e1/1-visits.yaml')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace(from, to))
  const { code, said } = check()
  writeFileSync(path, text)
  expect(code).toBe(1)
  expect(guide).toContain(`| \`${said[0]!}\` |`)
})
