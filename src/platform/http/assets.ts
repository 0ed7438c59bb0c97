import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Hono } from 'hono'
import { assets, bytesOf } from '../design-system/index.ts'

/** Serves the official CSS and JavaScript and our own, compressed once at the start, for ever: their URLs carry their hash. */
export function serveAssets(app: Hono): void {
  for (const asset of assets) {
    const { url, type } = asset
    const plain = bytesOf(asset)
    const text = /^(text|application|image\/svg)/.test(type)
    const made = text && {
      br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      gzip: gzipSync(plain, { level: 9 }),
    }
    app.get(url, (c) => {
      const accepted = c.req.header('accept-encoding') ?? ''
      const encoding =
        made && (/\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined)
      const bytes = made && encoding ? made[encoding] : plain
      return c.body(new Uint8Array(bytes), 200, {
        'content-type': type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        'content-length': String(bytes.length),
        ...(encoding ? { 'content-encoding': encoding } : {}),
      })
    })
  }
}
