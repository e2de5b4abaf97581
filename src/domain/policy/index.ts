export type * from './book'
export type * from './texts'
export type * from './result'
export * from './standing'
