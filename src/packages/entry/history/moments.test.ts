import { momentsOf } from './moments'

const line = (at: string, by: string, what: string, why: string) => ({ at, by, what, why })

describe('what happened, as one reads it', () => {
  it('says when, who by role and why, without saying who twice', () => {
    const moments = momentsOf(
      [
        line('2024-09-02T01:05:00.000Z', '工作人员', '失业登记已受理，从2024年9月2日起算', '材料核对过'),
        line('2024-08-20T01:41:00.000Z', '本人', '提交失业登记', '本人申请'),
      ],
      '2024-09-03',
    )
    expect(moments.map(({ what, note }) => [what, note])).toEqual([
      ['失业登记已受理，从2024年9月2日起算', '9月2日 9:05，工作人员，材料核对过'],
      ['提交失业登记', '8月20日 9:41，本人申请'],
    ])
  })
  it('says the year of what is not of this year', () => {
    expect(
      momentsOf([line('2024-12-31T15:59:59.000Z', '本人', '撤回求职登记', '找到工作了')], '2025-01-02')[0],
    ).toMatchObject({ note: '2024年12月31日 23:59，本人，找到工作了' })
  })
  it('keeps two things of one second apart', () => {
    const twice = line('2024-08-20T01:41:00.000Z', '本人', '更正了手机号', '本人更正')
    const keys = momentsOf([twice, twice], '2024-08-20').map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })
})
