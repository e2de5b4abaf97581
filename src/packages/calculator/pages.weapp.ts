/** WeChat fetches all pages of the calculator in one: they are there. */
export const fetchPages = (): void => undefined
