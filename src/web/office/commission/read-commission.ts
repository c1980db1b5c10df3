// What the page of a commission shows, and what its form says.
import { type Books, type Stores, hasCommission } from '#flows'
import { componentsOf } from '#law'
import { type Category, type Commission, type CommissionMember, type Order, type Person, may } from '#people'
import { catalogues } from '../../words/index.ts'
import type { Typed } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { FormReader, type FormWords } from '../meetings/read-meeting-forms.ts'
import type { Read } from '../read-deed.ts'

export type CommissionView = {
  /** The standing one first. */
  readonly commissions: readonly Commission[]
  /** Bodies whose members the law of the day wants in it. */
  readonly byLaw: readonly string[]
  /** Whoever has the role of a member today. */
  readonly holders: readonly Person[]
  readonly forms: boolean
  readonly invites: boolean
}

/** Null where an office has no commission. */
export async function readCommission(
  stores: Stores,
  { law }: Books,
  { office, actor, here: { today } }: Desk,
): Promise<CommissionView | null> {
  if (!hasCommission(office.id)) return null
  const of = { office: office.id }
  const invites = may(actor, 'invite-person', { ...of, role: 'commission-member' }, today)
  const holders = (await stores.people.grantsOf(office.id)).filter(
    ({ role, from, to, revokedAt }) =>
      role === 'commission-member' && !revokedAt && from <= today && (to === null || to >= today),
  )
  const kind = { post: office.post, unit: null, inCalendar: true, videoconference: false }
  const asked = componentsOf(law, kind, today)
    .filter(({ facts }) => facts.includes('commission-formed'))
    .flatMap(({ words }) => words?.of ?? [])
  return {
    commissions: await stores.commissions.ofOffice(office.id),
    byLaw: [...new Set(asked)],
    holders: holders.map(({ person, name }) => ({ id: person, name })),
    forms: may(actor, 'form-commission', of, today).yes,
    invites: invites.yes || invites.no.code === 'fresh-factor-needed',
  }
}

/** Bodies that a form has fields of their own for. */
export const bodies: readonly string[] = Object.keys(catalogues.kk.commission.bodies)

/** How many other bodies a form has room for: always some that are empty. */
export const mostOthers = 12
export function othersIn(typed: Typed): number {
  const used = Array.from({ length: mostOthers }, (_, at) => at).filter((at) =>
    ['kk', 'ru', 'names'].some((field) => (typed[`other.${at}.${field}`] ?? '') !== ''),
  )
  return Math.min(mostOthers, (used.at(-1) ?? -1) + 3)
}

export type Written = {
  readonly order: Order
  readonly members: readonly Pick<CommissionMember, 'name' | 'category'>[]
  readonly absent: readonly string[]
}

/** What was typed, or what is wrong with each field. */
export function readWritten(typed: Typed, words: FormWords): Read<Written> {
  const form = new FormReader(typed, words)
  const order = { number: form.text('order.number', { most: 60, needed: true }), day: form.day('order.day') }
  const namesOf = (field: string, category: Category) => {
    const names = form.lines(field)
    if (names.some((name) => [...name].length > mostLetters))
      form.wrong[field] = words.meetings.office.wrong.long(mostLetters)
    return names.map((name) => ({ name: name.normalize('NFC'), category }))
  }
  const ofBodies = bodies.flatMap((word) => namesOf(`names.${word}`, { word }))
  const others = Array.from({ length: othersIn(typed) }, (_, at) => `other.${at}`).flatMap((row) => {
    const said = ['kk', 'ru', 'names'].some((field) => (typed[`${row}.${field}`] ?? '') !== '')
    if (!said) return []
    const name = { kk: other(`${row}.kk`), ru: other(`${row}.ru`) }
    const members = namesOf(`${row}.names`, { name })
    if (members.length === 0) form.wrong[`${row}.names`] ??= words.meetings.office.wrong.text
    return members
  })
  return form.done({ order, members: [...ofBodies, ...others], absent: form.ticked('absent', bodies) })

  function other(field: string): string {
    return form.text(field, { most: mostLetters, needed: true }).replaceAll(/\s+/g, ' ').normalize('NFC')
  }
}

const mostLetters = 120

/** A commission as the fields of its form: what `readWritten` reads back to the same. */
export function fieldsOf({ order, members, absent }: Commission): Typed {
  const fields: Record<string, string> = { 'order.number': order.number, 'order.day': order.day }
  for (const word of absent) fields[`absent.${word}`] = 'on'
  const own = (category: Category) => 'word' in category && bodies.includes(category.word)
  for (const { name, category } of members)
    if (own(category) && 'word' in category) {
      const field = `names.${category.word}`
      fields[field] = field in fields ? `${fields[field]}\n${name}` : name
    }
  const others = Map.groupBy(
    members.filter(({ category }) => !own(category)),
    ({ category }) => JSON.stringify(category),
  )
  for (const [at, of] of [...others.values()].entries()) {
    const { category } = of[0]!
    const name = 'name' in category ? category.name : { kk: category.word, ru: category.word }
    Object.assign(fields, {
      [`other.${at}.kk`]: name.kk,
      [`other.${at}.ru`]: name.ru,
      [`other.${at}.names`]: of.map((member) => member.name).join('\n'),
    })
  }
  return fields
}
