import fc from 'fast-check'
import { campaign2024 } from '../../../data/forTests'
import { parseIdentity } from '../person'
import {
  checkEligibility,
  contentOf,
  DECLARATIONS,
  factsFromForm,
  isRegistrationNumber,
  missingDeclarations,
  ReceiptSchema,
  registrationNumber,
  RegistrationFormSchema,
  type RegistrationForm,
} from '.'

const form: RegistrationForm = {
  requestId: 'request-0001',
  kind: 'unemployment',
  basis: 'residence',
  handlingDistrict: 'haidian',
  person: { idType: '01', idNumber: '110101200203150011', name: '林晓雨', phone: '13812345678' },
  education: { level: '21', school: '北京工业大学', graduatedOn: '2024-07-01' },
  intention: { wantsWork: true, districts: ['haidian', 'bda'] },
  declarations: ['truthful', 'jobless', 'seekingWork'],
}
const identity = parseIdentity('01', form.person.idNumber)
const judge = (filed: RegistrationForm) =>
  checkEligibility({
    kind: filed.kind,
    facts: factsFromForm(filed, identity),
    on: '2024-09-01',
    campaign: campaign2024,
  })

test('a complete form is enough for a yes', () => {
  expect(RegistrationFormSchema.parse(form)).toEqual(form)
  expect(judge(form)).toMatchObject({ outcome: 'yes', category: 'GRAD_2024' })
})

test('declaring oneself without work says no work and no school', () => {
  expect(factsFromForm(form, identity)).toMatchObject({
    employment: 'none',
    inSchool: false,
    ableToWork: true,
    bornOn: '2002-03-15',
    sex: 'male',
  })
  const undeclared: RegistrationForm = { ...form, declarations: ['truthful'] }
  expect(factsFromForm(undeclared, identity)).not.toHaveProperty('employment')
  expect(judge(undeclared).outcome).toBe('unknown')
})

test('where the situation says otherwise it wins over the declaration', () => {
  const result = judge({ ...form, situation: { employment: 'employed' } })
  expect(result.outcome).toBe('no')
  expect(result.rules.find(rule => rule.id === 'NOT_EMPLOYED')).toMatchObject({ met: 'no' })
  expect(judge({ ...form, situation: { inSchool: true } }).outcome).toBe('no')
  expect(judge({ ...form, intention: { wantsWork: false } }).outcome).toBe('no')
})

test('a document without a birth date needs it from the person', () => {
  const abroad: RegistrationForm = { ...form, person: { ...form.person, idType: '02', idNumber: 'H12345678' } }
  const permit = parseIdentity('02', 'H12345678')
  expect(factsFromForm(abroad, permit)).not.toHaveProperty('bornOn')
  expect(factsFromForm({ ...abroad, person: { ...abroad.person, bornOn: '2002-01-01' } }, permit).bornOn).toBe(
    '2002-01-01',
  )
})

test('what still has to be declared', () => {
  expect(missingDeclarations('unemployment', ['truthful'])).toEqual(['jobless', 'seekingWork'])
  expect(missingDeclarations('jobSeeking', ['truthful'])).toEqual([])
  for (const declaration of DECLARATIONS) expect(campaign2024.declarations[declaration].sentence).toContain('我')
})

describe('two filings are the same', () => {
  test('whatever the request, the order and the way of typing', () => {
    const again: RegistrationForm = {
      declarations: ['seekingWork', 'truthful', 'jobless'],
      intention: { districts: ['bda', 'haidian'], wantsWork: true, note: '' },
      education: { graduatedOn: '2024-07-01', school: '北京工业大学', level: '21' },
      person: {
        phone: '+86 138 1234 5678',
        phoneCode: 'code',
        name: '林 晓雨',
        idNumber: '110101 20020315 0011',
        idType: '01',
      },
      handlingDistrict: 'haidian',
      basis: 'residence',
      kind: 'unemployment',
      requestId: 'request-0002',
    }
    expect(contentOf(again)).toBe(contentOf(form))
  })

  test('but not when anything stated differs', () => {
    expect(contentOf({ ...form, handlingDistrict: 'bda' })).not.toBe(contentOf(form))
    expect(contentOf({ ...form, person: { ...form.person, phone: '13812345679' } })).not.toBe(contentOf(form))
    expect(contentOf({ ...form, intention: { wantsWork: false } })).not.toBe(contentOf(form))
    expect(contentOf({ ...form, sensitive: { consent: true, hardships: ['disability'] } })).not.toBe(contentOf(form))
  })
})

describe('a registration number', () => {
  const bytes = fc.uint8Array({ minLength: 14, maxLength: 20 })

  test('is short, of this year and without letters people mix up', () => {
    fc.assert(
      fc.property(bytes, random => {
        const no = registrationNumber(random, '2024-08-20')
        expect(no).toMatch(/^QH24-[2-9AC-HJKMNP-RTV-Y]{4}-[2-9AC-HJKMNP-RTV-Y]{4}$/)
        expect(isRegistrationNumber(no)).toBe(true)
      }),
    )
  })

  test('shows every wrong character and every swap of neighbours', () => {
    fc.assert(
      fc.property(bytes, random => {
        const no = registrationNumber(random, '2024-08-20')
        for (const at of [5, 6, 7, 8, 10, 11, 12, 13]) {
          for (const other of '23456789ACDEFGHJKMNPQRTVWXY')
            if (other !== no[at]) expect(isRegistrationNumber(no.slice(0, at) + other + no.slice(at + 1))).toBe(false)
          const next = at === 8 ? 10 : at + 1
          if (next > 13 || no[at] === no[next]) continue
          const swapped = Array.from(no)
          ;[swapped[at], swapped[next]] = [no[next] ?? '', no[at] ?? '']
          expect(isRegistrationNumber(swapped.join(''))).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })

  test.each(['', 'QH24-7K3M', 'qh24-7k3m-92px', 'QH24-0000-0000', 'QH24-7K3M-92PXX'])('is not %s', text => {
    expect(isRegistrationNumber(text)).toBe(false)
  })

  test('needs randomness', () => {
    expect(() => registrationNumber(new Uint8Array(3), '2024-08-20')).toThrow(RangeError)
  })
})

test('a receipt carries a number that holds', () => {
  const no = registrationNumber(new Uint8Array(14), '2024-08-20')
  const receipt = {
    no,
    kind: 'jobSeeking',
    handlingDistrict: 'bda',
    status: 'active',
    filedAt: '2024-08-20T01:41:00.000Z',
  }
  expect(ReceiptSchema.safeParse(receipt).success).toBe(true)
  expect(ReceiptSchema.safeParse({ ...receipt, no: 'QH24-2222-2223' }).success).toBe(false)
})
