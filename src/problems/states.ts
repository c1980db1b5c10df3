// The table of states of a problem issue: which may follow which.

export const problemStates = [
  /** In an approved pool. */
  'pooled',
  /** No longer in the newest version of its pool. */
  'left-out',
] as const
export type ProblemState = (typeof problemStates)[number]

/** From each state to those that may follow it. */
export const nextStates = {
  pooled: ['left-out'],
  'left-out': ['pooled'],
} as const satisfies Record<ProblemState, readonly ProblemState[]>

export const mayFollow = (from: ProblemState, to: ProblemState): boolean =>
  (nextStates[from] as readonly ProblemState[]).includes(to)
