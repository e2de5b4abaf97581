import type { ConflictKind, ConflictVersions } from './conflict'

/**
 * Two names masked so that one sees where they part: the first character, and the first one that differs, unless the first ones
 * do already (林** / 王**, 林*夏 / 林*秋). Of two characters only the one that differs is shown: no name stands there in full.
 */
export function maskNames(ours: string, theirs: string): [string, string] {
  const [a, b] = [Array.from(ours), Array.from(theirs)]
  const parting = a.findIndex((character, at) => character !== b[at])
  const masked = (name: string[]) => {
    const shown = name.length === 2 && parting === 1 ? [1] : [0, parting]
    return name.map((character, at) => (shown.includes(at) || /[· ]/.test(character) ? character : '*')).join('')
  }
  return [masked(a), masked(b)]
}

/** Both versions as a list of conflicts shows them: in words, without what needs opening. */
export function maskedVersions(kind: ConflictKind, { ours, theirs }: ConflictVersions): [string, string] {
  switch (kind) {
    case 'otherName':
    case 'nameDiffers':
      return maskNames(ours.name ?? '', theirs.name ?? '')
    case 'deceased':
      return ['在台账里', '已死亡']
    case 'insuredButRegistered':
      return [ours.registrations ?? '', theirs.from ? `有单位参保，${theirs.from} 起` : '有单位参保']
  }
}
