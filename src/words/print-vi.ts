/** How Vietnamese writes figures. */
import { Print } from '#core/print';

export const printVi = new Print({ group: '.', decimal: ',', to: ' đến ', points: 'điểm %', list: ';' });
