// The pool as the public will read it, for the one who approves it: what was shown here is what is fixed.
import type { PoolIssue } from '#requests'
import { bodiesOn } from '#territory'
import { PoolIssueCard } from '../../parts/pool-issue.tsx'
import { poolAddresses } from './pool-addresses.ts'
import { DeedButton, PoolFrame, type PoolProps } from './pool-frame.tsx'

export type ApproveProps = PoolProps & {
  /** Titles of the earlier problems that lines repeat, by id. */
  readonly earlier: ReadonlyMap<
    string,
    { readonly href: string; readonly title: string; readonly when: string }
  >
}

export function ApprovePage(props: ApproveProps) {
  const { desk, view, earlier } = props
  const { here, office } = desk
  const words = here.words.pool
  const to = poolAddresses(here.language, office.id, view.pool.meeting.id)
  return (
    <PoolFrame {...props} title={words.approve.title} back={{ href: to.pool(), words: words.approve.back }}>
      <PoolPreview here={here} view={view} earlier={earlier} />
      {view.signs ? (
        <section class="next-step flow">
          <p>{words.approve.after}</p>
          <DeedButton {...props} action={to.deed('approve')} words={words.approve.button} second={false} />
        </section>
      ) : (
        <p class="warn">{view.wroteIt ? words.next.wroteIt : words.next.waits}</p>
      )}
    </PoolFrame>
  )
}

/** The issues as they will be published, with the sums. */
export function PoolPreview({
  here,
  view,
  earlier,
}: Pick<ApproveProps, 'view' | 'earlier'> & { readonly here: PoolProps['desk']['here'] }) {
  const words = here.words.pool
  const issues = view.lines.flatMap(({ line, issue }) => (line.out || !issue ? [] : [issue]))
  const { received, answered, setAside } = view.pool.sums
  return (
    <>
      <p class="lead">{words.approve.lead(issues.length)}</p>
      {view.signs === 'one-person' && <p class="warn">{words.approve.alone}</p>}
      <p>{words.sums({ received, pooled: pooledIn(issues), answered, setAside })}</p>
      <ol class="issues plain">
        {issues.map((issue, at) => (
          <li key={issue.group}>
            <PoolIssueCard
              here={here}
              number={at + 1}
              issue={issue}
              place={view.units.get(issue.unit)?.name[here.language] ?? ''}
              body={bodyName(here, issue)}
              href={null}
              earlier={issue.earlier.flatMap((id) => earlier.get(id) ?? [])}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

const pooledIn = (issues: readonly Pick<PoolIssue, 'voices'>[]): number =>
  issues.reduce((sum, { voices }) => sum + voices, 0)

const bodyName = ({ today, language }: PoolProps['desk']['here'], { body }: PoolIssue): string | null =>
  bodiesOn(today).find(({ id }) => id === body)?.name[language] ?? null
