// Reading what stands in an address: a code, a year, a page number; `undefined` is "not an address of ours".
import { type Period, parsePeriod } from '#kernel'
import { type OfficeId, type UnitCode, isUnitCode } from '#territory'

export const askedCode = (text: string | undefined): UnitCode | undefined =>
  isUnitCode(text) ? text : undefined

/** A year from 2013, when the first of the acts came into force, to 2100. */
export function askedYear(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}$/.test(text)) return undefined
  const year = Number(text)
  return year >= 2013 && year <= 2100 ? year : undefined
}

export const askedNumber = (text: string | undefined, most: number): number | undefined => {
  if (text === undefined || !/^\d{1,6}$/.test(text)) return undefined
  const number = Number(text)
  return number >= 1 && number <= most ? number : undefined
}

/** Ids of offices, meetings and norms: letters, digits, dot, hyphen, colon; no longer than 80 characters. */
export const isName = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(text)

export const askedOffice = (text: string | undefined): OfficeId | undefined =>
  isName(text) ? (text as OfficeId) : undefined

/** `-` is no period; `undefined` is a mistake. */
export const askedPeriod = (text: string | undefined): Period | null | undefined =>
  text === '-' ? null : parsePeriod(text)
