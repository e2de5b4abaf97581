export * from './all'
export * from './detector'
export * from './finding'
