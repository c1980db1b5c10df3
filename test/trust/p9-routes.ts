// How each route is asked: with what in its address and form, about whose thing, in which of its states.
import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { apiApp } from '#api'
import { addDays, localDate } from '#kernel'
import type { Verb } from '#people'
import { webApp } from '#web'
import {
  type Relation,
  type Seat,
  type Viewer,
  type World,
  groupOf,
  nextYear,
  offices,
  period,
  personOf,
  place,
  relationOf,
  relations,
  today,
} from './p9-world.ts'

export type Fields = Readonly<Record<string, string>>
export type Ask = {
  readonly method: 'GET' | 'POST'
  /** The route as the router has it, without the language. */
  readonly route: string
  readonly state: string
  /** The verbs that permission is asked for, beside `see-office` at every desk. */
  readonly verbs: readonly Verb[]
  /** The address; `desk` is the office in it, `of` whose thing is asked for. */
  readonly path: (world: World, desk: Seat, of: Seat) => string
  readonly fields?: (world: World, of: Seat) => Fields
  /** Who has such a thing; left out: everybody has, and it is named by the desk alone. */
  readonly of?: readonly Seat[]
  /** Only these viewers ask: each answer costs a slow hash. */
  readonly only?: readonly string[]
  /** For everybody alike, byte for byte. */
  readonly open?: true
}

const akims: readonly Seat[] = ['region', 'district', 'okrug', 'other-district', 'other-region']
const everybody = Object.keys(offices) as Seat[]
const at = (desk: Seat) => `/kk/office/${offices[desk]}`
const unitAt = (of: Seat) => offices[of].replace('akim.', '')

const office = (
  method: Ask['method'],
  route: string,
  verbs: readonly Verb[],
  rest: (world: World, of: Seat) => string,
  more: Partial<Ask> = {},
): Ask => ({
  method,
  route: `/office/:office${route}`,
  state: '-',
  verbs,
  path: (world, desk, of) => `${at(desk)}${rest(world, of)}`,
  ...more,
})

const meetingId = (world: World, of: Seat, state: string) => world.meetings.get(`${of} ${state}`)!
const stamped = (world: World, of: Seat, state: string, fields: Fields = {}): Fields => ({
  revision: String(meetingId(world, of, state).revision),
  ...fields,
})
const words = (name: string) => ({ [`${name}.kk`]: 'Себеп', [`${name}.ru`]: 'Причина' })
const later = addDays(today, 60)

type DeedOf = readonly [deed: string, state: string, verb: Verb, fields: Fields]
const meetingDeeds: readonly DeedOf[] = [
  [
    'details',
    'drafted',
    'draft-meeting',
    {
      form: 'stationary',
      minutes: '90',
      day: later,
      start: '11:00',
      'languages.kk': 'on',
      'venue.name.kk': 'Клуб',
      'venue.name.ru': 'Клуб',
    },
  ],
  ['notice', 'drafted', 'write-notice', { 'text.kk': 'Жаңа мәтін', 'text.ru': 'Новый текст' }],
  ['publish', 'drafted', 'publish-notice', {}],
  ['sign', 'drafted', 'publish-notice', { day: addDays(today, 1), start: '12:00' }],
  ['withdraw', 'drafted', 'write-notice', {}],
  ['channels', 'announced', 'record-channel', { channel: 'radio', day: today, start: '09:00', note: 'эфир' }],
  ['guests', 'announced', 'invite-guest', { category: 'parties', names: 'P9' }],
  ['reply', 'announced', 'invite-guest', { guest: 'none', reply: 'coming' }],
  ['move', 'announced', 'draft-meeting', { day: later, start: '12:00', ...words('reason') }],
  ['cancel', 'announced', 'draft-meeting', words('reason')],
  ['sign-change', 'changing', 'cancel-meeting', {}],
  ['drop-change', 'changing', 'draft-meeting', {}],
]

const poolOf = (world: World, of: Seat) => `/meetings/${meetingId(world, of, 'announced').id}/pool`
const belowPool = (world: World, of: Seat) => poolOf(world, of).replace('/meetings', '')
const poolDeeds: readonly (readonly [string, Verb, (of: Seat) => Fields])[] = [
  ['draft', 'triage-requests', () => ({})],
  ['order', 'triage-requests', () => ({})],
  ['step', 'triage-requests', (of) => ({ group: groupOf(of), step: 'out' })],
  ['look', 'record-collection', () => ({ channel: 'open-data-portal' })],
  ['approve', 'approve-pool', () => ({})],
]

const peopleDeeds: readonly (readonly [string, Verb, (world: World, of: Seat) => Fields])[] = [
  ['give', 'give-grant', () => ({ person: personOf('nobody'), role: 'author', from: today })],
  ['give signer', 'give-grant', () => ({ person: personOf('nobody'), role: 'signer', from: today })],
  ['end', 'revoke-grant', (_, of) => ({ person: personOf(`author@${of}`), role: 'author' })],
  ['invite', 'invite-person', () => ({ name: 'P9', role: 'author', from: today })],
  ['withdraw', 'invite-person', (world, of) => ({ hash: world.invitations.get(of)! })],
  ['reset', 'reset-factor', (world, of) => ({ reset: world.resets.get(of)! })],
  ['holder', 'record-holder', () => ({ kk: 'P9', ru: 'P9', from: addDays(today, 1) })],
]

const year = `/calendars/${nextYear}`
const revisionOf = (world: World) => ({ revision: String(world.calendarRevision) })
const part = (world: World, of: Seat) => world.lines.get(of) ?? { id: 'none', revision: 1, state: 'none' }
const onPart = (world: World, of: Seat) => ({ revision: String(part(world, of).revision) })
const partOwners: readonly Seat[] = ['district', 'okrug', 'other-district']
const line: Fields = {
  office: offices.okrug,
  unit: '315430100',
  norm: 'A826E2-2.1.d',
  period: `${nextYear}-H1`,
  day: localDate(`${nextYear}-03-15`),
  start: '15:00',
  form: 'visiting',
}
const moved: Fields = { day: localDate(`${nextYear}-04-14`), start: '15:00', reason: 'P9' }

const benchDeeds: readonly (readonly [deed: string, fields: Fields])[] = [
  ['accept', { group: 'p9.group', upTo: '9' }],
  ['merge', { group: 'p9.group', other: 'p9.other', otherRevision: '1' }],
  ['split', { group: 'p9.group', 'tick.p9.request': '2' }],
  ['move', { group: 'p9.group', 'tick.p9.request': '2', to: 'p9.other 1' }],
  ['correct', { group: 'p9.group', level: 'region' }],
  ['kind', { group: 'p9.group', 'tick.p9.request': '2', kind: 'question' }],
  ['answer', { group: 'p9.group', template: 'thanks' }],
  ['aside', { group: 'p9.group', reason: 'spam' }],
  ['undo', { deed: 'none' }],
  ['confirm', { deed: 'none' }],
  ['decline', { deed: 'none' }],
]
const verbOfBench = (deed: string) =>
  deed === 'confirm' || deed === 'decline' ? 'decide-merge' : 'triage-requests'

/** What is sealed of the district's requests: of one nobody has asked, of another somebody has, who is none of the viewers. */
const sealed: readonly Ask[] = [
  office('GET', '/requests/:id/unseal', ['see-requests'], () => '/requests/p9.request/unseal', {
    of: ['district'],
  }),
  office('POST', '/requests/:id/unseal', ['ask-unsealing'], () => '/requests/p9.third/unseal', {
    of: ['district'],
    fields: () => ({ purpose: 'call-back', basis: '' }),
  }),
  ...(
    [
      ['allow', 'unseal'],
      ['look', 'see-requests'],
    ] as const
  ).map(([deed, verb]) =>
    office(
      'POST',
      `/requests/:id/unseal/:unsealing/${deed}`,
      [verb],
      () => `/requests/p9.request/unseal/p9.unsealing/${deed}`,
      { of: ['district'] },
    ),
  ),
  office('GET', '/requests/:id/files/:file', ['see-requests'], () => '/requests/p9.request/files/p9.paper', {
    of: ['district'],
  }),
]

/** What citizens say, at the bench of the commission: the district has a group of two requests, and one of one. */
const bench: readonly Ask[] = [
  office('GET', '/requests', ['see-requests'], () => '/requests'),
  office('GET', '/requests/templates', ['see-requests'], () => '/requests/templates'),
  office('GET', '/requests/:id', ['see-requests'], () => '/requests/p9.request', { of: ['district'] }),
  office('GET', '/requests/groups/:id', ['see-requests'], () => '/requests/groups/p9.group', {
    of: ['district'],
  }),
  ...benchDeeds.map(([deed, fields]) =>
    office('POST', '/requests/deeds/:deed', [verbOfBench(deed)], () => `/requests/deeds/${deed}`, {
      state: deed,
      of: ['district'],
      fields: () => ({ revision: '1', ...fields }),
    }),
  ),
  office('POST', '/requests/:id/correct', ['triage-requests'], () => '/requests/p9.request/correct', {
    of: ['district'],
    fields: () => ({
      revision: '2',
      kind: 'question',
      sphere: 'water',
      level: 'region',
      unit: place.district,
    }),
  }),
  office('POST', '/requests/:id/back', ['triage-requests'], () => '/requests/p9.request/back', {
    of: ['district'],
    fields: () => ({ revision: '2' }),
  }),
  office('POST', '/requests/groups/:id', ['triage-requests'], () => '/requests/groups/p9.group', {
    of: ['district'],
    fields: () => ({ revision: '1', ...words('title'), sphere: 'water', unit: place.district }),
  }),
  office('POST', '/requests/templates', ['triage-requests'], () => '/requests/templates', {
    fields: () => ({ name: 'P9', ...words('words') }),
  }),
  office(
    'POST',
    '/requests/templates/:id/drop',
    ['triage-requests'],
    () => '/requests/templates/p9.template/drop',
    { of: ['district'] },
  ),
]

const when: Fields = { unit: place.district, day: later, start: '11:00', minutes: '90', ...words('reason') }
/** Demands, polls and risks: the district has them. */
const voices: readonly Ask[] = [
  office('GET', '/demands', ['see-meetings'], () => '/demands'),
  office('GET', '/demands/:id', ['see-meetings'], () => '/demands/p9.demand', { of: ['district'] }),
  ...(
    [
      ['judge', 'answer-demand-draft', { withheld: 'insult' }],
      ['draft', 'answer-demand-draft', { decision: 'refused', ...words('reason') }],
      ['decide', 'decide-demand', {}],
    ] as const
  ).map(([deed, verb, fields]) =>
    office('POST', '/demands/:id/:deed', [verb], () => `/demands/p9.demand/${deed}`, {
      state: deed,
      of: ['district'],
      fields: () => ({ revision: '1', ...fields }),
    }),
  ),
  office('GET', '/risks/new', ['see-meetings'], () => '/risks/new'),
  office('POST', '/risks/new', ['register-risk'], () => '/risks/new', {
    of: ['district'],
    fields: () => ({
      unit: place.district,
      kind: 'necessity',
      words: 'Су тасқыны қаупі бар, тұрғындар алаңдайды',
    }),
  }),
  office('GET', '/risks/:id', ['see-meetings'], (_, of) => `/risks/risk.${offices[of]}`, { of: akims }),
  office('POST', '/risks/:id', ['draft-meeting'], (_, of) => `/risks/risk.${offices[of]}`, {
    of: ['district'],
    fields: () => when,
  }),
  office('GET', '/polls/new', ['see-meetings'], () => '/polls/new'),
  office('POST', '/polls/new', ['open-poll'], () => '/polls/new', {
    of: ['district'],
    fields: () => ({
      unit: place.district,
      ...words('about'),
      'options.0.day': later,
      'options.0.start': '10:00',
      'options.1.day': later,
      'options.1.start': '15:00',
      'close.day': addDays(today, 10),
      'close.start': '18:00',
    }),
  }),
  office('GET', '/polls/:id', ['see-meetings'], () => '/polls/p9.poll', { of: ['district'] }),
  ...['open', 'closed'].map((state) =>
    office(
      'POST',
      '/polls/:id',
      ['decide-poll'],
      () => (state === 'open' ? '/polls/p9.poll' : '/polls/p9.closed'),
      { state, of: ['district'], fields: () => ({ option: '0', ...words('reason') }) },
    ),
  ),
]

const ministries: readonly Seat[] = ['ministry', 'other-ministry']
/** The proposal that was sent up stands for both to whoever has no part in either. */
const sentFirst: readonly Seat[] = ['other-ministry', 'ministry']
const visit: Fields = {
  revision: '1',
  region: place.region,
  unit: place.region,
  day: localDate(`${nextYear}-10-20`),
  start: '11:00',
  minutes: '90',
  sphere: 'health',
  ...words('venue'),
  ...words('why'),
}
const visitOf = (of: Seat) => `/schedule/${period}/visits/p9.visit.${offices[of]}`
/** The ministers' schedule of the next half-year: each body writes its own proposal. */
const schedule: readonly Ask[] = [
  office('GET', '/schedule', ['see-calendar'], () => '/schedule'),
  office('GET', '/schedule/procedure', ['see-calendar'], () => '/schedule/procedure'),
  office('GET', '/schedule/:period', ['see-calendar'], () => `/schedule/${period}`),
  office('GET', '/schedule/:period/new', ['see-calendar'], () => `/schedule/${period}/new`),
  office('GET', '/schedule/:period/visits/:visit', ['see-calendar'], (_, of) => visitOf(of), {
    of: ministries,
  }),
  office(
    'GET',
    '/schedule/:period/proposals/:body',
    ['see-calendar'],
    (_, of) => `/schedule/${period}/proposals/${offices[of]}`,
    { of: sentFirst },
  ),
  ...(['write', 'sign'] as const).map((deed) =>
    office(
      'POST',
      '/schedule/procedure/:deed',
      [deed === 'write' ? 'assemble-schedule' : 'publish-procedure'],
      () => `/schedule/procedure/${deed}`,
      { state: deed, fields: () => ({ revision: '1', ...words('text'), number: '1' }) },
    ),
  ),
  office('POST', '/schedule/:period/new', ['propose-visits'], () => `/schedule/${period}/new`, {
    fields: () => visit,
  }),
  ...(['change', 'withdraw', 'leave-out'] as const).map((deed) =>
    office(
      'POST',
      '/schedule/:period/visits/:visit/:deed',
      [deed === 'leave-out' ? 'assemble-schedule' : 'propose-visits'],
      (_, of) => `${visitOf(of)}/${deed}`,
      {
        state: deed,
        of: ministries,
        fields: () => ({ ...visit, because: 'P9' }),
      },
    ),
  ),
  ...(['take', 'give-back'] as const).map((deed) =>
    office(
      'POST',
      '/schedule/:period/proposals/:body/:deed',
      ['assemble-schedule'],
      (_, of) => `/schedule/${period}/proposals/${offices[of]}/${deed}`,
      { state: deed, of: sentFirst, fields: () => ({ revision: '1', reason: 'P9' }) },
    ),
  ),
  ...(
    [
      ['send', 'propose-visits'],
      ['submit', 'submit-schedule'],
      ['approve', 'approve-schedule'],
      ['publish', 'publish-schedule'],
    ] as const
  ).map(([deed, verb]) =>
    office('POST', '/schedule/:period/:deed', [verb], () => `/schedule/${period}/${deed}`, {
      state: deed,
      fields: () => ({ revision: '1', number: '1', reason: 'P9' }),
    }),
  ),
]

const takenFile = (of: Seat) => `/requests/import/p9.taken.${offices[of]}`
/** What an office takes in of what citizens say. */
const intakeAsks: readonly Ask[] = [
  office('GET', '/requests/new', ['enter-request'], () => '/requests/new'),
  office('POST', '/requests/new', ['enter-request'], () => '/requests/new', {
    fields: (_, of) => ({
      channel: 'desk',
      meeting: '',
      unit: akims.includes(of) ? unitAt(of) : place.region,
      day: today,
      start: '00:01',
      words: 'Жолды жөндеңіз',
    }),
  }),
  office('GET', '/requests/import', ['import-requests'], () => '/requests/import'),
  office('POST', '/requests/import', ['import-requests'], () => '/requests/import'),
  ...(['', '/faults.csv', '/receipts.csv'] as const).map((piece) =>
    office(
      'GET',
      `/requests/import/:id${piece}`,
      ['import-requests'],
      (_, of) => `${takenFile(of)}${piece}`,
      {
        of: akims,
      },
    ),
  ),
  ...(
    [
      ['/:deed', '/drop'],
      ['/take', '/take'],
    ] as const
  ).map(([route, deed]) =>
    office(
      'POST',
      `/requests/import/:id${route}`,
      ['import-requests'],
      (_, of) => `${takenFile(of)}${deed}`,
      {
        of: akims,
        fields: () => ({ revision: '2' }),
      },
    ),
  ),
]

const oldFile = (of: Seat) => `/import/p9.old.${offices[of]}`

/** Everything behind the desk of an office. */
const desks: readonly Ask[] = [
  ...intakeAsks,
  office('GET', '/import', ['import-old'], () => '/import'),
  office('POST', '/import', ['import-old'], () => '/import'),
  office('GET', '/import/:file', ['import-old'], () => '/import/template-kk.csv'),
  office('GET', '/import/:id', ['import-old'], (_, of) => oldFile(of), { of: akims }),
  office('GET', '/import/:id/faults.csv', ['import-old'], (_, of) => `${oldFile(of)}/faults.csv`, {
    of: akims,
  }),
  office('POST', '/import/:id/:deed', ['import-old'], (_, of) => `${oldFile(of)}/drop`, {
    of: akims,
    fields: () => ({ revision: '1' }),
  }),
  ...(['drafted', 'signed'] as const).flatMap((state) =>
    (['', '/radio-kk.txt'] as const).map((piece) =>
      office(
        'GET',
        piece ? '/meetings/:meeting/kit/:piece' : '/meetings/:meeting/kit',
        ['see-meetings'],
        (world, of) => `/meetings/${meetingId(world, of, state).id}/kit${piece}`,
        { state, of: akims },
      ),
    ),
  ),
  ...voices,
  ...schedule,
  office('GET', '/calendars/:year/wishes', ['see-calendar'], () => `${year}/wishes`),
  office('POST', '/calendars/:year/wishes', ['draft-part'], () => `${year}/wishes`, {
    fields: () => ({ revision: '0' }),
  }),
  // Whoever says that it was signed sees no more by it.
  ...['', '?said=signed'].map((said) =>
    office(
      'GET',
      '/below/:of/:meeting',
      ['stand-in'],
      (world, of) => `/below/${offices[of]}/${meetingId(world, of, 'drafted').id}${said}`,
      { state: said === '' ? '-' : 'said', of: akims },
    ),
  ),
  office(
    'POST',
    '/below/:of/:meeting/:deed',
    ['stand-in'],
    (world, of) => `/below/${offices[of]}/${meetingId(world, of, 'drafted').id}/publish`,
    { of: akims, fields: (world, of) => stamped(world, of, 'drafted') },
  ),
  office(
    'GET',
    '/below/:of/:meeting/pool',
    ['stand-in'],
    (world, of) => `/below/${offices[of]}${belowPool(world, of)}`,
    {
      of: akims,
    },
  ),
  office(
    'POST',
    '/below/:of/:meeting/pool/approve',
    ['stand-in'],
    (world, of) => `/below/${offices[of]}${belowPool(world, of)}/approve`,
    { of: akims, fields: () => ({ revision: '1' }) },
  ),
  // The district has two persons of its own, the okrug has not.
  ...(['GET', 'POST'] as const).map((method) =>
    office(
      method,
      `/below/:of/unsealings/:unsealing${method === 'POST' ? '/allow' : ''}`,
      ['stand-in', ...(method === 'POST' ? (['unseal'] as const) : [])],
      (_, of) =>
        `/below/${offices[of]}/unsealings/${of === 'okrug' ? 'p9.below' : 'p9.unsealing'}${method === 'POST' ? '/allow' : ''}`,
      { of: ['okrug', 'district'] },
    ),
  ),
  office('GET', '', [], () => ''),
  office('GET', '/calendars', ['see-calendar'], () => '/calendars'),
  office('GET', '/calendars/:year', ['see-calendar'], () => year, { state: 'drafted' }),
  office('GET', '/calendars/:year', ['see-calendar'], () => '/calendars/2026', { state: 'published' }),
  office(
    'GET',
    '/calendars/:year/meetings/:meeting',
    ['see-calendar'],
    (world) => `/calendars/2026/meetings/${world.entry}`,
    { state: 'published', of: ['region'] },
  ),
  office(
    'POST',
    '/calendars/:year/meetings/:meeting',
    ['move-entry'],
    (world) => `/calendars/2026/meetings/${world.entry}`,
    { state: 'published', of: ['region'], fields: () => ({ revision: '0', ...moved }) },
  ),
  office(
    'POST',
    '/calendars/:year/meetings/:meeting/drop',
    ['move-entry'],
    (world) => `/calendars/2026/meetings/${world.entry}/drop`,
    { state: 'published', of: ['region'], fields: () => ({ revision: '0', reason: 'P9' }) },
  ),
  ...(
    [
      ['draft', 'draft-calendar'],
      ['send', 'send-calendar'],
      ['answer', 'record-maslikhat'],
      ['recall', 'recall-calendar'],
      ['approve', 'approve-calendar'],
      ['publish', 'publish-calendar'],
      ['submit', 'submit-calendar'],
    ] as const
  ).map(([deed, verb]) =>
    office('POST', '/calendars/:year/:deed', [verb], () => `${year}/${deed}`, {
      state: deed,
      fields: (world) => ({ ...revisionOf(world), number: '1', reason: 'P9' }),
    }),
  ),
  ...(
    [
      ['ask', 'draft-calendar'],
      ['fill', 'assemble-calendar'],
      ['correct', 'correct-calendar'],
      ['give-up', 'correct-calendar'],
      ['add', 'move-entry'],
    ] as const
  ).map(([deed, verb]) =>
    office('POST', '/calendars/:year/assembly/:deed', [verb], () => `${year}/assembly/${deed}`, {
      state: deed,
      fields: (world) => ({ ...line, ...revisionOf(world), day: line['day']!, reason: 'P9' }),
    }),
  ),
  office(
    'GET',
    '/calendars/:year/parts/:owner',
    ['see-calendar'],
    (_, of) => `${year}/parts/${offices[of]}`,
    {
      of: partOwners,
    },
  ),
  ...(['take', 'return'] as const).map((deed) =>
    office(
      'POST',
      '/calendars/:year/parts/:owner/:deed',
      [deed === 'take' ? 'assemble-calendar' : 'return-part'],
      (_, of) => `${year}/parts/${offices[of]}/${deed}`,
      { state: deed, of: partOwners, fields: (world, of) => ({ ...onPart(world, of), reason: 'P9' }) },
    ),
  ),
  office('GET', '/calendars/:year/quota', ['see-calendar'], () => `${year}/quota`),
  office('GET', '/calendars/:year/part', ['see-calendar'], () => `${year}/part`, { of: akims }),
  office(
    'GET',
    '/calendars/:year/part/meetings/:meeting',
    ['see-calendar'],
    (world, of) => `${year}/part/meetings/${part(world, of).id}`,
    { of: ['district', 'okrug'] },
  ),
  office(
    'POST',
    '/calendars/:year/part/meetings/:meeting',
    ['draft-part'],
    (world, of) => `${year}/part/meetings/${part(world, of).id}`,
    { of: ['district', 'okrug'], fields: (world, of) => ({ ...onPart(world, of), ...moved }) },
  ),
  office(
    'POST',
    '/calendars/:year/part/meetings/:meeting/drop',
    ['draft-part'],
    (world, of) => `${year}/part/meetings/${part(world, of).id}/drop`,
    { of: ['district', 'okrug'], fields: (world, of) => ({ ...onPart(world, of), reason: 'P9' }) },
  ),
  ...(
    [
      ['begin', 'draft-part'],
      ['send-part', 'send-part'],
      ['add', 'draft-part'],
    ] as const
  ).map(([deed, verb]) =>
    office('POST', '/calendars/:year/part/:deed', [verb], () => `${year}/part/${deed}`, {
      state: deed,
      of: ['okrug', 'other-district'],
      fields: (world, of) => ({ ...line, ...onPart(world, of) }),
    }),
  ),
  office('GET', '/deliveries', ['receive-calendar'], () => '/deliveries'),
  office('GET', '/deliveries/:year', ['receive-calendar'], () => '/deliveries/2026'),
  ...['forward', place.region].map((of) =>
    office('POST', '/deliveries/:year/:region', ['receive-calendar'], () => `/deliveries/2026/${of}`, {
      state: of === 'forward' ? 'forward' : 'receive',
      fields: () => ({ number: '1' }),
    }),
  ),
  office('GET', '/sessions', [], () => '/sessions'),
  office('POST', '/sessions', ['note-session'], () => '/sessions', { fields: () => ({ day: later }) }),

  office('GET', '/calendars/:year/plan', ['see-calendar'], () => `${year}/plan`, { of: ['region'] }),
  office(
    'GET',
    '/calendars/:year/plan/akims/:akim',
    ['see-calendar'],
    (_, of) => `${year}/plan/akims/${offices[of]}`,
    { of: ['okrug'] },
  ),
  office(
    'GET',
    '/calendars/:year/plan/akims/:akim/wishes',
    ['see-calendar'],
    (_, of) => `${year}/plan/akims/${offices[of]}/wishes`,
    { of: ['okrug'] },
  ),
  office(
    'POST',
    '/calendars/:year/plan/akims/:akim/wishes',
    ['draft-calendar'],
    (_, of) => `${year}/plan/akims/${offices[of]}/wishes`,
    { of: ['okrug'], fields: () => ({ revision: '0' }) },
  ),
  office(
    'GET',
    '/calendars/:year/plan/changes',
    ['see-calendar'],
    () => `${year}/plan/changes?way=most-even`,
    {
      of: ['region'],
    },
  ),
  office(
    'GET',
    '/calendars/:year/plan/days/:day',
    ['see-calendar'],
    (world, of) => `${year}/plan/days/${world.day}?akim=${offices[of]}`,
    { of: ['district'] },
  ),
  office('POST', '/calendars/:year/plan/take', ['move-entry'], () => `${year}/plan/take`, {
    of: ['region'],
    fields: (world) => ({ ...revisionOf(world), way: 'most-even' }),
  }),
  office(
    'POST',
    '/calendars/:year/plan/locks/:meeting',
    ['move-entry'],
    (world) => `${year}/plan/locks/${world.line}`,
    {
      of: ['region'],
      fields: () => ({ locked: '1' }),
    },
  ),
  office(
    'GET',
    '/calendars/:year/plan/effect',
    ['see-calendar'],
    (world) => `${year}/plan/effect?meeting=${world.line}&day=${nextYear}-04-14&start=15:00`,
    { of: ['region'] },
  ),
  office(
    'POST',
    '/calendars/:year/plan/look/:meeting',
    ['see-calendar'],
    (world) => `${year}/plan/look/${world.line}`,
    {
      of: ['region'],
      fields: () => moved,
    },
  ),

  office('GET', '/meetings', ['see-meetings'], () => '/meetings'),
  office('GET', '/meetings/new', ['see-meetings'], () => '/meetings/new'),
  office('POST', '/meetings/new', ['draft-meeting'], () => '/meetings/new', {
    of: akims,
    fields: (_, of) => ({
      unit: unitAt(of),
      day: later,
      start: '11:00',
      minutes: '90',
      outside: 'other',
      ...words('reason'),
    }),
  }),
  ...(['drafted', 'announced', 'changing'] as const).map((state) =>
    office(
      'GET',
      '/meetings/:meeting',
      ['see-meetings'],
      (world, of) => `/meetings/${meetingId(world, of, state).id}`,
      { state, of: akims },
    ),
  ),
  ...['details', 'notice', 'publish', 'channels', 'guests', 'move', 'cancel'].map((form) =>
    office(
      'GET',
      '/meetings/:meeting/:form',
      ['see-meetings'],
      (world, of) =>
        `/meetings/${meetingId(world, of, form === 'channels' || form === 'guests' ? 'announced' : 'drafted').id}/${form}`,
      { state: form, of: akims },
    ),
  ),
  ...meetingDeeds.map(([deed, state, verb, fields]) =>
    office(
      'POST',
      '/meetings/:meeting/:deed',
      [verb],
      (world, of) => `/meetings/${meetingId(world, of, state).id}/${deed}`,
      { state: deed, of: akims, fields: (world, of) => stamped(world, of, state, fields) },
    ),
  ),
  office('GET', '/pools', ['see-requests'], () => '/pools'),
  office('GET', '/meetings/:meeting/pool', ['see-requests'], (world, of) => poolOf(world, of), { of: akims }),
  office(
    'GET',
    '/meetings/:meeting/pool/approve',
    ['see-requests'],
    (world, of) => `${poolOf(world, of)}/approve`,
    {
      of: akims,
    },
  ),
  office(
    'GET',
    '/meetings/:meeting/pool/lines/:group',
    ['see-requests', 'triage-requests'],
    (world, of) => `${poolOf(world, of)}/lines/${groupOf(of)}`,
    { of: akims },
  ),
  office(
    'POST',
    '/meetings/:meeting/pool/lines/:group',
    ['triage-requests'],
    (world, of) => `${poolOf(world, of)}/lines/${groupOf(of)}`,
    { of: akims, fields: (_, of) => ({ revision: '1', unit: unitAt(of), sphere: 'water', in: 'on' }) },
  ),
  ...poolDeeds.map(([deed, verb, fields]) =>
    office('POST', '/meetings/:meeting/pool/:deed', [verb], (world, of) => `${poolOf(world, of)}/${deed}`, {
      state: deed,
      of: akims,
      fields: (_, of) => ({ revision: '1', ...fields(of) }),
    }),
  ),
  office('GET', '/search', ['see-requests'], () => `/search?q=${encodeURIComponent('су')}`),
  ...bench,
  ...sealed,
  office('GET', '/commission', ['see-requests'], () => '/commission'),
  office('POST', '/commission', ['form-commission'], () => '/commission', {
    of: akims,
    fields: (world, of) => ({
      revision: String(world.commissions.get(of)!.number),
      'order.number': 'P9',
      'order.day': today,
      'names.public-council': 'P9',
    }),
  }),
  office('POST', '/commission/link', ['form-commission'], () => '/commission/link', {
    of: akims,
    fields: (world, of) => ({ commission: world.commissions.get(of)!.id, place: '0', person: '' }),
  }),
  office('GET', '/outbox', ['see-meetings'], () => '/outbox'),
  office('GET', '/duties', [], () => '/duties'),

  office('GET', '/people', ['see-people'], () => '/people'),
  office('GET', '/people/:of', ['see-people'], (_, of) => `/people/${offices[of]}`, { of: everybody }),
  office('GET', '/denied', ['see-denied'], () => '/denied'),
  ...peopleDeeds.map(([deed, verb, fields]) =>
    office('POST', '/people/:of/:deed', [verb], (_, of) => `/people/${offices[of]}/${deed.split(' ')[0]}`, {
      state: deed,
      of: everybody.filter((one) => one !== 'operator'),
      fields,
    }),
  ),
]

const open = (route: string, path: string | ((world: World) => string), more: Partial<Ask> = {}): Ask => ({
  method: 'GET',
  route,
  state: '-',
  verbs: [],
  path: (world) => (typeof path === 'string' ? path : path(world)),
  ...more,
})
const own = (route: string, path: string, fields: Fields = {}): Ask => ({
  method: 'POST',
  route,
  state: '-',
  verbs: [],
  path: () => path,
  fields: () => fields,
})
const mark = 'A'.repeat(43)
const secretMeeting = (world: World) => meetingId(world, 'district', 'drafted').id

/** Pages, feeds and the API for everybody, and what each has of his own. */
const others: readonly Ask[] = [
  open('/', '/kk/'),
  open('/', '/', { state: 'language' }),
  open('/assets/:name', '/assets/none.css'),
  open('/search', '/kk/search?q=merke'),
  open('/places/:code', `/kk/places/${place.district}`),
  open('/meetings/:id', (world) => `/kk/meetings/${secretMeeting(world)}`, { state: 'drafted' }),
  open('/meetings/:id', (world) => `/kk/meetings/${meetingId(world, 'district', 'announced').id}`, {
    state: 'announced',
  }),
  open('/meetings/:id', (world) => `/kk/meetings/${meetingId(world, 'district', 'changing').id}`, {
    state: 'changing',
  }),
  open('/meetings/:id/pool', (world) => `/kk${poolOf(world, 'district')}`),
  open('/meetings/:id/:file', (world) => `${poolOf(world, 'district')}.csv`),
  open('/problems/:id', '/kk/problems/none'),
  open('/calendar', '/kk/calendar'),
  open('/calendars/:region/:year', `/kk/calendars/${place.region}/2026`, { state: 'published' }),
  open('/calendars/:region/:year', `/kk/calendars/${place.region}/${nextYear}`, { state: 'drafted' }),
  open('/calendars/:region/:year/releases/:number', `/kk/calendars/${place.region}/2026/releases/1`),
  open(
    '/calendars/:region/:year/releases/:number/changes',
    `/kk/calendars/${place.region}/2026/releases/2/changes`,
  ),
  open('/law', '/kk/law'),
  open('/law/doubts', '/kk/law/doubts'),
  open('/law/:act', '/kk/law/A826'),
  open('/law/norms/:norm', '/kk/law/norms/A826E2-2.1.d'),
  open('/why/:norm/:bearer/:subject/:period', `/kk/why/A826E2-2.1.d/${offices.okrug}/315430100/2026-H1`),
  open('/demonstration', '/kk/demonstration'),
  open('/about', '/kk/about'),
  open('/feeds/places/:file', `/feeds/places/${place.district}.ics`, { open: true }),
  open('/feeds/calendars/:region/:file', `/feeds/calendars/${place.region}/2026.ics`, {
    open: true,
    state: 'published',
  }),
  open('/feeds/calendars/:region/:file', `/feeds/calendars/${place.region}/2026.json`, {
    open: true,
    state: 'published',
  }),
  open('/feeds/calendars/:region/:file', `/feeds/calendars/${place.region}/${nextYear}.ics`, {
    open: true,
    state: 'drafted',
  }),
  open('/feeds/offices/:file', `/feeds/offices/${offices.district}.ics`, { open: true }),
  open('/feeds/news/:kind/:file', `/feeds/news/offices/${offices.district}.atom`, { open: true }),
  open('/feeds/news/:kind/:file', `/feeds/news/offices/${offices.district}.json`, { open: true }),
  open('/api/v1/search', '/api/v1/search?q=merke', { open: true }),
  open('/api/v1/units', '/api/v1/units?q=merke', { open: true }),
  open('/api/v1/units/:code', `/api/v1/units/${place.district}`, { open: true }),
  open('/api/v1/calendars/:region/:year', `/api/v1/calendars/${place.region}/2026`, {
    open: true,
    state: 'published',
  }),
  open('/api/v1/calendars/:region/:year', `/api/v1/calendars/${place.region}/${nextYear}`, {
    open: true,
    state: 'drafted',
  }),
  open('/api/v1/meetings/:id', (world) => `/api/v1/meetings/${secretMeeting(world)}`, {
    open: true,
    state: 'drafted',
  }),
  open(
    '/api/v1/meetings/:id',
    (world) => `/api/v1/meetings/${meetingId(world, 'district', 'announced').id}`,
    {
      open: true,
      state: 'announced',
    },
  ),
  open('/api/v1/meetings/:id/pool', (world) => `/api/v1${poolOf(world, 'district')}`, { open: true }),
  open('/api/v1/problems', '/api/v1/problems', { open: true }),
  open('/api/v1/offices/:office/verdicts', `/api/v1/offices/${offices.district}/verdicts`, { open: true }),
  open('/api/v1/openapi.json', '/api/v1/openapi.json', { open: true }),

  open('/polls/:id', '/kk/polls/p9.poll'),
  own('/polls/:id', '/kk/polls/p9.poll', { choice: '0' }),
  open('/demands/:id', '/kk/demands/p9.demand'),
  own('/demands/:id', '/kk/demands/p9.demand'),
  open('/places/:code/demand', `/kk/places/${place.district}/demand`),
  own('/places/:code/demand', `/kk/places/${place.district}/demand`),
  open('/ask', `/kk/ask?place=${place.district}`),
  open('/places/:code/ask', `/kk/places/${place.district}/ask`),
  own('/places/:code/ask', `/kk/places/${place.district}/ask`, { words: 'P9' }),
  open('/meetings/:id/ask', (world) => `/kk/meetings/${secretMeeting(world)}/ask`),
  own('/meetings/:id/ask', '/kk/meetings/none/ask', { words: 'P9' }),
  open('/receipt', '/kk/receipt'),
  own('/receipt', '/kk/receipt', { code: '0000 0000 0000 0000' }),
  open('/schedule', '/kk/schedule'),
  open('/schedule/procedure', '/kk/schedule/procedure'),
  open('/schedule/:period', `/kk/schedule/${period}`),
  open('/schedule/:period/releases/:number', `/kk/schedule/${period}/releases/1`),
  open('/files/:id', '/files/none'),
  open('/meetings/:id/kit', (world) => `/kk/meetings/${secretMeeting(world)}/kit`),
  open('/meetings/:id/:sheet', (world) => `/meetings/${secretMeeting(world)}/sheet-kk.pdf`),
  open('/offices/:office/:sheet', () => `/offices/${offices.district}/sheet-kk.pdf`),
  open('/kit/:id/:piece', (world) => `/kit/${secretMeeting(world)}/radio-kk.txt`),
  open('/office/operator', '/kk/office/operator'),
  open('/office/operator/holidays', '/kk/office/operator/holidays', { verbs: ['edit-holidays'] }),
  { ...own('/office/operator/holidays', '/kk/office/operator/holidays'), verbs: ['edit-holidays'] },
  open('/office/operator/outbox', '/kk/office/operator/outbox', { verbs: ['see-outboxes'] }),
  open('/office/operator/denied', '/kk/office/operator/denied', { verbs: ['see-denied'] }),

  open('/unsubscribe/:token', `/unsubscribe/${mark}`),
  own('/unsubscribe/:token', `/unsubscribe/${mark}`),
  open('/subscribe', `/kk/subscribe?topic=place:${place.district}`),
  own('/subscribe', '/kk/subscribe', { topic: `place:${place.district}` }),
  open('/subscribe/asked', '/kk/subscribe/asked'),
  open('/subscriptions/ended', '/kk/subscriptions/ended'),
  open('/subscriptions/:token', `/kk/subscriptions/${mark}`),
  own('/subscriptions/:token', `/kk/subscriptions/${mark}`, { deed: 'end' }),

  open('/sign-in', '/kk/sign-in'),
  {
    ...own('/sign-in', '/kk/sign-in', { login: 'nobody.here', password: 'not the password of anybody' }),
    only: ['visitor', 'nobody'],
  },
  own('/sign-out', '/kk/sign-out'),
  open('/sign-in/factor', '/kk/sign-in/factor'),
  own('/sign-in/factor', '/kk/sign-in/factor', { code: '000000' }),
  own('/sign-in/factor/lost', '/kk/sign-in/factor/lost'),
  own('/sign-in/factor/passkey/options', '/kk/sign-in/factor/passkey/options'),
  own('/sign-in/factor/passkey/verify', '/kk/sign-in/factor/passkey/verify'),
  open('/sign-in/provider/start', '/kk/sign-in/provider/start'),
  own('/sign-in/provider/bind', '/kk/sign-in/provider/bind'),
  open('/sign-in/provider/callback', '/sign-in/provider/callback'),
  open('/account', '/kk/account'),
  ...['password', 'mine', 'session-end', 'codes', 'codes-confirm', 'recovery', 'factor-remove'].map((deed) =>
    deed === 'password'
      ? { ...own(`/account/${deed}`, `/kk/account/${deed}`), only: ['visitor', 'nobody'] }
      : own(`/account/${deed}`, `/kk/account/${deed}`),
  ),
  own('/account/passkey-options', '/kk/account/passkey-options'),
  own('/account/passkey-add', '/kk/account/passkey-add'),
  open('/invitation/:token', `/kk/invitation/${mark}`),
  own('/invitation/:token', `/kk/invitation/${mark}`),
  open('/office', '/kk/office'),
]

export const asks: readonly Ask[] = [...desks, ...others]

/** A request of the matrix: who asks what, at whose desk, about whose thing. */
export type Cell = {
  readonly ask: Ask
  readonly viewer: Viewer
  /** `there`: at the desk of the office whose thing it is; `here`: at the viewer's own desk. */
  readonly desk: 'there' | 'here'
  readonly of: Seat
  readonly relation: string
}

/**
 * Every request of the matrix. Of several offices that are the same to a viewer one stands for all; at the desk of
 * another office each relation takes its turn with the states of the route, for such a desk opens for none of them.
 */
export function* cellsFor({ viewers }: World): Generator<Cell> {
  const turns = new Map<string, number>()
  for (const ask of asks) {
    const states = asks.filter((one) => one.route === ask.route && one.method === ask.method)
    for (const viewer of viewers) {
      if (ask.only && !ask.only.includes(viewer.name)) continue
      if (others.includes(ask)) {
        yield { ask, viewer, desk: 'here', of: 'district', relation: '-' }
        continue
      }
      const seen = new Set<string>()
      for (const of of ask.of ??
        everybody.filter((seat) => seat !== 'operator' || viewer.seat === 'operator')) {
        const relation = viewer.seat ? relationOf(viewer.seat, of) : 'none'
        if (seen.has(relation)) continue
        seen.add(relation)
        const key = `${ask.method} ${ask.route} ${viewer.name} ${relation}`
        const turn = turns.get(key) ?? 0
        turns.set(key, turn + 1)
        const isMine = (turn + relations.indexOf(relation as Relation)) % states.length === 0
        if (relation === 'own' || isMine) yield { ask, viewer, desk: 'there', of, relation }
        if (ask.of && viewer.seat && relation !== 'own') yield { ask, viewer, desk: 'here', of, relation }
      }
    }
  }
}

export type Answered = {
  readonly status: number
  readonly location: string | null
  /** The headers and the body, as they came. */
  readonly all: string
  readonly etag: string | null
  readonly body: string
}

/** Both faces, as they stand behind one door in `serve.ts`. */
export function openFaces({ house }: World) {
  const web = webApp(house)
  const api = new Hono().mount('/api', apiApp(house).fetch)
  const routes = [
    ...web.routes.map(({ method, path }) => ({ method, path })),
    ...apiApp(house).routes.map(({ method, path }) => ({ method, path: `/api${path}` })),
  ]
  return {
    /** Every route of the routers, without language and without the shapes of their parts. */
    routes: [
      ...new Set(
        routes
          .filter(({ method }) => method !== 'ALL')
          .map(({ method, path }) => {
            const bare = path.replace(/^\/:language\{\(kk\|ru\|en\)\}/, '').replace(/:(\w+)\{[^/]*\}/g, ':$1')
            return `${method} ${bare === '' ? '/' : bare}`
          }),
      ),
    ],
    async send(world: World, { ask, viewer, desk, of }: Cell, number: number): Promise<Answered> {
      const path = ask.path(world, desk === 'there' ? of : (viewer.seat ?? of), of)
      const headers: Record<string, string> = { origin: 'http://localhost' }
      if (viewer.token) headers['cookie'] = `__Host-kezdesu=${viewer.token}`
      let body: URLSearchParams | undefined
      if (ask.method === 'POST') {
        const csrf = viewer.token ? proof(viewer.token) : 'none'
        body = new URLSearchParams({ key: `p9-request-${number}`, ...ask.fields?.(world, of), csrf })
      }
      const request = new Request(`http://localhost${path}`, {
        method: ask.method,
        headers,
        ...(body && { body }),
      })
      const response = await (path.startsWith('/api/') ? api : web).fetch(request)
      // The page leads back to its own address, which the viewer knows: a name in it is nothing new.
      const known = /m-[\d-]+H\d/.exec(path)?.[0]
      const answered = await response.text()
      const text = known ? answered.replaceAll(known, '') : answered
      return {
        status: response.status,
        location: response.headers.get('location'),
        all: `${[...response.headers]
          .map((line) => line.join(': '))
          .join('\n')
          .replaceAll(known ?? '-no-name-', '')}\n\n${text}`,
        etag: response.headers.get('etag'),
        body: text,
      }
    },
  }
}
export type Faces = ReturnType<typeof openFaces>

/** The token of a form, unmasked: the mask is all zeros. */
const proof = (token: string) =>
  Buffer.concat([Buffer.alloc(32), createHmac('sha256', token).update('csrf').digest()]).toString('base64url')

/** What an answer says: shown, done, refused by permission, stopped by something else, not there, sign in first. */
export function saidBy({ status, location }: Answered): string {
  if (status === 303 || status === 302) return location?.includes('/sign-in') ? 'sign-in' : 'done'
  return (
    (
      {
        200: 'page',
        304: 'page',
        400: 'stopped',
        401: 'sign-in',
        403: 'refused',
        404: 'nothing',
        409: 'stopped',
        422: 'stopped',
        429: 'stopped',
      } as Record<number, string>
    )[status] ?? `status ${status}`
  )
}
