// The web face: middleware and routes, in the order in which a request meets them.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { liveBooks } from '#flows'
import { openAssets } from './assets.ts'
import { compressed, encodingFor } from './compress.ts'
import { csrfGuard } from './csrf.ts'
import { feedRoutes } from './feeds.ts'
import { fileRoutes, filesBelow } from './file-routes.ts'
import { kitPage } from './kit/kit-page.tsx'
import { kitRoutes } from './kit/kit-routes.ts'
import { sheetRoutes } from './kit/sheet-routes.ts'
import { signedKitRoutes } from './kit/signed-kit-routes.tsx'
import type { WebHouse } from './house.ts'
import { largeForms } from './large-forms.ts'
import { anyonesFiles, clerksFiles, largestForm } from './read-request-files.ts'
import { faultAnswer, missingAnswer, refusalAnswer } from './no-page.tsx'
import { forgedAnswer, signInRoutes } from './office/sign-in.tsx'
import { takesFile } from './office/meetings/meeting-addresses.ts'
import { benchRoutes } from './office/bench/routes.tsx'
import { voiceRoutes } from './office/demands/routes.tsx'
import { commissionRoutes } from './office/commission/routes.tsx'
import { meetingRoutes } from './office/meetings/routes.tsx'
import { belowPoolRoutes } from './office/pool/below-pool-routes.tsx'
import { belowUnsealRoutes } from './office/unseal/below-unseal-routes.tsx'
import { poolRoutes } from './office/pool/routes.tsx'
import { outboxRoutes } from './notices/outbox-page.tsx'
import { scheduleRoutes } from './office/schedule/routes.tsx'
import { oneClickRoutes, subscriptionRoutes } from './notices/routes.tsx'
import { importRoutes } from './office/import/routes.tsx'
import { requestImportRoutes } from './office/intake/import-routes.tsx'
import { intakeRoutes } from './office/intake/routes.tsx'
import { operatorRoutes } from './office/operator/routes.tsx'
import { officeRoutes } from './office/routes.tsx'
import { officeSearchRoutes } from './office/search/routes.tsx'
import { unsealRoutes } from './office/unseal/routes.tsx'
import { signedInOnly } from './office/signed-in-only.ts'
import { type PageOf, languageOf, pageHandler } from './page.tsx'
import { accountRoutes } from './people/account-routes.tsx'
import { factorRoutes } from './people/factor-routes.tsx'
import { invitationRoutes } from './people/invitation-routes.tsx'
import { providerRoutes } from './people/provider-routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { aboutPage } from './pages/about.tsx'
import { actPage } from './pages/act.tsx'
import { actsPage } from './pages/acts.tsx'
import { receiptRoutes } from './pages/ask/receipt-routes.tsx'
import { askRoutes } from './pages/ask/routes.tsx'
import { calendarPage } from './pages/calendar.tsx'
import { residentRoutes } from './pages/demand-routes.tsx'
import { demonstrationPage } from './pages/demonstration.tsx'
import { doubtsPage } from './pages/doubts.tsx'
import { homePage } from './pages/home.tsx'
import { meetingPage } from './pages/meeting.tsx'
import { nationalPage } from './pages/national.tsx'
import { placePage } from './pages/place.tsx'
import { poolPage } from './pages/pool.tsx'
import { poolFileRoutes } from './pool-files/pool-file-routes.ts'
import { problemPage } from './pages/problem.tsx'
import { provisionPage } from './pages/provision.tsx'
import { changesPage, releasePage } from './pages/release.tsx'
import { scheduleProcedurePage } from './pages/schedule-procedure.tsx'
import { scheduleReleasePage } from './pages/schedule-release.tsx'
import { schedulePage } from './pages/schedule.tsx'
import { searchPage } from './pages/search.tsx'
import { whyPage } from './pages/why.tsx'
import { securityHeaders } from './security-headers.ts'
import { sessions } from './session.ts'

export function webApp(given: WebHouse): Hono {
  const { books, refresh } = liveBooks(given.storage, given.books)
  const house = { ...given, books }
  const assets = openAssets()
  const app = new Hono({ strict: false })
  const page = (of: PageOf) => pageHandler(house, assets, of)

  app.use(securityHeaders(house.standing))

  app.get('/assets/:name', async (c) => {
    const asset = assets.find(c.req.path)
    if (!asset) return missingAnswer(c, house, assets)
    const encoding = encodingFor(c.req.header('accept-encoding'))
    const body = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : null
    c.header('content-type', asset.type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('vary', 'Accept-Encoding')
    if (body) c.header('content-encoding', encoding!)
    return c.body(body ?? asset.body)
  })

  // No form of words comes near it; the one that brings a file may be larger, but only of somebody who is signed in.
  const ofWords = bodyLimit({ maxSize: 256 * 1024, onError: (c) => c.body(null, 413) })
  const ofFiles = bodyLimit({
    maxSize: 32 * 1024 * 1024,
    onError: (c) => refusalAnswer(c, house, assets, 'tooLarge'),
  })
  const takesMore = (path: string) => takesFile(path) || clerksFiles(path)
  app.use((c, next) => (takesMore(c.req.path) || anyonesFiles(c.req.path) ? next() : ofWords(c, next)))
  // Anybody may send photos with a request: of such forms only so many bytes are on the way at once.
  for (const path of ['/:language{(kk|ru|en)}/places/:code/ask', '/:language{(kk|ru|en)}/meetings/:id/ask'])
    app.use(
      path,
      largeForms({ small: 256 * 1024, largest: largestForm, together: 8 * largestForm }, (c) =>
        refusalAnswer(c, house, assets, 'full'),
      ),
      bodyLimit({ maxSize: largestForm, onError: (c) => refusalAnswer(c, house, assets, 'tooLarge') }),
    )
  app.route('/unsubscribe', oneClickRoutes(house))
  app.use(
    sessions(house),
    (c, next) => (takesMore(c.req.path) ? (c.get('actor') ? ofFiles : ofWords)(c, next) : next()),
    csrfGuard(forgedAnswer(house, assets)),
  )

  app.get('/', (c) => {
    c.header('vary', 'Accept-Language')
    return c.redirect(`/${languageOf(c)}/`, 302)
  })

  app.route('/:language{(kk|ru|en)}', signInRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', factorRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', accountRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', invitationRoutes(house, assets))
  app.route('/', providerRoutes(house, assets))
  app.use('/:language{(kk|ru|en)}/office/*', signedInOnly)
  // Whoever works with a calendar sees the days off of this moment, whichever process changed them.
  app.use('/:language{(kk|ru|en)}/office/*', async (_, next) => {
    await refresh()
    await next()
  })
  app.route('/:language{(kk|ru|en)}', operatorRoutes(house, assets, given.books.holidays))

  app.route('/:language{(kk|ru|en)}', importRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', intakeRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', requestImportRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', signedKitRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', poolRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', belowPoolRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', belowUnsealRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', meetingRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', commissionRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', unsealRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', benchRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', voiceRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', scheduleRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', peopleRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', officeSearchRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', officeRoutes(house, assets))

  app.route('/:language{(kk|ru|en)}', outboxRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', subscriptionRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', residentRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', askRoutes(house, assets))
  app.route('/:language{(kk|ru|en)}', receiptRoutes(house, assets))

  const pages = new Hono({ strict: false })
  pages.use(compressed, etag({ weak: true }))
  pages.get('/', page(homePage))
  pages.get('/search', page(searchPage(house.intake.readers.lexicon)))
  pages.get('/places/:code', page(placePage))
  pages.get('/meetings/:id', page(meetingPage))
  pages.get('/meetings/:id/kit', page(kitPage))
  pages.get('/meetings/:id/pool', page(poolPage))
  pages.get('/problems/:id', page(problemPage))
  pages.get('/calendar', page(nationalPage))
  pages.get('/calendars/:region/:year', page(calendarPage))
  pages.get('/calendars/:region/:year/releases/:number', page(releasePage))
  pages.get('/calendars/:region/:year/releases/:number/changes', page(changesPage))
  pages.get('/schedule', page(schedulePage))
  pages.get('/schedule/procedure', page(scheduleProcedurePage))
  pages.get('/schedule/:period', page(schedulePage))
  pages.get('/schedule/:period/releases/:number', page(scheduleReleasePage))
  pages.get('/law', page(actsPage))
  pages.get('/law/doubts', page(doubtsPage))
  pages.get('/law/:act', page(actPage))
  pages.get('/law/norms/:norm', page(provisionPage))
  pages.get('/why/:norm/:bearer/:subject/:period', page(whyPage))
  pages.get('/demonstration', page(demonstrationPage))
  pages.get('/about', page(aboutPage))
  app.route('/:language{(kk|ru|en)}', pages)

  app.route(
    '/feeds',
    feedRoutes(house, (c) => missingAnswer(c, house, assets)),
  )

  app.route(
    '/kit',
    kitRoutes(house, (c) => missingAnswer(c, house, assets)),
  )
  app.route(
    '/',
    sheetRoutes(house, (c) => missingAnswer(c, house, assets)),
  )
  app.route(
    '/meetings',
    poolFileRoutes(house, assets, (c) => missingAnswer(c, house, assets)),
  )
  app.route(
    filesBelow,
    fileRoutes(house, (c) => missingAnswer(c, house, assets)),
  )

  app.notFound((c) => missingAnswer(c, house, assets))
  // Whoever hung up in the middle of a form hears no answer, and it is no fault of ours.
  app.onError((fault, c) => (isHungUp(fault) ? c.body(null, 400) : faultAnswer(c, house, assets, fault)))
  return app
}

/** What Node says of a request whose sender left before its body had come. */
const isHungUp = (fault: Error & { code?: string }) =>
  fault.code === 'ECONNRESET' && fault.message === 'aborted'
