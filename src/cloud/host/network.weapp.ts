import Taro from '@tarojs/taro'

/** Calls back now and whenever the phone loses or finds the net; returns how to stop. */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => tell(isConnected)
  void Taro.getNetworkType({}).then(
    ({ networkType }) => tell(networkType !== 'none'),
    () => undefined,
  )
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange?.(changed)
}
