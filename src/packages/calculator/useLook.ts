import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { today as readToday } from '../../cloud/data'
import type { BeijingDate } from '../../domain/time'
import { useBook, type Book } from './book'
import { lookOf, type Look } from './link'
import { useAnswers } from './useAnswers'

/** The day, the rules and the answers a page of the calculator works with. */
export interface Looking {
  book: Book
  today: BeijingDate
  /** The day whose rules are asked. */
  on: BeijingDate
  /** What its address asked for; the day is in it where it isn't today's. */
  look: Look
  inHand: NonNullable<ReturnType<typeof useAnswers>>
  /** Another day; the same as today's is no other day. */
  setOn: (on: BeijingDate) => void
}

/** Undefined for the moment it takes to read what the phone keeps. */
export function useLook(): Looking | undefined {
  const { params } = useRouter()
  const [look, setLook] = useState<Look>(() => lookOf(params))
  const [today, setToday] = useState<BeijingDate>()
  const book = useBook()
  const inHand = useAnswers(book)
  useEffect(() => {
    void readToday().then(setToday)
  }, [])
  if (!book || !today || !inHand) return undefined
  const { on: asked, ...rest } = look
  const other = asked !== undefined && asked !== today
  return {
    book,
    today,
    on: other ? asked : today,
    look: other ? look : rest,
    inHand,
    setOn: on => setLook({ ...look, on }),
  }
}
