export * from './consent'
export * from './erasure'
export * from './notice'
export * from './stored'
