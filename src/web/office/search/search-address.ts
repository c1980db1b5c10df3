// Where an office searches: `/kk/office/akim.315400000/search`.
import type { Language } from '#kernel'
import type { OfficeId } from '#territory'

export const searchAddress = (language: Language, office: OfficeId): string =>
  `/${language}/office/${office}/search`
