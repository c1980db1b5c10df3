// Who holds an office, or acts in it: said by its signer or from above; duties stay with the office.
import { type Act, entryBy } from '#calendar'
import { type Disguise, type LocalDate, type Result, addDays, disguiseOf, done, refuse } from '#kernel'
import { type NotAllowed, may, officeThing } from '#people'
import { type OfficeId, romanise } from '#territory'
import type { Stores } from './stores.ts'

export type HolderRefusal =
  | { readonly code: 'not-allowed'; readonly why: NotAllowed }
  | { readonly code: 'no-such-office' }
  | { readonly code: 'holder-leaves-before-coming' }
  | { readonly code: 'holder-days-taken' }
  | Disguise

/**
 * Writes down a holder from a day on; whoever held the office until then leaves the day before. Who only acts may
 * overlap with the holder (AMB-01). The past is not rewritten: days that another has held are refused.
 */
export async function recordHolder(
  stores: Stores,
  act: Act,
  wish: {
    readonly office: OfficeId
    readonly kk: string
    readonly ru: string
    readonly acting: boolean
    readonly from: LocalDate
    readonly to: LocalDate | null
  },
): Promise<Result<void, HolderRefusal>> {
  const { office, kk, ru, acting, from, to } = wish
  const { territory, journal } = stores
  const thing = await officeThing(stores, office, act.today)
  if (!thing?.of) return refuse({ code: 'no-such-office' })
  const answer = may(act.actor, 'record-holder', thing, act.today)
  if (!answer.yes) return refuse({ code: 'not-allowed', why: answer.no })
  const disguise = disguiseOf(kk) ?? disguiseOf(ru)
  if (disguise) return refuse(disguise)
  if (to !== null && to < from) return refuse({ code: 'holder-leaves-before-coming' })
  const open = (await territory.holders(office)).find((one) => !one.acting && one.to === null)
  if (!acting && open) {
    if (open.from >= from) return refuse({ code: 'holder-days-taken' })
    await territory.endHolder(office, addDays(from, -1), false)
  }
  const name = { kk, ru, en: romanise(kk) }
  if (!(await territory.addHolder({ office, name, acting, from, to })))
    return refuse({ code: 'holder-days-taken' })
  await journal.append([
    entryBy(act, {
      type: 'holder-recorded',
      office,
      subject: null,
      payload: { name: kk, acting, from, to },
    }),
  ])
  return done()
}
