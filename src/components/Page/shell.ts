import { createContext, type ReactNode } from 'react'

/** What stands around every page; the app puts it there, since pages and components don't know the host. */
export interface Shell {
  /** `qh--large` where WeChat's text size asks for it. */
  className: string
  /** The browser's bar; nothing in WeChat. */
  top?: ReactNode
}

export const ShellContext = createContext<Shell>({ className: '' })
