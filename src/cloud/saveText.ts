/** What came of saving a text as a file. `left`: the person went back; `notHere`: this WeChat can't. */
export type TextSaving = 'saved' | 'left' | 'notHere' | 'failed'
