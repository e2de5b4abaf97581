import { z } from 'zod/mini'
import { Refusal } from './refusal'

type Issue = z.core.$ZodRawIssue

const KINDS: Record<string, string> = {
  string: '文字',
  array: '列表',
  object: '一组内容',
  boolean: '是或否',
  int: '整数',
  number: '数字',
}
const MISSING = '这一项还没填'
const UNKNOWN = '没有这一项，去掉它再试；在小程序里看到这句，请更新小程序'
/** Values that are few enough to be named. */
const MOST_NAMED = 12

const oneOf = (values: readonly unknown[]): string =>
  values.length > MOST_NAMED ? '请从给出的选项里选' : `从这些里选一个：${values.map(String).join('、')}`

/** What a person reads where a schema has no words of its own: each issue code of zod, in Chinese and saying what to do. */
function chineseMessage(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return MISSING
      return `这一项要填${KINDS[issue.expected] ?? '别的内容'}`
    case 'invalid_value':
      return issue.input === undefined ? MISSING : oneOf(issue.values)
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? MISSING : `至少 ${issue.minimum} 个字`
      return issue.origin === 'array' ? `至少选 ${issue.minimum} 项` : `不能小于 ${issue.minimum}`
    case 'too_big':
      if (issue.origin === 'string') return `太长了，最多 ${issue.maximum} 个字`
      return issue.origin === 'array' ? `太多了，最多 ${issue.maximum} 项` : `不能大于 ${issue.maximum}`
    case 'invalid_format':
      return '格式不对，请再看一眼'
    case 'not_multiple_of':
      return `要是 ${issue.divisor} 的倍数`
    case 'unrecognized_keys':
      return UNKNOWN
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return '这一项不对，请再看一眼'
  }
}

const MOST_FIELDS = 20
/** A message may name what was sent; an answer stays short whatever that was. */
const LONGEST_MESSAGE = 120

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'input' : path.map(String).join('.').slice(0, 80)
}

function fieldsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const fields = new Map<string, string>()
  for (const issue of issues) {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path]
    for (const path of paths)
      if (fields.size < MOST_FIELDS && !fields.has(pathOf(path)))
        fields.set(pathOf(path), issue.message.slice(0, LONGEST_MESSAGE))
  }
  return Object.fromEntries(fields)
}

/** Parses an input by its contract; what doesn't fit is refused with a Chinese message for each field. */
export function parseInput<S extends z.ZodMiniType>(schema: S, input: unknown): z.output<S> {
  const parsed = z.safeParse(schema, input, { error: chineseMessage })
  if (parsed.success) return parsed.data
  const fields = fieldsOf(parsed.error.issues)
  const some = [...new Set(Object.values(fields))].slice(0, 3).join('；')
  throw new Refusal('INVALID_INPUT', `有地方要改：${some}`, fields)
}
