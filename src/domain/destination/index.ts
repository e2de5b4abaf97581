export * from './codes'
export * from './verification'
