export * from './govern'
export * from './retirement'
export * from './schema'
