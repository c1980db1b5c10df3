// Where the sheet is printed on which a request is written by hand.
import type { Here } from '../../here.ts'
import { sheetName } from '../../kit/sheet-routes.ts'

/** Items of a list; `at` is the address of a meeting or an office without its language. */
export const SheetLinks = ({ here, at }: { readonly here: Here; readonly at: string }) => (
  <>
    <li>
      <a href={`${at}/${sheetName('kk')}`}>{here.words.intake.sheetKk}</a>
    </li>
    <li>
      <a href={`${at}/${sheetName('ru')}`}>{here.words.intake.sheetRu}</a>
    </li>
  </>
)
