// What the web face is given: everything it may reach, and nothing that it could open itself.
import type { Instant } from '#kernel'
import type { PublicReadings } from './readings.ts'
import type { SessionHouse } from './session.ts'

export type WebHouse = SessionHouse & {
  readonly read: PublicReadings
  readonly clock: () => Instant
  /** Writes a fault down and gives the number under which it can be found. */
  readonly report: (fault: unknown, request: { readonly method: string; readonly path: string }) => string
}
