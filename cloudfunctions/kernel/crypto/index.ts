export * from './keys'
export * from './keyCheck'
export * from './seal'
export * from './tokens'
