// How a day and a verdict came about, step by step, as sentences in the reader's language.
import type { ComponentChildren } from 'preact'
import type { DerivationStep, Law } from '#law'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { actName, paragraphName, periodName } from './act-name.ts'
import { VerdictBadge } from './verdict-badge.tsx'

type Props = {
  here: Here
  law: Law
  steps: readonly DerivationStep[]
  /** The facts that the steps point at by position. */
  facts: readonly { readonly type: string; readonly asserted: boolean }[]
}

export const DerivationList = ({ here, law, steps, facts }: Props) => (
  <ol class="derivation">
    {steps.map((step, index) => (
      <li key={index} class={`step-${step.step}`}>
        {sentence(here, law, step, facts)}
      </li>
    ))}
  </ol>
)

/** One step in words; a kind of step without a sentence does not compile. */
function sentence(here: Here, law: Law, step: DerivationStep, facts: Props['facts']): ComponentChildren {
  const { words, format, language } = here
  const told = words.steps
  switch (step.step) {
    case 'norm': {
      const act = law.act(law.provision(step.norm)?.act ?? '')
      const name = act ? actName(here, act) : step.norm
      return (
        <a href={addresses[language].provision(step.norm)}>
          {told.norm(name, paragraphName(here, step.paragraph))}
        </a>
      )
    }
    case 'period':
      return told.period(periodName(here, step.period), format.day(step.day))
    case 'event':
      return told.event(words.fact[step.event], format.fullDay(step.day))
    case 'date':
      return told.date(format.day(step.day))
    case 'count': {
      const [from, day] = [format.day(step.from), format.fullDay(step.day)]
      if (step.months !== undefined) return told.countMonths(step.months, from, day)
      const days = step.days ?? 0
      return days < 0 ? told.countBack(-days, from, day) : told.countOn(days, from, day)
    }
    case 'earlier':
      return told.earlier(words.fact[step.event], format.day(step.day))
    case 'later':
      return told.later(words.fact[step.event], format.day(step.day))
    case 'reading': {
      const doubt = step.doubt === null ? undefined : law.doubt(step.doubt)
      const question = doubt?.gist[language] ?? told.plainDoubt
      if (step.other) return told.readingDays(question, step.other.days, format.day(step.other.day))
      const taken = doubt?.readings.find(({ id }) => id === step.taken)?.gist[language] ?? step.taken
      return told.reading(question, taken)
    }
    case 'measure': {
      const [value, limit] = [format.number(step.value), format.number(step.limit)]
      return step.atMost ? told.measureAtMost(value, limit) : told.measureAtLeast(value, limit)
    }
    case 'done': {
      const found = words.site.list(step.facts.map((index) => missingName(here, facts[index]?.type ?? '')))
      const done = step.day === null ? told.doneUndated(found) : told.done(found, format.fullDay(step.day))
      return step.facts.some((index) => facts[index]?.asserted) ? `${done} ${told.asserted}` : done
    }
    case 'missing':
      return told.missing(words.site.list(step.what.map((name) => missingName(here, name))))
    case 'because':
      return told.because(reasonName(here, step.reason))
    case 'verdict':
      return (
        <>
          {told.verdict(format.day(step.asOf))} <VerdictBadge here={here} verdict={step.verdict} />
        </>
      )
  }
}

/** A fact or a field of one; what has no word of its own stands as it is named in the data. */
export const missingName = ({ words }: Here, name: string): string =>
  (words.fact as Record<string, string>)[name] ?? (words.missing as Record<string, string>)[name] ?? name

export const reasonName = ({ words }: Here, reason: string): string =>
  (words.reason as Record<string, string>)[reason] ?? words.steps.exemptBy(reason)
