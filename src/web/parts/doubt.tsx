// One question that the acts leave open, with its readings and the one that is taken here.
import type { Doubt, Law } from '#law'
import type { Here } from '../here.ts'
import { Icon } from './icon.tsx'

export const takenOf = (law: Law, doubt: Doubt): string => law.readings[doubt.id] ?? doubt.default

export const DoubtReadings = ({
  here: { words, language },
  law,
  doubt,
}: {
  here: Here
  law: Law
  doubt: Doubt
}) => (
  <ul class="plain readings">
    {doubt.readings.map((reading) => {
      const isTaken = reading.id === takenOf(law, doubt)
      return (
        <li key={reading.id} {...(isTaken ? { class: 'taken' } : {})}>
          <Icon name={isTaken ? 'done' : 'none'} />
          <span>
            {reading.gist[language]}
            {isTaken && <span class="tag">{words.law.taken}</span>}
            {isTaken && reading.id !== doubt.default && <span class="tag">{words.doubts.chosen}</span>}
          </span>
        </li>
      )
    })}
  </ul>
)
