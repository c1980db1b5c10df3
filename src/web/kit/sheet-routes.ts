// Intake sheets for everybody who wants to print one: of a meeting, and of an office for any day.
import { type Context, Hono } from 'hono'
import { etag } from 'hono/etag'
import type { MeetingId } from '#calendar'
import type { PublicReadings } from '#flows'
import type { OfficeId } from '#territory'
import { addresses } from '../address.ts'
import { askedOffice, isName } from '../asked.ts'
import { compressed } from '../compress.ts'
import type { WebHouse } from '../house.ts'
import { originOf } from '../origin.ts'
import { formats } from '../words/format.ts'
import { type Sheet, type SheetLanguage, drawSheet, sheetLanguages, sheetWords } from './draw-sheet.ts'
import { keepDrawn } from './keep-drawn.ts'

/** `sheet-kk.pdf` */
export const sheetName = (language: SheetLanguage) => `sheet-${language}.pdf`

type SheetOf = (readings: PublicReadings, language: SheetLanguage, origin: string) => Promise<Sheet | null>

/** Routes of sheets; `missing` answers what is not there. */
export function sheetRoutes(house: WebHouse, missing: (c: Context) => Response | Promise<Response>): Hono {
  const routes = new Hono()
  const draw = keepDrawn(drawSheet)
  const sheetAnswer = async (c: Context, sheetOf: SheetOf) => {
    const language = sheetLanguages.find((one) => sheetName(one) === c.req.param('sheet'))
    if (!language) return missing(c)
    const origin = originOf(c, c.get('standing'))
    const sheet = await house.storage.readPublic(({ readings }) => sheetOf(readings, language, origin))
    if (!sheet) return missing(c)
    return c.body(draw(sheet), 200, {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="kezdesu-${c.req.param('sheet')}"`,
      'cache-control': 'public, max-age=300',
    })
  }
  routes.get('/meetings/:id/:sheet{sheet-(kk|ru)\\.pdf}', compressed, etag(), (c) =>
    sheetAnswer(c, async (readings, language, origin) => {
      const id = c.req.param('id')
      const meeting = isName(id) ? await readings.meeting(id as MeetingId) : null
      return meeting && meeting.status !== 'cancelled'
        ? {
            language,
            to: meeting.office.name[language],
            when: sheetWords[language].when(
              formats[language].fullDay(meeting.day),
              meeting.start,
              meeting.unit.name[language],
            ),
            url: origin + addresses[language].askMeeting(meeting.id),
            demonstration: await readings.isDemonstration(),
          }
        : null
    }),
  )
  routes.get('/offices/:office/:sheet{sheet-(kk|ru)\\.pdf}', compressed, etag(), (c) =>
    sheetAnswer(c, async (readings, language, origin) => {
      const id: OfficeId | undefined = askedOffice(c.req.param('office'))
      const office = id ? await readings.office(id) : null
      return (
        office && {
          language,
          to: office.name[language],
          when: '',
          url: origin + (office.unit ? addresses[language].ask(office.unit) : addresses[language].doors()),
          demonstration: await readings.isDemonstration(),
        }
      )
    }),
  )
  return routes
}
