// npm run bench -- duties [YEARS]: pages that judge an office by all its facts, with up to so many years of held meetings.
//
// The demonstration's year is played, and its facts are told again for the years before. `core_ms` is time of a core, of
// this process and the database together. A database is made under the system's temporary folder and taken away.
import type { Entry, EntryId, NewEntry } from '#journal'
import { type Instant, done } from '#kernel'
import { type OfficeId, type UnitCode, akimOffice } from '#territory'
import { chance, demonstrate, facesOver, openHome, signedIn } from './demonstrated.ts'
import { coreTime, median, round } from './measure.ts'

const most = Number(process.argv[2] ?? 5)
/** In the end as if the office had so many times its meetings. */
const crowd = 3
const year = 2026
const now = `${year}-11-25T05:00:00.000Z` as Instant
const { home, storage, close } = await openHome()
try {
  const accounts = await demonstrate(storage, now)
  const faces = facesOver(storage, () => now)
  const offices = [
    { name: 'region', office: akimOffice('310000000' as UnitCode), login: 'author' },
    { name: 'district', office: akimOffice('315400000' as UnitCode), login: 'district' },
  ]
  const figures: Record<string, unknown> = {}
  for (const { name, office, login } of offices) {
    const first = await storage.readPublic(({ journal }) => journal.entries({ office }))
    const account = accounts.find((one) => one.login === login)!
    const { request, visit } = await signedIn(faces, account)
    const { meetings, shown } = await storage.readPublic(async ({ readings }) => {
      const all = await readings.meetingsOf(office, year)
      return { meetings: all.length, shown: all[Math.floor(all.length / 2)]! }
    })
    const look = async () => ({
      entries: (await storage.readPublic(({ journal }) => journal.entries({ office }))).length,
      today: await timed(() => visit.get(`/kk/office/${office}`)),
      meeting: await timed(() => request(`/kk/meetings/${shown.id}`, {})),
      'meeting, at its desk': await timed(() => visit.get(`/kk/office/${office}/meetings/${shown.id}`)),
      ...(login === 'author' && {
        calendar: await timed(() => visit.get(`/kk/office/${office}/calendars/${year}`)),
      }),
      why: await timed(() =>
        request(`/kk/why/${shown.norm}/${office}/${shown.unit.code}/${shown.period}`, {}),
      ),
      'API, verdicts': await timed(() => request(`/api/v1/offices/${office}/verdicts`, {})),
    })
    for (let years = 1; years <= most; years++) {
      if (years > 1) await tell(office, first, year + 1 - years, 1)
      if (years % 2 === 1) figures[`${name}, ${meetings} meetings a year, ${years} years`] = await look()
    }
    for (let again = 2; again <= crowd; again++)
      for (let years = 1; years <= most; years++) await tell(office, first, year + 1 - years, again)
    figures[`${name}, ${meetings * crowd} meetings a year, ${most} years`] = await look()
  }
  console.log(JSON.stringify(figures, null, 2))
} finally {
  await close()
}
process.exit()

/** The same facts in another year, of meetings of their own. */
async function tell(office: OfficeId, entries: readonly Entry[], to: number, time: number) {
  const subjects = new Set(entries.map(({ subject }) => subject))
  const earlier = (words: string): string =>
    words
      .replaceAll(`${year}-`, `${to}-`)
      .replace(/[\w.-]+/g, (word) => (subjects.has(word) ? `${to}.${time}.${word}` : word))
  const again = entries.map(({ type, at, asserted, payload, subject }): NewEntry => ({
    id: chance.newId() as EntryId,
    type,
    at: earlier(at) as Entry['at'],
    asserted,
    actor: null,
    office,
    subject: subject && earlier(subject),
    payload: JSON.parse(earlier(JSON.stringify(payload))),
    corrects: null,
    salt: chance.newSalt(),
  }))
  await storage.transaction({ person: null, offices: [office] }, async ({ journal }) =>
    done(void (await journal.append(again))),
  )
}

async function timed(ask: () => Promise<{ readonly status: number }>) {
  const times: number[] = []
  let [core, status] = [0, 0]
  for (let turn = 0; turn < 25; turn++) {
    if (turn === 5) core = coreTime(home)
    const from = performance.now()
    status = (await ask()).status
    if (turn >= 5) times.push(performance.now() - from)
  }
  return {
    core_ms: round((coreTime(home) - core) / times.length, 1),
    median_ms: round(median(times), 1),
    ...(status === 200 ? {} : { status }),
  }
}
