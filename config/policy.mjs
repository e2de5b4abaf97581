/* `npm run policy -- <command>`: the policy calculator for whoever keeps its rules. What is printed is the answer alone; the
   build's progress goes to the other stream. */
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { bundleScript } from './script.mjs'

// a reader such as `head` may have seen enough
process.stdout.on('error', () => process.exit(0))

try {
  await build(['data'])
  const { run } = await import(pathToFileURL(await bundleScript('config/policy/main.ts')).href)
  const { code, out, fault } = await run(process.argv.slice(2), process.cwd())
  if (fault) process.stderr.write(`${fault}\n`)
  if (out) process.stdout.write(out)
  process.exitCode = code
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
