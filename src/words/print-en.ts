/** How English writes figures. */
import { Print } from '#core/print';

export const printEn = new Print({ group: ',', decimal: '.', to: ' to ', points: 'points', list: ',' });
