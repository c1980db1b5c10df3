// What a resident takes home: that it came in, the code, and how to find it again.
import { type ReceiptCode, spacedCode } from '#receipts'
import type { Request } from '#requests'
import { localDay, localTime } from '#territory'
import { addresses } from '../../address.ts'
import type { Here } from '../../here.ts'
import { CsrfField } from '../../parts/csrf-field.tsx'
import { Fact, Facts } from '../../parts/facts.tsx'
import { Layout } from '../../parts/layout.tsx'
import { MaskedWords } from '../../parts/masked-words.tsx'
import { ToWhom, askAddress } from './ask-page.tsx'
import type { Ground } from './ground.ts'
import { AskFields } from './preview-page.tsx'
import type { Typed } from './typed.ts'

type Props = {
  readonly here: Here
  readonly ground: Ground
  readonly request: Request
  /** How many files lie with it. */
  readonly files: number
  readonly code: ReceiptCode
  readonly place: string
  /** Of the site: paper carries no link. */
  readonly origin: string
  /** The form it came by: its draft is let go of. */
  readonly form: string
  /** The form had been sent before: what counts is what came first. */
  readonly again: boolean
  readonly contact: boolean
  /** Other words that the same form brought later, as a form of their own. */
  readonly other: Typed | null
  readonly csrf: string
}

export function TakenPage({
  here,
  ground,
  request,
  files,
  code,
  place,
  origin,
  form,
  again,
  contact,
  other,
  csrf,
}: Props) {
  const say = here.words.ask.taken
  const { receivedAt, office, unit } = request
  return (
    <Layout here={here} title={say.title} unlisted scripts={['ask.js']}>
      <div class="wrap flow narrow receipt">
        <h1>{say.title}</h1>
        <span id="sent" hidden data-key={form} />
        {again && <p class="said">{say.again}</p>}
        <p class="soft">{say.code}</p>
        <p class="receipt-code numbers" id="receipt-code" translate={false}>
          {spacedCode(code)}
        </p>
        <p class="lead">{say.keep}</p>
        <Facts>
          <Fact term={here.words.ask.preview.to}>
            <ToWhom here={here} ground={ground} office={office} />
          </Fact>
          <Fact term={here.words.ask.preview.place}>{place}</Fact>
          <Fact term={say.when}>
            {here.format.day(localDay(receivedAt, unit))}, {localTime(receivedAt, unit)}
          </Fact>
          {files > 0 && <Fact term={here.words.unseal.files.title}>{here.format.number(files)}</Fact>}
        </Facts>
        <MaskedWords words={request.words} language={request.language} />
        {other && (
          <form method="post" action={askAddress(here, ground.from)}>
            <CsrfField token={csrf} />
            <AskFields typed={other} />
            <button type="submit" name="do" value="edit" class="button-second">
              {say.other}
            </button>
          </form>
        )}
        {contact && <p>{say.contact}</p>}
        {!request.proven && <p class="small soft">{say.looked}</p>}
        <p class="only-print">{say.paper(`${origin}${addresses[here.language].receipt()}`)}</p>
        <p class="actions">
          <a href={addresses[here.language].receipt()}>{say.find}</a>
          <a href={addresses[here.language].place(unit)}>{say.back}</a>
        </p>
      </div>
    </Layout>
  )
}
