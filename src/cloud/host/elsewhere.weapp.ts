/** WeChat opens a mini-program once: nobody else writes here. */
export const watchElsewhere =
  (_run: () => void): (() => void) =>
  () =>
    undefined
