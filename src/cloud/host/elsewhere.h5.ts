/** Calls back when another tab of the browser has kept or dropped what was typed; returns how to stop. */
export function watchElsewhere(run: () => void): () => void {
  const stored = ({ key }: StorageEvent) => {
    if (key?.startsWith('qihang.draft.')) run()
  }
  addEventListener('storage', stored)
  return () => removeEventListener('storage', stored)
}
