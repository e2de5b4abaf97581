import { Canvas } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { paint, sharpnessOf, type Drawing, type Pen, type PictureEnd } from '../drawing'

const ID = 'qh-picture'

/** What the button says, and what happens to the picture. */
export const PICTURE_LABEL = '存图或转发'

/** WeChat paints on a canvas of the page alone; it stands out of sight and is no thing to a screen reader. */
export const PictureCanvas = () => (
  <Canvas
    type="2d"
    id={ID}
    canvasId={ID}
    style={{ position: 'fixed', left: '-9999px', top: '0', width: '1px', height: '1px' }}
  />
)

interface CanvasNode {
  width: number
  height: number
  getContext: (kind: '2d') => Pen
}

const canvas = (): Promise<CanvasNode | undefined> =>
  new Promise(resolve =>
    Taro.createSelectorQuery()
      .select(`#${ID}`)
      .fields({ node: true })
      .exec((found: [{ node?: CanvasNode } | null]) => resolve(found[0]?.node)),
  )

/** Paints the picture and opens WeChat's own menu of it: send to a chat, keep, or put into the album. It needs no name there. */
export async function handOver(drawing: Drawing, _name: string): Promise<PictureEnd> {
  if (!Taro.canIUse('showShareImageMenu')) return 'notHere'
  try {
    const node = await canvas()
    if (!node) return 'notHere'
    node.width = drawing.width * sharpnessOf(drawing)
    node.height = drawing.height * sharpnessOf(drawing)
    paint(node.getContext('2d'), drawing)
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: node as unknown as Taro.Canvas,
      fileType: 'png',
    })
    await Taro.showShareImageMenu({ path: tempFilePath })
    return 'done'
  } catch (error) {
    return /cancel/.test((error as { errMsg?: string } | undefined)?.errMsg ?? '') ? 'left' : 'failed'
  }
}
