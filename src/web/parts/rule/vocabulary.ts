// The words of the law's data in the reader's language: posts and groups, facts, channels, bodies, marks.
import type { FactType, Provision } from '#law'
import type { Here } from '../../here.ts'
import type { FlagName } from '../../words/rule/vocabulary.ts'

export type Rule = Provision['rule']
export type RuleKind = Rule['kind']
export type RuleOf<K extends RuleKind> = Extract<Rule, { kind: K }>

type Table = Readonly<Record<string, string>>

/** A word that a fact may hold; a word of one's own, of which no catalogue knows, stands as it was written. */
export const wordName = ({ words: { record } }: Here, word: string): string =>
  (record.word as Table)[word] ?? (record.openWord as Table)[word] ?? word

export const bodyName = ({ words: { record } }: Here, body: string): string =>
  (record.bodyWord as Table)[body] ?? body

export const listed = (here: Here, words: readonly string[]): string =>
  here.words.site.list(words.map((word) => wordName(here, word)))

/** One of several, in words. */
export const eitherOf = ({ words }: Here, names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${words.site.list(names.slice(0, -1))}${words.rule.or}${names.at(-1)}`

export const factNames = (here: Here, types: readonly FactType[]): string =>
  eitherOf(
    here,
    types.map((type) => here.words.fact[type]),
  )

/** A member of a fact by its label; a flag by what it says when it is set. */
export function memberName({ words: { record } }: Here, name: string): string {
  const flag = flagOf(record.flag, name)
  return flag?.yes ?? (record.member as Table)[name] ?? name
}

export const flagOf = (
  flags: Here['words']['record']['flag'],
  name: string,
): Here['words']['record']['flag'][FlagName] | undefined =>
  Object.hasOwn(flags, name) ? flags[name as FlagName] : undefined

/** A group of posts by its name, single posts by theirs. */
export function bearersName({ words }: Here, bearer: string | readonly string[]): string {
  const groups = words.law.bearers as Table
  const posts = words.post as Table
  return words.site.list([bearer].flat().map((name) => groups[name] ?? posts[name] ?? name))
}

export const kindsOfUnit = ({ words }: Here, kinds: readonly (keyof Here['words']['kind'])[]): string[] =>
  kinds.map((kind) => words.kind[kind])
