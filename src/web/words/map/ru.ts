import type { MapWords } from './kk.ts'

export const mapRu: MapWords = {
  demonstration: 'набросок от руки для показа',
  sources: (names) => `Данные карты: ${names.join('; ')}. Границы показаны только для ориентира.`,
}
