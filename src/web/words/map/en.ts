import type { MapWords } from './kk.ts'

export const mapEn: MapWords = {
  demonstration: 'a sketch by hand for the demonstration',
  sources: (names) => `Map data: ${names.join('; ')}. Borders are drawn for orientation only.`,
}
