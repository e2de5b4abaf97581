import { beijingDate, type BeijingDate } from '../../src/domain/time'
import type { OperatorCall } from '../kernel/procedure'
import { invalid } from '../kernel/refusal'
import { FileMissing } from '../kernel/store/files'

/** Refuses a list before its task begins: one of a day to come, or one that is not in cloud storage. Throws INVALID_INPUT. */
export async function requireList(
  { fileID, asOf }: { fileID: string; asOf: BeijingDate },
  call: OperatorCall,
): Promise<void> {
  if (asOf > beijingDate(call.now)) throw invalid({ asOf: '名单日期在今天之后，请核对' })
  try {
    const stream = await call.files.download(fileID)
    stream.destroy()
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error
    throw invalid({ fileID: '云存储里没有这个文件。看看 fileID 有没有抄全，文件是不是删掉了' })
  }
}
