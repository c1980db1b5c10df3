import type { MapWords } from './kk.ts'

export const mapEn: MapWords = {
  sources: (names) => `Map data: ${names.join('; ')}. Borders are drawn for orientation only.`,
}
