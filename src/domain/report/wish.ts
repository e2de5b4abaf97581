import { partsOf, type FigureGroup, type Whole } from './figure'

/** Who looks for work, among the entries of a figure (notice §四). */
export const byWish = (whole: Whole, article: string): FigureGroup =>
  partsOf(
    whole,
    '想不想找工作',
    article,
    [
      'wishYes',
      '想找工作',
      '本人说想找工作的人；本人没有说过的，名单上没有写拟升学、暂不就业的人',
      ({ wish }) => wish === 'yes',
    ],
    [
      'wishNo',
      '现在不找',
      '本人说现在不找的人；本人没有说过的，名单上写着拟升学、暂不就业的人',
      ({ wish }) => wish === 'no',
    ],
    ['wishUnknown', '还不知道', '本人没有说过，名单上也没有的人', ({ wish }) => wish === 'unknown'],
  )
