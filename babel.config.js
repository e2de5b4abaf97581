// The oldest hosts in use: WeChat of the base library named in project.config.json runs on iOS 12 and on a Chromium of its own.
const targets = { ios: '12', chrome: '80' }

module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false, targets }]],
}
