// Requests put together from phrases: eight problems in 72 villages, in both languages, no two quite alike.

/** Numbers below `n`; the same seed gives the same. */
export const drawsFrom =
  (seed: number) =>
  (n: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return Math.floor((seed / 2 ** 32) * n)
  }

export const troubles: readonly (readonly [kk: string, ru: string])[] = [
  ['жолы шұңқыр, көлік жүре алмайды', 'дорога вся в ямах, машины ломаются'],
  ['су үш күннен бері жоқ, құдықтан тасимыз', 'воды нет третий день, носим из колодца'],
  ['көше шамдары жанбайды, кешке қараңғы', 'фонари не горят, вечером темно'],
  ['қоқыс шығарылмайды, жәшіктер толып тұр', 'мусор не вывозят, баки переполнены'],
  ['автобус қатынамайды, мектепке жаяу барады', 'автобус не ходит, добираемся пешком'],
  ['жарық күнде өшеді, тоңазытқыш күйді', 'свет отключают каждый день'],
  ['балабақшаға кезек жылжымайды', 'очередь в садик не двигается'],
  ['медпункт суық, дәрі жоқ', 'в медпункте холодно, лекарств нет'],
]

/** Gives one after the other; the same seed gives the same. */
export function inventedRequests(seed: number): () => string {
  const draw = drawsFrom(seed)
  return () => {
    const one = <T>(list: readonly T[]): T => list[draw(list.length)]!
    const village = `${one(['Ақ', 'Қара', 'Көк', 'Сары', 'Жаңа', 'Тас', 'Қызыл', 'Бес', 'Ой'])}${one(['бұлақ', 'тоғай', 'төбе', 'көл', 'арық', 'дала', 'құдық', 'сай'])}`
    const [kk, ru] = one(troubles)
    const street = one(['Абай', 'Сәтпаев', 'Достық', 'Мира', 'Жамбыл', 'Школьная'])
    const tail = `${one(['ба', 'қу', 'ле', 'мо'])}${one(['са', 'ту', 'ше'])}${one(['жо', 'ны', 'қа', 'де'])} ${draw(90)}`
    return draw(3) > 0
      ? `${village} ауылы, ${street} көшесі: ${kk}. ${tail}`
      : `В селе ${village}, улица ${street}: ${ru}. ${tail}`
  }
}
