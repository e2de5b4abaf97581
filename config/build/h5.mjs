import { access, rm } from 'node:fs/promises'
import path from 'node:path'
import { root, runAlone, runTaro } from './taro.mjs'

const target = {
  name: 'h5',
  inputs: [
    'src',
    'config/index.ts',
    'config/accessibility.ts',
    'config/build/h5.mjs',
    'config/build/taro.mjs',
    'babel.config.js',
    'dist/data',
  ],
  outputs: ['dist/h5'],
  async build() {
    await rm(path.join(root, 'dist/h5'), { recursive: true, force: true })
    await runTaro('h5')
    await access(path.join(root, 'dist/h5/index.html'))
  },
}

export default target
await runAlone(import.meta.url, target)
