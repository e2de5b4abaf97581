export interface TaskProgress {
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | undefined
  perSecond: number
  lastError: string | undefined
}

const NAMES = { waiting: '等待', running: '进行中', done: '完成', failed: '失败', cancelled: '已取消' } as const
const BAR = 24

/** One line of a task's progress: state, bar, done/total, rate, time left, last error. */
export function progressLine({ state, done, total, perSecond, lastError }: TaskProgress): string {
  const share = total === undefined || total <= 0 ? (state === 'done' ? 1 : 0) : Math.min(1, done / total)
  const filled = Math.round(share * BAR)
  const parts = [
    NAMES[state],
    `[${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}]`,
    total === undefined ? String(done) : `${done}/${total}`,
  ]
  if (state === 'running' && perSecond > 0) {
    parts.push(`${perSecond.toFixed(perSecond < 10 ? 1 : 0)}/秒`)
    if (total !== undefined) parts.push(`还需 ${duration((total - done) / perSecond)}`)
  }
  if (lastError !== undefined && lastError !== '') parts.push(`最近一次出错：${lastError}`)
  return parts.join(' ')
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  return whole < 60 ? `${whole} 秒` : `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`
}
