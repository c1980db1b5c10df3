// The door of the words: one catalogue a language, all of one shape.
import type { Language } from '#kernel'
import { en } from './en.ts'
import { kk, type Words } from './kk.ts'
import { ru } from './ru.ts'

export const catalogues: Readonly<Record<Language, Words>> = { kk, ru, en }
export type { Words }
