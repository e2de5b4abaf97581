import { useEffect, useState } from 'react'
import { watchNetwork } from './host/network'

/** Whether there is a net; assumed until the host says otherwise. */
export function useOnline(): boolean {
  const [online, setOnline] = useState(true)
  useEffect(() => watchNetwork(setOnline), [])
  return online
}
