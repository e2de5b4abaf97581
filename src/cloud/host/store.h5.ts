/** Undefined where nothing readable is stored. */
export function read(key: string): Promise<unknown> {
  try {
    const text = localStorage.getItem(key)
    return Promise.resolve(text === null ? undefined : (JSON.parse(text) as unknown))
  } catch {
    return Promise.resolve(undefined)
  }
}

export function write(key: string, value: unknown): Promise<boolean> {
  try {
    localStorage.setItem(key, JSON.stringify(value))
    return Promise.resolve(true)
  } catch {
    return Promise.resolve(false)
  }
}

export function remove(key: string): Promise<void> {
  localStorage.removeItem(key)
  return Promise.resolve()
}

export const keys = (): Promise<string[]> => Promise.resolve(Object.keys(localStorage))
