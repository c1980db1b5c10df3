// A district's office with a meeting of its calendar, prepared and announced on its pages.
import type { OfficeId } from '#territory'
import { type Desks, openDesks } from './desks.ts'
import type { Answer, Fields, Visit } from './visit.ts'

export { origin } from './desks.ts'

export const office = 'akim.315400000' as OfficeId

export const details: Fields = {
  form: 'hybrid',
  minutes: '90',
  'venue.name.kk': 'Мәдениет үйі',
  'venue.name.ru': 'Дом культуры',
  'venue.address.kk': 'Абай көшесі, 1',
  'venue.address.ru': 'улица Абая, 1',
  'access.ramp': 'on',
  'interpreters.sign-language': 'on',
  broadcasts: 'https://example.org/live',
}
export const texts: Fields = { 'text.kk': 'Кездесу өтеді.', 'text.ru': 'Встреча состоится.' }

export type AnnouncedDesk = Pick<Desks, 'house' | 'app'> & {
  readonly author: Visit
  readonly signer: Visit
  /** A meeting that nobody has written of. */
  readonly fresh: () => Promise<string>
  /** Sends the form of a deed as it stands on its page, with these fields. */
  readonly send: (
    visit: Visit,
    meeting: string,
    deed: string,
    fields: Fields,
    page?: string,
  ) => Promise<Answer>
  readonly announce: (meeting: string, fields?: Fields) => Promise<void>
}

export async function announcedDesk(): Promise<AnnouncedDesk> {
  const { house, app, as } = await openDesks('2027-02-02T05:00:00.000Z', '2027-02-03T05:00:00.000Z')
  await house.owner.query(
    `insert into grants (person, office, role, from_day, given_at)
     select person, $1, role, from_day, given_at from grants where role in ('author', 'signer') on conflict do nothing`,
    [office],
  )
  const [author, signer] = [await as('author'), await as('signer')]
  const send: AnnouncedDesk['send'] = async (visit, meeting, deed, fields, page = `/${deed}`) => {
    const at = `/kk/office/${office}/meetings/${meeting}`
    return visit.post(`${at}/${deed}`, {
      ...(await visit.hidden(`${at}${page}`, `${at}/${deed}`)),
      ...fields,
    })
  }
  const step = async (visit: Visit, meeting: string, deed: string, fields: Fields) => {
    const { status } = await send(visit, meeting, deed, fields)
    if (status !== 303) throw new Error(`${deed} was answered with ${status}`)
  }
  return {
    house,
    app,
    author,
    signer,
    send,
    async fresh() {
      const { rows } = await house.owner.query(
        `select m.id from current_meetings m left join meetings w on w.id = m.id
         where m.office = $1 and m.day >= '2027-03-01' and w.id is null order by m.day, m.id limit 1`,
        [office],
      )
      return rows[0].id
    },
    async announce(meeting, fields = details) {
      await step(author, meeting, 'details', fields)
      await step(author, meeting, 'notice', texts)
      await step(signer, meeting, 'publish', {})
    },
  }
}
