// Words for answers: those that ship, and the office's own.
import { type AnswerTemplate, shippedAnswers } from '#requests'
import { HiddenFields } from '../deed-form.tsx'
import type { Desk } from '../desk.ts'
import { OfficeFrame } from '../frame.tsx'
import { Area, type FormState, type Returned, Said, TextField } from '../meetings/meeting-fields.tsx'
import { mayTriage } from './bench-frame.tsx'
import { benchAddresses } from './bench-addresses.ts'

type Props = {
  readonly desk: Desk
  readonly csrf: string
  readonly templates: readonly AnswerTemplate[]
  readonly said: string | null
  readonly returned: Returned | null
}

export function TemplatesPage({ desk, csrf, templates, said, returned }: Props) {
  const { here, office } = desk
  const { bench } = here.words
  const say = bench.templates
  const to = benchAddresses(here.language, office.id)
  const form: FormState = { here, values: {}, returned }
  return (
    <OfficeFrame desk={desk} section="requests" title={say.title} csrf={csrf} refused={returned !== null}>
      <p>
        <a href={to.bench()}>{bench.request.back}</a>
      </p>
      {said !== null && (
        <p class="said" role="status">
          {said}
        </p>
      )}
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <section class="flow" aria-labelledby="own">
        <h2 id="own">{say.own}</h2>
        {templates.length === 0 && <p class="soft">{say.none}</p>}
        {templates.map(({ id, name, words }) => (
          <div class="template" key={id}>
            <h3>{name}</h3>
            <p lang="kk">{words.kk}</p>
            <p lang="ru">{words.ru}</p>
            {mayTriage(desk) && (
              <form method="post" action={to.dropTemplate(id)}>
                <HiddenFields csrf={csrf} revision={null} />
                <button type="submit" class="button-second">
                  {say.drop} <span class="unseen">: {name}</span>
                </button>
              </form>
            )}
          </div>
        ))}
        {mayTriage(desk) && (
          <form class="deed flow" method="post" action={to.templates()} novalidate>
            <HiddenFields csrf={csrf} revision={null} />
            <Said returned={returned} />
            <TextField form={form} name="name" label={say.name} input={{ maxLength: 80 }} />
            <Area form={form} name="words.kk" label={bench.answerKk} rows={3} lang="kk" />
            <Area form={form} name="words.ru" label={bench.answerRu} rows={3} lang="ru" />
            <button type="submit">{say.add}</button>
          </form>
        )}
      </section>
      <section class="flow" aria-labelledby="shipped">
        <h2 id="shipped">{say.shipped}</h2>
        {shippedAnswers.map((id) => (
          <div class="template" key={id}>
            <h3>{bench.answers[id].name}</h3>
            <p lang="kk">{bench.answers[id].kk}</p>
            <p lang="ru">{bench.answers[id].ru}</p>
          </div>
        ))}
      </section>
    </OfficeFrame>
  )
}
