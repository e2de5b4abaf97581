import { normaliseName, normalisePhone, parseIdentity } from '../person'
import { canonicalJson } from './canonical'
import type { RegistrationForm } from './form'

/**
 * What decides whether two filings are the same: everything the person stated, brought into normal form, with keys and sets in one
 * order. Left out: `requestId` and `phoneCode`, which differ between two tries. Put the phone number that a `phoneCode`
 * stood for into `person.phone` first. Personal: hash it, never store or log it.
 */
export function contentOf(form: RegistrationForm): string {
  const { idType, idNumber, name, phone, bornOn } = form.person
  const identity = parseIdentity(idType, idNumber)
  return canonicalJson({
    kind: form.kind,
    basis: form.basis,
    handlingDistrict: form.handlingDistrict,
    person: {
      idType,
      idNumber: identity.ok ? identity.number : idNumber,
      name: orTyped(normaliseName(name, idType), name),
      phone: phone === undefined ? undefined : orTyped(normalisePhone(phone), phone),
      bornOn,
    },
    education: form.education,
    intention: { ...form.intention, districts: asSet(form.intention.districts) },
    declarations: asSet(form.declarations),
    situation: form.situation,
    sensitive: form.sensitive && { ...form.sensitive, hardships: asSet(form.sensitive.hardships) },
  })
}

const orTyped = (normalised: ReturnType<typeof normaliseName>, typed: string) =>
  normalised.ok ? normalised.value : typed.trim()

const asSet = (values: readonly string[] | undefined) => values && [...new Set(values)].sort()
