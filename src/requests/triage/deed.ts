// A deed of the commission on requests: what it touched and how that was before, so that it can be taken back whole.
import type { Id, Instant } from '#kernel'
import type { Both } from '#meetings'
import type { PersonId } from '#people'
import type { OfficeId } from '#territory'
import type { GroupId, RequestGroup } from '../group.ts'
import type { Request } from '../request.ts'

export type DeedId = Id<'triage-deed'>

export type DeedKind =
  | 'accept'
  | 'merge'
  | 'split'
  | 'move'
  | 'correct-request'
  | 'correct-group'
  | 'answer'
  | 'set-aside'
  | 'take-back'
  | 'undo'

/** `proposed`, then `confirmed` or `declined`: a large merge that another of the commission has to see first. */
export type DeedState = 'done' | 'undone' | 'proposed' | 'confirmed' | 'declined'

const kept = [
  'id',
  'group',
  'fate',
  'fateWords',
  'fateAt',
  'kind',
  'sphere',
  'level',
  'unit',
  'corrected',
] as const

/** What of a request a deed may change. */
export type KeptOfRequest = Pick<Request, (typeof kept)[number]>

export const keptOf = (request: Request): KeptOfRequest =>
  Object.fromEntries(kept.map((name) => [name, request[name]])) as KeptOfRequest

export type Touched = {
  /** `before` is null for a group that the deed opened; `revision` is the one that the deed left. */
  readonly groups: readonly {
    readonly id: GroupId
    readonly before: RequestGroup | null
    readonly looked: number
    readonly revision: number
  }[]
  readonly requests: readonly { readonly before: KeptOfRequest; readonly revision: number }[]
}

export type TriageDeed = {
  readonly id: DeedId
  readonly office: OfficeId
  readonly kind: DeedKind
  readonly state: DeedState
  readonly by: PersonId
  readonly at: Instant
  /** Of a proposed merge: the groups as they were seen, the one that stays first. */
  readonly touched: Touched
  /** Who took it back, confirmed it or declined it. */
  readonly endedBy: PersonId | null
}

export type TemplateId = Id<'answer-template'>
export type AnswerTemplate = {
  readonly id: TemplateId
  readonly office: OfficeId
  readonly name: string
  readonly words: Both
  readonly by: PersonId
  readonly at: Instant
}

export type TriageStore = {
  add(deed: TriageDeed): Promise<void>
  find(id: DeedId): Promise<TriageDeed | null>
  /** The deed that this person did last and that can still be taken back. */
  lastOf(office: OfficeId, by: PersonId): Promise<TriageDeed | null>
  /** Deeds that wait for another of the commission, oldest first. */
  proposed(office: OfficeId): Promise<TriageDeed[]>
  /** False when it is no longer in this state. */
  end(id: DeedId, from: DeedState, to: DeedState, by: PersonId): Promise<boolean>
  templates(office: OfficeId): Promise<AnswerTemplate[]>
  /** False when the office has one of this name. */
  addTemplate(template: AnswerTemplate): Promise<boolean>
  dropTemplate(office: OfficeId, id: TemplateId): Promise<boolean>
}
