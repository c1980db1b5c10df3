// One request: its masked words, how it was read, where it has been, what was answered; and setting right what is wrong.
import { spheres } from '#calendar'
import { posingIn } from '#kernel'
import { kinds, levels } from '#reading'
import type { CountedGroup, GroupId, Move, Request, RequestFile } from '#requests'
import { type Unit, type UnitCode, localDay } from '#territory'
import { Fact, Facts } from '../../parts/facts.tsx'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { Choice, type FormState, type Returned, Said } from '../meetings/meeting-fields.tsx'
import { RequestFiles } from '../unseal/request-files.tsx'
import { unsealAddresses } from '../unseal/unseal-addresses.ts'
import { mayTriage } from './bench-frame.tsx'
import { benchAddresses } from './bench-addresses.ts'
import { readWords, titleOf } from './bench-words.ts'
import { unitChoices } from '../unit-choices.ts'
import { sphereName } from '../../parts/sphere-name.ts'

type Names = ReadonlyMap<string, string>

export type RequestProps = {
  readonly desk: Desk
  readonly csrf: string
  readonly request: Request
  readonly moves: readonly Move[]
  /** Groups of the lineage, those that are empty now left out. */
  readonly groups: ReadonlyMap<GroupId, CountedGroup>
  readonly files: readonly RequestFile[]
  readonly units: ReadonlyMap<UnitCode, Unit>
  /** Who moved it, by their ids. */
  readonly names: Names
  readonly said: string | null
  readonly returned: Returned | null
}

export function RequestPage(props: RequestProps) {
  const { desk, csrf, request, files, units, said, returned } = props
  const { here, office } = desk
  const { bench, ask, demands } = here.words
  const say = bench.request
  const to = benchAddresses(here.language, office.id)
  const types: Readonly<Record<string, string>> = demands.maskedTypes
  const { reading, corrected, fateWords } = request
  const posing = posingIn(request.words)
  const byHand = (field: 'kind' | 'sphere' | 'level' | 'unit') =>
    corrected.includes(field) && <span class="soft small"> ({say.byHand})</span>
  return (
    <OfficeFrame desk={desk} section="requests" title={say.title} csrf={csrf} refused={returned !== null}>
      <p>
        <a href={to.bench(request.group ? { at: request.group } : {})}>{say.back}</a>
      </p>
      {said !== null && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      <h1>{say.title}</h1>
      <p class="said-words kept" lang={request.language === 'ru' ? 'ru' : 'kk'}>
        {request.words}
      </p>
      {reading.masked.length > 0 && (
        <p class="soft">{say.masked(reading.masked.map((type) => types[type] ?? type).join(', '))}</p>
      )}
      {posing.words.length > 0 && <p class="soft">{say.posing(posing.words.join(', '))}</p>}
      {posing.turned && <p class="soft">{say.turned}</p>}
      <Facts>
        <Fact term={say.fate}>{say.fates[request.fate]}</Fact>
        <Fact term={say.received}>{here.format.day(localDay(request.receivedAt, request.unit))}</Fact>
        <Fact term={say.channel}>{ask.receipt.channels[request.channel]}</Fact>
        <Fact term={say.language}>{bench.languages[request.language]}</Fact>
        <Fact term={say.kind}>
          {ask.kinds[request.kind]}
          {byHand('kind')}
        </Fact>
        <Fact term={say.sphere}>
          {sphereName(here, request.sphere)}
          {byHand('sphere')}
        </Fact>
        <Fact term={say.level}>
          {request.level ? ask.levels[request.level] : bench.group.unknown}
          {byHand('level')}
        </Fact>
        <Fact term={say.unit}>
          {units.get(request.unit)?.name[here.language] ?? request.unit}
          {byHand('unit')}
        </Fact>
        <Fact term={say.asRead}>
          {sphereName(here, reading.sphere)}, {say.surety(Math.round(reading.surety * 100))}.{' '}
          {readWords(here, reading)}
        </Fact>
        {fateWords && 'answer' in fateWords && (
          <Fact term={say.answered}>
            <span lang="kk">{fateWords.answer.kk}</span>
            <br />
            <span lang="ru">{fateWords.answer.ru}</span>
          </Fact>
        )}
        {fateWords && 'reason' in fateWords && (
          <Fact term={say.aside}>
            {ask.receipt.setAside[fateWords.reason]} {fateWords.note}
          </Fact>
        )}
      </Facts>
      <Lineage {...props} />
      <RequestFiles {...{ desk, files }} />
      <p>
        <a href={unsealAddresses(here.language, office.id, request.id).page()}>{say.sealed}</a>
      </p>
      {mayTriage(desk) && (request.fate === 'answered' || request.fate === 'set-aside') && (
        <form class="deed flow" method="post" action={to.takeBack(request.id)}>
          <HiddenFields csrf={csrf} revision={request.revision} />
          <button type="submit" class="button-second">
            {bench.does.back}
          </button>
        </form>
      )}
      <CorrectForm {...props} />
    </OfficeFrame>
  )
}

function Lineage({ desk, moves, groups, names }: RequestProps) {
  const { here, office } = desk
  const { bench, ask } = here.words
  const say = bench.request
  const to = benchAddresses(here.language, office.id)
  const name = (id: GroupId | null) => {
    const group = id && groups.get(id)
    return id === null ? (
      say.outside
    ) : group ? (
      <a href={to.group(id)}>{titleOf(here, group)}</a>
    ) : (
      bench.unnamed
    )
  }
  return (
    <section class="flow" aria-labelledby="lineage">
      <h2 id="lineage">{say.lineage}</h2>
      {moves.length === 0 && <p class="soft">{say.nowhere}</p>}
      <ol class="plain rows">
        {moves.map((move) => (
          <li key={move.seq}>
            <span class="row-name">
              {name(move.from)} → {name(move.to)}
            </span>
            <span class="soft small">
              {move.by === null && move.why === 'fate' ? (
                say.fates.withdrawn
              ) : (
                <>
                  {ask.receipt.moves[move.why]}
                  {move.by !== null
                    ? ` · ${names.get(move.by) ?? move.by}`
                    : move.why !== 'proposal' && ` · ${say.machine}`}
                </>
              )}{' '}
              · {here.format.day(localDay(move.at, null))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function CorrectForm({ desk, csrf, request, units, returned }: RequestProps) {
  const { here, office } = desk
  const { bench, ask } = here.words
  const { kind, sphere, level, unit, revision } = request
  const form: FormState = { here, values: { kind, sphere, level: level ?? '', unit }, returned }
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <Choice {...{ form, name, label, options }} />
  )
  if (request.fate === 'withdrawn' || !mayTriage(desk)) return null
  return (
    <section class="flow" aria-labelledby="correct">
      <h2 id="correct">{bench.request.correct}</h2>
      <form
        class="deed flow"
        method="post"
        action={benchAddresses(here.language, office.id).correctRequest(request.id)}
      >
        <HiddenFields csrf={csrf} revision={revision} />
        <Said returned={returned} />
        <div class="pair">
          {choice(
            'kind',
            bench.request.kind,
            kinds.map((one) => [one, ask.kinds[one]]),
          )}
          {choice(
            'sphere',
            bench.request.sphere,
            spheres.map((one) => [one, sphereName(here, one)]),
          )}
        </div>
        <div class="pair">
          {choice('level', bench.request.level, [
            ...(level === null ? [['', bench.group.unknown] as const] : []),
            ...levels.map((one) => [one, ask.levels[one]] as const),
          ])}
          {choice('unit', bench.request.unit, unitChoices([...units.values()], here.language))}
        </div>
        <button type="submit">{bench.group.save}</button>
      </form>
    </section>
  )
}
