// What the web face is given: everything it may reach, and nothing that it could open itself.
import type { Books, GroupingDesk, OfficeReaders, Storage } from '#flows'
import type { DemandRule } from '#meetings'
import type { Channel, SealBox } from '#notices'
import type { SecretBox } from '#people'
import type { Provider } from './people/provider.ts'
import type { SessionHouse } from './session.ts'

export type WebHouse = SessionHouse & {
  readonly storage: Pick<Storage, 'transaction' | 'readPublic' | 'readOffice' | 'sealed'>
  /** The law and the holidays. */
  readonly books: Books
  /** How addresses are sealed, and what letters go by; without it nobody is asked for an address. */
  readonly notices?: { readonly box: SealBox; readonly channels: readonly Channel[] }
  /** Under what the secrets of one-time codes lie. */
  readonly secrets: SecretBox
  /** Writes a fault down and gives the number under which it can be found. */
  readonly report: (fault: unknown, request: { readonly method: string; readonly path: string }) => string
  /** A provider of identities (OpenID Connect), where the operator has set one up. */
  readonly provider?: Provider
  /** How many supporters a demand needs, and in how many days it is decided; without it the usual ones. */
  readonly demands?: DemandRule
  /** Who reads citizens' words, and what seals what their masks hide. */
  readonly intake: {
    readonly readers: OfficeReaders
    readonly seal: (words: string) => Uint8Array
    /** Opens what was sealed; only what somebody was allowed to look at comes here. */
    readonly open: (sealed: Uint8Array) => string
    /** What stands for words where they may not stand themselves: keyed, so that nobody can guess them from it. */
    readonly mark: (words: string) => string
    /** Groups what waits in an office; comes back when it lies in its groups. */
    readonly group: GroupingDesk['group']
    /** The groups most like that of a request, as of the last turn. */
    readonly nearest: GroupingDesk['nearest']
    /** Signs challenges of work; without it none are given, and every form goes the slower way. */
    readonly workSecret?: string
  }
  readonly newId: () => string
  readonly newSalt: () => string
}
