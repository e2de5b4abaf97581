/**
 * Text that a spreadsheet would run as a formula when it opens a CSV file, with the apostrophes that may already stand before it. The
 * full-width signs are taken as formulas by some spreadsheets too.
 */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/

/** The text, harmless in a CSV file: one apostrophe before what would run. {@link restored} takes it off again. */
export const harmless = (text: string): string => (RUNS.test(text) ? `'${text}` : text)

/** Takes off the one apostrophe that {@link harmless} put, and leaves any other text as it is. */
export const restored = (text: string): string =>
  text.charCodeAt(0) === 39 && RUNS.test(text.slice(1)) ? text.slice(1) : text
