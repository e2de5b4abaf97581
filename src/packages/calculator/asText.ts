export interface SheetBlock {
  title?: string
  /** Each begins a line of its own and goes on below where it is too long. */
  lines: readonly string[]
  /** Smaller print. */
  note?: string
}

/** A page to take along: a title, blocks of lines, and a word at the end. */
export interface Sheet {
  title: string
  sub: string
  blocks: readonly SheetBlock[]
  /** Each line begins with a name. */
  named?: boolean
  foot: string
}

/** As plain text, for a file or the clipboard. */
export const sheetText = ({ title, sub, blocks, foot }: Sheet): string =>
  [
    title,
    sub,
    ...blocks.flatMap(block => [
      '',
      ...(block.title ? [`【${block.title}】`] : []),
      ...block.lines,
      ...(block.note ? [block.note] : []),
    ]),
    '',
    foot,
    '',
  ].join('\n')
