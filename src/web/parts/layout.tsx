// The frame of every page: who we are, where to search, in which language, and what the footer owes the reader.
import type { ComponentChildren } from 'preact'
import { type Language, languages } from '#kernel'
import { addresses, translated } from '../address.ts'
import type { Here } from '../here.ts'
import { catalogues } from '../words/index.ts'
import { Icon, Lattice, Mark } from './icon.tsx'
import { SearchForm } from './search-form.tsx'

export type Frame = {
  readonly here: Here
  readonly title: string
  readonly description?: string
  /** Home has its own large search, an office page its own navigation: both leave the small search out. */
  readonly search?: boolean
  /** What stands between header and page: the navigation of an office. */
  readonly navigation?: ComponentChildren
  /** Forms that were refused say so in the title. */
  readonly refused?: boolean
  /** Pages that search engines must not keep. */
  readonly unlisted?: boolean
  /** Modules of `browser/` that make the page lighter (`move-by-drag.js`). */
  readonly scripts?: readonly string[]
  /** What else machines read at the top: data of the page, its feeds. */
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

/** Fonts that the first screen is certain to need, asked for before the style sheet names them. */
const firstFonts: Record<Language, readonly string[]> = {
  kk: ['golos-cyrillic.woff2', 'golos-kazakh.woff2', 'golos-digits.woff2'],
  ru: ['golos-cyrillic.woff2', 'golos-digits.woff2'],
  en: ['golos-latin.woff2', 'golos-digits.woff2'],
}

export function Layout({
  here,
  title,
  description,
  search = true,
  navigation,
  refused,
  unlisted,
  scripts = [],
  head,
  children,
}: Frame) {
  const { words, language, assets } = here
  const name = words.site.name
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{`${refused ? `${words.form.refusedTitle} ` : ''}${title === name ? title : `${title} · ${name}`}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {description && <meta name="description" content={description} />}
        {unlisted && <meta name="robots" content="noindex" />}
        <meta name="theme-color" content="#faf9f5" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0f1616" media="(prefers-color-scheme: dark)" />
        {firstFonts[language].map((font) => (
          <link
            key={font}
            rel="preload"
            href={assets.address(font)}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ))}
        <link rel="stylesheet" href={assets.address('styles.css')} />
        <link rel="icon" href={assets.address('icon.svg')} type="image/svg+xml" />
        {scripts.map((script) => (
          <script key={script} type="module" src={assets.address(script)} />
        ))}
        {languages.map((other) => (
          <link key={other} rel="alternate" hreflang={other} href={translated(other, here.path)} />
        ))}
        {head}
      </head>
      <body>
        <a class="skip" href="#main">
          {words.site.skip}
        </a>
        <Header here={here} search={search} />
        {here.demonstration && <Demonstration here={here} />}
        {navigation}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer here={here} />
      </body>
    </html>
  )
}

function Header({ here, search }: { here: Here; search: boolean }) {
  const { words, language } = here
  const to = addresses[language]
  return (
    <header class="masthead">
      <div class="wrap">
        <a class="brand" href={to.home()}>
          <Mark />
          <span>{words.site.name}</span>
        </a>
        <nav class="languages" aria-label={words.site.languages}>
          <ul class="plain">
            {languages.map((other) => (
              <li key={other}>
                <a
                  href={translated(other, here.path)}
                  lang={other}
                  hreflang={other}
                  {...(other === language ? { 'aria-current': 'true' as const } : {})}
                >
                  <span>
                    {catalogues[other].site.languageStart}
                    <span class="rest">{catalogues[other].site.languageRest}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="ways" aria-label={words.site.sections}>
          <ul class="plain">
            <li>
              <a href={to.national()}>{words.site.calendar}</a>
            </li>
            <li>
              <a href={to.acts()}>{words.site.law}</a>
            </li>
            <li>
              <a href={to.office()}>{words.site.office}</a>
            </li>
          </ul>
        </nav>
        {search && <SearchForm here={here} small />}
      </div>
      <Lattice first />
    </header>
  )
}

const Demonstration = ({ here: { words, language } }: { here: Here }) => (
  <aside class="demonstration" aria-label={words.demonstration.title}>
    <p class="wrap">
      <Icon name="about" />
      <span>
        <strong>{words.demonstration.title}.</strong> {words.demonstration.banner}{' '}
        <a href={addresses[language].demonstration()}>{words.demonstration.more}</a>
      </span>
    </p>
  </aside>
)

function Footer({ here: { words, language } }: { here: Here }) {
  const to = addresses[language]
  return (
    <footer class="footer">
      <Lattice />
      <div class="wrap">
        <p class="footer-name">
          <Mark />
          <span>{words.site.tagline}</span>
        </p>
        <ul class="plain">
          <li>
            <a href={to.acts()}>{words.site.law}</a>
          </li>
          <li>
            <a href={to.ministersSchedules()}>{words.schedule.section}</a>
          </li>
          <li>
            <a href={to.about()}>{words.about.title}</a>
          </li>
          <li>
            <a href={to.office()}>{words.site.officeEntry}</a>
          </li>
        </ul>
        <p class="small soft">{words.site.notLaw}</p>
      </div>
    </footer>
  )
}
