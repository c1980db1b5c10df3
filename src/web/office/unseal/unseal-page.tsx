// What is sealed of one request: who asked to see it and why, who allowed it, and the look itself.
import type { Instant } from '#kernel'
import { may } from '#people'
import {
  type Look,
  type Original,
  type Request,
  type RequestFile,
  type Unsealing,
  hoursAfter,
  hoursToAllow,
  hoursToLook,
  mayLook,
  stateOfUnsealing,
  unsealingPurposes,
} from '#requests'
import { localDay, localTime } from '#territory'
import { Fact, Facts } from '../../parts/facts.tsx'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { Choice, type FormState, type Returned, Said, TextField } from '../meetings/meeting-fields.tsx'
import { RequestFiles } from './request-files.tsx'
import { unsealAddresses } from './unseal-addresses.ts'

export type UnsealProps = {
  readonly desk: Desk
  readonly csrf: string
  readonly at: Instant
  readonly request: Request
  /** The office has no two persons for it: somebody above allows. */
  readonly fromAbove: boolean
  /** Whether anything is sealed of it. */
  readonly held: boolean
  readonly unsealings: readonly Unsealing[]
  readonly looks: readonly Look[]
  readonly files: readonly RequestFile[]
  /** Names of those who asked and allowed. */
  readonly names: ReadonlyMap<string, string>
  readonly returned: Returned | null
  readonly said: string | null
  /** What a look has just opened; `gone` when nothing was there any more. */
  readonly opened: Original | 'gone' | null
}

export function UnsealPage(props: UnsealProps) {
  const { desk, csrf, at, request, fromAbove, held, unsealings, files, returned, said, opened } = props
  const { here, office } = desk
  const say = here.words.unseal
  const to = unsealAddresses(here.language, office.id, request.id)
  const types: Readonly<Record<string, string>> = here.words.demands.maskedTypes
  const masked = request.reading.masked.map((type) => types[type] ?? type)
  const open = unsealings.some((one) => ['asked', 'open'].includes(stateOfUnsealing(one, at)))
  const asks = may(desk.actor, 'ask-unsealing', { office: office.id, state: 'none' }, here.today).yes
  return (
    <OfficeFrame desk={desk} section="requests" title={say.title} csrf={csrf} refused={returned !== null}>
      <p>
        <a href={to.request()}>{say.back}</a>
      </p>
      <h1>{say.title}</h1>
      {said && Object.hasOwn(say.said, said) && (
        <p class="said" role="status">
          {say.said[said === 'asked' && fromAbove ? 'askedAbove' : (said as keyof typeof say.said)]}
        </p>
      )}
      {opened === null ? <p class="lead">{say.lead}</p> : <Opened here={here} opened={opened} />}
      <section class="flow" aria-labelledby="words">
        <h2 id="words">{say.words}</h2>
        <blockquote class="demand-words" lang={request.language === 'ru' ? 'ru' : 'kk'}>
          {request.words}
        </blockquote>
        {masked.length > 0 && <p class="soft">{say.masked(here.words.site.list(masked))}</p>}
      </section>
      <RequestFiles desk={desk} files={files} />
      {unsealings.length > 0 && <History {...props} />}
      {!held && opened === null && <p>{say.nothing}</p>}
      {held && asks && !open && (
        <section class="flow" aria-labelledby="ask-title">
          <h2 id="ask-title">{say.askTitle}</h2>
          {fromAbove && <p>{say.fromAbove}</p>}
          <AskForm desk={desk} csrf={csrf} action={to.page()} returned={returned} />
        </section>
      )}
    </OfficeFrame>
  )
}

function AskForm({
  desk: { here },
  csrf,
  action,
  returned,
}: Pick<UnsealProps, 'desk' | 'csrf' | 'returned'> & { readonly action: string }) {
  const say = here.words.unseal
  const form: FormState = { here, values: {}, returned }
  return (
    <form class="deed flow" method="post" action={action} novalidate>
      <HiddenFields csrf={csrf} revision={null} />
      <Said returned={returned} />
      <Choice
        form={form}
        name="purpose"
        label={say.purpose}
        options={unsealingPurposes.map((purpose) => [purpose, say.purposes[purpose]] as const)}
      />
      <TextField
        form={form}
        name="basis"
        label={say.basis}
        hint={say.basisHint}
        input={{ maxLength: 200, autocomplete: 'off' }}
      />
      <button type="submit">{say.ask}</button>
    </form>
  )
}

/** Every asking, the newest first, with the one deed that it waits for. */
function History({ desk, csrf, at, request, unsealings, looks, names, returned }: UnsealProps) {
  const { here, office, actor } = desk
  const say = here.words.unseal
  const to = unsealAddresses(here.language, office.id, request.id)
  const moment = (when: Instant) =>
    `${here.format.day(localDay(when, request.unit))}, ${localTime(when, request.unit)}`
  const nameOf = (person: string) => names.get(person) ?? person
  return (
    <section class="flow" aria-labelledby="history">
      <h2 id="history">{say.historyTitle}</h2>
      <ul class="plain rows">
        {unsealings.toReversed().map((one) => {
          const state = stateOfUnsealing(one, at)
          const mine = mayLook(one, actor.person.id)
          const allows = may(
            actor,
            'unseal',
            { office: office.id, state: 'open', editedBy: [one.askedBy] },
            here.today,
          )
          const stale = !allows.yes && allows.no.code === 'fresh-factor-needed'
          const seen = looks.filter(({ unsealing }) => unsealing === one.id).length
          return (
            <li key={one.id} class="flow">
              <p>
                <strong>{say.purposes[one.purpose]}</strong> <span class="mark">{say.states[state]}</span>
              </p>
              {one.basis && <p>{one.basis}</p>}
              <p class="soft small">
                {say.asked(nameOf(one.askedBy), moment(one.askedAt))}
                {one.allowedBy && one.allowedAt && (
                  <> · {say.allowed(nameOf(one.allowedBy), moment(one.allowedAt))}</>
                )}
                {one.signed === 'signer-above' && <> · {say.byAbove}</>}
                {state === 'asked' && <> · {say.until(moment(hoursAfter(one.askedAt, hoursToAllow)))}</>}
                {state === 'open' && <> · {say.until(moment(hoursAfter(one.allowedAt!, hoursToLook)))}</>}
                {seen > 0 && <> · {say.looked(seen)}</>}
              </p>
              {state === 'asked' && (allows.yes || stale) && (
                <form class="flow" method="post" action={to.allow(one.id)}>
                  <HiddenFields csrf={csrf} revision={null} />
                  <Said returned={returned} />
                  <p class="hint">{say.allowHint}</p>
                  <button type="submit">{say.allow}</button>
                </form>
              )}
              {state === 'open' && mine && (
                <form class="flow" method="post" action={to.look(one.id)}>
                  <HiddenFields csrf={csrf} revision={null} />
                  <p class="hint">{say.lookHint}</p>
                  <button type="submit">{say.look}</button>
                </form>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Opened({ here, opened }: Pick<Desk, 'here'> & { readonly opened: Original | 'gone' }) {
  const say = here.words.unseal
  if (opened === 'gone') return <p class="warn">{say.gone}</p>
  const { words, name, contact } = opened
  return (
    <section class="next-step flow" aria-labelledby="opened">
      <h2 id="opened">{say.openedTitle}</h2>
      <p class="warn">{say.opened}</p>
      <Facts>
        {name && <Fact term={say.name}>{name}</Fact>}
        {contact && <Fact term={say.contact}>{contact}</Fact>}
        {words && (
          <Fact term={say.original}>
            <span class="opened-words">{words}</span>
          </Fact>
        )}
      </Facts>
    </section>
  )
}
