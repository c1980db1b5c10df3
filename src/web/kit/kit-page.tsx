// The page of the kit: the posters to print, the texts to copy.
import { addresses } from '../address.ts'
import { isName } from '../asked.ts'
import type { Here } from '../here.ts'
import { originOf } from '../origin.ts'
import type { PageOf } from '../page.tsx'
import { Icon } from '../parts/icon.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Found, type Kit, readKit } from './kit-facts.ts'
import { papers, posterName, publicKit, textKinds, textName, textOf, tongues } from './kit-texts.ts'

export const kitPage: PageOf = async ({ c, here, stores }) => {
  const id = c.req.param('id')
  if (!isName(id)) return 'wrong'
  const found = await readKit(stores, id as Found['meeting']['id'], originOf(c, c.get('standing')))
  return found ? <KitPage here={here} {...found} /> : 'not-found'
}

function KitPage({ here, meeting, kit }: { here: Here } & Found) {
  const { language, format } = here
  const words = here.words.kit
  return (
    <Layout here={here} title={`${words.title}, ${format.dayOfYear(meeting.day)}`} unlisted>
      <div class="wrap narrow flow kit">
        <p>
          <a href={addresses[language].meeting(meeting.id)}>{words.back}</a>
        </p>
        <h1>{words.title}</h1>
        <p class="soft">
          {format.fullDay(meeting.day)}, {meeting.start} · {meeting.office.name[language]}
        </p>
        <p class="lead">{words.lead}</p>
        <p class="soft">{words.whole}</p>
        <KitPieces here={here} kit={kit} below={publicKit(meeting.id)} />
      </div>
    </Layout>
  )
}

/** Posters and texts; `below` is the address under which each of them lies. */
export function KitPieces({ here, kit, below }: { here: Here; kit: Kit; below: string }) {
  const words = here.words.kit
  // A reader of Russian finds the Russian texts first; readers of English have no text of their own.
  const order = here.language === 'ru' ? tongues.toReversed() : tongues
  return (
    <>
      <h2>{words.postersTitle}</h2>
      <p>{words.postersLead}</p>
      <ul class="plain kit-posters">
        {papers.map((paper) => (
          <li key={paper}>
            <a class="button" href={`${below}/${posterName(paper)}`}>
              {words.posters[paper]}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.textsTitle}</h2>
      <p>{words.textsLead}</p>
      {textKinds.map((kind) => (
        <section key={kind} id={kind}>
          <h3>{words.texts[kind]}</h3>
          {order.map((tongue) => (
            <div key={tongue} class="field kit-text">
              <label for={`${kind}-${tongue}`}>{words.inLanguage[tongue]}</label>
              <textarea id={`${kind}-${tongue}`} lang={tongue} rows={kind === 'messenger' ? 6 : 9} readonly>
                {textOf(kit, kind, tongue)}
              </textarea>
              <a href={`${below}/${textName(kind, tongue)}`}>
                <Icon name="download" /> {words.download}
              </a>
            </div>
          ))}
        </section>
      ))}
    </>
  )
}
