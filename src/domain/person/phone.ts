import type { Normalised } from './normalised'

/**
 * A mainland mobile number as 11 digits; `+86`, `0086`, `86`, spaces, hyphens and full-width digits are taken off. Virtual
 * operators' numbers (170, 171, 162, 165, 167) are legal.
 */
export function normalisePhone(raw: string): Normalised {
  const typed = raw.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff()\u2010-\u2015-]/g, '')
  if (typed === '') return { ok: false, message: '写上手机号' }
  const value = typed.replace(/^(\+86|0086|86(?=1\d{10}$))/, '')
  if (!/^\d+$/.test(value)) return { ok: false, message: '手机号里只有数字，请再看一眼' }
  if (value.startsWith('0')) return { ok: false, message: '这是座机号，请填手机号，好给你发消息' }
  if (value.length !== 11) return { ok: false, message: `手机号是 11 位，现在填了 ${value.length} 位，请再看一眼` }
  if (!/^1[3-9]/.test(value)) return { ok: false, message: '没有这样开头的手机号，请再看一眼' }
  return { ok: true, value }
}
