// The draft of a pool: its lines in order, each with what it wants; channels that were looked at; who approves.
import { addresses } from '../../address.ts'
import { localDay } from '#territory'
import { type PoolLine, isCentral } from '#requests'
import { Icon } from '../../parts/icon.tsx'
import { Reasons } from '../../parts/pool-issue.tsx'
import { titleIn } from '../../parts/pool-words.ts'
import { meetingAddresses } from '../meetings/meeting-addresses.ts'
import { lineAnchor, poolAddresses, poolsAddress } from './pool-addresses.ts'
import { DeedButton, PoolFrame, type PoolProps } from './pool-frame.tsx'
import type { LineView } from './read-pool.ts'
import { sphereTitle } from '../../parts/sphere-name.ts'

export function PoolPage(props: PoolProps) {
  const { desk, view } = props
  const { here, office } = desk
  const words = here.words.pool
  const { pool, lines } = view
  const to = poolAddresses(here.language, office.id, pool.meeting.id)
  const back = { href: poolsAddress(here.language, office.id), words: words.backToPools }
  const [inside, outside] = [lines.filter(({ line }) => !line.out), lines.filter(({ line }) => line.out)]
  return (
    <PoolFrame {...props} title={words.title} back={back}>
      <p class="lead">{words.lead}</p>
      <Versions {...props} />
      {pool.draft === null ? (
        <section class="next-step flow">
          <h2>{words.begin.title}</h2>
          <p>
            {pool.candidates.length === 0 ? words.begin.nothing : words.begin.lead(pool.candidates.length)}
          </p>
          {view.edits && pool.candidates.length > 0 && (
            <DeedButton {...props} action={to.deed('draft')} words={words.begin.button} second={false} />
          )}
        </section>
      ) : (
        <>
          <Next {...props} inside={inside} />
          {view.fresh > 0 && view.edits && (
            <div class="flow">
              <p>{words.fresh(view.fresh)}</p>
              <DeedButton {...props} action={to.deed('draft')} words={words.freshButton} />
            </div>
          )}
          <section>
            <h2>{words.inside(inside.length)}</h2>
            {inside.length === 0 && <p>{words.insideNone}</p>}
            {view.edits && inside.length > 1 && (
              <DeedButton {...props} action={to.deed('order')} words={words.order} />
            )}
            <ol class="pool-lines plain">
              {inside.map((one, at) => (
                <Line key={one.line.group} {...props} one={one} number={at + 1} last={inside.length} />
              ))}
            </ol>
          </section>
          {outside.length > 0 && (
            <section>
              <h2>{words.outside(outside.length)}</h2>
              <p class="soft">{words.outsideLead}</p>
              <ol class="pool-lines plain">
                {outside.map((one) => (
                  <Line key={one.line.group} {...props} one={one} number={null} last={0} />
                ))}
              </ol>
            </section>
          )}
        </>
      )}
      <Channels {...props} />
      <p>
        <a href={meetingAddresses(here.language, office.id).meeting(pool.meeting.id)}>
          {here.words.meetings.office.backToMeeting}
        </a>
      </p>
    </PoolFrame>
  )
}

/** The one next step: what is wanting, who approves, or that all is done. */
function Next({ desk, view, inside }: PoolProps & { readonly inside: readonly LineView[] }) {
  const { here, office } = desk
  const words = here.words.pool.next
  const to = poolAddresses(here.language, office.id, view.pool.meeting.id)
  const wanting = inside.filter(({ wants }) => wants.length > 0).length
  if (view.settled && view.fresh === 0) return null
  const lead =
    inside.length === 0
      ? words.empty
      : wanting > 0
        ? words.wanting(wanting)
        : view.signs
          ? words.signs
          : view.wroteIt
            ? words.wroteIt
            : words.waits
  return (
    <section class="next-step flow">
      <h2>{here.words.meetings.office.nextTitle}</h2>
      <p>{lead}</p>
      {view.signs && wanting === 0 && inside.length > 0 && (
        <p>
          <a class="button" href={to.deed('approve')}>
            {words.read}
          </a>
        </p>
      )}
    </section>
  )
}

function Versions({ desk, view }: PoolProps) {
  const { here } = desk
  const words = here.words.pool
  const [newest] = view.versions
  if (!newest) return null
  const day = here.format.day(localDay(newest.approvedAt, newest.unit))
  return (
    <p>
      <Icon name="done" /> {words.version(newest.number, day)}{' '}
      <a href={addresses[here.language].pool(newest.meeting)}>{words.publicPage}</a>
    </p>
  )
}

const place = ({ view, desk }: PoolProps, { unit }: PoolLine): string =>
  view.units.get(unit)?.name[desk.here.language] ?? ''

function Line(props: PoolProps & { one: LineView; number: number | null; last: number }) {
  const { desk, view, csrf, one, number, last } = props
  const { here, office } = desk
  const words = here.words.pool
  const { line, wants } = one
  const to = poolAddresses(here.language, office.id, view.pool.meeting.id)
  const title = titleIn(here, line.title) || line.title.kk || line.title.ru
  const name =
    title ||
    (one.proposed && titleIn(here, one.proposed)) ||
    `${sphereTitle(here, line.sphere)}, ${place(props, line)}`
  const step = (of: 'up' | 'down' | 'in' | 'out') => (
    <DeedButton
      {...{ view, csrf }}
      action={to.deed('step')}
      words={words.steps[of]}
      label={name}
      fields={{ group: line.group, step: of }}
    />
  )
  return (
    <li id={lineAnchor(line.group)} class="flow">
      <h3>
        {number !== null && <span class="numbers">{number}. </span>}
        {view.edits ? <a href={to.line(line.group)}>{name}</a> : name}
      </h3>
      <p>
        <span class="sphere-tag">{sphereTitle(here, line.sphere)}</span> {place(props, line)} ·{' '}
        {words.voices(one.voices)}
      </p>
      {title === '' && one.sample !== '' && <p class="sample">{shortened(one.sample)}</p>}
      {one.unseen && <p class="soft">{words.unseen}</p>}
      {!line.out && wants.length > 0 && (
        <p class="warn">{words.wanting(here.words.site.list(wants.map((want) => words.wants[want])))}</p>
      )}
      <details class="why-here">
        <summary>{words.priority(one.priority.priority)}</summary>
        <Reasons here={here} issue={one.priority} />
      </details>
      {view.edits && (
        <div class="line-steps">
          {number !== null && number > 1 && step('up')}
          {number !== null && number < last && step('down')}
          {step(line.out ? 'in' : 'out')}
        </div>
      )}
    </li>
  )
}

const shortened = (text: string): string => {
  const letters = [...text]
  return letters.length > 220 ? `${letters.slice(0, 220).join('').trimEnd()}…` : text
}

/** The channels of the decree: which were collected, and the deed for those by which nothing came. */
function Channels(props: PoolProps) {
  const { desk, view } = props
  const { here, office } = desk
  const words = here.words.pool
  const to = poolAddresses(here.language, office.id, view.pool.meeting.id)
  return (
    <section class="flow" id="channels">
      <h2>{words.channels.title}</h2>
      <p class="soft">{isCentral(office.post) ? words.channels.leadOfBody : words.channels.lead}</p>
      <ul class="plain rows">
        {view.asked.map((channel) => {
          const known = view.collected.channels.includes(channel)
          const name = words.channels.names[channel]
          return (
            <li key={channel}>
              <span class="row-name">
                <Icon name={known ? 'done' : 'waiting'} /> {name}
              </span>
              {known && <span class="soft">{words.channels.done}</span>}
              {!known && !view.looks && <span class="soft">{words.channels.open}</span>}
              {!known && view.looks && (
                <DeedButton
                  {...props}
                  action={to.deed('look')}
                  words={words.channels.look}
                  label={name}
                  fields={{ channel }}
                />
              )}
            </li>
          )
        })}
      </ul>
      <p class="hint">{view.collected.analysed ? words.channels.analysed : words.channels.analysedLater}</p>
    </section>
  )
}
