// What a move breaks and costs, before it is saved.
import type { Here } from '../../here.ts'
import type { EffectWords } from './plan-words.ts'

export function EffectSection({ here, effect }: { readonly here: Here; readonly effect: EffectWords }) {
  const words = here.words.plan
  return (
    <section class="effect flow" id="effect" role="status">
      <h2>{effect.title}</h2>
      <h3>{words.breaksTitle}</h3>
      <ul class={effect.can ? '' : 'effect-forbidden'}>
        {effect.breaks.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>{words.costsTitle}</h3>
      <ul>
        {effect.costs.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
