/**
 * How a person came back from the face check. `gone`: through to its end, whatever came of it; `left`: before the end;
 * `notHere`: this phone or this WeChat can't do it.
 */
export type FaceEnd = 'gone' | 'left' | 'noNet' | 'noCamera' | 'notHere' | 'failed'
