/** The languages of the product, Kazakh first. */
export const languages = ['kk', 'ru', 'en'] as const
export type Language = (typeof languages)[number]

/** The same words in each language. */
export type Text = Readonly<Record<Language, string>>

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)
