// The addresses of bringing the old along: a template, an upload, its columns, its lines, and the faults as a file.
import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { oldFields, readSpreadsheet } from '#calendar'
import { type ImportRefusal, type Stores, bringFile, dropFile, importOld, readOld, setColumns } from '#flows'
import type { Result } from '#kernel'
import type { Assets } from '../../assets.ts'
import { isName } from '../../asked.ts'
import { formToken } from '../../csrf.ts'
import type { WebHouse } from '../../house.ts'
import { missingAnswer } from '../../no-page.tsx'
import { catalogues } from '../../words/index.ts'
import { type DeskStatus, atDesk, deskFor } from '../at-desk.ts'
import { type Desk, actNow, actingOf } from '../desk.ts'
import { doOnce } from '../do-deed.ts'
import { readStamp, typedOf } from '../read-deed.ts'
import { isChosen } from '../read-sent-file.ts'
import { csvAnswer, fileName } from './answer-csv.ts'
import { ImportFilePage, faultLines } from './file-page.tsx'
import { importAddresses, mayImport } from './import-addresses.ts'
import { importStatus } from './import-status.ts'
import { ImportPage } from './import-page.tsx'
import { readReading } from './read-import-forms.ts'

export function importRoutes(house: WebHouse, assets: Assets): Hono {
  const routes = new Hono({ strict: false })
  const at = '/office/:office/import'
  const page = atDesk(house, assets)
  const deskOfForm = deskFor(house, assets)
  const missing = (c: Context) => missingAnswer(c, house, assets)

  const allAnswer = (c: Context, refused: string | null, code: DeskStatus) =>
    page(
      c,
      async (desk, stores) =>
        mayImport(desk) ? (
          <ImportPage
            {...{ desk, refused }}
            csrf={formToken(c)}
            files={await stores.imports.ofOffice(desk.office.id)}
          />
        ) : null,
      code,
    )
  const fileAnswer = (c: Context, id: string, refused: string | null, code: DeskStatus) =>
    page(
      c,
      async (desk, stores) => {
        const file = mayImport(desk) ? await ownFile(stores, desk, id) : null
        return (
          file && (
            <ImportFilePage
              {...{ desk, file, refused }}
              csrf={formToken(c)}
              read={await readOld(stores, file, desk.here.today)}
              said={c.req.query('said') === 'imported'}
            />
          )
        )
      },
      code,
    )

  routes.get(at, (c) => allAnswer(c, null, 200))

  routes.get(`${at}/:file{template-(kk|ru)\\.csv}`, async (c) => {
    const desk = await deskOfForm(c)
    if (!desk || !mayImport(desk)) return missing(c)
    const language = c.req.param('file').slice(9, 11) as 'kk' | 'ru'
    const { fields } = catalogues[language].import
    return csvAnswer(c, c.req.param('file'), [oldFields.map((field) => fields[field])])
  })

  routes.post(at, async (c) => {
    const desk = await deskOfForm(c)
    if (!desk || !mayImport(desk)) return missing(c)
    const words = desk.here.words.import.refused
    const posted = await c.req.parseBody()
    const stamp = readStamp(typedOf(posted))
    const given = posted['file']
    if (!stamp) return allAnswer(c, words.form, 422)
    if (!isChosen(given)) return allAnswer(c, words['no-file'], 422)
    const bytes = Buffer.from(await given.arrayBuffer())
    const sheet = readSpreadsheet(bytes)
    if (!sheet.ok) return allAnswer(c, words[sheet.refusal.code], 422)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const to = importAddresses(desk.here.language, desk.office.id)
    const file = { office: desk.office.id, name: fileName(given.name), sha256, ...sheet.value }
    const act = actNow(house, desk.actor)
    // The address of what is new is known before: the key of the form makes sure that it is brought once.
    const id = act.newId()
    const outcome = await doOnce<ImportRefusal>(
      c,
      house,
      desk,
      { key: stamp.key, posted: sha256, next: to.file(id) },
      (stores) => bringFile(stores, { ...act, newId: () => id }, file),
    )
    if (outcome.ok) return c.redirect(outcome.value, 303)
    const { code } = outcome.refusal
    return allAnswer(c, words[code], importStatus[code])
  })

  routes.get(`${at}/:id`, (c) => {
    const id = c.req.param('id')
    return isName(id) ? fileAnswer(c, id, null, 200) : missing(c)
  })

  routes.get(`${at}/:id/faults.csv`, async (c) => {
    const [id, desk] = [c.req.param('id'), await deskOfForm(c)]
    if (!desk || !mayImport(desk) || !isName(id)) return missing(c)
    const { here, actor } = desk
    const found = await house.storage.readOffice(actingOf(actor, here.today), async (stores) => {
      const file = await ownFile(stores, desk, id)
      return file && { file, read: await readOld(stores, file, here.today) }
    })
    if (!found) return missing(c)
    const words = here.words.import
    return csvAnswer(c, 'faults.csv', [
      [words.line, words.fieldHead, words.reason, ...found.file.headers],
      ...found.read.lines
        .filter(({ meeting }) => !meeting)
        .map((line) => {
          const told = faultLines(here, line)
          return [
            String(line.line),
            told.map(({ field }) => field).join('; '),
            told.map(({ reason }) => reason).join('; '),
            ...line.cells,
          ]
        }),
    ])
  })

  routes.post(`${at}/:id/:deed{(columns|take|drop)}`, async (c) => {
    const [id, desk] = [c.req.param('id'), await deskOfForm(c)]
    if (!desk || !mayImport(desk) || !isName(id)) return missing(c)
    const { here, office, actor } = desk
    const words = here.words.import.refused
    const typed = typedOf(await c.req.parseBody())
    const stamp = readStamp(typed)
    if (!stamp) return fileAnswer(c, id, words.form, 422)
    const to = importAddresses(here.language, office.id)
    const deed = c.req.param('deed') as 'columns' | 'take' | 'drop'
    const on = { office: office.id, file: id, revision: stamp.revision }
    const act = actNow(house, actor)
    const reading = readReading(typed, Object.keys(typed).filter((name) => /^column-\d+$/.test(name)).length)
    if (deed === 'columns' && !reading) return fileAnswer(c, id, words.assumed, 422)
    const verb = (stores: Stores): Promise<Result<unknown, ImportRefusal>> =>
      deed === 'columns'
        ? setColumns(stores, act, { ...on, ...reading! })
        : deed === 'drop'
          ? dropFile(stores, act, on)
          : importOld(stores, act, {
              ...on,
              words: { kk: catalogues.kk.import.recorded, ru: catalogues.ru.import.recorded },
            })
    const next = { columns: to.file(id), take: to.file(id, 'imported'), drop: to.all() }[deed]
    const posted = JSON.stringify([deed, deed === 'columns' ? reading : null])
    const outcome = await doOnce<ImportRefusal>(c, house, desk, { key: stamp.key, posted, next }, verb)
    if (outcome.ok) return c.redirect(deed === 'columns' ? `${outcome.value}#lines` : outcome.value, 303)
    const { code } = outcome.refusal
    return fileAnswer(c, id, words[code], importStatus[code])
  })

  return routes
}

async function ownFile({ imports }: Stores, { office }: Desk, id: string) {
  const file = await imports.find(id)
  return file?.office === office.id ? file : null
}
