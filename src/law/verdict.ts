// What is answered: a verdict by its key, and on request the steps that led to it.
import type { LocalDate, Period } from '#kernel'
import type { OfficeId } from '#territory'
import type { NormId } from './act.ts'
import type { FactType } from './fact.ts'

/** facts.md §4. */
export const verdictWords = [
  'met',
  'boundary',
  'late',
  'missed',
  'pending',
  'excused',
  'not-applicable',
  'unknown',
] as const
export type VerdictWord = (typeof verdictWords)[number]

/** `out-of-calendar`: a meeting beside the calendar (AMB-06). `upcoming`: exists only by the horizon. */
export type Mark = 'out-of-calendar' | 'upcoming'

export type NotApplicable =
  | 'began-before-the-act'
  | 'lapsed-with-the-act'
  | 'unit-changed'
  | 'no-issues'
  | 'no-funding-needed'
  | 'no-open-issues'
  | 'act-did-not-take-place'

/** Why an office is excused: the norm that exempts it, or what was lacking. */
export type Excuse = NormId | 'channel-closed' | 'no-such-body'

export type VerdictKey = {
  readonly norm: NormId
  readonly bearer: OfficeId
  /** The meeting, unit, trigger or body it is about. */
  readonly subject: string | null
  readonly period: Period | null
}

export type Verdict = VerdictKey & {
  readonly due: LocalDate | null
  readonly dueStrict: LocalDate | null
  readonly verdict: VerdictWord
  /** For `not-applicable` and `excused`. */
  readonly reason: NotApplicable | Excuse | null
  /** For `unknown`: names of absent facts, or `meeting.status` and the like. */
  readonly missing: readonly string[]
  readonly done: LocalDate | null
  readonly marks: readonly Mark[]
  /** Positions of the facts that decided, in the list of facts that was given. */
  readonly proof: readonly number[]
}

/**
 * One step of a derivation, as data. The steps with a day form a chain that `replay` follows:
 * `period`, `event` and `date` set the day, `count` moves it, `earlier` and `later` compare it.
 */
export type DerivationStep =
  /** The sentence of law. */
  | { readonly step: 'norm'; readonly norm: NormId; readonly paragraph: string }
  /** The period that is judged; the day is its last. */
  | { readonly step: 'period'; readonly period: Period; readonly first: LocalDate; readonly day: LocalDate }
  /** Something that happened or is planned, from which days are counted. */
  | { readonly step: 'event'; readonly event: FactType; readonly fact: number; readonly day: LocalDate }
  /** A day of a month counted from the period's first month (1; 0 is the month before). */
  | {
      readonly step: 'date'
      readonly first: LocalDate
      readonly month: number
      readonly of: number | 'last'
      readonly day: LocalDate
    }
  /** Days or months counted from the day reached so far. */
  | {
      readonly step: 'count'
      readonly from: LocalDate
      readonly days?: number
      readonly months?: number
      readonly day: LocalDate
    }
  /** The earlier (later) of the day reached so far and the day of this fact. */
  | {
      readonly step: 'earlier' | 'later'
      readonly event: FactType
      readonly fact: number
      readonly than: LocalDate
      readonly day: LocalDate
    }
  /**
   * A doubt and how it is read here. For a doubt about a day, `other` is what the other reading gives: `days` from the
   * day of the reading taken. The day reached so far is the lenient one; where the strict reading is taken it moves.
   */
  | {
      readonly step: 'reading'
      readonly doubt: string
      readonly taken: string
      readonly other: { readonly reading: string; readonly days: number; readonly day: LocalDate } | null
    }
  /** A quantity against its limit (minutes of the planned time). */
  | { readonly step: 'measure'; readonly value: number; readonly limit: number; readonly atMost: boolean }
  /** What was found, and when. */
  | { readonly step: 'done'; readonly facts: readonly number[]; readonly day: LocalDate | null }
  /** What was looked for and not found. */
  | { readonly step: 'missing'; readonly what: readonly string[] }
  /** Why it is excused or does not apply. */
  | { readonly step: 'because'; readonly reason: NotApplicable | Excuse }
  | { readonly step: 'verdict'; readonly verdict: VerdictWord; readonly asOf: LocalDate }

export type Explained = Verdict & { readonly derivation: readonly DerivationStep[] }
