// The priority of a problem issue, from 0 to 100: a sum of points, each with what was counted for it.
import { foldLetters } from '#reading'
import type { PriorityByHand } from './group.ts'
import type { PriorityReason } from './pool.ts'

/** What is counted of an issue. */
export type Counted = {
  readonly voices: number
  /** Different channels by which its requests came. */
  readonly channels: number
  /** Earlier problems that it repeats. */
  readonly again: number
  /** Earlier problems of these of which something was promised. */
  readonly promise: number
  /** Requests with words of danger. */
  readonly danger: number
  /** Risks that the office has registered in the place. */
  readonly risk: number
  /** Days since the first request. */
  readonly age: number
}

type Step = readonly [from: number, points: number]

/** From how many on there are so many points; the last step reached counts. Together at most 100. */
export const pointsTable = {
  voices: [
    [1, 3],
    [2, 7],
    [3, 10],
    [5, 15],
    [10, 21],
    [20, 27],
    [50, 34],
    [100, 40],
  ],
  again: [
    [1, 10],
    [2, 14],
    [3, 18],
  ],
  promise: [[1, 10]],
  danger: [
    [1, 3],
    [3, 6],
  ],
  risk: [[1, 8]],
  age: [
    [14, 2],
    [30, 4],
    [90, 7],
    [180, 10],
  ],
  channels: [
    [2, 4],
    [3, 8],
  ],
} as const satisfies Record<keyof Counted, readonly Step[]>

export type Priority = { readonly priority: number; readonly reasons: readonly PriorityReason[] }

/** The computed priority, with its reasons from the most points on. */
export function computedPriority(counted: Counted): Priority {
  const reasons = (Object.keys(pointsTable) as (keyof Counted)[])
    .map((kind) => ({ kind, of: counted[kind], points: pointsFor(pointsTable[kind], counted[kind]) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
  return { priority: reasons.reduce((sum, { points }) => sum + points, 0), reasons }
}

const pointsFor = (steps: readonly Step[], count: number): number =>
  steps.findLast(([from]) => count >= from)?.[1] ?? 0

/** What somebody set by hand stands in place of what was computed, with his reason. */
export const priorityOf = (counted: Counted, byHand: PriorityByHand | null): Priority =>
  byHand
    ? { priority: byHand.value, reasons: [{ kind: 'by-hand', points: byHand.value, of: byHand.reason }] }
    : computedPriority(counted)

/** Beginnings of words that speak of danger to people, in Kazakh and in Russian. */
// prettier-ignore
const dangerous = [
  'апат', 'қауіпті', 'қауіп төн', 'қатерлі', 'өртен', 'өрт шық', 'жарылыс', 'құлап', 'опырыл', 'улан',
  'жарақат', 'су тасқын', 'су басып', 'су басты', 'су басқан', 'көшкін', 'тоқ соқ', 'ток соқ', 'газ иісі',
  'авария', 'авари', 'опасн', 'угроз', 'угрожа', 'пожар', 'взрыв', 'обруш', 'обвал', 'рухн', 'отрав', 'травм',
  'погиб', 'смерт', 'утечка газа', 'запах газа', 'пахнет газом', 'затоп', 'паводк', 'подтоп', 'оголенн',
  'эпидеми',
].map(folded)

function folded(text: string): string {
  return ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldLetters)
    .join(' ')}`
}

/** Whether the words speak of danger to people, with or without Kazakh letters. */
export function speaksOfDanger(words: string): boolean {
  const text = folded(words)
  return dangerous.some((beginning) => text.includes(beginning))
}
