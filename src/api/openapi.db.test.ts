// A foreign client has the document and nothing else: every answer is held against it.
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Instant } from '#kernel'
import { type Demonstration, demonstrationAt } from '../../test/demonstration.ts'
import { intake } from '../../test/intake.ts'
import { apiApp } from './api.ts'

type Operation = {
  readonly operationId: string
  readonly responses: Record<string, { readonly content: Record<string, { readonly schema: object }> }>
}
type Document = {
  readonly paths: Record<string, Record<string, Operation>>
  readonly components: object
}

let house: Demonstration
let api: ReturnType<typeof apiApp>
let document: Document
beforeAll(async () => {
  house = await demonstrationAt('2026-11-23T05:00:00.000Z')
  api = apiApp({
    storage: house.storage,
    books: house.books,
    intake,
    clock: () => '2026-11-23T05:00:00.000Z' as Instant,
    report: () => '1',
  })
  document = (await (await api.request('/v1/openapi.json')).json()) as Document
})
afterAll(() => house?.close())

const askedWith = (
  meeting: string,
): Record<string, readonly (readonly [path: string, status: number])[]> => ({
  '/v1/search': [
    ['/v1/search?q=%D0%BC%D0%B5%D1%80%D0%BA%D0%B5', 200],
    ['/v1/search?q=%D0%BC', 400],
  ],
  '/v1/units': [
    ['/v1/units?q=kumaryk', 200],
    ['/v1/units', 400],
  ],
  '/v1/units/{code}': [
    ['/v1/units/315430000?on=2026-11-01', 200],
    ['/v1/units/31543', 400],
    ['/v1/units/999999999', 404],
  ],
  '/v1/calendars/{region}/{year}': [
    ['/v1/calendars/310000000/2026', 200],
    ['/v1/calendars/310000000/0000', 400],
    ['/v1/calendars/310000000/1999', 404],
  ],
  '/v1/meetings/{id}': [
    [`/v1/meetings/${meeting}`, 200],
    ['/v1/meetings/%20', 400],
    ['/v1/meetings/none', 404],
  ],
  '/v1/meetings/{id}/pool': [
    ['/v1/meetings/%20/pool', 400],
    [`/v1/meetings/${meeting}/pool`, 404],
  ],
  '/v1/problems': [
    ['/v1/problems?sphere=health', 200],
    ['/v1/problems?state=happy', 400],
    ['/v1/problems?after=none', 404],
  ],
  '/v1/offices/{office}/verdicts': [
    ['/v1/offices/akim.310000000/verdicts?as_of=2026-11-01', 200],
    ['/v1/offices/akim.310000000/verdicts?as_of=2026-02-30', 400],
    ['/v1/offices/nobody/verdicts', 404],
  ],
})

/** What is wrong with an answer by the document; null when nothing is. */
const unlike = (operation: Operation, status: number, type: string, body: unknown): unknown => {
  const described = operation.responses[status]?.content[type]
  if (!described) return `${status} ${type} is not described`
  const ajv = new Ajv2020({ strict: false })
  const schema = { ...described.schema, components: document.components }
  return ajv.validate(schema, body) ? null : ajv.errors
}

test('every address answers as the document says, in good and in bad', async () => {
  const { rows } = await house.owner.query<{ id: string }>(
    'select meeting as id from meeting_notices limit 1',
  )
  const asked = askedWith(rows[0]!.id)
  expect(Object.keys(asked)).toEqual(Object.keys(document.paths))
  for (const [path, requests] of Object.entries(asked)) {
    const operation = document.paths[path]!['get']!
    for (const [address, status] of requests) {
      const response = await api.request(address)
      expect(response.status, address).toBe(status)
      const type = response.headers.get('content-type')!.split(';')[0]!
      expect(unlike(operation, status, type, await response.json()), address).toBeNull()
    }
    // Control: the same check sees an answer of another shape, and one that nobody has described.
    expect(unlike(operation, 400, 'application/problem+json', { title: 1 })).not.toBeNull()
    expect(unlike(operation, 418, 'application/json', {})).not.toBeNull()
  }
})

test('every operation has a name of its own, and says that faults happen', () => {
  const operations = Object.values(document.paths).map(({ get }) => get!)
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length)
  expect(operations.filter(({ responses }) => !responses['500'] || !responses['400'])).toEqual([])
})
