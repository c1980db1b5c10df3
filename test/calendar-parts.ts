// The calendar of a region with the parts of its offices, brought step by step to its publication, for tests of its stories.
import { beforeAll } from 'vitest'
import {
  type CalendarId,
  type OnPart,
  answerCalendar,
  approveCalendar,
  beginPart,
  fillParts,
  sendCalendar,
  sendPart,
  submitCalendar,
  takePart,
} from '#calendar'
import { type Stores, proposeCalendar, proposedLines, publish } from '#flows'
import { type LocalDate, localDate } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice, governmentOffice, maslikhatOffice } from '#territory'
import { books as readBooks } from './demonstration.ts'
import { act, done, openStories } from './stories.ts'

export const books = readBooks()

export const region = '310000000' as UnitCode
export const calendar = `calendar.${region}.2027` as CalendarId
export const akim = akimOffice(region)
export const asRegion = (day: string) => act(akim, 'author', day)

export async function asked(stores: Stores) {
  done(
    await proposeCalendar(stores, books, asRegion('2026-12-01'), {
      region,
      year: 2027,
      answerBy: localDate('2026-12-20'),
      demonstration: true,
    }),
  )
  return stores.parts.ofCalendar(calendar)
}

export const on = async (stores: Stores, office: OfficeId): Promise<OnPart> => ({
  calendar,
  office,
  revision: (await stores.parts.find(calendar, office))!.revision,
})
export const lines = async (stores: Stores, day: string) =>
  done(await proposedLines(stores, books, { region, year: 2027, today: day as LocalDate }))

/** The office writes the planner's dates and sends them. */
export async function sent(stores: Stores, office: OfficeId) {
  const author = act(office, 'author', '2026-12-05')
  const proposal = await lines(stores, '2026-12-05')
  done(await beginPart(stores, author, { ...(await on(stores, office)), proposal }))
  return done(await sendPart(stores, author, await on(stores, office)))
}

export const revisionOf = async (stores: Stores) => (await stores.calendars.find(calendar))!.revision

/** The whole year on its way: two parts taken, the others filled, published and submitted. */
export async function published(stores: Stores) {
  const below = (await asked(stores)).filter(({ office }) => office !== akim)
  for (const { office } of below.slice(0, 2)) {
    await sent(stores, office)
    done(await takePart(stores, asRegion('2026-12-08'), await on(stores, office)))
  }
  const filled = { calendar, revision: await revisionOf(stores), proposal: await lines(stores, '2026-12-21') }
  done(await fillParts(stores, asRegion('2026-12-21'), filled))
  await toRelease(stores, '2026-12-22')
  const revision = await revisionOf(stores)
  done(await submitCalendar(stores, asRegion('2026-12-23'), { calendar, revision, number: '5' }))
}

export async function toRelease(stores: Stores, day: string) {
  const step = async () => ({ calendar, revision: await revisionOf(stores), number: '1-05/7' })
  done(await sendCalendar(stores, asRegion(day), await step()))
  const secretary = act(maslikhatOffice(region), 'maslikhat-secretary', day)
  done(await answerCalendar(stores, secretary, { ...(await step()), part: 'notification' }))
  done(await approveCalendar(stores, act(akim, 'signer', day), await step()))
  return done(await publish(stores, act(akim, 'signer', day), await step()))
}

/** Stories of the region and of the offices that are asked for their parts. */
export function openPartStories() {
  const stories = openStories()
  let owing: OfficeId[]
  beforeAll(() =>
    stories.story([akim], async (stores) => {
      owing = (await asked(stores)).map(({ office }) => office)
    }),
  )
  return {
    ...stories,
    owing: () => owing,
    below: () => owing.filter((office) => office !== akim),
    all: () => [akim, maslikhatOffice(region), governmentOffice, ...owing],
  }
}
