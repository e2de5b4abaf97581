const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
    },
  ],
}

const setupFiles = ['<rootDir>/test/chance.ts']

/** @type {import('jest').Config} */
export default {
  // a browser, a build and a kill -9 take their time; no test waits for a clock
  testTimeout: 120_000,
  projects: [
    {
      // pure rules and everything that runs in one process
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,data,cloudfunctions,config,bench}/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.bundle\\.test\\.ts$', '/src/(components|pages|packages|cloud)/'],
      setupFiles,
      transform,
    },
    {
      // what pages and components do, on thin stand-ins of Taro's parts
      displayName: 'pages',
      testMatch: ['<rootDir>/src/{components,pages,packages,cloud}/**/*.test.{ts,tsx}'],
      testEnvironment: 'jsdom',
      // as in the weapp build: x.weapp.ts stands for x
      globals: { QIHANG_CLOUD_ENV: '' },
      moduleFileExtensions: ['weapp.ts', 'weapp.tsx', 'ts', 'tsx', 'js', 'json'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/test/pages/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/pages/taro.ts',
        '\\.scss$': '<rootDir>/test/pages/style.ts',
      },
      transform,
    },
    {
      // the embedded cloud: engine, gateway, host, workers
      displayName: 'localcloud',
      testMatch: ['<rootDir>/localcloud/**/*.test.ts'],
      setupFiles,
      transform,
    },
    {
      // functions as built bundles, in the embedded cloud, with the real SDK
      displayName: 'bundles',
      testMatch: ['<rootDir>/cloudfunctions/**/*.bundle.test.ts'],
      setupFiles,
      transform,
    },
    {
      // the compiled weapp through WeChat's own template compiler
      displayName: 'weapp',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
      testEnvironment: 'jsdom',
      transform,
    },
    {
      // H5 by touch in a real browser
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      transform,
    },
  ],
}
