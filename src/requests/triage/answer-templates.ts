// Words with which an office answers again and again: those that ship, and its own beside them.
import type { Act } from '#calendar'
import { type Result, done, refuse } from '#kernel'
import type { Both } from '#meetings'
import { may } from '#people'
import type { OfficeId } from '#territory'
import type { TemplateId, TriageStore } from './deed.ts'
import type { TriageRefusal } from './write-deed.ts'

/** Answers that ship, in the words of the catalogue. */
export const shippedAnswers = ['elsewhere', 'planned', 'formal-appeal', 'thanks'] as const
export type ShippedAnswer = (typeof shippedAnswers)[number]

/** Refuses: not-allowed, words-wanted, template-there (one of this name). */
export async function writeTemplate(
  { triage }: { readonly triage: TriageStore },
  act: Act,
  { office, name, words }: { office: OfficeId; name: string; words: Both },
): Promise<Result<TemplateId, TriageRefusal>> {
  const answer = may(act.actor, 'triage-requests', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  if ([name, words.kk, words.ru].some((text) => text.trim() === '')) return refuse({ code: 'words-wanted' })
  const id = act.newId() as TemplateId
  const template = { id, office, name: name.trim(), words, by: act.actor.person.id, at: act.at }
  return (await triage.addTemplate(template)) ? done(id) : refuse({ code: 'template-there' })
}

/** Refuses: not-allowed, no-such-template. */
export async function dropTemplate(
  { triage }: { readonly triage: TriageStore },
  act: Act,
  { office, template }: { office: OfficeId; template: TemplateId },
): Promise<Result<void, TriageRefusal>> {
  const answer = may(act.actor, 'triage-requests', { office }, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  return (await triage.dropTemplate(office, template)) ? done() : refuse({ code: 'no-such-template' })
}
