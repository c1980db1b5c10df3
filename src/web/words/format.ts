// Days, times and numbers in the reader's language, by Intl; formatters are built once for each language.
import { type Language, type LocalDate, type Period, firstDay, kindOfPeriod } from '#kernel'

const locales = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' } as const satisfies Record<Language, string>

export type Format = {
  /** 2026 ж. 22 қараша, жексенбі */
  readonly fullDay: (day: LocalDate) => string
  /** 2026 ж. 22 қараша */
  readonly day: (day: LocalDate) => string
  /** 22 қараша */
  readonly dayOfYear: (day: LocalDate) => string
  /** 22 қараша, жексенбі */
  readonly weekdayOfYear: (day: LocalDate) => string
  readonly weekday: (day: LocalDate) => string
  /** Month of the day: long, short (three or four letters) and its first letter. */
  readonly month: (day: LocalDate) => string
  readonly shortMonth: (day: LocalDate) => string
  readonly monthLetter: (day: LocalDate) => string
  readonly monthOfYear: (day: LocalDate) => string
  readonly number: (n: number) => string
  /** The form of a word that goes with a count. */
  readonly plural: (
    n: number,
    forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
  ) => string
  /** Names in the order of the alphabet. */
  readonly compare: (a: string, b: string) => number
}

/** A hyphen after which no line ends; the no-break one is not in the fonts that are sent. */
export const hyphen = '-\u2060'

/** `22` of a day, for leaves of a calendar. */
export const dayNumeral = (day: LocalDate): string => String(Number(day.slice(8)))

/** The number of a half-year or quarter within its year, or null for a year. */
export const partOfYear = (period: Period): number | null =>
  kindOfPeriod(period) === 'year' ? null : Number(period.slice(6))

/** The clock after so many minutes; past midnight it starts again. */
export function clockAfter(start: string, minutes: number): string {
  const at = (Number(start.slice(0, 2)) * 60 + Number(start.slice(3, 5)) + Math.round(minutes)) % 1440
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** The first days of the months of a year. */
export const monthsOf = (year: number): LocalDate[] =>
  Array.from(
    { length: 12 },
    (_, month) => `${yearName(year)}-${String(month + 1).padStart(2, '0')}-01` as LocalDate,
  )

export const startOf = (period: Period): LocalDate => firstDay(period)

const yearName = (year: number) => String(year).padStart(4, '0')

function formatFor(language: Language): Format {
  const locale = locales[language]
  const days = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
    // "г." would end a sentence with two full stops. A number and its month or year stay on one line.
    return (day: LocalDate) =>
      formatter
        .format(Date.parse(`${day}T00:00:00Z`))
        .replace(/ г\.$/, ' года')
        .replace(/(\d) (?=\p{L})/gu, '$1\u00a0')
  }
  const numbers = new Intl.NumberFormat(locale)
  const rules = new Intl.PluralRules(locale)
  const collator = new Intl.Collator(locale)
  return {
    fullDay: days({ dateStyle: 'full' }),
    day: days({ dateStyle: 'long' }),
    dayOfYear: days({ day: 'numeric', month: 'long' }),
    weekdayOfYear: days({ weekday: 'long', day: 'numeric', month: 'long' }),
    weekday: days({ weekday: 'long' }),
    month: days({ month: 'long' }),
    shortMonth: days({ month: 'short' }),
    monthLetter: days({ month: 'narrow' }),
    monthOfYear: days({ month: 'long', year: 'numeric' }),
    number: (n) => numbers.format(n),
    plural: (n, forms) => forms[rules.select(n)] ?? forms.other,
    compare: (a, b) => collator.compare(a, b),
  }
}

export const formats: Readonly<Record<Language, Format>> = {
  kk: formatFor('kk'),
  ru: formatFor('ru'),
  en: formatFor('en'),
}

/** A count with its word: Kazakh has one form, English two, Russian three. */
export const countKk = (n: number, word: string): string => `${formats.kk.number(n)} ${word}`
export const countRu = (n: number, one: string, few: string, many: string): string =>
  `${formats.ru.number(n)} ${formats.ru.plural(n, { one, few, many, other: few })}`
export const countEn = (n: number, one: string, other: string): string =>
  `${formats.en.number(n)} ${formats.en.plural(n, { one, other })}`
