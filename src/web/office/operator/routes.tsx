// The operator's desk: register and settings, days off, all outboxes, refused attempts.
import { type Context, Hono } from 'hono'
import type { VNode } from 'preact'
import { type HolidayRefusal, editHolidays, laidOver } from '#calendar'
import { type Books, type Stores, touchedByNewest } from '#flows'
import { yearOf } from '#kernel'
import { type Verb, may, operatorOffice } from '#people'
import type { ReceiptRefusal } from '#receipts'
import type { Assets } from '../../assets.ts'
import { askedYear } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { MessageList, countedOf } from '../../notices/outbox-page.tsx'
import { originOf } from '../../origin.ts'
import { answer, hereOf } from '../../page.tsx'
import { DeniedTable } from '../../people/denied-page.tsx'
import { actNow, actingOf } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { HolidaysPage } from './holidays-page.tsx'
import { type OperatorDesk, operatorAddresses, operatorDesk } from './operator-desk.ts'
import { OperatorFrame } from './operator-frame.tsx'
import { readHolidayForm, whats } from './read-holiday-form.ts'
import { RegisterPage } from './register-page.tsx'

type Status = 200 | 403 | 409 | 422

const status = {
  'not-allowed': 403,
  'changed-meanwhile': 409,
  'day-over': 422,
  'year-not-entered': 422,
  'year-entered': 409,
  'outside-the-year': 422,
  'off-already': 422,
  'worked-already': 422,
  'key-used-for-other-words': 409,
} as const satisfies Record<(HolidayRefusal | ReceiptRefusal)['code'], Status>

const most = 50

/** `shipped` are the books as they came with the program: changes of days off are laid over those. */
export function operatorRoutes(house: WebHouse, assets: Assets, shipped: Books['holidays']): Hono {
  const routes = new Hono({ strict: false })
  const at = `/office/${operatorOffice}`

  /** A page at this desk, read as the person who sits there. */
  const read = async <T,>(
    c: Context,
    verb: Verb,
    reader: (desk: OperatorDesk, stores: Stores) => Promise<T>,
  ): Promise<T | null> =>
    house.storage.readOffice(
      actingOf(c.get('actor')!, hereOf(c, house, assets, false).today),
      async (stores) => {
        const desk = await operatorDesk(c, house, assets, stores, verb)
        return desk && reader(desk, stores)
      },
    )
  const shown = (c: Context, page: VNode | null, code: Status = 200) =>
    page ? answer(c, page, code) : missingAnswer(c, house, assets)

  routes.get(at, async (c) =>
    shown(
      c,
      await read(c, 'see-office', async (desk, { register }) => (
        <RegisterPage {...{ desk, house }} csrf={formToken(c)} summary={await register.summary()} />
      )),
    ),
  )

  const holidaysAnswer = async (
    c: Context,
    refused: Parameters<typeof HolidaysPage>[0]['refused'],
    code: Status,
  ) =>
    shown(
      c,
      await read(c, 'edit-holidays', async (desk, stores) => {
        const edits = await stores.holidays.edits()
        const { today } = desk.here
        const asked = askedYear(refused?.typed['year'] ?? c.req.query('year'))
        return (
          <HolidaysPage
            {...{ desk, edits, refused }}
            csrf={formToken(c)}
            holidays={laidOver(shipped, edits)}
            touched={edits.length > 0 ? await touchedByNewest(stores, shipped, edits, today) : null}
            year={asked ?? yearOf(today) + 1}
            said={c.req.query('said') === 'saved'}
          />
        )
      }),
      code,
    )

  routes.get(`${at}/holidays`, (c) => holidaysAnswer(c, null, 200))

  routes.post(`${at}/holidays`, async (c) => {
    const desk = await read(c, 'edit-holidays', async (found) => found)
    if (!desk) return missingAnswer(c, house, assets)
    const { here } = desk
    const words = here.words.operator.holidays
    const typed = typedOf(await c.req.parseBody())
    const what = whats.find((one) => one === typed['what']) ?? null
    const stamp = readStamp(typed)
    const form = readHolidayForm(typed, here.today, words)
    if (!stamp) return holidaysAnswer(c, { what, typed, wrong: {}, sentence: words.wrong.form }, 422)
    if (!form.ok)
      return holidaysAnswer(c, { what, typed, wrong: form.wrong, sentence: form.wrong['form'] ?? null }, 422)
    const { change } = form.value
    const year =
      change.what === 'year' ? change.year : yearOf(change.what === 'moved' ? change.off : change.date)
    const outcome = await doOnce<HolidayRefusal>(
      c,
      house,
      desk,
      {
        key: stamp.key,
        posted: JSON.stringify(form.value),
        next: operatorAddresses(here.language).holidays({ year, said: 'saved' }),
      },
      (stores) =>
        editHolidays(stores, shipped, actNow(house, desk.actor), {
          ...form.value,
          revision: stamp.revision,
        }),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { code } = outcome.refusal
    return holidaysAnswer(c, { what, typed, wrong: {}, sentence: words.refused[code] }, status[code])
  })

  routes.get(`${at}/outbox`, async (c) => {
    const found = await read(c, 'see-outboxes', async (desk, stores) => ({
      desk,
      messages: await stores.outbox.recent('all', most),
    }))
    if (!found) return missingAnswer(c, house, assets)
    const counted = await countedOf(house, found.messages)
    const { desk } = found
    const words = desk.here.words.operator
    return answer(
      c,
      <OperatorFrame desk={desk} section="outbox" csrf={formToken(c)}>
        <h1>{words.tabs.outbox}</h1>
        <p class="lead">{words.outbox.lead}</p>
        {counted.length === 0 && <p>{words.outbox.none}</p>}
        <MessageList
          here={desk.here}
          counted={counted}
          origin={originOf(c, c.get('standing'))}
          of={({ office }) => office && words.outbox.of(office)}
        />
      </OperatorFrame>,
      200,
    )
  })

  routes.get(`${at}/denied`, async (c) =>
    shown(
      c,
      await read(c, 'see-denied', async (desk, stores) => (
        <OperatorFrame desk={desk} section="denied" csrf={formToken(c)}>
          <h1>{desk.here.words.operator.tabs.denied}</h1>
          <p class="lead">{desk.here.words.people.denied.lead}</p>
          <DeniedTable here={desk.here} denied={await stores.denied.newest('everywhere', most * 4)} />
        </OperatorFrame>
      )),
    ),
  )

  return routes
}

/** Whether the person works at the operator's desk. */
export const isOperator = (c: Context, today: Parameters<typeof may>[3]): boolean =>
  may(c.get('actor'), 'see-office', { office: operatorOffice }, today).yes
