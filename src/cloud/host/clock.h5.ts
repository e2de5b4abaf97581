let offset: Promise<number> | undefined

/** The embedded cloud starts its clock where it is told; the pages follow it. Without an answer, this machine's time. */
export async function now(): Promise<Date> {
  offset ??= fetch('/clock')
    .then(response => response.json())
    .then((body: { now?: string }) => {
      const there = Date.parse(body.now ?? '')
      return Number.isNaN(there) ? 0 : there - Date.now()
    })
    .catch(() => {
      offset = undefined
      return 0
    })
  return new Date(Date.now() + (await offset))
}
