import type { graduateContract } from '../../src/contract'
import type { ClientCall, ParsedInputOf } from '../kernel/procedure'

type Input = ParsedInputOf<(typeof graduateContract)['messages.answered']>

/** Counts what the person allowed. WeChat knows it too and has the last word: a count too high sends nothing. */
export async function messagesAnswered({ answers }: Input, call: ClientCall) {
  const accepts = answers.flatMap(({ template, answer }) => (answer === 'accept' ? [template] : []))
  await call.store.messageConsents.add(call.openid, accepts)
  return { allowed: await call.store.messageConsents.allowed(call.openid) }
}
