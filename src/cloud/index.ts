import { catalogueContract } from '../contract/catalogue'
import { graduateContract } from '../contract/graduate'
import { makeClient } from './client'
import { transport } from './host/transport'

export type { CloudError, CloudResult } from './error'
export { useLoad, useReturn } from './useLoad'

/** The only way out: `cloud.graduate.registration.file(form)`. */
export const cloud = {
  graduate: makeClient('graduate', graduateContract, transport),
  catalogue: makeClient('catalogue', catalogueContract, transport),
}
