import type { CallerKind, FunctionDeclaration } from '../declaration'

/** Who stands at the beginning of a call, and through what it went: `wx_client`, `wx_client,scf`, `wx_trigger`, … */
export interface Caller {
  openid: string | undefined
  source: string
}

export const SOURCES = ['wx_client', 'wx_console', 'wx_trigger', 'wx_http', 'wx_unknown'] as const

/** What a chain of sources amounts to: a client anywhere in it makes it a client's call. */
export function kindOf(source: string): CallerKind | 'other' {
  const chain = source.split(',')
  if (chain.includes('wx_client')) return 'clients'
  if (chain.includes('wx_http') || chain.includes('wx_unknown')) return 'other'
  if (chain.includes('wx_trigger')) return 'timer'
  return chain.includes('wx_console') ? 'console' : 'other'
}

/** The function security rule. */
export function mayInvoke(declaration: FunctionDeclaration, caller: Caller): boolean {
  if (declaration.invokableBy.includes('anyone')) return true
  const kind = kindOf(caller.source)
  if (kind === 'other' || !declaration.invokableBy.includes(kind)) return false
  return kind !== 'clients' || caller.openid !== undefined
}
