import { parseIdentity, type IdType } from '../../src/domain/person'

/** Completes 17 digits of a made-up identity number with the one check character that GB 11643 allows. */
export function madeUpIdentity(
  region: string,
  bornOn: string,
  sequence: number,
  today: string,
  idType: IdType = '01',
): string {
  const stem = `${region}${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  const last = [...'0123456789X'].find(check => parseIdentity(idType, stem + check, today).ok)
  if (last === undefined) throw new Error(`no valid made-up identity number for ${region} ${bornOn} ${sequence}`)
  return stem + last
}
