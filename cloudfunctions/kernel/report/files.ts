import { documentOf, fileTitle, pagesOf, reportJson, type MadeReport } from '../../../src/domain/report'
import type { TaskFile } from '../../../src/domain/task'
import type { FileStore } from '../store/files'
import { writeDocument } from '../table'
import { leaveResult } from '../task/taskFiles'

/** Leaves a report in its three forms. Written again, each replaces what stood in its place. */
export async function reportFiles(taskId: string, made: MadeReport, files: FileStore): Promise<TaskFile[]> {
  const title = fileTitle(made)
  const leave = (end: string, content: Parameters<typeof leaveResult>[4]) =>
    leaveResult(files, taskId, `${made.kind}.${end}`, `${title}.${end}`, content)
  return [
    await leave(
      'xlsx',
      pagesOf(made).map(page => ({ ...page, framed: true })),
    ),
    await leave('docx', await writeDocument(documentOf(made))),
    await leave('json', Buffer.from(reportJson(made))),
  ]
}
