// The addresses of requests that an office takes in: one by one, as a clerk hears or reads them.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import type { FileId } from '#files'
import type { Stores } from '#flows'
import { instantAt } from '#meetings'
import { hashFor, receiptCodeOf } from '#receipts'
import { type ReceiptHash, type RequestId, enterRequest, enteredChannels } from '#requests'
import { type UnitCode, localDay, localTime, placesOf } from '#territory'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { originOf } from '../../origin.ts'
import { unkept } from '../../page.tsx'
import { readRequestFiles, requestFilesField } from '../../read-request-files.ts'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import type { Typed } from '../deed-form.tsx'
import { type Desk, actNow } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import type { FormState, Returned } from '../meetings/meeting-fields.tsx'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { EntryPage, type EntryProps } from './entry-page.tsx'
import { tellEntry } from './entry-refusals.ts'
import { intakeAddresses, mayTakeIn } from './intake-addresses.ts'
import { meetingChoices } from './meeting-choices.ts'

export function intakeRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const at = '/office/:office/requests/new'
  const page = atDesk(house, assets, 'see-requests')
  const deskOfForm = deskFor(house, assets, 'see-requests')
  const missing = (c: Context) => missingAnswer(c, house, assets)

  const entryAnswer = async (
    c: Context,
    values: (desk: Desk) => FormState['values'],
    returned: Returned | null,
    taken: (stores: Stores) => Promise<EntryProps['taken']>,
    status: DeskStatus,
  ) => {
    const shown = await page(
      c,
      async (desk, stores) =>
        mayTakeIn(desk, 'enter-request') ? (
          <EntryPage
            {...{ desk, returned }}
            values={values(desk)}
            csrf={formToken(c)}
            origin={originOf(c, c.get('standing'))}
            units={await placesOf(stores.territory, desk.office.unit, desk.here.today)}
            meetings={await meetingChoices(stores, desk)}
            taken={await taken(stores)}
          />
        ) : null,
      status,
    )
    // It holds a code, or words that are not masked yet.
    return unkept(shown)
  }
  const nothingTaken = async () => null
  const empty = (desk: Desk, kept: FormState['values'] = {}): FormState['values'] => {
    const now = house.clock()
    const today = localDay(now, desk.office.unit)
    return {
      channel: 'phone',
      unit: desk.office.unit ?? '',
      day: today,
      ...kept,
      // The clock of a paper of yesterday stays; that of today runs on.
      start: kept.day && kept.day !== today ? kept.start : localTime(now, desk.office.unit),
    }
  }

  routes.get(at, (c) => {
    const meeting = c.req.query('meeting')
    const kept = isName(meeting) ? { meeting, channel: 'floor' } : {}
    return entryAnswer(c, (desk) => empty(desk, kept), null, nothingTaken, 200)
  })

  routes.post(at, async (c) => {
    const desk = await deskOfForm(c)
    if (!desk || !mayTakeIn(desk, 'enter-request')) return missing(c)
    const { here, office } = desk
    const posted = await c.req.parseBody({ all: true })
    const typed = typedOf(posted)
    const stamp = readStamp(typed)
    const back = (wrong: Returned['wrong'], sentence: string | null, status: DeskStatus) =>
      entryAnswer(c, () => ({}), { typed, wrong, sentence, stands: null }, nothingTaken, status)
    if (!stamp) return back({}, here.words.intake.refused.form, 422)
    const read = readEntry(typed, desk)
    if (!read.ok) return back(read.wrong, null, 422)
    const sent = await readRequestFiles(here, posted[requestFilesField])
    if (!sent.ok) return back({ [requestFilesField]: sent.words }, null, 422)
    const code = receiptCodeOf(stamp.key)
    const receipt = hashFor('request', code) as ReceiptHash
    const id = house.newId() as RequestId
    const act = actNow(house, desk.actor)
    const outcome = await doOnce(
      c,
      house,
      desk,
      {
        key: stamp.key,
        // Words that are not masked must not be guessed from what is kept of the form.
        posted: house.intake.mark(JSON.stringify([read.value, sent.files.map(({ sha256 }) => sha256)])),
        next: intakeAddresses(here.language, office.id).enter(),
      },
      async (stores) => {
        const reader = await house.intake.readers.of(stores, office.id, here.today)
        const entry = { ...read.value, id, receipt, office: office.id }
        const entered = await enterRequest(stores, act, { reader, seal: house.intake.seal }, entry)
        if (entered.ok) {
          const files = sent.files.map((file) => ({ id: house.newId() as FileId, file }))
          await stores.requestFiles.add(files, { request: id, office: office.id, at: act.at })
        }
        return entered
      },
    )
    if (!outcome.ok) {
      const { field, words, status } = tellEntry(here, outcome.refusal)
      return field ? back({ [field]: words }, null, status) : back({}, words, status)
    }
    void house.intake.group(office.id)
    const { channel, meeting, unit, day, start } = typed
    return entryAnswer(
      c,
      (now) => empty(now, { channel, meeting, unit, day, start }),
      null,
      async ({ requests }) => {
        const request = await requests.byReceipt(receipt)
        return request && { request, code }
      },
      200,
    )
  })

  return routes
}

function readEntry(typed: Typed, { here }: Desk) {
  const form = new FormReader(typed, here.words)
  const unit = form.text('unit', { needed: true }) as UnitCode
  const [day, start] = [form.day('day'), form.clock('start')]
  const meeting = typed['meeting'] || null
  if (meeting !== null && !isName(meeting))
    form.wrong['meeting'] = here.words.intake.refused['no-such-meeting']
  const [name, contact] = [form.text('name', { most: 200 }), form.text('contact', { most: 200 })]
  const channel = form.choice('channel', enteredChannels)
  const wrong = Object.keys(form.wrong).length > 0
  return form.done({
    channel,
    unit,
    meeting: meeting as MeetingId | null,
    words: typed['words'] ?? '',
    receivedAt: wrong ? ('' as never) : instantAt(day, start, unit),
    from: name || contact ? { name, contact } : null,
  })
}
