import { PictureCanvas } from '../../cloud/host/picture'
import { Notice } from '../../components/Notice'
import { OtherDay } from './OtherDay'
import type { Looking } from './useLook'
import type { TakingAlong } from './useTakeAlong'

interface Props {
  along: Pick<TakingAlong, 'said'>
  looking: Pick<Looking, 'on' | 'today' | 'setOn'>
}

/** Above a page one takes along: what came of taking it, and whose rules it goes by. */
export const TopOfSheet = ({ along: { said }, looking: { on, today, setOn } }: Props) => (
  <>
    <PictureCanvas />
    {said && <Notice kind={said.kind}>{said.text}</Notice>}
    <OtherDay on={on} today={today} onToday={() => setOn(today)} />
  </>
)
