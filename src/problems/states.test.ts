import { describe, expect, test } from 'vitest'
import {
  type ProblemState,
  firstState,
  mayFollow,
  openStates,
  problemStates,
  problemSteps,
  promised,
} from './states.ts'

const reachable = (from: string): Set<string> => {
  const seen = new Set([from])
  for (const state of seen) for (const { from, to } of problemSteps) if (from === state) seen.add(to)
  return seen
}
const ends: readonly ProblemState[] = problemStates.filter(
  (state) => !problemSteps.some(({ from }) => from === state),
)

describe('the table of states', () => {
  test('reaches every state from the first', () => {
    expect([...reachable(firstState)].toSorted()).toEqual([...problemStates].toSorted())
  })
  test('ends where a problem is closed or with another body, and nowhere else', () => {
    expect(ends).toEqual(['explained', 'refused', 'passed-on', 'confirmed'])
  })
  test('leads from every state to an end', () => {
    for (const state of problemStates)
      expect([...reachable(state)].some((one) => ends.includes(one as ProblemState))).toBe(true)
  })
  test('has each step once, and none in place', () => {
    const named = problemSteps.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(named).size).toBe(named.length)
    expect(problemSteps.filter(({ from, to }) => from === to)).toEqual([])
    for (const from of problemStates)
      for (const to of problemStates) expect(mayFollow(from, to)).toBe(named.includes(`${from} ${to}`))
  })
  test('is closed by nobody who solves it: only residents confirm or dispute', () => {
    expect(problemSteps.filter(({ from }) => from === 'solved').map(({ by }) => by)).toEqual([
      'residents',
      'residents',
    ])
  })
  test('knows no state that is closed and open at once', () => {
    const closed: readonly ProblemState[] = ends.filter((state) => state !== 'passed-on')
    expect(openStates.filter((state) => closed.includes(state))).toEqual([])
    expect(promised.filter((state) => closed.includes(state))).toEqual([])
  })
})
