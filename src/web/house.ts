// What the web face is given: everything it may reach, and nothing that it could open itself.
import type { Books, Storage } from '#flows'
import type { SessionHouse } from './session.ts'

export type WebHouse = SessionHouse & {
  readonly storage: Pick<Storage, 'transaction' | 'readPublic' | 'readOffice'>
  /** The law and the holidays. */
  readonly books: Books
  /** Writes a fault down and gives the number under which it can be found. */
  readonly report: (fault: unknown, request: { readonly method: string; readonly path: string }) => string
  readonly newId: () => string
  readonly newSalt: () => string
}
