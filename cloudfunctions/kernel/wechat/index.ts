export * from './contentCheck'
export * from './phoneNumber'
export * from './textFindings'
