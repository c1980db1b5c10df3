// The API for machines, reading only: what the public pages show. All of it is public, and no key is asked for.
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi'
import { type MeetingId, calendarJson, spheres } from '#calendar'
import { type Books, type OfficeReaders, type Storage, dutiesOf, longestSearch, searchPublic } from '#flows'
import { type Instant, type LocalDate, localDate } from '#kernel'
import type { Verdict } from '#law'
import { type ProblemId, problemStates } from '#problems'
import { type OfficeId, type UnitCode, localDay } from '#territory'
import { foundJson } from './found-json.ts'
import { meetingJson } from './meeting-json.ts'
import { poolJson, problemJson } from './pool-json.ts'
import { problem } from './problem.ts'
import * as shape from './schemas.ts'
import { unitJson } from './unit-json.ts'

export type ApiHouse = {
  readonly storage: Storage
  readonly books: Books
  /** Who knows what is meant by the words of a search. */
  readonly intake: { readonly readers: Pick<OfficeReaders, 'lexicon'> }
  readonly clock: () => Instant
  /** Writes a fault down and gives the number under which it can be found. */
  readonly report: (fault: unknown, request: { readonly method: string; readonly path: string }) => string
}

/** Problem issues a page. */
const perPage = 100

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: shape.problem } },
})

/** What every address may answer. */
const answers = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { 'application/json': { schema } } },
  400: refusal('the request is not understood; `errors` names what is wrong in it'),
  500: refusal('a fault on our side; `detail` has the number under which it was written down'),
})

/** Also that there is no such thing. */
const oneOf = <T extends z.ZodType>(schema: T, description: string) => ({
  ...answers(schema, description),
  404: refusal('there is no such thing, or nothing of it is public'),
})

const routes = {
  everything: createRoute({
    method: 'get',
    path: '/v1/search',
    operationId: 'search',
    tags: ['Search'],
    summary: 'Places, problem issues, demands and meetings ahead that the words find',
    request: {
      query: z.object({
        q: z.string().min(2).max(longestSearch).openapi({
          description: 'in Kazakh, Russian or Latin letters, misspelt or not',
          example: 'су құбыры',
        }),
        sphere: z.enum(spheres).optional(),
      }),
    },
    responses: answers(shape.found, 'at most 20 of each, six meetings'),
  }),
  search: createRoute({
    method: 'get',
    path: '/v1/units',
    operationId: 'findUnits',
    tags: ['Territory'],
    summary: 'Units whose name begins with the words',
    request: {
      query: z.object({
        q: z
          .string()
          .min(2)
          .max(80)
          .openapi({ description: 'in Kazakh, Russian or Latin letters', example: 'kokshetau' }),
        on: shape.day.optional(),
      }),
    },
    responses: answers(
      z.object({ units: z.array(shape.unit.extend({ above: z.array(shape.unit) })) }),
      'at most 20 units, each with what stands above it',
    ),
  }),
  unit: createRoute({
    method: 'get',
    path: '/v1/units/{code}',
    operationId: 'unit',
    tags: ['Territory'],
    summary: 'A unit as it is on a day',
    request: { params: z.object({ code: shape.code }), query: z.object({ on: shape.day.optional() }) },
    responses: oneOf(shape.unit, 'the unit'),
  }),
  calendar: createRoute({
    method: 'get',
    path: '/v1/calendars/{region}/{year}',
    operationId: 'calendar',
    tags: ['Meetings'],
    summary: 'The published calendar of a region, word for word',
    request: { params: z.object({ region: shape.code, year: shape.year }) },
    responses: oneOf(shape.calendar, 'the newest release'),
  }),
  meeting: createRoute({
    method: 'get',
    path: '/v1/meetings/{id}',
    operationId: 'meeting',
    tags: ['Meetings'],
    summary: 'A meeting as it stands: earlier dates, notices word for word, agenda',
    request: { params: z.object({ id: shape.meetingId }) },
    responses: oneOf(shape.meeting, 'the meeting'),
  }),
  pool: createRoute({
    method: 'get',
    path: '/v1/meetings/{id}/pool',
    operationId: 'pool',
    tags: ['Problem issues'],
    summary: 'The approved pool of problem issues of a meeting, word for word',
    request: { params: z.object({ id: shape.meetingId }) },
    responses: oneOf(shape.pool, 'the newest version'),
  }),
  problems: createRoute({
    method: 'get',
    path: '/v1/problems',
    operationId: 'problems',
    tags: ['Problem issues'],
    summary: 'Problem issues of approved pools, newest first',
    request: {
      query: z.object({
        unit: shape.code
          .optional()
          .openapi({ description: 'KATO code; issues of this place and of all below it' }),
        sphere: z.enum(spheres).optional(),
        state: z
          .enum(problemStates)
          .optional()
          .openapi({ description: 'without it all but those that left the newest version of their pool' }),
        after: shape.problemId.optional().openapi({ description: '`next` of the page before' }),
      }),
    },
    responses: oneOf(
      z.object({ problems: z.array(shape.problemIssue), next: z.string().nullable() }),
      'at most 100 issues; `next` is the address of the following ones',
    ),
  }),
  verdicts: createRoute({
    method: 'get',
    path: '/v1/offices/{office}/verdicts',
    operationId: 'verdicts',
    tags: ['Verdicts'],
    summary: 'What an office owes and how it stands, as of a day',
    request: {
      params: z.object({ office: shape.officeId }),
      query: z.object({ as_of: shape.day.optional() }),
    },
    responses: oneOf(z.object({ as_of: z.string(), verdicts: z.array(shape.verdict) }), 'one verdict a duty'),
  }),
}

/** The API under its own address; every refusal is a problem+json, whatever bytes came. */
export function apiApp({ storage, books, intake, clock, report }: ApiHouse): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return undefined
      const errors = result.error.issues.map(({ path, message }) => ({
        pointer: `/${path.join('/')}`,
        detail: message,
      }))
      return problem(c, 400, undefined, errors)
    },
  })
  const today = () => localDay(clock(), null)
  const dayOr = (text: string | undefined): LocalDate => (text === undefined ? today() : localDate(text))

  app.openapi(routes.everything, async (c) => {
    const { q, sphere = null } = c.req.valid('query')
    const found = await storage.readPublic((stores) =>
      searchPublic(stores, intake.readers.lexicon(), q, { today: today(), sphere }),
    )
    return c.json(foundJson(found), 200)
  })
  app.openapi(routes.search, async (c) => {
    const { q, on } = c.req.valid('query')
    const found = await storage.readPublic(({ territory }) => territory.search(q, dayOr(on), 20))
    return c.json(
      { units: found.map(({ unit, above }) => ({ ...unitJson(unit), above: above.map(unitJson) })) },
      200,
    )
  })
  app.openapi(routes.unit, async (c) => {
    const { code } = c.req.valid('param')
    const on = dayOr(c.req.valid('query').on)
    const unit = await storage.readPublic(({ territory }) => territory.unit(code as UnitCode, on))
    return unit ? c.json(unitJson(unit), 200) : (problem(c, 404, `no unit ${code} on ${on}`) as never)
  })
  app.openapi(routes.calendar, async (c) => {
    const { region, year } = c.req.valid('param')
    const release = await storage.readPublic(({ calendars }) =>
      calendars.newestRelease(region as UnitCode, year),
    )
    return release
      ? c.json(calendarJson(release), 200)
      : (problem(c, 404, `no calendar of ${region} for ${year}`) as never)
  })
  app.openapi(routes.meeting, async (c) => {
    const { id } = c.req.valid('param')
    const found = await storage.readPublic(async ({ readings, meetings }) => {
      const meeting = await readings.meeting(id as MeetingId)
      return meeting && meetingJson(meeting, await meetings.notices(meeting.id))
    })
    return found ? c.json(found, 200) : (problem(c, 404, `no meeting ${id}`) as never)
  })
  app.openapi(routes.pool, async (c) => {
    const { id } = c.req.valid('param')
    const [newest, ...before] = await storage.readPublic(({ pools }) => pools.versions(id as MeetingId))
    return newest
      ? c.json(poolJson([newest, ...before]), 200)
      : (problem(c, 404, `no pool of meeting ${id}`) as never)
  })
  app.openapi(routes.problems, async (c) => {
    const { unit, sphere, state, after } = c.req.valid('query')
    const found = await storage.readPublic(async ({ problems, territory }) => {
      const last = after === undefined ? null : await problems.find(after as ProblemId)
      if (after !== undefined && !last) return null
      const below = unit ? (await territory.subtree(unit as UnitCode, today())).map((one) => one.code) : []
      return problems.listed({
        ...(unit ? { units: [unit as UnitCode, ...below] } : {}),
        ...(sphere ? { sphere } : {}),
        ...(state ? { state } : {}),
        ...(last ? { after: last } : {}),
        limit: perPage + 1,
      })
    })
    if (!found) return problem(c, 404, `no problem ${after}`) as never
    const page = found.slice(0, perPage)
    const next = found.length > perPage ? (page.at(-1)!.id as string) : null
    return c.json({ problems: page.map(problemJson), next }, 200)
  })
  app.openapi(routes.verdicts, async (c) => {
    const { office } = c.req.valid('param')
    const asOf = dayOr(c.req.valid('query').as_of)
    const duties = await storage.readPublic((stores) =>
      dutiesOf(stores, books.law, office as OfficeId, { asOf, horizon: asOf }),
    )
    return duties
      ? c.json({ as_of: asOf, verdicts: duties.verdicts.map(verdictJson) }, 200)
      : (problem(c, 404, `no office ${office}`) as never)
  })

  app.doc31('/v1/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Kezdesu',
      version: '1',
      description:
        'Statutory meetings of officials with the population: units, published calendars, meetings with their ' +
        'notices, approved pools of problem issues, verdicts on offices. Reading only; no key is asked for. ' +
        'Days are local, instants UTC. What cannot be answered is problem+json (RFC 9457).',
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/en/' },
    },
    servers: [{ url: '/api' }],
    security: [],
  })
  app.notFound((c) => problem(c, 404))
  app.onError((fault, c) => {
    const id = report(fault, { method: c.req.method, path: c.req.path })
    return problem(c, 500, `fault ${id}`)
  })
  return app
}

const verdictJson = ({
  norm,
  bearer,
  subject,
  period,
  due,
  dueStrict,
  verdict,
  reason,
  missing,
  done,
  marks,
}: Verdict) => ({
  norm: norm as string,
  bearer: bearer as string,
  subject,
  period: period as string | null,
  due: due as string | null,
  due_strict: dueStrict as string | null,
  verdict: verdict as string,
  reason: reason as string | null,
  missing: [...missing],
  done: done as string | null,
  marks: [...marks] as string[],
})
