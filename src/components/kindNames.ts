import type { Kind } from '../domain/registration'

/** Official names: a person must say them at a counter. */
export const KIND_NAMES: Record<Kind, string> = { jobSeeking: '求职登记', unemployment: '失业登记' }
