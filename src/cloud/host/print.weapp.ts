/** WeChat prints nothing: a picture or a file is printed elsewhere. */
export const printPage: (() => void) | undefined = undefined
