const swc = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } } },
  ],
}
const esm = ['<rootDir>/node_modules/(?!(mingo|bson|zod|dayjs)/)']

/** @type {import('jest').Config} */
export default {
  projects: [
    {
      displayName: 'unit',
      testMatch: ['<rootDir>/{src,data,cloudfunctions,localcloud,config,bench}/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.bundle\\.test\\.ts$', '/localcloud/'],
      transform: swc,
      transformIgnorePatterns: esm,
    },
  ],
}
