export * from './codes'
export * from './evidence'
export * from './verification'
