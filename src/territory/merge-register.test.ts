import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LocalDate, addDays, localDate } from '#kernel'
import type { RegisterUnit } from './kato.ts'
import { mergeRegister, sameUnit } from './merge-register.ts'
import type { Edition } from './store.ts'
import type { Unit, UnitCode } from './unit.ts'

const aUnit = (code: string, name = 'Мерке', parent: string | null = null): RegisterUnit => ({
  code: code as UnitCode,
  parent: parent as UnitCode | null,
  kind: 'village',
  name: { kk: name, ru: name, en: name },
  short: { kk: name, ru: name, en: name },
  hasAkim: false,
})

/** What the store does with changes, over a plain list of versions. */
function apply(
  versions: readonly Unit[],
  { open, replace, remove, close, closeOn }: ReturnType<typeof mergeRegister>,
): Unit[] {
  const replaced = new Map(replace.map((unit) => [unit.code, unit]))
  const kept = versions.flatMap((unit) => {
    if (unit.to !== null) return unit
    if (remove.includes(unit.code)) return []
    return close.includes(unit.code) ? { ...unit, to: closeOn } : (replaced.get(unit.code) ?? unit)
  })
  return [...kept, ...open]
}
const openOf = (versions: readonly Unit[]) => versions.filter(({ to }) => to === null)
const first: Edition = { day: localDate('2025-01-10'), from: null }
const second: Edition = { day: localDate('2026-07-17'), from: localDate('2026-07-17') }

test('a newer edition opens, renames and closes units, and keeps what was', () => {
  const held = apply([], mergeRegister([], [aUnit('1'), aUnit('2'), aUnit('3')], first, new Set()))
  const changes = mergeRegister(openOf(held), [aUnit('1'), aUnit('2', 'Жаңа'), aUnit('4')], second, new Set())
  expect(changes.counts).toEqual({ new: 1, changed: 1, closed: 1 })
  const after = apply(held, changes).map(({ code, name, from, to }) => [code, name.kk, from, to])
  expect(after).toEqual([
    ['1', 'Мерке', null, null],
    ['2', 'Мерке', null, '2026-07-16'],
    ['3', 'Мерке', null, '2026-07-16'],
    ['2', 'Жаңа', '2026-07-17', null],
    ['4', 'Мерке', '2026-07-17', null],
  ])
})

test('the same edition imported with corrections is written over', () => {
  const held = apply([], mergeRegister([], [aUnit('1')], first, new Set()))
  const changes = mergeRegister(openOf(held), [aUnit('1', 'Меркі'), aUnit('2')], first, new Set())
  expect(apply(held, changes).map(({ code, name, from, to }) => [code, name.kk, from, to])).toEqual([
    ['1', 'Меркі', null, null],
    ['2', 'Мерке', null, null],
  ])
})

test('a unit whose row was refused has not vanished', () => {
  const held = apply([], mergeRegister([], [aUnit('1'), aUnit('2')], first, new Set()))
  expect(mergeRegister(openOf(held), [aUnit('1')], second, new Set(['2'])).counts).toEqual({
    new: 0,
    changed: 0,
    closed: 0,
  })
})

const registers = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom(...'abcdefgh'),
    name: fc.constantFrom('x', 'y'),
    parent: fc.constantFrom(null, 'p'),
  }),
  { selector: ({ code }) => code },
)

test('after any run of editions the open units are those of the last, no two versions touch, nothing is lost', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(registers, fc.nat(2)), { minLength: 1, maxLength: 6 }), (editions) => {
      let versions: Unit[] = []
      let day: LocalDate = localDate('2025-01-10')
      let last: Edition | null = null
      for (const [rows, later] of editions) {
        const next = rows.map(({ code, name, parent }) => aUnit(code, name, parent))
        day = last ? addDays(day, later) : day
        const edition: Edition = last?.day === day ? last : { day, from: last ? day : null }
        const changes = mergeRegister(openOf(versions), next, edition, new Set())
        const known = new Set(versions.filter(({ from }) => from !== edition.from).map(({ code }) => code))
        versions = apply(versions, changes)
        last = edition
        const open = openOf(versions)
        expect(open.map(({ code }) => code).sort()).toEqual(next.map(({ code }) => code).sort())
        expect(
          open.every((unit) =>
            sameUnit(
              unit,
              next.find(({ code }) => code === unit.code)!,
            ),
          ),
        ).toBe(true)
        for (const code of known) expect(versions.some((unit) => unit.code === code)).toBe(true)
        expect(mergeRegister(open, next, edition, new Set()).counts).toEqual({
          new: 0,
          changed: 0,
          closed: 0,
        })
      }
      for (const a of versions)
        for (const b of versions)
          if (a !== b && a.code === b.code) expect(touching(a, b), JSON.stringify([a, b])).toBe(false)
    }),
  ))

const touching = (a: Unit, b: Unit) =>
  (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)
