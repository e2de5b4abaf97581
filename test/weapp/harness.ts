import { createRequire } from 'node:module'
import path from 'node:path'
import { installWx, type WxWorld } from './wx'

/* The compiled mini-program in miniprogram-simulate, its templates through WeChat's own compiler. Taro registers pages with
   `Page()`; the simulator only knows components, so each page's options become a component that runs the page's life. */

interface ShadowNode {
  shadowRoot?: { querySelectorAll: (selector: string) => ShadowNode[] } & ShadowNode
  childNodes?: ShadowNode[]
}
interface Rendered {
  _exparserNode: ShadowNode
  attach: (parent: Element) => void
  detach: () => void
}
interface Simulator {
  load: (file: string, options: { rootPath: string; compiler: 'official' }) => string
  render: (id: string) => Rendered
}
// required, not imported: the simulator's own types would put WeChat's globals into every file of the house
const fromHere = createRequire(__filename)
const simulate = fromHere('miniprogram-simulate') as Simulator
const componentBase = fromHere('j-component/src/render/component') as { prototype: object }

export interface SimulatedElement {
  dom: HTMLElement
  dispatchEvent: (name: string, options?: { bubbles?: boolean; composed?: boolean; detail?: unknown }) => void
}
/** What Taro's page options and the simulator's component share as `this`. */
interface PageInstance {
  route?: string
  __route__?: string
  setData: (data: object, done?: () => void) => void
  onLoad?: (query: object) => void
  onShow?: () => void
  onReady?: () => void
  onHide?: () => void
  onUnload?: () => void
}
type PageOptions = Record<string, unknown> & { data?: object }

export interface OpenPage {
  text: () => string
  html: () => string
  close: () => void
  find: (selector: string) => SimulatedElement[]
}

const dist = path.resolve(__dirname, '../../dist/weapp')

/** Waits for a condition, never for a time. */
export async function waitFor<T>(
  look: () => T | undefined | null | false,
  what = 'condition',
  ms = 30_000,
): Promise<T> {
  const until = performance.now() + ms
  for (;;) {
    const seen = look()
    if (seen) return seen
    if (performance.now() > until) throw new Error(`still waiting for: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}

/** Turns of the loop without any setData after which nothing more is on its way; what the page waits for is waited for before. */
const REST = 60
/** Waits until the pages have come to rest. */
export async function quiet(world: WxWorld): Promise<void> {
  let seen = world.setData.calls
  for (let turns = 0; turns < REST; turns += 1) {
    await new Promise(resolve => setTimeout(resolve, 5))
    if (world.setData.calls !== seen) turns = 0
    seen = world.setData.calls
  }
}

export interface Harness {
  world: WxWorld
  open: (route: string, query?: Record<string, string>) => Promise<OpenPage>
}

export function createHarness(cloudUrl: () => string, openid: () => string): Harness {
  const globals = globalThis as unknown as Record<string, unknown> & { wx: Record<string, unknown> }
  const world = installWx(globals.wx, cloudUrl, openid)
  const pages: unknown[] = []
  let app: Record<string, (options: object) => void> | undefined
  globals.App = (options: typeof app) => {
    app = options
  }
  globals.getApp = () => app
  globals.getCurrentPages = () => pages
  fromHere(path.join(dist, 'app.js'))
  app?.onLaunch?.({ path: '', query: {}, scene: 1001 })
  app?.onShow?.({ path: '', query: {}, scene: 1001 })

  const asComponent = (route: string, query: { current: object }, options: PageOptions) => ({
    data: options.data ?? {},
    methods: Object.fromEntries(Object.entries(options).filter(([, value]) => typeof value === 'function')),
    attached(this: PageInstance) {
      this.route = this.__route__ = route
      const set = this.setData
      this.setData = (data: object, done?: () => void) => {
        const bytes = Buffer.byteLength(JSON.stringify(data))
        world.setData.calls += 1
        world.setData.bytes += bytes
        world.setData.largest = Math.max(world.setData.largest, bytes)
        set.call(this, data, done)
      }
      pages.push(this)
      this.onLoad?.(query.current)
      this.onShow?.()
    },
    ready(this: PageInstance) {
      this.onReady?.()
    },
    detached(this: PageInstance) {
      this.onHide?.()
      this.onUnload?.()
      pages.splice(pages.indexOf(this), 1)
    },
  })

  const loaded = new Map<string, { id: string; query: { current: object } }>()
  const load = (route: string) => {
    const known = loaded.get(route)
    if (known) return known
    const query = { current: {} }
    globals.Page = (options: PageOptions) =>
      (globals.Component as (definition: object) => void)(asComponent(route, query, options))
    const page = { id: simulate.load(path.join(dist, route), { rootPath: dist, compiler: 'official' }), query }
    loaded.set(route, page)
    return page
  }

  const Element = (
    Object.getPrototypeOf(componentBase.prototype) as {
      constructor: new (node: ShadowNode) => SimulatedElement
    }
  ).constructor
  const search = (root: ShadowNode, selector: string) => {
    const found = new Set<ShadowNode>()
    const walk = (node: ShadowNode) => {
      if (node.shadowRoot?.querySelectorAll) {
        for (const hit of node.shadowRoot.querySelectorAll(selector)) found.add(hit)
        walk(node.shadowRoot)
      }
      for (const child of node.childNodes ?? []) walk(child)
    }
    walk(root)
    return [...found].map(node => new Element(node))
  }

  return {
    world,
    async open(route, query = {}) {
      const page = load(route)
      page.query.current = query
      const component = simulate.render(page.id)
      const parent = document.createElement('div')
      document.body.appendChild(parent)
      component.attach(parent)
      await waitFor(() => parent.firstChild?.childNodes.length, `the first rendering of ${route}`)
      return {
        text: () => parent.textContent ?? '',
        html: () => parent.innerHTML,
        close: () => component.detach(),
        find: selector => search(component._exparserNode, selector),
      }
    },
  }
}
