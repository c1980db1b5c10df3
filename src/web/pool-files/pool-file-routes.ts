// The pool of a meeting as files below `/meetings/:id`: to print, to count with, to hand to somebody.
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { MeetingId } from '#calendar'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import { isName } from '../asked.ts'
import type { Assets } from '../assets.ts'
import { compressed } from '../compress.ts'
import type { Here } from '../here.ts'
import type { WebHouse } from '../house.ts'
import { originOf } from '../origin.ts'
import { type PublicPool, readPublicPool } from '../pages/read-pool.ts'
import { formats } from '../words/format.ts'
import { catalogues } from '../words/index.ts'
import { drawPool } from './draw-pool.ts'
import { type PoolFile, poolFiles } from './pool-files.ts'
import { poolTable } from './pool-table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const types: Readonly<Record<PoolFile, string>> = {
  'pool-kk.pdf': 'application/pdf',
  'pool-ru.pdf': 'application/pdf',
  'pool.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'pool.csv': 'text/csv; charset=utf-8',
}

/** Files drawn lately, by what is in them; nothing here can be old. */
const mostKept = 40

/** Routes below `/meetings`; `missing` answers what is not there. */
export function poolFileRoutes(
  house: WebHouse,
  assets: Assets,
  missing: (c: Context) => Response | Promise<Response>,
): Hono {
  const routes = new Hono()
  routes.use(compressed, etag())
  const drawn = new Map<string, Uint8Array<ArrayBuffer>>()
  routes.get('/:id/:file', async (c) => {
    const [id, file] = [c.req.param('id'), poolFiles.find((one) => one === c.req.param('file'))]
    if (!isName(id) || !file) return missing(c)
    const today = localDay(house.clock(), null)
    const { reading, demonstration } = await house.storage.readPublic(async (stores) => ({
      reading: await readPublicPool(stores, id as MeetingId, null, today),
      demonstration: await stores.readings.isDemonstration(),
    }))
    if (!reading) return missing(c)
    const { meeting, pool } = reading
    const headers = {
      'content-type': types[file],
      'content-disposition': `${file.endsWith('.pdf') ? 'inline' : 'attachment'}; filename="kezdesu-${meeting.day}-${file}"`,
      'cache-control': 'public, max-age=300',
    }
    if (file === 'pool.csv') return c.body(writeCsv(poolTable(reading)), 200, headers)
    if (file === 'pool.xlsx') return c.body(writeXlsx(sheetOf(reading)), 200, headers)
    const language = file === 'pool-kk.pdf' ? 'kk' : 'ru'
    const here: Here = {
      language,
      words: catalogues[language],
      format: formats[language],
      path: '/',
      today,
      assets,
      demonstration,
    }
    const url = `${originOf(c, c.get('standing'))}${addresses[language].pool(meeting.id)}`
    const key = `${language} ${pool.sha256} ${url} ${today} ${demonstration}`
    const pdf = drawn.get(key) ?? drawPool(here, reading, url)
    drawn.delete(key)
    drawn.set(key, pdf)
    if (drawn.size > mostKept) drawn.delete(drawn.keys().next().value!)
    return c.body(pdf, 200, headers)
  })
  return routes
}

const sheetOf = (reading: PublicPool) => ({
  name: catalogues.kk.pool.section,
  rows: poolTable(reading),
})
