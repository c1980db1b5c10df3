// `kezdesu law check`: whether the files of acts/ are law, what they hold, and what to look at.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalDate, instantOf } from '#kernel'
import {
  ActFault,
  type Covered,
  type Draft,
  type Law,
  type LawWarning,
  type Provision,
  coverage,
  lawWarnings,
  playExample,
  readActs,
  readDraft,
} from '#law'
import { localDay } from '#territory'

export type LawCheckOptions = {
  readonly today?: LocalDate
  /** One line for every norm instead of one for every act. */
  readonly coverage?: boolean
  /** Folder of drafts, one folder each; they are read and their examples played as well. */
  readonly drafts?: string | undefined
  /** The readings an installation chose. */
  readonly readingsFile?: string | undefined
}

/** Reads the acts, plays their examples, prints what they hold. Returns the exit code; warnings do not raise it. */
export function lawCheck(dir: string, print: (line: string) => void, options: LawCheckOptions = {}): 0 | 1 {
  const { today = localDay(instantOf(Date.now()), null) } = options
  let law: Law
  let lines: string[]
  const failed: string[] = []
  try {
    law = readActs(dir, { readingsFile: options.readingsFile })
    lines = options.coverage ? coverageOf(law, dir) : summaryOf(law)
    for (const draft of draftsIn(dir, options.drafts)) {
      failed.push(...failures(draft.law, draft.own))
      if (!options.coverage) lines.push(`draft ${draft.id}: ${draft.gist.en}`)
    }
  } catch (problem) {
    if (!(problem instanceof ActFault)) throw problem
    print(problem.message)
    return 1
  }
  failed.unshift(...failures(law, law.provisions))
  for (const line of [...failed, ...lines]) print(line)
  for (const warning of lawWarnings(law, today)) print(`warning: ${sentence(warning)}`)
  return failed.length === 0 ? 0 : 1
}

function draftsIn(dir: string, drafts: string | undefined): Draft[] {
  if (drafts === undefined || !existsSync(drafts)) return []
  return readdirSync(drafts, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      try {
        return readDraft(dir, join(drafts, name))
      } catch (problem) {
        if (!(problem instanceof ActFault)) throw problem
        throw new ActFault(`${name}/${problem.file}`, problem.line, problem.column, problem.reason)
      }
    })
}

const failures = (law: Law, provisions: readonly Provision[]): string[] =>
  provisions.flatMap((provision) =>
    provision.examples.flatMap((example) =>
      playExample(law, provision, example).map(
        ({ key, expected, found }) =>
          `${provision.file}:${provision.line}: ${provision.id}, ${example.name}: ${key}: ${expected} expected, ${found} found`,
      ),
    ),
  )

function coverageOf(law: Law, dir: string): string[] {
  const all = coverage(law, dir)
  const lines = all.map(
    (one) => `${one.norm.padEnd(18)} ${String(one.examples).padStart(2)} examples  ${standing(one)}`,
  )
  const counts = (['encoded', 'declared', 'not-encoded', 'unlisted'] as const)
    .map((word) => [word, all.filter(({ standing }) => standing === word).length] as const)
    .filter(([word, count]) => count > 0 || word === 'not-encoded')
  return [
    ...lines,
    `${all.length} norms: ${counts.map(([word, count]) => `${count} ${words[word]}`).join(', ')}`,
  ]
}

const words = {
  encoded: 'encoded',
  declared: 'declared only',
  'not-encoded': 'not encoded',
  unlisted: 'encoded and missing in norms.yaml',
} as const

const standing = ({ standing, why, rule }: Covered): string =>
  `${words[standing]}${why ? `: ${why.en}` : rule ? ` (${rule})` : ''}`

function summaryOf(law: Law): string[] {
  const lines = law.acts.map(({ id, text, in_force }) => {
    const own = law.provisions.filter(({ act }) => act === id)
    const examples = own.reduce((sum, one) => sum + one.examples.length, 0)
    const days = in_force ? `${in_force.from} – ${in_force.until ?? 'open'}` : ''
    return text === 'known'
      ? `${id}: text not encoded`
      : `${id}: ${own.length} norms, ${examples} examples, ${days}`
  })
  return [...lines, `${law.provisions.length} norms, ${law.doubts.length} doubts`]
}

function sentence(warning: LawWarning): string {
  switch (warning.warning) {
    case 'ended-without-successor':
      return `${warning.norm} ended on ${warning.until} and nothing replaces it`
    case 'act-ended-without-repeal':
      return `${warning.act} ended on ${warning.until} and no act is named that repealed it`
    case 'reading-without-effect':
      return `${warning.doubt} is read as ${warning.reading}, which nothing here can follow; see changes_nothing in doubts.yaml`
    case 'no-example':
      return `${warning.norm} has no example`
  }
}
