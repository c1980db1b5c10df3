// The way down to this page: from the region to the place, or from the law to the provision.
import type { Here } from '../here.ts'

export type Crumb = { readonly name: string; readonly href: string }

/** The page itself is not a crumb: its heading says where we are. */
export const Breadcrumbs = ({ here, crumbs }: { here: Here; crumbs: readonly Crumb[] }) =>
  crumbs.length === 0 ? null : (
    <nav class="crumbs" aria-label={here.words.site.breadcrumbs}>
      <ol class="plain">
        {crumbs.map(({ name, href }) => (
          <li key={href}>
            <a href={href}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
