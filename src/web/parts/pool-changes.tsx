// What a version of a pool changed of the one before: issues that came, went or read otherwise.
import { type Pool, poolDiff } from '#requests'
import type { Here } from '../here.ts'
import { ChangedWords } from './changed-words.tsx'
import { titleIn, titleLanguage } from './pool-words.ts'

export function PoolChanges({ here, before, after }: { here: Here; before: Pool; after: Pool }) {
  const words = here.words.pool.changes
  const { added, removed, changed, counted, reordered } = poolDiff(before, after)
  const lang = titleLanguage(here)
  const nothing = added.length + removed.length + changed.length + counted === 0 && !reordered
  return (
    <ul class="plain changes">
      {added.map((issue) => (
        <li key={issue.group}>
          {words.added} <ins lang={lang}>{titleIn(here, issue.title)}</ins>
        </li>
      ))}
      {removed.map((issue) => (
        <li key={issue.group}>
          {words.removed} <del lang={lang}>{titleIn(here, issue.title)}</del>
        </li>
      ))}
      {changed.map((one) => (
        <li key={one.after.group}>
          {words.changed}{' '}
          <span lang={lang}>
            <ChangedWords
              here={here}
              before={titleIn(here, one.before.title)}
              after={titleIn(here, one.after.title)}
            />
          </span>
        </li>
      ))}
      {counted > 0 && <li>{words.counted(counted)}</li>}
      {reordered && <li>{words.reordered}</li>}
      {nothing && <li>{words.nothing}</li>}
    </ul>
  )
}
