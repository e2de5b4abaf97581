/** WeChat keeps each account's storage apart by itself. */
export const accountKey = (): string => 'self'
