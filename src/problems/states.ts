// The table of states of a problem issue through its whole life: which may follow which, who sees to it, what it leaves.

export const problemStates = [
  /** In the newest version of an approved pool. */
  'pooled',
  /** No longer in the newest version of its pool. */
  'left-out',
  /** Spoken of at the meeting. */
  'raised',
  'explained',
  'refused',
  /** A measure with a term and an executor. */
  'planned',
  /** Sent on to the body that can solve it. */
  'passed-on',
  /** The executor says so; residents may still dispute it. */
  'solved',
  'confirmed',
  'disputed',
] as const
export type ProblemState = (typeof problemStates)[number]

export type ProblemStep = {
  readonly from: ProblemState
  readonly to: ProblemState
  /** Who takes the step; the policy of `people` gets a verb for each when it can be taken. */
  readonly by: 'commission' | 'office' | 'executor' | 'residents'
  /** The entry of the journal that the step leaves: a word of the law's facts or of the product's. */
  readonly fact: string
}

/** Every problem begins as this. */
export const firstState: ProblemState = 'pooled'

const step = (from: ProblemState, to: ProblemState, by: ProblemStep['by'], fact: string): ProblemStep => ({
  from,
  to,
  by,
  fact,
})

export const problemSteps: readonly ProblemStep[] = [
  step('pooled', 'left-out', 'commission', 'pool-approved'),
  step('left-out', 'pooled', 'commission', 'pool-approved'),
  step('pooled', 'raised', 'office', 'issue-raised'),
  step('left-out', 'raised', 'office', 'issue-raised'),
  step('raised', 'explained', 'office', 'issue-closed'),
  step('raised', 'refused', 'office', 'issue-closed'),
  step('raised', 'planned', 'office', 'plan-published'),
  step('raised', 'passed-on', 'office', 'problem-passed-on'),
  step('planned', 'solved', 'executor', 'problem-solved'),
  step('solved', 'confirmed', 'residents', 'issue-closed'),
  step('solved', 'disputed', 'residents', 'problem-disputed'),
  step('disputed', 'planned', 'office', 'plan-published'),
]

export const mayFollow = (from: ProblemState, to: ProblemState): boolean =>
  problemSteps.some((one) => one.from === from && one.to === to)

/** States in which something was promised and is not yet there. */
export const promised: readonly ProblemState[] = ['planned', 'passed-on', 'solved', 'disputed']

/** States in which a problem still waits for somebody. */
export const openStates: readonly ProblemState[] = ['pooled', 'raised', 'planned', 'passed-on', 'disputed']
