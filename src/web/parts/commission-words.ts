// A commission in words: whom its members stand for, how many they are, by which order.
import type { Category, PublicCommission } from '#people'
import type { Here } from '../here.ts'

/** A body of the law by its name, any other as its office has named it. */
export function categoryWords({ words, language }: Here, category: Category): string {
  if ('name' in category) return language === 'ru' ? category.name.ru : category.name.kk
  return bodyWords(words.commission.bodies, category.word)
}

export const bodyWords = (bodies: Here['words']['commission']['bodies'], word: string): string =>
  Object.hasOwn(bodies, word) ? bodies[word as keyof typeof bodies] : word

/** "public council (3), council of veterans (1)" */
export const categoriesLine = (here: Here, { categories }: Pick<PublicCommission, 'categories'>): string =>
  here.words.site.list(
    categories.map(({ category, members }) =>
      here.words.commission.counted(categoryWords(here, category), members),
    ),
  )

export const orderLine = ({ words, format }: Here, { order }: Pick<PublicCommission, 'order'>): string =>
  words.commission.order(order.number, format.day(order.day))
