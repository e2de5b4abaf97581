export * from './distribute'
export * from './notice'
export * from './place'
