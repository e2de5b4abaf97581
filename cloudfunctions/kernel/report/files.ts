import { documentOf, fileTitle, pagesOf, reportJson, type MadeReport } from '../../../src/domain/report'
import type { TaskFile } from '../../../src/domain/task'
import type { FileStore } from '../store/files'
import { withTemporaryFile, writeDocument, writeXlsx } from '../table'

/** Leaves a report in its three forms. Written again, each replaces what stood in its place. */
export async function reportFiles(taskId: string, made: MadeReport, files: FileStore): Promise<TaskFile[]> {
  const title = fileTitle(made)
  const pathOf = (end: string) => `results/${taskId}/${made.kind}.${end}`
  const workbook = await withTemporaryFile(async localFile => {
    await writeXlsx(
      localFile,
      pagesOf(made).map(page => ({ ...page, framed: true })),
    )
    return files.upload(pathOf('xlsx'), { localFile })
  })
  const json = await files.upload(pathOf('json'), Buffer.from(reportJson(made)))
  const document = await files.upload(pathOf('docx'), await writeDocument(documentOf(made)))
  return [
    { name: `${title}.xlsx`, fileID: workbook },
    { name: `${title}.docx`, fileID: document },
    { name: `${title}.json`, fileID: json },
  ]
}
