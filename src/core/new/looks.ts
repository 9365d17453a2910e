/** How each kind of a form's cells looks: black on white and printable, with what is to be typed set off by a light fill. */
import type { Look } from '#core/new/form';

export interface LookFacts {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** In points. */
  readonly size: number;
  /** RRGGBB. */
  readonly fill?: string;
  readonly horizontal: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Thin lines around. */
  readonly border: boolean;
}

/** The letters that administrative documents are written in (Decree 30/2020/NĐ-CP, appendix I). */
export const FORM_FONT = 'Times New Roman';

export const LOOKS: Readonly<Record<Look, LookFacts>> = {
  office: { bold: true, size: 12, horizontal: 'left', border: false },
  title: { bold: true, size: 14, horizontal: 'center', wrap: true, border: false },
  subtitle: { bold: true, size: 12, horizontal: 'center', wrap: true, border: false },
  remark: { italic: true, size: 12, horizontal: 'center', wrap: true, border: false },
  head: { bold: true, size: 11, fill: 'E7EEF5', horizontal: 'center', wrap: true, border: true },
  'section-ordinal': { bold: true, size: 11, fill: 'F5F5F5', horizontal: 'center', border: true },
  section: { bold: true, size: 11, fill: 'F5F5F5', horizontal: 'left', border: true },
  ordinal: { size: 11, horizontal: 'center', border: true },
  name: { size: 11, horizontal: 'left', wrap: true, border: true },
  detail: { size: 11, horizontal: 'left', wrap: true, border: true },
  heading: { italic: true, size: 11, horizontal: 'left', wrap: true, border: true },
  unit: { size: 11, horizontal: 'center', wrap: true, border: true },
  input: { size: 11, fill: 'FFF8DC', horizontal: 'right', border: true },
  carried: { size: 11, horizontal: 'right', border: true },
  total: { bold: true, size: 11, horizontal: 'right', border: true },
  result: { size: 11, horizontal: 'right', border: true },
};
