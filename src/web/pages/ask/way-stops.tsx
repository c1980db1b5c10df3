// The stops on the way of a request: how it was read, with whom it lies, the pool, the meeting, the answer.
import type { ComponentChildren } from 'preact'
import type { Request } from '#requests'
import { localDay } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { Fact, Facts } from '../../parts/facts.tsx'
import { sphereName } from '../../parts/sphere-name.ts'
import { bothIn } from '../demand-lines.tsx'
import type { Way } from './way.ts'

type Props = { readonly here: Here; readonly way: Way }

/** One stop: a heading, and whether the request has come there. */
const Stop = ({
  title,
  reached,
  children,
}: {
  title: string
  reached: boolean
  children: ComponentChildren
}) => (
  <li class={reached ? 'stop reached' : 'stop'}>
    <h2>{title}</h2>
    {children}
  </li>
)

/** How it was read, by which words, and whether a person has looked since. */
export function AsRead({ here, request }: { here: Here; request: Request }) {
  const { ask, site } = here.words
  const say = ask.receipt
  const { kind, sphere, level, reading, corrected } = request
  return (
    <Stop title={say.readTitle} reached>
      <Facts>
        <Fact term={say.kind}>{ask.kinds[kind]}</Fact>
        <Fact term={say.sphere}>{sphereName(here, sphere)}</Fact>
        {level && <Fact term={say.level}>{ask.levels[level]}</Fact>}
      </Facts>
      {reading.words.length > 0 && <p class="small soft">{say.because(site.list(apart(reading.words)))}</p>}
      <p class="small soft">{corrected.length > 0 ? say.corrected : say.byProgram}</p>
    </Stop>
  )
}

/** Words that stand in longer ones say nothing more. */
const apart = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)))

/** Fewer voices than this are not counted: a small number could name a neighbour. */
const few = 5

export function Together({ here, way: { request, group, voices, moves } }: Props) {
  const isWithdrawn = request.fate === 'withdrawn'
  const say = here.words.ask.receipt
  const changes = moves.slice(1)
  return (
    <Stop title={say.groupTitle} reached={group !== null}>
      {!isWithdrawn && (
        <p>
          {group === null
            ? say.noGroup
            : voices <= 1
              ? say.alone
              : voices < few
                ? say.someVoices
                : say.voices(voices)}
        </p>
      )}
      {group?.title && <p>{say.named(bothIn(here, group.title))}</p>}
      {changes.length > 0 && (
        <ul class="small">
          {changes.map(({ seq, why, at, to }) => (
            <li key={seq}>
              {here.format.day(localDay(at, null))}:{' '}
              {to === null && (why !== 'fate' || isWithdrawn) ? say.left : say.moves[why]}
            </li>
          ))}
        </ul>
      )}
    </Stop>
  )
}

export function InPool({ here, way: { problem, pool, isPooled } }: Props) {
  const say = here.words.ask.receipt
  const to = addresses[here.language]
  return (
    <Stop title={say.poolTitle} reached={problem !== null}>
      {problem === null ? (
        <p>{isPooled ? say.notInPool : say.noPool}</p>
      ) : (
        <p>
          <a href={to.problem(problem.id)}>{bothIn(here, problem.title)}</a>
          {problem.state !== 'pooled' && (
            <>
              {' '}
              ({here.words.pool.states[problem.state]},{' '}
              {here.format.day(localDay(problem.stateAt, problem.unit))})
            </>
          )}
          {pool && (
            <>
              <br />
              <a href={to.pool(pool.meeting)}>
                {say.pool(pool.number, here.format.day(localDay(pool.approvedAt, pool.unit)))}
              </a>
            </>
          )}
        </p>
      )}
    </Stop>
  )
}

export function AtMeeting({ here, way: { meeting } }: Props) {
  const say = here.words.ask.receipt
  return (
    <Stop title={say.meetingTitle} reached={meeting !== null}>
      <p>
        {meeting ? (
          <a href={addresses[here.language].meeting(meeting.id)}>
            {here.format.fullDay(meeting.day)}, {meeting.start}, {meeting.unit.name[here.language]}
          </a>
        ) : (
          say.noMeeting
        )}
      </p>
    </Stop>
  )
}

export function Answered({ here, way: { request } }: Props) {
  const say = here.words.ask.receipt
  const { fateWords, fateAt, unit } = request
  return (
    <Stop title={say.answerTitle} reached={fateWords !== null}>
      {fateWords && fateAt && <p class="small soft">{here.format.day(localDay(fateAt, unit))}</p>}
      {fateWords === null ? (
        <p>{say.noAnswer}</p>
      ) : 'answer' in fateWords ? (
        <blockquote class="demand-words">{bothIn(here, fateWords.answer)}</blockquote>
      ) : (
        <>
          <p>{say.setAside[fateWords.reason]}</p>
          {fateWords.note && <blockquote class="demand-words">{fateWords.note}</blockquote>}
        </>
      )}
    </Stop>
  )
}
