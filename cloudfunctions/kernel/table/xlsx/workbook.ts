import { posix } from 'node:path'
import { SAVE_AS_XLSX, TableRefused } from '../refused'
import type { Archive } from './archive'
import { attribute, hearAll } from './xml'

export interface Workbook {
  /** Visible sheets first, else in the order of their tabs. */
  sheets: { name: string; part: string }[]
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean
  sharedStrings?: string
  styles?: string
}

interface Relation {
  id: string
  type: string
  part: string
}

/** @throws TableRefused `otherKind` when the archive is no workbook, `damaged` */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const main = await mainPart(archive)
  const relations = await relationsOf(archive, main)
  const byType = (type: string) => relations.find(each => each.type === type && archive.has(each.part))?.part
  const sheets: { name: string; part: string; hidden: boolean }[] = []
  let from1904 = false
  await hearAll(archive.readSmall(main), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = relations.find(each => each.id === attribute(attributes, 'id'))
      // charts and macros have tabs too
      if (relation?.type !== 'worksheet' || !archive.has(relation.part)) return
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({ name: attributes.name ?? '', part: relation.part, hidden })
    },
  })
  sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden))
  return { sheets, from1904, sharedStrings: byType('sharedStrings'), styles: byType('styles') }
}

async function mainPart(archive: Archive): Promise<string> {
  const relations = await relationsOf(archive, '')
  const main = relations.find(each => each.type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (main.startsWith('xl/') && main.endsWith('.xml') && archive.has(main)) return main
  const kind = ['word/document.xml', 'ppt/presentation.xml'].some(part => archive.has(part))
    ? '这是 Word 或 PPT 文件，不是表格。把里面的表复制到 Excel 里，另存为 .xlsx 再传'
    : archive.has('xl/workbook.bin') || archive.has('content.xml')
      ? `这种表格格式读不了。${SAVE_AS_XLSX}`
      : '这是压缩包。先解压，上传里面的表格'
  throw new TableRefused('otherKind', kind)
}

async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part || '.')
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations: Relation[] = []
  if (!archive.has(file)) return relations
  await hearAll(archive.readSmall(file), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
    },
  })
  return relations
}
