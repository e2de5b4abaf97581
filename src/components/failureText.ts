interface Failure {
  kind: 'refused' | 'offline' | 'unavailable'
  message?: string
  requestId?: string
}

/** One sentence for a call that failed: what happened and what to do. */
export function failureText(failure: Failure, again: string): string {
  if (failure.kind === 'refused') return failure.message ?? again
  if (failure.kind === 'offline') return `没连上。${again}。`
  return `没成，是我们的问题。过一分钟${again}；还不行就打 12333${failure.requestId ? `，报编号 ${readable(failure.requestId)}` : ''}。`
}

/** An id as one reads it out: the first eight characters in two groups. */
export function readable(requestId: string): string {
  const short = requestId
    .replace(/[^0-9a-z]/gi, '')
    .slice(0, 8)
    .toUpperCase()
  return `${short.slice(0, 4)} ${short.slice(4)}`.trim()
}
