// What residents say without an account: demands of a meeting and supports of them; votes stand in a file of their own.
import { type Context, Hono } from 'hono'
import type { Stores } from '#flows'
import type { Instant } from '#kernel'
import {
  type DemandId,
  maskWords,
  raiseDemand,
  supportDemand,
  usualDemandRule,
  withdrawSupport,
  wordsFault,
} from '#meetings'
import { type RequestKey, hashFor, parseReceiptCode, parseRequestKey, receiptCodeOf } from '#receipts'
import { type OfficeId, type UnitCode, akimOffice, localDay, officesOf } from '#territory'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { askedCode, isName } from '../asked.ts'
import { formToken } from '../csrf.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { newRequestKey } from '../office/deed-form.tsx'
import { type Status, bodyOf, residents, textOf } from './by-resident.tsx'
import { DemandPreview, NewDemandPage, type Typed } from './demand-new.tsx'
import { DemandPage, type DemandReading } from './demand.tsx'
import { pollRoutes } from './poll-routes.tsx'

export function residentRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { hereFor, show, send, by } = residents(house, assets)
  const rule = house.demands ?? usualDemandRule
  const mask = (words: string) => maskWords(words, house.intake.readers.names())

  routes.route('/', pollRoutes(house, assets))

  const demandPage = (
    c: Context,
    id: string,
    wrong: { do: 'support' | 'withdraw'; words: string; code: string } | null,
    status: Status,
  ) =>
    show(
      c,
      (stores) => readDemand(stores, id, house.clock()),
      (reading, here) => (
        <DemandPage
          {...reading}
          {...{ here, wrong }}
          at={house.clock()}
          csrf={formToken(c)}
          formKey={newRequestKey()}
        />
      ),
      status,
    )

  routes.get('/demands/:id', (c) => demandPage(c, c.req.param('id'), null, 200))

  routes.post('/demands/:id', async (c) => {
    const here = await hereFor(c)
    const say = here.words.demands.refused
    const id = c.req.param('id') as DemandId
    const body = await bodyOf(c)
    const withdraws = body['do'] === 'withdraw'
    const typed = textOf(body['code'])
    const back = (words: string, status: Status) =>
      demandPage(c, id, { do: withdraws ? 'withdraw' : 'support', words, code: typed }, status)
    const key = parseRequestKey(body['key'])
    const code = withdraws ? parseReceiptCode(typed) : key && receiptCodeOf(key)
    if (!isName(id) || !code) return back(withdraws ? say['no-such-code'] : say.form, 422)
    return send(c, here, {
      budget: 'support',
      thing: id,
      code,
      verb: async (stores, hash) =>
        withdraws
          ? withdrawSupport(stores, { demand: id, code: hash, today: localDay(house.clock(), null) })
          : supportDemand(stores, by(c, id, hash), id),
      taken: withdraws ? 'withdrawn' : 'supported',
      to: addresses[here.language].demand(id),
      fresh: !withdraws,
      back,
    })
  })

  type Wrong = Parameters<typeof NewDemandPage>[0]['wrong']
  const raisePage = (
    c: Context,
    unit: UnitCode,
    typed: Partial<Typed>,
    wrong: Wrong = {},
    status: Status = 200,
  ) =>
    show(
      c,
      (stores, here) => readGround(stores, unit, here),
      (ground, here) => (
        <NewDemandPage
          {...ground}
          {...{ here, rule, wrong }}
          csrf={formToken(c)}
          typed={{ office: ground.offices[0]?.id ?? '', words: '', key: newRequestKey(), ...typed }}
        />
      ),
      status,
    )

  routes.get('/places/:code/demand', (c) => {
    const unit = askedCode(c.req.param('code'))
    return unit ? raisePage(c, unit, {}) : missingAnswer(c, house, assets)
  })

  routes.post('/places/:code/demand', async (c) => {
    const unit = askedCode(c.req.param('code'))
    if (!unit) return missingAnswer(c, house, assets)
    const here = await hereFor(c)
    const say = here.words.demands.refused
    const body = await bodyOf(c)
    const key = parseRequestKey(body['key'])
    const typed: Typed = {
      office: textOf(body['office']),
      words: textOf(body['words']).replace(/\r\n?/g, '\n'),
      key: key ?? newRequestKey(),
    }
    const back = (field: 'office' | 'words' | 'whole', words: string, status: Status) =>
      raisePage(c, unit, typed, { [field]: words }, status)
    if (!key) return back('whole', say.form, 422)
    if (body['do'] === 'edit') return raisePage(c, unit, typed)
    const masked = mask(typed.words)
    const fault = wordsFault(typed.words) ?? wordsFault(masked.words)
    if (fault) return back('words', say[fault.code], 422)
    const ground = await house.storage.readPublic((stores) => readGround(stores, unit, here))
    if (!ground?.offices.some(({ id }) => id === typed.office))
      return back('office', say['no-such-office'], 422)
    if (body['do'] !== 'send')
      return show(
        c,
        async () => ground,
        () => <DemandPreview {...ground} {...{ here, typed, masked }} csrf={formToken(c)} />,
      )
    // Named after the form: sent twice it is one demand.
    const id = demandIdOf(key)
    return send(c, here, {
      budget: 'demand',
      thing: id,
      code: receiptCodeOf(key),
      verb: (stores, hash) =>
        raiseDemand(stores, by(c, id, hash), {
          id,
          office: typed.office as OfficeId,
          unit,
          words: masked.words,
          language: here.language,
          rule,
        }),
      taken: 'raised',
      to: addresses[here.language].demand(id),
      fresh: true,
      back: (words, status) => back('whole', words, status),
    })
  })

  return routes
}

const demandIdOf = (key: RequestKey): DemandId => `d-${hashFor('demand', key).slice(0, 24)}` as DemandId

async function readDemand(stores: Stores, id: string, at: Instant): Promise<DemandReading | null> {
  const demand = isName(id) ? await stores.demands.find(id as DemandId) : null
  const office = demand && (await stores.readings.office(demand.office))
  if (!demand || !office) return null
  const lineage = await stores.readings.lineage(demand.unit, localDay(at, demand.unit))
  if (lineage.length === 0) return null
  const answering = await stores.demands.meetingAnswering(demand.id)
  return { demand, office, lineage, meeting: answering && (await stores.readings.meeting(answering)) }
}

/** The place with what it lies in, and the akims whom it can demand a meeting of, nearest first. */
async function readGround({ readings }: Stores, code: UnitCode, { today }: Here) {
  const lineage = await readings.lineage(code, today)
  const offices = lineage.flatMap((unit) => officesOf(unit).filter(({ id }) => id === akimOffice(unit.code)))
  return offices.length === 0 ? null : { lineage, offices }
}
