// Two links and where we stand between them.
import type { Here } from '../here.ts'
import { Icon } from './icon.tsx'

type Props = { here: Here; page: number; of: number; href: (page: number) => string }

export const Pagination = ({ here: { words }, page, of, href }: Props) =>
  of <= 1 ? null : (
    <nav class="pages" aria-label={words.pages.label}>
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          <Icon name="previous" />
          {words.pages.previous}
        </a>
      )}
      <span class="soft">{words.pages.position(page, of)}</span>
      {page < of && (
        <a href={href(page + 1)} rel="next">
          {words.pages.next}
          <Icon name="next" />
        </a>
      )}
    </nav>
  )
