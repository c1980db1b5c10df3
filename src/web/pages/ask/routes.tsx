// Questions and proposals of residents, without an account: the doors, the form, the preview, the receipt, the way.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import { type Channel, readAddress } from '#notices'
import { hashFor, parseReceiptCode } from '#receipts'
import { type ReceiptHash, mostCharacters, readWords } from '#requests'
import type { Budget } from '#receipts'
import type { OfficeId, Unit } from '#territory'
import type { Assets } from '../../assets.ts'
import { askedCode, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { newRequestKey } from '../../office/deed-form.tsx'
import { addressOf } from '../../origin.ts'
import { answer, hereOf, isDemonstration } from '../../page.tsx'
import { readRequestFiles, requestFilesField } from '../../read-request-files.ts'
import { step } from '../../session.ts'
import { admit } from './admit.ts'
import { AskPage } from './ask-page.tsx'
import { DoorsPage } from './doors-page.tsx'
import {
  type FoundPlace,
  type From,
  type Ground,
  answersFor,
  findPlaces,
  mostFound,
  readGround,
} from './ground.ts'
import { PreviewPage } from './preview-page.tsx'
import { ReceiptAskedPage, WayPage } from './receipt-page.tsx'
import { authorsDeeds } from './own-deeds.tsx'
import { doAuthorsDeed, keepContact, sendRequest, sentBefore } from './send.ts'
import { TakenPage } from './taken-page.tsx'
import { type Field, type Typed, type Wrong, emptyForm, readTyped } from './typed.ts'
import { readWay } from './way.ts'
import { workFor } from './work-field.tsx'

type Status = 200 | 409 | 422 | 429

export function askRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage } = house
  const channels: readonly Channel[] = house.notices?.channels ?? []
  const hereFor = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))
  /** Never kept by a cache: it holds what one reader typed. */
  const own = (response: Response) => {
    response.headers.set('cache-control', 'no-store')
    return response
  }
  const wait = (c: Context, budget: Budget) => {
    const address = addressOf(c, c.get('standing'))
    return step(storage, ({ budgets }) => budgets.spend(budget, address, house.clock()))
  }

  routes.get('/ask', async (c) => {
    const here = await hereFor(c)
    const [code, id] = [askedCode(c.req.query('place')), c.req.query('meeting')]
    const from: From | null = isName(id) ? { meeting: id as MeetingId } : code ? { unit: code } : null
    const q = (c.req.query('q') ?? '')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, 80)
    const { ground, found } = await storage.readPublic(async (stores) => ({
      ground: from && (await readGround(stores, from, here.today)),
      found: q.length < 2 ? [] : await stores.readings.search(q, here.today, 20),
    }))
    if (from && !ground) return missingAnswer(c, house, assets)
    const search = c.req.query('q') === undefined ? null : { q, found }
    return answer(c, <DoorsPage here={here} ground={ground} typed={null} search={search} />, 200)
  })

  const page = async (
    c: Context,
    ground: Ground,
    typed: Typed,
    wrong: Wrong,
    status: Status,
    { found = [], proof = '' }: { found?: readonly FoundPlace[] | undefined; proof?: string } = {},
  ) => {
    const here = await hereFor(c)
    const filled = typed.key === '' ? { ...typed, key: newRequestKey() } : typed
    const work = await workFor(house, proof)
    const props = { here, ground, typed: filled, work, wrong, found, channels }
    return own(answer(c, <AskPage {...props} csrf={formToken(c)} />, status))
  }

  const shown = async (c: Context, from: From) => {
    const { today } = await hereFor(c)
    const ground = await storage.readPublic((stores) => readGround(stores, from, today))
    if (!ground) return missingAnswer(c, house, assets)
    return page(c, ground, emptyForm(ground, newRequestKey()), {}, 200)
  }

  const sent = async (c: Context, from: From) => {
    const here = await hereFor(c)
    const say = here.words.ask.refused
    const ground = await storage.readPublic((stores) => readGround(stores, from, here.today))
    if (!ground) return missingAnswer(c, house, assets)
    const body = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
    const { typed, key, proof } = readTyped(body)
    const back = (field: Field, words: string, status: Status, found?: readonly FoundPlace[]) =>
      page(c, ground, typed, { [field]: words }, status, { found, proof })
    if (!key) return back('whole', say.form, 422)
    const taken = async (again: boolean) => {
      const before = await sentBefore(storage, key)
      if (!before) return null
      if (contact) await keepContact(house, before.request.id, contact, here.language)
      const unit = await storage.readPublic(({ readings }) => readings.unit(before.request.unit, here.today))
      const props = {
        here,
        ground,
        ...before,
        form: key,
        again,
        contact: typed.contact !== '' && channels.length > 0,
      }
      return own(answer(c, <TakenPage {...props} place={unit?.name[here.language] ?? ''} />, 200))
    }
    if (body['do'] === 'edit') return page(c, ground, typed, {}, 200, { proof })
    if (body['do'] === 'formal') {
      const kept = { fields: typed, csrf: formToken(c) }
      return own(answer(c, <DoorsPage here={here} ground={ground} typed={kept} search={null} />, 200))
    }
    const contact = contactOf(typed.contact)
    const earlier = body['do'] === 'send' ? await taken(true) : null
    if (earlier) return earlier
    if (ground.over) return back('whole', say['meeting-over'], 409)

    const { words } = typed
    if (words === '') return back('words', say['words-wanted'], 422)
    if (words.length > mostCharacters)
      return back('words', say['words-too-long'](mostCharacters, words.length), 422)
    const office = typed.office as OfficeId
    if (!ground.offices.some(({ id }) => id === office)) return back('office', say['no-such-office'], 422)
    if (contact === undefined)
      return back('contact', say['not-an-address'][channels.length > 1 ? 'any' : channels[0]!], 422)
    const place = await placeOf(ground, office, typed, here.today)
    if ('found' in place) {
      const { found } = place
      const many = found.length > mostFound
      const words = found.length === 0 ? say['no-such-place'] : many ? say['many-places'] : say['which-place']
      return back('unit', words, 422, many ? [] : found)
    }

    const preview = async (wrongFiles?: string) => {
      const reader = await storage.readPublic((stores) => house.intake.readers.of(stores, office, here.today))
      const work = await workFor(house, proof)
      const read = readWords(words, reader)
      const props = { here, ground, typed, work, unit: place.unit, read, ...(wrongFiles && { wrongFiles }) }
      return own(answer(c, <PreviewPage {...props} csrf={formToken(c)} />, wrongFiles ? 422 : 200))
    }
    if (body['do'] !== 'send') return preview()
    const admitted = await admit(house, key, proof, addressOf(c, c.get('standing')))
    if (!admitted.ok) {
      const { seconds } = admitted.refusal
      c.header('retry-after', String(seconds))
      return back('whole', say.wait(seconds), 429)
    }
    const sentFiles = await readRequestFiles(here, body[requestFilesField])
    if (!sentFiles.ok) return preview(sentFiles.words)
    const outcome = await sendRequest(house, key, {
      files: sentFiles.files,
      office,
      unit: place.unit.code,
      meeting: ground.meeting?.id ?? null,
      words,
      proven: admitted.value.proven,
      today: here.today,
    })
    if (!outcome.ok) {
      const { refusal } = outcome
      return refusal.code === 'words-too-long'
        ? back('words', say['words-too-long'](refusal.most, words.length), 422)
        : back('whole', say[refusal.code === 'words-wanted' ? refusal.code : 'form'], 422)
    }
    // Not waited for: whoever sent it has his receipt.
    void house.intake.group(office)
    return (await taken(false))!
  }

  /** Null when none was given, `undefined` when it is no address that we could write to. */
  const contactOf = (typed: string): { channel: Channel; address: string } | null | undefined => {
    if (typed === '' || channels.length === 0) return null
    const channel = typed.includes('@') ? 'mail' : 'text'
    return channels.includes(channel) && readAddress(channel, typed) !== undefined
      ? { channel, address: typed }
      : undefined
  }

  /** The place it speaks of; or what was found of the name that was typed. */
  const placeOf = (
    ground: Ground,
    office: OfficeId,
    { unit, elsewhere }: Typed,
    today: Parameters<typeof readGround>[2],
  ): Promise<{ unit: Unit } | { found: readonly FoundPlace[] }> =>
    storage.readPublic(async (stores) => {
      if (elsewhere !== '') {
        const found = await findPlaces(stores, office, elsewhere, today)
        const chosen = found.length === 1 ? found[0] : found.find((place) => place.unit.code === unit)
        return chosen ? { unit: chosen.unit } : { found }
      }
      const code = askedCode(unit)
      const known = code && (await stores.readings.unit(code, today))
      const own = ground.places.find((place) => place.code === code)
      if (own) return { unit: own }
      return known && (await answersFor(stores, office, known.code, today)) ? { unit: known } : { found: [] }
    })

  const ofPlace = (c: Context): From | null => {
    const unit = askedCode(c.req.param('code'))
    return unit ? { unit } : null
  }
  const ofMeeting = (c: Context): From | null => {
    const id = c.req.param('id')
    return isName(id) ? { meeting: id as MeetingId } : null
  }
  for (const [path, of] of [
    ['/places/:code/ask', ofPlace],
    ['/meetings/:id/ask', ofMeeting],
  ] as const) {
    const handle = (show: (c: Context, from: From) => Promise<Response>) => (c: Context) => {
      const from = of(c)
      return from ? show(c, from) : missingAnswer(c, house, assets)
    }
    routes.get(path, handle(shown))
    routes.post(path, handle(sent))
  }

  const asked = async (c: Context, typed: string, wrong: string | null, status: Status) => {
    const here = await hereFor(c)
    const props = { here, typed, wrong }
    return own(answer(c, <ReceiptAskedPage {...props} csrf={formToken(c)} />, status))
  }

  routes.get('/receipt', (c) => asked(c, '', null, 200))

  routes.post('/receipt', async (c) => {
    const here = await hereFor(c)
    const say = here.words.ask.refused
    const body = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>)
    const typed = typeof body['code'] === 'string' ? body['code'].slice(0, 60) : ''
    const code = parseReceiptCode(typed)
    if (!code) return asked(c, typed, say['no-such-code'], 422)
    const seconds = await wait(c, 'receipt')
    if (seconds > 0) {
      c.header('retry-after', String(seconds))
      return asked(c, typed, say.wait(seconds), 429)
    }
    const receipt = hashFor('request', code) as ReceiptHash
    const deed = authorsDeeds.find((one) => one === body['do'])
    const outcome = deed && (await doAuthorsDeed(house, receipt, deed))
    const way = await readWay(storage, receipt, here.today)
    if (!way) return asked(c, typed, say['unknown-code'], 422)
    const done = deed && here.words.unseal.author[deed === 'erase' ? 'erased' : 'withdrawn']
    const settled = outcome && !outcome.ok && way.request.fate !== 'withdrawn'
    const props = { here, way, code: typed, csrf: formToken(c) }
    const said = settled ? here.words.unseal.author.settled : (done ?? null)
    return own(answer(c, <WayPage {...props} said={said} />, settled ? 409 : 200))
  })

  return routes
}
