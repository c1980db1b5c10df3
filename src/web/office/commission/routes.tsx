// The page of an office's commission and what its forms do.
import { type Context, Hono } from 'hono'
import { type FormingRefusal, type Stores, formCommission, hasCommission, linkMember } from '#flows'
import type { CommissionId, PersonId } from '#people'
import type { ReceiptRefusal } from '#receipts'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import type { Returned } from '../meetings/meeting-fields.tsx'
import { readStamp, typedOf } from '../read-deed.ts'
import { commissionAddresses } from './addresses.ts'
import { CommissionPage } from './commission-page.tsx'
import { fieldsOf, readCommission, readWritten } from './read-commission.ts'

type Refusal = FormingRefusal | ReceiptRefusal

const status = {
  'nobody-in-it': 422,
  'body-absent-and-present': 422,
  'order-after-today': 422,
  'formed-meanwhile': 409,
  'letters-mixed': 422,
  'letters-hidden': 422,
  'not-allowed': 403,
  'no-such-member': 409,
  'not-of-the-commission': 422,
  'linked-already': 409,
  'key-used-for-other-words': 409,
} as const satisfies Record<Refusal['code'], DeskStatus>

/** The field that a refusal is about, where it is about one. */
const fieldOf = (refusal: Refusal): string | null =>
  refusal.code === 'body-absent-and-present'
    ? `absent.${refusal.body}`
    : refusal.code === 'order-after-today'
      ? 'order.day'
      : null

export function commissionRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const [show, sit] = [atDesk(house, assets, 'see-requests'), deskFor(house, assets, 'see-requests')]

  const page = (c: Context, form: 'formed' | 'linked', returned: Returned | null, status: DeskStatus) =>
    show(
      c,
      async (desk, stores) => {
        const view = await readCommission(stores, house.books, desk)
        if (!view) return null
        const [standing] = view.commissions
        // Another officer was faster: the present values are shown beside what was typed.
        const stands = returned?.stands && standing ? fieldsOf(standing) : null
        return (
          <CommissionPage
            {...{ desk, view }}
            csrf={formToken(c)}
            said={saidOf(c, desk)}
            returned={returned && { ...returned, stands, form }}
          />
        )
      },
      status,
    )

  routes.get('/office/:office/commission', (c) => page(c, 'formed', null, 200))

  const post = async (
    c: Context,
    form: 'formed' | 'linked',
    verb: (desk: Desk, typed: Typed, revision: number) => Deed,
  ) => {
    const desk = await sit(c)
    if (!desk || !hasCommission(desk.office.id)) return missingAnswer(c, house, assets)
    const { words, language } = desk.here
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    const back = (status: DeskStatus, wrong: Returned['wrong'], sentence: string | null, stands = false) =>
      page(c, form, { typed, wrong, sentence, stands: stands ? {} : null }, status)
    if (!stamp) return back(422, {}, words.office.wrong.form)
    const deed = verb(desk, typed, stamp.revision)
    if (!deed.ok) return back(422, deed.wrong, null)
    const outcome = await doOnce(
      c,
      house,
      desk,
      {
        key: stamp.key,
        posted: JSON.stringify({ ...typed, key: '', csrf: '' }),
        next: commissionAddresses(language, desk.office.id).page(form),
      },
      deed.value,
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { refusal } = outcome
    const { refused } = words.commission
    const told =
      refusal.code === 'letters-mixed' ? refused[refusal.code](refusal.word) : refused[refusal.code]
    const field = fieldOf(refusal)
    return back(
      status[refusal.code],
      field ? { [field]: told } : {},
      told,
      refusal.code === 'formed-meanwhile',
    )
  }

  routes.post('/office/:office/commission', (c) =>
    post(c, 'formed', (desk, typed, seen) => {
      const read = readWritten(typed, desk.here.words)
      if (!read.ok) return read
      const wish = { ...read.value, office: desk.office.id, seen }
      return {
        ok: true,
        value: (stores) => formCommission(stores, actNow(house, desk.actor), wish),
      }
    }),
  )

  routes.post('/office/:office/commission/link', (c) =>
    post(c, 'linked', (desk, { commission = '', place = '', person = '' }) => ({
      ok: true,
      value: (stores) =>
        linkMember(stores, actNow(house, desk.actor), {
          office: desk.office.id,
          id: commission as CommissionId,
          place: /^\d{1,4}$/.test(place) ? Number(place) : -1,
          person: isName(person) ? (person as PersonId) : null,
        }),
    })),
  )

  return routes
}

type Deed =
  | {
      readonly ok: true
      readonly value: (stores: Stores) => ReturnType<typeof formCommission | typeof linkMember>
    }
  | { readonly ok: false; readonly wrong: Returned['wrong'] }

function saidOf(c: Context, { here }: Desk): string | null {
  const said = c.req.query('said')
  const { saved } = here.words.commission
  return said !== undefined && Object.hasOwn(saved, said) ? saved[said as keyof typeof saved] : null
}
