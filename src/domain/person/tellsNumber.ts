// written without a lookbehind, which older base libraries don't know
const PHONE_OR_ID = /(^|\D)(1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/

/** Whether a text carries a mobile phone's or a resident's number, however it is typed or spaced: it would stay readable where the text does. */
export function tellsNumber(text: string): boolean {
  const plain = text.normalize('NFKC')
  return [plain, plain.replace(/[\s-]/g, '')].some(each => PHONE_OR_ID.test(each))
}
