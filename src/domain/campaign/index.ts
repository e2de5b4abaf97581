export * from './govern'
export * from './retention'
export * from './retirement'
export * from './schema'
