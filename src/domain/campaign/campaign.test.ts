import { campaign2024, campaign2025 } from '../../../data/forTests'
import { campaignOn, CampaignSchema, inWindow, retirementRange } from '.'

const both = [campaign2025, campaign2024]

test.each([campaign2024, campaign2025])('the file of $id holds', campaign => {
  expect(CampaignSchema.safeParse(campaign).error?.issues).toBeUndefined()
})

test('the window has both its ends', () => {
  expect(['2024-06-30', '2024-07-01', '2024-12-31', '2025-01-01'].map(day => inWindow(campaign2024, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('each day is governed by one file', () => {
  expect(campaignOn(both, '2024-07-01')?.id).toBe('2024')
  expect(campaignOn(both, '2024-12-31')?.id).toBe('2024')
  expect(campaignOn(both, '2025-07-01')?.id).toBe('2025')
})

test('between and after campaigns the last begun one still says what to do, before all the first', () => {
  expect(campaignOn(both, '2025-03-01')?.id).toBe('2024')
  expect(campaignOn(both, '2026-03-01')?.id).toBe('2025')
  expect(campaignOn(both, '2023-03-01')?.id).toBe('2024')
  expect(campaignOn([], '2024-08-01')).toBeUndefined()
})

test('a campaign that ends before it begins is refused', () => {
  const wrong = { ...campaign2024, window: { ...campaign2024.window, to: '2024-06-30' } }
  expect(CampaignSchema.safeParse(wrong).success).toBe(false)
})

test('retirement comes at 60, 55 or 50 before 2025 and step by step later after', () => {
  const range = (bornOn: string, sex?: 'male' | 'female') => retirementRange(campaign2024, bornOn, sex)
  expect(range('1964-12-31', 'male')).toEqual({ earliest: '2024-12-31', latest: '2024-12-31' })
  expect(range('1965-01-01', 'male')?.latest).toBe('2025-02-01')
  expect(range('1965-05-10', 'male')?.latest).toBe('2025-07-10')
  expect(range('1976-09-01', 'male')?.latest).toBe('2039-09-01')
  expect(range('2002-03-15', 'male')?.latest).toBe('2065-03-15')
  expect(range('1970-01-01', 'female')?.latest).toBe('2025-02-01')
  expect(range('1975-01-15', 'female')?.earliest).toBe('2025-02-15')
  expect(range('1984-11-01', 'female')?.earliest).toBe('2039-11-01')
  expect(range('1964-12-31')).toEqual({ earliest: '2014-12-31', latest: '2024-12-31' })
})
