// A verdict in word and sign; colour only repeats what both already say.
import type { VerdictWord } from '#law'
import type { Here } from '../here.ts'
import { Icon, type IconName } from './icon.tsx'

const signs = {
  met: 'done',
  boundary: 'half',
  late: 'late',
  missed: 'missed',
  pending: 'waiting',
  excused: 'excused',
  'not-applicable': 'none',
  unknown: 'unknown',
} as const satisfies Record<VerdictWord, IconName>

export const VerdictBadge = ({ here, verdict }: { here: Here; verdict: VerdictWord }) => (
  <span class={`verdict verdict-${verdict}`}>
    <Icon name={signs[verdict]} />
    <span>{here.words.verdict[verdict]}</span>
  </span>
)
