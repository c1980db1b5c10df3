// Days and names as they are typed on the forms on people.
import { type LocalDate, parseLocalDate } from '#kernel'

type Typed = Readonly<Record<string, string | undefined>>
type Term = { readonly from: LocalDate; readonly to: LocalDate | null }

/** From which day to which; no last day is until it is taken back. */
export function readTerm(
  typed: Typed,
  words: { readonly day: string },
): { ok: true; value: Term } | { ok: false; wrong: Record<string, string> } {
  const from = parseLocalDate(typed['from'])
  const to = typed['to'] ? parseLocalDate(typed['to']) : null
  return from && to !== undefined
    ? { ok: true, value: { from, to } }
    : {
        ok: false,
        wrong: { ...(from ? {} : { from: words.day }), ...(to === undefined ? { to: words.day } : {}) },
      }
}

const unwritable = /[\p{Cc}\p{Cs}]/u

/** A name of 1 to 120 signs, none of control, or null; what else it hides, the verb that takes it refuses. */
export function readableName(typed: string | undefined): string | null {
  const name = (typed ?? '').normalize('NFC').trim()
  return name !== '' && [...name].length <= 120 && !unwritable.test(name) ? name : null
}

/** A SHA-256 in hexadecimal, as sessions and invitations are named by. */
export const isHash = (text: string | undefined): text is string =>
  text !== undefined && /^[0-9a-f]{64}$/.test(text)
