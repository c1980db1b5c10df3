// What is looked at now: the masked words of a group and why they lie together, or one request that waits apart.
import type { TopicNames } from '#reading'
import type { Request } from '#requests'
import { localDay } from '#territory'
import { BenchForm, type BenchProps, Key, KindChoices, mayTriage } from './bench-frame.tsx'
import { benchAddresses } from './bench-addresses.ts'
import { firstWords, readWords, reasonWords, titleOf, unsureBelow } from './bench-words.ts'
import { sphereName } from '../../parts/sphere-name.ts'

type Props = BenchProps & { readonly topics: TopicNames }

export function BenchLooked(props: Props) {
  const { looked } = props.view
  if (!looked) return null
  return looked.kind === 'group' ? <LookedGroup {...props} /> : <LookedRequest {...props} />
}

function LookedGroup(props: Props) {
  const { desk, view, topics } = props
  const { here, office } = desk
  const { bench, ask } = here.words
  const { looked, units } = view
  if (looked?.kind !== 'group') return null
  const { group, members, arrivals, candidates } = looked
  const to = benchAddresses(here.language, office.id)
  const works = mayTriage(desk)
  const list = (
    <>
      <ol class="plain members">
        {members.map((request) => (
          <li key={request.id}>
            {group.voices > 1 && works ? (
              <div class="member">
                <input
                  id={`tick-${request.id}`}
                  type="checkbox"
                  name={`tick.${request.id}`}
                  value={String(request.revision)}
                />
                <label for={`tick-${request.id}`} class="said-words">
                  {request.words}
                </label>
              </div>
            ) : (
              <p class="said-words">{request.words}</p>
            )}
            <p class="soft small">
              {ask.kinds[request.kind]} · {ask.receipt.channels[request.channel]} ·{' '}
              {here.format.day(localDay(request.receivedAt, request.unit))}
              {' · '}
              {reasonWords(here, request, arrivals.get(request.id)?.reasons ?? [], { units, topics }).join(
                '; ',
              ) || readWords(here, request.reading)}{' '}
              <a href={to.request(request.id)}>
                {bench.card}
                <span class="unseen">: {firstWords(request, 40)}</span>
              </a>
            </p>
          </li>
        ))}
      </ol>
      {group.voices > members.length && (
        <p>
          <a href={to.group(group.id)}>{bench.allMembers(group.voices)}</a>
        </p>
      )}
      {group.voices === 1 && <p class="soft">{bench.alone}</p>}
      {group.voices > 1 && works && <p class="hint">{bench.chosen}</p>}
      {group.voices > 1 && works && (
        <div class="choices">
          <button type="submit" class="button-second" data-key="s" data-wants="tick">
            <Key of="S" /> {bench.does.split}
          </button>
          <details data-key="v" data-wants="tick">
            <summary>
              <Key of="V" /> {bench.does.move}
            </summary>
            <div class="field">
              <label for="to-group">{bench.moveTo}</label>
              <select id="to-group" name="to">
                {candidates?.map(({ group: other }) => (
                  <option key={other.id} value={`${other.id} ${other.revision}`}>
                    {titleOf(here, other)}
                  </option>
                ))}
                <option value="">{bench.newGroup}</option>
              </select>
            </div>
            <button type="submit" class="button-second" formaction={to.deed('move')}>
              {bench.does.move}
            </button>
          </details>
          <details data-key="k" data-wants="tick">
            <summary>
              <Key of="K" /> {bench.does.kindOf}
            </summary>
            <div class="choices">
              <KindChoices here={here} action={to.deed('kind')} />
            </div>
          </details>
        </div>
      )}
    </>
  )
  return (
    <>
      <h2 id="looked">{titleOf(here, group)}</h2>
      <p class="chips">
        <span class="chip">{bench.voices(group.voices)}</span>
        <span class="chip">{sphereName(here, group.sphere)}</span>
        <span class="chip">{group.level ? ask.levels[group.level] : bench.group.unknown}</span>
        <span class="chip">{units.get(group.unit)?.name[here.language] ?? group.unit}</span>
        <span class="chip">{bench.states[group.state]}</span>
        {members.some(({ proven }) => !proven) && <span class="chip attention">{bench.unproven}</span>}
        {members.some(({ reading }) => reading.surety < unsureBelow) && (
          <span class="chip attention">{bench.unsure}</span>
        )}
      </p>
      {works ? (
        <BenchForm {...props} deed="split" stay={group.id} class="flow">
          {list}
        </BenchForm>
      ) : (
        list
      )}
      <p>
        <a href={to.group(group.id)} data-key="g">
          <Key of="G" /> {bench.groupCard}
        </a>
      </p>
    </>
  )
}

function LookedRequest({ desk, view }: Props) {
  const { here, office } = desk
  const { bench, ask } = here.words
  const { looked } = view
  if (looked?.kind !== 'request') return null
  const { request }: { request: Request } = looked
  return (
    <>
      <h2 id="looked">{bench.request.title}</h2>
      <p class="chips">
        <span class="chip">{ask.kinds[request.kind]}</span>
        <span class="chip">{bench.request.fates[request.fate]}</span>
        {!request.proven && <span class="chip attention">{bench.unproven}</span>}
      </p>
      <p class="said-words">{request.words}</p>
      <p class="soft small">
        {ask.receipt.channels[request.channel]} ·{' '}
        {here.format.day(localDay(request.receivedAt, request.unit))}{' '}
        <a href={benchAddresses(here.language, office.id).request(request.id)}>{bench.card}</a>
      </p>
    </>
  )
}
