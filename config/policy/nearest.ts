/** How many letters have to be changed, added, left out or swapped with their neighbour to come from one to the other. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)])
  for (let j = 1; j <= b.length; j++) rows[0]![j] = j
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + same,
        swapped ? rows[i - 2]![j - 2]! + 1 : Infinity,
      )
    }
  return rows[a.length]![b.length]!
}

/** The name that was probably meant; undefined where none is near. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  const wanted = name.toLowerCase()
  const scored = names.map(other => {
    const known = other.toLowerCase()
    const part = wanted.length > 2 && (known.includes(wanted) || wanted.includes(known))
    return { other, far: part ? Math.min(1, distance(wanted, known)) : distance(wanted, known) }
  })
  const best = scored.sort((x, y) => x.far - y.far)[0]
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.other : undefined
}
