// The bench as a room: who sees it, how its forms become deeds, how it says no, what was just done.
import type { Context } from 'hono'
import type { Act } from '#calendar'
import type { Stores } from '#flows'
import type { Result } from '#kernel'
import type { Seen, TriageRefusal } from '#requests'
import { type OfficeId, meetsPeople } from '#territory'
import type { Assets } from '../../assets.ts'
import type { WebHouse } from '../../house.ts'
import type { BenchWords } from '../../words/bench/kk.ts'
import { atDesk } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { formDeed } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import type { FormReader } from '../meetings/read-meeting-forms.ts'
import { type Posted, postForm } from '../post-deed.ts'
import { benchAddresses } from './bench-addresses.ts'
import { tellBench } from './bench-refusals.ts'

export const bench = '/office/:office/requests'

/** Where people are met: with the commission of an akim, or with the staff of a central body alone. */
export const hasBench = ({ office }: Desk): boolean => meetsPeople(office.post)

export const atBench = (house: WebHouse, assets: Assets): ReturnType<typeof atDesk> => {
  const show = atDesk(house, assets, 'see-requests')
  return (c, page, status) =>
    show(c, async (desk, stores) => (hasBench(desk) ? page(desk, stores) : null), status)
}

/** A deed in the own office, of what its form names. */
export const benchDeed = <T>(
  said: keyof BenchWords['said'],
  read: (typed: Typed, form: FormReader, desk: Desk) => T,
  verb: (
    stores: Stores,
    act: Act,
    command: T & { readonly office: OfficeId },
  ) => Promise<Result<unknown, TriageRefusal>>,
) => formDeed(said, (typed, form, desk) => ({ office: desk.office.id, ...read(typed, form, desk) }), verb)

export const countIn = (typed: Typed, field: string): number =>
  /^\d{1,15}$/.test(typed[field] ?? '') ? Number(typed[field]) : 0

/** A thing as the page of a form saw it. */
export const seenAs = <Id>(id: Id, typed: Typed, revision = 'revision'): Seen<Id> => ({
  id,
  revision: countIn(typed, revision),
})

export const postAtBench = (house: WebHouse, assets: Assets) => {
  const post = postForm<TriageRefusal>(house, assets, {
    sees: 'see-requests',
    has: hasBench,
    tell: tellBench,
  })
  return (c: Context, posted: Omit<Posted<null, TriageRefusal>, 'on'>): Promise<Response> =>
    post(c, { ...posted, on: () => null })
}

export const to = ({ here, office }: Desk) => benchAddresses(here.language, office.id)

export function saidOf(c: Context, { here }: Desk): string | null {
  const { said } = here.words.bench
  const asked = c.req.query('said')
  return asked !== undefined && Object.hasOwn(said, asked) ? said[asked as keyof typeof said] : null
}
