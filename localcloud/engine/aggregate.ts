import { aggregate as runPipeline } from 'mingo'
import type { Database } from './database'
import { checkCriteria } from './criteria'
import { badOperator, DatabaseError, refused } from './errors'
import { refuseScripts } from './scripts'
import { isDoc, type Doc, type Value } from './values'

const STAGES = new Set([
  '$match', '$project', '$group', '$sort', '$limit', '$skip', '$unwind', '$addFields', '$count', '$lookup', '$replaceRoot',
  '$sample', '$sortByCount', '$bucket', '$bucketAuto',
]) // prettier-ignore

export interface Stage {
  name: string
  value: Value
}

/**
 * Runs an aggregation. $match stages at the start go through the planner; the rest works on the stream they leave.
 * @throws DatabaseError naming a stage that is unknown or not available
 */
export function aggregate(database: Database, collection: string, stages: readonly Stage[]): Doc[] {
  for (const { name, value } of stages) {
    if (!STAGES.has(name)) throw badOperator(`unknown or unsupported aggregation stage: ${name}`)
    if (name === '$match') checkCriteria(asDoc(value, name))
    if (name === '$lookup') database.collection(asDoc(value, name).from)
    refuseScripts(value)
  }
  const matches: Doc[] = []
  while (stages[matches.length]?.name === '$match') matches.push(stages[matches.length]?.value as Doc)
  const criteria: Doc = matches.length > 1 ? { $and: matches } : (matches[0] ?? {})
  const rest = stages.slice(matches.length).map(({ name, value }) => ({ [name]: value }))
  try {
    const result: unknown = runPipeline(database.collection(collection).each(criteria), rest, {
      scriptEnabled: false,
      collectionResolver: (name: string) => [...database.collection(name).each({})],
    })
    return result as Doc[]
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    throw refused(error instanceof Error ? error.message : 'the aggregation cannot be run')
  }
}

function asDoc(value: Value, stage: string): Doc {
  if (!isDoc(value)) throw refused(`${stage} needs an object`)
  return value
}
