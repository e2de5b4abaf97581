import { View } from '@tarojs/components'
import { now } from '../../../cloud/data'
import { phoneButton } from '../../../cloud/host/phone'
import { DateField, PickField, TextField } from '../../../components/Field'
import { Heading } from '../../../components/Heading'
import { PhoneField } from '../../../components/PhoneField'
import { ID_TYPE_NAMES, ID_TYPES } from '../../../domain/person'
import { addYears } from '../../../domain/time'
import { needsBirthDate } from '../problems'
import type { StepProps } from './props'

const TYPES = ID_TYPES.map(key => ({ key, name: ID_TYPE_NAMES[key] }))

/** Who the person is; the name first, so that a keyboard leaves the question in sight. */
export function Person({ form, answers, errors, today, change }: StepProps) {
  const type = answers['person.idType']
  /** A number of the form of GB 11643: 18 digits, the last of them may be X. */
  const numbered = type === '01' || type === '04'
  return (
    <>
      <Heading text="你是谁，怎么找你？" />
      <View className="qh-mt-4">
        <TextField
          path="person.name"
          label="姓名"
          help="和证件上一样，打不出的字可以粘贴"
          max={60}
          value={answers['person.name']}
          error={errors['person.name']}
          focus={form.focus === 'person.name'}
          onChange={name => change({ 'person.name': name })}
          onLeave={() => form.leave('person.name')}
          onNext={() => form.enter('person.idNumber')}
        />
        <PickField
          path="person.idType"
          label="证件类型"
          options={TYPES}
          value={type}
          error={errors['person.idType']}
          onChange={idType => change({ 'person.idType': idType })}
        />
        <TextField
          path="person.idNumber"
          label={type === '01' ? '身份证号' : '证件号码'}
          help={`只用来核对身份，之后只显示${numbered ? '前三位和后四位' : '头尾几位'}`}
          type={numbered ? 'idcard' : 'text'}
          max={40}
          value={answers['person.idNumber']}
          error={errors['person.idNumber']}
          focus={form.focus === 'person.idNumber'}
          onChange={idNumber => change({ 'person.idNumber': idNumber })}
          onLeave={() => form.leave('person.idNumber')}
          onNext={() => form.enter('person.phone')}
        />
        {needsBirthDate(answers) && (
          <DateField
            path="person.bornOn"
            label="出生日期"
            help="证件上的那一天"
            value={answers['person.bornOn']}
            error={errors['person.bornOn']}
            from={addYears(today.day, -80)}
            to={today.day}
            startAt={`${Number(today.day.slice(0, 4)) - 22}-01-01`}
            onChange={bornOn => change({ 'person.bornOn': bornOn })}
          />
        )}
        <PhoneField
          phone={answers['person.phone']}
          authorised={answers['person.phoneCode'] !== undefined}
          error={errors['person.phone']}
          focus={form.focus === 'person.phone'}
          button={phoneButton(
            code =>
              void now().then(at =>
                change({ 'person.phoneCode': code, phoneCodeAt: at.getTime(), 'person.phone': '' }),
              ),
            () => form.point('person', { 'person.phone': '没拿到微信的号码，自己写一下' }),
          )}
          onChange={phone => change({ 'person.phone': phone, 'person.phoneCode': undefined })}
          onLeave={() => form.leave('person.phone')}
          onType={() => change({ 'person.phoneCode': undefined, phoneCodeAt: undefined })}
        />
      </View>
    </>
  )
}
