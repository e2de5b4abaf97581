import { faultOf } from './faults'

describe('a duplicate key is recognised', () => {
  it.each([
    [
      'as MongoDB says it',
      {
        errCode: -502001,
        errMsg:
          'collection.add:fail -502001 database request fail. [FailedOperation.Insert] E11000 duplicate key error collection: env.ledger index: idKey dup key: { idKey: "k1:x" }',
      },
      'idKey',
    ],
    [
      'with the index named after its field and direction',
      { errMsg: 'E11000 duplicate key error collection: ledger index: account_1 dup key' },
      'account',
    ],
    [
      'on the document id',
      { errMsg: 'E11000 duplicate key error collection: demo index: _id_ dup key: { _id: "a1" }' },
      '_id_',
    ],
    ['as the documentation names it', { code: 'DATABASE_DUPLICATE_WRITE', message: 'duplicate' }, undefined],
  ])('%s', (_name, error, index) => {
    expect(faultOf(error)).toEqual(index === undefined ? { kind: 'duplicate' } : { kind: 'duplicate', index })
  })
})

describe('a lost answer is recognised', () => {
  it.each([
    'connect ECONNREFUSED 127.0.0.1:1',
    'socket hang up',
    'read ECONNRESET',
    'request timeout',
    'ETIMEDOUT',
    'ESOCKETTIMEDOUT',
    'The operation was aborted',
  ])('as %s', errMsg => {
    expect(faultOf({ errCode: -1, errMsg })).toEqual({ kind: 'unanswered' })
    expect(faultOf(new Error(errMsg))).toEqual({ kind: 'unanswered' })
  })
})

it.each([undefined, null, 7, {}, { errCode: -502003, errMsg: 'permission denied' }])('%p is another fault', error => {
  expect(faultOf(error)).toEqual({ kind: 'other' })
})
