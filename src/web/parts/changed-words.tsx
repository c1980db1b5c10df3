// A text with what was added underlined and what was removed struck through; said aloud as well, and never colour alone.
import type { Here } from '../here.ts'
import { wordDiff } from './word-diff.ts'

type Props = { here: Here; before: string; after: string }

export const ChangedWords = ({ here: { words }, before, after }: Props) => (
  <>
    {wordDiff(before, after).map(({ kind, text }, index) => (
      <>
        {index > 0 && ' '}
        {kind === 'added' ? (
          <ins>
            <span class="unseen">{words.editions.added} </span>
            {text}
          </ins>
        ) : kind === 'removed' ? (
          <del>
            <span class="unseen">{words.editions.removed} </span>
            {text}
          </del>
        ) : (
          text
        )}
      </>
    ))}
  </>
)
