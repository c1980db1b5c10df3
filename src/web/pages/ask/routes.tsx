// Questions and proposals of residents, without an account: the doors, the form, the preview, the receipt.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import type { Channel } from '#notices'
import type { RequestKey } from '#receipts'
import { mostCharacters, readWords } from '#requests'
import type { Assets } from '../../assets.ts'
import { askedCode, isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { newRequestKey } from '../../office/deed-form.tsx'
import { addressOf, originOf } from '../../origin.ts'
import { answer, hereOf, isDemonstration, unkept } from '../../page.tsx'
import { readRequestFiles, requestFilesField } from '../../read-request-files.ts'
import { admit } from './admit.ts'
import { AskPage } from './ask-page.tsx'
import { type Checked, type Fault, checkTyped, contactOf } from './check-typed.ts'
import { DoorsPage } from './doors-page.tsx'
import { type From, type Ground, readGround } from './ground.ts'
import { PreviewPage } from './preview-page.tsx'
import { keepContact, sendRequest, sentBefore } from './send.ts'
import { TakenPage } from './taken-page.tsx'
import { type Typed, emptyForm, readTyped } from './typed.ts'
import { workFor } from './work-field.tsx'

type Status = 200 | 409 | 422 | 429

export function askRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const { storage, intake } = house
  const channels: readonly Channel[] = house.notices?.channels ?? []
  const hereFor = async (c: Context) => hereOf(c, house, assets, await isDemonstration(house))

  routes.get('/ask', async (c) => {
    const here = await hereFor(c)
    const [code, id, asked] = [askedCode(c.req.query('place')), c.req.query('meeting'), c.req.query('q')]
    const from: From | null = isName(id) ? { meeting: id as MeetingId } : code ? { unit: code } : null
    const q = [...(asked ?? '').replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, 80).join('')
    const { ground, found } = await storage.readPublic(async (stores) => ({
      ground: from && (await readGround(stores, from, here.today)),
      found: q.length < 2 ? [] : await stores.readings.search(q, here.today, 20),
    }))
    if (from && !ground) return missingAnswer(c, house, assets)
    const search = asked === undefined ? null : { q, found }
    return answer(c, <DoorsPage here={here} ground={ground} typed={null} search={search} />, 200)
  })

  const form = async (
    c: Context,
    ground: Ground,
    { typed, proof }: { readonly typed: Typed; readonly proof: string },
    fault: Fault | null,
    status: Status,
  ) => {
    const here = await hereFor(c)
    const code = askedCode(typed.unit)
    const elsewhere =
      code && !ground.places.some((unit) => unit.code === code)
        ? await storage.readPublic(({ readings }) => readings.unit(code, here.today))
        : null
    const props = {
      here,
      // What was chosen beside the list stands in it when the form comes back.
      ground: elsewhere ? { ...ground, places: [elsewhere, ...ground.places] } : ground,
      typed: typed.key === '' ? { ...typed, key: newRequestKey() } : typed,
      work: await workFor(house, proof),
      wrong: fault ? { [fault.field]: fault.said } : {},
      found: fault?.found ?? [],
      channels,
    }
    return unkept(answer(c, <AskPage {...props} csrf={formToken(c)} />, status))
  }

  const shown = async (c: Context, from: From) => {
    const { today } = await hereFor(c)
    const ground = await storage.readPublic((stores) => readGround(stores, from, today))
    if (!ground) return missingAnswer(c, house, assets)
    return form(c, ground, { typed: emptyForm(ground, newRequestKey()), proof: '' }, null, 200)
  }

  const sent = async (c: Context, from: From) => {
    const here = await hereFor(c)
    const say = here.words.ask.refused
    const ground = await storage.readPublic((stores) => readGround(stores, from, here.today))
    if (!ground) return missingAnswer(c, house, assets)
    const body = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
    const { typed, key, proof } = readTyped(body)
    const back = (fault: Fault | null, status: Status) => form(c, ground, { typed, proof }, fault, status)
    if (!key) return back({ field: 'whole', said: say.form }, 422)
    if (body['do'] === 'edit') return back(null, 200)
    if (body['do'] === 'formal') {
      const kept = { fields: typed, csrf: formToken(c) }
      return unkept(answer(c, <DoorsPage here={here} ground={ground} typed={kept} search={null} />, 200))
    }
    const earlier = body['do'] === 'send' ? await taken(c, ground, typed, key, true) : null
    if (earlier) return earlier
    if (ground.over) return back({ field: 'whole', said: say['meeting-over'] }, 409)
    const checked = await storage.readPublic((stores) =>
      checkTyped(stores, say, channels, ground, typed, here.today),
    )
    if (!checked.ok) return back(checked.refusal, 422)

    if (body['do'] !== 'send') return preview(c, ground, { typed, proof }, checked.value)
    const admitted = await admit(house, key, proof, addressOf(c, c.get('standing')))
    if (!admitted.ok) {
      const { seconds } = admitted.refusal
      c.header('retry-after', String(seconds))
      return back({ field: 'whole', said: say.wait(seconds) }, 429)
    }
    const files = await readRequestFiles(here, body[requestFilesField])
    if (!files.ok) return preview(c, ground, { typed, proof }, checked.value, files.words)
    const { words, office, unit } = checked.value
    const outcome = await sendRequest(house, key, {
      files: files.files,
      office: office.id,
      unit: unit.code,
      meeting: ground.meeting?.id ?? null,
      words,
      proven: admitted.value.proven,
      today: here.today,
    })
    if (!outcome.ok)
      return outcome.refusal.code === 'words-too-long'
        ? back({ field: 'words', said: say['words-too-long'](mostCharacters, words.length) }, 422)
        : back({ field: 'whole', said: say.form }, 422)
    // Not waited for: whoever sent it has his receipt.
    void intake.group(office.id)
    return (await taken(c, ground, typed, key, false))!
  }

  /** As the office will see it; nothing is kept. */
  const preview = async (
    c: Context,
    ground: Ground,
    { typed, proof }: { readonly typed: Typed; readonly proof: string },
    { office, unit, words }: Checked,
    wrongFiles?: string,
  ) => {
    const here = await hereFor(c)
    const reader = await storage.readPublic((stores) => intake.readers.of(stores, office.id, here.today))
    const work = await workFor(house, proof)
    const props = { here, ground, typed, work, unit, read: readWords(words, reader) }
    const page = <PreviewPage {...props} csrf={formToken(c)} {...(wrongFiles && { wrongFiles })} />
    return unkept(answer(c, page, wrongFiles ? 422 : 200))
  }

  /** The receipt of what came of this form; null when nothing has come yet. */
  const taken = async (c: Context, ground: Ground, typed: Typed, key: RequestKey, again: boolean) => {
    const before = await sentBefore(storage, key)
    if (!before) return null
    const { request, files, code } = before
    const here = await hereFor(c)
    const contact = contactOf(channels, typed.contact)
    if (contact) await keepContact(house, request.id, contact, here.language)
    const { unit, reader } = await storage.readPublic(async (stores) => ({
      unit: await stores.readings.unit(request.unit, here.today),
      reader: again ? await intake.readers.of(stores, request.office, here.today) : null,
    }))
    // Whoever changed his words after the first sending loses neither: they go as another request.
    const other = reader && typed.words !== '' && readWords(typed.words, reader).masked !== request.words
    const origin = originOf(c, c.get('standing'))
    const props = { here, ground, request, files, code, origin, again, form: key, contact: Boolean(contact) }
    const rest = other ? { ...typed, key: newRequestKey() } : null
    return unkept(
      answer(
        c,
        <TakenPage {...props} place={unit?.name[here.language] ?? ''} other={rest} csrf={formToken(c)} />,
        200,
      ),
    )
  }

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

  return routes
}
