// Facts arrive as unknown JSON: what is wrong is refused with a pointer to the member.
import { describe, expect, test } from 'vitest'
import { readCase, readFacts } from './index.ts'

const notice = { type: 'notice-published', meeting: 'm1', channel: 'media', at: '2024-04-18' }
const meeting = {
  type: 'meeting',
  id: 'm1',
  office: 'oa',
  unit: '110000000',
  day: '2024-05-02',
  status: 'planned',
  form: 'visiting',
  in_calendar: true,
}

describe('facts', () => {
  test('good ones are taken as they are', () => {
    const facts = [meeting, notice, { ...notice, at: '2024-04-18T23:30:00+06:00' }]
    expect(readFacts(facts)).toEqual({ ok: true, value: facts })
  })

  test.each<[string, unknown, string, string]>([
    ['no list', {}, '', 'not-a-list'],
    ['no object', [1], '/0', 'not-an-object'],
    ['no type', [{}], '/0/type', 'missing'],
    ['an unknown type', [{ type: 'promise' }], '/0/type', 'unknown-type'],
    ['a type from the prototype', [{ type: 'toString' }], '/0/type', 'unknown-type'],
    ['an unknown member', [{ ...notice, 'a/b': 1 }], '/0/a~1b', 'unknown-member'],
    [
      'a missing member',
      [notice, { type: 'notice-published', meeting: 'm1', channel: 'media' }],
      '/1/at',
      'missing',
    ],
    ['30 February', [{ ...notice, at: '2024-02-30' }], '/0/at', 'not-a-day'],
    ['29 February of a common year', [{ ...meeting, day: '2026-02-29' }], '/0/day', 'not-a-day'],
    ['an instant without offset', [{ ...notice, at: '2024-02-28T10:00:00' }], '/0/at', 'not-a-moment'],
    ['the 25th hour', [{ ...notice, at: '2024-02-28T25:00:00Z' }], '/0/at', 'not-a-moment'],
    ['an unknown channel', [{ ...notice, channel: 'pigeon' }], '/0/channel', 'not-allowed'],
    ['a number for a code', [{ ...meeting, unit: 110000000 }], '/0/unit', 'not-a-code'],
    ['a clock of 24 hours', [{ ...meeting, start: '24:00' }], '/0/start', 'not-a-clock-time'],
    ['a held meeting without holder', [{ ...meeting, status: 'held' }], '/0/held_by', 'missing'],
    ['no planned time', [{ ...meeting, planned_minutes: 0 }], '/0/planned_minutes', 'not-a-number'],
    [
      'a visit that runs backwards',
      [{ ...meeting, visit_from: '2024-05-02', visit_to: '2024-05-01' }],
      '/0/visit_to',
      'runs-backwards',
    ],
    [
      'an issue for no body',
      [{ type: 'issue-raised', id: 'i', meeting: 'm', level: 'central' }],
      '/0/body',
      'missing',
    ],
    [
      'a quarter for a year',
      [{ type: 'calendar-approved', office: 'oa', period: '2024-Q1', at: '2024-01-01' }],
      '/0/period',
      'not-a-period',
    ],
    ['an id twice', [meeting, meeting], '/1/id', 'used-twice'],
    [
      'a wrong line',
      [
        {
          type: 'plan-published',
          meeting: 'm',
          channel: 'media',
          at: '2024-01-01',
          lines: [{}, { who: 'x' }],
        },
      ],
      '/0/lines/1/who',
      'unknown-member',
    ],
  ])('%s', (_, value, pointer, reason) => {
    const read = readFacts(value)
    expect(read.ok ? null : { pointer: read.refusal.pointer, reason: read.refusal.reason }).toEqual({
      pointer,
      reason,
    })
  })
})

const whole = {
  id: 'c1',
  as_of: '2024-06-01',
  territory: [{ code: '110000000', parent: null, kind: 'oblast' }],
  offices: [{ id: 'oa', post: 'oblast-akim', unit: '110000000' }],
  facts: [meeting, notice],
}

describe('cases', () => {
  test('a good one is read; what it expects is no business of the reader', () => {
    expect(readCase({ ...whole, title: 'x', expect: 1 })).toMatchObject({
      ok: true,
      value: { id: 'c1', asOf: '2024-06-01' },
    })
  })

  test.each<[string, object, string, string]>([
    ['no day of the question', { as_of: '2024-06-31' }, '/as_of', 'not-a-day'],
    [
      'an unknown kind of unit',
      { territory: [{ code: '110000000', parent: null, kind: 'town' }] },
      '/territory/0/kind',
      'not-allowed',
    ],
    [
      'a parent that is not there',
      { territory: [{ code: '110000000', parent: '120000000', kind: 'district' }] },
      '/territory/0/parent',
      'names-nothing',
    ],
    [
      'a circle of parents',
      { territory: [{ code: '110000000', parent: '110000000', kind: 'district' }] },
      '/territory/0/parent',
      'goes-in-a-circle',
    ],
    [
      'an unknown post',
      { offices: [{ id: 'oa', post: 'king', unit: '110000000' }] },
      '/offices/0/post',
      'not-allowed',
    ],
    ['an akim of nothing', { offices: [{ id: 'oa', post: 'oblast-akim' }] }, '/offices/0/unit', 'missing'],
    ['a minister of nothing', { offices: [{ id: 'oa', post: 'minister' }] }, '/offices/0/body', 'missing'],
    [
      'a fact of an unknown office',
      { facts: [{ ...meeting, office: 'zz' }] },
      '/facts/0/office',
      'names-nothing',
    ],
    [
      'a fact of an unknown unit',
      { facts: [{ ...meeting, unit: '990000000' }] },
      '/facts/0/unit',
      'names-nothing',
    ],
    ['a fact of an unknown meeting', { facts: [notice] }, '/facts/0/meeting', 'names-nothing'],
  ])('%s', (_, change, pointer, reason) => {
    const read = readCase({ ...whole, ...change })
    expect(read.ok ? null : { pointer: read.refusal.pointer, reason: read.refusal.reason }).toEqual({
      pointer,
      reason,
    })
  })
})
