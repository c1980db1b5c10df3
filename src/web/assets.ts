// Style sheet, scripts, fonts and icon: bundled once at start, named by their content, so that they may be kept for ever.
import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'

export type Asset = {
  readonly type: string
  readonly body: Uint8Array<ArrayBuffer>
  readonly brotli: Uint8Array<ArrayBuffer> | null
  readonly gzip: Uint8Array<ArrayBuffer> | null
}

export type Assets = {
  /** Address of the asset that was built from this source name (`styles.css`, `golos-digits.woff2`). */
  readonly address: (source: string) => string
  readonly find: (address: string) => Asset | undefined
}

const folder = fileURLToPath(new URL('./public/', import.meta.url))
const scripts = fileURLToPath(new URL('./browser/', import.meta.url))
const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Builds what `public/` and `browser/` hold; some 60 ms. */
export function openAssets(): Assets {
  const built = buildSync({
    entryPoints: [
      `${folder}styles.css`,
      `${folder}icon.svg`,
      `${scripts}bench.ts`,
      `${scripts}ask.ts`,
      `${scripts}move-by-drag.ts`,
      `${scripts}passkeys.ts`,
      `${scripts}quarter-while-typing.ts`,
    ],
    bundle: true,
    format: 'esm',
    minify: true,
    write: false,
    target: 'es2022',
    outdir: '/assets',
    entryNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    publicPath: '/assets',
    loader: { '.woff2': 'file', '.svg': 'copy' },
  })
  const assets = new Map<string, Asset>()
  const addresses = new Map<string, string>()
  for (const file of built.outputFiles) {
    const address = `/assets/${basename(file.path)}`
    addresses.set(basename(file.path).replace(/\.[A-Z0-9]{8}\./, '.'), address)
    assets.set(address, assetOf(extname(file.path), new Uint8Array(file.contents)))
  }
  assets.set('/favicon.ico', assetOf('.svg', new Uint8Array(readFileSync(`${folder}icon.svg`))))
  return {
    address: (source) => addresses.get(source) ?? fault(source),
    find: (address) => assets.get(address),
  }
}

function assetOf(extension: string, body: Uint8Array<ArrayBuffer>): Asset {
  const type = types[extension] ?? 'application/octet-stream'
  if (extension === '.woff2') return { type, body, brotli: null, gzip: null }
  const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
  return { type, body, brotli: new Uint8Array(brotli), gzip: new Uint8Array(gzipSync(body, { level: 9 })) }
}

function fault(source: string): never {
  throw new Error(`no such asset: ${source}`)
}
