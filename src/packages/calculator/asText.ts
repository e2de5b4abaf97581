import type { PictureBlock } from './pagePicture'

/** A page to take along: a title, blocks of lines, and a word at the end. */
export interface Sheet {
  title: string
  sub: string
  blocks: readonly PictureBlock[]
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
