/**
 * Taro's inputs keep an element of their own inside: it needs the name too. A browser's number field would drop what
 * people paste (+86, spaces), so numbers are typed as one types a phone number.
 */
export const innerInput = (label: string, invalid: boolean, digits: boolean): Record<string, unknown> => ({
  nativeProps: {
    'aria-label': label,
    'aria-invalid': invalid ? 'true' : undefined,
    ...(digits ? { type: 'tel' } : {}),
  },
})
