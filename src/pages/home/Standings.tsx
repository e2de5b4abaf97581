import { openPage } from '../../cloud/openPage'
import { Cell } from '../../components/Cell'
import type { Standing } from './says'

/** How each registration stands, or how it ended; one tap from its receipt. */
export const Standings = ({ standings }: { standings: readonly Standing[] }) => (
  <>
    {standings.map(({ kind, title, note }) => (
      <Cell
        key={kind}
        title={title}
        note={note}
        icon="doc"
        line
        onClick={() => openPage(`/pages/receipt/index?kind=${kind}`)}
      />
    ))}
  </>
)
