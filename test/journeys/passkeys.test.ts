// A signer adds a passkey, and from then on signs in with it: in a real browser with a virtual authenticator.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { chromiumPath, startBrowser, visitor } from './browser.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  if (!chromiumPath) return
  product = await usedProduct()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await product?.close()
})

async function signIn(page: Page) {
  const { login, password } = product.accounts.find(({ role }) => role === 'signer')!
  await page.goto(`${product.url}/kk/sign-in`)
  await page.fill('#login', login)
  await page.fill('#password', password)
  await page.click('.sign-in button')
}

test.skipIf(!chromiumPath)('a passkey is added, and asked for at the next sign-in', async () => {
  const context = await visitor(browser, {})
  const page = await context.newPage()
  const client = await context.newCDPSession(page)
  await client.send('WebAuthn.enable')
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const violations: string[] = []
  page.on('console', (line) => line.type() === 'error' && violations.push(line.text()))

  await signIn(page)
  await page.goto(`${product.url}/kk/account`)
  await page.fill('#passkey-name', 'Телефон')
  await page.click('[data-passkey="add"] button')
  await page.waitForURL('**/kk/account?said=passkey')
  expect(await page.textContent('body')).toContain('Телефон')

  await page.click('.sign-out button')
  await signIn(page)
  await page.waitForURL('**/kk/sign-in/factor')
  await page.goto(`${product.url}/kk/account`)
  await page.waitForURL('**/kk/sign-in')
  await page.goto(`${product.url}/kk/sign-in/factor`)
  // The browser may give the page back as it was left: with its button pressed.
  const button = page.locator('[data-passkey="show"] button')
  await button.evaluate((pressed) => pressed.setAttribute('disabled', ''))
  expect(await button.isEnabled()).toBe(false)
  await page.evaluate(`dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`)
  expect(await button.isEnabled()).toBe(true)
  await page.click('[data-passkey="show"] button')
  await page.waitForURL('**/kk/office/**')
  expect(violations).toEqual([])
  await context.close()
})

test.skipIf(!chromiumPath)('without script there is no passkey form, and the code is asked for', async () => {
  const context = await visitor(browser, { script: false })
  const page = await context.newPage()
  await signIn(page)
  await page.waitForURL('**/kk/sign-in/factor')
  expect(await page.isVisible('[data-passkey="show"]')).toBe(false)
  expect(await page.isVisible('#factor-code')).toBe(true)
  await context.close()
})
