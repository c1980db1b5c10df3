// The receipt of a request: asking for the code, then the whole way of the words as far as they have come.
import type { Request } from '#requests'
import { localDay, localTime } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { Fact, Facts } from '../../parts/facts.tsx'
import { Layout } from '../../parts/layout.tsx'
import { bothIn } from '../demand-lines.tsx'
import { OwnDeeds } from './own-deeds.tsx'
import { RequestWords } from './request-words.tsx'
import type { Way } from './way.ts'

type AskedProps = {
  readonly here: Here
  readonly csrf: string
  readonly typed: string
  readonly wrong: string | null
}

export function ReceiptAskedPage({ here, csrf, typed, wrong }: AskedProps) {
  const say = here.words.ask.receipt
  return (
    <Layout here={here} title={say.askedTitle} refused={wrong !== null} unlisted>
      <div class="wrap flow narrow">
        <h1>{say.askedTitle}</h1>
        <p>{say.askedLead}</p>
        <form
          id="receipt"
          class="flow wishing"
          method="post"
          action={addresses[here.language].receipt()}
          novalidate
        >
          <CsrfField token={csrf} />
          <div class="field">
            <label for="code">{say.code}</label>
            <p id="code-hint" class="hint">
              {say.codeHint}
            </p>
            {wrong && (
              <p id="code-error" class="error">
                <span class="unseen">{here.words.form.error}</span> {wrong}
              </p>
            )}
            <input
              id="code"
              name="code"
              class="code numbers"
              value={typed}
              maxLength={60}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              aria-describedby={`code-hint${wrong ? ' code-error' : ''}`}
              {...(wrong ? { 'aria-invalid': 'true' as const } : {})}
            />
          </div>
          <button type="submit">{say.show}</button>
        </form>
      </div>
    </Layout>
  )
}

type Props = { readonly here: Here; readonly way: Way }
type WayProps = Props & {
  readonly csrf: string
  readonly code: string
  /** What its author has just done, or why he could not. */
  readonly said: string | null
}

export function WayPage({ here, way, csrf, code, said }: WayProps) {
  const say = here.words.ask.receipt
  const { request, office, unit } = way
  const { language, format } = here
  return (
    <Layout here={here} title={say.title} unlisted>
      <div class="wrap flow narrow receipt">
        <h1>{say.title}</h1>
        {said && (
          <p class="said" role="status">
            {said}
          </p>
        )}
        <p class="lead">{say.fates[request.fate]}</p>
        {request.enteredBy !== null && <p class="said">{say.entered(office.name[language])}</p>}
        <RequestWords words={request.words} language={request.language} />
        <Facts>
          <Fact term={say.received}>
            {format.day(localDay(request.receivedAt, request.unit))},{' '}
            {localTime(request.receivedAt, request.unit)}
          </Fact>
          <Fact term={say.channel}>{say.channels[request.channel]}</Fact>
          <Fact term={say.to}>{office.name[language]}</Fact>
          <Fact term={say.place}>
            <a href={addresses[language].place(unit.code)}>{unit.name[language]}</a>
          </Fact>
        </Facts>
        <ol class="plain road">
          <AsRead here={here} request={request} />
          <Together here={here} way={way} />
          <InPool here={here} way={way} />
          <AtMeeting here={here} way={way} />
          <Answered here={here} way={way} />
        </ol>
        <OwnDeeds here={here} request={request} trusted={way.trusted} csrf={csrf} code={code} />
      </div>
    </Layout>
  )
}

/** One station: a heading, and whether the request has come there. */
const Station = ({ title, reached, children }: { title: string; reached: boolean; children: unknown }) => (
  <li class={reached ? 'stop reached' : 'stop'}>
    <h2>{title}</h2>
    {children as never}
  </li>
)

/** How it was read, by which words, and whether a person has looked since. */
function AsRead({ here, request }: { here: Here; request: Request }) {
  const { ask, schedule, site } = here.words
  const say = ask.receipt
  const { kind, sphere, level, reading, corrected } = request
  const spheres: Readonly<Record<string, string>> = schedule.spheres
  return (
    <Station title={say.readTitle} reached>
      <Facts>
        <Fact term={say.kind}>{ask.kinds[kind]}</Fact>
        <Fact term={say.sphere}>{spheres[sphere] ?? schedule.spheres.other}</Fact>
        {level && <Fact term={say.level}>{ask.levels[level]}</Fact>}
      </Facts>
      {reading.words.length > 0 && <p class="small soft">{say.because(site.list(apart(reading.words)))}</p>}
      <p class="small soft">{corrected.length > 0 ? say.corrected : say.byProgram}</p>
    </Station>
  )
}

/** Words that stand in longer ones say nothing more. */
const apart = (words: readonly string[]): string[] =>
  words.filter((word) => !words.some((other) => other !== word && other.includes(word)))

/** Fewer voices than this are not counted: a small number could name a neighbour. */
const few = 5

function Together({ here, way: { group, voices, moves } }: Props) {
  const say = here.words.ask.receipt
  const changes = moves.slice(1)
  return (
    <Station title={say.groupTitle} reached={group !== null}>
      <p>
        {group === null
          ? say.noGroup
          : voices <= 1
            ? say.alone
            : voices < few
              ? say.someVoices
              : say.voices(voices)}
      </p>
      {group?.title && <p class="lead">{bothIn(here, group.title)}</p>}
      {changes.length > 0 && (
        <ul class="small">
          {changes.map(({ seq, why, at, to }) => (
            <li key={seq}>
              {here.format.day(localDay(at, null))}:{' '}
              {to === null && why !== 'fate' ? say.left : say.moves[why]}
            </li>
          ))}
        </ul>
      )}
    </Station>
  )
}

function InPool({ here, way: { problem, pool } }: Props) {
  const say = here.words.ask.receipt
  const to = addresses[here.language]
  return (
    <Station title={say.poolTitle} reached={problem !== null}>
      {problem === null ? (
        <p>{say.noPool}</p>
      ) : (
        <p>
          <a href={to.problem(problem.id)}>{bothIn(here, problem.title)}</a>
          {problem.state === 'left-out' && <> {say.leftOut}</>}
          {pool && (
            <>
              {' '}
              <a href={to.pool(pool.meeting)}>
                {say.pool(pool.number, here.format.day(localDay(pool.approvedAt, pool.unit)))}
              </a>
            </>
          )}
        </p>
      )}
    </Station>
  )
}

function AtMeeting({ here, way: { meeting } }: Props) {
  const say = here.words.ask.receipt
  return (
    <Station title={say.meetingTitle} reached={meeting !== null}>
      <p>
        {meeting ? (
          <a href={addresses[here.language].meeting(meeting.id)}>
            {here.format.fullDay(meeting.day)}, {meeting.start}, {meeting.unit.name[here.language]}
          </a>
        ) : (
          say.noMeeting
        )}
      </p>
    </Station>
  )
}

function Answered({ here, way: { request } }: Props) {
  const say = here.words.ask.receipt
  const { fateWords, fateAt, unit } = request
  return (
    <Station title={say.answerTitle} reached={fateWords !== null}>
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
    </Station>
  )
}
