// Nothing to show, said plainly, with what to do next.
import type { ComponentChildren } from 'preact'

export const EmptyState = ({ title, children }: { title: string; children?: ComponentChildren }) => (
  <div class="empty">
    <p class="empty-title">{title}</p>
    {children}
  </div>
)
