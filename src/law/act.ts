// An act, its editions and provisions, and the register of doubts: what the files of acts/ hold.
import type { LocalDate, Text } from '#kernel'
import { z } from 'zod'
import { bearer, day, doubtId, post, rule, text } from './rule.ts'
import type { Case } from './read-case.ts'

export const provisionId = z.string().regex(/^[A-Z]\d+(?:E\d)?-[0-9A-Za-z.]+$/, 'an id such as A826-2.1.appr')
const localDate = day as unknown as z.ZodType<LocalDate, string>
const inForce = z.strictObject({ from: localDate, until: localDate.nullable() })

/** act.yaml: one a folder. */
export const actFile = z.strictObject({
  id: z.string().regex(/^[A-Z]\d+$/),
  number: z.string().nullable(),
  date: localDate.nullable(),
  issuer: z.enum(['president', 'government']),
  /** What the act is called, shortened, in our words. */
  gist: text,
  source: z.url().nullable(),
  /** `known`: only number, date and place in the chain are known; no provision is encoded. */
  text: z.enum(['encoded', 'known']),
  /** True where the text at hand is a summary (AMB-34). */
  incomplete: z.boolean().optional(),
  in_force: inForce.nullable(),
  editions: z.array(z.strictObject({ id: z.string(), ...inForce.shape, note: text.optional() })).optional(),
  repealed_by: z.string().optional(),
  amends: z.string().optional(),
  doubts: z.array(doubtId).optional(),
  /** Another first day under another reading: doubt → reading → day. */
  begins: z.record(doubtId, z.record(z.string(), localDate)).optional(),
  note: text.optional(),
})

const example = z.strictObject({
  name: z.string().min(1),
  as_of: localDate,
  /** Played under these readings instead of the defaults. */
  readings: z.record(doubtId, z.string()).optional(),
  /** Instead of the shared territory and offices of examples.yaml. */
  territory: z.array(z.unknown()).optional(),
  offices: z.array(z.unknown()).optional(),
  facts: z.array(z.record(z.string(), z.unknown())).optional(),
  expect: z
    .array(
      z.strictObject({
        bearer: z.string(),
        subject: z.string().optional(),
        period: z.string().optional(),
        due: day.nullable().optional(),
        strict: day.nullable().optional(),
        verdict: z.string(),
      }),
    )
    .optional(),
  none: z
    .array(
      z.strictObject({
        bearer: z.string().optional(),
        subject: z.string().optional(),
        period: z.string().optional(),
      }),
    )
    .optional(),
})

/** A file of provisions: one paragraph or a part of it. */
export const provisionFile = z.strictObject({
  act: z.string(),
  edition: z.string(),
  paragraph: z.string().min(1),
  source: z.url().optional(),
  /** For every provision of the file that does not say otherwise. */
  in_force: inForce,
  provisions: z
    .array(
      z.strictObject({
        id: provisionId,
        kind: z.enum(['D', 'P', 'L', 'X', 'F']),
        bearer: bearer.nullable(),
        in_force: inForce.optional(),
        replaces: provisionId.optional(),
        gist: text,
        doubts: z
          .array(
            z.strictObject({
              id: doubtId,
              taken: z.string(),
              /** What another reading would change in the rule: a merge patch (RFC 7396). */
              instead: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
            }),
          )
          .optional(),
        rule,
        examples: z.array(example).optional(),
      }),
    )
    .min(1),
})

/** examples.yaml: the small territory and its offices on which the examples are played. */
export const examplesFile = z.strictObject({ territory: z.array(z.unknown()), offices: z.array(z.unknown()) })

export const doubtsFile = z.array(
  z.strictObject({
    id: doubtId,
    gist: text,
    readings: z
      .array(
        z.strictObject({
          id: z.string(),
          gist: text,
          /** The reading gives a group of bearers other members, in every provision. */
          group: z
            .strictObject({ akims: z.array(post), 'upper-akims': z.array(post), heads: z.array(post) })
            .partial()
            .optional(),
          /** Why taking this reading changes no rule here. */
          changes_nothing: text.optional(),
        }),
      )
      .min(1),
    default: z.string(),
  }),
)

type ActFile = z.infer<typeof actFile>
export type ProvisionFile = z.infer<typeof provisionFile>
type ProvisionPart = ProvisionFile['provisions'][number]

export type ActId = string
export type NormId = string
export type InForce = { readonly from: LocalDate; readonly until: LocalDate | null }
export type Edition = InForce & { readonly id: string; readonly note?: Text | undefined }

export type Act = Omit<ActFile, 'editions'> & {
  readonly editions: readonly Edition[]
  /** Its folder, below acts/. */
  readonly folder: string
}

export type Example = NonNullable<ProvisionPart['examples']>[number] & {
  /** Territory, offices and facts, read; the shared ones where the example has none of its own. */
  readonly given: Case
}

export type Provision = Omit<ProvisionPart, 'in_force' | 'examples' | 'doubts'> & {
  readonly act: ActId
  readonly edition: string
  readonly paragraph: string
  readonly source: string | null
  readonly inForce: InForce
  /** The doubts it rests on, the readings taken, and those that would change it. */
  readonly doubts: readonly {
    readonly id: string
    readonly taken: string
    readonly changes: readonly string[]
  }[]
  readonly examples: readonly Example[]
  readonly file: string
  readonly line: number
}

/** A question the acts leave open, the readings offered, and the one taken by default. */
export type Doubt = z.infer<typeof doubtsFile>[number]

/** A file of acts/ that cannot be taken as law: the start stops here. */
export class ActFault extends Error {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly reason: string
  constructor(file: string, line: number, column: number, reason: string) {
    super(`${file}:${line}:${column}: ${reason}`)
    this.name = 'ActFault'
    this.file = file
    this.line = line
    this.column = column
    this.reason = reason
  }
}
