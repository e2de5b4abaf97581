import { configureGlobal } from 'fast-check'

/*
 * The same properties meet the same made-up cases on every machine: one commit has one verdict, and whoever sees a failure can see it
 * again. Cases nobody has met yet are looked for by `npm run hunt`, which gives other seeds.
 */
configureGlobal({ seed: Number(process.env['QIHANG_SEED'] ?? 109) })
