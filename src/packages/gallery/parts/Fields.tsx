import { useState } from 'react'
import { ChoiceField, DateField, PickField, TapField, TextAreaField, TextField } from '../../../components/Field'
import { PhoneField } from '../../../components/PhoneField'
import { SearchSheet, type Found } from '../../../components/SearchSheet'
import { Section } from '../../../components/Section'
import { DISTRICT_KEYS, type DistrictKey } from '../../../domain/district'

const nothing = () => undefined
const LONG = '中国人民大学附属中学与首都经济贸易大学联合培养的数字经济与智能信息管理学院'
const FOUND: Found[] = [
  { name: '北京工业大学', note: '北京市，本科' },
  { name: '北京工商大学', note: '北京市，本科' },
  { name: LONG, note: '名字很长的一所' },
]
const options = DISTRICT_KEYS.map(key => ({ key, name: key }))
const found = (query: string) => Promise.resolve(query === '没有' ? [] : query === '没网' ? undefined : FOUND)

export function Fields() {
  const [name, setName] = useState('林知夏')
  const [more, setMore] = useState('')
  const [district, setDistrict] = useState<DistrictKey>()
  const [day, setDay] = useState('2024-07-01')
  const [wants, setWants] = useState<'yes' | 'no'>()
  const [school, setSchool] = useState('')
  const [searching, setSearching] = useState(false)
  return (
    <Section title="填写">
      <TextField path="normal" label="平常" value={name} onChange={setName} />
      <TextField path="empty" label="空着" help="帮助写在框的上面" value="" onChange={nothing} />
      <TextField
        path="wrong"
        label="有错"
        value="110105200206174528"
        error="最后一位对不上，请再看一眼证件"
        onChange={nothing}
      />
      <TextField path="long" label="很长" value={LONG} onChange={nothing} />
      <TextAreaField path="more" label="多写几句" value={more} onChange={setMore} />
      <PickField path="district" label="选一个" options={options} value={district} onChange={setDistrict} />
      <PickField path="missing" label="没选" options={options} value={undefined} error="选一个区" onChange={nothing} />
      <DateField
        path="day"
        label="哪一天"
        value={day}
        from="2020-01-01"
        to="2025-12-31"
        startAt="2024-07-01"
        onChange={setDay}
      />
      <ChoiceField
        path="wants"
        label="想找工作吗"
        options={[
          { key: 'yes', name: '想找工作' },
          { key: 'no', name: '现在不找' },
        ]}
        value={wants}
        onChange={setWants}
      />
      <TapField path="school" label="毕业院校" shown={school} onClick={() => setSearching(true)} />
      <TapField path="longschool" label="名字很长的学校" shown={LONG} onClick={() => setSearching(true)} />
      <PhoneField
        phone="13900000001"
        authorised={false}
        button={{}}
        onChange={nothing}
        onLeave={nothing}
        onType={nothing}
      />
      {searching && (
        <SearchSheet
          title="毕业院校"
          start={school}
          ownLabel="没有我的学校，自己写"
          search={found}
          onPick={one => {
            setSchool(one.name)
            setSearching(false)
          }}
          onClose={() => setSearching(false)}
        />
      )}
    </Section>
  )
}
