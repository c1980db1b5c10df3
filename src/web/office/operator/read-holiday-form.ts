// What the forms of days off say: the change and the act behind it, or what is wrong with each field.
import type { HolidayChange } from '#calendar'
import { type LocalDate, parseLocalDate } from '#kernel'
import type { OperatorWords } from '../../words/operator/kk.ts'
import type { Typed } from '../deed-form.tsx'
import type { Read } from '../read-deed.ts'

export const whats = ['off', 'moved', 'ordinary', 'year'] as const
export type What = (typeof whats)[number]

export type HolidayForm = { readonly act: string; readonly actDay: LocalDate; readonly change: HolidayChange }

const unwritable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u
const longest = 200

export function readHolidayForm(
  typed: Typed,
  today: LocalDate,
  words: OperatorWords['holidays'],
): Read<HolidayForm> {
  const wrong: { [field: string]: string } = {}
  const what = whats.find((one) => one === typed['what'])
  const text = (name: string): string => {
    const value = typed[name] ?? ''
    if (value === '' || unwritable.test(value)) wrong[name] = words.wrong.text
    else if ([...value].length > longest) wrong[name] = words.wrong.long
    return value
  }
  const day = (name: string): LocalDate => {
    const value = parseLocalDate(typed[name])
    if (!value) wrong[name] = words.wrong.day
    return value ?? today
  }
  const year = Number(typed['year'])
  const change = ((): HolidayChange | null => {
    switch (what) {
      case 'off': {
        const [kk, ru] = [text('name-kk'), text('name-ru')]
        return { what, date: day('date'), name: { kk, ru, en: ru } }
      }
      case 'moved':
        return { what, off: day('off'), work: day('work') }
      case 'ordinary':
        return { what, date: day('date') }
      case 'year':
        return Number.isInteger(year) ? { what, year, kurbanAit: day('kurban-ait') } : null
      default:
        return null
    }
  })()
  if (!change) return { ok: false, wrong: { form: words.wrong.form } }
  const [act, actDay] = [text('act'), day('act-day')]
  if (!wrong['act-day'] && actDay > today) wrong['act-day'] = words.wrong.actDay
  return Object.keys(wrong).length === 0 ? { ok: true, value: { act, actDay, change } } : { ok: false, wrong }
}
