import { cloud, useLoad } from '../../../cloud'
import { Card } from '../../../components/Card'
import { Header } from '../../../components/Header'
import { Page } from '../../../components/Page'
import { Timeline } from '../../../components/Timeline'
import { momentsOf } from './moments'

/** What happened to one's entry: who by role, when, what and why. */
export default function History() {
  const history = useLoad(() => cloud.graduate.registration.history({}))
  const moments = momentsOf(history.data ?? [])
  return (
    <Page load={history}>
      <Header
        lines={['谁做了什么']}
        sub={moments.length > 0 ? '新的在上面。' : '还没有经过。登记以后，每一步都记在这里。'}
      />
      {moments.length > 0 && (
        <Card>
          <Timeline moments={moments} />
        </Card>
      )}
    </Page>
  )
}
