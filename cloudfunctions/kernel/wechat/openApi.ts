/** As far as we use it, what `cloud.openapi` gives. */
export interface OpenApi {
  security: { msgSecCheck(options: object): Promise<unknown> }
  phonenumber: { getPhoneNumber(options: object): Promise<unknown> }
  subscribeMessage: { send(options: object): Promise<unknown> }
}

/** The code of a failed call, where it has one. */
export const errCodeOf = (error: unknown): number | undefined => {
  const code = (error as { errCode?: unknown } | undefined)?.errCode
  return typeof code === 'number' ? code : undefined
}
