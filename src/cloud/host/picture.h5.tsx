import { paint, sharpnessOf, type Drawing, type PictureEnd } from '../drawing'

export const PICTURE_LABEL = '存成图片'

/** A browser needs none in the page. */
export const PictureCanvas = () => null

/** Paints the picture and downloads it under the name. */
export async function handOver(drawing: Drawing, name: string): Promise<PictureEnd> {
  const canvas = document.createElement('canvas')
  canvas.width = drawing.width * sharpnessOf(drawing)
  canvas.height = drawing.height * sharpnessOf(drawing)
  const pen = canvas.getContext('2d')
  if (!pen) return 'notHere'
  paint(pen, drawing)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'))
  if (!blob) return 'failed'
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.png`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url))
  return 'done'
}
