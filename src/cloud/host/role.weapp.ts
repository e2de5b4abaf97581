/** Parts of a page that WeChat's screen readers don't know: they would be read out as they stand. */
const UNKNOWN = ['main', 'region', 'status']

/** WeChat takes a role under a name of its own. */
export const roleProps = (role: string, _level: number | undefined): Record<string, unknown> =>
  UNKNOWN.includes(role) ? {} : { ariaRole: role }
