// The addresses of bringing requests from other systems: an upload, its columns, taking it in, its faults and receipts.
import { type Context, Hono } from 'hono'
import type { MeetingId } from '#calendar'
import {
  type ImportRefusal,
  type Stores,
  bringRequests,
  closeImport,
  dropImport,
  importRequests,
  receiptOfRow,
  setImportReading,
} from '#flows'
import { spacedCode } from '#receipts'
import { type ImportReading, isMeetingOf, readRows, shippedMappings } from '#requests'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { Here } from '../../here.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import { type Desk, actNow, actingOf } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { csvAnswer, fileName } from '../import/answer-csv.ts'
import { importStatus } from '../import/import-status.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { isChosen } from '../read-sent-file.ts'
import { ImportFilePage, tellFault } from './import-file-page.tsx'
import { ImportListPage } from './import-list-page.tsx'
import { intakeAddresses, mayTakeIn } from './intake-addresses.ts'
import { meetingNames } from './meeting-choices.ts'
import { type ImportView, isReady, sealFile, viewImport } from './open-import.ts'
import { firstReading, readReadingForm } from './read-import-forms.ts'

/** How long an answer waits for an import; the rest goes on behind it. */
const patience = 20_000

export function requestImportRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const at = '/office/:office/requests/import'
  const page = atDesk(house, assets, 'see-requests')
  const sit = deskFor(house, assets, 'see-requests')
  const missing = (c: Context) => missingAnswer(c, house, assets)
  const mappings = shippedMappings()
  /** Imports under way here, by file. */
  const running = new Map<string, Promise<void>>()

  const listAnswer = (c: Context, refused: string | null, code: DeskStatus) =>
    page(
      c,
      async (desk, stores) =>
        mayTakeIn(desk, 'import-requests') ? (
          <ImportListPage
            {...{ desk, refused }}
            csrf={formToken(c)}
            files={await stores.requestImports.ofOffice(desk.office.id)}
          />
        ) : null,
      code,
    )
  const fileAnswer = (c: Context, id: string, refused: string | null, code: DeskStatus) =>
    page(
      c,
      async (desk, stores) => {
        const view = mayTakeIn(desk, 'import-requests') ? await viewImport(house, stores, desk, id) : null
        return (
          view && (
            <ImportFilePage
              {...{ desk, view, refused }}
              csrf={formToken(c)}
              running={running.has(id)}
              said={c.req.query('said') === 'imported'}
            />
          )
        )
      },
      code,
    )
  /** The desk of who may import here, and the file in the address. */
  const atFile = async (c: Context): Promise<{ desk: Desk; view: ImportView } | null> => {
    const [id, desk] = [c.req.param('id'), await sit(c)]
    if (!desk || !mayTakeIn(desk, 'import-requests') || !isName(id)) return null
    const view = await house.storage.readOffice(actingOf(desk.actor, desk.here.today), (stores) =>
      viewImport(house, stores, desk, id),
    )
    return view && { desk, view }
  }

  routes.get(at, (c) => listAnswer(c, null, 200))

  routes.post(at, async (c) => {
    const desk = await sit(c)
    if (!desk || !mayTakeIn(desk, 'import-requests')) return missing(c)
    const say = wordsOf(desk.here)
    const posted = await c.req.parseBody()
    const typed = typedOf(posted)
    const [stamp, given] = [readStamp(typed), posted['file']]
    if (!stamp) return listAnswer(c, say.form, 422)
    if (!isChosen(given)) return listAnswer(c, say['no-file'], 422)
    const bytes = Buffer.from(await given.arrayBuffer())
    const rows = readRows(bytes)
    if (!rows.ok) return listAnswer(c, say[rows.refusal.code], 422)
    const { headers } = rows.value
    const mark = house.intake.mark(bytes.toString('latin1'))
    const act = actNow(house, desk.actor)
    const id = act.newId()
    const next = intakeAddresses(desk.here.language, desk.office.id).file(id)
    const posting = { key: stamp.key, posted: `${typed['mapping']} ${mark}`, next }
    const sealed = sealFile(house, bytes)
    const outcome = await doOnce<ImportRefusal>(c, house, desk, posting, async (stores) => {
      const first = firstReading(mappings, typed['mapping'] ?? '', headers)
      const reading = (await readingBefore(stores, desk, first, headers)) ?? first
      const file = { office: desk.office.id, name: fileName(given.name), mark, headers, reading }
      return bringRequests(stores, { ...act, newId: () => id }, file, sealed)
    })
    if (outcome.ok) return c.redirect(outcome.value, 303)
    return listAnswer(c, say[outcome.refusal.code], importStatus[outcome.refusal.code])
  })

  routes.get(`${at}/:id`, (c) => {
    const id = c.req.param('id')
    return isName(id) ? fileAnswer(c, id, null, 200) : missing(c)
  })

  routes.get(`${at}/:id/faults.csv`, async (c) => {
    const found = await atFile(c)
    if (!found) return missing(c)
    const { here } = found.desk
    const { file, lines } = found.view
    const faults =
      file.outcome?.faults.map((fault) => ({ ...fault, words: '' })) ??
      lines.flatMap(({ line, faults: some }) => some.map((fault) => ({ ...fault, line })))
    const words = here.words.import
    return csvAnswer(c, 'faults.csv', [
      [words.line, words.fieldHead, words.reason],
      ...faults.map((fault) => {
        const { field, reason } = tellFault(here, fault)
        return [String(fault.line), field, reason]
      }),
    ])
  })

  routes.get(`${at}/:id/receipts.csv`, async (c) => {
    const found = await atFile(c)
    const outcome = found?.view.file.outcome
    if (!found || !outcome) return missing(c)
    const { here, office, actor } = found.desk
    const { source } = found.view.file.reading
    const words = here.words.intake
    const [known, names] = await house.storage.readOffice(actingOf(actor, here.today), async (stores) => {
      const ids = outcome.rows.map(({ externalId }) => externalId)
      const stand = await stores.requestImports.known(office.id, source, ids)
      return [stand, await meetingNames(stores, here, stand.values())] as const
    })
    return csvAnswer(c, 'receipts.csv', [
      [
        here.words.import.line,
        words.importing.fields['external-id'],
        words.code,
        words.importing.fate,
        words.meeting,
      ],
      ...outcome.rows.map(({ line, externalId, fate }) => [
        String(line),
        externalId,
        spacedCode(receiptOfRow(house.intake, office.id, source, externalId)),
        words.importing.fates[fate],
        names.get(known.get(externalId)!) ?? words.noMeeting,
      ]),
    ])
  })

  routes.post(`${at}/:id/:deed{(columns|drop)}`, async (c) => {
    const found = await atFile(c)
    if (!found) return missing(c)
    const { desk, view } = found
    const { id } = view.file
    const say = wordsOf(desk.here)
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    if (!stamp) return fileAnswer(c, id, say.form, 422)
    if (running.has(id)) return fileAnswer(c, id, say['imported-already'], 409)
    const columns = c.req.param('deed') === 'columns'
    const reading = columns ? readReadingForm(typed, view.file.reading) : null
    if (typeof reading === 'string') return fileAnswer(c, id, say[reading], 422)
    const to = intakeAddresses(desk.here.language, desk.office.id)
    const act = actNow(house, desk.actor)
    const on = { office: desk.office.id, file: id, revision: stamp.revision }
    const posting = {
      key: stamp.key,
      posted: JSON.stringify(reading),
      next: reading ? to.file(id) : to.imports(),
    }
    const outcome = await doOnce<ImportRefusal>(c, house, desk, posting, (stores) =>
      reading ? setImportReading(stores, act, { ...on, reading }) : dropImport(stores, act, on),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    return fileAnswer(c, id, say[outcome.refusal.code], importStatus[outcome.refusal.code])
  })

  routes.post(`${at}/:id/take`, async (c) => {
    const found = await atFile(c)
    if (!found) return missing(c)
    const { desk, view } = found
    const { file, lines } = view
    const say = wordsOf(desk.here)
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    if (!stamp) return fileAnswer(c, file.id, say.form, 422)
    const to = intakeAddresses(desk.here.language, desk.office.id)
    const next = () => c.redirect(to.file(file.id, 'imported'), 303)
    const meeting = (typed['meeting'] || null) as MeetingId | null
    const isTheirs = meeting === null || (await isOwn(desk, meeting))
    // Rows are known by their ids: whoever sends this twice, or at once with somebody else, takes each of them once.
    // Beware: from here on nothing is awaited until the import is under way, or two would be.
    if (file.outcome || running.has(file.id)) return next()
    if (stamp.revision !== file.revision) return fileAnswer(c, file.id, say['changed-meanwhile'], 409)
    if (!isReady(file.reading) || !lines.some(({ row }) => row))
      return fileAnswer(c, file.id, say['nothing-to-import'], 422)
    if (!isTheirs) return fileAnswer(c, file.id, say['no-such-meeting'], 422)
    const run = takeIn(desk, view, meeting)
      .catch((fault: unknown) => void house.report(fault, { method: c.req.method, path: c.req.path }))
      .finally(() => running.delete(file.id))
    running.set(file.id, run)
    let waited: NodeJS.Timeout | undefined
    await Promise.race([run, new Promise((gone) => (waited = setTimeout(gone, patience)))])
    clearTimeout(waited)
    return next()
  })

  const isOwn = async ({ actor, here, office }: Desk, meeting: MeetingId) =>
    isName(meeting) &&
    house.storage.readOffice(actingOf(actor, here.today), (stores) => isMeetingOf(stores, meeting, office.id))

  async function takeIn(
    { actor, here, office }: Desk,
    { file, lines }: ImportView,
    meeting: MeetingId | null,
  ): Promise<void> {
    const act = actNow(house, actor)
    const acting = actingOf(actor, here.today)
    const { mark, reading } = file
    const by = { ...act, acting }
    const outcome = await importRequests(house.storage, house.intake, by, {
      office: office.id,
      mark,
      reading,
      meeting,
      lines,
    })
    if (!outcome.ok) return
    const on = { office: office.id, file: file.id, revision: file.revision }
    await house.storage.transaction(acting, (stores) =>
      closeImport(stores, act, { ...on, outcome: outcome.value }),
    )
    void house.intake.group(office.id)
  }

  return routes
}

/** How this office read the last file with these columns of the same channel. */
async function readingBefore(
  { requestImports }: Stores,
  { office }: Desk,
  first: ImportReading,
  headers: readonly string[],
): Promise<ImportReading | null> {
  const columns = JSON.stringify(headers)
  const before = (await requestImports.ofOffice(office.id)).find(
    (file) =>
      JSON.stringify(file.headers) === columns &&
      (first.source === '' || file.reading.channel === first.channel),
  )
  return before?.reading ?? null
}

/** Why a file or what was said of it is not taken: the words of all lists, and those of requests over them. */
const wordsOf = ({ words }: Here) => ({ ...words.import.refused, ...words.intake.importing.refused })
