import path from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'

// Lengths are written in px and stay px: a larger phone shows more, not bigger.
const postcss = {
  pxtransform: { enable: false },
  autoprefixer: { enable: true },
  cssModules: { enable: false },
}

export default {
  projectName: 'qihang',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-platform-h5',
    path.join(__dirname, 'accessibility.ts'),
  ],
  // Which WeChat Cloud environment is called; empty means the one the mini-program is bound to.
  defineConstants: { QIHANG_CLOUD_ENV: JSON.stringify(process.env.QIHANG_CLOUD_ENV ?? '') },
  // Chinese stays Chinese: escaped, each character would take six bytes instead of three.
  terser: {
    enable: true,
    config: {
      output: { ascii_only: false, ecma: 2018 },
      // Taro leaves these off for hosts that are gone; they are terser's own defaults.
      compress: {
        ecma: 2018,
        arrows: true,
        collapse_vars: true,
        comparisons: true,
        computed_props: true,
        inline: true,
        join_vars: true,
        loops: true,
        negate_iife: true,
        properties: true,
        reduce_funcs: true,
        reduce_vars: true,
        switches: true,
        typeofs: true,
      },
    },
  },
  // Named in theme.json only, where no bundler sees them.
  copy: {
    patterns: process.env.TARO_ENV === 'weapp' ? [{ from: 'src/theme/tab', to: 'dist/weapp/theme/tab' }] : [],
    options: {},
  },
  mini: {
    // What only a sub-package needs goes with it.
    optimizeMainPackage: { enable: true },
    postcss,
    miniCssExtractPluginOption: { ignoreOrder: true },
    enableSourceMap: false,
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    esnextModules: [],
    router: { mode: 'hash' },
    postcss,
    enableSourceMap: false,
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  },
} satisfies UserConfigExport
