// What posters and texts say, in the two languages in which meetings are announced, and the facts they say it of.
import type { LocalDate } from '#kernel'

/** A meeting as one of its two languages tells it; empty texts are not known. */
export type KitFacts = {
  readonly who: string
  /** The place and what it lies in. */
  readonly where: string
  readonly venue: string
  readonly address: string
  readonly online: boolean
  readonly day: LocalDate
  /** `HH:MM` */
  readonly start: string
  readonly access: readonly string[]
  readonly interpreters: readonly string[]
  readonly spoken: readonly string[]
  /** Hosts of the broadcasts. */
  readonly broadcasts: readonly string[]
  readonly sites: readonly string[]
  readonly reception: { readonly day: LocalDate; readonly start: string; readonly place: string } | null
  /** The words of the notice. */
  readonly notice: string
  /** The page of the meeting. */
  readonly url: string
  readonly host: string
  readonly demonstration: boolean
}

/** The lines of one language on a poster. */
export type PosterWords = {
  readonly title: string
  readonly month: string
  readonly weekday: string
  readonly clock: string
  /** "with residents of …": for whom it is. */
  readonly who: string
  readonly place: readonly string[]
  readonly mayTitle: string
  readonly may: readonly string[]
  readonly accessTitle: string
  readonly access: string
  readonly scan: string
  readonly contact: string
  readonly demonstration: string
}

export type KitTexts = {
  readonly poster: (facts: KitFacts) => PosterWords
  readonly press: (facts: KitFacts) => string
  readonly messenger: (facts: KitFacts) => string
  readonly radio: (facts: KitFacts) => string
}

/** Sentences and lines of which some may be empty. */
export const lines = (...all: readonly string[]): string => all.filter((line) => line !== '').join('\n')
export const sentences = (...all: readonly string[]): string => all.filter((one) => one !== '').join(' ')
/** The end of a sentence, where the text has none of its own. */
export const ended = (text: string): string => (text === '' || /[.!?…]$/.test(text) ? text : `${text}.`)
