// The names that facts are told with, taken from their shapes: a new member or word asks for its translations.
import type { FactType, factShapes } from '#law'

type Shapes = typeof factShapes
type Bare<K> = K extends `${infer Name}?` ? Name : K
type MembersThatAre<W> = {
  [T in FactType]: {
    [K in keyof Shapes[T]]: Shapes[T][K] extends W ? Bare<K> : never
  }[keyof Shapes[T]]
}[FactType]
type WordsOf<V> = V extends { readonly list: readonly (infer Word)[] }
  ? Word
  : V extends readonly (infer Word)[]
    ? Word
    : never

/** Members that are true or false. */
export type FlagName = MembersThatAre<'flag'>
/** All other members. */
export type MemberName = Exclude<{ [T in FactType]: Bare<keyof Shapes[T]> }[FactType], FlagName>
/** Words that a member may hold. */
export type FactWord = {
  [T in FactType]: { [K in keyof Shapes[T]]: WordsOf<Shapes[T][K]> }[keyof Shapes[T]]
}[FactType]

/** What a flag says when it is set, and when it is not. */
export type Flag = { readonly yes: string; readonly no: string }
