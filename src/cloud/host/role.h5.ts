/** A browser takes the standard attributes; a heading needs a level there, and what one taps is reached with Tab. */
export const roleProps = (role: string, level: number | undefined): Record<string, unknown> => ({
  role,
  ...(role === 'heading' ? { ariaLevel: String(level ?? 2) } : {}),
  ...(['button', 'radio', 'checkbox'].includes(role) ? { tabIndex: 0 } : {}),
})
