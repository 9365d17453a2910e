/**
 * Formulas as Excel shows them, written as a file has them: functions younger than the format carry a mark.
 *
 * Without it Excel shows `#NAME?`. The list is that of Microsoft's "Issue: An _xlfn. prefix is displayed in front of a formula" and of [MS-XLSX] 2.2.2.
 */

const YOUNG = new Set(
  `ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR
  BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM
  CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV
  F.INV.RT F.TEST FIELDVALUE FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR
  FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN
  ISFORMULA ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST
  NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST
  QUARTILE.EXC QUARTILE.INC QUERYSTRING RANDARRAY RANK.AVG RANK.EQ REDUCE RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SINGLE SKEW.P SORTBY STDEV.P STDEV.S
  SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE
  VALUETOTEXT VAR.P VAR.S VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.split(/\s+/),
);
/** These two carry a second mark. */
const YOUNG_SHEET = new Set(['FILTER', 'SORT']);

const CALL = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])([\p{L}][\p{L}\p{N}_.]*)(?=\()/gu;

/** @param formula without `=`; marks that it carries already stay */
export function storedFormula(formula: string): string {
  return withParameters(formula.replaceAll(CALL, (token: string, name?: string) => (name === undefined ? token : storedName(name))));
}

function storedName(name: string): string {
  const upper = name.toUpperCase();
  if (YOUNG_SHEET.has(upper)) return `_xlfn._xlws.${upper}`;
  if (YOUNG.has(upper)) return `_xlfn.${upper}`;
  // A function of an add-in: the namespace and the name, joined.
  return upper.startsWith('HTX.') ? `_xldudf_${upper.replace('.', '_')}` : name;
}

const WITH_PARAMETERS = /_xlfn\.(LET|LAMBDA)\(/g;

/** Names that LET and LAMBDA bind carry a mark of their own, wherever they are used inside. */
function withParameters(formula: string): string {
  const bound = new Set<string>();
  for (const call of formula.matchAll(WITH_PARAMETERS)) {
    const given = argumentsAt(formula, call.index + call[0].length).slice(0, -1);
    const names = call[1] === 'LET' ? given.filter((_, i) => i % 2 === 0) : given;
    for (const name of names) if (/^\s*[\p{L}_][\p{L}\p{N}_.]*\s*$/u.test(name)) bound.add(name.trim());
  }
  if (bound.size === 0) return formula;
  return formula.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.!])[\p{L}_][\p{L}\p{N}_.]*(?![\p{L}\p{N}_.!])/gu, (token) => (bound.has(token) ? `_xlpm.${token}` : token));
}

/** The texts of a call's arguments; what stands in quotes or in brackets divides none. */
function argumentsAt(formula: string, from: number): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = from;
  for (const { 0: token, index } of formula.slice(from).matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[()[\]{},]/g)) {
    const at = from + index;
    if (token === ',' && depth === 0) {
      found.push(formula.slice(start, at));
      start = at + 1;
    } else if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    if (depth < 0) return [...found, formula.slice(start, at)];
  }
  return found;
}
