// What the search asks of storage: places by nearly their name, things by their words, words that look alike.
import type { LocalDate } from '#kernel'
import type { Both, Demand } from '#meetings'
import type { Problem } from '#problems'
import type { SearchQuery, SearchWord } from '#reading'
import type { PoolIssue, Request } from '#requests'
import type { OfficeId, Unit } from '#territory'
import type { PublicMeeting } from './readings.ts'

export type FoundPlace = { readonly unit: Unit; readonly above: readonly Unit[] }

export type FoundProblem = Pick<
  Problem,
  'id' | 'title' | 'sphere' | 'state' | 'voices' | 'openedAt' | 'office'
> & {
  readonly unit: { readonly kk: string; readonly ru: string; readonly en: string }
  /** Quotes of the approved pool. */
  readonly quotes: PoolIssue['quotes']
}

export type FoundDemand = Pick<Demand, 'id' | 'raisedAt'> & {
  /** Null where its office does not show them. */
  readonly words: string | null
  readonly reason: Both | null
}

export type FoundRequest = Pick<
  Request,
  'id' | 'seq' | 'words' | 'receivedAt' | 'sphere' | 'fate' | 'group' | 'language'
>
export type FoundAnswer = { readonly request: Request['id']; readonly answer: Both }
export type FoundGroup = {
  readonly id: NonNullable<Request['group']>
  readonly title: Both
  readonly voices: number
}

/** What answers a query: things that have all of its words, in some way, before those that have some. */
export type Found<T> = { readonly things: readonly T[]; readonly whole: boolean }

export type SearchReadings = {
  /** Places that are named in what was typed, beside other words. */
  placesNamed(typed: string, on: LocalDate, limit: number): Promise<FoundPlace[]>
  /** What was typed with the words put right that begin no name; null when nothing is near. */
  nearPlaceName(typed: string): Promise<string | null>
  meetingsAhead(
    places: readonly Unit[],
    offices: readonly OfficeId[],
    from: LocalDate,
    limit: number,
  ): Promise<PublicMeeting[]>
  /** What anyone may read; `sphere` narrows problems alone. */
  open(
    query: SearchQuery,
    of: { readonly sphere: string | null; readonly office: OfficeId | null },
    limit: number,
  ): Promise<{ problems: Found<FoundProblem>; demands: Found<FoundDemand> }>
  /** What an acting office alone may read; of another office: nothing. */
  ofOffice(
    office: OfficeId,
    query: SearchQuery,
    sphere: string | null,
    limit: number,
  ): Promise<{
    requests: Found<FoundRequest>
    groups: Found<FoundGroup>
    answers: Found<FoundAnswer>
  }>
  /** Whether anything has the word: of what is public, or of what is this office's. */
  knows(word: SearchWord, office: OfficeId | null): Promise<boolean>
  /** Words that look like it, folded, the likest first: of what is public, or of what is this office's. */
  alike(fold: string, office: OfficeId | null): Promise<string[]>
  /** Offices whose lines were made by earlier rules. */
  officesToRenew(): Promise<OfficeId[]>
  /** Makes at most so many lines of an office anew; gives how many. */
  renew(office: OfficeId, most: number): Promise<number>
}
