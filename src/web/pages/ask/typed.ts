// What stands in the form of a request as it was sent: read once, shown again when something is wrong with it.
import { type RequestKey, parseRequestKey } from '#receipts'
import { tidyWords } from '#requests'
import { askedCode, askedOffice } from '../../asked.ts'
import type { Ground } from './ground.ts'

export type Typed = {
  readonly office: string
  /** A code of the list, or what was chosen among places of one name. */
  readonly unit: string
  /** The name of another place. */
  readonly elsewhere: string
  readonly words: string
  readonly contact: string
  readonly key: string
}
export type Field = 'office' | 'unit' | 'words' | 'contact' | 'whole'
export type Wrong = Partial<Readonly<Record<Field, string>>>

const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? tidyWords(value.slice(0, most)) : ''

/** More than any request may have, so that what is too long comes back as it was typed. */
const mostTyped = 100_000

export function readTyped(body: Readonly<Record<string, unknown>>): {
  typed: Typed
  key: RequestKey | undefined
  /** Of work; empty without script. */
  proof: string
} {
  const key = parseRequestKey(body['key'])
  return {
    key,
    proof: text(body['proof'], 4_000),
    typed: {
      office: askedOffice(text(body['office'], 80)) ?? '',
      unit: askedCode(text(body['unit'], 20)) ?? '',
      elsewhere: text(body['elsewhere'], 80).replace(/\s+/g, ' '),
      words: text(body['words'], mostTyped),
      contact: text(body['contact'], 254),
      key: key ?? '',
    },
  }
}

/** To the nearest office that sorts requests. */
export const emptyForm = ({ offices, sorting, lineage }: Ground, key: string): Typed => ({
  office: (offices.find(({ id }) => sorting.has(id)) ?? offices[0]!).id,
  unit: lineage[0]!.code,
  elsewhere: '',
  words: '',
  contact: '',
  key,
})
