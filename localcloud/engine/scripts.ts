import { badOperator } from './errors'
import { isDoc, type Value } from './values'

const SCRIPTS = ['$function', '$accumulator', '$where']

/**
 * Refuses operators that carry a program, at any depth of an expression.
 * @throws DatabaseError
 */
export function refuseScripts(value: Value | undefined): void {
  if (Array.isArray(value)) value.forEach(refuseScripts)
  else if (isDoc(value))
    for (const [key, each] of Object.entries(value)) {
      if (SCRIPTS.includes(key)) throw badOperator(`${key} is not available`)
      refuseScripts(each)
    }
}
