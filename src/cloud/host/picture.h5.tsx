import { paint, SHARPNESS, type Drawing, type PictureEnd } from '../drawing'

export const PICTURE_LABEL = '存成图片'

/** A browser needs none in the page. */
export const PictureCanvas = () => null

/** Paints the picture and downloads it. */
export async function handOver(drawing: Drawing): Promise<PictureEnd> {
  const canvas = document.createElement('canvas')
  canvas.width = drawing.width * SHARPNESS
  canvas.height = drawing.height * SHARPNESS
  const pen = canvas.getContext('2d')
  if (!pen) return 'notHere'
  paint(pen, drawing)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return 'failed'
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = '登记回执.png'
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
  return 'done'
}
