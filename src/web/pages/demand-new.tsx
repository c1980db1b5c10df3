// The form of a demand: whom, what about, why; then how it will look, with personal data covered.
import { type DemandRule, type Masked, judgingHours } from '#meetings'
import type { Office, Unit } from '#territory'
import { addresses } from '../address.ts'
import type { Here } from '../here.ts'
import { Breadcrumbs } from '../parts/breadcrumbs.tsx'
import { CsrfField } from '../parts/csrf-field.tsx'
import { Fault, about } from '../parts/fault.tsx'
import { Layout } from '../parts/layout.tsx'
import { Covered, MaskedWords } from '../parts/masked-words.tsx'
import { OfficeChoice } from '../parts/office-choice.tsx'

export type Typed = { readonly office: string; readonly words: string; readonly key: string }

type Props = {
  readonly here: Here
  readonly lineage: readonly Unit[]
  readonly offices: readonly Office[]
  readonly rule: DemandRule
  readonly csrf: string
  readonly typed: Typed
  /** What is wrong with a field, or with the whole. */
  readonly wrong: { readonly office?: string; readonly words?: string; readonly whole?: string }
}

const crumbsOf = ({ here, lineage }: Pick<Props, 'here' | 'lineage'>) =>
  lineage.toReversed().map(({ code, name }) => ({
    name: name[here.language],
    href: addresses[here.language].place(code),
  }))

export function NewDemandPage({ here, lineage, offices, rule, csrf, typed, wrong }: Props) {
  const { words, language } = here
  const say = words.demands.raise
  const [unit] = lineage
  return (
    <Layout here={here} title={say.title} refused={Object.keys(wrong).length > 0} unlisted>
      <div class="wrap flow narrow">
        <Breadcrumbs here={here} crumbs={crumbsOf({ here, lineage })} />
        <h1>{say.title}</h1>
        <p class="lead">{say.lead(unit!.name[language])}</p>
        <p>{say.steps(rule.threshold, rule.days)}</p>
        <form id="demand" class="flow wishing" method="post" action={addresses[language].raise(unit!.code)}>
          <CsrfField token={csrf} />
          <input type="hidden" name="key" value={typed.key} />
          <Fault here={here} id="whole">
            {wrong.whole}
          </Fault>
          <OfficeChoice
            {...{ here, legend: say.office, offices, chosen: typed.office, wrong: wrong.office }}
          />
          <div class="field">
            <label for="words">{say.words}</label>
            <p id="words-hint" class="hint">
              {say.wordsHint}
            </p>
            <Fault here={here} id="words">
              {wrong.words}
            </Fault>
            <textarea id="words" name="words" rows={6} maxLength={2000} {...about('words', wrong.words)}>
              {typed.words}
            </textarea>
          </div>
          <button type="submit" name="do" value="preview">
            {say.preview}
          </button>
        </form>
      </div>
    </Layout>
  )
}

/** What everybody will see; nothing is kept yet. */
export function DemandPreview({
  here,
  lineage,
  offices,
  csrf,
  typed,
  masked,
}: Omit<Props, 'rule' | 'wrong'> & { readonly masked: Masked }) {
  const { words, language } = here
  const say = words.demands.raise
  const [unit] = lineage
  const office = offices.find(({ id }) => id === typed.office)
  return (
    <Layout here={here} title={say.previewTitle} unlisted>
      <div class="wrap flow narrow">
        <Breadcrumbs here={here} crumbs={crumbsOf({ here, lineage })} />
        <h1>{say.previewTitle}</h1>
        {office && <p class="lead">{office.name[language]}</p>}
        <MaskedWords words={masked.words} language={language} />
        <Covered here={here} words={typed.words} spans={masked.spans} kept={say.notKept} />
        <p class="small soft">{say.moderation(judgingHours)}</p>
        <form id="demand" class="flow wishing" method="post" action={addresses[language].raise(unit!.code)}>
          <CsrfField token={csrf} />
          <input type="hidden" name="key" value={typed.key} />
          <input type="hidden" name="office" value={typed.office} />
          <input type="hidden" name="words" value={typed.words} />
          <p class="buttons">
            <button type="submit" name="do" value="send">
              {say.send}
            </button>{' '}
            <button type="submit" name="do" value="edit" class="button-second">
              {say.edit}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  )
}
