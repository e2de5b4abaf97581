import { startCloud, type TestCloud } from '../../localcloud/testing'
import { createHarness, type Harness } from './harness'

/** The compiled mini-program in one person's hand, against an embedded cloud of its own; `prepared` does first what they did before. */
export function miniProgramStage(openid: string, prepared?: (cloud: TestCloud) => Promise<unknown>) {
  let cloud: TestCloud
  let harness: Harness
  beforeAll(async () => {
    cloud = await startCloud({ now: '2024-08-20T10:00:00+08:00' })
    await prepared?.(cloud)
    harness = createHarness(
      () => cloud.url,
      () => openid,
    )
  })
  afterAll(() => cloud.stop())
  return {
    get cloud() {
      return cloud
    },
    get harness() {
      return harness
    },
  }
}
