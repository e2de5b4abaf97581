/** Opens the browser's own dialog; undefined where a host can't. */
export const printPage: (() => void) | undefined = () => window.print()
