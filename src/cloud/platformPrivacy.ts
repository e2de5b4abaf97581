/** What the host itself asks about privacy, beside our own notice. */
export interface PlatformPrivacy {
  /** It has a contract that the person hasn't agreed to yet, or not to all of it. */
  asks: boolean
  /** Its name, where it can be opened. */
  contract?: string
}
