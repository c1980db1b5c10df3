// Meetings of the demonstration with a life of their own: announced with guests, late, moved, cancelled, being written.
import type { Act, Entry } from '#calendar'
import { type LocalDate, type Result, addDays, done, yearOf } from '#kernel'
import {
  type Both,
  type Details,
  type NoticeChannel,
  inviteGuests,
  plainDetails,
  proposeChange,
  recordChannel,
  writeDetails,
  writeNotice,
} from '#meetings'
import type { OfficeId } from '#territory'
import { announceMeeting, cancelAndTell, moveAndTell } from '../announce.ts'
import type { Books } from '../propose-calendar.ts'
import type { Stores } from '../stores.ts'

/** Which meetings get a life of their own. */
export type Staged = {
  readonly late: Entry | undefined
  readonly announced: Entry | undefined
  readonly moved: Entry | undefined
  readonly cancelled: Entry | undefined
  readonly written: Entry | undefined
}

/** One is so near that its notice comes late; the others are far enough for everything to be in time. */
export function stagedAmong(entries: readonly Entry[], today: LocalDate): Staged {
  const ahead = entries
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .filter(({ day }) => day > addDays(today, 1))
  const far = ahead.filter(({ day }) => day >= addDays(today, 20))
  return {
    late: ahead.find(({ day }) => day < addDays(today, 7)),
    announced: far[0],
    moved: far.slice(1).find(({ day }) => yearOf(addDays(day, 7)) === yearOf(day)),
    cancelled: far.slice(1).findLast(({ day }) => day <= addDays(today, 60)),
    written: far[2],
  }
}

/** Plays them through by the verbs of the room, as author and signer of each office did yesterday. */
export async function playMeetings(
  stores: Stores,
  books: Pick<Books, 'law'>,
  { late, announced, moved, cancelled, written }: Staged,
  as: (role: 'author' | 'signer', office: OfficeId) => Act,
): Promise<Result<void, unknown>> {
  const prepare = async ({ id, office, unit, day, start, plannedMinutes, form }: Entry) => {
    const act = as('author', office)
    const place = await stores.territory.unit(unit, day)
    const name = { kk: place!.name.kk, ru: place!.name.ru }
    const details = detailsOf(plainDetails(form, plannedMinutes), day)
    const filled = await writeDetails(stores, act, { meeting: id, revision: 0, details })
    if (!filled.ok) return filled
    const { revision } = filled.value
    return writeNotice(stores, act, {
      meeting: id,
      revision,
      text: textOf(name, day, start),
      sayTheSame: false,
    })
  }
  const announce = async (entry: Entry) => {
    const ready = await prepare(entry)
    if (!ready.ok) return ready
    const { id: meeting, revision } = ready.value
    return announceMeeting(stores, books, as('signer', entry.office), { meeting, revision })
  }
  const change = async (entry: Entry, wish: Parameters<typeof proposeChange>[2]['change']) => {
    const known = await stores.meetings.find(entry.id)
    const command = { meeting: entry.id, revision: known?.revision ?? 0 }
    const proposed = await proposeChange(stores, as('author', entry.office), { ...command, change: wish })
    if (!proposed.ok) return proposed
    const signer = as('signer', entry.office)
    const decided = { meeting: entry.id, revision: proposed.value.revision }
    return wish.kind === 'move'
      ? moveAndTell(stores, signer, decided)
      : cancelAndTell(stores, signer, decided)
  }
  const spread = async ({ id, office }: Entry) => {
    const act = as('author', office)
    for (const [channel, note] of channels) {
      const proof = { channel, at: act.at, link: '', note, file: null }
      const recorded = await recordChannel(stores, act, { meeting: id, ...proof })
      if (!recorded.ok) return recorded
    }
    for (const category of ['maslikhat-deputies', 'parties', 'public-organisations', 'opposition']) {
      const invited = await inviteGuests(stores, act, { meeting: id, category, names: [guestOf(category)] })
      if (!invited.ok) return invited
    }
    return done()
  }

  const steps: (() => Promise<Result<unknown, unknown>>)[] = [
    ...(late ? [() => announce(late)] : []),
    ...(announced ? [() => announce(announced), () => spread(announced)] : []),
    ...(moved
      ? [
          () => announce(moved),
          () =>
            change(moved, {
              kind: 'move',
              day: addDays(moved.day, 7),
              start: moved.start,
              reason: reasons.moved,
            }),
        ]
      : []),
    ...(cancelled ? [() => change(cancelled, { kind: 'cancel', reason: reasons.cancelled })] : []),
    ...(written && written !== moved && written !== cancelled ? [() => prepare(written)] : []),
  ]
  for (const step of steps) {
    const outcome = await step()
    if (!outcome.ok) return outcome
  }
  return done()
}

const channels: readonly (readonly [NoticeChannel, string])[] = [
  ['print', 'Аудандық газет (көрсетілім)'],
  ['radio', 'Таңғы хабар (көрсетілім)'],
  ['public-place', 'Мәдениет үйінің хабарландыру тақтасы (көрсетілім)'],
]

/** Nobody real is meant: the name says what it is. */
const guestOf = (category: string): string => `Қонақ (көрсетілім): ${category}`

const reasons = {
  moved: { kk: 'Ауылға баратын жол жөнделіп жатыр.', ru: 'Дорога в село ремонтируется.' },
  cancelled: {
    kk: 'Әкім осы аптада төтенше жағдай штабын басқарады.',
    ru: 'На этой неделе аким руководит штабом по чрезвычайной ситуации.',
  },
} as const satisfies Record<string, Both>

const textOf = (place: Both, date: LocalDate, start: string): Both => {
  const day = date.split('-').toReversed().join('.')
  return {
    kk: `Тұрғындармен кездесу ${day} күні сағат ${start}-де өтеді. Өтетін жері: Мәдениет үйі, ${place.kk}. Барша тұрғын шақырылады. Бұл — көрсетілім.`,
    ru: `Встреча с жителями пройдёт ${day} в ${start}. Место: Дом культуры, ${place.ru}. Приглашаются все жители. Это демонстрация.`,
  }
}

const detailsOf = (plain: Details, day: LocalDate): Details => ({
  ...plain,
  venue: {
    name: { kk: 'Мәдениет үйі', ru: 'Дом культуры' },
    address: { kk: 'Орталық көше, 1', ru: 'улица Центральная, 1' },
    point: null,
    capacity: 180,
    access: ['ramp', 'ground-floor'],
  },
  interpreters: ['sign-language'],
  agenda: [
    {
      kind: 'report',
      title: { kk: 'Жыл басынан бері не істелді', ru: 'Что сделано с начала года' },
      minutes: Math.floor(plain.minutes / 4),
    },
    {
      kind: 'questions',
      title: { kk: 'Сұрақтар мен жауаптар', ru: 'Вопросы и ответы' },
      minutes: plain.minutes - Math.floor(plain.minutes / 4),
    },
  ],
  beside: {
    ...plain.beside,
    reception: { day, start: '17:30', place: { kk: 'Мәдениет үйі, 2-бөлме', ru: 'Дом культуры, комната 2' } },
  },
})
