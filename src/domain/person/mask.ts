/** Compound surnames still in use. */
const COMPOUND_SURNAMES = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 司徒 司空 夏侯 轩辕 端木 独孤 南宫 西门 百里 呼延 澹台 公冶 申屠 太史 钟离 闻人 濮阳 淳于 单于 赫连 完颜 纳兰 鲜于 拓跋 闾丘 梁丘 左丘 第五 东郭 子车 宗政 万俟'.split(
    ' ',
  ),
)

/**
 * A name as lists show it: the surname and a star for each further character, two at most (林**, 张*, 欧阳*). A name
 * with `·` or in Latin letters keeps its first character only.
 */
export function maskName(name: string): string {
  const characters = Array.from(name)
  const [first = ''] = characters
  if (name.includes('·')) return `${first}**·**`
  if (/^[A-Z]/i.test(name)) return `${first}***`
  const surname = characters.length > 2 && COMPOUND_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1
  return characters.slice(0, surname).join('') + '*'.repeat(Math.min(2, Math.max(0, characters.length - surname)))
}

/**
 * First three and last four, a star for each character between (110***********1234). A number under 12 characters keeps
 * its first only, so that most of it stays hidden.
 */
export function maskIdNumber(number: string): string {
  const head = number.length < 12 ? 1 : 3
  if (number.length <= head + 4) return '*'.repeat(number.length)
  return number.slice(0, head) + '*'.repeat(number.length - head - 4) + lastFour(number)
}

/** 138****1234. */
export const maskPhone = (phone: string): string =>
  phone.length === 11 ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '*'.repeat(phone.length)

/** The last four characters: what tells two people of one masked name apart. */
export const lastFour = (number: string): string => number.slice(-4)
