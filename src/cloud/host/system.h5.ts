const LARGE_OVER = 19

/** Whether the browser's own text size is set to large. */
export const largeType = (): boolean => parseFloat(getComputedStyle(document.documentElement).fontSize) > LARGE_OVER
