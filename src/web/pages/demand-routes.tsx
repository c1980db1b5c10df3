// What residents send without an account: votes, supports, demands. One a code and a device, no faster than a village is.
import { type Context, Hono } from 'hono'
import type { Stores } from '#flows'
import type { Instant, Result } from '#kernel'
import {
  type ByResident,
  type DemandId,
  type PollId,
  type SupportRefusal,
  type VoteRefusal,
  castVote,
  maskWords,
  raiseDemand,
  supportDemand,
  usualDemandRule,
  withdrawSupport,
  wordsFault,
} from '#meetings'
import {
  type Budget,
  type ReceiptCode,
  type RequestKey,
  hashFor,
  parseReceiptCode,
  parseRequestKey,
  receiptCodeOf,
} from '#receipts'
import { type OfficeId, type UnitCode, akimOffice, localDay, officesOf } from '#territory'
import { addresses } from '../address.ts'
import type { Assets } from '../assets.ts'
import { askedCode, isName } from '../asked.ts'
import { formToken } from '../csrf.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { missingAnswer } from '../no-page.tsx'
import { newRequestKey } from '../office/deed-form.tsx'
import { addressOf } from '../origin.ts'
import { answer, hereOf, isDemonstration, unkept } from '../page.tsx'
import { residentMark, step } from '../session.ts'
import { DemandPreview, NewDemandPage, type Typed } from './demand-new.tsx'
import { type DemandReading, DemandPage } from './demand.tsx'
import { ReceiptPage, type Taken } from './demand-receipt.tsx'
import { type PollReading, PollPage } from './poll.tsx'

type Status = 200 | 404 | 409 | 422 | 429
type Refusal = SupportRefusal | VoteRefusal

/** The status of each refusal to a resident. */
const statusOf = {
  'no-such-poll': 404,
  'no-such-demand': 404,
  'no-such-unit': 422,
  'no-such-office': 422,
  'poll-closed': 409,
  'demand-closed': 409,
  'device-has-voted': 409,
  'device-supports-it': 409,
  'no-choice': 422,
  'no-such-code': 422,
  'words-wanted': 422,
  'words-too-long': 422,
  'words-with-marks': 422,
} as const satisfies Record<Refusal['code'], Status>

export function residentRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage } = house
  const rule = house.demands ?? usualDemandRule
  const mask = (words: string) => maskWords(words, house.intake.readers.names())
  const hereFor = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))
  /** Seconds to wait; 0 when it may be done now. */
  const wait = (c: Context, budget: Budget) => {
    const address = addressOf(c, c.get('standing'))
    return step(storage, ({ budgets }) => budgets.spend(budget, address, house.clock()))
  }
  /** Acts for nobody but the hash of a code, for this one thing. */
  const asCode = <T, R>(code: string, verb: (stores: Stores) => Promise<Result<T, R>>) =>
    storage.transaction<T, R>({ person: code, offices: [] }, verb)
  const receipt = (c: Context, here: Here, taken: Taken, code: ReceiptCode | null, back: string) =>
    unkept(answer(c, <ReceiptPage here={here} taken={taken} code={code} back={back} />, 200))
  const late = (c: Context, seconds: number) => c.header('retry-after', String(seconds))

  const pollAnswer = async (
    c: Context,
    id: string,
    typed: { choice: readonly number[]; code: string },
    wrong: { field: 'choice' | 'code'; words: string } | null,
    status: Status,
  ) => {
    const here = await hereFor(c)
    const reading = await storage.readPublic((stores) => readPoll(stores, id, house.clock()))
    if (!reading) return missingAnswer(c, house, assets)
    const props = { ...reading, here, typed, wrong, at: house.clock() }
    return unkept(answer(c, <PollPage {...props} csrf={formToken(c)} formKey={newRequestKey()} />, status))
  }

  routes.get('/polls/:id', (c) => pollAnswer(c, c.req.param('id'), { choice: [], code: '' }, null, 200))

  routes.post('/polls/:id', async (c) => {
    const here = await hereFor(c)
    const say = here.words.demands.refused
    const id = c.req.param('id')
    const body = await bodyOf(c)
    const choice = listOf(body['option']).flatMap((text) => (/^\d$/.test(text) ? [Number(text)] : []))
    const code = textOf(body['code'])
    const key = parseRequestKey(body['key'])
    const back = (field: 'choice' | 'code', words: string, status: Status) =>
      pollAnswer(c, id, { choice, code }, { field, words }, status)
    if (!isName(id) || !key) return back('choice', say.form, 422)
    const given = code === '' ? null : parseReceiptCode(code)
    if (given === undefined) return back('code', say['no-such-code'], 422)
    const seconds = await wait(c, 'vote')
    if (seconds > 0) {
      late(c, seconds)
      return back('choice', say.wait(seconds), 429)
    }
    const kept = given ?? receiptCodeOf(key)
    const hash = hashFor(id, kept)
    const outcome = await asCode(hash, (stores) =>
      castVote(stores, {
        poll: id as PollId,
        choice,
        code: hash,
        device: given ? null : hashFor(id, residentMark(c)),
        at: house.clock(),
      }),
    )
    if (!outcome.ok) {
      const { code: why } = outcome.refusal
      return back(
        why === 'no-such-code' || why === 'device-has-voted' ? 'code' : 'choice',
        say[why],
        statusOf[why],
      )
    }
    const to = addresses[here.language].poll(id)
    return receipt(c, here, given ? 'replaced' : 'voted', given ? null : kept, to)
  })

  const demandAnswer = async (
    c: Context,
    id: string,
    wrong: { do: 'support' | 'withdraw'; words: string; code: string } | null,
    status: Status,
  ) => {
    const here = await hereFor(c)
    const reading = await storage.readPublic((stores) => readDemand(stores, id, house.clock()))
    if (!reading) return missingAnswer(c, house, assets)
    const props = { ...reading, here, wrong, at: house.clock() }
    return unkept(answer(c, <DemandPage {...props} csrf={formToken(c)} formKey={newRequestKey()} />, status))
  }

  routes.get('/demands/:id', (c) => demandAnswer(c, c.req.param('id'), null, 200))

  routes.post('/demands/:id', async (c) => {
    const here = await hereFor(c)
    const say = here.words.demands.refused
    const id = c.req.param('id')
    const body = await bodyOf(c)
    const deed = body['do'] === 'withdraw' ? 'withdraw' : 'support'
    const typed = textOf(body['code'])
    const back = (words: string, status: Status) =>
      demandAnswer(c, id, { do: deed, words, code: typed }, status)
    const key = parseRequestKey(body['key'])
    const code = deed === 'withdraw' ? parseReceiptCode(typed) : key && receiptCodeOf(key)
    if (!isName(id) || !code) return back(deed === 'withdraw' ? say['no-such-code'] : say.form, 422)
    const seconds = await wait(c, 'support')
    if (seconds > 0) {
      late(c, seconds)
      return back(say.wait(seconds), 429)
    }
    const hash = hashFor(id, code)
    const today = localDay(house.clock(), null)
    const outcome: Result<unknown, SupportRefusal> = await asCode<unknown, SupportRefusal>(hash, (stores) =>
      deed === 'withdraw'
        ? withdrawSupport(stores, { demand: id as DemandId, code: hash, today })
        : supportDemand(stores, byResident(c, id, hash), id as DemandId),
    )
    if (!outcome.ok) return back(say[outcome.refusal.code], statusOf[outcome.refusal.code])
    const to = addresses[here.language].demand(id)
    return deed === 'withdraw'
      ? receipt(c, here, 'withdrawn', null, to)
      : receipt(c, here, 'supported', code, to)
  })

  const byResident = (c: Context, thing: string, code: string): ByResident => ({
    at: house.clock(),
    code,
    device: hashFor(thing, residentMark(c)),
    newId: house.newId,
    newSalt: house.newSalt,
  })

  const raiseAnswer = async (
    c: Context,
    code: UnitCode,
    show: { typed: Partial<Typed>; wrong: Parameters<typeof NewDemandPage>[0]['wrong'] } | 'preview',
    typed: Typed | null,
    status: Status,
  ) => {
    const here = await hereFor(c)
    const ground = await storage.readPublic((stores) => readGround(stores, code, here))
    if (!ground) return missingAnswer(c, house, assets)
    const props = { ...ground, here, csrf: formToken(c) }
    if (show === 'preview')
      return unkept(answer(c, <DemandPreview {...props} typed={typed!} masked={mask(typed!.words)} />, 200))
    const first = { office: ground.offices[0]?.id ?? '', words: '', key: newRequestKey() }
    const filled = { ...first, ...show.typed }
    return unkept(
      answer(c, <NewDemandPage {...props} rule={rule} typed={filled} wrong={show.wrong} />, status),
    )
  }

  routes.get('/places/:code/demand', (c) => {
    const code = askedCode(c.req.param('code'))
    return code ? raiseAnswer(c, code, { typed: {}, wrong: {} }, null, 200) : missingAnswer(c, house, assets)
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
      raiseAnswer(c, unit, { typed, wrong: { [field]: words } }, null, status)
    if (!key) return back('whole', say.form, 422)
    if (body['do'] === 'edit') return raiseAnswer(c, unit, { typed, wrong: {} }, null, 200)
    const fault = wordsFault(typed.words) ?? wordsFault(mask(typed.words).words)
    if (fault) return back('words', say[fault.code], 422)
    const ground = await storage.readPublic((stores) => readGround(stores, unit, here))
    if (!ground?.offices.some(({ id }) => id === typed.office))
      return back('office', say['no-such-office'], 422)
    if (body['do'] !== 'send') return raiseAnswer(c, unit, 'preview', typed, 200)
    const seconds = await wait(c, 'demand')
    if (seconds > 0) {
      late(c, seconds)
      return back('whole', say.wait(seconds), 429)
    }
    // Named after the form: sent twice it is one demand.
    const id = demandIdOf(key)
    const code = receiptCodeOf(key)
    const hash = hashFor(id, code)
    const outcome = await asCode(hash, (stores) =>
      raiseDemand(stores, byResident(c, id, hash), {
        id,
        office: typed.office as OfficeId,
        unit,
        words: mask(typed.words).words,
        language: here.language,
        rule,
      }),
    )
    if (!outcome.ok) return back('whole', say[outcome.refusal.code], statusOf[outcome.refusal.code])
    return receipt(c, here, 'raised', code, addresses[here.language].demand(id))
  })

  return routes
}

const demandIdOf = (key: RequestKey): DemandId => `d-${hashFor('demand', key).slice(0, 24)}` as DemandId

async function readPoll(stores: Stores, id: string, at: Instant): Promise<PollReading | null> {
  const poll = isName(id) ? await stores.polls.find(id as PollId) : null
  const office = poll && (await stores.readings.office(poll.office))
  if (!poll || !office) return null
  const lineage = await stores.readings.lineage(poll.unit, localDay(at, poll.unit))
  return lineage.length === 0 ? null : { poll, office, lineage, tally: await stores.polls.tally(poll) }
}

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

const bodyOf = (c: Context): Promise<Record<string, unknown>> =>
  c.req.parseBody({ all: true }).catch(() => ({}))
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
