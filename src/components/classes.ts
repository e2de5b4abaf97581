/** Joins what is there: `classes('qh-btn', small && 'qh-btn--s')`. */
export const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
