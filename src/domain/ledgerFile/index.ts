export * from './cells'
export * from './columns'
export * from './readRow'
export * from './takeRow'
