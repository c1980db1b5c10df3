// Invented people with everything by which one could find them, what they write, and the search for any of it in a text.
import * as fc from 'fast-check'
import { cards, emails, gaps, iins, phones, plates, written } from '../planted-data.ts'

const kinds = ['name', 'phone', 'iin', 'card', 'email', 'plate'] as const
export type PlantedPerson = Readonly<Record<(typeof kinds)[number], string>>

// prettier-ignore
const given = ['Айгүл', 'Сәуле', 'Нұрлан', 'Ерболат', 'Гүлнар', 'Марат', 'Светлана', 'Дәурен', 'Жанар', 'Олег']
const roots = ['Сынай', 'Ойдан', 'Жалған', 'Мысал', 'Үлгін', 'Болмас', 'Ертег', 'Ойнай', 'Сынды', 'Жасан']
const middles = ['бай', 'хан', 'тай', 'бек', 'жан', 'құл', 'ғали', 'мырза', 'төре', 'дос']
const endings = ['ов', 'ова', 'ев', 'ева', 'ин', 'ина', 'енко', 'таев', 'таева', 'баева']
const nameOf = (nth: number): string => {
  const at = (list: readonly string[], place: number) => list[Math.floor(nth / 10 ** place) % 10]!
  return `${at(given, 0)} ${at(roots, 1)}${at(middles, 2)}${at(endings, 3)}`
}

/** A plate of hexadecimal signs alone (202EF02) stands in one hash of some millions by chance, and nobody has said it. */
const sayable = plates.filter((plate) => !/^[\da-f]+$/i.test(plate))

/** So many people, at most 10,000; the same seed gives the same, and no two share a value. */
export function plantedPeople(count: number, seed: number): PlantedPerson[] {
  const draw = (values: fc.Arbitrary<string>) =>
    [...new Set(fc.sample(values, { numRuns: count * 2 + 100, seed }))].slice(0, count)
  const [calls, ids, paid, mails, cars] = [phones, iins, cards, emails, sayable].map(draw)
  return Array.from({ length: count }, (_, nth) => ({
    name: nameOf(nth),
    phone: calls![nth]!,
    iin: ids![nth]!,
    card: paid![nth]!,
    email: `k${nth}.${mails![nth % mails!.length]!}`,
    plate: cars![nth]!,
  }))
}

/** What such a person writes, and each value as it stands in it: in half of the letters as whoever wants to get by writes. */
export function letterOf(person: PlantedPerson, nth: number): { words: string; values: string[] } {
  const asTyped = (kind: 'phone' | 'iin' | 'card') =>
    nth % 2 === 0
      ? person[kind]
      : fc.sample(written(fc.constant(person[kind]), gaps.ofNumbers), { numRuns: 1, seed: nth })[0]!.text
  const [phone, iin, card] = [asTyped('phone'), asTyped('iin'), asTyped('card')]
  const words =
    nth % 4 < 2
      ? `Менің атым ${person.name}. Көшеде су жоқ, хабарласыңыз: ${phone}. ЖСН ${iin}, карта ${card}, пошта ${person.email}, көлігім ${person.plate} тұр.`
      : `Меня зовут ${person.name}. На улице нет света, звоните: ${phone}. ИИН ${iin}, карта ${card}, почта ${person.email}, машина ${person.plate} стоит.`
  return { words, values: [...new Set([...kinds.map((kind) => person[kind]), phone, iin, card])] }
}

/** Finds planted values in texts, in small or capital letters. */
export class Needles {
  readonly #byBeginning = new Map<string, string[]>()
  readonly #beginning = 6
  constructor(values: Iterable<string>) {
    for (const value of values) {
      const needle = value.toLowerCase()
      const key = needle.slice(0, this.#beginning)
      if (key.length < this.#beginning) throw new Error(`too short to be searched for: ${value}`)
      this.#byBeginning.set(key, [...(this.#byBeginning.get(key) ?? []), needle])
    }
  }

  in(text: string): string[] {
    const found = new Set<string>()
    const small = text.toLowerCase()
    for (let at = 0; at + this.#beginning <= small.length; at++)
      for (const needle of this.#byBeginning.get(small.slice(at, at + this.#beginning)) ?? [])
        if (small.startsWith(needle, at)) found.add(needle)
    return [...found]
  }
}
