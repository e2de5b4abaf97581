import { z } from 'zod'

const times = z.int().min(0).max(10_000)

/** Faults a test may order; counts say how often each strikes. Without `openapiAnswer` an interface answers as usual. */
export const faultsSchema = z.strictObject({
  dropAnswerAfterWrite: times.optional(),
  dropRequestBeforeWrite: times.optional(),
  killWorkerAfterWrite: times.optional(),
  killGatewayAfterWrite: times.optional(),
  slowMs: z.int().min(0).max(60_000).optional(),
  killWorkerBeforeOpenapi: z.record(z.string(), times).optional(),
  killWorkerAfterOpenapi: z.record(z.string(), times).optional(),
  openapiDown: z.record(z.string(), times).optional(),
  openapiAnswer: z.record(z.string(), z.looseObject({ errcode: z.int() }).nullable()).optional(),
})

export type FaultOrder = z.infer<typeof faultsSchema>
type CountedByApi = 'killWorkerBeforeOpenapi' | 'killWorkerAfterOpenapi' | 'openapiDown'
type Counted = 'dropAnswerAfterWrite' | 'dropRequestBeforeWrite' | 'killWorkerAfterWrite' | 'killGatewayAfterWrite'

/** The faults in force. Each order changes what it names and leaves the rest. */
export class Faults {
  private counts = new Map<Counted, number>()
  private byApi = new Map<string, number>()
  private answers = new Map<string, Record<string, unknown>>()
  slowMs = 0

  order(order: FaultOrder): void {
    for (const name of [
      'dropAnswerAfterWrite',
      'dropRequestBeforeWrite',
      'killWorkerAfterWrite',
      'killGatewayAfterWrite',
    ] as const) {
      const count = order[name]
      if (count !== undefined) this.counts.set(name, count)
    }
    if (order.slowMs !== undefined) this.slowMs = order.slowMs
    for (const name of ['killWorkerBeforeOpenapi', 'killWorkerAfterOpenapi', 'openapiDown'] as const)
      for (const [api, count] of Object.entries(order[name] ?? {})) this.byApi.set(`${name} ${api}`, count)
    for (const [api, answer] of Object.entries(order.openapiAnswer ?? {})) {
      if (answer === null) this.answers.delete(api)
      else this.answers.set(api, answer)
    }
  }

  /** Whether the fault strikes now; counts it. */
  strikes(name: Counted): boolean {
    return takeOne(this.counts, name)
  }

  /** As {@link strikes}, for one of WeChat's interfaces. */
  strikesApi(name: CountedByApi, api: string): boolean {
    return takeOne(this.byApi, `${name} ${api}`)
  }

  orderedAnswer(api: string): Record<string, unknown> | undefined {
    return this.answers.get(api)
  }
}

function takeOne<K>(counts: Map<K, number>, key: K): boolean {
  const left = counts.get(key) ?? 0
  if (left > 0) counts.set(key, left - 1)
  return left > 0
}
