export * from './draw'
export * from './strata'
