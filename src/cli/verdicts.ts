// `kezdesu verdicts`: cases as JSON Lines in, one line of results per case out.
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { type FactRefusal, type Law, type Verdict, evaluate, prepareWorld, readCase } from '#law'

/** Answers every case; a bad line is named on `errors` and does not stop the rest. Returns the exit code. */
export async function verdicts(
  law: Law,
  input: Readable,
  output: Writable,
  errors: Writable,
): Promise<0 | 1> {
  let code: 0 | 1 = 0
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const { answer, refusal } = answerTo(law, line)
    if (refusal) {
      code = 1
      errors.write(
        `line ${number}: ${refusal.pointer || '/'} ${refusal.reason}${refusal.found ? ` (${refusal.found})` : ''}\n`,
      )
    }
    output.write(`${JSON.stringify(answer)}\n`)
  }
  return code
}

type Answer = { readonly id: unknown; readonly results: readonly object[]; readonly error?: FactRefusal }

function answerTo(law: Law, line: string): { answer: Answer; refusal?: FactRefusal } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    const refusal: FactRefusal = { pointer: '', reason: 'not-json' }
    return { answer: { id: null, results: [], error: refusal }, refusal }
  }
  const read = readCase(value)
  if (!read.ok) {
    const id = (value as { id?: unknown } | null)?.id ?? null
    return { answer: { id, results: [], error: read.refusal }, refusal: read.refusal }
  }
  const { id, asOf, acts, ...world } = read.value
  return { answer: { id, results: evaluate(law, prepareWorld(world), { asOf, acts }).map(written) } }
}

/** A result as facts.md §1 names its members; empty ones are left out. */
export const written = ({
  dueStrict,
  reason,
  missing,
  done,
  marks,
  norm,
  bearer,
  subject,
  period,
  due,
  verdict,
}: Verdict) => ({
  norm,
  bearer,
  subject,
  period,
  due,
  due_strict: dueStrict,
  verdict,
  ...(reason === null ? {} : { reason }),
  ...(missing.length ? { missing } : {}),
  ...(done === null ? {} : { done }),
  ...(marks.length ? { marks } : {}),
})
