import { z } from 'zod/mini'

/**
 * 学历, GB/T 4658-2006 (two digits). Only graduated levels and the two a registering youth may hold otherwise; the 1984
 * table (40/50/60) and the invented 01–08 one are not this standard.
 */
export const EDUCATION_LEVELS = ['11', '14', '21', '31', '41', '44', '47', '61', '71', '90'] as const
export const EducationLevelSchema = z.enum(EDUCATION_LEVELS, { error: '选一个学历' })
export type EducationLevel = z.infer<typeof EducationLevelSchema>

/** What a person reads for each level. */
export const EDUCATION_LEVEL_NAMES: Record<EducationLevel, string> = {
  '11': '博士研究生',
  '14': '硕士研究生',
  '21': '大学本科',
  '31': '大学专科',
  '41': '中专',
  '44': '职业高中',
  '47': '技工学校',
  '61': '普通高中',
  '71': '初中',
  '90': '其他',
}

/** 高校毕业生 are those with a level of 普通高校: college, bachelor, postgraduate (domain facts §2). */
export const isHigherEducation = (level: EducationLevel): boolean => ['11', '14', '21', '31'].includes(level)
