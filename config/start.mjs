/* `npm start`: builds what is stale, starts the embedded cloud, seeds it once, prints one address. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Inside the 2024 campaign, so that a registration can be tried; the demo shows the date. */
const DEMO_NOW = '2024-08-20T09:00:00+08:00'
const empty = process.argv.includes('--empty')
const data = path.resolve(root, process.env.QIHANG_DATA ?? '.qihang')

/** Resolves with the host's address once it answers; rejects when it ends before. */
function address(host) {
  return new Promise((resolve, reject) => {
    host.once('exit', code => reject(new Error(`the embedded cloud stopped at start (exit code ${code})`)))
    const look = async () => {
      try {
        const { pid, port } = JSON.parse(readFileSync(path.join(data, 'host.json'), 'utf8'))
        const url = `http://127.0.0.1:${port}/`
        if (pid === host.pid && (await fetch(new URL('/health', url))).ok) return resolve(url)
      } catch {
        // not listening yet
      }
      setTimeout(() => void look(), 100)
    }
    void look()
  })
}

process.stderr.write('Qihang: looking at what needs to be built (the first time takes a minute or two)\n')
await build(empty ? ['functions', 'localcloud'] : ['functions', 'localcloud', 'seed', 'h5'])

const host = spawn(process.execPath, [path.join(root, 'dist/localcloud/host.cjs')], {
  cwd: root,
  stdio: ['ignore', empty ? 'inherit' : 'ignore', 'inherit'],
  // a later start with the same date goes on where the kept clock stood
  env: { ...process.env, QIHANG_DATA: data, ...(empty ? {} : { QIHANG_NOW: process.env.QIHANG_NOW ?? DEMO_NOW }) },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => host.kill(signal))
// a killed host has no exit code: whoever started it should know
host.on('exit', code => process.exit(code ?? 1))

if (!empty) {
  const url = await address(host)
  if (!existsSync(path.join(data, 'people.json'))) {
    process.stderr.write('  seeding made-up people …\n')
    const { seed } = await import(path.join(root, 'dist/seed/main.mjs'))
    await seed({ url, data })
  }
  process.stdout.write(`\n  启航 Qihang is at ${url}\n\n`)
}
