import { goHome } from '../../cloud/leave'
import { ErrorState } from '../ErrorState'
import { Page } from '../Page'

interface Props {
  title: string
  /** Why, and what to do. */
  text: string
}

/** A page that has nothing to work on: no error, and one way on. */
export const NothingHere = ({ title, text }: Props) => (
  <Page>
    <ErrorState icon="info" title={title} text={text} action="回首页" onAction={goHome} />
  </Page>
)
