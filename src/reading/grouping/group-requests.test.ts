import { expect, test } from 'vitest'
import { featuresOf } from './features-of.ts'
import { Grouper } from './group-requests.ts'
import { PlaceNames } from '../place-names.ts'
import { readKnowledge } from '../read-knowledge.ts'
import { readRequest } from '../read-request.ts'

const knowledge = readKnowledge()
const villages = ['Ақтоғай', 'Бесарық', 'Көкпекті'].map((name) => ({
  id: name,
  names: [name, name.replaceAll('қ', 'к').replaceAll('ғ', 'г').replaceAll('ө', 'о').replaceAll('і', 'и')],
}))
const places = new PlaceNames(villages)
const features = (text: string) => featuresOf(readRequest(text, { ...knowledge, places }))
const newGroup = () => {
  let opened = 0
  return () => `g${++opened}`
}

/** Groups of texts by number, in their order. */
function groupsOf(...texts: readonly string[]): number[] {
  const grouper = new Grouper(newGroup())
  texts.forEach((text, at) => grouper.add(String(at), features(text)))
  const seen = new Map<string, number>()
  return texts.map((_, at) => {
    const group = grouper.group(String(at))!
    if (!seen.has(group)) seen.set(group, seen.size)
    return seen.get(group)!
  })
}

test('one problem, told in Kazakh, in Russian, without Kazakh letters and in Latin ones', () => {
  expect(
    groupsOf(
      'Ақтоғай ауылында су үш күннен бері жоқ, сорғы күйіп кетті',
      'В Актогае третий день нет воды, сгорел насос',
      'актогайда су жок, насос куйип калды',
      'Aqtogaida su joq, nasos isten shykkan',
    ),
  ).toEqual([0, 0, 0, 0])
})

test('the same trouble in another village, street or school is another problem', () => {
  expect(groupsOf('Ақтоғайда көше шамдары жанбайды', 'Бесарықта көше шамдары жанбайды')).toEqual([0, 1])
  expect(
    groupsOf(
      'Бесарық, Абай көшесінің жолы шұңқыр',
      'Бесарық, Достық көшесінің жолы шұңқыр',
      'В Бесарыке улица Абая вся в ямах',
    ),
  ).toEqual([0, 1, 0])
  expect(groupsOf('Көкпекті, №3 мектептің төбесі ағады', 'Көкпекті, №5 мектептің төбесі ағады')).toEqual([
    0, 1,
  ])
})

test('two troubles of one village are two problems', () => {
  expect(groupsOf('Ақтоғайда су жоқ', 'Ақтоғайда қоқыс шығарылмайды', 'Ақтоғайда автобус жүрмейді')).toEqual([
    0, 1, 2,
  ])
})

test('why: the street, the place, the concept are told', () => {
  const grouper = new Grouper(newGroup())
  grouper.add('a', features('Бесарық, Абай көшесінің жолы шұңқыр, көлік жүре алмайды'))
  const { reasons, surety } = grouper.add('b', features('В Бесарыке на улице Абая ямы, асфальт разбит'))
  expect(reasons.map(({ kind, what }) => `${kind} ${what}`)).toEqual(
    expect.arrayContaining(['street аба', 'place Бесарық', 'concept road-repair']),
  )
  expect(surety).toBeGreaterThan(0)
})

test('a copy under another name is told; the same letter about another village is none', () => {
  const letter = (village: string) =>
    `${village} ауылының тұрғындарынан өтініш. Ауылымызда он жылдан бері автобус қатынамайды, қариялар ауруханаға бара алмай қиналып отыр. Бағытты қалпына келтіріп берулеріңізді сұраймыз.`
  const grouper = new Grouper(newGroup())
  grouper.add('a', features(letter('Ақтоғай')))
  expect(grouper.add('b', features(`${letter('Ақтоғай')} Құрметпен, Ерлан Сапаров`)).copyOf).toBe('a')
  expect(grouper.add('c', features(letter('Бесарық'))).copyOf).toBeNull()
  expect(
    grouper.add(
      'd',
      features(letter('Актогай').replaceAll('қ', 'к').replaceAll('ғ', 'г').replaceAll('ы', 'ы')),
    ).copyOf,
  ).toBe('a')
})

test('moved by an officer, a request takes its words along and others follow it', () => {
  const grouper = new Grouper(newGroup())
  const water = grouper.add('a', features('Ақтоғайда су жоқ')).group
  const waste = grouper.add('b', features('Ақтоғайда қоқыс шығарылмайды')).group
  expect(grouper.move('a', waste)).toBe(true)
  expect(grouper.membersOf(waste)).toEqual(['a', 'b'])
  expect(grouper.membersOf(water)).toEqual([])
  expect(grouper.move('a', 'a new one')).toBe(true)
  expect(grouper.membersOf('a new one')).toEqual(['a'])
  expect(grouper.move('nobody', waste)).toBe(false)
  grouper.move('a', waste)
  grouper.remove('b')
  expect(grouper.membersOf(waste)).toEqual(['a'])
  expect(grouper.size).toBe(1)
})

test('the same request again is the same request', () => {
  const grouper = new Grouper(newGroup())
  const text = features('Ақтоғайда су жоқ')
  const { group } = grouper.add('a', text)
  grouper.add('b', features('В Актогае нет воды'))
  expect(grouper.add('a', text).group).toBe(group)
  expect(grouper.size).toBe(2)
})

test('thanks and spam stand alone', () => {
  expect(groupsOf('Рахмет сіздерге, аман болыңыздар', 'Үлкен рахмет баршаңызға')).toEqual([0, 1])
})
