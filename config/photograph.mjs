/* `npm run pictures`, `npm run gallery`: builds what is stale and runs test/browser/<name>.ts. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ALL_TARGETS, build } from './build.mjs'
import { bundleScript } from './script.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
await build(ALL_TARGETS)
const script = await bundleScript(`test/browser/${process.argv[2]}.ts`)
process.exit(spawnSync(process.execPath, [script], { cwd: root, stdio: 'inherit' }).status ?? 1)
