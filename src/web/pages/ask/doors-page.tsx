// Two doors: a question for the meeting, without a name, and a formal appeal, with one; what was typed goes through either.
import type { Unit } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { Layout } from '../../parts/layout.tsx'
import { AskCrumbs, askAddress } from './ask-page.tsx'
import type { FoundPlace, Ground } from './ground.ts'
import { AskFields } from './preview-page.tsx'
import type { Typed } from './typed.ts'

/** Where formal appeals are made: identity and signature under the Administrative Procedural Code. */
const formalAppeals = 'https://eotinish.kz'

type Props = {
  readonly here: Here
  /** From where it is asked; null: a place is to be chosen first. */
  readonly ground: Ground | null
  /** What was typed behind the first door, with the token of its form. */
  readonly typed: { readonly fields: Typed; readonly csrf: string } | null
  /** The search for a place, and what it found. */
  readonly search: { readonly q: string; readonly found: readonly FoundPlace[] } | null
}

export function DoorsPage({ here, ground, typed, search }: Props) {
  const say = here.words.ask.doors
  return (
    <Layout here={here} title={say.title}>
      <div class="wrap flow narrow">
        {ground && <AskCrumbs here={here} ground={ground} />}
        <h1>{say.title}</h1>
        <p class="lead">{typed ? say.leadTyped : say.lead}</p>
        <section class="door flow" aria-labelledby="door-question">
          <h2 id="door-question">{say.question}</h2>
          <ul>
            {say.questionSays.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {ground === null ? (
            <ChoosePlace here={here} search={search} />
          ) : typed ? (
            <form method="post" action={askAddress(here, ground.from)}>
              <CsrfField token={typed.csrf} />
              <AskFields typed={typed.fields} />
              <button type="submit" name="do" value="edit">
                {say.backToQuestion}
              </button>
            </form>
          ) : (
            <p>
              <a class="button" href={askAddress(here, ground.from)}>
                {say.write}
              </a>
            </p>
          )}
        </section>
        <section class="door flow" aria-labelledby="door-appeal">
          <h2 id="door-appeal">{say.appeal}</h2>
          <ul>
            {say.appealSays.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {typed && typed.fields.words !== '' && (
            <div class="field">
              <label for="typed">{say.typed}</label>
              <p id="typed-hint" class="hint">
                {say.typedHint}
              </p>
              <textarea id="typed" rows={6} readonly aria-describedby="typed-hint">
                {typed.fields.words}
              </textarea>
            </div>
          )}
          <p>
            <a class="button button-second" href={formalAppeals} rel="external">
              {say.toAppeals}
            </a>
          </p>
        </section>
        <p class="small soft">
          {say.codeKept} <a href={addresses[here.language].receipt()}>{here.words.ask.taken.find}</a>
        </p>
      </div>
    </Layout>
  )
}

const ChoosePlace = ({ here, search }: Pick<Props, 'here' | 'search'>) => {
  const say = here.words.ask.doors
  const to = addresses[here.language]
  return (
    <>
      <form method="get" action={to.doors()} class="flow">
        <div class="field">
          <label for="q">{say.whichPlace}</label>
          <p id="q-hint" class="hint">
            {here.words.search.hint}
          </p>
          <input
            id="q"
            name="q"
            type="search"
            value={search?.q ?? ''}
            maxLength={80}
            autocomplete="off"
            aria-describedby="q-hint"
          />
        </div>
        <button type="submit">{say.findPlace}</button>
      </form>
      {search && search.found.length === 0 && <p>{say.noPlace}</p>}
      {search && search.found.length > 0 && (
        <ul class="plain rows">
          {search.found.map(({ unit, above }) => (
            <li key={unit.code}>
              <a class="row-name" href={to.ask(unit.code)}>
                {unit.name[here.language]}
              </a>
              <span class="soft">{above.map(({ name }: Unit) => name[here.language]).join(' – ')}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
