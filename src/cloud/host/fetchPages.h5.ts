interface Route {
  path?: string
  /** Fetches the page's program, as Taro's router does when the page is opened. */
  load?: (context: object, params: object) => [Promise<unknown>, ...unknown[]]
}

/** A browser fetches each page when it is opened first; those of a folder are fetched now, for when there is no net. */
export function fetchPages(root: string): void {
  const { routes = [] } = (window as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig ?? {}
  for (const { path, load } of routes) if (path?.startsWith(root)) load?.({}, {})[0].catch(() => undefined)
}
