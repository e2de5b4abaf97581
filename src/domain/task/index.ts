export * from './pace'
export * from './task'
export * from './transitions'
