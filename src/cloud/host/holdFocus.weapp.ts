/** WeChat has no focus to hold but the cursor's, and that follows by the box's own `focus`. */
export const holdFocus =
  (_id: string): (() => void) =>
  () =>
    undefined
