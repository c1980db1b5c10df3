// Kazakh words of maps: the shape of the other languages.
export const mapKk = {
  demonstration: 'көрсетілім үшін қолмен салынған сызба',
  sources: (names: readonly string[]) =>
    `Карта деректері: ${names.join('; ')}. Шекаралар бағдар үшін ғана сызылған.`,
}
export type MapWords = typeof mapKk
