import { hashOfCode, newOperatorCode, operatorOf, sameSecret } from './operatorCode'
import type { Operator, Store } from './store'

const NOW = new Date('2024-09-02T01:00:00Z')

async function storeWith(...operators: Operator[]) {
  const wrong: string[] = []
  const store = {
    operators: {
      read: async (id: string) => operators.find(({ _id }) => _id === id),
      secondsToWait: async (id: string) => (wrong.filter(each => each === id).length >= 5 ? 180 : 0),
      countWrong: async (id: string) => void wrong.push(id),
    },
  } as unknown as Store
  return { store, wrong }
}

const gaoYuan = async (code: string, over: Partial<Operator> = {}): Promise<Operator> => ({
  _id: 'gao-yuan',
  name: '高远',
  hash: await hashOfCode(code),
  issuedAt: NOW.toISOString(),
  issuedBy: 'bootstrap',
  ...over,
})

describe('a personal operator code', () => {
  it('is long, in groups, and never twice the same', () => {
    const codes = Array.from({ length: 50 }, newOperatorCode)
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-TV-Z]{5}-){4}[2-9A-HJ-NP-TV-Z]{5}$/)
    expect(new Set(codes).size).toBe(50)
  })
  it('is stored so that it cannot be read', async () => {
    const code = newOperatorCode()
    expect(await hashOfCode(code)).not.toContain(code)
    expect(await hashOfCode(code)).not.toBe(await hashOfCode(code))
  })
  it('opens for its holder, also typed small', async () => {
    const code = newOperatorCode()
    const { store } = await storeWith(await gaoYuan(code))
    expect(await operatorOf({ id: 'gao-yuan', code: ` ${code.toLowerCase()} ` }, store, NOW)).toEqual({
      id: 'gao-yuan',
      name: '高远',
    })
  })
  it('that is wrong, revoked or of nobody gets one and the same answer', async () => {
    const code = newOperatorCode()
    const { store } = await storeWith(
      await gaoYuan(code),
      await gaoYuan(code, { _id: 'su-wan', revokedAt: NOW.toISOString() }),
    )
    const answers = await Promise.all(
      [{ id: 'gao-yuan', code: 'wrong' }, { id: 'su-wan', code }, { id: 'nobody', code }, undefined].map(given =>
        operatorOf(given, store, NOW).then(
          () => 'in',
          error => [error.code, error.message].join(),
        ),
      ),
    )
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^NOT_ALLOWED/)
  })
  it('has to wait after five wrong ones, known or not', async () => {
    const code = newOperatorCode()
    const { store } = await storeWith(await gaoYuan(code))
    for (const id of ['gao-yuan', 'nobody']) {
      for (let i = 0; i < 5; i += 1)
        await expect(operatorOf({ id, code: 'wrong' }, store, NOW)).rejects.toMatchObject({ code: 'NOT_ALLOWED' })
      await expect(operatorOf({ id, code }, store, NOW)).rejects.toMatchObject({ code: 'RATE_LIMITED' })
    }
  })
})

it('secrets are the same only when they are', () => {
  expect(sameSecret('a-long-secret', 'a-long-secret')).toBe(true)
  expect(sameSecret('a-long-secret', 'a-long-secre')).toBe(false)
})
