// One line of a pool, written: titles, what and where it is, whose words are quoted, and what it repeats.
import { spheres } from '#calendar'
import type { LikelyEarlier } from '#flows'
import { levels } from '#reading'
import type { GroupWords } from '#requests'
import { type Office, type Unit, localDay } from '#territory'
import { addresses } from '../../address.ts'
import { titleIn } from '../../parts/pool-words.ts'
import { HiddenFields } from '../deed-form.tsx'
import {
  Area,
  Box,
  Choice,
  type FormState,
  Group,
  type Returned,
  Said,
  TextField,
} from '../meetings/meeting-fields.tsx'
import { unitChoices } from '../unit-choices.ts'
import { lineFields, mostQuotes, mostTitle } from './line-form.ts'
import { poolAddresses } from './pool-addresses.ts'
import { PoolFrame, type PoolProps } from './pool-frame.tsx'
import type { LineView } from './read-pool.ts'
import { sphereName, sphereTitle } from '../../parts/sphere-name.ts'

export type LineProps = PoolProps & {
  readonly one: LineView
  readonly units: readonly Unit[]
  readonly bodies: readonly Office[]
  /** Requests of which the commission may quote, masked. */
  readonly quotes: readonly GroupWords[]
  readonly earlier: readonly LikelyEarlier[]
  readonly returned: Returned | null
}

export function LinePage(props: LineProps) {
  const { desk, view, csrf, one, units, bodies, quotes, earlier, returned } = props
  const { here, office } = desk
  const { words, language } = here
  const told = words.pool.line
  const { line } = one
  const to = poolAddresses(language, office.id, view.pool.meeting.id)
  const form: FormState = { here, values: lineFields(line), returned }
  const place = view.units.get(line.unit)
  return (
    <PoolFrame {...props} title={told.title} back={{ href: to.pool(), words: words.pool.approve.back }}>
      <p>
        {words.pool.voices(one.voices)} · {words.pool.priority(one.priority.priority)}
      </p>
      <form class="deed flow" method="post" action={to.line(line.group)} novalidate>
        <HiddenFields csrf={csrf} revision={line.revision} />
        <Said returned={returned} />
        <Group legend={told.name}>
          <p class="hint">{told.nameHint}</p>
          {(['kk', 'ru'] as const).map((tongue) => (
            <TextField
              key={tongue}
              form={form}
              name={`title.${tongue}`}
              label={told[tongue]}
              hint={told.proposed(
                one.proposed?.[tongue] ??
                  `${sphereTitle({ language: tongue }, line.sphere)}: ${place?.name[tongue] ?? ''}`,
              )}
              input={{ class: 'sentence', lang: tongue, maxLength: mostTitle }}
            />
          ))}
        </Group>
        <div class="pair">
          <Choice
            form={form}
            name="sphere"
            label={told.sphere}
            options={spheres.map((sphere) => [sphere, sphereName(here, sphere)] as const)}
          />
          <Choice form={form} name="unit" label={told.unit} options={unitChoices(units, language)} />
        </div>
        <div class="pair">
          <Choice
            form={form}
            name="level"
            label={told.level}
            options={[['', told.choose], ...levels.map((level) => [level, words.ask.levels[level]] as const)]}
          />
          <Choice
            form={form}
            name="body"
            label={told.body}
            options={[['', told.noBody], ...bodies.map(({ id, name }) => [id, name[language]] as const)]}
          />
        </div>
        <div class="pair">
          <Choice
            form={form}
            name="funding"
            label={told.funding}
            options={[
              ['', told.choose],
              ['yes', words.pool.needsMoney],
              ['no', words.pool.needsNoMoney],
            ]}
          />
        </div>
        <Group legend={told.quotes}>
          <p class="hint">{told.quotesHint(mostQuotes)}</p>
          {quotes.map(({ request, words: said }) => (
            <Box key={request} form={form} name={`quote.${request}`} label={said} />
          ))}
        </Group>
        {earlier.length > 0 && (
          <Group legend={told.earlier}>
            <p class="hint">{told.earlierHint}</p>
            {earlier.map(({ problem, why, earlier: before }) => {
              const signs = [...new Set(why.map(({ kind }) => words.pool.signs[kind]))]
              return (
                <Box
                  key={problem}
                  form={form}
                  name={`earlier.${problem}`}
                  label={titleIn(here, before.title)}
                  hint={`${here.format.day(localDay(before.openedAt, before.unit))} · ${words.pool.voices(before.voices)}${
                    signs.length > 0 ? ` · ${told.because(words.site.list(signs))}` : ''
                  }`}
                />
              )
            })}
            <ul class="links plain">
              {earlier.map(({ problem, earlier: before }) => (
                <li key={problem}>
                  <a href={addresses[language].problem(problem)}>{titleIn(here, before.title)}</a>
                </li>
              ))}
            </ul>
          </Group>
        )}
        <Group legend={told.priority}>
          <p class="hint">{told.priorityHint}</p>
          <TextField
            form={form}
            name="priority.value"
            label={told.value}
            input={{ inputMode: 'numeric', maxLength: 3 }}
          />
          <Area form={form} name="priority.reason" label={told.reason} rows={2} />
        </Group>
        <Box form={form} name="in" label={told.in} />
        <button type="submit">{told.save}</button>
      </form>
    </PoolFrame>
  )
}
