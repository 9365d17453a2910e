/** An error that Excel answers with: its code as `Excel.ErrorCodes` has it, and the customary status. */
export class Fault extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = 'Fault';
    this.code = code;
    this.status = status;
  }
}

export function notFound(what: string): Fault {
  return new Fault('ItemNotFound', `The requested resource doesn't exist: ${what}`, 404);
}

export function invalid(what: string): Fault {
  return new Fault('InvalidArgument', `The argument is invalid or missing or has an incorrect format: ${what}`);
}
