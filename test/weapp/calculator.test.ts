import { readFileSync } from 'node:fs'
import path from 'node:path'
import { reads, tap, type, words } from './hand'
import { quiet, waitFor, type OpenPage } from './harness'
import { miniProgramStage } from './stage'

/* The compiled calculator: asked and told on the phone, what goes to the view in one call stays what WeChat bears. */

const texts = JSON.parse(readFileSync(path.join(process.cwd(), 'dist/data/policyTexts.json'), 'utf8')) as {
  facts: Record<string, { question: string; name: string }>
}
const ONE_CALL = 64 * 1024
const stage = miniProgramStage('o-weapp-calculator')

const container = (page: OpenPage) => page.find('page-container')[0] ?? page.find('.qh-back')[0]

test('a question is answered, gone back to with the phone’s own way, and found again; the result is told in bearable calls', async () => {
  const asking = await stage.harness.open('packages/calculator/index/index')
  await reads(asking, '只在这台手机上算，答案不传走')
  await reads(asking, texts.facts.employment!.question)
  await tap(asking, '.qh-btn', '下一题')
  await reads(asking, '选一个再往下，不知道也行')
  await tap(asking, '.qh-choice', '没有工作')
  await tap(asking, '.qh-btn', '下一题')
  await reads(asking, '第 2 题')
  container(asking)?.dispatchEvent('afterleave', { detail: {} })
  await reads(asking, '第 1 题')
  await reads(asking, texts.facts.employment!.question)
  asking.close()

  for (const [fact, choice] of Object.entries({ level: '大学本科', inSchool: '不是', hardships: '都没有' })) {
    const one = await stage.harness.open('packages/calculator/index/index', { fact })
    await tap(one, '.qh-choice', choice)
    await tap(one, '.qh-btn', '好了')
    await waitFor(() => stage.harness.world.calls.at(-1)?.name === 'redirectTo', 'the way to the result')
    one.close()
    stage.harness.world.calls.length = 0
  }
  const again = await stage.harness.open('packages/calculator/index/index', { fact: 'insuredMonths' })
  await reads(again, texts.facts.insuredMonths!.question)
  await type(again, texts.facts.insuredMonths!.name, '27')
  await tap(again, '.qh-btn', '好了')
  await waitFor(
    () => stage.harness.world.calls.at(-1)?.options.url === '/packages/calculator/result/index',
    'the way to the result',
  )
  again.close()

  await quiet(stage.harness.world)
  Object.assign(stage.harness.world.setData, { calls: 0, bytes: 0, largest: 0 })
  const result = await stage.harness.open('packages/calculator/result/index', { on: '2024-10-01' })
  await reads(result, '按2024年10月1日的规则，不是今天的')
  await reads(result, '停办了')
  await quiet(stage.harness.world)
  expect(stage.harness.world.setData.largest).toBeLessThanOrEqual(ONE_CALL)
  result.close()

  const answers = await stage.harness.open('packages/calculator/answers/index')
  await reads(answers, '27 个月')
  expect(words(answers)).toContain('答案不传走')
  answers.close()
})
