import { chromium, type Browser, type BrowserContext } from 'playwright-core'

/** What a headless Chromium needs as root, and what keeps it from looking for the network. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The browser of QIHANG_CHROMIUM, else the one that npm brought (it unpacks itself once into the temp folder). */
async function executable(): Promise<string> {
  if (process.env.QIHANG_CHROMIUM) return process.env.QIHANG_CHROMIUM
  // outside a cloud function the package brings its own NSS libraries only when told so
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: FLAGS })
}

export interface Phone {
  width?: number
  height?: number
  dark?: boolean
  /** The browser's text size is set to large. */
  large?: boolean
}

/** A phone: touch, 390×844 unless told otherwise. */
export async function openPhone(
  browser: Browser,
  { width = 390, height = 844, dark = false, large = false }: Phone = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  // before the product's own scripts: it asks for the text size once, when it starts
  if (large)
    await context.addInitScript(() =>
      document.addEventListener('readystatechange', () => (document.documentElement.style.fontSize = '24px')),
    )
  return context
}
