import type { MapWords } from './kk.ts'

export const mapRu: MapWords = {
  sources: (names) => `Данные карты: ${names.join('; ')}. Границы показаны только для ориентира.`,
}
