import { kindsOf } from './kind'

/** Each kind of long work there is; `operator` begins tasks of them and `scheduler` moves them forward. */
export const TASK_KINDS = kindsOf()
