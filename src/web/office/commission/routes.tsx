// The page of an office's commission and what its forms do.
import { type Context, Hono } from 'hono'
import { type FormingRefusal, formCommission, hasCommission, linkMember } from '#flows'
import type { CommissionId, PersonId } from '#people'
import type { ReceiptRefusal } from '#receipts'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { Here } from '../../here.ts'
import type { WebHouse } from '../../house.ts'
import { type DeskStatus, atDesk } from '../at-desk.ts'
import { deed, formDeed } from '../deed-of.ts'
import type { Desk } from '../desk.ts'
import { type Back, postForm } from '../post-deed.ts'
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

const tell = ({ words }: Here, refusal: Refusal) => {
  const { refused } = words.commission
  const said = refusal.code === 'letters-mixed' ? refused[refusal.code](refusal.word) : refused[refusal.code]
  return { status: status[refusal.code], words: said }
}

const deeds = {
  formed: deed(
    'formed',
    (typed, { here, office }) => {
      const read = readWritten(typed, here.words)
      return read.ok ? { ok: true, value: { ...read.value, office: office.id } } : read
    },
    (stores, act, seen: number, wish) => formCommission(stores, act, { ...wish, seen }),
  ),
  linked: formDeed(
    'linked',
    ({ commission = '', place = '', person = '' }, _, { office }) => ({
      office: office.id,
      id: commission as CommissionId,
      place: /^\d{1,4}$/.test(place) ? Number(place) : -1,
      person: isName(person) ? (person as PersonId) : null,
    }),
    linkMember,
  ),
}

export function commissionRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const show = atDesk(house, assets, 'see-requests')
  const post = postForm<FormingRefusal>(house, assets, {
    sees: 'see-requests',
    has: ({ office }) => hasCommission(office.id),
    tell,
  })

  const page = (
    c: Context,
    form: keyof typeof deeds,
    back: Back<FormingRefusal> | null = null,
    status: DeskStatus = 200,
  ) =>
    show(
      c,
      async (desk, stores) => {
        const view = await readCommission(stores, house.books, desk)
        if (!view) return null
        const [standing] = view.commissions
        const field = back?.refusal ? fieldOf(back.refusal) : null
        const wrong = field && back?.sentence ? { [field]: back.sentence } : (back?.wrong ?? {})
        // Another officer was faster: the present values are shown beside what was typed.
        const stands = back?.refusal?.code === 'formed-meanwhile' && standing ? fieldsOf(standing) : null
        return (
          <CommissionPage
            {...{ desk, view }}
            csrf={formToken(c)}
            said={saidOf(c, desk)}
            returned={back && { ...back, wrong, stands, form }}
          />
        )
      },
      status,
    )

  routes.get('/office/:office/commission', (c) => page(c, 'formed'))

  const postAs = (form: keyof typeof deeds) => (c: Context) =>
    post(c, {
      deed: deeds[form],
      on: (_stores, _desk, revision) => revision,
      next: ({ here, office }) => commissionAddresses(here.language, office.id).page(form),
      again: (back, status) => page(c, form, back, status),
    })

  routes.post('/office/:office/commission', postAs('formed'))
  routes.post('/office/:office/commission/link', postAs('linked'))

  return routes
}

function saidOf(c: Context, { here }: Desk): string | null {
  const said = c.req.query('said')
  const { saved } = here.words.commission
  return said !== undefined && Object.hasOwn(saved, said) ? saved[said as keyof typeof saved] : null
}
