// What the forms of a schedule say: a number, a reason, a day, the line of a visit.
import { type VisitLine, grounds, spheres } from '#calendar'
import { type UnitCode, isUnitCode } from '#territory'
import type { Typed } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { FormReader } from '../meetings/read-meeting-forms.ts'
import type { Read } from '../read-deed.ts'

const formed =
  <T>(read: (form: FormReader) => T) =>
  (typed: Typed, { here }: Desk): Read<T> => {
    const form = new FormReader(typed, here.words)
    return form.done(read(form))
  }

const reasonIn = (name: string) => (form: FormReader) => form.text(name, { most: 500, needed: true })

export const number = formed((form) => form.text('number', { most: 60, needed: true }))
export const reason = formed(reasonIn('reason'))
export const because = formed(reasonIn('because'))
export const answerDay = formed((form) => form.day('answerBy'))
export const procedureText = formed((form) => form.both('text', { most: 20_000, needed: true }))

export const otherDay = formed((form) => ({
  day: form.day('day'),
  start: form.clock('start'),
  reason: reasonIn('reason')(form),
}))

export const line = formed((form): VisitLine => ({
  region: codeIn(form, 'region'),
  unit: codeIn(form, 'unit'),
  day: form.day('day'),
  start: form.clock('start'),
  plannedMinutes: form.neededNumber('minutes', 15, 600),
  sphere: form.choice('sphere', spheres),
  venue: form.both('venue', { needed: true }),
  why: form.both('why', { most: 1000, needed: true }),
  grounds: form.ticked('ground', grounds),
}))

function codeIn(form: FormReader, name: string): UnitCode {
  const text = form.typed[name]
  if (isUnitCode(text)) return text
  form.wrong['unit'] = form.words.meetings.office.wrong.choice
  return '' as UnitCode
}
