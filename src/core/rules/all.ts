/** Every rule, in the order of the spec; what a language must supply for them; how a finding gets its words. */
import type { DiagnosisFacts } from '#core/diagnosis-facts';
import type { Gap } from '#core/numbers/figure';
import type { Print } from '#core/print';
import type { Sentence } from '#core/rule';
import { duplicateIndicator } from '#core/rules/duplicate-indicator';
import { errorValue } from '#core/rules/error-value';
import { hiddenFigure } from '#core/rules/hidden-figure';
import { indicatorOrder } from '#core/rules/indicator-order';
import { legacyFont } from '#core/rules/legacy-font';
import { mergedFigure } from '#core/rules/merged-figure';
import { missingColumn } from '#core/rules/missing-column';
import { missingIndicator } from '#core/rules/missing-indicator';
import { mixedNotation } from '#core/rules/mixed-notation';
import { numberAsText } from '#core/rules/number-as-text';
import { ordinalSequence } from '#core/rules/ordinal-sequence';
import { renamedIndicator } from '#core/rules/renamed-indicator';
import { requiredFigure } from '#core/rules/required-figure';
import { unitOfIndicator } from '#core/rules/unit-of-indicator';
import { unknownIndicator } from '#core/rules/unknown-indicator';
import { yearInHeader } from '#core/rules/year-in-header';
import { anotherLocale } from '#core/rules/number-read-in-another-locale';
import { constantAmongFormulas } from '#core/rules/constant-among-formulas';
import { circularFormula } from '#core/rules/circular-formula';
import { formulaMixesUnits } from '#core/rules/formula-mixes-units';
import { formulaOutOfLine } from '#core/rules/formula-out-of-line';
import { formulaReadsNoFigure } from '#core/rules/formula-reads-no-figure';
import { formulaReadsOtherRow } from '#core/rules/formula-reads-other-row';
import { linkedWorkbook } from '#core/rules/linked-workbook';
import { sumRange } from '#core/rules/sum-range';
import { countFraction } from '#core/rules/count-fraction';
import { letterInFigure } from '#core/rules/letter-in-figure';
import { outlierChange } from '#core/rules/outlier-change';
import { rateRange } from '#core/rules/rate-range';
import { thousandfoldChange } from '#core/rules/thousandfold-change';
import { unitMagnitude } from '#core/rules/unit-magnitude';
import { attainment } from '#core/rules/attainment';
import { baseElsewhereRule } from '#core/rules/base-elsewhere';
import { baseOfRatio } from '#core/rules/base-of-ratio';
import { changeOfBase } from '#core/rules/change-of-base';
import { changeOfRate } from '#core/rules/change-of-rate';
import { displayedSum } from '#core/rules/displayed-sum';
import { grandparentFigure } from '#core/rules/grandparent-figure';
import { negativeBase } from '#core/rules/negative-base';
import { pastSumOfParts } from '#core/rules/past-sum-of-parts';
import { percentScale } from '#core/rules/percent-scale';
import { planChange } from '#core/rules/plan-change';
import { rateOfRows } from '#core/rules/rate-of-rows';
import { ratioOfBase } from '#core/rules/ratio-of-base';
import { renamedSinceLast } from '#core/rules/renamed-since-last';
import { sameFigure } from '#core/rules/same-figure';
import { shareOfWhole } from '#core/rules/share-of-whole';
import { signOfChange } from '#core/rules/sign-of-change';
import { splitSinceLast } from '#core/rules/split-since-last';
import { stockAndFlow } from '#core/rules/stock-and-flow';
import { subsetOfWhole } from '#core/rules/subset-of-whole';
import { sumOfParts } from '#core/rules/sum-of-parts';
import { unitSinceLast } from '#core/rules/unit-since-last';

export const rules = [
  missingIndicator, unknownIndicator, renamedIndicator, duplicateIndicator, indicatorOrder, ordinalSequence, unitOfIndicator,
  missingColumn, legacyFont, yearInHeader, requiredFigure, numberAsText, mixedNotation, percentScale, mergedFigure, hiddenFigure, errorValue,
  sumOfParts, subsetOfWhole, grandparentFigure, displayedSum,
  changeOfBase, ratioOfBase, planChange, attainment, rateOfRows, changeOfRate, shareOfWhole, baseOfRatio, negativeBase, signOfChange,
  stockAndFlow, sameFigure, pastSumOfParts, baseElsewhereRule, renamedSinceLast, splitSinceLast, unitSinceLast,
  unitMagnitude, thousandfoldChange, anotherLocale, letterInFigure, rateRange, countFraction, outlierChange,
  formulaOutOfLine, constantAmongFormulas, sumRange, formulaReadsOtherRow, formulaReadsNoFigure, formulaMixesUnits, circularFormula, linkedWorkbook,
] as const;

export type AnyRule = (typeof rules)[number];
export type RuleId = AnyRule['id'];

/** One sentence for each rule: a rule without one does not compile. */
export type Language = { readonly [R in AnyRule as R['id']]: R['say'] };

/** Everything that a language says of a check. */
export interface Words {
  readonly language: string;
  readonly rules: Language;
  /** Why a figure is missing, as the end of a sentence: "ô còn trống". */
  readonly gaps: Readonly<Record<Gap, string>>;
  readonly unchecked: (facts: UncheckedFacts) => string;
  readonly diagnosis: (facts: DiagnosisFacts, print: Print) => Sentence;
  readonly print: Print;
}

export interface UncheckedFacts {
  /** The relation's own cell. */
  readonly cell: string;
  /** The cell that lacks a figure; null where a row is missing. */
  readonly lacking: string | null;
  readonly name: string;
  readonly text: string;
  readonly gap: string;
}

type FactsOf = { readonly [R in AnyRule as R['id']]: Parameters<R['say']>[0] };
type Say = { readonly [I in RuleId]: (facts: FactsOf[I], print: Print) => Sentence };

/** A broken relation as data: which rule, and the facts that rule's sentence needs. */
export type Fault<I extends RuleId = RuleId> = { readonly [K in I]: { readonly rule: K; readonly facts: FactsOf[K] } }[I];

/** The sentence for a fault of any rule. Seen as `Say`, a language fits id and facts together without a cast. */
export function word<I extends RuleId>(fault: Fault<I>, { rules: language, print }: Words): Sentence {
  const say: Say = language;
  return say[fault.rule](fault.facts, print);
}
