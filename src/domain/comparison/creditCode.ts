const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = Array.from({ length: 17 }, (_, i) => 3 ** i % 31)
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11714 check of the organisation code within: 0–9, X for 10. */
function organisationAgrees(code: string): boolean {
  const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * characters.indexOf(code[8 + i]!), 0)
  const check = 11 - (sum % 11)
  return code[16] === (check === 10 ? 'X' : check === 11 ? '0' : String(check))
}

/** Whether it is a unified social credit code, GB 32100-2015: 18 characters without I O S V Z, both checks right. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(text)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * CHARACTERS.indexOf(text[i]!), 0)
  return CHARACTERS[(31 - (sum % 31)) % 31] === text[17] && organisationAgrees(text)
}
