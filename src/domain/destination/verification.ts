/** How a destination was verified, the strongest first (domain facts §11). */
export const VERIFICATION_METHODS = ['comparison', 'document', 'phone', 'statement'] as const
export type VerificationMethod = (typeof VERIFICATION_METHODS)[number]

export const VERIFICATION_METHOD_NAMES: Record<VerificationMethod, string> = {
  comparison: '社保等部门比对',
  document: '合同或录用证明',
  phone: '电话回访',
  statement: '本人或学校的说法',
}

/** Only a comparison or a document counts as verified. */
export const isVerified = (method: VerificationMethod): boolean => method === 'comparison' || method === 'document'

/** Whether one method says more than another. */
export const isStronger = (method: VerificationMethod, than: VerificationMethod): boolean =>
  VERIFICATION_METHODS.indexOf(method) < VERIFICATION_METHODS.indexOf(than)
