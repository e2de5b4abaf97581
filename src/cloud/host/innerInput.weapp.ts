/** WeChat's input has no element inside: what is said of the input is all there is to say. */
export const innerInput = (_label: string, _invalid: boolean, _digits: boolean): Record<string, unknown> => ({})
