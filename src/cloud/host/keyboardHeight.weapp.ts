import Taro from '@tarojs/taro'

/** Tells how much of the page's bottom the keyboard covers, px, whenever that changes; returns how to stop. */
export function watchKeyboard(changed: (height: number) => void): () => void {
  const told = ({ height }: { height: number }) => changed(height)
  Taro.onKeyboardHeightChange(told)
  return () => Taro.offKeyboardHeightChange(told)
}
