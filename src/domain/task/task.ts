/** A file that a task leaves in storage. */
export interface TaskFile {
  name: string
  fileID: string
}

export const TASK_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** How far a task was at a moment. */
export interface Mark {
  at: number
  done: number
}

/**
 * Long work, moved forward in bounded steps (DESIGN, settled 9). Times are ms since 1970. Nothing in it is a personal
 * fact: what a step needs of people stands in the ledger or in files.
 */
export interface Task {
  _id: string
  kind: string
  input: Record<string, unknown>
  /** Unique: what it must not share with another active task; a value of its own where it may, and once it has ended. */
  active: string
  /** `waiting`: not begun, or until it is tried again after a failure; `running`: begun, also between two steps. */
  state: TaskState
  /** Rises with each write. */
  version: number
  /** Says which write was the last one. */
  stamp: string
  /** From when it may be claimed: while somebody holds it, the end of the lease; `NEVER` when there is nothing left to do. */
  dueAt: number
  /** Who moves it forward now; empty between steps. */
  holder: string
  /** What the next step begins from, as its kind wrote it; null before the first. */
  checkpoint: unknown
  done: number
  /** 0 while it is not known. */
  total: number
  /** From the last minutes, oldest first. */
  marks: Mark[]
  result: Record<string, number>
  files: TaskFile[]
  /** Failures and cuts since it last came forward. */
  tries: number
  /** In Chinese, for the operator; empty where all went well. */
  lastError: string
  cancel: { by: string; reason: string; at: number } | null
  createdBy: string
  createdAt: number
  startedAt: number | null
  endedAt: number | null
}

/** Later than any moment. */
export const NEVER = Number.MAX_SAFE_INTEGER

/** What a task may not share with another active one; without it, any number of the kind run side by side. */
const activeKey = (id: string, exclusive: string | undefined): string =>
  exclusive === undefined ? `free:${id}` : `only:${exclusive}`

export interface NewTask {
  id: string
  kind: string
  input: Record<string, unknown>
  exclusive?: string | undefined
  by: string
}

/** A task that waits for its first step. */
export const newTask = ({ id, kind, input, exclusive, by }: NewTask, nowMs: number): Task => ({
  _id: id,
  kind,
  input,
  active: activeKey(id, exclusive),
  state: 'waiting',
  version: 1,
  stamp: id,
  dueAt: nowMs,
  holder: '',
  checkpoint: null,
  done: 0,
  total: 0,
  marks: [],
  result: {},
  files: [],
  tries: 0,
  lastError: '',
  cancel: null,
  createdBy: by,
  createdAt: nowMs,
  startedAt: null,
  endedAt: null,
})

export const hasEnded = ({ state }: Pick<Task, 'state'>): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'
