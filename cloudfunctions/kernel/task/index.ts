export { advanceDue, advanceNow, type Step } from './advance'
export { beginTask, cancelTask } from './begin'
export { CannotGoOn, kindsOf, type Chunk, type TaskCall, type TaskKind, type TaskKinds, type Work } from './kind'
export { DAILY_KINDS, TASK_KINDS } from './kinds'
