import { certHash, faceCheckBy, WeixinUnavailable } from '.'

const lin = { openid: 'o-lin-zhixia', name: '林知夏', idNumber: '110105200206174524' }
const NOW = Date.parse('2024-09-02T01:00:00Z')

/** WeChat that answers with what it is told, and what it was asked. */
function weChat(answer: Record<string, unknown>) {
  const asked: { path: string; body: Record<string, unknown> }[] = []
  const check = faceCheckBy(async (path, body) => (asked.push({ path, body }), answer))
  return { check, asked }
}

it('the digest of a document is as in the example of WeChat’s documentation', () => {
  expect(certHash({ name: '张三', idNumber: '310101199801011234' })).toBe(
    '3c241f7ff324977aeb91f173bb2a7b06569e6fd784d5573db34a636d8671108b',
  )
})

describe('a face check', () => {
  it('begins with the document and the account, under a number of ours that WeChat takes', async () => {
    const { check, asked } = weChat({ verify_id: 'v-1', expires_in: 3600 })
    const first = await check.begin(lin, NOW)
    const second = await check.begin(lin, NOW)
    expect(first).toEqual({ verifyId: 'v-1', outSeqNo: expect.stringMatching(/^[\w-]{5,32}$/) })
    expect(second.outSeqNo).not.toBe(first.outSeqNo)
    expect(asked[0]).toEqual({
      path: '/cityservice/face/identify/getverifyid',
      body: {
        out_seq_no: first.outSeqNo,
        cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '林知夏', cert_no: lin.idNumber },
        openid: lin.openid,
      },
    })
  })
  it('without a verify_id has not begun', async () => {
    await expect(weChat({}).check.begin(lin, NOW)).rejects.toBeInstanceOf(WeixinUnavailable)
  })
  it('is asked about with the same number, account and document', async () => {
    const { check, asked } = weChat({ verify_ret: 10000 })
    await check.outcome({ verifyId: 'v-1', outSeqNo: 'seq-1' }, lin, NOW)
    expect(asked).toEqual([
      {
        path: '/cityservice/face/identify/queryverifyinfo',
        body: { verify_id: 'v-1', out_seq_no: 'seq-1', cert_hash: certHash(lin), openid: lin.openid },
      },
    ])
  })
  it.each([
    [10000, 'passed'],
    [10003, 'notSame'],
    [10004, 'notSame'],
    [10002, 'unclear'],
    [90017, 'unclear'],
    [90002, 'leftEarly'],
    [90008, 'noCamera'],
    [90001, 'notSupported'],
    [90018, 'failed'],
    [12345, 'failed'],
    ['10000', 'failed'],
    [undefined, 'failed'],
  ])('of verify_ret %p is %s', async (verifyRet, outcome) => {
    const { check } = weChat({ verify_ret: verifyRet })
    expect(await check.outcome({ verifyId: 'v-1', outSeqNo: 'seq-1' }, lin, NOW)).toBe(outcome)
  })
})
