// P22, short form: nobody poses as an official by letters that look like those of the name.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { disguiseOf } from '#kernel'
import { shippedKnowledge } from '#reading'
import { readDemonstration, romanise } from '#territory'
import { forged, seeded } from './look-alikes.ts'

const many = 50_000
const seed = 20261122

const lists = parse(readFileSync(join(shippedKnowledge, 'names.yaml'), 'utf8')) as Record<string, string>
const firstNames = `${lists['kk']} ${lists['ru']}`.trim().split(/\s+/)
const surnames =
  `Ахметов Сейітқали Әбдіқадыров Нұрпейісова Оспанұлы Төлегенқызы Сара Жүнісбеков Иванова Шевченко Ли
  Мельник-Заречная Ёлкин Щербакова Абдурахманов Қ.Омаров`.split(/\s+/)

/** People of the lists that ship, in both alphabets; units of the demonstration. */
function shippedNames(): string[] {
  const people = firstNames.flatMap((first) => surnames.map((surname) => `${first} ${surname}`))
  const latin = people.filter((_, at) => at % 7 === 0).map(romanise)
  const units = readDemonstration(join(shippedKnowledge, '../demonstration/territory.yaml'))
  return [...people, ...latin, ...units.flatMap(({ name }) => [name.kk, name.ru])]
}

/** Units of the whole country, where the classifier is at hand. */
function classifierNames(): string[] {
  const file = join(process.env['KEZDESU_SHARED'] ?? '', 'data/kato.csv')
  if (!process.env['KEZDESU_SHARED'] || !existsSync(file)) return []
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n')
  const columns = ['name_kk', 'name_ru', 'short_kk', 'short_ru'].map((name) => head.split(',').indexOf(name))
  const names = lines.flatMap((line) => columns.map((at) => line.split(',')[at]!))
  return [...new Set(names)].filter((name) => name !== '')
}

/** Which of so many forgeries a check lets pass. */
function passedBy(check: (name: string) => unknown, names: readonly string[]): string[] {
  const chance = seeded(seed)
  const cyrillic = names.filter((name) => /^(?=.*\p{L}{3})[\P{L}\p{Script=Cyrillic}]+$/u.test(name))
  return Array.from({ length: many }, () => forged(cyrillic[chance(cyrillic.length)]!, chance)).filter(
    (name) => check(name) === null,
  )
}

test('P22: every forged name is refused, hardly a genuine one is', () => {
  const began = performance.now()
  const classifier = classifierNames()
  const names = [...shippedNames(), ...classifier]
  const refused = names.filter((name) => disguiseOf(name) !== null)
  const passed = passedBy(disguiseOf, names)
  // A check that sees only what nobody sees, and not what looks like something else.
  const control = passedBy((name) => (/\p{C}/u.test(name) ? name : null), names)
  process.stdout.write(
    `${JSON.stringify({
      promise: 'P22',
      n: many,
      bad: passed.length,
      genuine: names.length,
      ofTheClassifier: classifier.length,
      genuineRefused: refused.length,
      control: control.length,
      seconds: Math.round((performance.now() - began) / 100) / 10,
    })}\n`,
  )
  expect(passed.slice(0, 20)).toEqual([])
  expect(names.length).toBeGreaterThan(5_000)
  expect(refused.length / names.length, refused.slice(0, 20).join(', ')).toBeLessThanOrEqual(0.001)
  expect(control.length).toBeGreaterThan(many / 4)
})
