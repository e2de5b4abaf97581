import { createReadStream, existsSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}

const NOT_BUILT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>启航</title><body style="font:16px/1.6 sans-serif;max-width:32em;margin:3em auto;padding:0 1em">
<h1>本机云已经启动</h1><p>网页版小程序还没有构建。请在项目目录运行 <code>npm start</code>，它会构建并打开；或只用接口与控制台。</p></body></html>`

/** Serves the built H5 mini-program; routes live behind the hash, so every page is `/`. */
export function serveSite(
  h5Dir: string,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const file = fileFor(h5Dir, pathname)
  if (file === undefined) {
    if (pathname !== '/') return false
    response.writeHead(200, { 'content-type': TYPES['.html'], 'cache-control': 'no-store' }).end(NOT_BUILT)
    return true
  }
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream'
  response.writeHead(200, {
    'content-type': type,
    'content-length': statSync(file).size,
    // File names carry no content hash that could be trusted across rebuilds, so everything is asked for again.
    'cache-control': extname(file) === '.html' ? 'no-store' : 'no-cache',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  })
  if (request.method === 'HEAD') response.end()
  else createReadStream(file).pipe(response)
  return true
}

function fileFor(h5Dir: string, pathname: string): string | undefined {
  const path = pathname === '/' ? '/index.html' : pathname
  const file = normalize(join(h5Dir, path))
  if (path.includes('\0') || path.includes('\\') || !file.startsWith(h5Dir + sep)) return undefined
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}
