// How a request will be seen by the office: masked, with what was covered and why; nothing is kept yet.
import type { WordsRead } from '#requests'
import type { Unit } from '#territory'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { Fact, Facts } from '../../parts/facts.tsx'
import { Layout } from '../../parts/layout.tsx'
import { RequestFilesField } from '../../parts/request-files-field.tsx'
import { Covered, MaskedWords } from '../../parts/masked-words.tsx'
import { AskCrumbs, type AskProps, ToWhom, askAddress } from './ask-page.tsx'
import { WorkField } from './work-field.tsx'

type Props = AskProps & {
  readonly unit: Unit
  readonly read: WordsRead
  /** Why the files that were chosen are not taken. */
  readonly wrongFiles?: string
}

export function PreviewPage({ here, ground, csrf, typed, work, unit, read, wrongFiles }: Props) {
  const say = here.words.ask.preview
  return (
    <Layout here={here} title={say.title} refused={wrongFiles !== undefined} unlisted scripts={['ask.js']}>
      <div class="wrap flow narrow">
        <AskCrumbs here={here} ground={ground} />
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <Facts>
          <Fact term={say.to}>
            <ToWhom here={here} ground={ground} office={typed.office} />
          </Fact>
          <Fact term={say.place}>{unit.name[here.language]}</Fact>
          {typed.contact !== '' && <Fact term={say.contact}>{typed.contact}</Fact>}
        </Facts>
        <MaskedWords words={read.masked} language={read.reading.language} />
        <Covered here={here} words={typed.words} spans={read.spans} kept={say.sealed} />
        <form
          id="ask"
          class="flow"
          method="post"
          enctype="multipart/form-data"
          action={askAddress(here, ground.from)}
        >
          <CsrfField token={csrf} />
          <AskFields typed={{ ...typed, unit: unit.code, elsewhere: '' }} />
          <RequestFilesField here={here} wrong={wrongFiles} />
          <WorkField here={here} work={work} />
          <p id="no-line" class="warn" role="status" hidden>
            {here.words.ask.draft.noLine}
          </p>
          <p class="buttons">
            <button type="submit" name="do" value="send">
              {say.send}
            </button>{' '}
            <button type="submit" name="do" value="edit" class="button-second">
              {say.edit}
            </button>{' '}
            <button type="submit" name="do" value="formal" class="button-second">
              {here.words.ask.form.formal}
            </button>
          </p>
        </form>
      </div>
    </Layout>
  )
}

/** All that was typed, carried on. */
export const AskFields = ({ typed }: { typed: AskProps['typed'] }) =>
  Object.entries(typed).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
