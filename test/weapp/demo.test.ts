import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/* What is for whoever works on the product stays in the browser's build. */

const weapp = path.join(__dirname, '../../dist/weapp')
const files = readdirSync(weapp, { recursive: true, encoding: 'utf8' })

/** A minifier may write Chinese as escapes: a word is looked for as it is read. */
const read = (file: string) =>
  readFileSync(path.join(weapp, file), 'utf8').replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  )

test('the page of all components is not in what WeChat gets, nor is a way to it', () => {
  expect(files).toContain('app.json')
  expect(files.filter(file => file.includes('gallery'))).toEqual([])
  const code = files.filter(file => /\.(js|json|wxml|wxss)$/.test(file))
  const traces = code.filter(file => /gallery|qh-shown|每个部件/.test(read(file)))
  expect(traces).toEqual([])
})
