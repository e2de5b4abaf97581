/** WeChat fetches all pages of a sub-package in one: they are there. */
export const fetchPages = (_root: string): void => undefined
