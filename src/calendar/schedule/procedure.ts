// The procedure of ministers' meetings: written by the authorised body, signed by another person, published. Law: G24-3.2.
import { type Instant, done, refuse } from '#kernel'
import type { JournalStore } from '#journal'
import { type PersonId, may } from '#people'
import { authorisedBodyOffice } from '#territory'
import type { Act } from '../change-calendar.ts'
import { type Step, paperFact, scheduleFact, scheduleThing, withEditor } from './change-schedule.ts'
import type { Both, ScheduleStore } from './schedule.ts'

/** What is being written; there is one draft at a time. */
export type ProcedureDraft = {
  readonly text: Both
  readonly editors: readonly PersonId[]
  readonly revision: number
}

/** What was published; a later one takes its place, and it stays readable. */
export type Procedure = {
  readonly number: number
  /** The number of the order that approved it. */
  readonly order: string
  readonly publishedAt: Instant
  readonly text: Both
}

export type ProcedureStore = {
  procedureDraft(): Promise<ProcedureDraft | null>
  /** `false` when somebody was faster. */
  saveProcedureDraft(draft: ProcedureDraft): Promise<boolean>
  addProcedure(procedure: Procedure): Promise<void>
  procedures(): Promise<Procedure[]>
}

type Stores = { readonly schedules: ScheduleStore; readonly journal: JournalStore }

/** Writes the draft in both languages. Refuses: not-allowed, changed-meanwhile. */
export async function writeProcedure(
  { schedules }: Stores,
  act: Act,
  { text, revision }: { readonly text: Both; readonly revision: number },
): Step<ProcedureDraft> {
  const answer = may(act.actor, 'assemble-schedule', scheduleThing(null, 'assemble-schedule'), act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const before = await schedules.procedureDraft()
  if ((before?.revision ?? 0) !== revision)
    return refuse({ code: 'changed-meanwhile', revision: before?.revision ?? 0 })
  const draft = {
    text,
    editors: withEditor(before?.editors ?? [], act.actor.person.id),
    revision: revision + 1,
  }
  return (await schedules.saveProcedureDraft(draft))
    ? done(draft)
    : refuse({ code: 'changed-meanwhile', revision })
}

/**
 * Publishes the draft under the number of its order; with it the central bodies have it.
 *
 * Law: G24-3.2. Refuses: not-allowed (four eyes), nothing-changed (nothing is written), language-missing, changed-meanwhile.
 */
export async function publishProcedure(
  { schedules, journal }: Stores,
  act: Act,
  { order, revision }: { readonly order: string; readonly revision: number },
): Step<Procedure> {
  const draft = await schedules.procedureDraft()
  const answer = may(
    act.actor,
    'publish-procedure',
    { ...scheduleThing(null, 'publish-procedure'), state: 'drafted', editedBy: draft?.editors ?? [] },
    act.today,
  )
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if (!draft) return refuse({ code: 'nothing-changed' })
  if (draft.revision !== revision) return refuse({ code: 'changed-meanwhile', revision: draft.revision })
  if (draft.text.kk === '' || draft.text.ru === '') return refuse({ code: 'language-missing' })
  const before = (await schedules.procedures()).at(-1)
  if (before && before.text.kk === draft.text.kk && before.text.ru === draft.text.ru)
    return refuse({ code: 'nothing-changed' })
  const procedure: Procedure = {
    number: (before?.number ?? 0) + 1,
    order,
    publishedAt: act.at,
    text: draft.text,
  }
  await schedules.addProcedure(procedure)
  if (!(await schedules.saveProcedureDraft({ ...draft, editors: [], revision: revision + 1 })))
    return refuse({ code: 'changed-meanwhile', revision })
  const subject = 'schedule.procedure'
  await journal.append([
    ...['procedure-approved', 'procedure-communicated'].map((type) =>
      scheduleFact(act, authorisedBodyOffice, subject, type, { kind: 'procedure' }),
    ),
    paperFact(act, authorisedBodyOffice, subject, 'procedure-approved', order),
  ])
  return done(procedure)
}
