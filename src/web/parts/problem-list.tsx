// Problem issues in a list: each by its title, how many asked, and how it stands.
import type { Problem } from '#problems'
import { localDay } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { titleIn, titleLanguage } from './pool-words.ts'
import { sphereTitle } from './sphere-name.ts'

export const ProblemList = ({ here, problems }: { here: Here; problems: readonly Problem[] }) => (
  <ul class="rows plain problems">
    {problems.map((problem) => (
      <li key={problem.id}>
        <a class="row-name" href={addresses[here.language].problem(problem.id)} lang={titleLanguage(here)}>
          {titleIn(here, problem.title)}
        </a>
        <span class="soft">
          {sphereTitle(here, problem.sphere)} · {here.words.pool.voices(problem.voices)} ·{' '}
          {stateLine(here, problem)}
        </span>
      </li>
    ))}
  </ul>
)

/** "in the pool since 3 February 2027" */
export const stateLine = ({ words, format }: Here, { state, stateAt, unit }: Problem): string =>
  `${words.pool.states[state]}, ${format.day(localDay(stateAt, unit))}`
