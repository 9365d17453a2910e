/**
 * The custom functions HTX.* in the grid's own formulas.
 *
 * They are given to the grid's engine as its own kind of function, since those that a page registers cannot tell a blank cell from 0.
 */
import { ArrayValueObject, BaseFunction, ErrorType, ErrorValueObject, FunctionType, IFunctionService, NumberValueObject, StringValueObject, type BaseValueObject, type FunctionVariantType, type IFunctionInfo } from '@univerjs/engine-formula';
import { BooleanNumber, type Injector, type Nullable } from '@univerjs/core';
import { errorValue, type Answer, type ErrorValue } from '#core/functions/answer';
import type { Cell, Matrix } from '#core/functions/argument';
import { calls, type FunctionName } from '#core/functions/calls';
import type { FunctionTexts } from '#words/functions-texts';

/** A function as its page describes it. */
export interface FunctionDescription {
  readonly id: string;
  readonly description: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean }[];
}

class HtxFunction extends BaseFunction {
  readonly #call: FunctionName;
  readonly #texts: () => FunctionTexts;

  constructor(call: FunctionName, texts: () => FunctionTexts) {
    super(`HTX.${call}`);
    this.#call = call;
    this.#texts = texts;
  }

  /** A text stays one: "20,0%" is read as Vietnamese writes it. */
  override isArgumentsIgnoreNumberPattern(): boolean {
    return true;
  }

  /** A fault here would stop every other formula of the workbook. */
  override calculate(...variants: BaseValueObject[]): FunctionVariantType {
    try {
      return given(calls[this.#call](variants.map(matrixOf)), this.#texts());
    } catch {
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

/** Makes the functions known to a grid. */
export function registerFunctions(injector: Injector, texts: () => FunctionTexts, described: readonly FunctionDescription[]): void {
  const service = injector.get(IFunctionService);
  const names = Object.keys(calls) as FunctionName[];
  service.registerExecutors(...names.map((name) => new HtxFunction(name, texts)));
  service.registerDescriptions(...described.map(infoOf));
}

function infoOf({ id, description, parameters }: FunctionDescription): IFunctionInfo {
  return {
    functionName: `HTX.${id}`, functionType: FunctionType.User, abstract: description, description,
    functionParameter: parameters.map(({ name, description: detail, optional }) => ({ name, detail, example: '', require: optional === true ? BooleanNumber.FALSE : BooleanNumber.TRUE, repeat: BooleanNumber.FALSE })),
  };
}

function matrixOf(variant: BaseValueObject): Matrix {
  if (!(variant instanceof ArrayValueObject)) return [[cellOf(variant)]];
  return variant.getArrayValue().map((row) => row.map(cellOf));
}

const ERROR_TYPES: Readonly<Record<ErrorValue, ErrorType>> = {
  '#VALUE!': ErrorType.VALUE, '#N/A': ErrorType.NA, '#DIV/0!': ErrorType.DIV_BY_ZERO, '#NUM!': ErrorType.NUM, '#NULL!': ErrorType.NULL, '#NAME?': ErrorType.NAME, '#REF!': ErrorType.REF,
};

function cellOf(value: Nullable<BaseValueObject>): Cell {
  if (!value || value.isNull()) return null;
  if (value instanceof ErrorValueObject) {
    const error: string = value.getErrorType();
    return { error: isKnown(error) ? error : '#VALUE!' };
  }
  return value.getValue();
}

function isKnown(error: string): error is ErrorValue {
  return error in ERROR_TYPES;
}

function given(answers: readonly (readonly Answer[])[], texts: FunctionTexts): BaseValueObject {
  const cells = answers.map((row) => row.map((answer) => valueObject(answer, texts)));
  const [[only] = []] = cells;
  if (only !== undefined && cells.length === 1 && cells[0]?.length === 1) return only;
  return ArrayValueObject.create({ calculateValueList: cells, rowCount: cells.length, columnCount: cells[0]?.length ?? 0, unitId: '', sheetId: '', row: -1, column: -1 });
}

function valueObject(answer: Answer, texts: FunctionTexts): BaseValueObject {
  if (typeof answer === 'number') return NumberValueObject.create(answer);
  if (typeof answer === 'string') return StringValueObject.create(answer);
  return answer.is === 'said' ? StringValueObject.create(texts.contradiction(answer.contradiction)) : ErrorValueObject.create(ERROR_TYPES[errorValue(answer)]);
}
