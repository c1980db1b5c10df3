// `kezdesu law check`: whether the files of acts/ are law, what they hold, and what to look at.
import type { Writable } from 'node:stream'
import type { LocalDate } from '#kernel'
import { ActFault, type Law, type LawWarning, type Provision, lawWarnings, playExample, readActs } from '#law'

export type LawCheck = {
  readonly dir: string
  readonly today: LocalDate
  /** One line for every norm instead of one for every act. */
  readonly coverage: boolean
  readonly output: Writable
  readonly errors: Writable
}

/** Reads the acts, plays their examples, prints what they hold. Returns the exit code; warnings do not raise it. */
export function lawCheck({ dir, today, coverage, output, errors }: LawCheck): 0 | 1 {
  let law: Law
  try {
    law = readActs(dir)
  } catch (problem) {
    if (!(problem instanceof ActFault)) throw problem
    errors.write(`${problem.message}\n`)
    return 1
  }
  let failed = 0
  for (const provision of law.provisions)
    for (const example of provision.examples)
      for (const { key, expected, found } of playExample(law, provision, example)) {
        failed++
        errors.write(
          `${provision.file}:${provision.line}: ${provision.id}, ${example.name}: ${key}: ${expected} expected, ${found} found\n`,
        )
      }
  output.write(coverage ? coverageOf(law) : summaryOf(law))
  for (const warning of lawWarnings(law, today)) output.write(`warning: ${sentence(warning)}\n`)
  return failed === 0 ? 0 : 1
}

const standing = ({ kind, rule }: Provision): string =>
  rule.kind === 'declared'
    ? `declared only: ${rule.why.en}`
    : kind === 'D' || kind === 'L'
      ? 'encoded'
      : `encoded (${rule.kind})`

const coverageOf = (law: Law): string =>
  law.provisions
    .map(
      (one) =>
        `${one.id.padEnd(18)} ${one.kind}  ${String(one.examples.length).padStart(2)} examples  ${standing(one)}\n`,
    )
    .join('')

function summaryOf(law: Law): string {
  const lines = law.acts.map(({ id, text, in_force }) => {
    const own = law.provisions.filter(({ act }) => act === id)
    const examples = own.reduce((sum, one) => sum + one.examples.length, 0)
    const days = in_force ? `${in_force.from} – ${in_force.until ?? 'open'}` : ''
    return text === 'known'
      ? `${id}: text not encoded\n`
      : `${id}: ${own.length} norms, ${examples} examples, ${days}\n`
  })
  return `${lines.join('')}${law.provisions.length} norms, ${law.doubts.length} doubts\n`
}

function sentence(warning: LawWarning): string {
  switch (warning.warning) {
    case 'ended-without-successor':
      return `${warning.norm} ended on ${warning.until} and nothing replaces it`
    case 'act-ended-without-repeal':
      return `${warning.act} ended on ${warning.until} and no act is named that repealed it`
    case 'no-example':
      return `${warning.norm} has no example`
  }
}
