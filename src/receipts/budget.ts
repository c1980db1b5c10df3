// How fast residents may act from one place: a village shares one address, so the first hundreds cost nothing.
import type { Instant } from '#kernel'

/** So many acts a day from a place cost nothing; then the wait doubles from one second up to `longest` seconds. */
export const budgets = {
  vote: { free: 300, longest: 20 },
  support: { free: 300, longest: 20 },
  demand: { free: 10, longest: 900 },
  /** A request whose browser has worked for it, and one that came without: a clubhouse may send either way. */
  ask: { free: 300, longest: 20 },
  'ask-unproven': { free: 30, longest: 300 },
  /** Asking for the way of a request by its code. */
  receipt: { free: 100, longest: 60 },
} as const
export type Budget = keyof typeof budgets

export type BudgetStore = {
  /** 0 when the act may be done now, and it is counted; else the whole seconds to wait. Knows the place, no person. */
  spend(budget: Budget, address: string, at: Instant): Promise<number>
}
