// What every page knows of its reader: language, words, today, and where on the site he stands.
import type { Language, LocalDate } from '#kernel'
import type { Assets } from './assets.ts'
import type { Format } from './words/format.ts'
import type { Words } from './words/index.ts'

export type Here = {
  readonly language: Language
  readonly words: Words
  readonly format: Format
  /** Path and query after the language, beginning with `/`; the same page in another language is one prefix away. */
  readonly path: string
  /** Today in Astana. */
  readonly today: LocalDate
  readonly assets: Assets
  /** The register and its meetings are the demonstration: every page says so. */
  readonly demonstration: boolean
}
