import { ScrollView, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from '../aria'
import { Cell } from '../Cell'
import { SearchBox } from '../SearchBox'
import { Sheet } from '../Sheet'
import { splitMatch } from './match'
import './index.scss'

export interface Found {
  name: string
  code?: string
  note?: string
}

interface Props {
  title: string
  /** What stands in the search box already. */
  start: string
  /** 没有我的学校，自己写 */
  ownLabel: string
  /** Undefined where nothing can be looked up now. */
  search: (query: string) => Promise<Found[] | undefined>
  onPick: (found: Found) => void
  onClose: () => void
}

/** How long one rests before it is searched, ms. */
const REST = 250

export function SearchSheet({ title, start, ownLabel, search, onPick, onClose }: Props) {
  const [query, setQuery] = useState(start)
  const [found, setFound] = useState<Found[] | undefined>([])
  const [answered, setAnswered] = useState('')
  const typed = query.trim()
  useEffect(() => {
    if (!typed) return
    let current = true
    const rest = setTimeout(() => {
      void search(typed).then(answer => {
        if (!current) return
        setFound(answer)
        setAnswered(typed)
      })
    }, REST)
    return () => {
      current = false
      clearTimeout(rest)
    }
    // `search` is made anew at every render of the page; what is typed decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed])

  const settled = typed !== '' && answered === typed
  return (
    <Sheet title={title} tall onClose={onClose}>
      <SearchBox id="search-box" value={query} label={`搜${title}`} inSheet onChange={setQuery} />
      <ScrollView className="qh-search__list" scrollY>
        {settled &&
          found?.map(one => (
            <Result key={`${one.code ?? ''}${one.name}`} found={one} query={typed} onClick={() => onPick(one)} />
          ))}
        {settled && !found && <View className="qh-search__say">现在查不到，网好了再查，或者先自己写。</View>}
        {settled && found?.length === 0 && (
          <View className="qh-search__say">没有找到“{typed}”，换个简称试试，或者自己写。</View>
        )}
        {typed === '' && <View className="qh-search__say">写几个字就能搜，简称也行。</View>}
      </ScrollView>
      {typed !== '' && (
        <Cell title={ownLabel} note={`就写“${typed}”`} icon="edit" onClick={() => onPick({ name: typed })} />
      )}
    </Sheet>
  )
}

const Result = ({ found, query, onClick }: { found: Found; query: string; onClick: () => void }) => {
  const { before, match, after } = splitMatch(found.name, query)
  return (
    <View
      className="qh-cell qh-cell--line qh-search__one"
      hoverClass="qh-hover"
      onClick={onClick}
      {...aria({ role: 'button', label: [found.name, found.note].filter(Boolean).join('，') })}
    >
      <View className="qh-cell__body">
        <View className="qh-cell__title">
          {before}
          {match && <Text className="qh-cp qh-strong">{match}</Text>}
          {after}
        </View>
        {found.note && <Text className="qh-cell__note">{found.note}</Text>}
      </View>
    </View>
  )
}
