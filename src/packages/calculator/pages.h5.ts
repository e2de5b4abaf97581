/** A browser fetches each page when it is opened first; these are fetched with the first one, for when there is no net. */
export function fetchPages(): void {
  for (const fetching of [
    import('./result'),
    import('./answers'),
    import('./recap'),
    import('./employer'),
    import('./policy'),
    import('./policies'),
    import('./checklist'),
  ])
    fetching.catch(() => undefined)
}
