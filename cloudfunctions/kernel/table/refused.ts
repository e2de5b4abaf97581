/** Why a file as a whole can't be read; single bad rows are no reason. */
export type TableFault =
  | 'empty'
  | 'missing'
  | 'tooLarge'
  | 'password'
  | 'oldExcel'
  | 'otherKind'
  | 'webPage'
  | 'truncated'
  | 'damaged'
  | 'bomb'
  | 'noSheet'
  | 'noHeader'
  | 'noRows'
  | 'tooManyColumns'
  | 'longRow'
  | 'encoding'
  | 'nul'
  | 'openQuote'

/** A file that is refused whole. The message is Chinese, says what to do, and holds nothing out of the file's rows. */
export class TableRefused extends Error {
  constructor(
    readonly code: TableFault,
    message: string,
    /** Where it happens, as a spreadsheet counts rows. */
    readonly row?: number,
  ) {
    super(message)
    this.name = 'TableRefused'
  }
}

/** How an operator makes nearly any file readable. */
export const SAVE_AS_XLSX = '用 Excel 或 WPS 打开，另存为 .xlsx，再上传一次'
