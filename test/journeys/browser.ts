// A real Chromium for the journeys. Without one they are skipped, and the test command says so.
import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'

export const chromiumPath = [process.env.KEZDESU_CHROMIUM, '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
)

/** Starts Chromium without its own traffic; the caller closes it. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath!,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type Visitor = { readonly script?: boolean; readonly width?: number }

/** A fresh visitor: own cookies, a screen of this width, script on or off. */
export const visitor = (browser: Browser, { script = true, width = 390 }: Visitor): Promise<BrowserContext> =>
  browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 844 }, locale: 'kk-KZ' })
