export * from './entry'
export * from './history'
export * from './pending'
