// `kezdesu law words`: the words an act may be written in, each kind of rule with a file to copy from.
import { type Law, factShapes } from '#law'
import { posts, unitKinds } from '#territory'

/** Prints posts, kinds of unit, kinds of rule and types of fact. */
export function lawWords(law: Law, print: (line: string) => void): void {
  print('Bearers: akims, upper-akims, heads (of central bodies), or posts:')
  print(`  ${posts.filter((post) => post !== 'maslikhat' && post !== 'public-council').join(', ')}`)
  print('\nKinds of unit:')
  print(`  ${unitKinds.join(', ')}`)
  print('\nKinds of rule, and where to see one (acts/README.md says what each means):')
  const seen = new Map<string, string>()
  for (const { rule, file, line, id } of law.provisions)
    if (!seen.has(rule.kind)) seen.set(rule.kind, `acts/${file}:${line} (${id})`)
  for (const [kind, place] of [...seen].sort()) print(`  ${kind.padEnd(13)} ${place}`)
  print('\nFacts and their members; a mark ? makes a member optional:')
  for (const [type, members] of Object.entries(factShapes)) {
    print(`  ${type}`)
    for (const [name, word] of Object.entries(members)) print(`    ${name.padEnd(22)} ${said(word)}`)
  }
}

const said = (word: unknown): string =>
  typeof word === 'string'
    ? (meanings[word] ?? word)
    : Array.isArray(word)
      ? word.join(', ')
      : `a list of ${(word as { list: readonly string[] }).list.join(', ')}`

const meanings: Readonly<Record<string, string>> = {
  at: 'a day, or a moment with its offset (2027-04-10T09:00:00+05:00)',
  day: 'a day (2027-04-10)',
  id: 'a name of your own (letters, digits, . _ -)',
  ids: 'a list of names',
  code: 'nine digits, in quotation marks',
  codes: 'a list of codes',
  slug: 'a body, in small letters (health)',
  text: 'any text',
  words: 'a list of words',
  flag: 'true or false',
  clock: 'a time of day (09:30)',
  minutes: 'a number',
  year: '"2027"',
  half: '2027-H1',
  quarter: '2027-Q1',
  'year-or-half': '"2027" or 2027-H1',
  'plan-lines': 'lines of { issue, deadline, executor }',
  'list-lines': 'lines of { issue, solution, progress }',
}
