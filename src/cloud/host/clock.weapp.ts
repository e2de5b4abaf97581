/** The phone's own time. */
export const now = (): Promise<Date> => Promise.resolve(new Date())
