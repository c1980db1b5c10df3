import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import type { OfficeId, UnitCode } from '#territory'
import type { CountedGroup, GroupId, GroupState } from './group.ts'
import { type Candidate, freshLines, inOrder, lineOf, stepped, steps, wantsOf } from './pool-lines.ts'

const candidate = (number: number, priority: number, state: GroupState): Candidate => {
  const group: CountedGroup = {
    id: `g-${number}` as GroupId,
    office: 'akim.1' as OfficeId,
    unit: '315430000' as UnitCode,
    sphere: 'water',
    level: null,
    body: null,
    funding: null,
    title: null,
    priority: null,
    state,
    corrected: [],
    openedAt: '2027-01-01T00:00:00.000Z' as Instant,
    revision: 1,
    voices: 1,
    firstAt: '2027-01-01T00:00:00.000Z' as Instant,
    lastAt: '2027-01-01T00:00:00.000Z' as Instant,
  }
  return { group, priority }
}
const candidates = fc
  .uniqueArray(fc.tuple(fc.nat(60), fc.nat(100), fc.constantFrom<GroupState>('open', 'accepted', 'pooled')), {
    selector: ([number]) => number,
    maxLength: 12,
  })
  .map((all) => all.map(([number, priority, state]) => candidate(number, priority, state)))
const ids = (lines: readonly { group: GroupId }[]) => lines.map(({ group }) => group)

describe('the lines of a draft', () => {
  test('begin with what was looked at, more priority first; the rest is out', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const lines = freshLines([], all)
        const of = new Map(all.map((one) => [one.group.id, one]))
        expect(lines.map(({ out }) => out)).toEqual(
          ids(lines).map((id) => of.get(id)!.group.state === 'open'),
        )
        for (const [at, line] of lines.entries()) {
          const [one, next] = [of.get(line.group)!, lines[at + 1] && of.get(lines[at + 1]!.group)!]
          if (next && lines[at + 1]!.out === line.out)
            expect(one.priority).toBeGreaterThanOrEqual(next.priority)
          if (next) expect(line.out && !lines[at + 1]!.out).toBe(false)
        }
      }),
    )
  })
  test('keep their place and words when groups come and go, whatever order the groups come in', () => {
    fc.assert(
      fc.property(candidates, candidates, (before, after) => {
        const lines = freshLines([], before).map((line) => ({ ...line, title: { kk: line.group, ru: 'р' } }))
        const fresh = freshLines(lines, after)
        const there = new Set(after.map(({ group }) => group.id))
        expect(fresh.slice(0, lines.filter(({ group }) => there.has(group)).length)).toEqual(
          lines.filter(({ group }) => there.has(group)),
        )
        expect(ids(fresh).toSorted()).toEqual([...there].toSorted())
        expect(freshLines(lines, after.toReversed())).toEqual(fresh)
        expect(freshLines(fresh, after)).toEqual(fresh)
      }),
    )
  })
  test('take a title that somebody wrote, never one that a program proposed', () => {
    const title = { kk: 'Су жоқ', ru: 'Нет воды' }
    const { group, priority } = candidate(1, 10, 'accepted')
    const of = (corrected: CountedGroup['corrected']) =>
      lineOf({ group: { ...group, title, corrected }, priority })
    expect(of([]).title).toEqual({ kk: '', ru: '' })
    expect(wantsOf(of([]))).toContain('title.kk')
    expect(of(['title']).title).toEqual(title)
  })
  test('are the same lines after any step, and up then down is nothing', () => {
    fc.assert(
      fc.property(candidates, fc.nat(11), fc.constantFrom(...steps), (all, at, step) => {
        const lines = freshLines([], all)
        const line = lines[at]
        if (!line) return
        const moved = stepped(lines, line.group, step)
        expect(ids(moved).toSorted()).toEqual(ids(lines).toSorted())
        const back = stepped(stepped(lines, line.group, 'up'), line.group, 'down')
        const first = !lines.some((one, index) => index < at && one.out === line.out)
        if (!first) expect(back).toEqual(lines)
      }),
    )
  })
  test('stand in the order of priority when asked', () => {
    fc.assert(
      fc.property(candidates, (all) => {
        const priority = new Map(all.map((one) => [one.group.id, one.priority]))
        const lines = inOrder(freshLines([], all), priority)
        const values = ids(lines).map((id) => priority.get(id)!)
        expect(values).toEqual(values.toSorted((a, b) => b - a))
      }),
    )
  })
  test('want a title in both languages, a level with its body, and a word on money', () => {
    const line = lineOf(candidate(1, 1, 'accepted'))
    expect(wantsOf(line)).toEqual(['title.kk', 'title.ru', 'level', 'funding'])
    const title = { kk: 'Су', ru: 'Вода' }
    expect(wantsOf({ ...line, title, level: 'central', funding: false })).toEqual(['body'])
    expect(wantsOf({ ...line, title, level: 'okrug', funding: false })).toEqual([])
  })
})
