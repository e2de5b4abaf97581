import { readToken, type InvocationClaims } from './token'

/** Ended invocations are remembered so long; their tokens are void by themselves later. */
const REMEMBERED = 20_000

/** Knows the invocations that may talk to the gateway, and counts their database requests. */
export class Invocations {
  private readonly operations = new Map<string, number>()
  private readonly ended = new Set<string>()

  constructor(private readonly secret: string) {}

  /** @returns what the token says, or undefined when no running invocation has it */
  whose(token: unknown): InvocationClaims | undefined {
    const claims = readToken(token, this.secret, Date.now())
    return claims === undefined || this.ended.has(claims.invocation) ? undefined : claims
  }

  countOperation(invocation: string): void {
    this.operations.set(invocation, (this.operations.get(invocation) ?? 0) + 1)
  }

  /** Ends an invocation. @returns how many database requests it made */
  end(invocation: string): number {
    const count = this.operations.get(invocation) ?? 0
    this.operations.delete(invocation)
    this.ended.add(invocation)
    if (this.ended.size > REMEMBERED) this.ended.delete(this.ended.values().next().value as string)
    return count
  }
}
