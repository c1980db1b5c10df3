// A used product in which more people have accounts, and the browser windows at which they sit.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { commands } from '#cli'
import type { Storage } from '#flows'
import type { Instant } from '#kernel'
import type { Role } from '#people'
import { openStorage } from '#storage'
import { localDay } from '#territory'
import { chance } from '../../src/serve.ts'
import { silent } from '../fresh-database.ts'
import type { Product } from '../product.ts'
import { usedProduct } from '../used-product.ts'
import { visitor } from './browser.ts'
import { signIn } from './use-product.ts'

export type Seat = { readonly login: string; readonly office: string; readonly role: Role }

/** The product at this instant; the operator has given each seat an account by the command line. */
export async function productWithSeats(
  at: Instant,
  seatsIn: (storage: Storage) => Promise<readonly Seat[]>,
): Promise<Product> {
  const product = await usedProduct()
  product.goTo(at)
  const added: Product['accounts'][number][] = []
  const storage = await openStorage({ home: product.home, databaseUrl: undefined, log: silent })
  const { account } = await commands.account()
  for (const { login, office, role } of await seatsIn(storage)) {
    const wish = { deed: 'add', login, person: `${login} (көрсетілім)`, office, role } as const
    const print = (line: string) => added.push({ role, login, password: line.split(/\s+/)[1]! })
    const refused = await account(storage, wish, { at, today: localDay(at, null), ...chance, print })
    if (refused) throw new Error(added.at(-1)!.password)
  }
  await storage.close()
  return { ...product, accounts: [...product.accounts, ...added] }
}

/** Opens a window for each who comes, all in one language and with script or without. */
export class Desks {
  readonly #contexts: BrowserContext[] = []
  readonly #browser: Browser
  readonly #product: Product
  readonly #language: string
  readonly #script: boolean

  constructor(browser: Browser, product: Product, language: string, script: boolean) {
    this.#browser = browser
    this.#product = product
    this.#language = language
    this.#script = script
  }

  /** Signed in, or a visitor without an account. */
  async open(login: string | null, width = 1280): Promise<Page> {
    const context = await visitor(this.#browser, { script: this.#script, width })
    this.#contexts.push(context)
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    if (login !== null) await this.signIn(page, login)
    return page
  }

  signIn = (page: Page, login: string) => signIn(page, this.#product, this.#language, login)

  close = async () => void (await Promise.all(this.#contexts.map((context) => context.close())))
}
