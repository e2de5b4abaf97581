export * from './beijing'
export * from './calendar'
