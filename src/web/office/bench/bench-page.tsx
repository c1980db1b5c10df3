// The commission's bench: the queue, what is looked at, and a key for everything that can be done with it.
import type { TopicNames } from '#reading'
import { type CountedGroup, fates } from '#requests'
import { Fact, Facts } from '../../parts/facts.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { IntakeLinks } from '../intake/intake-links.tsx'
import { searchAddress } from '../search/search-address.ts'
import { BenchActions, Candidates } from './bench-actions.tsx'
import { BenchForm, type BenchProps, Key, mayDecideMerge, mayTriage } from './bench-frame.tsx'
import { benchAddresses } from './bench-addresses.ts'
import { BenchLooked } from './bench-looked.tsx'
import { BenchQueue } from './bench-queue.tsx'
import { titleOf } from './bench-words.ts'

type Props = BenchProps & {
  readonly topics: TopicNames
  readonly said: string | null
  readonly refused: string | null
}

export function BenchPage(props: Props) {
  const { desk, csrf, view, said, refused } = props
  const { here } = desk
  const { bench } = here.words
  const { looked, fates: counts } = view
  const isFiltered = Object.keys(view.where).some((name) => name !== 'at')
  const received = fates.reduce((sum, fate) => sum + counts[fate], 0)
  const works = mayTriage(desk)
  return (
    <OfficeFrame
      desk={desk}
      section="requests"
      title={bench.title}
      csrf={csrf}
      refused={refused !== null}
      scripts={['bench.js']}
    >
      <h1>{bench.title}</h1>
      <p class="lead">{works ? bench.lead : bench.leadReads}</p>
      {said !== null && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      {refused !== null && (
        <p class="error" role="alert">
          {refused}
        </p>
      )}
      <p class="soft small bench-sum">
        {bench.sum.received}: {here.format.number(received)} ={' '}
        {fates.map((fate) => `${bench.sum.fates[fate]} ${here.format.number(counts[fate])}`).join(' + ')}
      </p>
      <p class="small">
        <a href={searchAddress(here.language, desk.office.id)}>{here.words.search.office.section}</a>
        <IntakeLinks desk={desk} />
      </p>
      <Merges {...props} />
      <p class="bench-jump">
        <a href="#queue">{bench.queue}</a> · {bench.left(view.left)}
      </p>
      <div class="bench" data-bench>
        <BenchQueue {...props} />
        <section class="bench-looked flow" aria-labelledby={looked ? 'looked' : undefined}>
          {looked ? (
            <>
              <BenchLooked {...props} />
              <BenchActions {...props} />
              <Candidates {...props} />
              <Steps {...props} />
            </>
          ) : (
            <p class="lead">
              {isFiltered
                ? bench.emptyFilter
                : received > 0
                  ? bench.empty
                  : works
                    ? bench.nothing
                    : bench.nothingYet}
            </p>
          )}
          <Keys {...props} />
        </section>
      </div>
    </OfficeFrame>
  )
}

function Steps({ desk, view }: Props) {
  const { here, office } = desk
  const say = here.words.bench.does
  const { next, previous, where } = view
  const to = benchAddresses(here.language, office.id)
  return (
    <p class="bench-steps">
      {previous !== null && (
        <a href={to.bench({ ...where, at: previous })} data-key="p">
          <Key of="P" /> {say.previous}
        </a>
      )}
      {next !== null && (
        <a href={to.bench({ ...where, at: next })} data-key="j">
          <Key of="J" /> {say.next}
        </a>
      )}
    </p>
  )
}

function Merges(props: Props) {
  const { desk } = props
  const { merges } = desk.here.words.bench
  if (!mayDecideMerge(desk)) return null
  return props.view.merges.map(({ deed, by, own, groups }) => {
    const into = groups.find(({ id }) => id === deed.touched.groups[0]?.id)
    return (
      <section class="next-step flow" key={deed.id} aria-label={merges.title}>
        <p>
          <strong>{merges.title}</strong>
        </p>
        <Facts>
          <Fact term={merges.from}>
            {groups
              .filter(({ id }) => id !== into?.id)
              .map((group) => (
                <MergedGroup key={group.id} desk={desk} group={group} />
              ))}
          </Fact>
          {into && (
            <Fact term={merges.into}>
              <MergedGroup desk={desk} group={into} />
            </Fact>
          )}
        </Facts>
        <p class="soft small">{merges.by(by)}</p>
        {own && <p class="soft">{merges.own}</p>}
        <div class="choices">
          {!own && (
            <BenchForm {...props} deed="confirm" fields={{ deed: deed.id }}>
              <button type="submit">{merges.confirm}</button>
            </BenchForm>
          )}
          <BenchForm {...props} deed="decline" fields={{ deed: deed.id }}>
            <button type="submit" class="button-second">
              {own ? merges.takeBack : merges.decline}
            </button>
          </BenchForm>
        </div>
      </section>
    )
  })
}

/** A group by its name, which leads to its requests. */
const MergedGroup = ({ desk: { here, office }, group }: { desk: Desk; group: CountedGroup }) => (
  <>
    <a href={benchAddresses(here.language, office.id).group(group.id)}>{titleOf(here, group)}</a>{' '}
    <span class="soft">· {here.words.bench.voices(group.voices)}</span>
    <br />
  </>
)

/** Shown by the script alone: without it there are no keys. */
function Keys({ desk }: Props) {
  const { bench } = desk.here.words
  const say = bench.does
  const works: readonly (readonly [string, string])[] = [
    ['A', say.accept],
    ['M, 1–5', say.merge],
    ['S', say.split],
    ['V', say.move],
    ['F', say.sphere],
    ['L', say.level],
    ['K', say.kind],
    ['T', say.answer],
    ['X', say.aside],
    ['U', say.undo],
  ]
  const keys: readonly (readonly [string, string])[] = [
    ...(mayTriage(desk) ? works : []),
    ['G', bench.groupCard],
    ['J', say.next],
    ['P', say.previous],
    ['?', say.help],
  ]
  return (
    <details data-key="?" data-keys hidden>
      <summary>
        <Key of="?" /> {bench.keys.title}
      </summary>
      <p class="hint">{bench.keys.hint}</p>
      <dl class="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
