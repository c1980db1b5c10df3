// The queue beside the bench: groups that nobody has looked at, what waits apart, and the filter.
import { spheres } from '#calendar'
import { requestChannels } from '#requests'
import type { BenchProps } from './bench-frame.tsx'
import { type BenchAt, benchAddresses } from './bench-addresses.ts'
import { firstWords, titleOf, unsureBelow } from './bench-words.ts'
import { unitChoices } from '../unit-choices.ts'
import { sphereName } from '../../parts/sphere-name.ts'

/** Lines that are shown around what is looked at. */
const before = 4
const shown = 24

export function BenchQueue(props: BenchProps) {
  const { desk, view } = props
  const { here, office } = desk
  const { bench } = here.words
  const { looked, queue, apart, where, left } = view
  const to = benchAddresses(here.language, office.id)
  const now = looked?.kind === 'group' ? queue.findIndex(({ id }) => id === looked.group.id) : -1
  const from = Math.max(0, now - before)
  const lines = queue.slice(from, from + shown)
  const current = (id: string) =>
    (looked?.kind === 'group' ? looked.group.id : looked?.request.id) === id
      ? { 'aria-current': 'true' as const }
      : {}
  return (
    <nav class="bench-queue flow" id="queue" aria-label={bench.queue}>
      <p class="bench-left" role="status">
        <strong>{bench.left(left)}</strong>
      </p>
      <Filter {...props} />
      <ol class="plain queue">
        {lines.map((group) => (
          <li key={group.id}>
            <a href={to.bench({ ...where, at: group.id })} {...current(group.id)}>
              {titleOf(here, group)}
              <span class="soft small">
                {bench.voices(group.voices)}
                {group.state === 'accepted' && ` · ${bench.fresh(group.fresh)}`} ·{' '}
                {sphereName(here, group.sphere)}
                {group.unproven && ` · ${bench.unproven}`}
                {group.surety < unsureBelow && ` · ${bench.unsure}`}
              </span>
            </a>
          </li>
        ))}
      </ol>
      {left > from + lines.length && <p class="soft small">{bench.more(left - from - lines.length)}</p>}
      <h2 class="small">{bench.apart}</h2>
      {apart.length === 0 ? (
        <p class="soft small">{bench.noApart}</p>
      ) : (
        <ol class="plain queue">
          {apart.slice(0, 12).map((request) => (
            <li key={request.id}>
              <a href={to.bench({ ...where, at: request.id })} {...current(request.id)}>
                {firstWords(request, 60)}
                <span class="soft small">{here.words.ask.kinds[request.kind]}</span>
              </a>
            </li>
          ))}
        </ol>
      )}
      <p class="small">
        <a href={to.templates()}>{bench.templates.title}</a>
      </p>
    </nav>
  )
}

function Filter({ desk, view }: BenchProps) {
  const { here, office } = desk
  const { bench, ask } = here.words
  const { where, meetings, units, queue } = view
  const to = benchAddresses(here.language, office.id)
  const isFiltered = Object.keys(where).some((name) => name !== 'at')
  const choice = (name: keyof BenchAt, label: string, options: readonly (readonly [string, string])[]) => (
    <div class="field">
      <label for={`filter-${name}`}>{label}</label>
      <select id={`filter-${name}`} name={name}>
        <option value="">{bench.filter.all}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} selected={where[name] === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
  return (
    <details class="bench-filter" open={isFiltered}>
      <summary>{bench.filter.title}</summary>
      <form method="get" action={to.bench()} class="flow">
        {choice(
          'meeting',
          bench.filter.meeting,
          meetings.map(({ id, day, start }) => [id, `${here.format.day(day)}, ${start}`]),
        )}
        {choice(
          'sphere',
          bench.filter.sphere,
          spheres.map((sphere) => [sphere, sphereName(here, sphere)]),
        )}
        {choice(
          'unit',
          bench.filter.unit,
          unitChoices([...units.values()], here.language).filter(
            ([code]) => code === where.unit || queue.some(({ unit }) => unit === code),
          ),
        )}
        {choice(
          'channel',
          bench.filter.channel,
          requestChannels.map((one) => [one, ask.receipt.channels[one]]),
        )}
        <div class="box">
          <input id="filter-all" type="checkbox" name="all" value="on" checked={where.all === true} />{' '}
          <label for="filter-all">{bench.filter.accepted}</label>
        </div>
        <button type="submit" class="button-second">
          {bench.filter.show}
        </button>
        {isFiltered && <a href={to.bench()}>{bench.filter.clear}</a>}
      </form>
    </details>
  )
}
