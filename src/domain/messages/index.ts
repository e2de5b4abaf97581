export * from './acceptance'
export * from './keys'
