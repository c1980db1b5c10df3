// The product and a browser for the tests of a file, and the way through the door of its offices.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { ServeOptions } from '../../src/serve.ts'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { type Visitor, startBrowser, visitor } from './browser.ts'

/** Both are opened before the first test of the file and closed after the last one. */
export function useProduct(more: Partial<ServeOptions> = {}) {
  let browser: Browser
  let product: Product
  beforeAll(async () => {
    browser = await startBrowser()
    product = await usedProduct(more)
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await product?.close()
  })
  return {
    get url() {
      return product.url
    },
    get accounts() {
      return product.accounts
    },
    visitor: (of: Visitor): Promise<BrowserContext> => visitor(browser, of),
  }
}

/** Signs this account of the demonstration in, by its password. */
export async function signIn(
  page: Page,
  { url, accounts }: Pick<Product, 'url' | 'accounts'>,
  language: string,
  login: string,
): Promise<void> {
  await page.goto(`${url}/${language}/sign-in`)
  await page.fill('#login', login)
  await page.fill('#password', accounts.find((account) => account.login === login)!.password)
  await page.click('form.sign-in button')
}
