/** One conversation with Excel: whatever goes wrong in it leaves as a {@link HostError}. */
import { HostError, type Refusal } from '#ports/workbook-host';

/** Codes of `Excel.ErrorCodes`, and of the service behind Excel on the web. */
const REASONS: Readonly<Record<string, Refusal>> = {
  AccessDenied: 'protected',
  InvalidOperationInCellEditMode: 'edit-mode',
  ItemNotFound: 'sheet-gone',
  RequestAborted: 'cancelled',
  ActivityLimitReached: 'busy',
  Conflict: 'busy',
  InactiveWorkbook: 'busy',
  ServiceNotAvailable: 'busy',
  Timeout: 'busy',
  TooManyRequests: 'busy',
  OperationCellsExceedLimit: 'too-large',
  RangeExceedsLimit: 'too-large',
  RequestPayloadSizeLimitExceeded: 'too-large',
  ResponsePayloadSizeLimitExceeded: 'too-large',
};

/** Whether this Excel has a set of its programming interface, such as `1.13`. */
export function hasApi(version: string): boolean {
  return Office.context.requirements.isSetSupported('ExcelApi', version);
}

/**
 * Asks Excel something.
 *
 * No `Excel.run`: it keeps every range for later batches, and sends one more request to let go of them.
 *
 * @param action must not use a range after the sync that it was made for
 * @throws {HostError} and nothing else
 */
export async function asked<T>(action: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  try {
    return await action(new Excel.RequestContext());
  } catch (error) {
    throw await hostErrorOf(error);
  }
}

/** The error as the port knows it. */
export async function hostErrorOf(error: unknown): Promise<HostError> {
  if (error instanceof HostError) return error;
  const reason = reasonOf(error);
  return new HostError(reason === 'protected' && (await isReadOnly()) ? 'read-only' : reason, { cause: error });
}

export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Where in the request Excel stopped: the name of a method or a property; '' where it does not say. */
export function placeOfError(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('debugInfo' in error)) return '';
  const { debugInfo } = error;
  return typeof debugInfo === 'object' && debugInfo !== null && 'errorLocation' in debugInfo ? String(debugInfo.errorLocation) : '';
}

function reasonOf(error: unknown): Refusal {
  const code = codeOf(error);
  return Object.hasOwn(REASONS, code) ? REASONS[code] ?? 'refused' : 'refused';
}

/** Excel denies both in the same words. */
async function isReadOnly(): Promise<boolean> {
  try {
    const context = new Excel.RequestContext();
    const workbook = context.workbook.load('readOnly');
    await context.sync();
    return workbook.readOnly;
  } catch {
    // It does not even tell that: the sheet is the likelier one.
    return false;
  }
}
