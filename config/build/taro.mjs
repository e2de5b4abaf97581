import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * Runs Taro's own builder in a process of its own: it keeps state in globals, and a crash must not take the caller along.
 *
 * @param {'weapp' | 'h5'} platform
 */
export function runTaro(platform) {
  // `--no-check` and the disabled global configuration keep Taro from asking the network for updates and plugins.
  const args = [
    'node_modules/@tarojs/cli/bin/taro',
    'build',
    '--type',
    platform,
    '--no-check',
    '--disable-global-config',
  ]
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TARO_ENV: platform,
    CI: 'true',
    BROWSERSLIST_IGNORE_OLD_DATA: '1',
  }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', text => (said += text))
    child.stderr.on('data', text => (said += text))
    child.on('error', reject)
    child.on('close', code => {
      // Taro ends with 0 after some webpack errors: its words decide too.
      const failed = code !== 0 || /(^|\n)\s*(✖|×|ERROR in|Error:)|编译失败|Module not found/.test(said)
      if (failed) reject(new Error(`taro build --type ${platform} failed\n${said.slice(-6000)}`))
      else resolve(said)
    })
  })
}

/** Bytes of all files under a folder. */
export async function folderBytes(folder) {
  let bytes = 0
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) bytes += (await stat(path.join(entry.parentPath ?? entry.path, entry.name))).size
  return bytes
}

/** Builds when the file is started by itself: `node config/build/h5.mjs`. */
export async function runAlone(url, target) {
  if (fileURLToPath(url) !== path.resolve(process.argv[1] ?? '')) return
  const started = Date.now()
  try {
    await target.build()
    console.log(`${target.name}: built in ${((Date.now() - started) / 1000).toFixed(1)} s`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
