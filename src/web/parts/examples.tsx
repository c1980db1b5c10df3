// The examples of a provision as a table in words, and one of them as a picture.
import {
  type Example,
  type Explained,
  type Law,
  type Provision,
  type Verdict,
  evaluate,
  explain,
  prepareWorld,
} from '#law'
import type { Period } from '#kernel'
import type { Here } from '../here.ts'
import { periodName } from './act-name.ts'
import { exampleNames } from './example-names.ts'
import { type Names, factDay, factWords } from './fact-words.ts'
import { Timeline } from './timeline.tsx'
import { VerdictBadge } from './verdict-badge.tsx'

type Props = { here: Here; law: Law; provision: Provision }
type Played = {
  readonly example: Example
  readonly names: Names
  readonly found: readonly Verdict[]
  readonly none: readonly string[]
}

export function Examples({ here, law, provision }: Props) {
  const { words } = here
  if (provision.examples.length === 0) return null
  const played = provision.examples.map((example) => play(here, law, provision, example))
  const drawn = drawnOf(law, played)
  return (
    <>
      <section class="apart-above" id="examples">
        <h2>{words.example.title}</h2>
        <p class="soft after-heading">{words.example.lead}</p>
        <table class="table examples">
          <thead>
            <tr>
              <th scope="col">{words.example.facts}</th>
              <th scope="col">{words.example.follows}</th>
            </tr>
          </thead>
          <tbody>
            {played.map((one, index) => (
              <Row key={index} here={here} law={law} played={one} number={index + 1} />
            ))}
          </tbody>
        </table>
      </section>
      {drawn && (
        <section class="apart-above">
          <h2>{words.timeline.title}</h2>
          <Timeline
            here={here}
            explained={drawn.explained}
            factName={(index) => words.fact[drawn.played.example.given.facts[index]!.type]}
            caption={words.timeline.lead(played.indexOf(drawn.played) + 1)}
          />
        </section>
      )}
    </>
  )
}

/** What the law yields for the keys that the example names, in its order. */
function play(here: Here, law: Law, provision: Provision, example: Example): Played {
  const { given, readings = {}, expect = [], none = [] } = example
  const all = evaluate(law.reread(readings), prepareWorld(given), { asOf: given.asOf, norms: [provision.id] })
  const names = exampleNames(here, example)
  return {
    example,
    names,
    found: expect.flatMap(({ bearer, subject = null, period = null }) =>
      all.filter((one) => one.bearer === bearer && one.subject === subject && one.period === period),
    ),
    none: none.map(({ bearer, subject, period }) =>
      here.words.site.list([
        ...(bearer === undefined ? [] : [names.office(bearer)]),
        ...(subject === undefined ? [] : [subjectName(names, subject) ?? here.words.fact.meeting]),
        ...(period === undefined ? [] : [periodName(here, period as Period)]),
      ]),
    ),
  }
}

/** The first example that has a term by both readings, or a term, or anything to draw; readings of one's own last. */
function drawnOf(law: Law, played: readonly Played[]): { played: Played; explained: Explained } | null {
  const all = played.flatMap((one) =>
    one.found.flatMap((verdict) => {
      const { given, readings = {} } = one.example
      const explained = explain(law.reread(readings), prepareWorld(given), verdict, { asOf: given.asOf })
      return explained ? [{ played: one, explained }] : []
    }),
  )
  const worth = ({
    played: { example },
    explained: { due, dueStrict, done, verdict },
  }: (typeof all)[number]) =>
    (example.readings ? 0 : 8) +
    (verdict === 'not-applicable' ? 0 : 4) +
    (due === null ? 0 : 1) +
    (done === null ? 0 : 1) +
    (dueStrict === due ? 0 : 1)
  return all.reduce<(typeof all)[number] | null>(
    (best, one) => (best && worth(best) >= worth(one) ? best : one),
    null,
  )
}

const subjectName = (names: Names, subject: string): string | null =>
  /^\d{9}$/.test(subject) ? names.unit(subject) : names.thing(subject)

function Row({ here, law, played, number }: { here: Here; law: Law; played: Played; number: number }) {
  const { words, format, language } = here
  const { example, names, found, none } = played
  const { facts, asOf } = example.given
  return (
    <tr>
      <td>
        <p class="example-day">
          {number}. {words.example.asOf(format.day(asOf))}
        </p>
        {facts.length === 0 && <p class="soft">{words.example.nothingRecorded}</p>}
        <ul class="points">
          {facts.map((fact, index) => {
            const day = factDay(fact)
            return (
              <li key={index}>
                {day && <span class="fact-day">{format.day(day)}: </span>}
                {factWords(here, fact, names)}
              </li>
            )
          })}
        </ul>
        {Object.entries(example.readings ?? {}).map(([doubt, reading]) => (
          <p key={doubt} class="small">
            {words.example.readSo(
              law.doubt(doubt)?.readings.find(({ id }) => id === reading)?.gist[language] ?? doubt,
            )}
          </p>
        ))}
      </td>
      <td>
        <ul class="plain follows">
          {found.map((verdict, index) => (
            <li key={index}>
              <span>{aboutWords(here, names, verdict)}</span>
              <VerdictBadge here={here} verdict={verdict.verdict} />
              {verdict.due && <span class="small">{words.example.due(format.day(verdict.due))}</span>}
              {verdict.dueStrict && verdict.dueStrict !== verdict.due && (
                <span class="small">{words.example.strict(format.day(verdict.dueStrict))}</span>
              )}
            </li>
          ))}
          {none.map((who, index) => (
            <li key={index}>{who === '' ? words.example.none : words.example.noneFor(who)}</li>
          ))}
        </ul>
      </td>
    </tr>
  )
}

/** Whom a verdict is about, and where there are several: which place, meeting or period. */
const aboutWords = (here: Here, names: Names, { bearer, subject, period }: Verdict): string =>
  here.words.site.list([
    names.office(bearer),
    ...(subject === null ? [] : [subjectName(names, subject) ?? []].flat()),
    ...(period === null ? [] : [periodName(here, period)]),
  ])
