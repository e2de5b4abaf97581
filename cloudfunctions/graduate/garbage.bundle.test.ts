import fc from 'fast-check'
import { ERROR_CODES } from '../../src/contract'
import { formOf, openidOf, startCity, type City } from '../../test/city'

jest.setTimeout(120_000)

let city: City
beforeAll(async () => {
  city = await startCity()
})
afterAll(() => city?.cloud.stop())

/** Each place in a form, as a path. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((part, i) => (String(i) === key ? replaced(part, rest, by) : part))
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) }
}

const whole = formOf(1, {
  situation: { employment: 'none', inSchool: false },
  sensitive: { consent: true, hardships: ['lowIncome'] },
})
const places = placesIn(whole)
/** Values no field of the form takes. */
const nonsense = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    {},
    [[]],
    [null],
    { $ne: 1 },
    { $gt: '' },
    -1,
    1e300,
    'x'.repeat(5000),
    '\u0000',
    '🙂',
    '2024-02-30',
    '<script>',
  ),
  fc.dictionary(fc.string(), fc.jsonValue()),
  fc.array(fc.dictionary(fc.string(), fc.string(), { minKeys: 1 }), { minLength: 1 }),
)
/** Free texts and the request's own number take any text there is; those are left out where a text is put in. */
const isText = (path: string[]) => ['occupations', 'school', 'major', 'requestId'].includes(path.at(-1) ?? '')

it('any value in any field never throws and never stores', async () => {
  let account = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), nonsense, async (path, value) => {
      fc.pre(!(isText(path) && typeof value === 'string'))
      // nothing in it has to be told
      fc.pre(!(path.join('.') === 'situation' && JSON.stringify(value) === '{}'))
      const openid = openidOf(`garbage-${(account += 1)}`)
      await city.agree(openid)
      const { status, result } = await city.called(openid, 'registration.file', replaced(whole, path, value))
      expect(status).toBe(200)
      if (result.ok) throw new Error(`stored with ${path.join('.')} = ${JSON.stringify(value)}`)
      expect(ERROR_CODES).toContain(result.error.code)
      expect(result.error.code).not.toBe('TRY_AGAIN')
      expect(result.error.message).toMatch(/\p{Script=Han}/u)
    }),
    { numRuns: 250 },
  )
  expect(await city.ledger()).toEqual([])
})

it('any event at all is answered, by each function, with a code of the closed list', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('graduate', 'catalogue'),
      fc.oneof(
        fc.jsonValue(),
        fc.record({
          action: fc.oneof(fc.string(), fc.constantFrom('registration.file', 'schools.search', '__proto__')),
          input: fc.jsonValue(),
        }),
      ),
      async (fn, event) => {
        fc.pre(typeof event === 'object' && event !== null && !Array.isArray(event))
        const { result } = await city.cloud.call<{ ok: boolean; error?: { code: string } }>(fn, event, {
          openid: openidOf('any'),
        })
        if (!result.ok) expect(ERROR_CODES).toContain(result.error?.code)
        expect(result.error?.code).not.toBe('TRY_AGAIN')
      },
    ),
    { numRuns: 150 },
  )
})

it.each([1_000, 10_000, 45_000])('an input nested %i deep is refused like any other', async depth => {
  const input = '['.repeat(depth) + ']'.repeat(depth)
  const { status, result } = await city.cloud.call<{ error?: { code: string } }>(
    'graduate',
    `{"action":"registration.file","input":${input}}`,
    { openid: openidOf('deep') },
  )
  expect([status, result.error?.code]).toEqual([200, 'INVALID_INPUT'])
})

it('who one is never comes from the body', async () => {
  const openid = openidOf('owner')
  await city.agree(openid)
  expect((await city.ask(openid, 'registration.file', formOf(900))).ok).toBe(true)
  const stranger = openidOf('stranger')
  for (const forged of [
    { openid },
    { OPENID: openid },
    { userInfo: { openId: openid } },
    { role: 'staff', district: 'haidian' },
  ]) {
    const outside = await city.cloud.call(
      'graduate',
      { action: 'registration.mine', input: {}, ...forged },
      { openid: stranger },
    )
    expect(outside.result).toEqual({ ok: true, data: { entry: null } })
    const inside = await city.ask(stranger, 'registration.mine', forged)
    expect(inside).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
  }
})

it('without an OPENID nothing is answered but a refusal', async () => {
  const { result, status } = await city.cloud.call<{ ok: boolean; error?: { code: string } } | undefined>(
    'graduate',
    { action: 'registration.mine', input: {}, userInfo: { openId: openidOf('owner') } },
    { source: 'wx_http' },
  )
  expect(result?.ok ?? false).toBe(false)
  expect(status === 200 ? result?.error?.code : 'NOT_ALLOWED').toBe('NOT_ALLOWED')
})
