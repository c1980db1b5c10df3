// One group: all its requests, and what the commission writes of it.
import { spheres } from '#calendar'
import { levels } from '#reading'
import { type CountedGroup, type Request } from '#requests'
import { type Office, type Unit, type UnitCode, localDay } from '#territory'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import {
  Area,
  Choice,
  type FormState,
  Group,
  type Returned,
  Said,
  TextField,
} from '../meetings/meeting-fields.tsx'
import type { Typed } from '../deed-form.tsx'
import { mayTriage } from './bench-frame.tsx'
import { benchAddresses } from './bench-addresses.ts'
import { titleOf } from './bench-words.ts'
import { unitChoices } from '../unit-choices.ts'
import { sphereName } from '../../parts/sphere-name.ts'

export type GroupProps = {
  readonly desk: Desk
  readonly csrf: string
  readonly group: CountedGroup
  readonly members: readonly Request[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  readonly bodies: readonly Office[]
  readonly said: string | null
  readonly returned: Returned | null
}

export function GroupPage(props: GroupProps) {
  const { desk, csrf, group, members, said, returned } = props
  const { here, office } = desk
  const { bench, ask } = here.words
  const to = benchAddresses(here.language, office.id)
  return (
    <OfficeFrame
      desk={desk}
      section="requests"
      title={bench.group.title}
      csrf={csrf}
      refused={returned !== null}
    >
      <p>
        <a href={to.bench({ at: group.id })}>{bench.request.back}</a>
      </p>
      {said !== null && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      <h1>{titleOf(here, group)}</h1>
      <p class="chips">
        <span class="chip">{bench.voices(group.voices)}</span>
        <span class="chip">{bench.states[group.state]}</span>
      </p>
      {group.state !== 'pooled' && mayTriage(desk) && <CorrectForm {...props} />}
      <section class="flow" aria-labelledby="members">
        <h2 id="members">{bench.group.members}</h2>
        <ol class="plain members">
          {members.map((request) => (
            <li key={request.id}>
              <p class="said-words">{request.words}</p>
              <p class="soft small">
                {ask.kinds[request.kind]} · {ask.receipt.channels[request.channel]} ·{' '}
                {here.format.day(localDay(request.receivedAt, request.unit))}{' '}
                <a href={to.request(request.id)}>{bench.card}</a>
              </p>
            </li>
          ))}
        </ol>
      </section>
    </OfficeFrame>
  )
}

/** The fields of the form as they are stored. */
export const groupFields = (group: CountedGroup): Typed => ({
  'title.kk': group.title?.kk ?? '',
  'title.ru': group.title?.ru ?? '',
  sphere: group.sphere,
  level: group.level ?? '',
  unit: group.unit,
  body: group.body ?? '',
  funding: group.funding === null ? '' : group.funding ? 'yes' : 'no',
  priority: group.priority ? String(group.priority.value) : '',
  reason: group.priority?.reason ?? '',
})

function CorrectForm({ desk, csrf, group, units, bodies, returned }: GroupProps) {
  const { here, office } = desk
  const { bench, ask } = here.words
  const say = bench.group
  const form: FormState = { here, values: groupFields(group), returned }
  return (
    <section class="flow" aria-labelledby="correct">
      <h2 id="correct">{say.correct}</h2>
      <form
        class="deed flow"
        method="post"
        action={benchAddresses(here.language, office.id).correctGroup(group.id)}
        novalidate
      >
        <HiddenFields csrf={csrf} revision={group.revision} />
        <Said returned={returned} />
        <Group legend={say.name}>
          <p class="hint">{say.nameHint}</p>
          <TextField
            form={form}
            name="title.kk"
            label={say.kk}
            input={{ class: 'sentence', maxLength: 200, lang: 'kk' }}
          />
          <TextField
            form={form}
            name="title.ru"
            label={say.ru}
            input={{ class: 'sentence', maxLength: 200, lang: 'ru' }}
          />
        </Group>
        <div class="pair">
          <Choice
            form={form}
            name="sphere"
            label={bench.request.sphere}
            options={spheres.map((one) => [one, sphereName(here, one)])}
          />
          <Choice
            form={form}
            name="unit"
            label={bench.request.unit}
            options={unitChoices([...units.values()], here.language)}
          />
        </div>
        <div class="pair">
          <Choice
            form={form}
            name="level"
            label={bench.request.level}
            options={[
              ...(group.level === null ? [['', say.unknown] as const] : []),
              ...levels.map((one) => [one, ask.levels[one]] as const),
            ]}
          />
          <Choice
            form={form}
            name="body"
            label={say.body}
            options={[['', say.noBody], ...bodies.map(({ id, name }) => [id, name[here.language]] as const)]}
          />
        </div>
        <div class="pair">
          <Choice
            form={form}
            name="funding"
            label={say.funding}
            options={(['', 'yes', 'no'] as const).map((one) => [one, say.fundings[one]])}
          />
        </div>
        <Group legend={say.priorityTitle}>
          <p class="hint">{say.priorityHint}</p>
          <TextField
            form={form}
            name="priority"
            label={say.priority}
            input={{ inputmode: 'numeric', maxLength: 3 }}
          />
          <Area form={form} name="reason" label={say.reason} rows={2} />
        </Group>
        <button type="submit">{say.save}</button>
      </form>
    </section>
  )
}
