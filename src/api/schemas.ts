// The shapes of the API: one schema is the validator, the type and the OpenAPI document.
import { z } from '@hono/zod-openapi'
import { parseLocalDate } from '#kernel'
import { problemStates } from '#problems'
import { levels } from '#reading'

export const code = z
  .string()
  .regex(/^\d{9}$/)
  .openapi({ description: 'KATO code, nine digits', example: '315430000' })
export const year = z
  .string()
  .regex(/^(19|20|21)\d{2}$/)
  .transform(Number)
  .openapi({ type: 'integer', example: 2026 })
/** PostgreSQL knows no year 0000, and the law of the year 9999 is nobody's question. */
export const day = z
  .string()
  .regex(/^(19|20|21)/, 'not a day of the years 1900 to 2199')
  .refine((text) => parseLocalDate(text) !== undefined, 'not a day that exists (YYYY-MM-DD)')
  .openapi({ format: 'date', example: '2026-11-01' })
export const officeId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
  .openapi({ description: 'id of an office', example: 'akim.310000000' })

export const problemId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/)
  .openapi({ description: 'id of a problem issue' })

const bothNames = z.object({ kk: z.string(), ru: z.string() })
const names = z.object({ kk: z.string(), ru: z.string(), en: z.string() })

export const unit = z
  .object({
    code: z.string(),
    parent: z.string().nullable(),
    kind: z.string(),
    name: names,
    has_akim: z.boolean(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  })
  .openapi('Unit')

export const calendar = z
  .object({
    region: z.object({ code: z.string(), name: bothNames }),
    year: z.int(),
    release: z.int(),
    published_at: z.string(),
    sha256: z.string(),
    meetings: z.array(
      z.object({
        id: z.string(),
        office: z.object({ id: z.string(), name: bothNames }),
        place: z.object({ code: z.string(), name: bothNames }),
        day: z.string(),
        start: z.string(),
        planned_minutes: z.int(),
        form: z.string(),
      }),
    ),
  })
  .openapi('Calendar')

const both = z.object({ kk: z.string(), ru: z.string() })
export const meetingId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/)
  .openapi({ description: 'id of a meeting; the same in calendars, feeds and pages' })

const beside = z.object({ day: z.string(), start: z.string(), place: both }).nullable()
export const notice = z
  .object({
    number: z.int(),
    /** The record of the law that it announced. */
    record: z.string(),
    published_at: z.string(),
    standing: z.enum(['in-time', 'boundary', 'late', 'no-term']),
    signed: z.enum(['two-persons', 'signer-above', 'one-person']),
    due: z.string().nullable(),
    due_strict: z.string().nullable(),
    sha256: z.string(),
    day: z.string(),
    start: z.string(),
    text: both,
    form: z.string(),
    planned_minutes: z.int(),
    venue: z.object({
      name: both,
      address: both,
      point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
      capacity: z.int().nullable(),
      access: z.array(z.string()),
    }),
    languages: z.array(z.string()),
    interpreters: z.array(z.string()),
    agenda: z.array(z.object({ kind: z.string(), title: both, minutes: z.int() })),
    broadcasts: z.array(z.string()),
    sites: z.array(z.string()),
    briefing: beside,
    ngo_meeting: beside,
    reception: beside,
  })
  .openapi('Notice')

export const meeting = z
  .object({
    id: z.string(),
    /** What the law calls its present date. */
    record: z.string(),
    number: z.string().nullable(),
    office: z.object({ id: z.string(), name: names }),
    place: z.object({ code: z.string(), name: names }),
    day: z.string(),
    start: z.string(),
    planned_minutes: z.int(),
    form: z.string(),
    status: z.enum(['planned', 'held', 'moved', 'cancelled']),
    sequence: z.int(),
    in_calendar: z.boolean(),
    outside: z.object({ reason: z.string(), words: both }).nullable(),
    norm: z.string().nullable(),
    period: z.string().nullable(),
    earlier_dates: z.array(
      z.object({
        record: z.string(),
        day: z.string(),
        start: z.string(),
        reason: both,
        changed_at: z.string(),
      }),
    ),
    cancelled: z.object({ reason: both, at: z.string() }).nullable(),
    notices: z.array(notice),
  })
  .openapi('Meeting')

export const found = z
  .object({
    /** No word was found as typed: the words that were taken for it, in one spelling. */
    shown_for: z.string().nullable(),
    places: z.array(unit.extend({ above: z.array(unit) })),
    /** No place is called as typed; these are called nearly so. */
    places_are_near: z.boolean(),
    problems: z.array(
      z.object({
        id: z.string(),
        office: z.string(),
        title: both,
        place: names,
        sphere: z.string(),
        state: z.string(),
        voices: z.int(),
        opened_at: z.string(),
      }),
    ),
    demands: z.array(z.object({ id: z.string(), raised_at: z.string(), words: z.string().nullable() })),
    meetings: z.array(
      z.object({
        id: z.string(),
        office: z.object({ id: z.string(), name: names }),
        place: z.object({ code: z.string(), name: names }),
        day: z.string(),
        start: z.string(),
      }),
    ),
  })
  .openapi('Found')

export const verdict = z
  .object({
    norm: z.string(),
    bearer: z.string(),
    subject: z.string().nullable(),
    period: z.string().nullable(),
    due: z.string().nullable(),
    due_strict: z.string().nullable(),
    verdict: z.string(),
    reason: z.string().nullable(),
    missing: z.array(z.string()),
    done: z.string().nullable(),
    marks: z.array(z.string()),
  })
  .openapi('Verdict')

const issue = z
  .object({
    group: z.string(),
    title: both,
    unit: z.string(),
    sphere: z.string(),
    level: z.enum(levels),
    body: z.string().nullable(),
    funding: z.boolean(),
    voices: z.int(),
    channels: z.array(z.string()),
    /** Months of the first and the last request. */
    first: z.string(),
    last: z.string(),
    priority: z.int(),
    reasons: z.array(z.object({ kind: z.string(), points: z.int(), of: z.union([z.int(), z.string()]) })),
    quotes: z.array(z.object({ words: z.string(), language: z.string() })),
    /** Ids of earlier problems that it repeats. */
    earlier: z.array(z.string()),
  })
  .openapi('PoolIssue')

export const pool = z
  .object({
    meeting: z.string(),
    number: z.int(),
    approved_at: z.string(),
    signed: z.enum(['two-persons', 'signer-above', 'one-person']),
    sha256: z.string(),
    content: z
      .object({
        meeting: z.string(),
        office: z.string(),
        unit: z.string(),
        issues: z.array(issue),
        received: z.int(),
        answered: z.int(),
        setAside: z.int(),
      })
      .openapi({ description: 'what is fixed: `sha256` is of its canonical form (RFC 8785)' }),
    versions: z.array(z.object({ number: z.int(), approved_at: z.string(), sha256: z.string() })),
  })
  .openapi('Pool')

export const problemIssue = z
  .object({
    id: z.string(),
    state: z.enum(problemStates),
    state_at: z.string(),
    opened_at: z.string(),
    title: both,
    office: z.string(),
    unit: z.string(),
    region: z.string(),
    meeting: z.string(),
    sphere: z.string(),
    level: z.enum(levels),
    body: z.string().nullable(),
    funding: z.boolean(),
    voices: z.int(),
  })
  .openapi('ProblemIssue')

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .openapi('Problem')
