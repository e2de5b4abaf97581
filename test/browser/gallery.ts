/* `npm run gallery`: takes a picture of every page of the product, in every theme and size, from seeded states. */
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { camera } from './camera'
import type { Phone } from './chromium'
import { agree, choose, chooseSituation, fillPerson, fillStudy, fillWork, GRADUATE, tap } from './graduate'
import { startProduct, type Product } from './product'

const root = process.cwd()
const folder = path.join(root, 'dist/gallery')

interface Look extends Phone {
  name: string
  large?: boolean
}
const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]
const LOOKS: Look[] = SIZES.flatMap(size => [
  { ...size, name: `${size.width}-light` },
  { ...size, name: `${size.width}-dark`, dark: true },
  { ...size, name: `${size.width}-large`, large: true },
])

type Take = (name: string) => Promise<void>
type Walk = (page: Page, take: Take, product: Product) => Promise<void>

const visit = async (page: Page, route: string) => {
  await page.evaluate(hash => {
    location.hash = hash
    location.reload()
  }, `#/${route}`)
  await page.locator('.qh-page:visible').first().waitFor()
}

/** Who walks where; each walk begins on the first page. */
const WALKS: Record<string, Walk> = {
  'o-gallery-new': async (page, take) => {
    await page.getByText('先登记一下').waitFor()
    await take('home-new')
    await tap(page, '开始登记')
    await page.getByText('存什么，做什么用').waitFor()
    await take('privacy')
    await tap(page, '同意')
    await page.getByText('你现在是哪种情况').waitFor()
    await take('form-choose')
    await tap(page, '下一步')
    await take('form-choose-errors')
    await tap(page, /^哪个区/)
    await take('form-district')
    await choose(page, GRADUATE.district)
    await chooseSituation(page, GRADUATE)
    await take('form-person')
    await tap(page, '下一步')
    await take('form-person-errors')
    await fillPerson(page, GRADUATE)
    await page.getByText('最后在哪儿上的学').waitFor()
    await take('form-study')
    await fillStudy(page, GRADUATE)
    await page.getByText('想找什么样的工作').waitFor()
    await choose(page, '想找工作')
    await take('form-work')
    await fillWork(page, GRADUATE)
    await page.getByText('家里有困难吗').waitFor()
    await take('form-hardship')
    await tap(page, '下一步')
    await page.getByText('看一遍，没错就交').waitFor()
    await take('form-review')
    await visit(page, 'pages/home/index')
    await page.getByText('先登记一下').or(page.getByText('接着')).first().waitFor()
    await take('home-draft')
  },
  'o-gallery-offline': async (page, take, product) => {
    await agree(page)
    await page.route(`${product.cloud.url}/functions/**`, route => route.abort())
    await visit(page, 'pages/me/index')
    await take('me-offline')
  },
  'o-demo-gao-yuan': async (page, take) => {
    for (const name of ['home', 'me', 'receipt', 'check']) {
      await visit(page, `pages/${name}/index`)
      await take(`job-seeking-${name}`)
    }
    for (const name of ['history', 'district']) {
      await visit(page, `packages/entry/${name}/index`)
      await take(`job-seeking-${name}`)
    }
    await visit(page, 'packages/entry/withdraw/index?kind=jobSeeking')
    await take('job-seeking-withdraw')
    for (const part of ['phone', 'study', 'work']) {
      await visit(page, `packages/entry/correct/index?part=${part}`)
      await take(`job-seeking-correct-${part}`)
    }
  },
  'o-demo-su-wan': async (page, take) => {
    for (const name of ['home', 'me', 'receipt']) {
      await visit(page, `pages/${name}/index`)
      await take(`both-${name}`)
    }
    await visit(page, 'packages/entry/withdraw/index?kind=unemployment')
    await take('both-withdraw')
  },
  'o-demo-abula': async (page, take) => {
    await visit(page, 'pages/home/index')
    await take('long-name-home')
  },
}

/** One page that shows every picture, a row a page of the product. */
function contactSheet(): void {
  const names = readdirSync(folder).filter(file => file.endsWith('.png'))
  const shots = [...new Set(names.map(file => file.replace(/\.\d+-\w+\.png$/, '')))].sort()
  const row = (shot: string) =>
    `<h2>${shot}</h2><p>${LOOKS.map(({ name }) => `${shot}.${name}.png`)
      .filter(file => names.includes(file))
      .map(file => `<img src="${file}" width="240" alt="${file}">`)
      .join(' ')}</p>`
  writeFileSync(
    path.join(folder, 'index.html'),
    `<meta charset="utf-8"><title>Gallery</title>${shots.map(row).join('\n')}\n`,
  )
}

async function main(): Promise<void> {
  const product = await startProduct(path.join(root, 'dist/localcloud'))
  const { seed } = (await import(pathToFileURL(path.join(root, 'dist/seed/main.mjs')).href)) as {
    seed: (cloud: { url: string; data: string }) => Promise<void>
  }
  await seed({ url: product.cloud.url, data: product.cloud.data })
  const picture = camera(root, folder)
  for (const look of LOOKS)
    for (const [openid, walk] of Object.entries(WALKS)) {
      // somebody new is new in each look; the seeded people are who they are
      const who = openid.startsWith('o-gallery') ? `${openid}-${look.name}` : openid
      const { page, context } = await product.phoneOf(who, look)
      if (look.large) {
        await page.addInitScript(() => {
          addEventListener('DOMContentLoaded', () => (document.documentElement.style.fontSize = '24px'))
        })
        await page.reload()
      }
      await walk(page, name => picture(page, `${name}.${look.name}`), product)
      await context.close()
      process.stdout.write(`  ${look.name}: ${openid}\n`)
    }
  contactSheet()
  process.stdout.write(`\n  dist/gallery/index.html shows all of them\n`)
  await product.stop()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
